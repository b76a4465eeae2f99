//! The progress of a job in numbers.

use iot_jobs_macros::shape;

/// How many things have come to each state of a job.
#[shape]
pub struct JobProcessDetails {
    /// The targets still being rolled out to, absent once all are reached.
    pub processing_targets: Option<Vec<String>>,
    /// How many things had their execution canceled.
    pub number_of_canceled_things: Option<i32>,
    /// How many things reported success.
    pub number_of_succeeded_things: Option<i32>,
    /// How many things reported failure.
    pub number_of_failed_things: Option<i32>,
    /// How many things refused to run the job.
    pub number_of_rejected_things: Option<i32>,
    /// How many things have yet to start the job.
    pub number_of_queued_things: Option<i32>,
    /// How many things are running the job.
    pub number_of_in_progress_things: Option<i32>,
    /// How many things were deleted or left the targets before they finished.
    pub number_of_removed_things: Option<i32>,
    /// How many things ran out of time.
    pub number_of_timed_out_things: Option<i32>,
}

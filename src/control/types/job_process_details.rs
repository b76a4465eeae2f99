//! The number of things in each state of a job.

use iot_jobs_macros::shape;

/// The number of things in each state of a job.
#[shape]
pub struct JobProcessDetails {
    /// The targets that the job is still rolled out to, absent when the rollout is complete.
    pub processing_targets: Option<Vec<String>>,
    /// How many things had the execution canceled.
    pub number_of_canceled_things: Option<i32>,
    /// How many things reported success.
    pub number_of_succeeded_things: Option<i32>,
    /// How many things reported failure.
    pub number_of_failed_things: Option<i32>,
    /// How many things rejected the job.
    pub number_of_rejected_things: Option<i32>,
    /// How many things have not started the job.
    pub number_of_queued_things: Option<i32>,
    /// How many things are running the job.
    pub number_of_in_progress_things: Option<i32>,
    /// How many things were deleted or left the targets before they finished.
    pub number_of_removed_things: Option<i32>,
    /// How many things timed out.
    pub number_of_timed_out_things: Option<i32>,
}

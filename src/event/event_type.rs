//! The two kinds of event.

use crate::string_enum;

string_enum! {
    /// What an event is about.
    pub enum EventType {
        /// A job.
        Job = "JOB",
        /// The execution of a job on one thing.
        JobExecution = "JOB_EXECUTION",
    }
}

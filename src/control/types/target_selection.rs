//! Whether a job also runs on things that join its targets later.

use crate::string_enum;

string_enum! {
    /// Whether a job also runs on things that join its targets later.
    pub enum TargetSelection {
        /// They run the job too.
        Continuous = "CONTINUOUS",
        /// They do not run the job, which completes with its original targets.
        Snapshot = "SNAPSHOT",
    }
}

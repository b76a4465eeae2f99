//! The treatment of things that join later.

use crate::string_enum;

string_enum! {
    /// How a job treats things that join its targets later.
    pub enum TargetSelection {
        /// They run the job too.
        Continuous = "CONTINUOUS",
        /// They do not run the job, which ends with its first targets.
        Snapshot = "SNAPSHOT",
    }
}

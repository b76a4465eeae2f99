//! The events that have a topic each.

use std::fmt;

macro_rules! kinds {
    (
        $(#[$doc:meta])*
        pub enum $name:ident {
            $( $(#[$variant_doc:meta])+ $variant:ident = $word:literal, )+
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $( $(#[$variant_doc])+ $variant, )+
        }

        impl $name {
            pub(super) const WORDS: &[&str] = &[$($word),+];

            /// The last level of the event's topic.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $( Self::$variant => $word, )+
                }
            }

            /// Every kind that has a topic.
            pub const fn all() -> &'static [Self] {
                &[$(Self::$variant),+]
            }

            pub(super) fn of(word: &str) -> Option<Self> {
                match word {
                    $( $word => Some(Self::$variant), )+
                    _ => None,
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

kinds! {
    /// What happened to a job.
    pub enum JobEventKind {
        /// Every execution of it ended.
        Completed = "completed",
        /// It was canceled, and no execution of it is left to cancel.
        Canceled = "canceled",
        /// It is gone.
        Deleted = "deleted",
        /// Its executions are being canceled.
        CancellationInProgress = "cancellation_in_progress",
        /// Its executions are being deleted.
        DeletionInProgress = "deletion_in_progress",
    }
}

kinds! {
    /// What happened to an execution of a job.
    pub enum JobExecutionEventKind {
        /// The device reported success.
        Succeeded = "succeeded",
        /// The device reported failure.
        Failed = "failed",
        /// The device refused to run the job.
        Rejected = "rejected",
        /// It was canceled, alone or with its job.
        Canceled = "canceled",
        /// A timer ran out before the device finished.
        TimedOut = "timed_out",
        /// The thing was deleted or left the targets before it finished.
        Removed = "removed",
        /// It is gone.
        Deleted = "deleted",
    }
}

//! Validation: what the service would refuse, found before it is asked.
//!
//! [`Validate`] is there for every shape. It checks the constraints of the model (lengths, ranges,
//! patterns, required members), the limits that the documentation adds, and the rules that tie
//! members together. Everything that is wrong is collected, in document order; nothing is allocated
//! while nothing is wrong.
//!
//! ```
//! use iot_jobs::{operation::create_job::CreateJobInput, validate::{Rule, Severity, Validate}};
//!
//! let input = CreateJobInput::builder()
//!     .job_id("update 7")
//!     .targets("arn:aws:iot:eu-west-1:123456789012:thing/pump")
//!     .document("{}")
//!     .build()?;
//! let violations = input.violations();
//! assert_eq!(violations.len(), 1);
//! assert_eq!(violations[0].path, "jobId");
//! assert_eq!(violations[0].rule, Rule::Pattern);
//! assert_eq!(violations[0].severity, Severity::Error);
//! assert_eq!(
//!     violations[0].message,
//!     "' ' (character 7) is not allowed here: the whole has to match [a-zA-Z0-9_-]+"
//! );
//! assert!(input.validate().is_err());
//! # Ok::<(), iot_jobs::error::BuildError>(())
//! ```
//!
//! Decoding does not validate: a service may send what it would not accept, and a program that only
//! reads has no use for a refusal.

pub(crate) mod arn;
pub(crate) mod cron;
mod declared;
pub(crate) mod moment;
mod report;
mod rule;
mod violation;

use aws_smithy_types::DateTime;

pub(crate) use self::{
    report::{Finding, Report},
    violation::{number, shortened, start},
};
pub use self::{
    rule::Rule,
    violation::{Severity, Violation, Violations},
};
use crate::shape::Shape;

/// Checks a value against what the service is known to accept.
///
/// Times that have to lie ahead are only checked by [`violations_at`](Validate::violations_at), which
/// is told what time it is; this crate reads no clock.
pub trait Validate {
    /// Everything that is wrong, in document order; `now` is the time that schedules count from.
    fn violations_at(&self, now: DateTime) -> Vec<Violation>;

    /// Everything that is wrong whatever the time, in document order.
    fn violations(&self) -> Vec<Violation>;

    /// Fails if a violation is an error; warnings alone pass, and are listed along with errors.
    fn validate(&self) -> Result<(), Violations> {
        Violations::check(self.violations())
    }

    /// The same at a time that schedules count from.
    fn validate_at(&self, now: DateTime) -> Result<(), Violations> {
        Violations::check(self.violations_at(now))
    }
}

impl<T: Shape> Validate for T {
    fn violations_at(&self, now: DateTime) -> Vec<Violation> {
        Report::of(self, Some(now))
    }

    fn violations(&self) -> Vec<Violation> {
        Report::of(self, None)
    }
}

//! Validation: what the service would reject, found before a request is sent.
//!
//! Every shape implements [`Validate`]. It checks the constraints of the model (lengths, ranges,
//! patterns, required members), the limits that the documentation adds, and the rules between
//! members. All violations are collected, in document order; a valid value is validated without an
//! allocation.
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
//! [`Severity`] says which violations are errors and which are warnings.
//!
//! Decoding does not validate: a service may send what it would not accept.

mod declared;

use aws_smithy_types::DateTime;

use self::declared::Declared;
pub use crate::report::{Explanation, Rule, Severity, Violation, Violations};
use crate::{
    path::PathRef,
    report::{Options, Report},
    shape::Shape,
    wire::Walk,
};

/// Checks a value against what the service is known to accept.
///
/// Whether the times of a schedule are in the future is only checked by
/// [`violations_at`](Validate::violations_at), which takes the current time; this crate reads no clock.
pub trait Validate {
    /// All violations in document order; `now` is the time that schedules are checked against.
    fn violations_at(&self, now: DateTime) -> Vec<Violation>;

    /// All violations that do not depend on the current time, in document order.
    fn violations(&self) -> Vec<Violation>;

    /// Checks the value; warnings alone do not fail it.
    ///
    /// # Errors
    ///
    /// Fails if a violation is an error; the result then contains the warnings, too.
    fn validate(&self) -> Result<(), Violations> {
        Violations::check(self.violations())
    }

    /// The same, with the time that schedules are checked against.
    ///
    /// # Errors
    ///
    /// As [`validate`](Validate::validate).
    fn validate_at(&self, now: DateTime) -> Result<(), Violations> {
        Violations::check(self.violations_at(now))
    }
}

impl<T: Shape> Validate for T {
    fn violations_at(&self, now: DateTime) -> Vec<Violation> {
        let now = Some(now);
        violations(self, Options { now, advice: false })
    }

    fn violations(&self) -> Vec<Violation> {
        violations(self, Options::default())
    }
}

/// The violations of a value in document order.
pub(crate) fn violations<T: Shape>(value: &T, options: Options) -> Vec<Violation> {
    let mut declared = Declared(Report::new(options));
    value.walk(&PathRef::root(), None, &mut Walk::validation(&mut declared));
    declared.0.into_violations()
}

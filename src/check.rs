//! Everything that is known to be wrong with a payload's text, for tests of files that people write.
//!
//! [`Validate`](crate::Validate) checks a value: its limits and the rules between its members. [`Checks`] checks a text, and
//! reports more: the members that its shape does not have, with the name that was probably meant; the job
//! documents inside it, by their schemas; and the parameters of managed templates.
//!
//! [`advice`](Checks::advice) adds operational advice, such as on a job without a timeout.
//!
//! ```
//! use iot_jobs::{check::Checks, codec, operation::create_job::CreateJobInput};
//!
//! // In your test: include_str!("../jobs/create-job.json").
//! let text = r#"{
//!   "jobId": "firmware-7",
//!   "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"],
//!   "jobExecutionRolloutConfig": {"maximumPerMinute": 10},
//!   "document": "{\"operation\": \"reboot\", \"args\": \"now\"}"
//! }"#;
//! let checked = Checks::new().check::<CreateJobInput>(text);
//! assert!(!checked.passes());
//! assert_eq!(
//!     checked.to_string(),
//!     "warning: jobExecutionRolloutConfig: this version knows no such member of CreateJobRequest; \
//!      did you mean `jobExecutionsRolloutConfig`? (unknown-member)\n\
//!      error: document → args: expected an array, found string \"now\" (form)"
//! );
//! assert_eq!(codec::locate(text, &checked.violations[1].path), Some((5, 54)));
//! ```

mod documents;
mod parameters;
mod scan;
mod undecoded;
mod unknown;

use std::fmt;

use aws_smithy_types::DateTime;

use self::unknown::Origin;
use crate::{
    codec,
    document::{self, Document, OperationDocument, OtaDocument, Schema, StepsDocument},
    error::Error,
    facts::Structure,
    report::{self, Options, Severity, Violation},
    shape::Shape,
    validate,
};

/// What is checked, and how strictly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Checks {
    deny_unknown: bool,
    options: Options,
}

/// What was found in a payload.
#[derive(Debug)]
#[non_exhaustive]
pub struct Checked {
    /// Why the payload does not decode as its shape.
    pub error: Option<Error>,
    /// The other violations in the order of the text; if it does not decode, without rules between members.
    pub violations: Vec<Violation>,
}

impl Checks {
    /// Unknown members are warnings in inputs of operations, requests of devices and job documents, and information elsewhere;
    /// comments in job documents, such as `_comment`, are not reported.
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes unknown members errors in every payload.
    pub fn deny_unknown(mut self) -> Self {
        self.deny_unknown = true;
        self
    }

    /// Checks the times of schedules against this time.
    pub fn at(mut self, now: DateTime) -> Self {
        self.options.now = Some(now);
        self
    }

    /// Also reports operational advice: what the service accepts, and what makes a job safer to run, such as a timeout.
    ///
    /// It is about inputs that create jobs and templates, and about job documents.
    ///
    /// ```
    /// use iot_jobs::{check::Checks, operation::create_job::CreateJobInput, validate::{Rule, Severity}};
    ///
    /// let text = r#"{
    ///   "jobId": "firmware-7",
    ///   "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"],
    ///   "document": "{\"operation\": \"install\"}"
    /// }"#;
    /// let checked = Checks::new().advice().check::<CreateJobInput>(text);
    /// assert!(checked.passes());
    /// assert_eq!(checked.violations[0].rule, Rule::JobTimeout);
    /// assert_eq!(checked.violations[0].severity, Severity::Advice);
    /// ```
    pub fn advice(mut self) -> Self {
        self.options.advice = true;
        self
    }

    /// Checks a payload's JSON text as a shape.
    pub fn check<T: Shape>(&self, text: &str) -> Checked {
        let decode = |text: &str| Ok(self.violations(&codec::from_str::<T>(text)?));
        let (error, violations) = match decode(text) {
            Ok(of_value) => (None, self.complete(&T::STRUCTURE, text, of_value)),
            Err(error) => {
                let violations = self.beside_error(&T::STRUCTURE, text, &error, &decode);
                (Some(error), violations)
            }
        };
        Checked {
            error,
            violations: report::in_text_order(text, violations),
        }
    }

    /// The violations of a value in document order, without those that only its text shows.
    pub fn violations<T: Shape>(&self, value: &T) -> Vec<Violation> {
        validate::violations(value, self.options)
    }

    /// Checks a job document by its schema, which is detected.
    ///
    /// # Errors
    ///
    /// Fails if the text is not JSON.
    ///
    /// ```
    /// use iot_jobs::check::Checks;
    ///
    /// let text = r#"{"operation": "reboot", "includeStdout": "true"}"#;
    /// let violations = Checks::new().check_document(text)?;
    /// assert_eq!(
    ///     violations[0].to_string(),
    ///     "warning: includeStdout: this version knows no such member of OperationDocument \
    ///      (names are case-sensitive); \
    ///      did you mean `includeStdOut`? (unknown-member)"
    /// );
    /// # Ok::<(), iot_jobs::Error>(())
    /// ```
    pub fn check_document(&self, text: &str) -> Result<Vec<Violation>, Error> {
        self.document(text, Origin::Document)
    }

    /// Adds to the violations of a value what [`check`](Self::check) finds in its text: unknown members, and what
    /// is wrong with documents and parameters.
    ///
    /// Nothing is added for a text that is not JSON.
    pub fn complete(
        &self,
        structure: &'static Structure,
        text: &str,
        of_value: Vec<Violation>,
    ) -> Vec<Violation> {
        let origin = Origin::of(structure);
        let mut found = scan::scan(structure, text);
        let mut of_text = self.unknown_members(origin, found.unknown);
        of_text.extend(parameters::check(
            structure,
            text,
            &mut found.documents,
            self.options.advice,
        ));
        for document in found.documents {
            self.embedded(origin, document, &mut of_text);
        }
        documents::merge(of_value, of_text)
    }

    /// The violations of a text that does not decode, without that of this error: the other values that do not decode,
    /// the limits of those that do, and what [`complete`](Self::complete) adds. A rule between members is not
    /// checked, since the member that does not decode may be one of them.
    ///
    /// `decode` decodes a text as the shape with this structure, and validates the value.
    pub fn beside_error(
        &self,
        structure: &'static Structure,
        text: &str,
        error: &Error,
        decode: &dyn Fn(&str) -> Result<Vec<Violation>, Error>,
    ) -> Vec<Violation> {
        let of_others = undecoded::violations(structure, text, error, decode);
        self.complete(structure, text, of_others)
    }

    fn document(&self, text: &str, origin: Origin) -> Result<Vec<Violation>, Error> {
        // What the service and devices send cannot be changed by who reads it.
        let advice = self.options.advice && origin != Origin::Other;
        let options = Options {
            advice,
            ..self.options
        };
        let mut violations = document::check(text, options)?;
        let structure = match Document::detect(text)?.schema {
            Schema::Steps => &StepsDocument::STRUCTURE,
            Schema::Operation => &OperationDocument::STRUCTURE,
            Schema::Ota => &OtaDocument::STRUCTURE,
            Schema::Custom => {
                violations.extend(self.misspelt_schema(text));
                return Ok(violations);
            }
        };
        violations.extend(self.unknown_members(origin, scan::scan(structure, text).unknown));
        Ok(report::in_text_order(text, violations))
    }
}

impl Checked {
    /// Whether the payload decodes and has no errors; it can have warnings.
    pub fn passes(&self) -> bool {
        let mut violations = self.violations.iter();
        self.error.is_none() && violations.all(|found| found.severity < Severity::Error)
    }
}

/// The error and the violations, one on each line.
impl fmt::Display for Checked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        if let Some(error) = &self.error {
            write!(f, "error: {error}")?;
            separator = "\n";
        }
        for violation in &self.violations {
            write!(f, "{separator}{violation}")?;
            separator = "\n";
        }
        Ok(())
    }
}

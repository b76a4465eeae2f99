//! How certain it is that the service rejects a value, and whether something should be done about it.

use std::fmt;

/// Whether the service rejects a value or may accept it.
///
/// The severity of every rule follows from the source of the rule:
///
/// | what is known about the value | severity |
/// |---|---|
/// | the service model or the documentation excludes it: a limit, a pattern, a stated format, a rule between members | error |
/// | the documentation excludes it, but published payloads contain it | warning |
/// | nothing excludes it, but the service may reject it: a format or a depth that is not documented | warning |
/// | this version does not know it: the value of an enum, another dialect of regular expressions | warning |
/// | a member that this version does not know, in an input or a job document | warning |
/// | a member that this version does not know, elsewhere | information |
/// | it is accepted, but has no effect or most likely another effect than intended | warning |
/// | it is accepted and works as written, but a job runs with less risk if it is changed | advice |
///
/// In a job document, an error is what a device cannot decode or execute by the documented schema. Advice is reported
/// only if it is asked for, by [`Checks::advice`](crate::check::Checks::advice): it is about how a job is operated, not
/// about what its author wrote wrongly. More severe is greater: information, advice, warning, error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is wrong, such as for a member that a newer version of the service sends.
    Information,
    /// The service accepts it, but a job runs with less risk if it is changed.
    Advice,
    /// The service may accept it, but it is unusual, without effect, or not documented.
    Warning,
    /// The service is documented to reject it.
    Error,
}

impl Severity {
    /// `information`, `advice`, `warning` or `error`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Information => "information",
            Self::Advice => "advice",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

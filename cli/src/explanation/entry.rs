//! A name with its meaning.

/// A name with its meaning.
pub struct Explanation {
    /// The name, such as `retry-needs-timeout`.
    pub name: String,
    /// What it is the name of.
    pub kind: ExplanationKind,
    /// The meaning in one sentence.
    pub summary: String,
    /// The paragraphs after the summary.
    pub details: Vec<Detail>,
    /// Texts with and without a violation; rules have them.
    pub examples: Option<Examples>,
}

/// What a name is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExplanationKind {
    /// A rule of `check`.
    Rule,
    /// The code of a rejected MQTT request.
    RejectionCode,
    /// An error that an operation returns over HTTPS.
    Exception,
    /// A state of a job execution.
    ExecutionState,
    /// A state of a job.
    JobState,
}

/// A paragraph.
pub struct Detail {
    /// What the paragraph is about, such as `Why`.
    pub label: Option<&'static str>,
    /// Text in sentences, or a list of names.
    pub text: String,
}

/// A JSON text that violates a rule, and one that does not.
pub struct Examples {
    /// The shape of both; `None` for job documents.
    pub shape: Option<&'static str>,
    /// The text that violates the rule.
    pub wrong: &'static str,
    /// The text that does not.
    pub right: &'static str,
}

impl ExplanationKind {
    /// Every kind, in the order of the list.
    pub const ALL: [Self; 5] = [
        Self::Rule,
        Self::RejectionCode,
        Self::Exception,
        Self::ExecutionState,
        Self::JobState,
    ];

    /// The kind in a JSON row.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rule => "rule",
            Self::RejectionCode => "rejection-code",
            Self::Exception => "exception",
            Self::ExecutionState => "execution-state",
            Self::JobState => "job-state",
        }
    }

    /// The kind of one name, for a title.
    pub const fn noun(self) -> &'static str {
        match self {
            Self::Rule => "rule",
            Self::RejectionCode => "MQTT rejection code",
            Self::Exception => "exception",
            Self::ExecutionState => "state of a job execution",
            Self::JobState => "state of a job",
        }
    }

    /// The heading of all names of the kind.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Rule => "Rules of `check`",
            Self::RejectionCode => "Codes of rejected MQTT requests",
            Self::Exception => "Exceptions",
            Self::ExecutionState => "States of job executions",
            Self::JobState => "States of jobs",
        }
    }
}

impl Detail {
    /// A paragraph without a label.
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self {
            label: None,
            text: text.into(),
        }
    }

    /// A paragraph with a label.
    pub(super) fn labelled(label: &'static str, text: impl Into<String>) -> Self {
        Self {
            label: Some(label),
            text: text.into(),
        }
    }
}

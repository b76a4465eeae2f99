//! Members that a shape does not have, and what was probably meant.

use super::{Checks, scan::UnknownMember};
use crate::{
    control, device,
    document::{
        self, Action, ActionInput, AfrOta, Condition, OperationDocument, OtaDocument, OtaFile,
        Step, StepsDocument,
    },
    facts::Structure,
    path::Path,
    report::{Finding, Rule, Severity, Violation},
    shape::Shape,
    text,
};

/// Who writes a payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// The input of an operation or the request of a device, which people and programs write.
    Input,
    /// A job document, which people write.
    Document,
    /// A response, a message, an event or a part of a payload.
    Other,
}

impl Origin {
    /// The origin of payloads of this structure.
    pub(super) fn of(structure: &Structure) -> Self {
        const DOCUMENTS: [Structure; 9] = [
            StepsDocument::STRUCTURE,
            Step::STRUCTURE,
            Action::STRUCTURE,
            ActionInput::STRUCTURE,
            Condition::STRUCTURE,
            OperationDocument::STRUCTURE,
            OtaDocument::STRUCTURE,
            AfrOta::STRUCTURE,
            OtaFile::STRUCTURE,
        ];
        let control = control::operation::AnyOperation::ALL.iter();
        let device = device::operation::AnyOperation::ALL.iter();
        let mut inputs = control
            .map(|operation| operation.facts().input)
            .chain(device.map(|operation| operation.facts().input))
            .chain(device::message::REQUESTS.iter().copied());
        if inputs.any(|input| is(input, structure)) {
            Self::Input
        } else if DOCUMENTS.iter().any(|document| is(document, structure)) {
            Self::Document
        } else {
            Self::Other
        }
    }
}

/// Whether both are the facts of one shape; shapes of different planes can have the same name.
pub(super) fn is(one: &Structure, other: &Structure) -> bool {
    one.name == other.name && std::ptr::eq(one.members, other.members)
}

impl Checks {
    /// A violation for each unknown member.
    pub(super) fn unknown_members(
        &self,
        origin: Origin,
        members: Vec<UnknownMember>,
    ) -> Vec<Violation> {
        let members = members.into_iter().filter(|member| !is_expected(member));
        members
            .map(|member| {
                let suggestion = text::similar(&member.name, member.absent());
                let severity = self.severity(origin, member.structure, suggestion.is_some());
                let name = member.structure.name;
                let mut message = format!("this version knows no such member of {name}");
                if suggestion.is_some_and(|it| it.eq_ignore_ascii_case(&member.name)) {
                    message += " (names are case-sensitive)";
                }
                let finding = Finding::new(Rule::UnknownMember, severity, message);
                finding.suggestion(suggestion).at(member.path)
            })
            .collect()
    }

    /// A violation for the member by which a document would have a schema if it was not misspelt.
    pub(super) fn misspelt_schema(&self, document: &str) -> Option<Violation> {
        let (name, meant) = document::misspelt_member(document)?;
        let severity = if self.deny_unknown {
            Severity::Error
        } else {
            Severity::Warning
        };
        let message = "no schema of job documents has this member";
        let finding = Finding::new(Rule::UnknownMember, severity, message);
        let finding = finding.suggestion(Some(meant));
        Some(finding.at(Path::root().member(name)))
    }

    fn severity(&self, origin: Origin, structure: &Structure, suggested: bool) -> Severity {
        if self.deny_unknown {
            return Severity::Error;
        }
        // The jobs agent has members of its own for each operation.
        let open = is(structure, &OperationDocument::STRUCTURE);
        match origin {
            Origin::Other => Severity::Information,
            _ if open && !suggested => Severity::Information,
            _ => Severity::Warning,
        }
    }
}

/// Whether a member of a job document is not declared and has a meaning by its name: a comment, such as
/// `_comment` in published documents, or a signature of a kind that is not declared.
fn is_expected(member: &UnknownMember) -> bool {
    let comment = member.name.starts_with('_');
    let signature = is(member.structure, &OtaFile::STRUCTURE) && member.name.starts_with("sig-");
    (comment || signature) && Origin::of(member.structure) == Origin::Document
}

//! What the declared facts do not cover in a text: unknown members, and the job documents inside.

use std::{borrow::Cow, collections::BTreeSet};

use crate::{
    constraint::JOB_DOCUMENT,
    facts::{Kind, Member, Structure},
    json::{Invalid, Literal, Reader},
    path::{Path, PathRef},
};

/// What was found in a text.
#[derive(Default)]
pub(super) struct Found<'t> {
    pub(super) unknown: Vec<UnknownMember>,
    pub(super) documents: Vec<EmbeddedDocument<'t>>,
}

/// A member that the structure does not declare.
pub(super) struct UnknownMember {
    pub(super) path: Path,
    pub(super) name: String,
    pub(super) structure: &'static Structure,
    /// The declared members that the object does not have, a bit for each that it has.
    present: u64,
}

/// A job document in a payload.
pub(super) struct EmbeddedDocument<'t> {
    /// The path of the member that contains it.
    pub(super) path: Path,
    pub(super) text: Cow<'t, str>,
    /// Whether the text is in a string, and not a JSON value of the payload.
    pub(super) in_string: bool,
    /// Whether any string is a document, since a payload can contain documents as JSON values.
    pub(super) any_string: bool,
}

impl UnknownMember {
    /// The wire names of the declared members that the object does not have.
    pub(super) fn absent(&self) -> impl Iterator<Item = &'static str> {
        let absent = |member: &&Member| self.present & bit(member) == 0;
        let members = self.structure.members.iter().filter(absent);
        members.map(|member| member.wire_name)
    }
}

/// A structure has at most 64 members.
fn bit(member: &Member) -> u64 {
    1 << (member.position % 64)
}

/// Reads a text as far as a structure declares it; finds nothing in text that is not JSON.
pub(super) fn scan<'t>(structure: &'static Structure, text: &'t str) -> Found<'t> {
    let mut scan = Scan {
        reader: Reader::new(text),
        found: Found::default(),
    };
    let read = scan
        .value(Kind::Structure(structure), None, &PathRef::root())
        .and_then(|()| scan.reader.end());
    match read {
        Ok(()) => scan.found,
        Err(Invalid) => Found::default(),
    }
}

struct Scan<'t> {
    reader: Reader<'t>,
    found: Found<'t>,
}

impl Scan<'_> {
    fn value(
        &mut self,
        kind: Kind,
        member: Option<&'static Member>,
        at: &PathRef<'_>,
    ) -> Result<(), Invalid> {
        match (kind, self.reader.peek()) {
            (Kind::Structure(structure), Some(b'{')) => self.object(structure, at),
            (Kind::List(element), Some(b'[')) => {
                let mut more = self.reader.open(b'[', b']')?;
                let mut index = 0;
                while more {
                    self.value(*element, None, &at.index(index))?;
                    index += 1;
                    more = self.reader.more(b']')?;
                }
                Ok(())
            }
            (Kind::Map(value), Some(b'{')) => {
                let mut more = self.reader.open(b'{', b'}')?;
                while more {
                    let name = self.reader.name()?;
                    self.value(*value, None, &at.key(&name))?;
                    more = self.reader.more(b'}')?;
                }
                Ok(())
            }
            (Kind::Document, Some(_)) => self.document(at, true),
            (Kind::String, Some(b'"')) if member.is_some_and(holds_document) => {
                self.document(at, false)
            }
            _ => self.reader.raw().map(|_| ()),
        }
    }

    fn object(&mut self, structure: &'static Structure, at: &PathRef<'_>) -> Result<(), Invalid> {
        let mut present = 0;
        let mut unknown = BTreeSet::new();
        let mut more = self.reader.open(b'{', b'}')?;
        while more {
            let name = self.reader.name()?;
            if let Some(member) = structure.member(&name) {
                if self.reader.peek() != Some(b'n') {
                    present |= bit(member);
                }
                self.value(member.kind, Some(member), &at.member(member))?;
            } else {
                self.reader.raw()?;
                unknown.insert(name);
            }
            more = self.reader.more(b'}')?;
        }
        let unknown = unknown.into_iter().map(|name| UnknownMember {
            path: at.key(&name).to_path(),
            name: name.into_owned(),
            structure,
            present,
        });
        self.found.unknown.extend(unknown);
        Ok(())
    }

    fn document(&mut self, at: &PathRef<'_>, any_string: bool) -> Result<(), Invalid> {
        let text = self.reader.raw()?.text;
        let string = Literal::new(text, 0).map(|literal| literal.value());
        let in_string = string.is_some();
        if text != "null" {
            self.found.documents.push(EmbeddedDocument {
                path: at.to_path(),
                text: string.unwrap_or(Cow::Borrowed(text)),
                in_string,
                any_string,
            });
        }
        Ok(())
    }
}

/// Whether a string member is the text of a job document.
fn holds_document(member: &'static Member) -> bool {
    let constraint = member.constraint;
    constraint.is_some_and(|constraint| std::ptr::eq(constraint, &raw const JOB_DOCUMENT))
}

//! From the paths of an operation's input to those of the template that it was made from.

use std::collections::{HashMap, HashSet};

use super::property::Property;
use crate::{
    facts::Kind,
    path::{Name, Path, Step},
};

/// Where a value of the input comes from.
pub(super) struct Place {
    pub(super) path: Path,
    pub(super) inside: Inside,
}

/// What is inside a value.
pub(super) enum Inside {
    /// Nothing that has a path of its own.
    Scalar,
    /// It is known only at deployment.
    Computed,
    Object {
        members: HashMap<&'static str, Place>,
        properties: &'static [Property],
        /// Whether it gets more members at deployment.
        open: bool,
    },
    List {
        elements: Vec<Place>,
        /// Whether the number of elements is known only at deployment.
        open: bool,
    },
    Map(HashMap<String, Place>),
    Document {
        /// Whether the document is JSON text in a string of the template.
        in_string: bool,
        /// Whether parts of it are known only at deployment.
        open: bool,
    },
}

impl Place {
    /// A value that is known only at deployment.
    pub(super) fn computed(path: Path) -> Self {
        Self {
            path,
            inside: Inside::Computed,
        }
    }

    /// The value of a member.
    pub(super) fn member(&self, wire_name: &str) -> Option<&Self> {
        match &self.inside {
            Inside::Object { members, .. } => members.get(wire_name),
            _ => None,
        }
    }

    /// Whether the value, or a value inside it, is known only at deployment.
    pub(super) fn is_open(&self) -> bool {
        match &self.inside {
            Inside::Scalar => false,
            Inside::Computed => true,
            Inside::Object { members, open, .. } => *open || members.values().any(Self::is_open),
            Inside::List { elements, open } => *open || elements.iter().any(Self::is_open),
            Inside::Map(values) => values.values().any(Self::is_open),
            Inside::Document { open, .. } => *open,
        }
    }

    /// The path in the template of the value at a path of the input; `None` for what is known only at deployment.
    ///
    /// `computed` contains the paths of the strings of the document that are known only at deployment.
    pub(super) fn find(&self, steps: &[Step], computed: &HashSet<Path>) -> Option<Path> {
        let mut place = self;
        let mut steps = steps.iter();
        while let Some(step) = steps.next() {
            place = match (&place.inside, step) {
                (
                    Inside::Object {
                        members,
                        properties,
                        open,
                    },
                    Step::Member(name),
                ) => match members.get(name.as_str()) {
                    Some(member) => member,
                    None if *open => return None,
                    None => return absent(place.path.clone(), properties, name, steps.as_slice()),
                },
                (Inside::List { elements, .. }, Step::Index(index)) => elements.get(*index)?,
                (Inside::Map(values), Step::Member(name)) => match values.get(name.as_str()) {
                    Some(value) => value,
                    None => return Some(place.path.clone().member(name.to_string())),
                },
                (Inside::Document { in_string, .. }, Step::Embedded) => {
                    return in_document(place.path.clone(), *in_string, steps.as_slice(), computed);
                }
                _ => break,
            };
        }
        match place.inside {
            Inside::Computed => None,
            _ => Some(place.path.clone()),
        }
    }
}

/// The path of an absent property, or of an entry of an absent map; the input of a deployment has members for which
/// there is none.
fn absent(object: Path, properties: &[Property], name: &Name, inside: &[Step]) -> Option<Path> {
    let mut properties = properties.iter();
    let property = properties.find(|property| property.member.wire_name == name.as_str())?;
    let path = object.member(property.name.clone());
    Some(match (property.member.kind, inside) {
        (Kind::Map(_), [Step::Member(key)]) => path.member(key.to_string()),
        _ => path,
    })
}

fn in_document(
    document: Path,
    in_string: bool,
    steps: &[Step],
    computed: &HashSet<Path>,
) -> Option<Path> {
    let mut inner = Path::root();
    for step in steps {
        if computed.contains(&inner) {
            return None;
        }
        inner = match step {
            Step::Member(name) => inner.member(name.as_str().to_owned()),
            Step::Index(index) => inner.index(*index),
            Step::Embedded => inner.embedded(),
        };
    }
    if computed.contains(&inner) {
        return None;
    }
    let whole = if in_string {
        document.embedded()
    } else {
        document
    };
    Some(whole.join(&inner))
}

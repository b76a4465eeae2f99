//! The values of a template, and the functions among them.

use std::borrow::Cow;

use crate::json::{Invalid, Reader};

/// A value with its JSON text.
#[derive(Debug)]
pub(super) struct Value<'t> {
    pub(super) text: &'t str,
    pub(super) content: Content<'t>,
}

/// The members of an object, in the order of the text.
pub(super) type Members<'t> = Vec<(Cow<'t, str>, Value<'t>)>;

#[derive(Debug)]
pub(super) enum Content<'t> {
    /// `null`, `true`, `false` or a number.
    Scalar,
    String(Cow<'t, str>),
    List(Vec<Value<'t>>),
    Object(Members<'t>),
}

/// What a value is when the template is deployed.
pub(super) enum Form<'v, 't> {
    /// The value itself.
    Literal,
    /// Nothing: `AWS::NoValue`.
    Absent,
    /// One of two values, by a condition.
    If(&'v str, [&'v Value<'t>; 2]),
    /// The result of a function.
    Computed,
}

/// The prefix of references to parameters and secrets in strings.
pub(super) const DYNAMIC_REFERENCE: &str = "{{resolve:";

impl<'t> Value<'t> {
    /// Reads a JSON text.
    pub(super) fn read(text: &'t str) -> Result<Self, Invalid> {
        let mut reader = Reader::new(text);
        let value = Self::next(text, &mut reader)?;
        reader.end()?;
        Ok(value)
    }

    fn next(text: &'t str, reader: &mut Reader<'t>) -> Result<Self, Invalid> {
        let start = reader.offset();
        let content = match reader.peek() {
            Some(b'"') => Content::String(reader.string()?),
            Some(b'[') => {
                let mut elements = Vec::new();
                let mut more = reader.open(b'[', b']')?;
                while more {
                    elements.push(Self::next(text, reader)?);
                    more = reader.more(b']')?;
                }
                Content::List(elements)
            }
            Some(b'{') => {
                let mut members = Vec::new();
                let mut more = reader.open(b'{', b'}')?;
                while more {
                    let name = reader.name()?;
                    members.push((name, Self::next(text, reader)?));
                    more = reader.more(b'}')?;
                }
                Content::Object(members)
            }
            _ => {
                reader.raw()?;
                Content::Scalar
            }
        };
        let text = text.get(start..reader.offset()).ok_or(Invalid)?;
        Ok(Self { text, content })
    }

    /// The content of a string.
    pub(super) fn string(&self) -> Option<&str> {
        match &self.content {
            Content::String(text) => Some(text),
            _ => None,
        }
    }

    /// The elements of a list.
    pub(super) fn elements(&self) -> Option<&[Self]> {
        match &self.content {
            Content::List(elements) => Some(elements),
            _ => None,
        }
    }

    /// The name and the argument of a function: an object with one member, `Ref`, `Condition` or `Fn::…`.
    pub(super) fn function(&self) -> Option<(&str, &Self)> {
        let Content::Object(members) = &self.content else {
            return None;
        };
        let [(name, argument)] = &members[..] else {
            return None;
        };
        let is_function = matches!(&**name, "Ref" | "Condition") || name.starts_with("Fn::");
        is_function.then_some((&**name, argument))
    }

    /// Whether the value is what a macro makes of it; `AWS::Include` only adds members.
    fn is_of_macro(&self) -> bool {
        let Content::Object(members) = &self.content else {
            return false;
        };
        let mut transforms = members.iter().filter(|(name, _)| name == TRANSFORM);
        transforms.any(|(_, transform)| match &transform.content {
            Content::Object(members) => {
                let mut names = members.iter().filter(|(name, _)| name == "Name");
                !names.any(|(_, name)| name.string() == Some("AWS::Include"))
            }
            _ => true,
        })
    }

    /// What the value is when the template is deployed.
    pub(super) fn form(&self) -> Form<'_, 't> {
        if self
            .string()
            .is_some_and(|text| text.contains(DYNAMIC_REFERENCE))
        {
            return Form::Computed;
        }
        if self.is_of_macro() {
            return Form::Computed;
        }
        match self.function() {
            None => Form::Literal,
            Some(("Ref", argument)) if argument.string() == Some("AWS::NoValue") => Form::Absent,
            Some((IF, argument)) => match argument.elements() {
                Some([condition, one, other]) => match condition.string() {
                    Some(condition) => Form::If(condition, [one, other]),
                    None => Form::Computed,
                },
                _ => Form::Computed,
            },
            Some(_) => Form::Computed,
        }
    }
}

/// The function that calls a macro.
const TRANSFORM: &str = "Fn::Transform";

/// The function with two values.
pub(super) const IF: &str = "Fn::If";

/// Whether a member of an object is replaced with other members when the template is deployed.
pub(super) fn adds_members(name: &str) -> bool {
    name == TRANSFORM || name.starts_with("Fn::ForEach::")
}

//! The names in paths.

use std::{borrow::Cow, hash, ops::Deref, sync::Arc};

/// The name of a member or the key of a map in a [`Path`](super::Path); a `str` that is shared by the paths below
/// one object.
#[derive(Clone)]
pub struct Name(Text);

#[derive(Clone)]
enum Text {
    /// A declared name.
    Static(&'static str),
    /// A name of a payload.
    Shared(Shared),
}

/// A text with its hash: paths are compared and hashed often, and a payload's name can have any length.
#[derive(Clone, Debug)]
pub struct Shared {
    text: Arc<str>,
    hash: u64,
}

impl Shared {
    pub(crate) fn new(text: &str) -> Self {
        Self {
            text: Arc::from(text),
            hash: hash_of(text),
        }
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether two are copies of one.
    pub(crate) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.text, &other.text)
    }
}

fn hash_of(text: &str) -> u64 {
    use hash::{DefaultHasher, Hash as _, Hasher as _};

    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

impl Name {
    pub(super) const fn of_member(name: &'static str) -> Self {
        Self(Text::Static(name))
    }

    pub(super) fn shared(name: Shared) -> Self {
        Self(Text::Shared(name))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Text::Static(text) => text,
            Text::Shared(shared) => shared.as_str(),
        }
    }
}

impl From<Cow<'static, str>> for Name {
    fn from(name: Cow<'static, str>) -> Self {
        match name {
            Cow::Borrowed(name) => Self::of_member(name),
            Cow::Owned(name) => Self::shared(Shared::new(&name)),
        }
    }
}

impl Deref for Name {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Name {
    fn as_ref(&self) -> &str {
        self
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Text::Shared(one), Text::Shared(other)) if one.is(other) => true,
            (Text::Shared(one), Text::Shared(other)) if one.hash != other.hash => false,
            _ => self.as_str() == other.as_str(),
        }
    }
}

impl Eq for Name {}

impl PartialEq<str> for Name {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Name {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl hash::Hash for Name {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        state.write_u64(match &self.0 {
            Text::Static(text) => hash_of(text),
            Text::Shared(shared) => shared.hash,
        });
    }
}

//! The levels of a topic, read in order.

use std::str::Split;

use super::{NamespaceId, TopicError, error::Expected, name_kind::NameKind};

/// The levels that have not been read yet.
pub(super) struct Levels<'a> {
    rest: Split<'a, char>,
    number: usize,
}

/// A level, or the end of the topic.
#[derive(Clone, Copy)]
pub(super) struct Level<'a> {
    pub(super) text: Option<&'a str>,
    number: usize,
}

impl<'a> Levels<'a> {
    pub(super) fn of(topic: &'a str) -> Self {
        Self {
            rest: topic.split('/'),
            number: 0,
        }
    }

    pub(super) fn next(&mut self) -> Level<'a> {
        self.number += 1;
        Level {
            text: self.rest.next(),
            number: self.number,
        }
    }

    /// Checks that no level is left.
    pub(super) fn end(mut self) -> Result<(), TopicError> {
        let level = self.next();
        match level.text {
            Some(_) => Err(level.not("the end of the topic")),
            None => Ok(()),
        }
    }
}

impl<'a> Level<'a> {
    /// The error that something else was expected here.
    pub(super) fn wrong(self, expected: Expected) -> TopicError {
        TopicError::new(self.text, expected).at(self.number)
    }

    /// The error that something described in words was expected here.
    pub(super) fn not(self, words: &'static str) -> TopicError {
        self.wrong(Expected::Words(words))
    }

    /// The level as a name.
    pub(super) fn name<N>(
        self,
        make: impl FnOnce(&'a str) -> Result<N, TopicError>,
        expected: Expected,
    ) -> Result<N, TopicError> {
        self.text
            .and_then(|text| make(text).ok())
            .ok_or_else(|| self.wrong(expected))
    }

    /// The namespace after this prefix; `None` if the level does not start with it.
    pub(super) fn namespace(
        self,
        prefix: &'static str,
    ) -> Option<Result<NamespaceId<'a>, TopicError>> {
        let name = self.text?.strip_prefix(prefix)?;
        Some(
            NamespaceId::new(name)
                .map_err(|_| self.wrong(Expected::Prefixed(prefix, NameKind::Namespace))),
        )
    }
}

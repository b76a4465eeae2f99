//! The text of a value from its path.

use std::{cell::Cell, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor},
};
use serde_json::value::RawValue;

use crate::path::{Fault, Problem, Step};

/// A value's JSON text and where it starts.
#[derive(Clone, Copy)]
pub(super) struct Place<'t> {
    pub(super) text: &'t str,
    pub(super) offset: usize,
}

/// The value that a fault is about, if it is well-formed; the object itself where a member is missing.
pub(super) fn locate<'t>(text: &'t str, fault: &Fault) -> Option<Place<'t>> {
    let (steps, occurrence) = match (&fault.problem, fault.steps.split_last()) {
        (Problem::Missing, Some((_, object))) => (object, 1),
        (Problem::Duplicate, _) => (fault.steps.as_slice(), 2),
        _ => (fault.steps.as_slice(), 1),
    };
    let place = Cell::new(None);
    let search = Search {
        document: text,
        steps,
        occurrence,
        place: &place,
    };
    // The search stops in the middle of the text, which the deserialiser takes for an error.
    let _ = search.deserialize(&mut serde_json::Deserializer::from_str(text));
    place.get()
}

/// Follows the steps down; leaves the place it reaches in `place`.
#[derive(Clone, Copy)]
struct Search<'t, 's> {
    document: &'t str,
    steps: &'s [Step],
    /// Which one of equally named members the last step means.
    occurrence: usize,
    place: &'s Cell<Option<Place<'t>>>,
}

impl<'t> DeserializeSeed<'t> for Search<'t, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'t>>(self, deserializer: D) -> Result<(), D::Error> {
        if !self.steps.is_empty() {
            return deserializer.deserialize_any(self);
        }
        let text = <&RawValue>::deserialize(deserializer)?.get();
        let offset = text.as_ptr().addr() - self.document.as_ptr().addr();
        self.place.set(Some(Place { text, offset }));
        Ok(())
    }
}

impl<'t> Visitor<'t> for Search<'t, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object or array on the path")
    }

    fn visit_map<A: MapAccess<'t>>(mut self, mut map: A) -> Result<(), A::Error> {
        let Some((Step::Name(wanted), below)) = self.steps.split_first() else {
            return Ok(());
        };
        self.steps = below;
        let mut left = if below.is_empty() { self.occurrence } else { 1 };
        while let Some(name) = map.next_key::<String>()? {
            left -= usize::from(name == *wanted);
            if left == 0 {
                return map.next_value_seed(self);
            }
            map.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'t>>(mut self, mut list: A) -> Result<(), A::Error> {
        let Some((Step::Index(wanted), below)) = self.steps.split_first() else {
            return Ok(());
        };
        self.steps = below;
        for _ in 0..*wanted {
            list.next_element::<IgnoredAny>()?;
        }
        list.next_element_seed(self).map(|_| ())
    }
}

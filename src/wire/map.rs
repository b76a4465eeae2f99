//! Maps from strings or enum values, encoded in the order of the keys' texts.

use std::{
    collections::{HashMap, hash_map::Entry},
    fmt,
    hash::{BuildHasher, Hash},
};

use super::{Context, Debugged, Decoder, Encoder, Repeated, Value, Walk, Wire};
use crate::{constraint::Constraint, facts::Kind, path::PathRef};

/// A key of a map.
pub trait Key: Eq + Hash {
    /// The key of this text.
    fn from_text(text: &str) -> Self;

    /// The text on the wire.
    fn text(&self) -> &str;

    /// Passes the key to a walker, at the path of its value.
    fn walk(&self, at: &PathRef<'_>, constraint: Option<&'static Constraint>, walk: &mut Walk<'_>) {
        walk.value(at, constraint, Value::Key(self.text()));
    }
}

impl Key for String {
    fn from_text(text: &str) -> Self {
        text.to_owned()
    }

    fn text(&self) -> &str {
        self
    }
}

impl<K: Key, T: Wire, H: BuildHasher + Default> Wire for HashMap<K, T, H> {
    const KIND: Kind = Kind::Map(&T::KIND);

    fn decode<'de, D: Decoder<'de>>(decoder: D) -> Result<Self, D::Error> {
        let mut map = Self::default();
        decoder.map(&mut |key, value| match (map.entry(key), value) {
            (Entry::Vacant(entry), Some(value)) => {
                entry.insert(value);
                Ok(())
            }
            (Entry::Vacant(_), None) => Ok(()),
            (Entry::Occupied(_), _) => Err(Repeated),
        })?;
        Ok(map)
    }

    fn encode<E: Encoder>(&self, encoder: E, context: Context) -> Result<E::Ok, E::Error> {
        sorted(self, |entries| encoder.map(entries, context.of_value()))
    }

    fn walk(&self, at: &PathRef<'_>, constraint: Option<&'static Constraint>, walk: &mut Walk<'_>) {
        walk.value(at, constraint, Value::Map(self.len()));
        let of_key = constraint.and_then(|constraint| constraint.key);
        let of_value = constraint.and_then(|constraint| constraint.value);
        let in_any_order = walk.in_any_order();
        let mut entry = |key: &K, value: &T| {
            let place = at.key(key.text());
            key.walk(&place, of_key, walk);
            value.walk(&place, of_value, walk);
        };
        if in_any_order {
            for (key, value) in self {
                entry(key, value);
            }
        } else {
            sorted(self, |entries| {
                entries
                    .iter()
                    .flatten()
                    .for_each(|(key, value)| entry(key, value));
            });
        }
    }

    fn debug(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        sorted(self, |entries| {
            let entries = entries.iter().flatten();
            let entries = entries.map(|(key, value)| (key.text(), Debugged(*value)));
            f.debug_map().entries(entries).finish()
        })
    }

    #[cfg(feature = "schemars")]
    fn structure(generator: &mut schemars::SchemaGenerator) -> Option<schemars::Schema> {
        T::structure(generator)
    }
}

/// The largest map that is sorted without allocating.
const SMALL: usize = 16;

/// Passes on the entries in the order of their keys; each is `Some`.
fn sorted<K: Key, T, H, R>(
    map: &HashMap<K, T, H>,
    use_entries: impl FnOnce(&[Option<(&K, &T)>]) -> R,
) -> R {
    let mut on_stack = [None; SMALL];
    let mut on_heap = Vec::new();
    let entries = if let Some(entries) = on_stack.get_mut(..map.len()) {
        entries
            .iter_mut()
            .zip(map)
            .for_each(|(entry, in_map)| *entry = Some(in_map));
        entries
    } else {
        on_heap.extend(map.iter().map(Some));
        &mut on_heap[..]
    };
    entries.sort_unstable_by_key(|entry| entry.map(|(key, _)| key.text()));
    use_entries(entries)
}

//! Maps from strings or enums: any key, each once; encoded in the order of the keys' texts.

use std::{
    collections::{HashMap, hash_map::Entry},
    fmt,
    hash::{BuildHasher, Hash},
    marker::PhantomData,
};

use serde::{
    Deserializer, Serializer,
    de::{self, MapAccess, Visitor},
    ser::SerializeMap,
};

use super::{Context, Encoded, Found, Seed, Walker, Wire, next_name};
use crate::{path::Path, shape::Kind};

/// A key of a map.
pub(crate) trait Key: Eq + Hash {
    /// The key of this text.
    fn from_text(text: &str) -> Self;

    /// The text on the wire.
    fn text(&self) -> &str;

    /// Shows the key to a walker, at the path of its value.
    fn walk(&self, at: &Path<'_>, walker: &mut dyn Walker) {
        walker.visit(at, Found::Key(self.text()));
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

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, at: &Path<'_>) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MapVisitor(at, PhantomData))
    }

    fn encode<S: Serializer>(&self, serializer: S, context: Context) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.len()))?;
        in_order(self, |key, value| {
            map.serialize_entry(key.text(), &Encoded(value, context.of_value()))
        })?;
        map.end()
    }

    fn walk(&self, at: &Path<'_>, walker: &mut dyn Walker) {
        walker.visit(at, Found::Map(self.len()));
        if walker.in_any_order() {
            for (key, value) in self {
                let place = at.key(key.text());
                key.walk(&place, walker);
                value.walk(&place, walker);
            }
            return;
        }
        let shown: Result<(), std::convert::Infallible> = in_order(self, |key, value| {
            let place = at.key(key.text());
            key.walk(&place, walker);
            value.walk(&place, walker);
            Ok(())
        });
        let Ok(()) = shown;
    }

    #[cfg(feature = "schemars")]
    fn structure(generator: &mut schemars::SchemaGenerator) -> Option<schemars::Schema> {
        T::structure(generator)
    }
}

/// The largest map that is put in order without allocating.
const SMALL: usize = 16;

/// Hands over the entries in the order of their keys.
fn in_order<K: Key, T, H, E>(
    map: &HashMap<K, T, H>,
    mut each: impl FnMut(&K, &T) -> Result<(), E>,
) -> Result<(), E> {
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
    let mut entries = entries.iter().flatten();
    entries.try_for_each(|(key, value)| each(key, value))
}

struct MapVisitor<'p, K, T, H>(&'p Path<'p>, PhantomData<(K, T, H)>);

impl<'de, K: Key, T: Wire, H: BuildHasher + Default> Visitor<'de> for MapVisitor<'_, K, T, H> {
    type Value = HashMap<K, T, H>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Self::Value::KIND.expected())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = HashMap::default();
        while let Some(name) = next_name(&mut map, self.0)? {
            let key = K::from_text(&name);
            let place = self.0.key(&name);
            let Entry::Vacant(entry) = entries.entry(key) else {
                return Err(place.duplicate());
            };
            let value = map
                .next_value_seed(Seed::at(&place))
                .map_err(|error| place.passed(error, T::KIND.expected()))?;
            entry.insert(value);
        }
        Ok(entries)
    }

    // serde's own message would show the whole string.
    fn visit_str<E: de::Error>(self, _: &str) -> Result<Self::Value, E> {
        Err(self.0.expected(Self::Value::KIND.expected()))
    }
}

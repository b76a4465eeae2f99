//! Maps from strings: any key, each once; encoded in the order of the keys.

use std::{collections::HashMap, fmt, hash::BuildHasher, marker::PhantomData};

use serde::{
    Deserializer, Serializer,
    de::{self, MapAccess, Visitor},
    ser::SerializeMap,
};

use super::{Context, Encoded, Found, Seed, Walker, Wire, next_name};
use crate::{path::Path, shape::Kind};

impl<T: Wire, H: BuildHasher + Default> Wire for HashMap<String, T, H> {
    const KIND: Kind = Kind::Map(&T::KIND);

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, at: &Path<'_>) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MapVisitor(at, PhantomData))
    }

    fn encode<S: Serializer>(&self, serializer: S, context: Context) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.len()))?;
        in_order(self, |key, value| {
            map.serialize_entry(key, &Encoded(value, context.of_value()))
        })?;
        map.end()
    }

    fn walk(&self, at: &Path<'_>, walker: &mut dyn Walker) {
        walker.visit(at, Found::Map(self.len()));
        if walker.in_any_order() {
            for (key, value) in self {
                let place = at.key(key);
                walker.visit(&place, Found::Key(key));
                value.walk(&place, walker);
            }
            return;
        }
        let shown: Result<(), std::convert::Infallible> = in_order(self, |key, value| {
            let place = at.key(key);
            walker.visit(&place, Found::Key(key));
            value.walk(&place, walker);
            Ok(())
        });
        let Ok(()) = shown;
    }
}

/// The largest map that is put in order without allocating.
const SMALL: usize = 16;

/// Hands over the entries in the order of their keys.
fn in_order<T, H, E>(
    map: &HashMap<String, T, H>,
    mut each: impl FnMut(&str, &T) -> Result<(), E>,
) -> Result<(), E> {
    if map.len() > SMALL {
        let mut entries: Vec<_> = map.iter().collect();
        entries.sort_unstable_by_key(|(key, _)| *key);
        return entries
            .into_iter()
            .try_for_each(|(key, value)| each(key, value));
    }
    let mut last: Option<&String> = None;
    while let Some((key, value)) = map
        .iter()
        .filter(|(key, _)| last.is_none_or(|last| *key > last))
        .min_by_key(|(key, _)| *key)
    {
        each(key, value)?;
        last = Some(key);
    }
    Ok(())
}

struct MapVisitor<'p, T, H>(&'p Path<'p>, PhantomData<(T, H)>);

impl<'de, T: Wire, H: BuildHasher + Default> Visitor<'de> for MapVisitor<'_, T, H> {
    type Value = HashMap<String, T, H>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Self::Value::KIND.expected())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = HashMap::default();
        while let Some(key) = next_name(&mut map, self.0)? {
            let place = self.0.key(&key);
            if entries.contains_key(&*key) {
                return Err(place.duplicate());
            }
            let value = map
                .next_value_seed(Seed::at(&place))
                .map_err(|error| place.passed(error, T::KIND.expected()))?;
            entries.insert(key.into_owned(), value);
        }
        Ok(entries)
    }

    // serde's own message would show the whole string.
    fn visit_str<E: de::Error>(self, _: &str) -> Result<Self::Value, E> {
        Err(self.0.expected(Self::Value::KIND.expected()))
    }
}

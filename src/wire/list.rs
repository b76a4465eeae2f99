//! Lists: every element has a value, `null` is none.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserializer, Serializer,
    de::{self, SeqAccess, Visitor},
    ser::SerializeSeq,
};

use super::{Context, Encoded, Fill, Found, Walker, Wire};
use crate::{path::Path, shape::Kind};

impl<T: Wire> Wire for Vec<T> {
    const KIND: Kind = Kind::List(&T::KIND);

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, at: &Path<'_>) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(ListVisitor(at, PhantomData))
    }

    fn encode<S: Serializer>(&self, serializer: S, context: Context) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.len()))?;
        for element in self {
            list.serialize_element(&Encoded(element, context.of_element()))?;
        }
        list.end()
    }

    fn walk(&self, at: &Path<'_>, walker: &mut dyn Walker) {
        walker.visit(at, Found::List(self.len()));
        for (index, element) in self.iter().enumerate() {
            element.walk(&at.index(index), walker);
        }
    }

    #[cfg(feature = "schemars")]
    fn structure(generator: &mut schemars::SchemaGenerator) -> Option<schemars::Schema> {
        T::structure(generator)
    }
}

struct ListVisitor<'p, T>(&'p Path<'p>, PhantomData<T>);

impl<'de, T: Wire> Visitor<'de> for ListVisitor<'_, T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Vec::<T>::KIND.expected())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
        let mut elements = Vec::new();
        loop {
            let place = self.0.index(elements.len());
            let mut element = None;
            list.next_element_seed(Fill(&mut element, &place))
                .map_err(|error| place.passed(error, T::KIND.expected()))?;
            match element {
                Some(element) => elements.push(element),
                None => return Ok(elements),
            }
        }
    }

    // serde's own message would show the whole string.
    fn visit_str<E: de::Error>(self, _: &str) -> Result<Vec<T>, E> {
        Err(self.0.expected(Vec::<T>::KIND.expected()))
    }
}

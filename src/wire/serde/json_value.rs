//! JSON text as the nested value of any format.

use std::{cell::RefCell, vec};

use serde::{
    Serialize, Serializer,
    ser::{Error as _, SerializeMap, SerializeSeq},
};

use crate::json::{Invalid, Reader};

/// Valid JSON text; numbers are as exact as an `i64`, `u64` or `f64` is.
pub(crate) struct JsonValue<'t>(pub(crate) &'t str);

impl Serialize for JsonValue<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut lengths = Vec::new();
        let counted = count(&mut Reader::new(self.0), &mut lengths);
        counted.map_err(|Invalid| invalid::<S::Error>())?;
        let next = Next {
            reader: RefCell::new(Reader::new(self.0)),
            lengths: RefCell::new(lengths.into_iter()),
        };
        next.serialize(serializer)
    }
}

#[cold]
fn invalid<E: serde::ser::Error>() -> E {
    E::custom("not valid JSON text")
}

/// Notes the length of each array and object in the order of their opening brackets.
fn count(reader: &mut Reader<'_>, lengths: &mut Vec<usize>) -> Result<(), Invalid> {
    let (open, close) = match reader.peek() {
        Some(b'{') => (b'{', b'}'),
        Some(b'[') => (b'[', b']'),
        _ => return reader.raw().map(|_| ()),
    };
    let index = lengths.len();
    lengths.push(0);
    let mut more = reader.open(open, close)?;
    let mut length = 0;
    while more {
        if open == b'{' {
            reader.name()?;
        }
        count(reader, lengths)?;
        length += 1;
        more = reader.more(close)?;
    }
    if let Some(noted) = lengths.get_mut(index) {
        *noted = length;
    }
    Ok(())
}

/// The next value of a reader, with the lengths of what it contains.
struct Next<'t> {
    reader: RefCell<Reader<'t>>,
    lengths: RefCell<vec::IntoIter<usize>>,
}

impl Next<'_> {
    /// Reads something; what is read was checked before.
    fn read<T, E: serde::ser::Error>(
        &self,
        read: impl FnOnce(&mut Reader<'_>) -> Result<T, Invalid>,
    ) -> Result<T, E> {
        read(&mut self.reader.borrow_mut()).map_err(|Invalid| invalid())
    }

    fn length(&self) -> Option<usize> {
        self.lengths.borrow_mut().next()
    }
}

impl Serialize for Next<'_> {
    // A method is one function for each lifetime of the text, a closure is one for all of them.
    #[allow(clippy::redundant_closure_for_method_calls)]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let first = self.reader.borrow().peek();
        match first {
            Some(b'{') => {
                let mut map = serializer.serialize_map(self.length())?;
                let mut more = self.read(|reader| reader.open(b'{', b'}'))?;
                while more {
                    let name = self.read(|reader| Ok(reader.name()?.into_owned()))?;
                    map.serialize_entry(&name, self)?;
                    more = self.read(|reader| reader.more(b'}'))?;
                }
                map.end()
            }
            Some(b'[') => {
                let mut list = serializer.serialize_seq(self.length())?;
                let mut more = self.read(|reader| reader.open(b'[', b']'))?;
                while more {
                    list.serialize_element(self)?;
                    more = self.read(|reader| reader.more(b']'))?;
                }
                list.end()
            }
            Some(b'"') => {
                let text = self.read(|reader| Ok(reader.string()?.into_owned()))?;
                serializer.serialize_str(&text)
            }
            Some(b't' | b'f') => {
                let value = self.read(|reader| reader.boolean())?;
                serializer.serialize_bool(value)
            }
            Some(b'n') => {
                self.read(|reader| reader.null())?;
                serializer.serialize_unit()
            }
            _ => {
                let text = self.read(|reader| Ok(reader.number()?.to_owned()))?;
                serialize_number(&text, serializer)
            }
        }
    }
}

fn serialize_number<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if text == "-0" {
        return serializer.serialize_f64(-0.0);
    }
    if let Ok(number) = text.parse() {
        return serializer.serialize_i64(number);
    }
    if let Ok(number) = text.parse() {
        return serializer.serialize_u64(number);
    }
    match text.parse() {
        Ok(number) if f64::is_finite(number) => serializer.serialize_f64(number),
        _ => Err(S::Error::custom(
            "a number beyond the range of a 64-bit float",
        )),
    }
}

//! Documents in any format of serde.

use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::Document;
use crate::{
    json::Reader,
    wire::serde::{FromText, JsonValue, read_text},
};

/// Serializes the document as a nested value; one that is a string, as its text in a string.
impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if is_string(&self.text) {
            serializer.serialize_str(&self.text)
        } else {
            JsonValue(&self.text).serialize(serializer)
        }
    }
}

/// Accepts a nested value, and a string that contains the text of a document.
impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_text(deserializer, DocumentText)
    }
}

struct DocumentText;

impl FromText for DocumentText {
    type Value = Document;

    fn read<E: de::Error>(self, text: &str) -> Result<Document, E> {
        let content = Reader::new(text).string().ok().filter(|_| is_string(text));
        let document = content.as_deref().unwrap_or(text);
        Document::from_str(document).map_err(|error| {
            // Line and column would be those in the document, not in what contains it.
            match error.path() {
                _ if !error.is_data() => E::custom(format_args!(
                    "the document is not JSON: {}",
                    error.message()
                )),
                path => E::custom(format_args!("{path}: {}", error.message())),
            }
        })
    }
}

/// Whether JSON text is a string.
fn is_string(text: &str) -> bool {
    Reader::new(text).peek() == Some(b'"')
}

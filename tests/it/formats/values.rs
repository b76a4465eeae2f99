//! Values of other deserializers that no JSON has.

use std::collections::BTreeMap;

use iot_jobs::{device::types::JobExecution, types::Job};
use serde::{
    Deserialize, Deserializer,
    de::{
        IntoDeserializer, Visitor,
        value::{Error, MapDeserializer},
    },
    forward_to_deserialize_any,
};

/// The name under which `serde_json` passes the text of a value.
const TEXT: &str = "$serde_json::private::RawValue";

/// A job with one member of this value.
fn job<'de, K, V>(name: K, value: V) -> Result<Job, String>
where
    K: IntoDeserializer<'de, Error>,
    V: IntoDeserializer<'de, Error>,
{
    let members = MapDeserializer::<_, Error>::new([(name, value)].into_iter());
    Job::deserialize(members).map_err(|error| error.to_string())
}

#[test]
fn what_a_member_does_not_take_is_an_error() {
    let bytes: &[u8] = &[1];
    for (found, message) in [
        (
            job("jobId", true),
            "invalid type: boolean `true`, expected a string",
        ),
        (
            job(1_u8, "j"),
            "invalid type: integer `1`, expected a member's name",
        ),
        (
            job("new", bytes),
            "invalid type: byte array, expected a JSON value",
        ),
        (
            job("new", BTreeMap::from([(1_u8, 2_u8)])),
            "invalid type: integer `1`, expected a member's name",
        ),
        (
            job("new", BTreeMap::from([(TEXT, 1_u8)])),
            "invalid type: integer `1`, expected the text of a JSON value",
        ),
    ] {
        assert_eq!(found.unwrap_err(), message);
    }
}

#[test]
fn the_text_of_a_value_is_the_value() {
    let job = job("new", BTreeMap::from([(TEXT, "[1.50]")])).unwrap();
    assert_eq!(job.unknown_members().get("new"), Some("[1.50]"));
}

/// A value that is present and has no content, as some formats write it.
struct Nothing;

impl IntoDeserializer<'_, Error> for Nothing {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Nothing {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

#[test]
fn nothing_is_no_document() {
    let members = MapDeserializer::<_, Error>::new([("jobDocument", Nothing)].into_iter());
    let error = JobExecution::deserialize(members).unwrap_err();
    assert_eq!(error.to_string(), "expected a job document");
}

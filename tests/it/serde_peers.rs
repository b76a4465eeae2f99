//! Shapes with serde: other deserializers, structs that contain shapes, other formats.

use std::{cell::Cell, collections::HashMap, fmt::Debug};

use iot_jobs::{
    codec,
    device::types as device,
    primitives::DateTime,
    shape::Shape,
    types::{Job, JobExecution, JobExecutionsRetryConfig, JobSummary},
};
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{
        DeserializeOwned, IntoDeserializer, Visitor,
        value::{Error, MapDeserializer},
    },
    forward_to_deserialize_any,
};
use serde_json::{Value, json, value::RawValue};

/// Values of every kind, also unknown members and enum values, in canonical form.
const JOB: &str = r#"{"jobId":"j","status":"SOMEDAY","forceCanceled":false,"targets":["é😀"],"abortConfig":{"criteriaList":[{"failureType":"ALL","action":"CANCEL","thresholdPercentage":99.5,"minNumberOfExecutedThings":1,"deep":null}]},"createdAt":1549395301.389,"lastUpdatedAt":0.00001,"completedAt":4102444800.001,"timeoutConfig":{"inProgressTimeoutInMinutes":9223372036854775807},"documentParameters":{"a":"1","b":"2"},"new":[1.5,{"a":null,"b":18446744073709551615,"c":"\"é\\"}],"one":-1,"two":true}"#;

fn same<T: Shape>(text: &str) {
    let value: T = codec::from_str(text).unwrap();
    assert_eq!(serde_json::from_str::<T>(text).unwrap(), value);
    assert_eq!(serde_json::from_slice::<T>(text.as_bytes()).unwrap(), value);
    assert_eq!(
        serde_json::from_reader::<_, T>(text.as_bytes()).unwrap(),
        value
    );
    let tree: Value = serde_json::from_str(text).unwrap();
    assert_eq!(T::deserialize(&tree).unwrap(), value);
    assert_eq!(serde_json::from_value::<T>(tree.clone()).unwrap(), value);

    let written = codec::to_string(&value).unwrap();
    assert_eq!(written, text);
    assert_eq!(serde_json::to_string(&value).unwrap(), written);
    assert_eq!(serde_json::to_vec(&value).unwrap(), written.as_bytes());
    assert_eq!(codec::to_vec(&value).unwrap(), written.as_bytes());
    let mut buffer = b"before ".to_vec();
    codec::to_writer(&mut buffer, &value).unwrap();
    assert_eq!(buffer, format!("before {written}").as_bytes());
    assert_eq!(serde_json::to_value(&value).unwrap(), tree);
    let pretty = serde_json::to_string_pretty(&value).unwrap();
    assert_eq!(codec::from_str::<T>(&pretty).unwrap(), value);
}

#[test]
fn every_function_of_serde_json_gives_the_same() {
    same::<Job>(JOB);
    same::<Job>("{}");
    same::<JobExecution>(r#"{"queuedAt":-0.5,"executionNumber":1,"versionNumber":2}"#);
    let lenient = json!({"executionNumber": "9007199254740993", "queuedAt": "2019-02-05T19:35:01.389Z",
        "startedAt": 1_549_395_301_389_i64, "versionNumber": 5.0});
    let execution: JobExecution = serde_json::from_value(lenient).unwrap();
    assert_eq!(
        codec::to_string(&execution).unwrap(),
        r#"{"queuedAt":1549395301.389,"startedAt":1549395301.389,"executionNumber":9007199254740993,"versionNumber":5}"#
    );
}

#[test]
fn serde_json_writes_small_numbers_with_an_exponent() {
    let text = r#"{"createdAt":0.000001}"#;
    let job: JobSummary = codec::from_str(text).unwrap();
    assert_eq!(codec::to_string(&job).unwrap(), text);
    let written = serde_json::to_string(&job).unwrap();
    assert_eq!(written, r#"{"createdAt":1e-6}"#);
    assert_eq!(codec::from_str::<JobSummary>(&written).unwrap(), job);
}

#[test]
fn the_last_second_stays_in_year_9999() {
    for (text, written) in [
        // Exact to the millisecond in all years.
        ("80000000000.001", "80000000000.001"),
        ("90000000012.345", "90000000012.345"),
        ("-50000000012.345", "-50000000012.345"),
        ("253402300799.998", "253402300799.998"),
        ("253402300799.999", "253402300799.999"),
        ("253402300799.99998", "253402300799.99997"),
        ("253402300799.999984", "253402300799.99997"),
        ("253402300799.999999", "253402300799.99997"),
    ] {
        let object = |time: &str| format!(r#"{{"createdAt":{time}}}"#);
        let job: JobSummary = codec::from_str(&object(text)).unwrap();
        assert_eq!(codec::to_string(&job).unwrap(), object(text));
        assert_eq!(serde_json::to_string(&job).unwrap(), object(written));
        assert!(codec::from_str::<JobSummary>(&object(written)).is_ok());
    }
}

#[test]
fn what_the_codec_refuses_serde_json_refuses() {
    for text in [
        "[]",
        r#"{"jobId":1}"#,
        r#"{"jobId":"a","jobId":"b"}"#,
        r#"{"new":1,"new":1}"#,
        r#"{"abortConfig":{}}"#,
        r#"{"abortConfig":[[]]}"#,
        r#"{"targets":[null]}"#,
        r#"{"documentParameters":{"a":"1","a":"1"}}"#,
        r#"{"createdAt":"yesterday"}"#,
        r#"{"createdAt":{"$serde_json::private::RawValue":"5"}}"#,
        r#"{"new":"\ud800"}"#,
        r#"{"timeoutConfig":{"inProgressTimeoutInMinutes":5.5}}"#,
        "{} {}",
    ] {
        assert!(codec::from_str::<Job>(text).is_err());
        assert!(serde_json::from_str::<Job>(text).is_err(), "{text}");
        assert!(
            serde_json::from_reader::<_, Job>(text.as_bytes()).is_err(),
            "{text}"
        );
        // A tree has lost what came twice, surrogates and what is behind the value.
        if let Ok(tree) = serde_json::from_str::<Value>(text)
            && tree.to_string().len() == text.len()
        {
            assert!(serde_json::from_value::<Job>(tree).is_err(), "{text}");
        }
    }
    let message = serde_json::from_str::<Job>(r#"{"abortConfig":{}}"#)
        .unwrap_err()
        .to_string();
    assert!(
        message.starts_with("missing field `criteriaList` at line 1 column "),
        "{message}"
    );
    let late = JobSummary::builder()
        .created_at(DateTime::from_secs(i64::MAX))
        .build();
    let message = serde_json::to_string(&late).unwrap_err().to_string();
    assert_eq!(message, "a timestamp outside years 0001 to 9999");
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Envelope<T> {
    account: String,
    #[serde(flatten)]
    shape: T,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum Untagged {
    Retry(JobExecutionsRetryConfig),
    Job(Box<Job>),
    Other(Value),
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "of")]
enum Adjacent {
    Job(Box<Job>),
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
enum Tagged {
    Job(Job),
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Holder {
    list: Vec<Job>,
    map: HashMap<String, Job>,
    option: Option<Job>,
    none: Option<Job>,
}

#[track_caller]
fn round<T: Serialize + DeserializeOwned + PartialEq + Debug>(text: &str) -> T {
    let value: T = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&value).unwrap(), text);
    assert_eq!(
        serde_json::from_reader::<_, T>(text.as_bytes()).unwrap(),
        value
    );
    let tree: Value = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::from_value::<T>(tree).unwrap(), value);
    value
}

#[test]
fn shapes_are_parts_of_other_types() {
    let job: Job = codec::from_str(JOB).unwrap();
    let members = JOB.strip_prefix('{').unwrap();

    let flat: Envelope<Job> = round(&format!(r#"{{"account":"1",{members}"#));
    assert_eq!(flat.shape, job);
    assert_eq!(flat.shape.unknown_members().len(), 3);
    assert_eq!(round::<Untagged>(JOB), Untagged::Job(Box::new(job.clone())));
    let retry = r#"{"criteriaList":[{"failureType":"LATER","numberOfRetries":5,"new":1}]}"#;
    assert!(matches!(round::<Untagged>(retry), Untagged::Retry(_)));
    assert!(matches!(
        round::<Untagged>(r#"{"jobId":1}"#),
        Untagged::Other(_)
    ));
    assert!(matches!(round::<Untagged>("[]"), Untagged::Other(_)));

    let adjacent = format!(r#"{{"type":"Job","of":{JOB}}}"#);
    assert_eq!(
        round::<Adjacent>(&adjacent),
        Adjacent::Job(Box::new(job.clone()))
    );
    let tagged = format!(r#"{{"type":"Job",{members}"#);
    assert_eq!(round::<Tagged>(&tagged), Tagged::Job(job.clone()));
    let holder =
        format!(r#"{{"list":[{JOB},{{}}],"map":{{"k":{JOB}}},"option":{JOB},"none":null}}"#);
    assert_eq!(round::<Holder>(&holder).list[0], job);
}

#[test]
fn flattened_timestamps_are_as_good_as_any() {
    for (input, output) in [
        ("1549395301.389", "1549395301.389"),
        ("1549395301389", "1549395301.389"),
        ("1.5e9", "1500000000"),
        ("-62135596800", "-62135596800"),
        ("253402300799.999", "253402300799.999"),
        ("\"2019-02-05T11:35:01.389-08:00\"", "1549395301.389"),
    ] {
        let text = |time: &str| format!(r#"{{"account":"1","createdAt":{time}}}"#);
        let flat: Envelope<JobSummary> = serde_json::from_str(&text(input)).unwrap();
        assert_eq!(serde_json::to_string(&flat).unwrap(), text(output));
    }
    let millis = (0..1000).map(|milli| format!("1549395301.{milli:03}"));
    for text in millis {
        let flat = format!(r#"{{"account":"1","createdAt":{text}}}"#);
        let flat: Envelope<JobSummary> = serde_json::from_str(&flat).unwrap();
        let plain: JobSummary = codec::from_str(&format!(r#"{{"createdAt":{text}}}"#)).unwrap();
        assert_eq!(flat.shape, plain);
    }
    for bad in [
        "null,\"createdAt\":1",
        "true",
        "[]",
        "{}",
        "1e300",
        "\"yesterday\"",
    ] {
        let text = format!(r#"{{"account":"1","createdAt":{bad}}}"#);
        assert!(
            serde_json::from_str::<Envelope<JobSummary>>(&text).is_err(),
            "{bad}"
        );
    }
}

/// A deserialiser that notes which newtype it is asked for, and has no value.
#[derive(Clone, Copy)]
struct Probe<'n>(&'n Cell<Option<&'static str>>);

impl<'de> Deserializer<'de> for Probe<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(serde::de::Error::custom("nothing here"))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.0.set(Some(name));
        self.deserialize_any(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl IntoDeserializer<'_, Error> for Probe<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// The name that `serde_json` gives to values it hands over as text: `src/wire/serde/json_text.rs` relies on it.
fn name_of_text() -> &'static str {
    let name = Cell::new(None);
    assert!(Box::<RawValue>::deserialize(Probe(&name)).is_err());
    name.get().unwrap()
}

#[test]
fn text_is_asked_for_by_the_name_of_raw_value() {
    for member in ["new", "createdAt", "executionNumber"] {
        let name = Cell::new(None);
        let object = MapDeserializer::new([(member, Probe(&name))].into_iter());
        let failed = match member {
            "executionNumber" => JobExecution::deserialize(object).is_err(),
            _ => JobSummary::deserialize(object).is_err(),
        };
        assert!(failed);
        assert_eq!(name.get(), Some(name_of_text()), "{member}");
    }
}

#[test]
fn other_formats_cannot_pass_text_that_is_no_json() {
    for text in [
        "",
        "]",
        "}}",
        "\"",
        "{\"a\":",
        "[1",
        "nul",
        "\\",
        "\\u",
        "é",
        "+5",
        "inf",
        "1 2",
        "true,\"jobId\":\"a\"",
        "{}}",
    ] {
        for member in ["new", "createdAt", "isConcurrent"] {
            let value = HashMap::from([(name_of_text(), text)]);
            let object = MapDeserializer::<_, Error>::new([(member, value)].into_iter());
            assert!(JobSummary::deserialize(object).is_err(), "{member} {text}");
        }
        let value = HashMap::from([(name_of_text(), text)]);
        let object = MapDeserializer::<_, Error>::new([("jobDocument", value)].into_iter());
        assert!(device::JobExecution::deserialize(object).is_err(), "{text}");
    }
    let value = HashMap::from([("a", 1.5)]);
    let object = MapDeserializer::<_, Error>::new([("new", value)].into_iter());
    let job = JobSummary::deserialize(object).unwrap();
    assert_eq!(codec::to_string(&job).unwrap(), r#"{"new":{"a":1.5}}"#);
}

/// A value as a format hands it over that says itself what it holds, such as CBOR.
struct Described(Value);

impl<'de> Deserializer<'de> for Described {
    type Error = serde_json::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> serde_json::Result<V::Value> {
        self.0.deserialize_any(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> serde_json::Result<V::Value> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl IntoDeserializer<'_, serde_json::Error> for Described {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// What becomes of a member in such a format.
fn described<T: Shape>(member: &str, value: Value) -> String {
    let members = MapDeserializer::new([(member, Described(value))].into_iter());
    match T::deserialize(members) {
        Ok(value) => codec::to_string(&value).unwrap(),
        Err(error) => error.to_string(),
    }
}

#[test]
fn errors_of_self_describing_formats_state_what_was_expected() {
    // A member, its value, and what becomes of it.
    for row in [
        r#"comment  "c"  {"comment":"c"}"#,
        "comment  null  {}",
        "comment  5  invalid type: integer `5`, expected a string",
        "status  5  invalid type: integer `5`, expected a string",
        r#"forceCanceled  true  {"forceCanceled":true}"#,
        r#"forceCanceled  "https://h/?X-Amz-Signature=secret"  expected a boolean"#,
        "forceCanceled  5  invalid type: integer `5`, expected a boolean",
        r#"targets  "https://h/?X-Amz-Signature=secret"  expected an array"#,
        "targets  5  invalid type: integer `5`, expected an array",
        r#"documentParameters  "https://h/?X-Amz-Signature=secret"  expected an object"#,
        "documentParameters  5  invalid type: integer `5`, expected an object",
        r#"abortConfig  "https://h/?X-Amz-Signature=secret"  expected an object"#,
        "abortConfig  5  invalid type: integer `5`, expected an object (AbortConfig)",
        r#"createdAt  5  {"createdAt":5}"#,
        "createdAt  true  expected a timestamp of years 0001 to 9999 (epoch seconds, or ISO 8601 with an offset)",
    ] {
        let (member, rest) = row.split_once("  ").unwrap();
        let (value, expected) = rest.split_once("  ").unwrap();
        let value = serde_json::from_str(value).unwrap();
        assert_eq!(described::<Job>(member, value), expected, "{row}");
    }
    let version = |value| described::<JobExecution>("versionNumber", value);
    assert_eq!(version(json!(5)), r#"{"versionNumber":5}"#);
    for other in [json!(true), json!("https://h/?X-Amz-Signature=secret")] {
        assert_eq!(version(other), "expected a 64-bit integer");
    }
}

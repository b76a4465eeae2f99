//! CBOR, `MessagePack` and trees of JSON values, both ways; postcard, which needs lengths first, one way.

use std::collections::BTreeMap;

use iot_jobs::{
    codec,
    device::message::StartNextPendingJobExecutionResponse,
    shape::Shape,
    types::{Job, Tag},
};
use serde_json::Value;

use super::{JOB, MESSAGE};

/// Encodes a value and reads it as the same shape and as a tree of values.
type Format<T> = fn(&T) -> (T, Value);

fn cbor<T: Shape>(value: &T) -> (T, Value) {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).unwrap();
    (
        ciborium::from_reader(&*bytes).unwrap(),
        ciborium::from_reader(&*bytes).unwrap(),
    )
}

fn message_pack<T: Shape>(value: &T) -> (T, Value) {
    let bytes = rmp_serde::to_vec(value).unwrap();
    assert_eq!(rmp_serde::to_vec_named(value).unwrap(), bytes);
    (
        rmp_serde::from_slice(&bytes).unwrap(),
        rmp_serde::from_slice(&bytes).unwrap(),
    )
}

fn tree<T: Shape>(value: &T) -> (T, Value) {
    let tree = serde_json::to_value(value).unwrap();
    (serde_json::from_value(tree.clone()).unwrap(), tree)
}

fn assert_nested<T: Shape>(text: &str) {
    let value: T = codec::from_str(text).unwrap();
    let nested: Value = serde_json::from_str(text).unwrap();
    let formats: [(&str, Format<T>); 3] = [
        ("CBOR", cbor),
        ("MessagePack", message_pack),
        ("Value", tree),
    ];
    for (name, format) in formats {
        let (decoded, as_tree) = format(&value);
        assert_eq!(as_tree, nested, "{name}");
        assert_eq!(decoded, value, "{name}");
        assert_eq!(codec::to_string(&decoded).unwrap(), text, "{name}");
    }
}

#[test]
fn values_come_back_from_formats_that_describe_themselves() {
    assert_nested::<Job>(JOB);
    assert_nested::<StartNextPendingJobExecutionResponse>(MESSAGE);
    // Documents that are scalars, and `null` inside.
    for document in ["7", "true", "[]", "{}", r#"[null,{"a":null}]"#, r#""text""#] {
        assert_nested::<StartNextPendingJobExecutionResponse>(&format!(
            r#"{{"execution":{{"jobDocument":{document}}}}}"#
        ));
    }
    for unknown in [
        "null",
        "-0.5",
        "1e+300",
        "-9223372036854775808",
        r#""\u0001é😀""#,
        "[[[]]]",
    ] {
        assert_nested::<Job>(&format!(r#"{{"new":{unknown}}}"#));
    }
}

#[test]
fn numbers_are_as_exact_as_the_formats() {
    let job: Job =
        codec::from_str(r#"{"a":1.50,"b":123456789012345678901,"c":-0,"d":1E2}"#).unwrap();
    let rounded = r#"{"a":1.5,"b":1.2345678901234568e+20,"c":-0.0,"d":100.0}"#;
    for (decoded, as_tree) in [cbor(&job), message_pack(&job), tree(&job)] {
        assert_eq!(as_tree, serde_json::from_str::<Value>(rounded).unwrap());
        assert_eq!(codec::to_string(&decoded).unwrap(), rounded);
    }
    let job: Job = codec::from_str(r#"{"a":[1e400]}"#).unwrap();
    let refused = [
        ciborium::into_writer(&job, Vec::new())
            .unwrap_err()
            .to_string(),
        rmp_serde::to_vec(&job).unwrap_err().to_string(),
        serde_json::to_value(&job).unwrap_err().to_string(),
    ];
    for message in refused {
        assert!(
            message.contains("a number beyond the range of a 64-bit float"),
            "{message}"
        );
    }
    assert_eq!(codec::to_string(&job).unwrap(), r#"{"a":[1e400]}"#);
}

/// Lengths, then names and values; a byte for each length below 128.
#[test]
fn lengths_come_first() {
    let tag: Tag =
        codec::from_str(r#"{"Key":"k","Value":"v","new":{"list":["x","y"],"none":{}}}"#).unwrap();
    let bytes: [&[u8]; 13] = [
        b"\x03",
        b"\x03Key",
        b"\x01k",
        b"\x05Value",
        b"\x01v",
        b"\x03new",
        b"\x02",
        b"\x04list",
        b"\x02",
        b"\x01x",
        b"\x01y",
        b"\x04none",
        b"\x00",
    ];
    assert_eq!(postcard::to_stdvec(&tag).unwrap(), bytes.concat());
}

#[test]
fn lengths_are_those_of_what_follows() {
    type Maps = BTreeMap<String, BTreeMap<String, String>>;
    let job: Job = codec::from_str(
        r#"{"documentParameters":{"b":"2","a":"1"},"comment":null,"new":{"c":"3"},"empty":{}}"#,
    )
    .unwrap();
    let bytes = postcard::to_stdvec(&job).unwrap();
    let maps: Maps = postcard::from_bytes(&bytes).unwrap();
    assert_eq!(
        serde_json::to_string(&maps).unwrap(),
        r#"{"documentParameters":{"a":"1","b":"2"},"empty":{},"new":{"c":"3"}}"#
    );

    for text in [JOB, "{}"] {
        let job: Job = codec::from_str(text).unwrap();
        assert!(postcard::to_stdvec(&job).is_ok(), "{text}");
    }
    let message: StartNextPendingJobExecutionResponse = codec::from_str(MESSAGE).unwrap();
    assert!(postcard::to_stdvec(&message).is_ok());
}

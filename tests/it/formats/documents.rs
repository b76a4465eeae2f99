//! Job documents with their schema: nested values in every format.

use iot_jobs::document::{Document, Schema};

const STEPS: &str = r#"{"version":"1.0","steps":[{"action":{"name":"a","type":"runHandler","input":{"handler":"h"}}}]}"#;

/// (JSON, the schema, the text of the document, the JSON it is serialized as)
const ROWS: [(&str, Schema, &str, &str); 8] = [
    (STEPS, Schema::Steps, STEPS, STEPS),
    (
        r#"{"operation":"o","extra":1.50}"#,
        Schema::Operation,
        r#"{"operation":"o","extra":1.50}"#,
        r#"{"operation":"o","extra":1.5}"#,
    ),
    (
        r#""{\"operation\": \"o\"}""#,
        Schema::Operation,
        r#"{"operation": "o"}"#,
        r#"{"operation":"o"}"#,
    ),
    (" [1, null] ", Schema::Custom, "[1, null]", "[1,null]"),
    ("{}", Schema::Custom, "{}", "{}"),
    ("null", Schema::Custom, "null", "null"),
    ("true", Schema::Custom, "true", "true"),
    // A document that is a string, as its text in a string.
    (r#""\"a\"""#, Schema::Custom, r#""a""#, r#""\"a\"""#),
];

#[test]
fn a_document_is_a_nested_value() {
    for (json, schema, text, serialized) in ROWS {
        let document: Document = serde_json::from_str(json).unwrap();
        assert_eq!((document.schema(), document.as_str()), (schema, text));
        assert_eq!(serde_json::to_string(&document).unwrap(), serialized);
        assert_eq!(text.parse::<Document>().unwrap(), document, "{json}");

        let again: Document = serde_json::from_str(serialized).unwrap();
        assert_eq!(serde_json::to_string(&again).unwrap(), serialized);

        let value: serde_json::Value = serde_json::from_str(json).unwrap();
        let from_value: Document = serde_json::from_value(value).unwrap();
        assert_eq!(from_value.schema(), schema, "{json}");

        let mut bytes = Vec::new();
        ciborium::into_writer(&document, &mut bytes).unwrap();
        let from_cbor: Document = ciborium::from_reader(bytes.as_slice()).unwrap();
        assert_eq!(from_cbor.schema(), schema, "{json}");
        let bytes = rmp_serde::to_vec(&document).unwrap();
        let from_msgpack: Document = rmp_serde::from_slice(&bytes).unwrap();
        assert_eq!(
            serde_json::to_string(&from_msgpack).unwrap().len(),
            serialized.len()
        );
    }
    insta::assert_yaml_snapshot!(serde_json::from_str::<Document>(STEPS).unwrap(), @r#"
    version: "1.0"
    steps:
      - action:
          name: a
          type: runHandler
          input:
            handler: h
    "#);
}

#[test]
fn what_is_no_document_is_an_error_with_the_path() {
    for (json, message) in [
        (
            r#""install""#,
            "the document is not JSON: expected a JSON value",
        ),
        (
            r#"{"operation":"o","args":7}"#,
            "args: expected an array, found number 7",
        ),
        (
            r#"{"steps":[{"action":{}}]}"#,
            "steps[0].action.name: this required member is missing",
        ),
    ] {
        let error = serde_json::from_str::<Document>(json).unwrap_err();
        assert_eq!(error.to_string(), message);
    }
}

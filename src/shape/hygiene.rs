//! Shapes whose members have the names of the generated code's own variables, parameters and methods.

use std::collections::HashMap;

use iot_jobs_macros::shape;

use super::Shape;
use crate::{Validate, codec, path::PathRef, report::Report};

/// Members named as variables and parameters of the generated code.
#[shape(rule = check_shape)]
pub struct Variables {
    /// A name.
    #[shape(JOB_ID, rule = check_member)]
    pub at: Option<String>,
    /// A name.
    #[shape(DETAILS_MAP)]
    pub map: Option<HashMap<String, String>>,
    /// A name.
    pub seen: Option<bool>,
    /// A name.
    pub unknown_members: Option<Vec<String>>,
    /// A name.
    pub reader: Option<i64>,
    /// A name.
    #[shape(rule = check_member)]
    pub place: String,
    /// A name.
    pub writer: Option<f64>,
    /// A name.
    #[shape(rule = check_member)]
    pub value: Option<String>,
    /// A name.
    pub next: Option<String>,
    /// A name.
    #[shape(rule = check_member)]
    pub walk: Option<String>,
    /// A name.
    #[shape(rule = check_member)]
    pub report: Option<String>,
    /// A name.
    pub f: Option<String>,
    /// A name.
    pub context: Option<String>,
    /// A name.
    pub input: Option<Vec<String>>,
    /// A name.
    pub k: Option<HashMap<String, i64>>,
    /// A name.
    pub v: Option<HashMap<String, String>>,
    /// A name.
    pub self_: Option<String>,
    /// A name.
    pub r#type: Option<String>,
    /// A name.
    pub member_0: Option<String>,
    /// A name.
    pub fields: Option<String>,
    /// A name.
    pub root: Option<String>,
    /// A name.
    pub decoder: Option<String>,
    /// A name.
    pub encoder: Option<String>,
    /// A name.
    pub serializer: Option<String>,
    /// A name.
    pub deserializer: Option<String>,
    /// A name.
    pub generator: Option<String>,
    /// A name.
    pub structures: Option<String>,
    /// A name.
    pub position: Option<String>,
    /// A name.
    pub text: Option<String>,
    /// A name.
    pub wire_name: Option<String>,
}

/// Members named as methods and constants of the traits that a shape and its builder have.
#[shape]
pub struct Methods {
    /// A name.
    pub default: Option<String>,
    /// A name.
    pub clone: Option<String>,
    /// A name.
    pub eq: Option<String>,
    /// A name.
    pub fmt: Option<String>,
    /// A name.
    pub into: Option<String>,
    /// A name.
    pub decode: Option<String>,
    /// A name.
    pub decode_into: Option<String>,
    /// A name.
    pub encode: Option<String>,
    /// A name.
    pub debug: Option<String>,
    /// A name.
    pub is_absent: Option<String>,
    /// A name.
    pub literal: Option<String>,
    /// A name.
    pub read_members: Option<String>,
    /// A name.
    pub write_members: Option<String>,
    /// A name.
    pub undeclared: Option<String>,
    /// A name.
    pub unknown: Option<String>,
    /// A name.
    pub serialize: Option<String>,
    /// A name.
    pub deserialize: Option<String>,
    /// A name.
    pub violations: Option<String>,
    /// A name.
    pub validate: Option<String>,
    /// A name.
    pub structure: Option<String>,
    /// A name.
    pub members: Option<String>,
    /// A name.
    pub kind: Option<String>,
    /// A name.
    pub mqtt: Option<String>,
    /// A name.
    pub missing: Option<String>,
}

/// Rejects the text `bad`.
fn check_member(value: &String, _: &Variables, at: &PathRef<'_>, report: &mut Report) {
    if value == "bad" {
        let finding = crate::report::Finding::error(crate::report::Rule::Form, "a bad text");
        report.add(at, finding);
    }
}

/// Rejects `seen`.
fn check_shape(shape: &Variables, at: &PathRef<'_>, report: &mut Report) {
    if shape.seen == Some(true) {
        let finding = crate::report::Finding::error(crate::report::Rule::Form, "seen");
        report.add(&at.member(Variables::SEEN), finding);
    }
}

const VARIABLES: &str = concat!(
    r#"{"at":"a","map":{"a":"1","b":"2"},"seen":false,"unknownMembers":["u"],"reader":1,"place":"p","#,
    r#""writer":0.5,"value":"v","next":"n","walk":"w","report":"r","f":"f","context":"c","input":["i","j"],"#,
    r#""k":{"k":1},"v":{"v":"w"},"self":"s","type":"t","member0":"m","fields":"x","root":"$","#,
    r#""decoder":"d","encoder":"e","serializer":"s","deserializer":"d","generator":"g","structures":"s","#,
    r#""position":"p","text":"t","wireName":"w","new":{"at":[1,2.5]}}"#,
);

const METHODS: &str = concat!(
    r#"{"default":"a","clone":"b","eq":"c","fmt":"d","into":"e","decode":"f","decodeInto":"g","encode":"h","#,
    r#""debug":"i","isAbsent":"j","literal":"k","readMembers":"l","writeMembers":"m","undeclared":"n","#,
    r#""unknown":"o","serialize":"p","deserialize":"q","violations":"r","validate":"s","structure":"t","#,
    r#""members":"u","kind":"v","mqtt":"w","missing":"x","new":1}"#,
);

/// Decodes and encodes a text of every member, through the codec, serde and the builder.
fn assert_round_trip<T: Shape>(text: &str) -> T {
    let names: Vec<_> = T::STRUCTURE.members.iter().map(|m| m.wire_name).collect();
    let object: serde_json::Value = serde_json::from_str(text).unwrap();
    assert_eq!(object.as_object().unwrap().len(), names.len() + 1);
    assert!(
        names.iter().all(|name| object.get(name).is_some()),
        "{names:?}"
    );

    let value: T = codec::from_str(text).unwrap();
    assert_eq!(codec::to_string(&value).unwrap(), text);
    assert_eq!(serde_json::to_value(&value).unwrap(), object);
    assert_eq!(serde_json::from_value::<T>(object).unwrap(), value);
    assert_eq!(Shape::unknown(&value).len(), 1);
    value
}

#[test]
fn variables_round_trip() {
    let value: Variables = assert_round_trip(VARIABLES);
    assert_eq!(value.to_builder().build().unwrap(), value);
    assert_eq!(value.unknown_members(), ["u"]);
    assert_eq!(
        Shape::unknown_members(&value).get("new"),
        Some(r#"{"at":[1,2.5]}"#)
    );
}

#[test]
fn methods_round_trip() {
    let value: Methods = assert_round_trip(METHODS);
    assert_eq!(value.to_builder().build(), value);
    assert_eq!(value.default(), Some("a"));
    assert_eq!(value.clone(), Some("b"));
    assert_eq!(value.unknown_members().get("new"), Some("1"));
    assert!(
        format!("{value:?}").starts_with(r#"Methods { default: Some("a"), clone: Some("b"), eq"#)
    );
    assert_eq!(Validate::violations(&value), []);
}

#[test]
fn every_setter_sets_its_own_member() {
    let built = Variables::builder()
        .at("a")
        .map("b", "2")
        .map("a", "1")
        .seen(false)
        .unknown_members("u")
        .reader(1)
        .place("p")
        .writer(0.5)
        .value("v")
        .next("n")
        .walk("w")
        .report("r")
        .f("f")
        .context("c")
        .input("i")
        .input("j")
        .k("k", 1)
        .v("v", "w")
        .self_("s")
        .r#type("t")
        .set_type(Some("t".to_owned()))
        .member_0("m")
        .fields("x")
        .root("$")
        .decoder("d")
        .encoder("e")
        .serializer("s")
        .deserializer("d")
        .generator("g")
        .structures("s")
        .position("p")
        .text("t")
        .wire_name("w");
    assert_eq!(built.get_self_().as_deref(), Some("s"));
    let mut built = built.build().unwrap();
    built
        .unknown_members_mut()
        .insert("new", r#"{"at": [1, 2.5]}"#)
        .unwrap();
    assert_eq!(codec::to_string(&built).unwrap(), VARIABLES);
}

#[test]
fn rules_get_the_member_and_its_path() {
    let value: Variables = codec::from_str(
        r#"{"at": "bad", "seen": true, "place": "bad", "value": "bad", "walk": "bad", "report": "bad", "next": "bad"}"#,
    )
    .unwrap();
    let paths: Vec<_> = value
        .violations()
        .into_iter()
        .map(|found| found.path)
        .collect();
    assert_eq!(paths, ["at", "seen", "place", "value", "walk", "report"]);
}

#[test]
fn a_required_member_is_missed_by_its_name() {
    let missing = codec::from_str::<Variables>(r#"{"at": "a"}"#).unwrap_err();
    assert_eq!(
        missing.to_string(),
        "place: this required member is missing at line 1 column 1"
    );
    let unset = Variables::builder().at("a").build().unwrap_err();
    assert_eq!(
        unset.to_string(),
        "place was missing: place was not specified but it is required when building Variables"
    );
}

#[test]
fn debug_shows_every_member_by_its_field() {
    let value: Variables =
        codec::from_str(r#"{"map": {"b": "2", "a": "1"}, "place": "p", "type": "t", "new": [1]}"#)
            .unwrap();
    let text = format!("{value:?}");
    assert!(text.starts_with(r#"Variables { at: None, map: Some({"a": "1", "b": "2"}), seen: None, unknown_members: None, "#), "{text}");
    assert!(
        text.contains(r#", place: "p", writer: None, value: None"#),
        "{text}"
    );
    assert!(
        text.contains(r#", self_: None, type: Some("t"), member_0: None, "#),
        "{text}"
    );
    assert!(
        text.ends_with(r#", wire_name: None, unknown_members: {"new": "3 bytes"} }"#),
        "{text}"
    );
}

//! Placeholders: read, printed, found and given values.

use std::{collections::HashMap, fs};

use iot_jobs::{
    codec,
    document::{
        Document,
        placeholder::{PackagePart, Placeholder, PlaceholderErrorKind, Values, find, substitute},
    },
    types::Job,
    validate::{Rule, Violation},
};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::documents::samples::samples;

/// Paths and rules, which is what most refusals differ by.
fn refusals(document: &str, values: &Values) -> Vec<(String, Rule)> {
    let violations = substitute(document, values).unwrap_err();
    violations
        .into_iter()
        .map(|found| (found.path.to_string(), found.rule))
        .collect()
}

fn message_of(violations: Result<String, Vec<Violation>>) -> String {
    violations.unwrap_err().remove(0).message
}

#[test]
fn every_form_goes_both_ways() {
    let url = "https://s3.eu-west-1.amazonaws.com/bucket/a/b";
    let package = |name, version, part| Placeholder::Package {
        name,
        version,
        part,
    };
    for (text, placeholder) in [
        (
            "${aws:iot:parameter:a_B-9}",
            Placeholder::Parameter { key: "a_B-9" },
        ),
        (
            "${aws:iot:s3-presigned-url:https://s3.eu-west-1.amazonaws.com/bucket/a/b}",
            Placeholder::PresignedUrl { url },
        ),
        (
            "${aws:iot:s3-presigned-url:bucket/key}",
            Placeholder::PresignedUrl { url: "bucket/key" },
        ),
        (
            "${aws:iot:s3-presigned-url-v2:https://s3.eu-west-1.amazonaws.com/bucket/a/b}",
            Placeholder::PresignedUrlV2 { url },
        ),
        (
            "${aws:iot:code-sign-signature:s3://eu-west-1.my.bucket/dir/f@1.bin@v1}",
            Placeholder::CodeSignSignature {
                region: "eu-west-1",
                bucket: "my.bucket",
                file: "dir/f@1.bin",
                version: "v1",
            },
        ),
        (
            "${aws:iot:package:p:version:2.1.5:attributes:s3URL}",
            package("p", "2.1.5", PackagePart::Attribute("s3URL")),
        ),
        (
            "${aws:iot:package:TestPackage:version:$default:attributes}",
            package("TestPackage", "$default", PackagePart::Attributes),
        ),
        (
            "${aws:iot:package::version::attributes}",
            package("", "", PackagePart::Attributes),
        ),
        (
            "${aws:iot:package:p:version:1:artifact-location:s3-presigned-url}",
            package("p", "1", PackagePart::ArtifactLocation),
        ),
    ] {
        assert_eq!(Placeholder::parse(text), Ok(placeholder));
        assert_eq!(placeholder.to_string(), text);
    }
}

#[test]
fn what_only_looks_like_a_placeholder_is_refused() {
    use PlaceholderErrorKind::{Malformed, Nested, NoStart, Trailing, Unknown, Unterminated};
    let long = format!("${{aws:iot:parameter:{}}}", "k".repeat(129));
    for (text, kind) in [
        ("", NoStart),
        ("${HOME}", NoStart),
        (" ${aws:iot:parameter:k}", NoStart),
        ("${aws:iot:parameter:k", Unterminated),
        ("${aws:iot:", Unterminated),
        ("${aws:iot:parameter:k} ", Trailing),
        ("${aws:iot:}", Unknown),
        ("${aws:iot:parameters:k}", Unknown),
        ("${aws:iot:Parameter:k}", Unknown),
        ("${aws:iot:parameter}", Malformed),
        ("${aws:iot:parameter:}", Malformed),
        ("${aws:iot:parameter:a b}", Malformed),
        ("${aws:iot:parameter:é}", Malformed),
        (&long, Malformed),
        ("${aws:iot:s3-presigned-url:}", Malformed),
        ("${aws:iot:s3-presigned-url:https://host}", Malformed),
        ("${aws:iot:s3-presigned-url-v2:https:///key}", Malformed),
        ("${aws:iot:code-sign-signature:s3://r.b/f}", Malformed),
        ("${aws:iot:code-sign-signature:s3://b/f@v}", Malformed),
        ("${aws:iot:code-sign-signature:https://r.b/f@v}", Malformed),
        ("${aws:iot:package:p:attributes}", Malformed),
        ("${aws:iot:package:p:version:1}", Malformed),
        ("${aws:iot:package:p:version:1:attributes:}", Malformed),
        ("${aws:iot:package:p:version:1:sbom}", Malformed),
        (
            "${aws:iot:s3-presigned-url:b/${aws:iot:parameter:k}}",
            Nested,
        ),
    ] {
        let error = Placeholder::parse(text).unwrap_err();
        assert_eq!((error.kind(), error.offset()), (kind, 0), "{text}");
    }
    let error = Placeholder::parse("${aws:iot:parameter:k").unwrap_err();
    assert_eq!(
        error.to_string(),
        r#"the placeholder "${aws:iot:parameter:k" does not end with `}` (at byte 0)"#
    );
}

/// Neither time nor memory grow with the product of the numbers of placeholders and of bytes of a value.
#[test]
fn a_result_that_is_too_large_is_only_counted() {
    let count = 20_000;
    let document = format!(r#"["{}"]"#, "${aws:iot:parameter:p}".repeat(count));
    let value = "v\"".repeat(15_000);
    let values = Values::new().parameter("p", &*value);
    let found = substitute(&document, &values).unwrap_err();
    let found: Vec<_> = found.iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "error: $: the document has 440004 bytes before substitution (allowed: at most 32768) (bytes)"
        ]
    );
    let document = r#"["${aws:iot:parameter:p}${aws:iot:parameter:p}"]"#;
    let found = substitute(document, &values).unwrap_err();
    let found: Vec<_> = found.iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "error: $: the document has 90004 bytes after substitution (allowed: at most 32768) (bytes)"
        ]
    );
}

#[test]
fn all_are_found_with_path_and_offset() {
    let document = r#"{
  "${aws:iot:parameter:name}": "a name is no value",
  "a": ["é${aws:iot:parameter:k}${aws:iot:parameter:l}", 1, {"b c": "${HOME} ${aws:iot"}],
  "d": "\u0024{aws:iot:\uD83D\uDE00} \"${aws:iot:parameter:m"
}"#;
    let found: Vec<_> = find(document)
        .unwrap()
        .into_iter()
        .map(|found| {
            let written = document[found.document_offset..].chars().next().unwrap();
            let path = found.path.to_string();
            (path, found.offset, written, found.text.into_owned())
        })
        .collect();
    let expected = [
        ("a[0]", 2, '$', "${aws:iot:parameter:k}"),
        ("a[0]", 24, '$', "${aws:iot:parameter:l}"),
        ("d", 0, '\\', "${aws:iot:😀}"),
        ("d", 17, '$', "${aws:iot:parameter:m"),
    ];
    let expected: Vec<_> = expected
        .into_iter()
        .map(|(path, offset, written, text)| (path.to_owned(), offset, written, text.to_owned()))
        .collect();
    assert_eq!(found, expected);
    let open = find(document).unwrap().pop().unwrap();
    let error = open.placeholder().unwrap_err();
    assert_eq!(
        (error.kind(), error.offset()),
        (PlaceholderErrorKind::Unterminated, 17)
    );

    let whole = find(r#" "${aws:iot:parameter:k}" "#).unwrap();
    assert!(whole[0].path.is_root());
    assert_eq!(whole[0].document_offset, 2);
    assert_eq!(find("{").unwrap_err().line(), Some(1));

    let messages: Vec<_> = Document::check(document)
        .unwrap()
        .into_iter()
        .map(|found| (found.path.to_string(), found.rule, found.message))
        .collect();
    let unknown = r#"the placeholder "${aws:iot:😀}" is not known to the service (parameter, s3-presigned-url, s3-presigned-url-v2, code-sign-signature, package) (at byte 0)"#;
    let open = r#"the placeholder "${aws:iot:parameter:m" does not end with `}` (at byte 17)"#;
    assert_eq!(
        messages,
        [unknown, open].map(|message| ("d".to_owned(), Rule::Placeholder, message.to_owned()))
    );
}

#[test]
fn a_placeholder_inside_another_is_found_after_it() {
    let document = r#"["${aws:iot:s3-presigned-url:b/${aws:iot:parameter:k}}"]"#;
    let found = find(document).unwrap();
    let texts: Vec<_> = found.iter().map(|it| (it.offset, &*it.text)).collect();
    assert_eq!(
        texts,
        [
            (0, "${aws:iot:s3-presigned-url:b/${aws:iot:"),
            (29, "${aws:iot:parameter:k}"),
        ]
    );
    let error = found[0].placeholder().unwrap_err();
    assert_eq!(error.kind(), PlaceholderErrorKind::Nested);
    assert_eq!(
        found[1].placeholder(),
        Ok(Placeholder::Parameter { key: "k" })
    );
}

#[test]
fn values_are_put_in_and_the_rest_stays_as_it_is() {
    let values = Values::new()
        .parameter("a", "1")
        .parameters([("b", "\"\\/\u{e9}😀\u{2028}")])
        .attributes(
            "p",
            "$default",
            [("url", "https://h/p?x=\"y\""), ("id", "0")],
        );
    let document = " { \"n\" : 1.50e+0,\t\"a\":\"x${aws:iot:parameter:a}y${aws:iot:parameter:b}\",\r\n\
        \"esc\\u0061ped\": \"\\u00e9\\/\\u0024{aws:iot:parameter:a}\\/\",\n\
        \"${aws:iot:parameter:a}\": [ \"${HOME}\", \"${aws:iot:s3-presigned-url:b/k}\",\n\
        \"${aws:iot:package:p:version:$default:attributes}\", \"=${aws:iot:package:p:version:$default:attributes:id}\",\n\
        \"${aws:iot:package:q:version:1:attributes}\", \"${aws:iot:package:p:version:$default:artifact-location:s3-presigned-url}\" ] } ";
    let expected = " { \"n\" : 1.50e+0,\t\"a\":\"x1y\\\"\\\\/\u{e9}😀\u{2028}\",\r\n\
        \"esc\\u0061ped\": \"\\u00e9\\/1\\/\",\n\
        \"${aws:iot:parameter:a}\": [ \"${HOME}\", \"${aws:iot:s3-presigned-url:b/k}\",\n\
        {\"id\":\"0\",\"url\":\"https://h/p?x=\\\"y\\\"\"}, \"=0\",\n\
        \"${aws:iot:package:q:version:1:attributes}\", \"${aws:iot:package:p:version:$default:artifact-location:s3-presigned-url}\" ] } ";
    assert_eq!(substitute(document, &values).unwrap(), expected);
    assert_eq!(
        substitute(
            r#""${aws:iot:parameter:k}""#,
            &Values::new().parameter("k", "${aws:iot:parameter:k}")
        )
        .unwrap(),
        r#""${aws:iot:parameter:k}""#
    );
}

#[test]
fn parameters_come_from_a_job() {
    let job: Job = codec::from_str(r#"{"documentParameters":{"k":"v"}}"#).unwrap();
    let parameters: HashMap<_, _> = job.document_parameters().cloned().unwrap();
    let values = Values::new().parameters(parameters);
    assert_eq!(
        substitute(r#"["${aws:iot:parameter:k}"]"#, &values).unwrap(),
        r#"["v"]"#
    );
}

#[test]
fn what_is_in_the_way_is_listed_whole() {
    let document = r#"{"a":["${aws:iot:parameter:x}"],"b":"${aws:iot:parameter:y","c":"${aws:iot:p:z}",
        "d":"${aws:iot:package:p:version:1:attributes:none}","e":"x ${aws:iot:package:p:version:1:attributes}"}"#;
    let values = Values::new()
        .parameter("unused", "v")
        .parameter("bad key", "v")
        .attributes("p", "1", [("k", "v")]);
    let expected = [
        ("documentParameters[\"bad key\"]", Rule::Pattern),
        ("a[0]", Rule::PlaceholderValue),
        ("b", Rule::Placeholder),
        ("c", Rule::Placeholder),
        ("d", Rule::PlaceholderValue),
        ("e", Rule::Placeholder),
        ("documentParameters[\"bad key\"]", Rule::ParameterUnused),
        ("documentParameters.unused", Rule::ParameterUnused),
    ];
    let expected: Vec<_> = expected.map(|(path, rule)| (path.to_owned(), rule)).into();
    assert_eq!(refusals(document, &values), expected);
    assert_eq!(
        message_of(substitute(r#""é${aws:iot:parameter:x}""#, &Values::new())),
        "no value is given for ${aws:iot:parameter:x} (at byte 2)"
    );
    assert_eq!(
        refusals("{", &Values::new()),
        [("$".to_owned(), Rule::Json)]
    );
}

#[test]
fn keys_and_values_have_limits() {
    let of = |key: &str, value: &str| {
        let document = format!(r#""${{aws:iot:parameter:{key}}}""#);
        substitute(&document, &Values::new().parameter(key, value)).map_err(|found| {
            found
                .into_iter()
                .map(|found| found.rule)
                .collect::<Vec<_>>()
        })
    };
    assert!(of("k", "v").is_ok());
    assert!(of(&"k".repeat(128), &"é".repeat(16000)).is_ok());
    assert!(of("k", &"v".repeat(30720)).is_ok());
    assert_eq!(of("k", &"v".repeat(30721)), Err(vec![Rule::Length]));
    assert_eq!(of("k", ""), Err(vec![Rule::Length]));
    assert_eq!(of("k", "a\nb"), Err(vec![Rule::Pattern]));
    let long = of(&"k".repeat(129), "v").unwrap_err();
    assert_eq!(
        long,
        [Rule::Length, Rule::Placeholder, Rule::ParameterUnused]
    );
}

#[test]
fn documents_have_a_limit_before_and_after() {
    let sized =
        |bytes: usize, text: &str| format!(r#"["{text}{}"]"#, "x".repeat(bytes - 4 - text.len()));
    let placeholder = "${aws:iot:parameter:k}";
    let grow = Values::new().parameter("k", "y".repeat(placeholder.len() + 1));
    let shrink = Values::new().parameter("k", "y");
    assert!(substitute(&sized(32768, placeholder), &shrink).is_ok());
    assert_eq!(
        substitute(&sized(32767, placeholder), &grow).unwrap().len(),
        32768
    );
    assert_eq!(
        message_of(substitute(&sized(32769, placeholder), &shrink)),
        "the document has 32769 bytes before substitution (allowed: at most 32768)"
    );
    assert_eq!(
        message_of(substitute(&sized(32768, placeholder), &grow)),
        "the document has 32769 bytes after substitution (allowed: at most 32768)"
    );
}

#[test]
fn the_published_package_example_comes_out_as_published() {
    let Some(samples) = samples() else { return };
    let read = |name| fs::read_to_string(samples.join(name)).unwrap();
    let before = read("jobdoc-package-all-attributes-before.json");
    let after: Value =
        serde_json::from_str(&read("jobdoc-package-all-attributes-after.json")).unwrap();
    let attributes = after["attributes"].as_object().unwrap();
    let attributes = attributes
        .iter()
        .map(|(key, value)| (key.clone(), value.as_str().unwrap()));
    let values = Values::new().attributes("TestPackage", "$default", attributes);
    let text = substitute(&before, &values).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), after);
}

#[test]
fn placeholders_of_all_samples_are_known() {
    let Some(samples) = samples() else { return };
    let mut count = 0;
    for entry in fs::read_dir(samples).unwrap() {
        let path = entry.unwrap().path();
        let Ok(text) = fs::read_to_string(&path) else {
            continue;
        };
        for found in find(&text).unwrap_or_default() {
            let placeholder = found.placeholder();
            let placeholder = placeholder.unwrap_or_else(|error| panic!("{path:?}: {error}"));
            assert_eq!(placeholder.to_string(), found.text);
            count += 1;
        }
    }
    assert!(count > 20, "{count}");
}

fn placeholder() -> impl Strategy<Value = String> {
    let part = "[a-zA-Z0-9._-]{1,8}";
    prop_oneof![
        "[a-zA-Z0-9_-]{1,128}".prop_map(|key| format!("${{aws:iot:parameter:{key}}}")),
        (part, part, any::<bool>()).prop_map(|(bucket, key, two)| {
            let v2 = if two { "-v2" } else { "" };
            format!("${{aws:iot:s3-presigned-url{v2}:https://s3.r.amazonaws.com/{bucket}/{key}}}")
        }),
        (part, part, "[a-z0-9@/]{1,8}", "[a-z0-9]{1,8}").prop_map(
            |(region, bucket, file, version)| {
                let region = region.replace('.', "-");
                format!("${{aws:iot:code-sign-signature:s3://{region}.{bucket}/{file}@{version}}}")
            }
        ),
        (
            "[a-zA-Z0-9._-]{0,8}",
            r"\$default|[a-zA-Z0-9._-]{0,8}",
            r"attributes|attributes:[a-zA-Z0-9:._-]{1,8}|artifact-location:s3-presigned-url"
        )
            .prop_map(|(name, version, rest)| {
                format!("${{aws:iot:package:{name}:version:{version}:{rest}}}")
            }),
    ]
}

proptest! {
    #[test]
    fn placeholders_print_as_they_parse(text in placeholder()) {
        let parsed = Placeholder::parse(&text).unwrap();
        prop_assert_eq!(parsed.to_string(), text);
    }

    #[test]
    fn any_text_parses_or_is_refused(text in r"\$\{aws:iot:[a-z0-9:/@.$é}{-]{0,40}") {
        if let Ok(parsed) = Placeholder::parse(&text) {
            prop_assert_eq!(parsed.to_string(), text);
        }
    }

    /// Compared with a substitution that works on values instead of text.
    #[test]
    fn substitution_changes_placeholders_and_nothing_else(
        before in "[^$]{0,20}",
        after in "[^$]{0,20}",
        value in "[^\\p{C}]{1,20}",
        number in -1e300..1e300_f64,
    ) {
        let marker = "${aws:iot:parameter:k}";
        let document = |text: &str| json!({
            "text": format!("{before}{text}{after}"), "other": [before, {after.clone(): number}],
        });
        let text = serde_json::to_string_pretty(&document(marker)).unwrap();
        let substituted = substitute(&text, &Values::new().parameter("k", &value)).unwrap();
        prop_assert_eq!(&substituted, &serde_json::to_string_pretty(&document(&value)).unwrap());

        let untouched = serde_json::to_string_pretty(&document("")).unwrap();
        prop_assert_eq!(substitute(&untouched, &Values::new()).unwrap(), untouched);
    }
}

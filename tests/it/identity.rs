//! Paths are equal by their steps: names that differ after the 64 characters that are displayed stay different.

use iot_jobs::{
    Path, Validate, codec,
    event::JobExecutionEvent,
    operation::create_job::CreateJobInput,
    shape::{Shape, UnknownKind},
    types::Job,
};

/// Two names of 65 characters with the same first 64.
fn names() -> [String; 2] {
    ['1', '2'].map(|last| format!("{}{last}", "n".repeat(64)))
}

/// The text of both names in a path.
fn displayed() -> String {
    format!("{}…", "n".repeat(64))
}

#[test]
fn paths_with_the_same_text_differ() {
    let [first, second] = names().map(|name| Path::root().member(name));
    assert_eq!(first.to_string(), second.to_string());
    assert_eq!(first, *displayed());
    assert_ne!(first, second);
    assert_ne!(first.steps(), second.steps());
    assert!(!first.starts_with(&second));

    // Paths of more than 24 steps end with `…`.
    let nested = |depth| (0..depth).fold(Path::root(), Path::index);
    assert_eq!(nested(25).to_string(), nested(26).to_string());
    assert_ne!(nested(25), nested(26));
    assert_eq!(nested(26).steps().len(), 26);

    let rows = [
        // A member with the name of a list's element.
        (
            Path::root().member("a[0]"),
            Path::root().member("a").index(0),
        ),
        // A name with the separator of names.
        (
            Path::root().member("a.b"),
            Path::root().member("a").member("b"),
        ),
        // A member with the text of the whole.
        (Path::root().member("$"), Path::root()),
        (Path::root().member("0"), Path::root().index(0)),
    ];
    for (one, other) in rows {
        assert_ne!(one, other, "{one}, {other}");
        assert_ne!(one.to_string(), other.to_string());
    }
}

#[test]
fn violations_of_two_long_keys_are_located_each_at_its_line() {
    let [first, second] = names();
    let text = format!(
        r#"{{
  "jobId": "j",
  "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"],
  "document": "{{}}",
  "documentParameters": {{
    "{first}": "\u0001",
    "{second}": "\u0002"
  }}
}}"#
    );
    let input: CreateJobInput = codec::from_str(&text).unwrap();
    let violations = input.violations();
    let paths: Vec<_> = violations.iter().map(|found| &found.path).collect();
    let parameters = Path::root().member("documentParameters");
    assert_eq!(
        paths,
        [
            &parameters.clone().member(first),
            &parameters.clone().member(second)
        ]
    );
    assert_eq!(paths[0].to_string(), paths[1].to_string());

    let places = codec::places(&text, paths.iter().copied()).unwrap();
    let found: Vec<_> = places
        .iter()
        .map(|place| (place.line, &text[place.range.clone()], place.exact))
        .collect();
    assert_eq!(found, [(6, r#""\u0001""#, true), (7, r#""\u0002""#, true)]);
    assert_eq!(codec::locate(&text, paths[0]).unwrap().0, 6);
    assert_eq!(codec::locate(&text, paths[1]).unwrap().0, 7);
}

#[test]
fn two_long_unknown_members_are_located_each_at_its_line() {
    let [first, second] = names();
    let text = format!(
        "{{\n\"{first}\": 1,\n\"abortConfig\": {{\"criteriaList\": []}},\n\"{second}\": 2\n}}"
    );
    let job: Job = codec::from_str(&text).unwrap();
    let unknown = job.unknown();
    let paths: Vec<_> = unknown.iter().map(|unknown| &unknown.path).collect();
    assert!(
        unknown
            .iter()
            .all(|unknown| unknown.kind == UnknownKind::Member)
    );
    assert_eq!(
        paths,
        [&Path::root().member(first), &Path::root().member(second)]
    );
    assert_eq!(paths[0].to_string(), paths[1].to_string());

    let places = codec::places(&text, paths).unwrap();
    let found: Vec<_> = places
        .iter()
        .map(|place| (place.line, &text[place.range.clone()]))
        .collect();
    assert_eq!(found, [(2, "1"), (4, "2")]);
}

#[test]
fn an_error_in_one_of_two_long_names_is_located_at_its_line() {
    let [first, second] = names();
    let in_map = |one: &str, other: &str| {
        let text =
            format!("{{\"statusDetails\": {{\n\"{first}\": {one},\n\"{second}\": {other}\n}}}}");
        codec::from_str::<JobExecutionEvent>(&text).unwrap_err()
    };
    // The value of the first, the value of the second, the line.
    let rows = [
        (r#""a""#, "2", 3, &second),
        ("1", r#""b""#, 2, &first),
        (r#""a""#, "null", 3, &second),
        (r#""a""#, r#""\x""#, 3, &second),
        (r#""a""#, "[", 4, &second),
    ];
    for (one, other, line, name) in rows {
        let error = in_map(one, other);
        assert_eq!(error.line(), Some(line), "{one} {other}: {error}");
        assert!(
            error
                .path()
                .starts_with(&Path::root().member("statusDetails").member(name.clone())),
            "{one} {other}: {error:?}"
        );
    }

    // Not a repeated name.
    let both = format!(r#"{{"statusDetails": {{"{first}": "1", "{second}": "2"}}}}"#);
    let event: JobExecutionEvent = codec::from_str(&both).unwrap();
    assert_eq!(
        codec::from_str::<JobExecutionEvent>(&codec::to_string(&event).unwrap()).unwrap(),
        event
    );

    let twice = format!("{{\n\"{first}\": 1,\n\"{second}\": 2,\n\"{second}\": 3}}");
    let error = codec::from_str::<Job>(&twice).unwrap_err();
    assert_eq!(error.path(), &Path::root().member(second));
    assert_eq!(error.line(), Some(4));
    assert_eq!(error.message(), "this member appears twice");
}

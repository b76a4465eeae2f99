//! Names: the characters and lengths that the model allows.

use iot_jobs::{
    constraint::{Constraint, JOB_ID, NAMESPACE_ID, THING_NAME},
    device::topic::{JobId, NamespaceId, ThingName, Topic},
};

/// Whether a pattern such as `[a-z_-]+` allows the character.
fn class_has(constraint: &Constraint, character: char) -> bool {
    let pattern = constraint.pattern.unwrap();
    let mut class = pattern
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix("]+"))
        .unwrap();
    while let Some(first) = class.chars().next() {
        let rest = &class[first.len_utf8()..];
        let last = rest.strip_prefix('-').and_then(|rest| rest.chars().next());
        if (first..=last.unwrap_or(first)).contains(&character) {
            return true;
        }
        class = last.map_or(rest, |last| &rest[1 + last.len_utf8()..]);
    }
    false
}

#[test]
fn the_characters_are_those_of_the_patterns() {
    // All of the first scripts and of the look-alikes of ASCII; the whole of Unicode takes seconds.
    let look_alikes = '\u{fe00}'..='\u{ffff}';
    for character in ('\0'..='\u{2fff}').chain(look_alikes).chain([char::MAX]) {
        let name = character.to_string();
        let name = name.as_str();
        assert_eq!(
            ThingName::new(name).is_ok(),
            class_has(&THING_NAME, character)
        );
        assert_eq!(JobId::new(name).is_ok(), class_has(&JOB_ID, character));
        assert_eq!(
            NamespaceId::new(name).is_ok(),
            class_has(&NAMESPACE_ID, character)
        );
    }
    assert!(class_has(&THING_NAME, ':') && !class_has(&JOB_ID, ':'));
    assert!(class_has(&JOB_ID, '-') && !class_has(&JOB_ID, '.'));
}

#[test]
fn the_longest_names_are_valid() {
    let (thing, job) = ("t".repeat(128), "j".repeat(64));
    let text = format!("$aws/things/{thing}/jobs/{job}/update");
    let topic = Topic::parse(&text).unwrap();
    assert_eq!(topic.thing().unwrap(), thing.as_str());
    assert_eq!(topic.job().unwrap(), job.as_str());
    let text = format!("$aws/events/job/{job}/deleted");
    assert_eq!(Topic::parse(&text).unwrap().to_string(), text);
    assert!(NamespaceId::new("n".repeat(1000)).is_ok());
}

#[test]
fn longer_names_are_invalid() {
    let error = ThingName::new("t".repeat(129)).unwrap_err();
    assert_eq!(
        error.to_string(),
        format!(
            r#"found "{}"… of 129 characters, expected a thing name of 1 to 128 characters of [a-zA-Z0-9:_-]"#,
            "t".repeat(63)
        )
    );
    let error = JobId::new("j".repeat(65)).unwrap_err();
    assert_eq!(
        error.to_string(),
        format!(
            r#"found "{}"… of 65 characters, expected a job name of 1 to 64 characters of [a-zA-Z0-9_-]"#,
            "j".repeat(63)
        )
    );
    assert_eq!((error.level(), error.is_other_service()), (None, false));
}

#[test]
fn errors_show_the_invalid_character() {
    assert_eq!(
        NamespaceId::new("").unwrap_err().to_string(),
        "found nothing, expected a namespace of 1 or more characters of [a-zA-Z0-9_-]"
    );
    // The invalid character is after the part that is shown.
    let error = ThingName::new(format!("{}\n", "t".repeat(100))).unwrap_err();
    assert_eq!(
        format!("{error:?}"),
        format!(
            r#"TopicError(found "{}"… of 101 characters with '\n', expected a thing name of 1 to 128 characters of [a-zA-Z0-9:_-])"#,
            "t".repeat(63)
        )
    );
}

#[test]
fn names_compare_and_display_as_text() {
    let name: ThingName<'static> = "lamp".parse().unwrap();
    assert_eq!(name, ThingName::try_from("lamp").unwrap());
    assert_eq!(name, "lamp");
    assert_eq!(&name, "lamp");
    assert_eq!((name.as_ref(), name.to_string().as_str()), ("lamp", "lamp"));
    assert_eq!(format!("{name:?}"), r#"ThingName("lamp")"#);
}

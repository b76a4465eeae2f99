//! Errors end up in logs: none shows the query of a URL, which may hold a signature, or more than 64
//! characters of a value.

mod sources;

use std::{error::Error, fmt::Debug};

use iot_jobs::validate::{Violation, Violations};

/// What no error may show.
const SECRET: &str = "5ecre7";

/// Values that an error might show, each a text.
fn adversarial() -> Vec<String> {
    adversarial_of(10_000)
}

/// The same, those that are long of so many characters.
fn adversarial_of(length: usize) -> Vec<String> {
    let url = format!("https://b.s3.example/k?X-Amz-Signature={SECRET}");
    let long = "¤".repeat(length);
    vec![
        url.clone(),
        format!("/k?X-Amz-Signature={SECRET}"),
        format!("see \"{url}\" and '{url}'"),
        format!("${{aws:iot:s3-presigned-url:{url}}}"),
        format!("${{aws:iot:parameter:{long}}}"),
        format!("${{aws:iot:parameter:{}", "¤".repeat(100)),
        format!("${{aws:iot:{url}"),
        format!("cron(0/?X-Amz-Signature={SECRET} {long} 1-{long} */{long} ? 3-1{long})"),
        format!("2026-01-01T00:00:00.{long}Z"),
        format!("2026-01-01 00:00?X-Amz-Signature={SECRET}"),
        format!("$aws/things/{long}/jobs/get"),
        format!("$aws/things/lamp/jobs/{url}/get"),
        format!("$aws/things/lamp/jobs/j?X-Amz-Signature={SECRET}/get"),
        format!("$aws/things/lamp/jobs/get/{long}"),
        format!("arn:aws:iot:eu-west-1:123456789012:thing/{long}"),
        "¤".repeat(65),
        "¤\n".repeat(200),
        "¤ ".repeat(200),
        long,
    ]
}

/// How many of the characters that values are filled with a text shows in one go: every value is too
/// long to be shown whole, so each ends with `…`.
fn filling(text: &str) -> usize {
    let shown = text.split('…').map(|shown| shown.matches('¤').count());
    shown.max().unwrap_or_default()
}

/// The longest row of digits.
fn digits(text: &str) -> usize {
    let rows = text.split(|c: char| !c.is_ascii_digit());
    rows.map(str::len).max().unwrap_or_default()
}

/// Checks a text that may be logged.
fn check(text: &str, about: &str) {
    let about: String = about.chars().take(200).collect();
    assert!(!text.contains(SECRET), "{about}: {text}");
    assert!(filling(text) <= 64, "{about}: {text}");
    assert!(digits(text) <= 64, "{about}: {text}");
}

/// Checks an error with all its causes.
fn check_error(error: &(dyn Error + 'static), about: &str) {
    let mut cause = Some(error);
    while let Some(error) = cause {
        check(&error.to_string(), about);
        check(&format!("{error:?}"), about);
        check(&format!("{error:#?}"), about);
        cause = error.source();
    }
}

/// Checks a result whose value is data.
fn check_result<T, E: Error + 'static>(result: Result<T, E>, about: &str) -> bool {
    result.map_err(|error| check_error(&error, about)).is_err()
}

/// Checks each part of what validation finds; a part may be logged by itself.
fn check_violations(violations: &[Violation], about: &str) {
    for violation in violations {
        check(&violation.to_string(), about);
        check(&format!("{violation:?}"), about);
        check(&violation.path.to_string(), about);
        check(&violation.message, about);
        check(violation.value.as_deref().unwrap_or_default(), about);
        check(violation.limit.as_deref().unwrap_or_default(), about);
        check(violation.suggestion.as_deref().unwrap_or_default(), about);
    }
}

/// Checks a refusal by validation, which lists at most one finding of a value for each rule.
fn check_refusal(refusal: &Violations, about: &str) {
    check_violations(&refusal.iter().cloned().collect::<Vec<_>>(), about);
    assert!(refusal.source().is_none());
}

/// Whether a check would notice: it has to fail for what is wrong.
#[test]
fn the_check_notices() {
    fn fails(value: impl Debug) -> bool {
        let text = format!("{value:?}");
        std::panic::catch_unwind(|| check(&text, "a leak")).is_err()
    }
    assert!(adversarial().iter().all(fails));
    assert!(fails("9".repeat(65)));
    assert!(!fails("¤".repeat(64)));
}

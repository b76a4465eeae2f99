//! Strings at the limits of a constraint, one beyond, and in and out of every pattern.

use iot_jobs::constraint::Constraint;

const THING: &str = "arn:aws:iot:eu-west-1:123456789012:thing/";
const PACKAGE: &str = "arn:aws:iot:eu-west-1:123456789012:package/p/version/";

/// A start, and what the rest is filled with; each suits some constraints. `😀` is one code point of
/// four bytes and two units of UTF-16.
const FORMS: &[(&str, char)] = &[
    ("", 'a'),
    ("", '😀'),
    ("", 'A'),
    ("", '1'),
    ("1.", '0'),
    ("arn:", '~'),
    (THING, 'a'),
    (PACKAGE, '1'),
];

const OTHERS: &[&str] = &[
    "",
    " ",
    "*",
    "-",
    "_",
    "~",
    "a:b",
    "a.b",
    "a\n",
    "\na",
    "é",
    "É",
    "٣",
    "\u{301}",
    "\u{a0}",
    "\u{7f}",
    "\u{200b}",
    "\u{e000}",
    "\u{378}",
    "$",
    "$nex",
    "$next",
    "$nextt",
    "1.0",
    "0.1",
    "1",
    "1.0a",
    "arn:",
    "urn:a",
    "arn:é",
    "arn:aws-cn:iot:cn-north-1:1:thinggroup/g:1",
    "arn:azure:iot:r:1:thing/a",
    "arn:aws:iot::1:thing/a",
    "arn:aws:iot:r:1:thing/a/b",
    "arn:aws:iot:r:1:job/a",
    "arn:aws:iot:r:1:package/p",
    "arn:aws:iot:r:1:package//version/1",
    "arn:aws:iot:r:1:package/p/version/$default",
];

/// The text of so many code points in each form.
pub(super) fn of_length(length: usize) -> Vec<String> {
    let forms = FORMS.iter().filter_map(|(start, fill)| {
        let rest = length.checked_sub(start.len())?;
        Some(format!("{start}{}", String::from(*fill).repeat(rest)))
    });
    forms.collect()
}

/// Texts that some pattern takes or refuses.
pub(super) fn others() -> impl Iterator<Item = String> {
    OTHERS.iter().map(|text| (*text).to_owned())
}

/// A text that violates nothing.
pub(super) fn valid(constraint: Option<&Constraint>) -> String {
    let pattern = constraint.and_then(|constraint| constraint.pattern);
    let resources = constraint.map_or(&[][..], |constraint| constraint.documented.resources);
    match pattern {
        _ if resources.contains(&"thing") => format!("{THING}a"),
        _ if resources.contains(&"package") => format!("{PACKAGE}1"),
        Some(arn) if arn.contains("arn:") => "arn:a".to_owned(),
        Some(upper) if upper.contains("Upper") => "A".to_owned(),
        Some(digits) if digits.starts_with("^[0-9]") => "1".to_owned(),
        Some(version) if version.starts_with("^[1-9]") => "1.0".to_owned(),
        // Long enough for every minimum.
        _ => "a".repeat(20),
    }
}

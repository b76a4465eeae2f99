//! JSON generated from a shape's facts: mostly valid, sometimes almost valid.

use arbitrary::{Result, Unstructured};
use iot_jobs::facts::{Kind, Structure};

/// Numbers at and beyond the limits of their kinds.
const NUMBERS: &[&str] = &[
    "0",
    "-0",
    "1",
    "-1",
    "5.0",
    "5e0",
    "5.5",
    "50e-1",
    "0.1",
    "12.50",
    "100",
    "1e400",
    "-1e400",
    "1e-400",
    "2147483647",
    "2147483648",
    "-2147483649",
    "9007199254740993",
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551616",
    "922337203685477580.7e1",
    "1517016948",
    "1549395301.389",
    "1549395301389",
    "1.5e9",
    "0.0000005",
    "-0.0000005",
    "253402300799.999999",
    "253402300799.9999999",
    "253402300800",
    "253402300799999",
    "253402300800000",
    "-62135596800",
    "-62135596800.0000001",
    "-62135596801",
    "8589934592.000001",
    "1e16",
    "123456789012345678901234567890",
];

/// Strings, as written between quotes.
const STRINGS: &[&str] = &[
    "",
    "a",
    "job-1",
    "1",
    "007",
    "true",
    "false",
    "é",
    "\\u00e9",
    "\\ud83d\\ude00",
    "😀",
    "\\ud83d",
    "\\ude00",
    "\\\"\\\\\\/\\b\\f\\n\\r\\t",
    "\\u0000",
    "2019-02-05T19:35:01.389Z",
    "2019-02-05T20:35:01.389+01:00",
    "1970-01-01T00:00:00.0000005Z",
    "9999-12-31T23:59:60Z",
    "0001-01-01T00:00:00+23:59",
    "20190205T193501Z",
    "2019-W06-2T00:00Z",
    "AAECAw==",
    "AAECAw",
    "AB==",
    "${aws:iot:parameter:k}",
    "cron(0 10 ? * MON *)",
    "a b,c\\\\,d",
    "https://h/p?X-Amz-Signature=s",
    "IN_PROGRESS",
    "SOMEDAY",
    "{\\\"a\\\": 1}",
    "9223372036854775808",
];

/// JSON values and invalid text.
const VALUES: &[&str] = &[
    "null",
    "true",
    "false",
    "0",
    "1.50",
    "\"\"",
    "[]",
    "{}",
    "[null]",
    "{\"a\":null}",
    "[1,[2,{\"b\":[]}]]",
    "{\"a\":1,\"a\":2}",
    "[1e999]",
    "tru",
    "",
    "[",
    "{\"a\"",
    "01",
    "+1",
    "1.",
    "\"\\x\"",
    "\u{feff}1",
    "[1,]",
    "{\"$serde_json::private::RawValue\":\"1\"}",
    "{\"$serde_json::private::Number\":\"1\"}",
];

/// White space, mostly none.
const SPACES: &[&str] = &["", "", "", "", "", "", " ", "\n\t\r "];

/// Writes JSON for a structure.
///
/// # Errors
///
/// If the input has text that is not UTF-8; exhausted input reads as zeros.
pub fn structure(facts: &Structure, from: &mut Unstructured<'_>, out: &mut String) -> Result<()> {
    space(from, out)?;
    out.push('{');
    let mut first = true;
    for member in facts.members {
        // One byte selects how the member is written; exhausted input omits the remaining members.
        let form: u8 = from.arbitrary()?;
        let required = member.required && form < 250;
        if form < 110 && !required {
            continue;
        }
        for _ in 0..=usize::from(form == 249) {
            name(member.wire_name, &mut first, from, out)?;
            match form {
                251..=253 => out.push_str("null"),
                254 => out.push_str(from.choose(VALUES)?),
                _ => value(member.kind, from, out)?,
            }
            space(from, out)?;
        }
        if form >= 246 {
            let unknown = ["new", "", "status", "jobId", "z\\u0061", "é", "afr_ota"];
            name(from.choose(&unknown)?, &mut first, from, out)?;
            out.push_str(from.choose(VALUES)?);
        }
    }
    out.push('}');
    space(from, out)
}

fn name(name: &str, first: &mut bool, from: &mut Unstructured<'_>, out: &mut String) -> Result<()> {
    if !std::mem::take(first) {
        out.push(',');
    }
    out.push('"');
    out.push_str(name);
    out.push_str("\":");
    space(from, out)
}

fn value(kind: Kind, from: &mut Unstructured<'_>, out: &mut String) -> Result<()> {
    match kind {
        Kind::Structure(facts) => return structure(facts, from, out),
        Kind::List(element) => {
            out.push('[');
            for index in 0..from.int_in_range(0..=3)? {
                out.push_str(if index == 0 { "" } else { "," });
                value(*element, from, out)?;
            }
            out.push(']');
        }
        Kind::Map(element) => {
            out.push('{');
            let mut first = true;
            for _ in 0..from.int_in_range(0..=3)? {
                name(from.choose(STRINGS)?, &mut first, from, out)?;
                value(*element, from, out)?;
            }
            out.push('}');
        }
        Kind::Boolean => out.push_str(from.choose(&["true", "false"])?),
        Kind::Integer | Kind::Long | Kind::Double => number(from, out)?,
        Kind::Timestamp | Kind::LenientInteger if from.ratio(3, 4)? => number(from, out)?,
        Kind::LenientBoolean if from.ratio(1, 2)? => out.push_str(from.choose(&["true", "false"])?),
        Kind::Document if from.ratio(1, 2)? => out.push_str(from.choose(VALUES)?),
        Kind::Enum(facts) if from.ratio(3, 4)? => {
            out.push('"');
            out.push_str(from.choose(facts.values)?);
            out.push('"');
        }
        _ => string(from, out)?,
    }
    Ok(())
}

fn number(from: &mut Unstructured<'_>, out: &mut String) -> Result<()> {
    if from.ratio(2, 3)? {
        out.push_str(from.choose(NUMBERS)?);
        return Ok(());
    }
    let digits: i64 = from.arbitrary()?;
    let point: u8 = from.arbitrary()?;
    let mut text = digits.to_string();
    let at = usize::from(point % 24);
    if at > 0 && digits >= 0 && at < text.len() {
        text.insert(at, '.');
    }
    out.push_str(&text);
    if point >= 224 {
        let exponent: i8 = from.arbitrary()?;
        out.push('e');
        out.push_str(&exponent.to_string());
    }
    Ok(())
}

fn string(from: &mut Unstructured<'_>, out: &mut String) -> Result<()> {
    if from.ratio(3, 4)? {
        out.push('"');
        out.push_str(from.choose(STRINGS)?);
        out.push('"');
        return Ok(());
    }
    let text: &str = from.arbitrary()?;
    out.push_str(&serde_json::Value::from(text).to_string());
    Ok(())
}

fn space(from: &mut Unstructured<'_>, out: &mut String) -> Result<()> {
    if !from.is_empty() && from.ratio(1, 8)? {
        out.push_str(from.choose(SPACES)?);
    }
    Ok(())
}

//! Scalars by the core schema of YAML 1.2.

use granit_parser::{ScalarStyle, Tag};
use serde_json::Value;

/// A scalar as JSON text.
pub(super) fn json(text: &str, style: ScalarStyle, tag: Option<&Tag>) -> String {
    let is_plain = match tag {
        None => style == ScalarStyle::Plain,
        // `!!int "7"` is a number, and `!!str 7` a string.
        Some(tag) => {
            let resolved = ["null", "bool", "int", "float"];
            tag.is_yaml_core_schema() && resolved.contains(&tag.suffix())
        }
    };
    let plain = if is_plain { plain(text) } else { None };
    plain.unwrap_or_else(|| quoted(text))
}

/// A string as JSON text.
pub(super) fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// The JSON text of a plain scalar that is not a string. Infinities, NaN and numbers with leading zeros, such as
/// account numbers, stay strings.
fn plain(text: &str) -> Option<String> {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Some("null".to_owned()),
        "true" | "True" | "TRUE" => return Some("true".to_owned()),
        "false" | "False" | "FALSE" => return Some("false".to_owned()),
        _ => {}
    }
    let radix = [("0x", 16), ("0o", 8)];
    for (prefix, radix) in radix {
        if let Some(digits) = text.strip_prefix(prefix) {
            let number = u64::from_str_radix(digits, radix).ok();
            return number
                .filter(|_| !digits.starts_with('+'))
                .map(|it| it.to_string());
        }
    }
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let minus = if text.starts_with('-') { "-" } else { "" };
    let (mantissa, exponent) = match unsigned.find(['e', 'E']) {
        Some(at) => unsigned.split_at_checked(at)?,
        None => (unsigned, ""),
    };
    let (integer, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let exponent_digits = exponent.get(1..).unwrap_or_default();
    let exponent_digits = exponent_digits
        .strip_prefix(['+', '-'])
        .unwrap_or(exponent_digits);
    let is_number = digits(integer)
        && digits(fraction)
        && digits(exponent_digits)
        && !(integer.is_empty() && fraction.is_empty())
        && exponent.is_empty() == exponent_digits.is_empty();
    if !is_number || (integer.len() > 1 && integer.starts_with('0')) {
        return None;
    }
    let integer = if integer.is_empty() { "0" } else { integer };
    let point = if fraction.is_empty() { "" } else { "." };
    Some(format!("{minus}{integer}{point}{fraction}{exponent}"))
}

#[cfg(test)]
mod tests {
    use super::{json, quoted};
    use granit_parser::ScalarStyle::Plain;

    #[test]
    fn plain_scalars_are_those_of_the_core_schema() {
        for (text, expected) in [
            ("", "null"),
            ("~", "null"),
            ("Null", "null"),
            ("TRUE", "true"),
            ("false", "false"),
            ("0", "0"),
            ("-17", "-17"),
            ("+17", "17"),
            ("1.50", "1.50"),
            (".5", "0.5"),
            ("5.", "5"),
            ("-1.5e+3", "-1.5e+3"),
            ("1E3", "1E3"),
            ("0x1F", "31"),
            ("0o17", "15"),
        ] {
            assert_eq!(json(text, Plain, None), expected, "{text}");
        }
        for text in [
            "yes",
            "on",
            "no",
            "off",
            "y",
            "tRUE",
            "2010-09-09",
            "012345678901",
            "1_000",
            ".inf",
            ".nan",
            ".",
            "-",
            "+",
            "e5",
            "1e",
            "1e+",
            "0x",
            "0x+1",
            "1.2.3",
            "12:30",
            "--1",
            "NaN",
        ] {
            assert_eq!(json(text, Plain, None), quoted(text), "{text}");
        }
    }
}

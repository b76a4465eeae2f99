//! Values at the limits of a model's shapes, and one beyond.

use iot_jobs::validate::Rule;
use serde_json::{Map, Value, json};

use super::Case;

/// Makes values of the shapes of a model.
pub(super) struct Values<'a> {
    pub(super) shapes: &'a Map<String, Value>,
}

const PACKAGE: &str = "arn:aws:iot:eu-west-1:123456789012:package/p/version/";

impl Values<'_> {
    /// A structure with its required members, and what rules between members ask for.
    pub(super) fn structure(&self, name: &str) -> Map<String, Value> {
        let facts = &self.shapes[name];
        let required = facts["required"].as_array().map_or(&[][..], Vec::as_slice);
        let more = match name {
            "CreateJobRequest" | "CreateJobTemplateRequest" => Some("document"),
            "RateIncreaseCriteria" => Some("numberOfNotifiedThings"),
            "SchedulingConfig" => Some("endTime"),
            _ => None,
        };
        let names = required.iter().filter_map(Value::as_str).chain(more);
        names
            .map(|member| {
                let facts = &facts["members"][member];
                let wire_name = facts["locationName"].as_str().unwrap_or(member);
                let value = self.valid(facts["shape"].as_str().expect("a shape"));
                (wire_name.to_owned(), value)
            })
            .collect()
    }

    /// Any value that is valid.
    fn valid(&self, name: &str) -> Value {
        let facts = &self.shapes[name];
        let min = facts["min"].as_u64().unwrap_or(0);
        match facts["type"].as_str().expect("a type") {
            // A device cannot set the first state.
            _ if name == "JobExecutionStatus" => json!("FAILED"),
            _ if facts["enum"].is_array() => facts["enum"][0].clone(),
            "structure" => self.structure(name).into(),
            "string" => match name {
                "CronExpression" | "StringDateTime" => text(name, 40),
                _ if name.ends_with("Arn") => text(name, 60),
                _ => text(name, min.max(3)),
            },
            "boolean" => json!(true),
            "integer" | "long" | "timestamp" => json!(min.max(1)),
            "double" => facts["min"].as_f64().map_or(json!(1), |min| json!(min)),
            "blob" => json!("YQ=="),
            "list" => self.list(name, min.max(1)),
            "map" => self.map(name, min.max(1)),
            other => panic!("{name} is a {other}"),
        }
    }

    /// Values with what they violate, by their place below the member.
    pub(super) fn cases(&self, name: &str) -> Vec<(Value, Case)> {
        let facts = &self.shapes[name];
        let count = |limit| facts[limit].as_u64();
        match facts["type"].as_str().expect("a type") {
            "string" | "structure" if facts["enum"].is_array() => {
                let known = facts["enum"].as_array().expect("values");
                let known = known.iter().map(|value| (value.clone(), Case::Within));
                known
                    .chain([(json!("NO_SUCH_VALUE"), beyond("", Rule::EnumValue))])
                    .collect()
            }
            "string" => string_cases(name, facts),
            "integer" | "long" | "double" => number_cases(facts),
            "blob" => sized(count("min"), None, Rule::Length, |count| {
                assert!(count < 2, "base64 of more bytes");
                json!(["", "YQ=="][usize::from(count == 1)])
            }),
            "list" => {
                let sizes = sized(count("min"), count("max"), Rule::Size, |count| {
                    self.list(name, count)
                });
                let members = self.cases(facts["member"].as_str().expect("a member"));
                let members = members
                    .into_iter()
                    .map(|(value, case)| (json!([value]), below("[0]", case)));
                sizes.into_iter().chain(members).collect()
            }
            "map" => {
                let sizes = sized(count("min"), count("max"), Rule::Size, |count| {
                    self.map(name, count)
                });
                let (key, value) = (&facts["key"], &facts["value"]);
                let (key, value) = (
                    key.as_str().expect("a key"),
                    value.as_str().expect("a value"),
                );
                let keys = self.cases(key).into_iter().map(|(key, case)| {
                    let key = key.as_str().expect("a string");
                    (json!({ key: self.valid(value) }), below(&shown(key), case))
                });
                let values = self.cases(value).into_iter();
                let values = values.map(|(value, case)| (json!({"k": value}), below(".k", case)));
                sizes.into_iter().chain(keys).chain(values).collect()
            }
            _ => Vec::new(),
        }
    }

    fn list(&self, name: &str, count: u64) -> Value {
        let member = self.shapes[name]["member"].as_str().expect("a member");
        let mut values = Vec::new();
        for kind in ["FAILED", "TIMED_OUT", "ALL"]
            .iter()
            .cycle()
            .take(count.try_into().unwrap())
        {
            let mut value = self.valid(member);
            if member == "RetryCriteria" {
                value["failureType"] = json!(kind);
            }
            values.push(value);
        }
        values.into()
    }

    fn map(&self, name: &str, count: u64) -> Value {
        let value = self.shapes[name]["value"].as_str().expect("a value");
        let entry = |number| (format!("k{number}"), self.valid(value));
        (0..count).map(entry).collect::<Map<_, _>>().into()
    }
}

fn string_cases(name: &str, facts: &Value) -> Vec<(Value, Case)> {
    let mut cases = sized(
        facts["min"].as_u64(),
        facts["max"].as_u64(),
        Rule::Length,
        |count| text(name, count),
    );
    if let Some(pattern) = facts["pattern"].as_str() {
        let (good, bad): (&[&str], &[&str]) = match pattern {
            r"[^\p{C}]+" => (&["é 😀", "~"], &["\u{200b}", "a\nb", "\u{7f}", "\u{e000}"]),
            "[a-zA-Z0-9_-]+" => (&["aZ09_-"], &["*", "é", "a:b", "a\n"]),
            r"[a-zA-Z0-9_-]+|^\$next" => (&["aZ09_-", "$next"], &["$nex", "$nextt", "", "$"]),
            "[a-zA-Z0-9:_-]+" => (&["aZ09:_-"], &["*", "é", "a/b"]),
            r"[a-zA-Z0-9\-]+" => (&["aZ09-"], &["_", "é"]),
            r"[\p{Upper}\p{Digit}_]+" => (&["AZ09_"], &["a", "É", "٣", "-"]),
            r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$" => (&["é\u{a0}٣_.:/=+-@"], &["*", "\u{301}"]),
            r"^[\x21-\x7E]+$" => (&["!~"], &[" ", "é", "\u{7f}"]),
            "^[.$a-zA-Z0-9_-]+$" => (&[".$aZ09_-"], &["*", "é"]),
            "^arn:[!-~]+$" => (&[], &["arn:", "urn:a", "arn:é"]),
            "^[1-9]+.[0-9]+" => (&["1.0", "12.34"], &["0.1", "1", "1.", "1.0a"]),
            "^[0-9]*$" => (&["0", "9"], &["-1", "٣"]),
            other => panic!("{other} is a new pattern: say what it takes"),
        };
        cases.extend(good.iter().map(|text| (json!(text), Case::Within)));
        cases.extend(
            bad.iter()
                .map(|text| (json!(text), beyond("", Rule::Pattern))),
        );
    }
    // One character of an ARN's pattern is shorter than any ARN: the model asks for both.
    cases.retain(|(value, case)| {
        !(name.ends_with("Arn")
            && matches!(case, Case::Within)
            && value.as_str().is_some_and(|t| t.len() < 60))
    });
    cases
}

fn number_cases(facts: &Value) -> Vec<(Value, Case)> {
    let one = if facts["type"] == "double" { 0.1 } else { 1.0 };
    let number = |number: f64| {
        let number = (number * 10.0).round() / 10.0;
        if facts["type"] == "double" {
            json!(number)
        } else {
            #[allow(clippy::cast_possible_truncation)]
            let whole = number as i64;
            json!(whole)
        }
    };
    let mut cases = Vec::new();
    for (limit, beyond_it) in [("min", -one), ("max", one)] {
        if let Some(limit) = facts[limit].as_f64() {
            cases.push((number(limit), Case::Within));
            cases.push((number(limit + beyond_it), beyond("", Rule::Range)));
        }
    }
    cases
}

/// Values of the least and the greatest size, and one beyond each.
fn sized(
    min: Option<u64>,
    max: Option<u64>,
    rule: Rule,
    of: impl Fn(u64) -> Value,
) -> Vec<(Value, Case)> {
    let mut cases = Vec::new();
    for at_limit in min.into_iter().chain(max) {
        cases.push((of(at_limit), Case::Within));
    }
    if let Some(less) = min.and_then(|min| min.checked_sub(1)) {
        cases.push((of(less), beyond("", rule)));
    }
    if let Some(max) = max {
        cases.push((of(max + 1), beyond("", rule)));
    }
    cases
}

/// A text of so many characters that every other rule of its shape allows, where that can be.
fn text(name: &str, count: u64) -> Value {
    let count = usize::try_from(count).expect("a count");
    let (start, fill, end) = match name {
        "CronExpression" => ("cron(", ' ', "0 0 1 1 ? *)"),
        "StringDateTime" => ("2030-01-01 00:00:00.", '0', ""),
        // A name has at most 128 characters, so the region is as long as the ARN needs.
        "TargetArn" => ("arn:aws:iot:", 'a', ":123456789012:thing/pump"),
        "PackageVersionArn" => (PACKAGE, 'a', ""),
        "JobTemplateArn" => ("arn:", 'a', ""),
        "ManagedTemplateVersion" => ("1.", '0', ""),
        "ReasonCode" => ("", 'A', ""),
        "UnsignedLongParameterValue" | "JobDocument" => ("", '1', ""),
        // Two bytes a character, so that a count of bytes would show.
        "Comment"
        | "JobDescription"
        | "ParameterValue"
        | "DetailsValue"
        | "TagKey"
        | "TagValue"
        | "JobDocumentSource"
        | "RoleArn"
        | "StringParameterValue" => ("", 'é', ""),
        _ => ("", 'a', ""),
    };
    let text = match count.checked_sub(start.len() + end.len()) {
        Some(filled) => format!("{start}{}{end}", String::from(fill).repeat(filled)),
        None => "a".repeat(count),
    };
    json!(text)
}

fn beyond(below: &str, rule: Rule) -> Case {
    Case::Beyond(below.to_owned(), rule)
}

/// The same below a step.
fn below(step: &str, case: Case) -> Case {
    match case {
        Case::Within => Case::Within,
        Case::Beyond(rest, rule) => Case::Beyond(format!("{step}{rest}"), rule),
    }
}

/// A key as it stands in a path.
fn shown(key: &str) -> String {
    match key.chars().count() {
        0 => r#"[""]"#.to_owned(),
        65.. => format!(".{}…", key.chars().take(64).collect::<String>()),
        _ if key.chars().any(|c| c.is_whitespace() || c.is_control()) => format!("[{key:?}]"),
        _ => format!(".{key}"),
    }
}

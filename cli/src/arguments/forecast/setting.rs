//! Settings: `abortConfig.criteriaList[0].thresholdPercentage=5`.

use iot_jobs::{
    Path,
    facts::{Kind, Structure},
    path::Step,
};
use serde_json::Value;

use super::super::unknown_name::similar_names;
use crate::commands::forecast::Setting;

const EXPECTED: &str =
    "expected PATH=VALUE, such as abortConfig.criteriaList[0].thresholdPercentage=5";

/// Parses a path as reports print it, and a value.
pub(super) fn setting(text: &str) -> Result<Setting, String> {
    let (path, value) = path(text)?;
    let value = value.strip_prefix('=').ok_or(EXPECTED)?;
    Ok(Setting {
        text: text.to_owned(),
        path,
        value: self::value(value)?,
    })
}

/// JSON, or a string without quotes.
fn value(text: &str) -> Result<Value, String> {
    serde_json::from_str(text).or_else(|error| {
        // Quotes and brackets show that JSON is intended.
        if text.is_empty() || text.starts_with(['{', '[', '"']) {
            return Err(format!("the value is not JSON: {error}"));
        }
        Ok(Value::String(text.to_owned()))
    })
}

/// The path at the start of a text, and the rest.
fn path(text: &str) -> Result<(Path, &str), String> {
    let mut path = Path::root();
    let mut rest = text;
    loop {
        if let Some(inner) = rest.strip_prefix('[') {
            let (step, after) = bracketed(inner)?;
            path = match step {
                Step::Index(index) if !path.is_root() => path.index(index),
                Step::Member(name) => path.member(name.to_string()),
                _ => return Err(EXPECTED.to_owned()),
            };
            rest = after;
        } else {
            let after_dot = rest.strip_prefix('.');
            let start = after_dot.filter(|_| !path.is_root()).unwrap_or(rest);
            let end = start.find(['.', '[', '=', ' ', '"']).unwrap_or(start.len());
            let (name, after) = start.split_at(end);
            if name.is_empty() {
                return Err(EXPECTED.to_owned());
            }
            path = path.member(name.to_owned());
            rest = after;
        }
        if !rest.starts_with(['.', '[']) {
            return Ok((path, rest));
        }
    }
}

/// An index or a quoted name, and the text after the bracket.
fn bracketed(text: &str) -> Result<(Step, &str), String> {
    let index = text.split_once(']');
    let index = index.and_then(|(index, rest)| Some((index.parse().ok()?, rest)));
    if let Some((index, rest)) = index {
        return Ok((Step::Index(index), rest));
    }
    let mut names = serde_json::Deserializer::from_str(text).into_iter::<String>();
    let name = names.next().and_then(Result::ok).ok_or(EXPECTED)?;
    let rest = text.get(names.byte_offset()..).unwrap_or_default();
    let rest = rest.strip_prefix(']').ok_or(EXPECTED)?;
    let path = Path::root().member(name);
    let step = path.steps().first().cloned().ok_or(EXPECTED)?;
    Ok((step, rest))
}

/// Checks that a shape has the path of a setting.
pub(super) fn check(setting: &Setting, shape: &'static Structure) -> Result<(), String> {
    let mut kind = Kind::Structure(shape);
    let mut outer = Path::root();
    for step in setting.path.steps() {
        kind = match (kind, step) {
            (Kind::Structure(of), Step::Member(name)) => {
                let member = of.member(name).ok_or_else(|| {
                    let names = of.members.iter().map(|member| member.wire_name.to_owned());
                    let names: Vec<_> = names.collect();
                    let similar = similar_names(name, &names);
                    let suggestion = match similar.first() {
                        Some(similar) => format!("did you mean `{similar}`?"),
                        None => format!("its members are {}", names.join(", ")),
                    };
                    format!(
                        "`{:.64}` is not a member of {}; {suggestion}",
                        &**name, of.name
                    )
                })?;
                outer = outer.member(member.wire_name);
                member.kind
            }
            (Kind::Map(of), Step::Member(name)) => {
                outer = outer.member(name.to_string());
                *of
            }
            (Kind::List(of), Step::Index(index)) => {
                outer = outer.index(*index);
                *of
            }
            (Kind::List(_), _) => {
                return Err(format!(
                    "{outer} is a list: {outer}[0] is its first element"
                ));
            }
            (_, Step::Index(_)) => return Err(format!("{outer} is not a list")),
            _ => return Err(format!("{outer} has no members")),
        };
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use iot_jobs::{operation::create_job::CreateJobInput, shape::Shape};
    use serde_json::json;

    use super::{EXPECTED, check, setting};

    #[test]
    fn a_setting_has_a_path_and_a_value() {
        let threshold = "abortConfig.criteriaList[0].thresholdPercentage";
        for (text, path, value) in [
            ("jobId=7", "jobId", json!(7)),
            (&format!("{threshold}=2.5"), threshold, json!(2.5)),
            ("a=CANCEL", "a", json!("CANCEL")),
            ("a=\"CANCEL\"", "a", json!("CANCEL")),
            ("a=null", "a", json!(null)),
            ("a=b=c", "a", json!("b=c")),
            ("a={\"b\": [1]}", "a", json!({"b": [1]})),
            (
                "documentParameters[\"a=.]\"].b=1",
                "documentParameters[\"a=.]\"].b",
                json!(1),
            ),
            ("[\"a b\"]=1", "[\"a b\"]", json!(1)),
        ] {
            let parsed = setting(text).unwrap();
            assert_eq!(
                (parsed.path.to_string().as_str(), parsed.value),
                (path, value),
                "{text}"
            );
        }
        for text in [
            "", "a", "=1", "a.=1", ".a=1", "a..b=1", "a[=1", "a[x]=1", "a[-1]=1", "[0]=1", "a b=1",
            "a[0]b=1",
        ] {
            assert_eq!(setting(text).err().as_deref(), Some(EXPECTED), "{text}");
        }
        for text in ["a=", "a={", "a=[1", "a=\"b"] {
            let message = setting(text).err().unwrap();
            assert!(
                message.starts_with("the value is not JSON: "),
                "{text}: {message}"
            );
        }
    }

    #[test]
    fn the_shape_has_the_path() {
        for (text, message) in [
            ("abortConfig.criteriaList[0].thresholdPercentage=5", None),
            ("abortConfig=null", None),
            ("documentParameters.x=5", None),
            ("targets[1]=x", None),
            (
                "abortConfig.criteriaList[0].tresholdPercentage=5",
                Some(
                    "`tresholdPercentage` is not a member of AbortCriteria; did you mean `thresholdPercentage`?",
                ),
            ),
            (
                "timeoutConfig.x=5",
                Some(
                    "`x` is not a member of TimeoutConfig; its members are inProgressTimeoutInMinutes",
                ),
            ),
            (
                "abortConfig.criteriaList.action=5",
                Some(
                    "abortConfig.criteriaList is a list: abortConfig.criteriaList[0] is its first element",
                ),
            ),
            ("abortConfig[0]=5", Some("abortConfig is not a list")),
            ("jobId.x=5", Some("jobId has no members")),
        ] {
            let found = check(&setting(text).unwrap(), &CreateJobInput::STRUCTURE);
            assert_eq!(found.err().as_deref(), message, "{text}");
        }
    }
}

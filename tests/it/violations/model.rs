//! For every constrained member of both models: each limit, and one beyond it.
//!
//! Reads `$IOT_JOBS_SHARED/model/*.json`, and says so where that is not set.

mod values;

use std::{env, fs, path::Path};

use iot_jobs::{
    catalog,
    validate::{Rule, Severity, Violation},
};
use serde_json::{Map, Value, json};

use self::values::Values;

/// What a value does: nothing, or violate one rule at a place below its member.
enum Case {
    Within,
    Beyond(String, Rule),
}

struct Plane {
    prefix: &'static str,
    shapes: Map<String, Value>,
}

fn planes() -> Option<[Plane; 2]> {
    let Some(shared) = env::var_os("IOT_JOBS_SHARED") else {
        eprintln!("IOT_JOBS_SHARED is not set: limits are not compared with the models");
        return None;
    };
    let read = |name: &str, prefix| {
        let file = Path::new(&shared).join("model").join(name);
        let text = fs::read_to_string(file).expect("a model");
        let mut model: Value = serde_json::from_str(&text).expect("JSON");
        let Value::Object(shapes) = model["shapes"].take() else {
            panic!("shapes");
        };
        Plane { prefix, shapes }
    };
    Some([
        read("control-plane.json", ""),
        read("data-plane.json", "device."),
    ])
}

#[test]
fn limits_are_those_of_the_models() {
    let Some(planes) = planes() else { return };
    let (mut constrained, mut checked) = (0, 0);
    for Plane { prefix, shapes } in &planes {
        let values = Values { shapes };
        for (name, facts) in shapes {
            let Some(members) = facts["members"].as_object() else {
                continue;
            };
            let base = values.structure(name);
            let shape = format!("{prefix}{name}");
            assert_eq!(violations(&shape, &base), [], "{shape}");
            for (member, facts) in members {
                let wire_name = facts["locationName"].as_str().unwrap_or(member);
                let cases = values.cases(facts["shape"].as_str().expect("a shape"));
                constrained += usize::from(!cases.is_empty());
                checked += cases.len();
                for (value, case) in cases {
                    let mut whole = base.clone();
                    // Of these pairs one is set, or the values of both depend on each other.
                    match wire_name {
                        "documentSource" => whole.remove("document"),
                        "numberOfSucceededThings" => whole.remove("numberOfNotifiedThings"),
                        "startTime" => whole.remove("endTime"),
                        _ => None,
                    };
                    whole.insert(wire_name.to_owned(), value);
                    check(&shape, wire_name, &whole, &case);
                }
            }
            if name.ends_with("Request") {
                checked += required(&shape, facts, &base);
            }
        }
    }
    // So that an empty model, or one in another form, does not pass for a good one.
    assert!(constrained > 150, "only {constrained} members have limits");
    assert!(checked > 600, "only {checked} values were checked");
}

/// Leaves each required member out.
fn required(shape: &str, facts: &Value, base: &Map<String, Value>) -> usize {
    let required = facts["required"].as_array().map_or(&[][..], Vec::as_slice);
    for member in required {
        let member = member.as_str().expect("a name");
        let mut whole = base.clone();
        whole.remove(member).expect("a required member");
        check(
            shape,
            member,
            &whole,
            &Case::Beyond(String::new(), Rule::Required),
        );
    }
    required.len()
}

fn check(shape: &str, member: &str, whole: &Map<String, Value>, case: &Case) {
    let found = violations(shape, whole);
    let shown = format!("{shape}: {:.200}", Value::from(whole.clone()).to_string());
    match case {
        Case::Within => assert_eq!(declared(&found), Vec::<&Violation>::new(), "{shown}"),
        Case::Beyond(below, rule) => {
            assert_eq!(found.len(), 1, "{shown} {found:?}");
            assert_eq!(
                found[0].path.to_string(),
                format!("{member}{below}"),
                "{shown}"
            );
            assert_eq!(found[0].rule, *rule, "{shown}");
            let warning = found[0].severity == Severity::Warning;
            // Devices send status details that break their pattern.
            let details = found[0]
                .path
                .to_string()
                .to_ascii_lowercase()
                .contains("details");
            let loose = *rule == Rule::EnumValue || (*rule == Rule::Pattern && details);
            assert!(!warning || loose, "{shown} {found:?}");
        }
    }
}

/// The violations of declared constraints. At its minimum length a text is not a cron expression, and a device
/// cannot set every state.
fn declared(found: &[Violation]) -> Vec<&Violation> {
    let of_the_model = |v: &&Violation| {
        !matches!(
            v.rule,
            Rule::Cron | Rule::ScheduleFormat | Rule::DeviceStatus
        )
    };
    found.iter().filter(of_the_model).collect()
}

fn violations(shape: &str, value: &Map<String, Value>) -> Vec<Violation> {
    let entry = catalog::find_shape(shape).unwrap_or_else(|| panic!("no shape {shape}"));
    let text = json!(value).to_string();
    let value = entry
        .decode(&text)
        .unwrap_or_else(|error| panic!("{shape}: {error}"));
    value.violations()
}

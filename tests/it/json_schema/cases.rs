//! Values of a kind: at and beyond each limit, of every wrong type, and one that is valid.

use iot_jobs::{
    constraint::{Constraint, Counts},
    facts::{Kind, Structure},
};
use serde_json::{Map, Value, json};

use super::texts;

type Declared = Option<&'static Constraint>;

/// A structure with its required members and nothing else.
pub(super) fn structure(facts: &Structure) -> Map<String, Value> {
    let required = facts.members.iter().filter(|member| member.required);
    required
        .map(|member| {
            let value = valid(member.kind, member.constraint);
            (member.wire_name.to_owned(), value)
        })
        .collect()
}

/// A value that violates nothing.
pub(super) fn valid(kind: Kind, declared: Declared) -> Value {
    match kind {
        Kind::String => json!(texts::valid(declared)),
        Kind::Boolean | Kind::LenientBoolean => json!(true),
        // Within every range of the models: 60 to 3600 is the narrowest from below, 0 to 10 from above.
        Kind::Integer | Kind::Long | Kind::LenientInteger => {
            json!(limits(declared).first().copied().unwrap_or(1).max(1))
        }
        Kind::Double => json!(1.1),
        Kind::Timestamp => json!(1_549_395_301.389),
        Kind::Blob => json!("YQ=="),
        Kind::Document => json!({}),
        Kind::Enum(facts) => json!(facts.values[0]),
        Kind::Structure(facts) => structure(facts).into(),
        Kind::List(element) => json!([valid(*element, declared.and_then(|d| d.element))]),
        Kind::Map(value) => json!({"k": valid(*value, declared.and_then(|d| d.value))}),
        other => panic!("{other:?} is a new kind: say what it takes"),
    }
}

/// The limits of a constraint as whole numbers, the lower ones first.
pub(super) fn limits(declared: Declared) -> Vec<i64> {
    let Some(declared) = declared else {
        return Vec::new();
    };
    let documented = declared.documented;
    // Limits of doubles are tried with tenths besides.
    #[allow(clippy::cast_possible_truncation)]
    let model = [declared.min, declared.max].map(|limit| limit.map(|limit| limit as i64));
    let documented =
        [documented.min, documented.max, documented.also_allowed].map(|l| l.map(i64::from));
    let both = model[..1].iter().chain(&documented).chain(&model[1..]);
    both.copied().flatten().collect()
}

/// Counts at each limit and one beside it.
pub(super) fn counts(declared: Declared) -> Vec<usize> {
    let around = |limit: i64| [limit - 1, limit, limit + 1];
    let counts = limits(declared).into_iter().flat_map(around);
    counts.filter_map(|count| count.try_into().ok()).collect()
}

/// Values of a kind, good and bad.
pub(super) fn of(kind: Kind, declared: Declared) -> Vec<Value> {
    let mut values = vec![
        json!(null),
        json!(true),
        json!(7),
        json!(7.5),
        json!("x"),
        json!([]),
        json!({}),
        json!([null]),
    ];
    values.push(valid(kind, declared));
    match kind {
        Kind::String | Kind::Document => {
            values.extend(strings(declared).into_iter().map(Value::from));
        }
        Kind::Boolean | Kind::LenientBoolean => {
            values.extend(["true", "false", "TRUE", "", "${aws:iot:parameter:k}"].map(Value::from));
        }
        Kind::Integer | Kind::Long | Kind::Double | Kind::LenientInteger => {
            values.extend(numbers(declared));
        }
        Kind::Timestamp => values.extend(moments()),
        Kind::Blob => {
            let texts = [
                "", "YQ", "YQ==", "YWI=", "YWJj", "YWJjZA==", "Y", "Y===", "=YQ", "a b=",
            ];
            values.extend(texts.map(Value::from));
        }
        Kind::Enum(facts) => {
            values.extend(facts.values.iter().map(|value| json!(value)));
            values.push(json!(""));
        }
        Kind::Structure(_) => {}
        Kind::List(element) => {
            let inner = declared.and_then(|declared| declared.element);
            let valid = valid(*element, inner);
            values.extend(of(*element, inner).into_iter().map(|value| json!([value])));
            values.extend(
                counts(declared)
                    .into_iter()
                    .map(|n| vec![valid.clone(); n].into()),
            );
        }
        Kind::Map(value) => {
            let inner = declared.and_then(|declared| declared.value);
            let valid = valid(*value, inner);
            values.extend(
                of(*value, inner)
                    .into_iter()
                    .map(|value| json!({"k": value})),
            );
            let keys = strings(declared.and_then(|declared| declared.key));
            values.extend(keys.into_iter().map(|key| json!({ key: valid.clone() })));
            let many = |count| (0..count).map(|n| (format!("k{n}"), valid.clone()));
            let counts = counts(declared).into_iter();
            values.extend(counts.map(|count| many(count).collect::<Map<_, _>>().into()));
        }
        other => panic!("{other:?} is a new kind: say what it takes"),
    }
    values
}

fn strings(declared: Declared) -> Vec<String> {
    let lengths = counts(declared).into_iter().flat_map(texts::of_length);
    lengths.chain(texts::others()).collect()
}

fn numbers(declared: Declared) -> Vec<Value> {
    let whole = [
        -1,
        0,
        1,
        i64::from(i32::MIN),
        i64::from(i32::MAX),
        i64::MIN,
        i64::MAX,
    ];
    let beside = |number: i64| [number.checked_sub(1), Some(number), number.checked_add(1)];
    let whole = limits(declared).into_iter().chain(whole).flat_map(beside);
    let mut numbers: Vec<_> = whole.flatten().map(Value::from).collect();
    if let Some(declared) = declared.filter(|declared| declared.counts == Counts::Value) {
        for limit in declared.min.into_iter().chain(declared.max) {
            numbers.extend([limit - 0.1, limit, limit + 0.1].map(Value::from));
        }
    }
    // 5e0 is read as 5.0, and 2^63 and 2^64 - 1 are no i64.
    numbers.extend([json!(5.0), json!(5e0), json!(1_u64 << 63), json!(u64::MAX)]);
    numbers.extend(["5", "08", "", "-1", "five", "${aws:iot:parameter:k}"].map(Value::from));
    numbers
}

fn moments() -> Vec<Value> {
    let numbers = [
        0.0,
        1.5e9,
        1_549_395_301.389,
        1_549_395_301_389.0,
        -62_135_596_800_000.0,
        -62_135_596_801_000.0,
        253_402_300_799_999.0,
        253_402_300_800_000.0,
        1_549_395_301_389_000.0,
    ];
    let texts = [
        "2019-02-05T19:35:01Z",
        "2019-02-05T19:35:01.389+01:00",
        "2019-02-05T19:35:01.389",
        "2019-02-05",
        "2019-02-30T19:35:01Z",
        "yesterday",
        "",
    ];
    let numbers = numbers.into_iter().map(Value::from);
    numbers.chain(texts.map(Value::from)).collect()
}

//! An input's request, written by the AWS SDK.

use std::fmt::Debug;

use aws_smithy_runtime_api::client::{interceptors::context::Input, runtime_plugin::RuntimePlugin};
use iot_jobs::{
    Error, codec,
    http::Binding,
    shape::{Operation, Shape},
};
use proptest::prelude::*;
use serde_json::Value;

use crate::{
    losses::{Changes, Plane},
    sdk, values,
};

/// The inputs that this crate refuses and the SDK sends: our error, and the reason.
const REFUSED: [(&str, &str); 1] = [(
    "this member is part of the path and must not be a dot segment",
    "clients and proxies remove dot segments, so that the request is for another resource",
)];

/// The SDK's request of the converted input has our method, path, query and body.
pub(crate) fn check<O, Sdk>(operation: &dyn RuntimePlugin)
where
    O: Operation<Input: TryFrom<Sdk, Error: Into<Error>>>,
    Sdk: TryFrom<O::Input, Error: Into<Error>> + Clone + Debug + PartialEq + Send + Sync + 'static,
{
    let structure = &<O::Input as Shape>::STRUCTURE;
    // Inputs have no member with losses.
    let strip = Changes {
        plane: Plane::Control,
        strip: true,
        losses: &[],
        times_as_f64: false,
    };
    values::each::<O::Input>(|value| {
        let text = codec::to_string(&value)?;
        let known: O::Input = codec::from_str(&strip.apply(structure, &text))?;
        let ours = O::to_request(&known);
        let converted = values::converted::<O::Input, Sdk>(Plane::Control, value, &text)?;
        let theirs = sdk::serialize(operation, Input::erase(converted));
        let (ours, theirs) = match (ours, theirs) {
            (Ok(ours), Ok(theirs)) => (ours, theirs),
            (Err(_), Err(_)) => return Ok(()),
            (Err(error), Ok(_)) if REFUSED.iter().any(|(text, _)| *text == error.message()) => {
                return Ok(());
            }
            (ours, theirs) => {
                return Err(TestCaseError::fail(format!("{ours:?} and {theirs:?}")));
            }
        };
        prop_assert_eq!(ours.method().as_str(), theirs.method());
        prop_assert_eq!(ours.uri().to_string(), theirs.uri());
        let body = theirs.body().bytes().expect("a body in memory");
        prop_assert_eq!(json(ours.body()), json(body));
        Ok(())
    });
}

/// The body as a value, since the SDK writes maps in no order; an empty one is none.
fn json(body: &[u8]) -> Option<Value> {
    (!body.is_empty()).then(|| {
        let mut value = serde_json::from_slice(body).expect("JSON");
        integers(&mut value);
        value
    })
}

/// The SDK writes a whole `f64` as `1.0`; this crate as `1`.
fn integers(value: &mut Value) {
    match value {
        Value::Array(elements) => elements.iter_mut().for_each(integers),
        Value::Object(members) => members.values_mut().for_each(integers),
        Value::Number(number) => {
            if let Some(whole) = number.to_string().strip_suffix(".0") {
                *number = whole.parse::<i64>().map_or(number.clone(), Into::into);
            }
        }
        Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}

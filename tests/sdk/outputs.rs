//! An output's text, read by the AWS SDK.

use std::fmt::Debug;

use aws_smithy_runtime_api::client::runtime_plugin::RuntimePlugin;
use iot_jobs::{
    Error, codec,
    shape::{Operation, Shape},
};
use proptest::prelude::*;

use crate::{
    losses::{ALL, Changes, Plane, READABLE},
    sdk, values,
};

/// The SDK's value of our text is, converted, the value that the text is of.
pub(crate) fn check<O, Sdk>(plane: Plane, operation: &dyn RuntimePlugin)
where
    O: Operation<Output: TryFrom<Sdk, Error: Into<Error>>>,
    Sdk: TryFrom<O::Output, Error: Into<Error>> + Clone + Debug + PartialEq + Send + Sync + 'static,
{
    let structure = &<O::Output as Shape>::STRUCTURE;
    let readable = Changes {
        plane,
        strip: false,
        losses: READABLE,
        times_as_f64: false,
    };
    let losses = Changes {
        plane,
        strip: true,
        losses: ALL,
        times_as_f64: true,
    };
    values::each::<O::Output>(|value| {
        let text = codec::to_string(&value)?;
        values::converted::<O::Output, Sdk>(plane, value, &text)?;
        let text = readable.apply(structure, &text);
        let expected: O::Output = codec::from_str(&losses.apply(structure, &text))?;
        let read = sdk::deserialize(operation, 200, &[], &text);
        let read = read.map_err(|error| TestCaseError::fail(format!("{error:?}")))?;
        let read = read.downcast_ref::<Sdk>().expect("the output").clone();
        let read = O::Output::try_from(read).map_err(Into::into)?;
        prop_assert_eq!(codec::to_string(&read)?, codec::to_string(&expected)?);
        Ok(())
    });
}

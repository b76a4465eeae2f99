//! An error response, read by the AWS SDK.

use aws_smithy_runtime_api::client::runtime_plugin::RuntimePlugin;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use iot_jobs::{
    codec,
    shape::{Operation, Shape},
};
use proptest::prelude::*;

use crate::{
    losses::{Changes, Plane},
    sdk, values,
};

/// The exceptions of the table are those that the operation declares.
pub(crate) fn check_list<O: Operation>(names: &[&str]) {
    let declared: Vec<_> = O::FACTS.errors.iter().map(|error| error.name).collect();
    assert_eq!(names, declared, "{}", O::FACTS.name);
}

/// The variant, code, message and members of the SDK's error are those of the exception.
pub(crate) fn check<Ours, E, Sdk>(operation: &dyn RuntimePlugin, variant: fn(&E) -> Option<Sdk>)
where
    Ours: Shape + From<Sdk>,
    E: ProvideErrorMetadata + std::error::Error + Send + Sync + 'static,
    Sdk: From<Ours> + ProvideErrorMetadata,
{
    let structure = &Ours::STRUCTURE;
    let status = structure.error_status.expect("an error shape");
    // Exceptions have no member with losses.
    let strip = Changes {
        plane: Plane::Control,
        strip: true,
        losses: &[],
        times_as_f64: false,
    };
    values::each::<Ours>(|value| {
        let text = codec::to_string(&value)?;
        let expected: Ours = codec::from_str(&strip.apply(structure, &text))?;
        let read = sdk::deserialize(
            operation,
            status,
            &[("x-amzn-errortype", structure.name)],
            &text,
        );
        let Err(error) = read else {
            return Err(TestCaseError::fail("the SDK read an output"));
        };
        let error = error
            .as_operation_error()
            .and_then(|error| error.downcast_ref::<E>());
        let error = error.ok_or_else(|| TestCaseError::fail("another error"))?;
        prop_assert_eq!(error.code(), Some(structure.name));
        let read = variant(error);
        let read =
            read.ok_or_else(|| TestCaseError::fail(format!("another variant: {error:?}")))?;
        let converted = Sdk::from(value);
        prop_assert_eq!(
            (read.code(), read.message()),
            (converted.code(), converted.message())
        );
        prop_assert_eq!(Ours::from(read), expected);
        Ok(())
    });
}

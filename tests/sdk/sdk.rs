//! The AWS SDK's serializer and deserializer of an operation, from its configuration layer.

use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        interceptors::context::{Input, OutputOrError},
        orchestrator::{HttpRequest, HttpResponse},
        runtime_plugin::RuntimePlugin,
        ser_de::{
            DeserializeResponse, SerializeRequest, SharedRequestSerializer,
            SharedResponseDeserializer,
        },
    },
    http::StatusCode,
};
use aws_smithy_types::{body::SdkBody, config_bag::ConfigBag};

fn bag(operation: &dyn RuntimePlugin) -> ConfigBag {
    let mut bag = ConfigBag::base();
    bag.push_shared_layer(operation.config().expect("a configuration layer"));
    bag
}

/// The request of an input.
pub(crate) fn serialize(
    operation: &dyn RuntimePlugin,
    input: Input,
) -> Result<HttpRequest, BoxError> {
    let mut bag = bag(operation);
    let serializer = bag.load::<SharedRequestSerializer>().expect("a serializer");
    serializer.clone().serialize_input(input, &mut bag)
}

/// What a response contains.
pub(crate) fn deserialize(
    operation: &dyn RuntimePlugin,
    status: u16,
    headers: &[(&'static str, &'static str)],
    body: &str,
) -> OutputOrError {
    let status = StatusCode::try_from(status).expect("a status");
    let mut response = HttpResponse::new(status, SdkBody::from(body));
    for (name, value) in headers {
        response.headers_mut().insert(*name, *value);
    }
    let bag = bag(operation);
    let deserializer = bag
        .load::<SharedResponseDeserializer>()
        .expect("a deserializer");
    deserializer.deserialize_nonstreaming_with_config(&response, &bag)
}

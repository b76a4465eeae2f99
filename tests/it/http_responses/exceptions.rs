//! The exceptions of the model, both ways.

use iot_jobs::{
    catalog, codec, device,
    http::ServiceError,
    shape::Shape,
    types::{
        Job,
        error::{ConflictException, ResourceAlreadyExistsException, VersionConflictException},
    },
};

use super::{headers, response};

#[test]
fn an_exception_passes_both_ways() {
    let taken = ResourceAlreadyExistsException::builder()
        .message("taken")
        .resource_id("j")
        .resource_arn("arn:j")
        .build();
    let sent = ServiceError::from_exception(&taken).unwrap().to_response();
    assert_eq!(sent.status(), 409);
    assert_eq!(
        headers(&sent, ["x-amzn-errortype", "content-type"]),
        ["ResourceAlreadyExistsException", "application/json"].map(|it| Some(it.to_owned()))
    );
    let body = r#"{"message":"taken","resourceId":"j","resourceArn":"arn:j"}"#;
    assert_eq!(sent.body(), body.as_bytes());

    let error = ServiceError::from_response(&sent);
    assert_eq!(error.resource_id().as_deref(), Some("j"));
    assert_eq!(error.resource_arn().as_deref(), Some("arn:j"));
    assert_eq!(error.payload(), None);
    assert_eq!(error.exception().unwrap().ok(), Some(taken));
    assert!(error.exception::<VersionConflictException>().is_none());
}

#[test]
fn throttling_on_the_data_plane_has_a_payload() {
    let body = r#"{"message":"slow","payload":"AAEC/w=="}"#;
    let sent = [("x-amzn-errortype", "ThrottlingException")];
    let error = ServiceError::from_response(&response(429, &sent, body));
    assert_eq!(error.payload().as_deref(), Some(&[0, 1, 2, 0xff][..]));
    let exception: device::types::error::ThrottlingException = error.exception().unwrap().unwrap();
    assert_eq!(codec::to_string(&exception).unwrap(), body);
    let again = ServiceError::from_exception(&exception).unwrap();
    assert_eq!(
        (again.status().as_u16(), again.body()),
        (429, body.as_bytes())
    );

    for wrong in [r#"{"payload":"*"}"#, r#"{"payload":7}"#, "{}", "<html>"] {
        let error = ServiceError::from_response(&response(429, &sent, wrong));
        assert_eq!(error.payload(), None);
        assert!(error.is_throttling());
    }
}

#[test]
fn a_conflict_names_the_resource() {
    let sent = [("x-amzn-errortype", "ConflictException")];
    let body = r#"{"message":"busy","resourceId":"t"}"#;
    let error = ServiceError::from_response(&response(409, &sent, body));
    assert_eq!(error.resource_id().as_deref(), Some("t"));
    assert_eq!(error.resource_arn(), None);
    let conflict: ConflictException = error.exception().unwrap().unwrap();
    assert_eq!(conflict.resource_id(), Some("t"));
}

#[test]
fn an_exception_whose_body_does_not_decode_says_so() {
    let sent = [("x-amzn-errortype", "ConflictException")];
    let error = ServiceError::from_response(&response(409, &sent, r#"{"resourceId":7}"#));
    let exception = error.exception::<ConflictException>().unwrap();
    assert_eq!(exception.unwrap_err().path(), "resourceId");
    // A body that is empty is an exception without members.
    let error = ServiceError::from_response(&response(409, &sent, ""));
    let exception = error.exception::<ConflictException>().unwrap();
    assert_eq!(exception.unwrap(), ConflictException::builder().build());
}

#[test]
fn what_is_no_exception_is_refused() {
    let error = ServiceError::from_exception(&Job::builder().build()).unwrap_err();
    assert!(error.is_encode());
    assert_eq!(error.message(), "Job is not an exception of the model");
}

#[test]
fn every_operations_errors_have_a_status_and_a_shape() {
    let mut listed = 0;
    for entry in catalog::operations() {
        let name = entry.name();
        let plane = name.rsplit_once('.').map_or("", |(plane, _)| plane);
        for error in entry.facts().errors.iter().copied() {
            let dot = if plane.is_empty() { "" } else { "." };
            let shape = catalog::find_shape(&format!("{plane}{dot}{}", error.name)).unwrap();
            assert_eq!(shape.structure(), error);
            assert!(
                matches!(error.error_status, Some(400..=599)),
                "{}",
                error.name
            );
            listed += 1;
        }
    }
    assert_eq!(ConflictException::STRUCTURE.error_status, Some(409));
    assert!(listed > 24);
}

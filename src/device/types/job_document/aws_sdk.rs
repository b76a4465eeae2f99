//! Documents in the AWS SDK, which are `String`.

use std::convert::Infallible;

use super::JobDocument;
use crate::{
    aws_sdk::{FromSdk, IntoSdk},
    path::PathRef,
};

impl FromSdk<String> for JobDocument {
    type Error = Infallible;

    fn from_sdk(text: String, _: &PathRef<'_>) -> Result<Self, Infallible> {
        Ok(text.into())
    }
}

impl IntoSdk<String> for JobDocument {
    type Error = Infallible;

    fn into_sdk(self, _: &PathRef<'_>) -> Result<String, Infallible> {
        Ok(self.text.into())
    }
}

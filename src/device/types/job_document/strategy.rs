//! Strategies of job documents.

use proptest::prelude::*;

use super::JobDocument;
use crate::{
    document::SCHEMAS,
    strategy::{Adversarial, Profile, arbitrary, documents},
};

fn job_document(profile: Profile) -> BoxedStrategy<JobDocument> {
    documents(SCHEMAS, profile)
        .prop_map(JobDocument::new)
        .boxed()
}

arbitrary!(JobDocument, job_document(Profile::Valid));

impl Adversarial for JobDocument {
    fn adversarial() -> BoxedStrategy<Self> {
        job_document(Profile::Adversarial)
    }
}

//! Strategies of decoded documents, and of values that documents also carry in strings.

use proptest::prelude::*;

use super::{
    Document, LenientBoolean, LenientInteger, OperationDocument, OtaDocument, StepsDocument,
};
use crate::{
    facts::Structure,
    shape::Shape,
    strategy::{Adversarial, Profile, arbitrary, documents},
};

/// The schemas that generated job documents follow.
pub(crate) const SCHEMAS: &[&Structure] = &[
    &StepsDocument::STRUCTURE,
    &OperationDocument::STRUCTURE,
    &OtaDocument::STRUCTURE,
];

fn document(profile: Profile) -> BoxedStrategy<Document> {
    documents(SCHEMAS, profile)
        .prop_filter_map("it is a document", |text| text.parse().ok())
        .boxed()
}

arbitrary!(Document, document(Profile::Valid));

impl Adversarial for Document {
    fn adversarial() -> BoxedStrategy<Self> {
        document(Profile::Adversarial)
    }
}

arbitrary!(LenientBoolean, any::<bool>().prop_map(Self::from).boxed());
arbitrary!(LenientInteger, any::<i64>().prop_map(Self::from).boxed());

//! Job documents, and the values that only stand in them.

use proptest::{prelude::*, strategy::Union};

use super::{
    Hostile, Wanted, arbitrary,
    json::{any_but_text, any_json},
    odd, structure,
};
use crate::{
    constraint::{Constraint, JOB_DOCUMENT},
    device::types::JobDocument,
    document::{
        Document, LenientBoolean, LenientInteger, OperationDocument, OtaDocument, StepsDocument,
    },
    shape::Shape,
};

/// The JSON text of documents; hostile ones may be too long, or no JSON at all.
pub(super) fn text(
    constraint: Option<&'static Constraint>,
    wanted: Wanted,
) -> BoxedStrategy<String> {
    let json = any_but_text().prop_map(|json| json.to_string());
    let mut documents = vec![(4, json.boxed()), (4, of_a_schema(wanted))];
    let most = constraint.and_then(|limits| limits.documented.max_bytes);
    if let Some(most) = most {
        documents.push((1, Just(of_length(most)).boxed()));
    }
    if wanted == Wanted::Hostile {
        documents.push((1, any_json().prop_map(|json| json.to_string()).boxed()));
        documents.push((1, odd::text()));
        documents.extend(most.map(|most| (1, Just(of_length(most + 1)).boxed())));
    }
    Union::new_weighted(documents).boxed()
}

/// The text of documents whose schema is known.
fn of_a_schema(wanted: Wanted) -> BoxedStrategy<String> {
    let schemas = [
        &StepsDocument::STRUCTURE,
        &OperationDocument::STRUCTURE,
        &OtaDocument::STRUCTURE,
    ];
    let documents = schemas.map(|facts| structure::of(facts, wanted));
    Union::new(documents)
        .prop_map(|document| document.to_string())
        .boxed()
}

/// A document of so many bytes.
fn of_length(bytes: usize) -> String {
    const FRAME: usize = r#"{"pad":""}"#.len();
    format!(r#"{{"pad":"{}"}}"#, "x".repeat(bytes.saturating_sub(FRAME)))
}

arbitrary!(
    JobDocument,
    text(Some(&JOB_DOCUMENT), Wanted::Valid)
        .prop_map(JobDocument::new)
        .boxed()
);

impl Hostile for JobDocument {
    fn hostile() -> BoxedStrategy<Self> {
        text(Some(&JOB_DOCUMENT), Wanted::Hostile)
            .prop_map(Self::new)
            .boxed()
    }
}

fn parsed(text: BoxedStrategy<String>) -> BoxedStrategy<Document> {
    text.prop_filter_map("it is a document", |text| text.parse().ok())
        .boxed()
}

arbitrary!(Document, parsed(text(Some(&JOB_DOCUMENT), Wanted::Valid)));

impl Hostile for Document {
    fn hostile() -> BoxedStrategy<Self> {
        parsed(text(Some(&JOB_DOCUMENT), Wanted::Hostile))
    }
}

arbitrary!(LenientBoolean, any::<bool>().prop_map(Self::from).boxed());
arbitrary!(LenientInteger, any::<i64>().prop_map(Self::from).boxed());

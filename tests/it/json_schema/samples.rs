//! Real payloads: schemas and crate agree on each.

use iot_jobs::{
    catalog,
    document::{Document, Schema},
};

use super::validator::SchemaValidator;
use crate::{conformance::model, samples::shape_of};

#[test]
fn samples_are_validated_as_the_crate_validates_them() {
    let Some(folder) = model::shared() else {
        return;
    };
    let folder = folder.join("samples");
    let index = model::read(&folder.join("index.tsv"));
    let (mut accepted, mut refused) = (0, 0);
    for line in index.lines().skip(1) {
        let mut columns = line.split('\t');
        let (file, name) = (columns.next().unwrap(), columns.next().unwrap());
        let text = model::read(&folder.join(file));
        let Some(shape) = shape_of(name).or_else(|| document(&text)) else {
            continue;
        };
        let validator = SchemaValidator::of(catalog::find_shape(&shape).expect("a shape"));
        if validator.agrees(&text, file) {
            accepted += 1;
        } else {
            refused += 1;
        }
    }
    println!("{accepted} samples accepted, {refused} refused");
    assert!(accepted > 50, "only {accepted} accepted");
    assert!(refused > 2, "only {refused} refused");
}

/// The shape of a job document.
fn document(text: &str) -> Option<String> {
    let shape = match Document::detect(text).ok()?.schema {
        Schema::Steps => "document.StepsDocument",
        Schema::Operation => "document.OperationDocument",
        Schema::Ota => "document.OtaDocument",
        _ => return None,
    };
    Some(shape.to_owned())
}

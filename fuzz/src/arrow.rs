//! Record batches of any shape: from decoded values, from NDJSON, and back.

mod rejected;

use std::sync::{Arc, LazyLock};

use iot_jobs::{
    Error, catalog, codec, columns,
    facts::{Kind, Structure},
    shape::{Shape, ShapeVisitor},
};
use iot_jobs_arrow::{
    RecordBatchBuilder,
    arrow_array::{ArrayRef, RecordBatch, StringArray},
    batches, values,
};

use self::rejected::rejected;

/// The limit of a line, which inputs can exceed.
const MAX_LINE_BYTES: usize = 2048;

/// Checks lines as one shape, in batches of a number of rows.
type Check = fn(&[u8], usize);

/// The checks of every shape, in the order of [`shapes::ALL`](crate::shapes::ALL).
struct Checks(Vec<Check>);

impl ShapeVisitor for Checks {
    fn visit<T: Shape>(&mut self) {
        self.0.push(check_lines::<T>);
    }
}

static CHECKS: LazyLock<Vec<Check>> = LazyLock::new(|| {
    let mut checks = Checks(Vec::new());
    catalog::visit_shapes(&mut checks);
    checks.0
});

/// Checks lines as the shape that a number selects; every number selects one.
pub fn check(number: usize, rows: usize, lines: &[u8]) {
    CHECKS[number % CHECKS.len()](lines, rows.max(1));
}

fn check_lines<T: Shape>(lines: &[u8], rows: usize) {
    let read: Vec<Result<T, Error>> = codec::lines(lines).max_line_bytes(MAX_LINE_BYTES).collect();
    let decoded: Vec<T> = read.iter().flatten().cloned().collect();
    check_builder(&decoded, rows);
    check_batches(lines, &read, rows);
    if let Ok(text) = str::from_utf8(lines) {
        check_unknown_members::<T>(&text.split('\n').collect::<Vec<_>>());
    }
}

/// Builds batches of the values, and reads these again; after each value, ones that no batch can have are rejected.
fn check_builder<T: Shape>(decoded: &[T], rows: usize) {
    let mut builder = RecordBatchBuilder::<T>::new();
    for expected in decoded.chunks(rows) {
        for (number, value) in expected.iter().enumerate() {
            builder.append(value).expect("a decoded value is a row");
            for rejected in rejected(value) {
                let error = builder.append(&rejected).expect_err("a value of no row");
                assert!(error.is_encode());
            }
            assert_eq!(builder.len(), number + 1);
        }
        let batch = builder.finish();
        check_batch(&batch, expected);
        let last = batch.slice(expected.len() - 1, 1);
        check_batch(&last, &expected[expected.len() - 1..]);
    }
    assert!(builder.is_empty());
}

/// Checks the arrays of a batch, and reads its values.
fn check_batch<T: Shape>(batch: &RecordBatch, expected: &[T]) {
    for column in batch.columns() {
        column.to_data().validate_full().expect("a valid array");
    }
    let read: Result<Vec<T>, _> = values(batch).expect("the columns of the shape").collect();
    let read = read.expect("values of the shape");
    assert_eq!(read, expected);
    for (read, expected) in read.iter().zip(expected) {
        // Equal documents can differ in form.
        if !has_document(&T::STRUCTURE) {
            let text = codec::to_string(read).expect("a value of a row encodes");
            assert_eq!(Ok(text), codec::to_string(expected).map_err(drop));
        }
    }
}

fn has_document(structure: &Structure) -> bool {
    structure.members.iter().any(|member| {
        let mut kind = member.kind;
        while let Kind::List(inner) | Kind::Map(inner) = kind {
            kind = *inner;
        }
        match kind {
            Kind::Structure(inner) => has_document(inner),
            kind => matches!(kind, Kind::Document),
        }
    })
}

/// Compares the batches of lines with the lines.
fn check_batches<T: Shape>(lines: &[u8], read: &[Result<T, Error>], rows: usize) {
    let mut batches = batches::<T, _>(lines)
        .rows(rows)
        .max_line_bytes(MAX_LINE_BYTES);
    let mut expected = Vec::new();
    for line in read {
        match line {
            Ok(value) => expected.push(value.clone()),
            Err(error) => {
                let found = batches.next().expect("an item").expect_err("an error");
                assert_eq!(shown(&found), shown(error));
            }
        }
        if expected.len() == rows {
            let batch = batches.next().expect("an item").expect("a batch");
            check_batch(&batch, &std::mem::take(&mut expected));
        }
    }
    if !expected.is_empty() {
        let batch = batches.next().expect("an item").expect("the last batch");
        check_batch(&batch, &expected);
    }
    assert!(batches.next().is_none());
}

/// What an error says, and where.
fn shown(error: &Error) -> (String, Option<usize>, Option<usize>, bool) {
    let text = error.to_string();
    (text, error.line(), error.column(), error.is_limit())
}

/// Reads any texts as unknown members: those that decode alone are the values, and the others errors.
fn check_unknown_members<T: Shape>(texts: &[&str]) {
    let column: ArrayRef = Arc::new(StringArray::from_iter_values(texts));
    let batch = RecordBatch::try_from_iter([(columns::UNKNOWN_MEMBERS, column)]);
    let batch = batch.expect("a batch of one column");
    let mut read = values::<T>(&batch).expect("a column of the shape");
    for text in texts {
        match (read.next().expect("a row"), codec::from_str::<T>(text)) {
            (Ok(read), Ok(alone)) => assert_eq!(read, alone, "{text}"),
            (Err(_), Err(_)) => {}
            (read, alone) => panic!("{text}\n{read:?}\n{alone:?}"),
        }
    }
    assert!(read.next().is_none());
}

#[test]
fn every_shape_is_checked() {
    assert_eq!(CHECKS.len(), crate::shapes::ALL.len());
}

#[test]
fn lines_with_errors_between_them_pass_as_every_shape() {
    for number in 0..CHECKS.len() {
        for rows in [1, 2, 100] {
            let lines = "{}\n{\"new\":[1.50]}\n{\n\n{\"\":null}\n[]\n{\"a\":1,\"a\":2}\n{\"b\":{}}";
            check(number, rows, lines.as_bytes());
        }
    }
}

#[test]
fn generated_lines_pass_as_every_shape() {
    let cases = std::env::var("ARROW_CASES").map_or(Ok(2), |cases| cases.parse::<u64>());
    let mut state = 1_u64;
    let mut random = || {
        // The constants of Knuth's MMIX generator.
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        state.to_be_bytes()[0]
    };
    for _ in 0..cases.expect("a number") {
        for number in 0..CHECKS.len() {
            let structure = crate::shapes::select(&crate::shapes::ALL, number).structure();
            let mut lines = String::new();
            for _ in 0..6 {
                // Members are rare if all numbers are as frequent.
                let choices: Vec<u8> = (0..160).map(|_| random() | random() & 64).collect();
                let mut from = arbitrary::Unstructured::new(&choices);
                // A line that ends early is a bad one.
                let _ = crate::generate::structure(structure, &mut from, &mut lines);
                lines.push('\n');
            }
            check(number, usize::from(random() % 4), lines.as_bytes());
        }
    }
}

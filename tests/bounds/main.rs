//! Adversarial input in bounded memory: a clear error or success, on a stack of 256 KiB, with at most 24 times
//! the input and 64 KiB allocated at once, but for the places that `bound` lists. A separate binary, since counting replaces the allocator.
//!
//! `cargo test` runs it at a thousandth of the full scale; at full scale, with the table of peaks:
//! `IOT_JOBS_BOUNDS=full cargo test --release --manifest-path fuzz/Cargo.toml --test bounds -- --nocapture`,
//! which builds the same file with far fewer dependencies.

// Clippy's exception for tests does not include the functions that tests call, which panic on failure too.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod inputs;
mod places;

use std::{env, thread};

use allocation_counter::measure;

use inputs::{INPUTS, Input};
use places::{CHECK, PLACES, Place, REPORT, STRUCTURES, TEMPLATE, Way};

/// Whether to run at full scale, built with optimizations.
fn full() -> bool {
    env::var("IOT_JOBS_BOUNDS").is_ok_and(|scale| scale == "full")
}

/// The size of the stack, which must be enough for every operation.
fn stack(place: &Place) -> usize {
    match place.name {
        // Both create a `serde_json::Value`, whose stack frames are several times as large without optimizations.
        CHECK | REPORT if !full() => 1 << 20,
        _ => 256 << 10,
    }
}

/// The maximum allocation at one time for an input of this number of bytes.
fn bound(place: &Place, input: usize) -> u64 {
    let times = match place.name {
        // It creates a `serde_json::Value`, in which `0,` takes 32 bytes, and 96 while its list grows.
        CHECK => 48,
        // Each `{},` becomes a complete structure.
        STRUCTURES => 256,
        // Each `0,` becomes a violation, in templates several times at once.
        REPORT | TEMPLATE => 1024,
        _ => 24,
    };
    times * u64::try_from(input).expect("64 bits") + (64 << 10)
}

/// The outcome of an input at a place, and the peak of the memory that was allocated.
fn run(place: &Place, payload: &str, way: Way) -> (&'static str, u64) {
    let work = || {
        let mut outcome = "";
        let allocated = measure(|| outcome = (place.run)(payload.as_bytes(), way));
        assert_eq!(allocated.bytes_current, 0, "all allocated memory is freed");
        (outcome, allocated.bytes_max)
    };
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(stack(place));
        let thread = thread.spawn_scoped(scope, work).expect("a thread");
        thread.join().expect("no panic")
    })
}

/// The outcomes of an input at every place; violated bounds are added to `broken`.
fn row(input: &Input, broken: &mut Vec<String>) -> String {
    // All costs are linear, so a thousandth of the size is enough for a build without optimizations, and a
    // fiftieth for reports, which take a kilobyte for each byte.
    let scale = if full() { 1 } else { 1000 };
    let (whole, fiftieth) = ((input.make)(scale), (input.make)(scale.max(50)));
    let mut outcomes = Vec::new();
    for place in PLACES {
        let is_report = matches!(place.name, REPORT | TEMPLATE);
        let fragment = if is_report { &fiftieth } else { &whole };
        let payload = format!("{}{fragment}{}", place.before, place.after);
        let size = payload.len();
        let results: Vec<_> = place
            .ways
            .iter()
            .map(|way| run(place, &payload, *way))
            .collect();
        let (outcome, _) = results[0];
        let peak = results
            .iter()
            .map(|(_, peak)| *peak)
            .max()
            .unwrap_or_default();
        #[allow(clippy::cast_precision_loss)] // For the table only.
        let times = peak as f64 / size as f64;
        println!(
            "{:<18} {:<18} {size:>12} {peak:>13} {times:>8.2}  {outcome}",
            input.name, place.name
        );
        if results.iter().any(|(other, _)| *other != outcome) {
            broken.push(format!("{} {}: {results:?}", input.name, place.name));
        }
        if peak > bound(place, size) {
            broken.push(format!(
                "{} {}: {peak} bytes for {size}",
                input.name, place.name
            ));
        }
        outcomes.push(outcome);
    }
    format!("{}: {}", input.name, outcomes.join(" "))
}

#[test]
fn adversarial_input_is_bounded() {
    println!(
        "{:<18} {:<18} {:>12} {:>13} {:>8}",
        "input", "place", "bytes", "peak", "times"
    );
    // Tables that are built once and kept.
    for place in PLACES {
        (place.run)(
            format!("{}[]{}", place.before, place.after).as_bytes(),
            place.ways[0],
        );
    }
    let mut broken = Vec::new();
    let rows: Vec<_> = INPUTS.iter().map(|input| row(input, &mut broken)).collect();
    assert_eq!(broken, [""; 0]);
    let expected = inputs::OUTCOMES.iter().map(|row| {
        let (name, outcomes) = row.split_once(": ").expect("a name and outcomes");
        let outcomes: Vec<_> = outcomes.split(' ').take(PLACES.len()).collect();
        format!("{name}: {}", outcomes.join(" "))
    });
    assert_eq!(rows, expected.collect::<Vec<_>>());
}

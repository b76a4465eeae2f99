//! Measures the times of all comparisons and prints the tables:
//! `ratios [--rounds N] [--allocations FILE] [COMPARISON…]`.

use std::{collections::HashMap, fs};

use iot_jobs_benches::{
    candidates::{
        BODY, Comparison, DERIVE, DERIVE_ENCODE, LINES, OURS, Payloads, REUSED, SDK, VALIDATE,
    },
    measure::{Times, interleaved, quantile, ratio},
};

/// A requirement: the maximum ratio of one candidate's time to another's.
struct Bound {
    comparison: &'static str,
    of: &'static str,
    to: &'static str,
    at_most: f64,
}

const fn bound(
    comparison: &'static str,
    of: &'static str,
    to: &'static str,
    at_most: f64,
) -> Bound {
    Bound {
        comparison,
        of,
        to,
        at_most,
    }
}

const BOUNDS: [Bound; 17] = [
    bound("A decode", OURS, SDK, 1.0 / 2.4),
    bound("B decode", OURS, SDK, 1.0 / 2.4),
    bound("C decode", OURS, SDK, 1.0 / 2.4),
    bound("A decode", OURS, DERIVE, 0.85),
    bound("B decode", OURS, DERIVE, 0.85),
    bound("C decode", OURS, DERIVE, 0.85),
    bound("D decode", OURS, DERIVE, 0.50),
    bound("F encode", OURS, SDK, 1.0 / 1.4),
    bound("F encode", BODY, DERIVE_ENCODE, 1.0),
    bound("A encode", OURS, DERIVE_ENCODE, 1.0),
    bound("B encode", OURS, DERIVE_ENCODE, 1.0),
    bound("C encode", OURS, DERIVE_ENCODE, 1.0),
    bound("A encode", REUSED, OURS, 1.0),
    bound("E decode", OURS, DERIVE, 0.85),
    bound("E decode", "iot-jobs, two cores", OURS, 1.0 / 1.8),
    bound("A decode", VALIDATE, OURS, 0.25),
    bound("C decode", VALIDATE, OURS, 0.25),
];

type Allocations = HashMap<(String, String), String>;

fn main() {
    let mut rounds = 60;
    let mut allocations = Allocations::new();
    let mut selected = Vec::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().expect("the option has a value");
        match argument.as_str() {
            "--rounds" => rounds = value().parse().expect("a number of rounds"),
            "--allocations" => {
                allocations = counted(&fs::read_to_string(value()).expect("a readable file"));
            }
            _ => selected.push(argument),
        }
    }
    let chosen = |comparison: &Comparison<'_>| {
        selected.is_empty()
            || selected
                .iter()
                .any(|start| comparison.title.starts_with(start))
    };
    let payloads = Payloads::make(LINES);
    let mut results = Vec::new();
    for mut comparison in payloads.comparisons().into_iter().filter(chosen) {
        let times = interleaved(&mut comparison.candidates, rounds);
        results.push((comparison.title, comparison.bytes, times));
    }
    let mut export = payloads.export_comparison();
    if chosen(&export) {
        let times = interleaved(&mut export.candidates, (rounds / 6).max(5));
        results.push((export.title, export.bytes, times));
    }
    print_bounds(&results);
    for (title, bytes, times) in &results {
        print_comparison(title, *bytes, times, &allocations);
    }
}

fn counted(file: &str) -> Allocations {
    let fields = |line: &str| {
        let mut fields = line.split('\t').map(str::to_owned);
        Some(((fields.next()?, fields.next()?), fields.next()?))
    };
    file.lines().filter_map(fields).collect()
}

fn print_bounds(results: &[(&str, usize, Vec<Times>)]) {
    println!("| payload | time of | against | ratio | 10 % – 90 % | at most | |");
    println!("|---|---|---|---|---|---|---|");
    for bound in &BOUNDS {
        let Some((.., times)) = results
            .iter()
            .find(|(title, ..)| *title == bound.comparison)
        else {
            continue;
        };
        let find = |name| times.iter().find(|it| it.name == name);
        let (Some(of), Some(to)) = (find(bound.of), find(bound.to)) else {
            continue;
        };
        let found = ratio(of, to);
        let holds = if found.median <= bound.at_most {
            "holds"
        } else {
            "missed"
        };
        println!(
            "| {} | {} | {} | {:.2} | {:.2} – {:.2} | {:.2} | {holds} |",
            bound.comparison,
            bound.of,
            bound.to,
            found.median,
            found.tenth,
            found.ninetieth,
            bound.at_most,
        );
    }
}

fn print_comparison(title: &str, bytes: usize, times: &[Times], allocations: &Allocations) {
    let Some(ours) = times.iter().find(|it| it.name == OURS) else {
        return;
    };
    println!("\n{title}, {bytes} bytes\n");
    println!("| candidate | time ratio to iot-jobs | 10 % – 90 % | allocations | MB/s |");
    println!("|---|---|---|---|---|");
    for of in times {
        let found = ratio(of, ours);
        let count = allocations.get(&(title.to_owned(), of.name.to_owned()));
        let speed = bytes as f64 / quantile(&of.rounds, 0.5) * 1e3;
        println!(
            "| {} | {:.2} | {:.2} – {:.2} | {} | {speed:.0} |",
            of.name,
            found.median,
            found.tenth,
            found.ninetieth,
            count.map_or("", String::as_str),
        );
    }
}

//! Measures the times of all comparisons and prints the tables:
//! `ratios [--rounds N] [--allocations FILE] [COMPARISON…]`.

use std::{collections::HashMap, fs};

use iot_jobs_benches::{
    candidates::{
        APPEND, BODY, Comparison, DERIVE, DERIVE_ENCODE, LINES, OURS, Payloads, SDK, TWO_THREADS,
        VALIDATE,
    },
    measure::{Times, interleaved, quantile, ratio},
};

/// The maximum ratio of one candidate's time to another's.
struct Limit {
    comparison: &'static str,
    of: &'static str,
    to: &'static str,
    ratio: f64,
}

const fn limit(comparison: &'static str, of: &'static str, to: &'static str, ratio: f64) -> Limit {
    Limit {
        comparison,
        of,
        to,
        ratio,
    }
}

const LIMITS: [Limit; 17] = [
    limit("A decode", OURS, DERIVE, 0.45),
    limit("B decode", OURS, DERIVE, 0.45),
    limit("C decode", OURS, DERIVE, 0.45),
    limit(
        "C decode, members in alphabetical order",
        OURS,
        DERIVE,
        0.55,
    ),
    limit("C decode, indented", OURS, DERIVE, 0.55),
    limit("D decode", OURS, DERIVE, 0.30),
    limit("A decode", OURS, SDK, 1.0 / 4.5),
    limit("B decode", OURS, SDK, 1.0 / 4.5),
    limit("C decode", OURS, SDK, 1.0 / 4.5),
    limit("E decode", OURS, DERIVE, 0.50),
    limit("E decode", TWO_THREADS, OURS, 1.0 / 1.85),
    limit("A encode", OURS, DERIVE_ENCODE, 0.45),
    limit("B encode", OURS, DERIVE_ENCODE, 0.45),
    limit("C encode", OURS, DERIVE_ENCODE, 0.45),
    limit("F encode", BODY, DERIVE_ENCODE, 0.48),
    limit("F encode", OURS, SDK, 1.0 / 2.5),
    limit("A decode", VALIDATE, DERIVE, 0.20),
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
    print_limits(&results);
    print_allocation_limits(&results, &allocations);
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

/// The last column says whether a ratio is within its limit.
fn print_limits(results: &[(&str, usize, Vec<Times>)]) {
    println!("| payload | time of | against | ratio | 10 % – 90 % | limit | within |");
    println!("|---|---|---|---|---|---|---|");
    for limit in &LIMITS {
        let Some((.., times)) = results
            .iter()
            .find(|(title, ..)| *title == limit.comparison)
        else {
            continue;
        };
        let find = |name| times.iter().find(|it| it.name == name);
        let (Some(of), Some(to)) = (find(limit.of), find(limit.to)) else {
            continue;
        };
        let found = ratio(of, to);
        println!(
            "| {} | {} | {} | {:.2} | {:.2} – {:.2} | {:.2} | {} |",
            limit.comparison,
            limit.of,
            limit.to,
            found.median,
            found.tenth,
            found.ninetieth,
            limit.ratio,
            yes_or_no(found.median <= limit.ratio),
        );
    }
}

/// iot-jobs allocates at most as often as derive, and nothing when it appends to a used buffer.
fn print_allocation_limits(results: &[(&str, usize, Vec<Times>)], allocations: &Allocations) {
    println!("\n| payload | allocations of | number | limit | within |");
    println!("|---|---|---|---|---|");
    for (title, ..) in results {
        let count = |name: &str| -> Option<u64> {
            let key = (String::from(*title), name.to_owned());
            allocations.get(&key)?.parse().ok()
        };
        let derive = count(DERIVE).or_else(|| count(DERIVE_ENCODE));
        // What derive's `to_vec` writes of a request is its body.
        let ours = if count(BODY).is_some() { BODY } else { OURS };
        let rows = [
            (ours, count(ours), derive),
            (APPEND, count(APPEND), Some(0)),
        ];
        for (name, number, limit) in rows {
            if let (Some(number), Some(limit)) = (number, limit) {
                let within = yes_or_no(number <= limit);
                println!("| {title} | {name} | {number} | {limit} | {within} |");
            }
        }
    }
}

fn yes_or_no(within: bool) -> &'static str {
    if within { "yes" } else { "no" }
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

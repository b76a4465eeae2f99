//! Checks that the candidates give the same batches, then measures their times: `iot-jobs-arrow-benches [ROUNDS]`.

use std::hint::black_box;

use arrow_array::RecordBatch;
use iot_jobs::{codec, types::JobExecution};
use iot_jobs_arrow_benches::{
    Failure, ROWS,
    candidates::{ARROW, BACK, Candidate, DECODE, Input, OF_LINES, OF_VALUES, OURS},
    differences::differences,
    export, forms,
    measure::{self, interleaved, quantile, ratio},
};

/// Two batches.
const LINES: usize = 2 * ROWS;

fn main() -> Result<(), Failure> {
    let rounds = std::env::args().nth(1).map(|rounds| rounds.parse());
    let rounds = rounds.transpose()?.unwrap_or(30);
    let export = export::executions(LINES);
    let lines: Vec<_> = export.lines().map(str::as_bytes).collect();
    let values: Vec<JobExecution> = lines
        .iter()
        .map(|line| codec::from_slice(line))
        .collect::<Result<_, _>>()?;
    let mut input = Input {
        export: &export,
        lines: &lines,
        values: &values,
        batches: &[],
    };
    let ours = OF_LINES.iter().find(|candidate| candidate.name == OURS);
    let batches = made(ours.ok_or("a candidate")?, input)?;
    input.batches = &batches;
    println!("{} bytes in {LINES} lines\n", export.len());

    for (title, candidates, to) in [
        ("lines to batches", &OF_LINES[..], DECODE),
        ("values to batches", &OF_VALUES[..], OURS),
    ] {
        check(title, candidates, input)?;
        time(title, candidates, to, input, rounds)?;
    }
    time("batches to values", &BACK, DECODE, input, rounds)?;
    forms::print();
    Ok(())
}

/// The batches of a candidate.
fn made(candidate: &Candidate, input: Input<'_>) -> Result<Vec<RecordBatch>, Failure> {
    let mut batches = Vec::new();
    (candidate.prepare)(input)?(&mut |batch| batches.push(batch))?;
    Ok(batches)
}

/// Prints the rows of each candidate and the columns that differ from ours.
fn check(title: &str, candidates: &[Candidate], input: Input<'_>) -> Result<(), Failure> {
    println!("| {title} | rows | columns that differ from iot-jobs-arrow |\n| --- | --- | --- |");
    for candidate in candidates.iter().filter(|it| it.name != DECODE) {
        let batches = made(candidate, input)?;
        let rows: usize = batches.iter().map(RecordBatch::num_rows).sum();
        if rows != LINES {
            return Err(format!("{}: {rows} rows of {LINES}", candidate.name).into());
        }
        if candidate.name == ARROW && input.batches != batches {
            return Err(format!("{}: other batches than ours", candidate.name).into());
        }
        // The first batch shows what differs in each.
        let (expected, found) = (&input.batches[0], &batches[0]);
        let differing = match &differences(expected, found)[..] {
            [] if expected.schema() == found.schema() => "none".to_owned(),
            [] => "the schema".to_owned(),
            differing => differing.join("; "),
        };
        println!("| {} | {rows} | {differing} |", candidate.name);
    }
    println!();
    Ok(())
}

/// Prints the times of candidates relative to one of them.
fn time(
    title: &str,
    candidates: &[Candidate],
    to: &str,
    input: Input<'_>,
    rounds: usize,
) -> Result<(), Failure> {
    let mut timed = Vec::new();
    for candidate in candidates {
        let mut run = (candidate.prepare)(input)?;
        timed.push(measure::Candidate::new(candidate.name, move || {
            let mut rows = 0;
            let use_batch = &mut |batch: RecordBatch| rows += black_box(batch).num_rows();
            run(use_batch).expect("the candidate was checked");
            rows
        }));
    }
    let times = interleaved(&mut timed, rounds);
    let to = times.iter().find(|times| times.name == to);
    let to = to.ok_or("a candidate")?;
    println!("| {title} | ns a row | ratio | 10 % – 90 % |\n| --- | --- | --- | --- |");
    for of in &times {
        let row = quantile(&of.rounds, 0.5) / LINES as f64;
        let ratio = ratio(of, to);
        println!(
            "| {} | {row:.0} | {:.2} | {:.2} – {:.2} |",
            of.name, ratio.median, ratio.tenth, ratio.ninetieth
        );
    }
    println!();
    Ok(())
}

//! Prints the allocations a row and the memory at the peak of each candidate, of one batch and of its builder. A
//! separate program, since counting would slow down the timed one.

use std::hint::black_box;

use iot_jobs::codec;
use iot_jobs_arrow_benches::{
    Failure, ROWS,
    candidates::{Candidate, Input, OF_LINES, OF_VALUES},
    export,
};

fn main() -> Result<(), Failure> {
    let export = export::executions(ROWS);
    let lines: Vec<_> = export.lines().map(str::as_bytes).collect();
    let values = lines
        .iter()
        .map(|line| codec::from_slice(line))
        .collect::<Result<Vec<_>, _>>()?;
    let input = Input {
        export: &export,
        lines: &lines,
        values: &values,
        batches: &[],
    };
    print("lines to batches", &OF_LINES, input);
    print("values to batches", &OF_VALUES, input);
    Ok(())
}

fn print(title: &str, candidates: &[Candidate], input: Input<'_>) {
    println!("| {title} | allocations a row | peak, KiB |\n| --- | --- | --- |");
    for candidate in candidates {
        let counted = allocation_counter::measure(|| {
            let run = (candidate.prepare)(input);
            let run = run.and_then(|mut run| run(&mut |batch| drop(black_box(batch))));
            run.expect("the candidate has no errors");
        });
        let row = counted.count_total as f64 / ROWS as f64;
        let peak = counted.bytes_max / 1024;
        println!("| {} | {row:.2} | {peak} |", candidate.name);
    }
    println!();
}

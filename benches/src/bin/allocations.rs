//! Prints `comparison<TAB>candidate<TAB>allocations per call` for every comparison, and the peak memory of
//! reading an export. A separate program, since counting would slow down the timed one.

use iot_jobs_benches::candidates::{Payloads, read_export};

fn main() {
    let payloads = Payloads::make(1);
    for comparison in &mut payloads.comparisons() {
        for candidate in &mut comparison.candidates {
            candidate.once();
            let mut count = 0;
            candidate.watched(&mut |call| count = allocation_counter::measure(call).count_total);
            println!("{}\t{}\t{count}", comparison.title, candidate.name);
        }
    }
    for lines in [2_000, 20_000, 200_000] {
        let export = Payloads::make(lines).export;
        let counted = allocation_counter::measure(|| {
            read_export(&export);
        });
        println!("E peak\t{lines} lines\t{} bytes", counted.bytes_max);
    }
}

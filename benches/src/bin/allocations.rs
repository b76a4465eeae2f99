//! Prints `race<TAB>contender<TAB>allocations per call` for every race, and the peak of reading an
//! export. A program of its own, since counting would slow the timed one down.

use iot_jobs_benches::contenders::{Payloads, read_export};

fn main() {
    let payloads = Payloads::make(1);
    for race in &mut payloads.races() {
        for contender in &mut race.contenders {
            contender.once();
            let mut count = 0;
            contender.watched(&mut |call| count = allocation_counter::measure(call).count_total);
            println!("{}\t{}\t{count}", race.title, contender.name);
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

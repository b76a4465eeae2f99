//! Runs a candidate's call N times, for a profiler to count: `calls COMPARISON CANDIDATE N`. Without
//! arguments it lists the comparisons and candidates.

use iot_jobs_benches::candidates::Payloads;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let payloads = Payloads::make(250);
    let mut comparisons = payloads.comparisons();
    comparisons.push(payloads.export_comparison());
    let [comparison, candidate, calls] = &arguments[..] else {
        for comparison in &comparisons {
            for candidate in &comparison.candidates {
                println!("{}\t{}", comparison.title, candidate.name);
            }
        }
        return;
    };
    let calls: u32 = calls.parse().expect("a number of calls");
    let comparison = comparisons
        .iter_mut()
        .find(|it| it.title == comparison)
        .expect("a comparison");
    let mut candidates = comparison.candidates.iter_mut();
    let candidate = candidates
        .find(|it| it.name == candidate)
        .expect("a candidate");
    for _ in 0..calls {
        candidate.once();
    }
}

//! The export: a job execution on each line, from a seeded generator.

use std::fmt::Write as _;

/// A random number generator (`SplitMix64`), so that every machine gets the same export.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// Epoch seconds with milliseconds, as the service sends them.
    fn time(&mut self) -> String {
        let millis = 1_700_000_000_000 + self.below(90_000_000_000);
        format!("{}.{:03}", millis / 1000, millis % 1000)
    }
}

const STATES: [&str; 5] = ["QUEUED", "IN_PROGRESS", "SUCCEEDED", "FAILED", "TIMED_OUT"];
const STEPS: [&str; 4] = ["download", "verify", "install", "reboot"];

/// This number of lines. A queued execution has neither a start nor status details; one in twenty has an unknown
/// member.
pub fn executions(lines: usize) -> String {
    let mut random = Random(20_261_122);
    let mut export = String::new();
    for _ in 0..lines {
        write_line(&mut export, &mut random);
    }
    export
}

fn write_line(export: &mut String, random: &mut Random) {
    let (state, step) = (random.below(5) as usize, random.below(4) as usize);
    let _ = write!(
        export,
        r#"{{"jobId":"firmware-7","status":"{}","forceCanceled":false"#,
        STATES[state]
    );
    if state > 0 {
        let (step, progress) = (STEPS[step], random.below(101));
        let _ = write!(
            export,
            r#","statusDetails":{{"detailsMap":{{"progress":"{progress}%","step":"{step}"}}"#
        );
        if random.below(20) == 0 {
            export.push_str(r#","reportedBy":"agent-2.3""#);
        }
        export.push('}');
    }
    let (thing, queued) = (random.next() >> 32, random.time());
    let _ = write!(
        export,
        r#","thingArn":"arn:aws:iot:eu-west-1:123456789012:thing/belt-{thing:08x}","queuedAt":{queued}"#
    );
    if state > 0 {
        let _ = write!(export, r#","startedAt":{}"#, random.time());
    }
    let (updated, number) = (random.time(), random.below(1 << 40));
    let _ = write!(
        export,
        r#","lastUpdatedAt":{updated},"executionNumber":{number},"versionNumber":3"#
    );
    if state == 1 {
        let seconds = random.below(5400);
        let _ = write!(export, r#","approximateSecondsBeforeTimedOut":{seconds}"#);
    }
    if random.below(20) == 0 {
        export.push_str(r#","exportedBy":{"region":"eu-west-1","run":7}"#);
    }
    export.push_str("}\n");
}

//! Runs schedules from seeds; of one that fails, prints the seed and the least schedule.

use std::{env, ops::Range, thread};

use crate::{bug::Bug, schedule::Schedule, world::run};

fn number(variable: &str) -> Option<u64> {
    let value = env::var(variable).ok()?;
    Some(
        value
            .parse()
            .unwrap_or_else(|_| panic!("{variable} is not a number: {value}")),
    )
}

#[test]
fn no_schedule_breaks_an_invariant() {
    let seed = number("AGENT_SEED");
    let first = seed.or_else(|| number("AGENT_FIRST_SEED")).unwrap_or(0);
    let schedules = number("AGENT_SCHEDULES").unwrap_or(2_000);
    let seeds = first..first + seed.map_or(schedules, |_| 1);
    let middle = seeds.start + (seeds.end - seeds.start) / 2;
    thread::scope(|scope| {
        let first = scope.spawn(|| check(seeds.start..middle));
        check(middle..seeds.end);
        // Its message was printed.
        assert!(first.join().is_ok());
    });
}

fn check(seeds: Range<u64>) {
    for seed in seeds {
        let schedule = Schedule::new(seed);
        let Err(message) = run(&schedule, None) else {
            continue;
        };
        let least = schedule.shrink(|schedule| run(schedule, None).is_err());
        let least_message = run(&least, None).unwrap_err();
        let events: Vec<_> = least
            .events
            .iter()
            .map(|event| format!("{event:?}"))
            .collect();
        let events = events.join("\n");
        panic!(
            "AGENT_SEED={seed}: {message}\nleast schedule: {least_message}\n{least:?}\n{events}"
        );
    }
}

/// Seeds that once failed beyond the default number of schedules.
#[test]
fn schedules_that_failed_break_no_invariant() {
    for seed in [18_733, 62_123] {
        check(seed..seed + 1);
    }
}

#[test]
fn deliberate_bugs_are_found() {
    for bug in Bug::ALL {
        let found = (0..400).find(|seed| run(&Schedule::new(*seed), Some(*bug)).is_err());
        assert!(found.is_some(), "{bug:?} was not found");
    }
}

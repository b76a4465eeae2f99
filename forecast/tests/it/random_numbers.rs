//! What the seed decides, and what it does not.

use iot_jobs_forecast::{Distribution, Fleet, Outcomes, Sample};

use crate::setup::{clock, minutes, run};

const TIMEOUT: &str = r#""timeoutConfig": {"inProgressTimeoutInMinutes": 60}"#;

fn fleet() -> Fleet {
    Fleet::new(1000)
        .outcomes(Outcomes::failing(0.1, 0.0, 0.05))
        .start(Distribution::Uniform {
            min: minutes(0),
            max: minutes(30),
        })
        .work(Distribution::LogNormal {
            median: minutes(10),
            p95: minutes(40),
        })
}

fn counts(sample: &Sample) -> [u32; 5] {
    let Sample {
        queued,
        in_progress,
        succeeded,
        failed,
        timed_out,
        ..
    } = *sample;
    [queued, in_progress, succeeded, failed, timed_out]
}

/// Written out, so that every platform and version is found to have the same numbers.
#[test]
fn a_seed_gives_these_numbers() {
    let run = run(TIMEOUT, &fleet().seed(7), "");
    let at = |time| {
        counts(
            run.samples
                .iter()
                .find(|sample| sample.at == clock(time))
                .unwrap(),
        )
    };
    assert_eq!(
        [at("0:10"), at("0:30"), at("1:00")],
        [
            [686, 242, 65, 7, 0],
            [0, 460, 480, 60, 0],
            [0, 90, 810, 100, 0]
        ]
    );
    assert_eq!(run.ended_at, Some(clock("1:29:19")));
}

#[test]
fn other_seeds_give_other_numbers() {
    let runs = [1, 2].map(|seed| run(TIMEOUT, &fleet().seed(seed), ""));
    assert_ne!(runs[0].samples, runs[1].samples);
    assert_eq!(run(TIMEOUT, &fleet().seed(1), ""), runs[0]);
}

#[test]
fn distributions_have_their_parameters() {
    // What has succeeded after a time is the share of things that took at most that time.
    let uniform = Distribution::Uniform {
        min: minutes(10),
        max: minutes(20),
    };
    let log_normal = Distribution::LogNormal {
        median: minutes(10),
        p95: minutes(40),
    };
    let rows = [
        (Distribution::minutes(10), "0:09", 0.0),
        (Distribution::minutes(10), "0:10", 1.0),
        (uniform, "0:09", 0.0),
        (uniform, "0:13", 0.3),
        (uniform, "0:20", 1.0),
        (log_normal, "0:10", 0.5),
        (log_normal, "0:40", 0.95),
    ];
    for (work, time, share) in rows {
        let start = Distribution::minutes(100);
        let fleet = Fleet::new(1000).start(start).work(work);
        let samples = run("", &fleet, "pacing=batches").samples;
        let sample = samples
            .iter()
            .find(|sample| sample.at == minutes(100) + clock(time));
        let succeeded = sample.map_or(1000, |sample| sample.succeeded);
        let found = f64::from(succeeded) / 1000.0;
        assert!((found - share).abs() < 0.05, "{work:?} {time}: {found}");
    }
}

#[test]
fn a_thing_draws_the_same_for_other_settings() {
    // Slower by half, with the same outcomes and times of work: the same executions fail, only later.
    let ends = |rate: u32| {
        let members =
            format!(r#"{TIMEOUT}, "jobExecutionsRolloutConfig": {{"maximumPerMinute": {rate}}}"#);
        let fleet = Fleet::new(1000).outcomes(Outcomes::failing(0.1, 0.2, 0.05));
        run(&members, &fleet, "pacing=batches").samples
    };
    let (fast, slow) = (ends(100), ends(50));
    for (index, sample) in fast.iter().take(10).enumerate() {
        let later = &slow[2 * index + 1];
        assert_eq!(later.notified, sample.notified);
        assert_eq!(
            (later.succeeded, later.failed, later.rejected),
            (sample.succeeded, sample.failed, sample.rejected)
        );
    }
}

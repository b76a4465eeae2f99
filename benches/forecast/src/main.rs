//! Measures one run of a forecast: `iot-jobs-forecast-benches THINGS` prints the seconds that it takes, and the memory
//! of the process at its peak, which needs Linux.

use std::{
    error::Error,
    fs,
    time::{Duration, Instant},
};

use iot_jobs::{codec, operation::create_job::CreateJobInput, primitives::DateTime};
use iot_jobs_forecast::{Distribution, Fleet, Outcomes, Reading, Rollout, forecast_reading};

/// A rollout with everything that costs time: an increasing rate, abort criteria, timeouts and retries.
const INPUT: &str = r#"{
  "jobId": "firmware-7",
  "targets": ["arn:aws:iot:eu-west-1:123456789012:thinggroup/pumps"],
  "document": "{}",
  "jobExecutionsRolloutConfig": {"exponentialRate": {"baseRatePerMinute": 50, "incrementFactor": 1.5,
    "rateIncreaseCriteria": {"numberOfSucceededThings": 1000}}},
  "abortConfig": {"criteriaList": [
    {"action": "CANCEL", "failureType": "FAILED", "minNumberOfExecutedThings": 100, "thresholdPercentage": 20},
    {"action": "CANCEL", "failureType": "ALL", "minNumberOfExecutedThings": 200, "thresholdPercentage": 50}]},
  "timeoutConfig": {"inProgressTimeoutInMinutes": 60},
  "jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "ALL", "numberOfRetries": 3}]}
}"#;

fn main() -> Result<(), Box<dyn Error>> {
    let things = std::env::args().nth(1).ok_or("write a number of things")?;
    let things: u32 = things.parse()?;
    let minutes = |minutes: u64| Duration::from_secs(60 * minutes);
    let input: CreateJobInput = codec::from_str(INPUT)?;
    let rollout = Rollout::from_input(&input)?;
    // A third is offline for a day or longer, so that many executions are queued at a time.
    let offline = Distribution::LogNormal {
        median: minutes(1440),
        p95: minutes(10_000),
    };
    let fleet = Fleet::new(things)
        .outcomes(Outcomes::failing(0.03, 0.01, 0.01))
        .online(0.67, offline)
        .work(Distribution::Uniform {
            min: minutes(5),
            max: minutes(20),
        });
    for reading in [
        Reading::default(),
        Reading::default().with("pacing", "even")?,
    ] {
        let before = Instant::now();
        let run = forecast_reading(&rollout, &fleet, DateTime::from_secs(0), reading)?;
        let seconds = before.elapsed().as_secs_f64();
        let nanoseconds = seconds * 1e9 / f64::from(things);
        println!(
            "{things} things, pacing {}: {seconds:.3} s, {nanoseconds:.0} ns for each thing, {}",
            reading.pacing.name(),
            run.end.name()
        );
    }
    let status = fs::read_to_string("/proc/self/status")?;
    let peak = status.lines().find(|line| line.starts_with("VmHWM"));
    println!("{}", peak.unwrap_or_default());
    Ok(())
}

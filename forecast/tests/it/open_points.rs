//! Which open points are varied, and what their names are.

use iot_jobs_forecast::{
    Distribution, Error, Fleet, Outcomes, Reading, Readings, forecast, forecast_with,
};

use crate::setup::{monday, reading, rollout};

const RETRY: &str = r#""jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "FAILED", "numberOfRetries": 1}]}"#;

fn varied(members: &str, fleet: &Fleet) -> Vec<&'static str> {
    let forecast = forecast(&rollout(members), fleet, monday()).unwrap();
    assert_eq!(forecast.runs.len(), 1 << forecast.open_points.len());
    assert_eq!(forecast.runs[0].reading, Reading::default());
    forecast
        .open_points
        .iter()
        .map(|point| point.name)
        .collect()
}

#[test]
fn only_open_points_that_matter_are_varied() {
    let abort = |kind: &str| {
        format!(
            r#""abortConfig": {{"criteriaList": [{{"action": "CANCEL", "failureType": "{kind}",
                "minNumberOfExecutedThings": 10, "thresholdPercentage": 50}}]}}"#
        )
    };
    let rate = |factor: &str, criteria: &str| {
        format!(
            r#""jobExecutionsRolloutConfig": {{"exponentialRate": {{"baseRatePerMinute": 50,
                "incrementFactor": {factor}, "rateIncreaseCriteria": {{{criteria}}}}}}}"#
        )
    };
    let notified = r#""numberOfNotifiedThings": 100"#;
    let both = r#""numberOfNotifiedThings": 100, "numberOfSucceededThings": 100"#;
    let timeout = r#""timeoutConfig": {"inProgressTimeoutInMinutes": 10}"#;
    let windows = r#""targetSelection": "CONTINUOUS", "schedulingConfig": {"maintenanceWindows": [
        {"startTime": "cron(0 0 * * ? *)", "durationInMinutes": 60}]}"#;
    let fleet =
        |failed, rejected| Fleet::new(100).outcomes(Outcomes::failing(failed, rejected, 0.0));
    let silent = Fleet::new(100).outcomes(Outcomes::failing(0.0, 0.0, 0.1));
    let rows: [(&str, Fleet, &[&str]); 15] = [
        ("", fleet(0.1, 0.1), &["pacing"]),
        (&rate("2", notified), fleet(0.0, 0.0), &["pacing"]),
        // 50, 75, 112.5
        (
            &rate("1.5", notified),
            fleet(0.0, 0.0),
            &["rounding", "pacing"],
        ),
        (
            &rate("2", both),
            fleet(0.0, 0.0),
            &["pacing", "both-thresholds"],
        ),
        (&abort("FAILED"), fleet(0.1, 0.1), &["pacing", "abort-base"]),
        (
            &abort("ALL"),
            fleet(0.1, 0.1),
            &["pacing", "abort-base", "failures-of-all"],
        ),
        (&abort("ALL"), fleet(0.1, 0.0), &["pacing", "abort-base"]),
        (RETRY, fleet(0.1, 0.0), &["pacing", "retries-in-rate"]),
        (RETRY, fleet(0.0, 0.1), &["pacing"]),
        (timeout, fleet(0.0, 0.0), &["pacing"]),
        (
            timeout,
            fleet(0.0, 0.0).work(Distribution::minutes(10)),
            &["pacing"],
        ),
        (
            timeout,
            fleet(0.0, 0.0).work(Distribution::minutes(11)),
            &["pacing", "timeout-delay"],
        ),
        (timeout, silent, &["pacing", "timeout-delay"]),
        (&abort("ALL"), fleet(0.0, 0.0), &["pacing"]),
        (
            windows,
            fleet(0.0, 0.0),
            &["pacing", "queued-outside-windows"],
        ),
    ];
    for (members, fleet, expected) in rows {
        assert_eq!(varied(members, &fleet), expected, "{members}");
    }
    let all = format!("{RETRY}, {}", abort("FAILED"));
    assert_eq!(
        varied(&all, &fleet(0.1, 0.0)),
        [
            "pacing",
            "abort-base",
            "retries-in-rate",
            "retries-in-abort"
        ]
    );
}

#[test]
fn fixed_open_points_are_not_varied() {
    let readings = Readings::all().only("pacing", "batches").unwrap();
    let readings = readings.only("pacing", "even").unwrap();
    let forecast = forecast_with(&rollout(RETRY), &Fleet::new(10), monday(), &readings).unwrap();
    assert_eq!(forecast.runs.len(), 1);
    assert_eq!(forecast.runs[0].reading, reading("pacing=even"));

    let fails = Fleet::new(10).outcomes(Outcomes::failing(1.0, 0.0, 0.0));
    let defaults = Readings::default_only();
    let forecast = forecast_with(&rollout(RETRY), &fails, monday(), &defaults).unwrap();
    assert_eq!((forecast.runs.len(), forecast.open_points.len()), (1, 0));
    assert_eq!(forecast.runs[0].reading, Reading::default());
}

#[test]
fn a_range_names_the_runs_of_its_ends() {
    let forecast = forecast(&rollout(""), &Fleet::new(2000), monday()).unwrap();
    let end = forecast.range_of_times(|run| run.ended_at).unwrap();
    assert_eq!(
        [end.least, end.most].map(|time| time.unwrap().as_secs()),
        [60, 120]
    );
    let readings = [end.least_run, end.most_run].map(|run| forecast.runs[run].reading);
    assert_eq!(
        readings,
        [reading("pacing=batches"), reading("pacing=even")]
    );
    assert!(!end.is_single());
    assert!(forecast.range(|run| run.touched).unwrap().is_single());
}

#[test]
fn a_run_that_does_not_end_is_the_latest() {
    let members = r#""timeoutConfig": {"inProgressTimeoutInMinutes": 1}, "abortConfig": {"criteriaList": [
        {"action": "CANCEL", "failureType": "ALL", "minNumberOfExecutedThings": 1, "thresholdPercentage": 100}]}"#;
    // It is aborted if rejected things count; otherwise a thing that is never online stays queued.
    let fleet = Fleet::new(2)
        .outcomes(Outcomes::failing(0.0, 1.0, 0.0))
        .online(0.5, Distribution::default())
        .unreachable(0.5);
    let readings = Readings::default_only();
    let with = forecast_with(&rollout(members), &fleet, monday(), &readings).unwrap();
    assert_eq!(with.runs[0].end.name(), "aborted");
    let all = forecast(&rollout(members), &fleet, monday()).unwrap();
    let end = all.range_of_times(|run| run.ended_at).unwrap();
    assert!(end.least.is_some());
    assert_eq!(end.most, None);
    assert_eq!(
        all.runs[end.most_run].reading.get("failures-of-all"),
        Some("without-rejected")
    );
}

#[test]
fn open_points_are_found_by_name() {
    for point in Reading::POINTS {
        assert!(point.description.ends_with('.'), "{}", point.description);
        assert!(point.values.len() > 1);
        assert_eq!(
            Reading::default().get(point.name),
            Some(point.values[0].name)
        );
        for value in point.values {
            let reading = Reading::default().with(point.name, value.name).unwrap();
            assert_eq!(reading.get(point.name), Some(value.name));
            let written = format!("{}={}", point.name, value.name);
            assert!(reading.to_string().split(' ').any(|one| one == written));
        }
    }
    let errors = [("speed", "even"), ("pacing", "fast")]
        .map(|(point, value)| Reading::default().with(point, value).unwrap_err());
    assert_eq!(
        errors.map(|error| error.to_string()),
        [
            "there is no open point \"speed\": write one of rounding, pacing, both-thresholds, abort-base, \
             failures-of-all, retries-in-rate, retries-in-abort, timeout-delay, queued-outside-windows",
            "pacing has no value \"fast\": write batches or even",
        ]
    );
    assert!(matches!(
        Readings::all().only("pacing", "fast"),
        Err(Error::Reading(_))
    ));
}

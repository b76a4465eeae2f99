//! What holds for every rollout and fleet.

use std::time::Duration;

use iot_jobs_forecast::{
    Distribution, End, Fleet, Forecast, OpenPoint, Outcomes, Readings, RetriesInRate, Run,
    forecast, forecast_with,
};
use proptest::prelude::*;

use crate::setup::{minutes, monday, rollout, run};

/// One of these texts.
fn one_of(texts: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    proptest::sample::select(texts)
}

fn settings() -> impl Strategy<Value = String> {
    let rate = one_of(&[
        "",
        r#", "jobExecutionsRolloutConfig": {"maximumPerMinute": 7}"#,
        r#", "jobExecutionsRolloutConfig": {"maximumPerMinute": 100, "exponentialRate": {"baseRatePerMinute": 3,
            "incrementFactor": 1.5, "rateIncreaseCriteria": {"numberOfNotifiedThings": 10}}}"#,
        r#", "jobExecutionsRolloutConfig": {"exponentialRate": {"baseRatePerMinute": 2, "incrementFactor": 3,
            "rateIncreaseCriteria": {"numberOfSucceededThings": 10}}}"#,
        r#", "jobExecutionsRolloutConfig": {"exponentialRate": {"baseRatePerMinute": 2, "incrementFactor": 2,
            "rateIncreaseCriteria": {"numberOfNotifiedThings": 30, "numberOfSucceededThings": 10}}}"#,
    ]);
    let abort = one_of(&[
        "",
        r#", "abortConfig": {"criteriaList": [
            {"action": "CANCEL", "failureType": "TIMED_OUT", "minNumberOfExecutedThings": 20, "thresholdPercentage": 10},
            {"action": "CANCEL", "failureType": "ALL", "minNumberOfExecutedThings": 10, "thresholdPercentage": 40}]}"#,
    ]);
    let timeout = one_of(&[
        "",
        r#", "timeoutConfig": {"inProgressTimeoutInMinutes": 12}"#,
    ]);
    let retry = one_of(&[
        "",
        r#", "jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "FAILED", "numberOfRetries": 2}]}"#,
        r#", "jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "ALL", "numberOfRetries": 3}]}"#,
    ]);
    let schedule = one_of(&[
        "",
        r#", "schedulingConfig": {"startTime": "2027-03-01 06:00", "endTime": "2027-03-01 06:40"}"#,
        r#", "schedulingConfig": {"endTime": "2027-03-01 00:30", "endBehavior": "CANCEL"}"#,
        r#", "schedulingConfig": {"endTime": "2027-03-01 00:31", "endBehavior": "FORCE_CANCEL"}"#,
        r#", "targetSelection": "CONTINUOUS""#,
        r#", "targetSelection": "CONTINUOUS", "schedulingConfig": {"endTime": "2027-03-02 00:00", "maintenanceWindows": [
            {"startTime": "cron(0/7 * * * ? *)", "durationInMinutes": 4}]}"#,
        r#", "targetSelection": "CONTINUOUS", "schedulingConfig": {"maintenanceWindows": [
            {"startTime": "cron(0 * * * ? *)", "durationInMinutes": 20}]}"#,
    ]);
    (rate, abort, timeout, retry, schedule).prop_map(|(rate, abort, timeout, retry, schedule)| {
        format!(r#""description": "d"{rate}{abort}{timeout}{retry}{schedule}"#)
    })
}

fn distribution() -> impl Strategy<Value = Distribution> {
    let seconds = 0..1200_u64;
    prop_oneof![
        Just(Distribution::default()),
        seconds
            .clone()
            .prop_map(|time| Distribution::Fixed(Duration::from_secs(time))),
        (seconds.clone(), seconds).prop_map(|(one, other)| Distribution::Uniform {
            min: Duration::from_secs(one.min(other)),
            max: Duration::from_secs(one.max(other)),
        }),
        // With a wider distribution, one thing in a thousand takes months.
        (1..600_u64, 1..=5_u32).prop_map(|(median, times)| Distribution::LogNormal {
            median: Duration::from_secs(median),
            p95: Duration::from_secs(median) * times,
        }),
    ]
}

fn fleet() -> impl Strategy<Value = Fleet> {
    let shares = (0..4_u32, 0..4_u32, 0..4_u32, 1..4_u32);
    let outcomes = shares.prop_map(|(failed, rejected, timed_out, succeeded)| {
        let total = f64::from(failed + rejected + timed_out + succeeded);
        let share = |number| f64::from(number) / total;
        Outcomes::failing(share(failed), share(rejected), share(timed_out))
    });
    (
        1..400_u32,
        outcomes,
        distribution(),
        distribution(),
        (0.5..=1.0, distribution(), 0.0..0.1),
        proptest::option::of(1..20_u16),
        0..2000_u32,
        any::<u64>(),
    )
        .prop_map(
            |(
                things,
                outcomes,
                start,
                work,
                (online, reconnect, unreachable),
                step,
                joining,
                seed,
            )| {
                let unreachable = if unreachable < 0.05 {
                    0.0
                } else {
                    unreachable * (1.0 - online)
                };
                let mut fleet = Fleet::new(things)
                    .outcomes(outcomes)
                    .start(start)
                    .work(work)
                    .online(online, reconnect)
                    .unreachable(unreachable)
                    .joining_per_day(joining)
                    .seed(seed);
                fleet.step_timeout_in_minutes = step;
                fleet
            },
        )
}

fn check_run(run: &Run, fleet: &Fleet, maximum: u32) {
    let per_interval = u32::try_from(run.interval.as_secs() / 60).unwrap();
    for pair in run.samples.windows(2) {
        let [before, after] = pair else {
            unreachable!()
        };
        assert!(before.at < after.at);
        let notified = after.notified - before.notified;
        assert!(
            notified <= after.rate * per_interval,
            "{before:?} {after:?}"
        );
        assert!(after.rate <= maximum);
    }
    for sample in &run.samples {
        let targets_not_notified = fleet.things - sample.notified;
        let not_notified = targets_not_notified..=targets_not_notified + sample.joined;
        assert!(not_notified.contains(&sample.not_notified), "{sample:?}");
        assert_eq!(sample.things(), fleet.things + sample.joined, "{sample:?}");
    }
    let last = run.last();
    assert_eq!(run.touched + run.spared, last.things());
    assert!(run.spared >= last.not_notified);
    assert_eq!(run.rolled_out_at.is_some(), last.notified == fleet.things);
    assert!(
        run.increases
            .windows(2)
            .all(|two| two[0].at <= two[1].at && two[0].rate < two[1].rate)
    );
    if run.reading.retries_in_rate == RetriesInRate::Exempt {
        // Nothing is notified at a rate that is reached later.
        let rolled_out = run.rolled_out_at.unwrap_or(Duration::MAX);
        assert!(
            run.increases
                .iter()
                .all(|it| it.at <= rolled_out && it.notified < fleet.things + last.joined)
        );
    }
    if run.end == End::Completed {
        assert_eq!(last.ended(), fleet.things);
        assert_eq!(last.canceled, 0);
    }
    if let Some(abort) = run.abort() {
        assert_eq!(last.not_notified, abort.not_notified);
        assert!(last.canceled >= abort.canceled);
        assert_eq!(last.queued, 0);
    }
    if run.settled_at.is_some() {
        assert_eq!(last.queued + last.in_progress + last.waiting, 0);
    }
}

fn contains<T: Ord + Copy + std::fmt::Debug>(forecast: &Forecast, of: impl Fn(&Run) -> T) {
    let range = forecast.range(&of).unwrap();
    for run in &forecast.runs {
        assert!(range.least <= of(run) && of(run) <= range.most);
    }
    assert_eq!(of(&forecast.runs[range.least_run]), range.least);
    assert_eq!(of(&forecast.runs[range.most_run]), range.most);
}

/// Checks that the points that decide a result of a run decide it, and that it takes each of them.
fn check_deciding_points<T: PartialEq + std::fmt::Debug>(
    forecast: &Forecast,
    run: usize,
    of: impl Fn(&Run) -> T,
) {
    let points = forecast.deciding_points(run, &of);
    let run = &forecast.runs[run];
    let same_result = |points: &[&OpenPoint]| {
        let runs = forecast.runs.iter();
        let mut runs = runs.filter(|other| {
            let mut points = points.iter();
            points.all(|point| other.reading.get(point.name) == run.reading.get(point.name))
        });
        runs.all(|other| of(other) == of(run))
    };
    assert!(same_result(&points), "{points:?}");
    for index in 0..points.len() {
        let mut fewer = points.clone();
        fewer.remove(index);
        assert!(!same_result(&fewer), "{points:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn things_are_conserved_and_rates_are_kept(settings in settings(), mut fleet in fleet()) {
        if settings.contains("numberOfRetries") && !settings.contains("endTime") {
            // Retries of things that join could take the whole rate, for two years and in each of many readings.
            fleet.joining_per_day %= 20;
        }
        let rollout = rollout(&settings);
        let forecast = forecast(&rollout, &fleet, monday()).unwrap();
        for run in &forecast.runs {
            check_run(run, &fleet, rollout.maximum_per_minute());
            if let (Some(end), End::EndTime(_)) = (run.end_time, &run.end) {
                let joins = settings.contains("CONTINUOUS");
                let each_day = if joins { u64::from(fleet.joining_per_day) } else { 0 };
                let joined = each_day * end.as_secs() / (24 * 60 * 60);
                prop_assert_eq!(u64::from(run.last().joined), joined);
            }
        }
        contains(&forecast, |run| run.touched);
        contains(&forecast, |run| run.retries.failed);
        contains(&forecast, |run| run.rolled_out_at);
        let end = forecast.range_of_times(|run| run.ended_at).unwrap();
        for run in [end.least_run, end.most_run] {
            check_deciding_points(&forecast, run, |run| run.ended_at);
            check_deciding_points(&forecast, run, |run| run.touched);
        }
        let again = forecast_with(&rollout, &fleet, monday(), &Readings::default_only()).unwrap();
        prop_assert_eq!(&again.runs[0], &forecast.runs[0]);
    }

    #[test]
    fn a_constant_rate_has_a_closed_form(things in 1..5000_u32, rate in 1..=1000_u32, work in 0..100_u32) {
        let members = format!(r#""jobExecutionsRolloutConfig": {{"maximumPerMinute": {rate}}}"#);
        let fleet = Fleet::new(things).work(Distribution::minutes(work));
        let batches = run(&members, &fleet, "pacing=batches");
        let last = minutes(u64::from(things.div_ceil(rate) - 1));
        prop_assert_eq!(batches.rolled_out_at, Some(last));
        prop_assert_eq!(batches.ended_at, Some(last + minutes(work.into())));
        let even = run(&members, &fleet, "pacing=even");
        let last = Duration::from_secs((u64::from(things) * 60).div_ceil(rate.into()));
        prop_assert_eq!(even.rolled_out_at, Some(last));
        prop_assert_eq!(even.ended_at, Some(last + minutes(work.into())));
        prop_assert_eq!(even.rollout_minutes, things.div_ceil(rate));
        prop_assert_eq!(batches.rollout_minutes, things.div_ceil(rate));
    }

    /// With an exponential rate, each number of things takes that number over the rate of minutes.
    #[test]
    fn an_exponential_rate_has_a_closed_form(
        things in 1..20_000_u32,
        base in 1..=100_u32,
        factor in 2..=5_u32,
        number in 1..2000_u32,
        maximum in 100..=1000_u32,
    ) {
        let members = format!(
            r#""jobExecutionsRolloutConfig": {{"maximumPerMinute": {maximum}, "exponentialRate": {{
                "baseRatePerMinute": {base}, "incrementFactor": {factor},
                "rateIncreaseCriteria": {{"numberOfNotifiedThings": {number}}}}}}}"#
        );
        let even = run(&members, &Fleet::new(things), "pacing=even");
        // The rate of each thing takes effect after the thing before, and the last one ends the rollout.
        let rate = |index: u32| (f64::from(base) * f64::from(factor).powi((index / number).cast_signed()))
            .min(f64::from(maximum));
        let seconds: f64 = (0..things).map(|index| 60.0 / rate(index)).sum();
        let simulated = even.rolled_out_at.unwrap().as_secs_f64();
        // An increase in the middle of a second applies to what is left of it, at most a notification each.
        let tolerance = 1.0 + f64::from(u32::try_from(even.increases.len()).unwrap());
        prop_assert!((simulated - seconds).abs() <= tolerance, "{simulated} {seconds}");

        let batches = run(&members, &Fleet::new(things), "pacing=batches");
        let (mut notified, mut minute) = (0_u32, 0_u64);
        while notified < things {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let rate = rate(notified) as u32;
            notified += rate;
            minute += 1;
        }
        prop_assert_eq!(batches.rolled_out_at, Some(minutes(minute - 1)));
    }
}

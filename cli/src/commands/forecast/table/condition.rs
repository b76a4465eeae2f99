//! What the values of open points mean, as conditions of a result.

/// A value of an open point as a condition: the argument of `--reading`, and what it means.
pub(super) fn condition(point: &str, value: &str) -> String {
    match meaning(point, value) {
        Some(meaning) => format!("{point}={value}: {meaning}"),
        None => format!("{point}={value}"),
    }
}

fn meaning(point: &str, value: &str) -> Option<&'static str> {
    Some(match (point, value) {
        ("rounding", "down") => "rates are rounded down",
        ("rounding", "up") => "rates are rounded up",
        ("pacing", "batches") => "each minute starts with all its notifications",
        ("pacing", "even") => "notifications are spread over each minute",
        ("both-thresholds", "either") => "the rate increases at either number",
        ("both-thresholds", "both") => "the rate increases at both numbers",
        ("abort-base", "ended") => "failures are divided by what has ended",
        ("abort-base", "notified") => "failures are divided by what was notified",
        ("failures-of-all", "with-rejected") => "ALL counts REJECTED",
        ("failures-of-all", "without-rejected") => "ALL does not count REJECTED",
        ("retries-in-rate", "exempt") => "retries do not count in the rate",
        ("retries-in-rate", "counted") => "retries count in the rate",
        ("retries-in-abort", "executions") => "criteria count each execution of a thing",
        ("retries-in-abort", "things") => "criteria count each thing once",
        ("timeout-delay", "none") => "executions time out without delay",
        ("timeout-delay", "minute") => "executions time out a minute late",
        ("queued-outside-windows", "wait") => "executions start in windows only",
        ("queued-outside-windows", "start") => "executions start outside of windows, too",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{condition, meaning};

    #[test]
    fn every_value_of_an_open_point_has_a_meaning() {
        for point in iot_jobs_forecast::Reading::POINTS {
            for value in point.values {
                let name = value.name;
                assert!(meaning(point.name, name).is_some(), "{}={name}", point.name);
            }
        }
        assert_eq!(
            condition("retries-in-rate", "exempt"),
            "retries-in-rate=exempt: retries do not count in the rate"
        );
    }
}

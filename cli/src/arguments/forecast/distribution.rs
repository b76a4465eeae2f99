//! Distributions of durations: `5m`, `5m..20m`, `10m~40m`.

use iot_jobs_forecast::Distribution;

use super::duration::duration;

/// Parses a distribution.
pub(super) fn distribution(text: &str) -> Result<Distribution, String> {
    // Not `~10m`, which shells replace by a home directory, and no parentheses, which they interpret.
    if let Some((least, most)) = text.split_once("..") {
        let (least, most) = (duration(least)?, duration(most)?);
        if least > most {
            return Err("the second duration is shorter than the first".to_owned());
        }
        return Ok(Distribution::Uniform {
            min: least,
            max: most,
        });
    }
    if let Some((median, p95)) = text.split_once('~') {
        let (median, p95) = (duration(median)?, duration(p95)?);
        if median.is_zero() || median >= p95 {
            return Err(
                "in MEDIAN~P95, half of the values are up to the first duration and 95% up to the second: \
                 the first is above 0, and the second is longer"
                    .to_owned(),
            );
        }
        return Ok(Distribution::LogNormal { median, p95 });
    }
    Ok(Distribution::Fixed(duration(text)?))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{
        Distribution::{Fixed, LogNormal, Uniform},
        distribution,
    };

    #[test]
    fn a_distribution_has_one_or_two_durations() {
        let minutes = |count| Duration::from_mins(count);
        let uniform = |min, max| Uniform {
            min: minutes(min),
            max: minutes(max),
        };
        for (text, expected) in [
            ("5m", Fixed(minutes(5))),
            ("5m..20m", uniform(5, 20)),
            ("0..20m", uniform(0, 20)),
            (
                "10m~40m",
                LogNormal {
                    median: minutes(10),
                    p95: minutes(40),
                },
            ),
        ] {
            assert_eq!(distribution(text), Ok(expected), "{text}");
        }
        for (text, part) in [
            ("20m..5m", "the second duration is shorter"),
            ("5..20m", "5 has no unit: write 5s"),
            ("5m..", "expected a duration"),
            ("~10m", "expected a duration"),
            ("0~10m", "the first is above 0"),
            ("10m~10m", "the second is longer"),
            ("10m-20m", "the unit `m-` is unknown"),
        ] {
            let message = distribution(text).unwrap_err();
            assert!(message.contains(part), "{text}: {message}");
        }
    }
}

//! Whole numbers.

use iot_jobs_forecast::Fleet;

/// The number of things.
pub(super) fn things(text: &str) -> Result<u32, String> {
    bounded(text, 1, Fleet::MAX_THINGS)
}

/// The number of things that join each day.
pub(super) fn joining(text: &str) -> Result<u32, String> {
    bounded(text, 0, Fleet::MAX_JOINING_PER_DAY)
}

/// A seed.
pub(super) fn seed(text: &str) -> Result<u64, String> {
    let max = u64::MAX;
    text.parse()
        .map_err(|_| format!("{text} is not a whole number from 0 to {max}"))
}

fn bounded(text: &str, min: u32, max: u32) -> Result<u32, String> {
    let number = text.parse().ok();
    number
        .filter(|number| (min..=max).contains(number))
        .ok_or_else(|| format!("{text} is not a whole number from {min} to {max}"))
}

#[cfg(test)]
mod tests {
    use super::{joining, seed, things};

    #[test]
    fn numbers_have_bounds() {
        for (text, expected) in [
            ("1", Some(1)),
            ("100000000", Some(100_000_000)),
            ("0", None),
            ("100000001", None),
            ("99999999999", None),
            ("1e5", None),
            ("-5", None),
            ("", None),
        ] {
            let message = format!("{text} is not a whole number from 1 to 100000000");
            assert_eq!(things(text), expected.ok_or(message));
        }
        assert_eq!(joining("0"), Ok(0));
        assert!(joining("100001").is_err());
        assert_eq!(seed("18446744073709551615"), Ok(u64::MAX));
        assert_eq!(
            seed("-1"),
            Err("-1 is not a whole number from 0 to 18446744073709551615".to_owned())
        );
    }
}

//! Decimal arithmetic on the digits of a number's text, simple enough to check the library's.

/// A decimal number: digits times a power of ten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decimal {
    negative: bool,
    /// Without leading and trailing zeros.
    digits: Vec<u8>,
    exponent: i64,
}

impl Decimal {
    /// Reads the text of a JSON number.
    pub fn read(text: &str) -> Option<Self> {
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, bounded(exponent)?),
            None => (text, 0),
        };
        let negative = mantissa.starts_with('-');
        let mantissa = mantissa.trim_start_matches('-');
        let (integer, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = format!("{integer}{fraction}");
        if all.is_empty() || !all.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        let kept = all.trim_end_matches('0');
        let dropped = i64::try_from(all.len() - kept.len()).ok()?;
        let digits = kept.trim_start_matches('0').as_bytes().to_vec();
        let places = i64::try_from(fraction.len()).ok()?;
        Some(Self {
            negative: negative && !digits.is_empty(),
            exponent: exponent - places + dropped,
            digits,
        })
    }

    /// The number, if it is an integer of at most 30 digits.
    pub fn integer(&self) -> Option<i128> {
        if self.digits.is_empty() {
            return Some(0);
        }
        (self.exponent >= 0).then(|| self.rounded(0)).flatten()
    }

    /// The number times a power of ten, rounded half away from zero; `None` beyond 30 digits.
    pub fn rounded(&self, power: i64) -> Option<i128> {
        let (truncated, next) = self.split(power)?;
        let magnitude = truncated + i128::from(next >= 5);
        Some(if self.negative { -magnitude } else { magnitude })
    }

    /// The number times a power of ten, rounded toward zero; `None` beyond 30 digits.
    pub fn truncated(&self, power: i64) -> Option<i128> {
        let (truncated, _) = self.split(power)?;
        Some(if self.negative { -truncated } else { truncated })
    }

    /// The magnitude times a power of ten without its decimals, and the first of the decimals.
    fn split(&self, power: i64) -> Option<(i128, i128)> {
        const MAX_DIGITS: i64 = 30;
        let length = i64::try_from(self.digits.len()).ok()?;
        let point = length + self.exponent + power;
        if self.digits.is_empty() || point < 0 {
            return Some((0, 0));
        }
        if point > MAX_DIGITS {
            return None;
        }
        let at = |place: i64| {
            let digit = usize::try_from(place)
                .ok()
                .and_then(|place| self.digits.get(place));
            i128::from(digit.map_or(0, |digit| digit - b'0'))
        };
        let truncated = (0..point).fold(0, |number, place| number * 10 + at(place));
        Some((truncated, at(point)))
    }
}

/// An exponent, limited to a magnitude that neither overflows nor occurs in a number that fits.
fn bounded(text: &str) -> Option<i64> {
    const LIMIT: i64 = 1 << 40;
    let negative = text.starts_with('-');
    let digits = text.trim_start_matches(['+', '-']);
    let is_number = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    let magnitude = is_number.then(|| digits.parse().unwrap_or(LIMIT).min(LIMIT))?;
    Some(if negative { -magnitude } else { magnitude })
}

#[test]
fn integers_and_rounding() {
    let integer = |text| Decimal::read(text).and_then(|number| number.integer());
    for (text, number) in [
        ("0", Some(0)),
        ("-0.0e9", Some(0)),
        ("5e0", Some(5)),
        ("1.50e1", Some(15)),
        ("-120e-1", Some(-12)),
        ("5.5", None),
        ("1e-1", None),
        ("1e400", None),
        ("0e999999999999999999999", Some(0)),
        ("9223372036854775808", Some(9_223_372_036_854_775_808)),
    ] {
        assert_eq!(integer(text), number, "{text}");
    }
    let micros = |text| Decimal::read(text).and_then(|number| number.rounded(6));
    for (text, number) in [
        ("1549395301.389", Some(1_549_395_301_389_000)),
        ("0.0000005", Some(1)),
        ("-0.0000005", Some(-1)),
        ("0.00000049999", Some(0)),
        ("1e-7", Some(0)),
        ("5e-7", Some(1)),
        ("1e-999999", Some(0)),
        ("1e99", None),
    ] {
        assert_eq!(micros(text), number, "{text}");
    }
}

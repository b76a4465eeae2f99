//! JSON numbers, read from their text so that no digit is lost to a `f64` on the way.

/// A number times a power of ten, as a whole number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Scaled {
    negative: bool,
    magnitude: u64,
    /// Whether nothing was rounded off.
    pub(crate) exact: bool,
}

impl Scaled {
    /// The value, if 64 bits hold it.
    pub(crate) fn value(self) -> Option<i64> {
        if self.negative {
            0_i64.checked_sub_unsigned(self.magnitude)
        } else {
            i64::try_from(self.magnitude).ok()
        }
    }
}

/// The number of a JSON number's text times ten to the power of `scale`, halves rounded away from
/// zero; `None` if 64 bits do not hold it, or the text is no number.
pub(crate) fn scaled(text: &str, scale: i64) -> Option<Scaled> {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, power(exponent)?),
        None => (text, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if whole.is_empty() {
        return None;
    }
    // How many digits stand before the point once the number is scaled.
    let kept = i64::try_from(whole.len())
        .ok()?
        .saturating_add(exponent)
        .saturating_add(scale);

    let mut magnitude = 0_u64;
    let mut exact = true;
    let mut position = 0_i64;
    for digit in whole.bytes().chain(fraction.bytes()) {
        let digit = char::from(digit).to_digit(10)?;
        if position < kept {
            magnitude = magnitude.checked_mul(10)?.checked_add(digit.into())?;
        } else {
            if position == kept && digit >= 5 {
                magnitude = magnitude.checked_add(1)?;
            }
            exact &= digit == 0;
        }
        position += 1;
    }
    while magnitude != 0 && position < kept {
        magnitude = magnitude.checked_mul(10)?;
        position += 1;
    }
    Some(Scaled {
        negative,
        magnitude,
        exact,
    })
}

/// An exponent; one that no number could use is as good as the largest.
fn power(text: &str) -> Option<i64> {
    let digits = text.trim_start_matches(['+', '-']);
    if digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let magnitude = digits.parse().unwrap_or(i64::MAX / 4);
    Some(if text.starts_with('-') {
        -magnitude
    } else {
        magnitude
    })
}

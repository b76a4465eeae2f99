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
    /// From here on one more digit might not fit.
    const FULL: u64 = 10_u64.pow(18);

    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let mut mantissa = 0_u64;
    let mut power = scale;
    let mut in_fraction = false;
    // The first digit that did not fit, and whether all that did not were zeros.
    let mut cut = None;
    let mut zeros = true;
    for (index, byte) in digits.bytes().enumerate() {
        match byte {
            b'0'..=b'9' => {
                let digit = u64::from(byte - b'0');
                if mantissa < FULL {
                    mantissa = mantissa * 10 + digit;
                    power -= i64::from(in_fraction);
                } else {
                    cut = cut.or(Some(digit));
                    zeros &= digit == 0;
                    power += i64::from(!in_fraction);
                }
            }
            b'.' if !in_fraction => in_fraction = true,
            b'e' | b'E' => {
                power = power.saturating_add(exponent(digits.get(index + 1..)?)?);
                break;
            }
            _ => return None,
        }
    }
    digits.bytes().next().filter(u8::is_ascii_digit)?;

    let (magnitude, rounded) = match u32::try_from(power.unsigned_abs()) {
        _ if mantissa == 0 => (0, false),
        Ok(0) => {
            let up = cut.is_some_and(|digit| digit >= 5);
            (mantissa.checked_add(u64::from(up))?, false)
        }
        Ok(places) if power > 0 => {
            // Digits that did not fit would stand before the point.
            let all = cut.is_none().then_some(mantissa)?;
            (all.checked_mul(10_u64.checked_pow(places)?)?, false)
        }
        Ok(places @ ..=19) => {
            let unit = 10_u64.pow(places);
            let (whole, rest) = (mantissa / unit, mantissa % unit);
            (whole + u64::from(rest >= unit - rest), rest != 0)
        }
        _ if power > 0 => return None,
        _ => (0, true),
    };
    Some(Scaled {
        negative,
        magnitude,
        exact: zeros && !rounded,
    })
}

/// An exponent; one that no number could use is as good as the largest.
fn exponent(text: &str) -> Option<i64> {
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

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
    let (negative, text) = match text.as_bytes() {
        [b'-', rest @ ..] => (true, rest),
        text => (false, text),
    };
    let mut digits = Digits::default();
    let behind_whole = digits.read(text);
    if behind_whole.len() == text.len() {
        return None;
    }
    let (rest, places) = match behind_whole {
        [b'.', fraction @ ..] => {
            let rest = digits.read(fraction);
            (rest, fraction.len() - rest.len())
        }
        rest => (rest, 0),
    };
    let exponent = match rest {
        [] => 0,
        [b'e' | b'E', exponent @ ..] => power(exponent)?,
        _ => return None,
    };
    let shift = i64::try_from(digits.left_out).ok()? - i64::try_from(places).ok()?;
    let (magnitude, exact) = digits.shifted(exponent.saturating_add(shift + scale))?;
    Some(Scaled {
        negative,
        magnitude,
        exact,
    })
}

/// The digits of a number as far as they fit in 64 bits, without the point.
#[derive(Default)]
struct Digits {
    value: u64,
    /// How many more digits there were.
    left_out: usize,
    /// The first of these.
    next: u64,
    /// Whether one of these is not zero.
    more: bool,
}

impl Digits {
    /// Reads on to the end of the digits and gives what stands behind them.
    fn read<'t>(&mut self, mut text: &'t [u8]) -> &'t [u8] {
        /// From here on one more digit might not fit.
        const FULL: u64 = 10_u64.pow(18);

        while let [byte @ b'0'..=b'9', rest @ ..] = text {
            let digit = u64::from(byte - b'0');
            if self.value < FULL {
                self.value = self.value * 10 + digit;
            } else {
                if self.left_out == 0 {
                    self.next = digit;
                }
                self.left_out += 1;
                self.more |= digit != 0;
            }
            text = rest;
        }
        text
    }

    /// The value times ten to a power, rounded, and whether nothing was rounded off.
    fn shifted(&self, power: i64) -> Option<(u64, bool)> {
        if self.value == 0 {
            return Some((0, true));
        }
        let places = u32::try_from(power.unsigned_abs()).unwrap_or(u32::MAX);
        if power == 0 {
            return Some((self.value + u64::from(self.next >= 5), !self.more));
        }
        if power > 0 {
            // Digits that were left out would stand in front of the point: too many for 64 bits.
            let all = (self.left_out == 0).then_some(self.value)?;
            return Some((all.checked_mul(10_u64.checked_pow(places)?)?, true));
        }
        let Some(unit) = 10_u64.checked_pow(places) else {
            return Some((0, false));
        };
        let (whole, rest) = (self.value / unit, self.value % unit);
        let up = u64::from(rest >= unit - rest);
        Some((whole + up, rest == 0 && !self.more))
    }
}

/// The number of an exponent; one that no number could use is as good as the largest.
fn power(text: &[u8]) -> Option<i64> {
    const LARGEST: i64 = i64::MAX / 4;

    let (negative, digits) = match text {
        [b'-', digits @ ..] => (true, digits),
        [b'+', digits @ ..] | digits => (false, digits),
    };
    let magnitude = match std::str::from_utf8(digits).ok()? {
        "" => return None,
        digits if digits.bytes().all(|digit| digit.is_ascii_digit()) => {
            digits.parse().unwrap_or(LARGEST).min(LARGEST)
        }
        _ => return None,
    };
    Some(if negative { -magnitude } else { magnitude })
}

//! JSON numbers, read from their text so that no digit is lost to a `f64`.

use super::{
    Invalid,
    digits::{digit, digits, eight_digits, leading_digits, two_digits_and_millis},
    reader::Reader,
};

impl<'t> Reader<'t> {
    /// The text of a number.
    pub(crate) fn number(&mut self) -> Result<&'t str, Invalid> {
        let bytes = self.rest();
        let length = number_length(bytes).map_err(|_| Invalid)?;
        self.take(length)
    }

    /// An integer of 64 bits, also written with a point or an exponent.
    #[inline]
    pub(crate) fn integer(&mut self) -> Result<i64, Invalid> {
        /// As many digits as certainly fit into 64 bits.
        const MOST_DIGITS: usize = 18;

        let bytes = self.rest();
        let sign = usize::from(bytes.first() == Some(&b'-'));
        let (mut value, mut end) = (0, sign);
        // Most integers have few digits.
        while let Some(digit) = bytes.get(end).and_then(|byte| digit(*byte)) {
            if end - sign == MOST_DIGITS {
                return self.integer_of_text();
            }
            value = value * 10 + digit.cast_signed();
            end += 1;
        }
        let leading_zero = end > sign + 1 && bytes.get(sign) == Some(&b'0');
        if end == sign || leading_zero || matches!(bytes.get(end), Some(b'.' | b'e' | b'E')) {
            return self.integer_of_text();
        }
        self.skip(end);
        Ok(if sign == 0 { value } else { -value })
    }

    /// The same from the number's text.
    #[cold]
    fn integer_of_text(&mut self) -> Result<i64, Invalid> {
        integer(self.number()?).ok_or(Invalid)
    }

    /// A decimal as its integer and its fraction in millionths, where it has no sign, at most eleven digits
    /// before the point, at most six after it, and no exponent; of any other number nothing is read.
    #[inline]
    pub(crate) fn decimal(&mut self) -> Option<(i64, u32)> {
        match self.rest().first_chunk().and_then(epoch_seconds) {
            Some((seconds, millis, length)) => {
                self.skip(length);
                Some((seconds, millis * 1_000))
            }
            None => self.any_decimal(),
        }
    }

    /// The same for a decimal of any length.
    fn any_decimal(&mut self) -> Option<(i64, u32)> {
        const MOST_DIGITS: usize = 11;
        const UNITS: [u32; 7] = [0, 100_000, 10_000, 1_000, 100, 10, 1];

        let bytes = self.rest();
        let (whole, mut end) = leading_digits(bytes, 0);
        let leading_zero = end > 1 && bytes.first() == Some(&b'0');
        if end == 0 || end > MOST_DIGITS || leading_zero {
            return None;
        }
        let mut millionths = 0;
        if bytes.get(end) == Some(&b'.') {
            let (fraction, places) = digits(bytes, end + 1);
            let unit = UNITS.get(places).filter(|unit| **unit > 0)?;
            millionths = u32::try_from(fraction).ok()? * unit;
            end += 1 + places;
        }
        if matches!(bytes.get(end), Some(b'e' | b'E')) {
            return None;
        }
        self.skip(end);
        Some((whole.cast_signed(), millionths))
    }
}

/// Epoch seconds of ten digits, from 2001 to 2286, alone or with milliseconds: both, and the length of the
/// number.
#[inline]
fn epoch_seconds(bytes: &[u8; 16]) -> Option<(i64, u32, usize)> {
    let (head, tail) = bytes.split_first_chunk()?;
    let head = eight_digits(u64::from_le_bytes(*head))?;
    // A number with a leading zero is rejected elsewhere.
    if head < 10_000_000 {
        return None;
    }
    let tail = *tail.first_chunk()?;
    if let Some([tens, ones, _, a, b, c, ..]) = two_digits_and_millis(u64::from_le_bytes(tail)) {
        let [.., next, _] = tail;
        let seconds = head * 100 + u64::from(tens) * 10 + u64::from(ones);
        let millis = u32::from(a) * 100 + u32::from(b) * 10 + u32::from(c);
        return ends_number(next).then_some((seconds.cast_signed(), millis, 14));
    }
    let [tens, ones, next, ..] = tail;
    let seconds = head * 100 + digit(tens)? * 10 + digit(ones)?;
    ends_number(next).then_some((seconds.cast_signed(), 0, 10))
}

/// Whether a byte after a digit is not part of the number.
#[inline]
fn ends_number(byte: u8) -> bool {
    matches!(byte, b',' | b'}' | b']' | b' ' | b'\n' | b'\r' | b'\t')
}

/// Where a number stops being one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NumberError {
    /// At this byte.
    Invalid(usize),
    /// At the end of the text.
    Incomplete,
}

/// The length of the number at the start of a text that starts with `-` or a digit.
pub(super) fn number_length(bytes: &[u8]) -> Result<usize, NumberError> {
    let digits = |offset: usize| {
        let rest = bytes.get(offset..).unwrap_or_default();
        let count = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        match (count, rest.is_empty()) {
            (0, true) => Err(NumberError::Incomplete),
            (0, false) => Err(NumberError::Invalid(offset)),
            _ => Ok(offset + count),
        }
    };
    let sign = usize::from(bytes.first() == Some(&b'-'));
    let mut length = digits(sign)?;
    if bytes.get(sign) == Some(&b'0') && length > sign + 1 {
        return Err(NumberError::Invalid(sign + 1));
    }
    if bytes.get(length) == Some(&b'.') {
        length = digits(length + 1)?;
    }
    if let Some(b'e' | b'E') = bytes.get(length) {
        let sign = usize::from(matches!(bytes.get(length + 1), Some(b'+' | b'-')));
        length = digits(length + 1 + sign)?;
    }
    Ok(length)
}

/// The 64-bit integer of a JSON number's text, also written with a point or an exponent.
pub(crate) fn integer(text: &str) -> Option<i64> {
    let number = scaled(text, 0)?;
    number.exact.then(|| number.value()).flatten()
}

/// A number times a power of ten, as an integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Scaled {
    negative: bool,
    magnitude: u64,
    /// Whether nothing was rounded off.
    pub(crate) exact: bool,
    /// Whether the magnitude was rounded up.
    pub(crate) up: bool,
}

impl Scaled {
    /// The value, if it fits into 64 bits.
    pub(crate) fn value(self) -> Option<i64> {
        if self.negative {
            0_i64.checked_sub_unsigned(self.magnitude)
        } else {
            i64::try_from(self.magnitude).ok()
        }
    }
}

/// The number of a JSON number's text times ten to the power of `scale`, halves rounded away from
/// zero; `None` if it does not fit into 64 bits, or the text is not a number.
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
    let mut scaled = digits.shifted(exponent.saturating_add(shift + scale))?;
    scaled.negative = negative;
    Some(scaled)
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
    /// Reads up to the end of the digits and returns the text after them.
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

    /// The value times ten to a power, rounded.
    fn shifted(&self, power: i64) -> Option<Scaled> {
        let rounded = |whole: u64, up: bool, exact: bool| Scaled {
            negative: false,
            magnitude: whole + u64::from(up),
            exact,
            up,
        };
        if self.value == 0 {
            return Some(rounded(0, false, true));
        }
        let places = u32::try_from(power.unsigned_abs()).unwrap_or(u32::MAX);
        if power == 0 {
            return Some(rounded(self.value, self.next >= 5, !self.more));
        }
        if power > 0 {
            // Omitted digits would be before the decimal point: too many for 64 bits.
            let all = (self.left_out == 0).then_some(self.value)?;
            let all = all.checked_mul(10_u64.checked_pow(places)?)?;
            return Some(rounded(all, false, true));
        }
        let Some(unit) = 10_u64.checked_pow(places) else {
            return Some(rounded(0, false, false));
        };
        let (whole, rest) = (self.value / unit, self.value % unit);
        Some(rounded(whole, rest >= unit - rest, rest == 0 && !self.more))
    }
}

/// The number of an exponent; exponents out of any number's range are limited to the largest.
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

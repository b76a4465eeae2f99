//! Decimal digits, eight at a time.

/// The value of a digit.
#[inline]
pub(super) fn digit(byte: u8) -> Option<u64> {
    let value = byte.wrapping_sub(b'0');
    (value < 10).then_some(value.into())
}

/// The value of up to sixteen digits from an offset on, and the offset after them.
#[inline]
pub(super) fn leading_digits(bytes: &[u8], start: usize) -> (u64, usize) {
    const POWERS: [u64; 9] = [
        1,
        10,
        100,
        1_000,
        10_000,
        100_000,
        1_000_000,
        10_000_000,
        100_000_000,
    ];
    let (value, count) = digits(bytes, start);
    if count < 8 {
        return (value, start + count);
    }
    let (more, count) = digits(bytes, start + 8);
    let power = POWERS.get(count).copied().unwrap_or_default();
    (value * power + more, start + 8 + count)
}

/// The value of up to eight digits from an offset on, and how many they are.
#[inline]
pub(super) fn digits(bytes: &[u8], start: usize) -> (u64, usize) {
    let rest = bytes.get(start..).unwrap_or_default();
    match rest.first_chunk() {
        Some(word) => digits_of_word(u64::from_le_bytes(*word)),
        None => digits_at_end(rest),
    }
}

/// The same with fewer than eight bytes left.
#[cold]
fn digits_at_end(rest: &[u8]) -> (u64, usize) {
    let mut word = [0; 8];
    for (place, byte) in word.iter_mut().zip(rest) {
        *place = *byte;
    }
    digits_of_word(u64::from_le_bytes(word))
}

const ONES: u64 = u64::MAX / 0xff;
const LOW_BITS: u64 = ONES * 0x7f;
const HIGH_BITS: u64 = ONES << 7;
/// `0` in each byte.
const ZEROS: u64 = ONES * 0x30;

/// The value of eight bytes, the first of which is the lowest, if all are digits.
#[inline]
pub(super) fn eight_digits(word: u64) -> Option<u64> {
    let values = word ^ ZEROS;
    (others(values) == 0).then(|| combined(values))
}

/// The values of the digits if the first six of eight bytes are like `01.234`; the others are unspecified.
#[inline]
pub(super) fn two_digits_and_millis(word: u64) -> Option<[u8; 8]> {
    /// `00.000`, the first byte as the lowest.
    const FORM: u64 = u64::from_le_bytes(*b"00.000\0\0");
    /// What makes the high bit of a value above its largest: 9, or 0 for the point.
    const TO_HIGH_BIT: u64 = u64::from_le_bytes([0x76, 0x76, 0x7f, 0x76, 0x76, 0x76, 0, 0]);
    const FIRST_SIX: u64 = u64::MAX >> 16;

    let values = word ^ FORM;
    let others = (((values & LOW_BITS) + TO_HIGH_BIT) | values) & HIGH_BITS & FIRST_SIX;
    (others == 0).then(|| values.to_le_bytes())
}

/// The high bit of each byte that is not a digit's value.
#[inline]
fn others(values: u64) -> u64 {
    // Digits become 0 to 9; everything else has, or gets, the high bit.
    (((values & LOW_BITS) + ONES * (0x80 - 10)) | values) & HIGH_BITS
}

/// The number of eight digits' values.
#[inline]
fn combined(digits: u64) -> u64 {
    // Pairs of digits, pairs of pairs, and both halves are combined.
    let pairs = (digits.wrapping_mul(10).wrapping_add(digits >> 8)) & 0x00ff_00ff_00ff_00ff;
    let fours = (pairs.wrapping_mul(100).wrapping_add(pairs >> 16)) & 0x0000_ffff_0000_ffff;
    fours.wrapping_mul(10_000).wrapping_add(fours >> 32) & 0xffff_ffff
}

/// The value of the digits at the start of eight bytes, the first of which is the lowest, and how many
/// they are.
#[inline]
pub(super) fn digits_of_word(word: u64) -> (u64, usize) {
    let values = word ^ ZEROS;
    let count = others(values).trailing_zeros() as usize / 8;
    if count == 0 {
        return (0, 0);
    }
    // As if zeros came first.
    (combined(values << (64 - 8 * count)), count)
}

#[cfg(test)]
mod tests {
    use super::{digits_of_word, eight_digits, two_digits_and_millis};

    #[test]
    fn eight_digits_are_read_as_their_number() {
        for value in (0..100_000_000_u64).step_by(9_973).chain([1, 99_999_999]) {
            let text = format!("{value:08}");
            let word = u64::from_le_bytes(text.as_bytes().try_into().unwrap());
            assert_eq!(digits_of_word(word), (value, 8));
            assert_eq!(eight_digits(word), Some(value));
        }
    }

    #[test]
    fn digits_end_at_the_first_other_byte() {
        for (text, expected) in [
            (*b"1234567x", (1_234_567, 7)),
            (*b"00120/34", (120, 5)),
            (*b"9:999999", (9, 1)),
            (*b":9999999", (0, 0)),
            (*b"12\xb0\xb1\xff\x0034", (12, 2)),
            (*b"7\0\0\0\0\0\0\0", (7, 1)),
        ] {
            assert_eq!(
                digits_of_word(u64::from_le_bytes(text)),
                expected,
                "{text:?}"
            );
        }
    }
    #[test]
    fn every_other_byte_in_the_place_of_a_digit_is_found() {
        for place in 0..8 {
            for byte in 0..=u8::MAX {
                let mut eight = *b"12345678";
                let mut form = *b"98.765,x";
                (eight[place], form[place]) = (byte, byte);
                let word = u64::from_le_bytes(eight);
                assert_eq!(
                    eight_digits(word).is_some(),
                    byte.is_ascii_digit(),
                    "{place} {byte}"
                );
                let fits = match place {
                    2 => byte == b'.',
                    6.. => true,
                    _ => byte.is_ascii_digit(),
                };
                let word = u64::from_le_bytes(form);
                assert_eq!(
                    two_digits_and_millis(word).is_some(),
                    fits,
                    "{place} {byte}"
                );
            }
        }
        let values = two_digits_and_millis(u64::from_le_bytes(*b"98.765,x")).unwrap();
        assert_eq!(values[..6], [9, 8, 0, 7, 6, 5]);
    }
}

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

/// The value of the digits at the start of eight bytes, the first of which is the lowest, and how many
/// they are.
#[inline]
pub(super) fn digits_of_word(word: u64) -> (u64, usize) {
    const ONES: u64 = u64::MAX / 0xff;
    const LOW_BITS: u64 = ONES * 0x7f;
    /// `0` in each byte.
    const ZEROS: u64 = ONES * 0x30;
    // Digits become 0 to 9; everything else has, or gets, the high bit.
    let values = word ^ ZEROS;
    let others = ((values & LOW_BITS) + ONES * (0x80 - 10)) | values;
    let count = (others & !LOW_BITS).trailing_zeros() as usize / 8;
    if count == 0 {
        return (0, 0);
    }
    // As if zeros came first; then pairs of digits, pairs of pairs, and both halves are combined.
    let digits = values << (64 - 8 * count);
    let pairs = (digits.wrapping_mul(10).wrapping_add(digits >> 8)) & 0x00ff_00ff_00ff_00ff;
    let fours = (pairs.wrapping_mul(100).wrapping_add(pairs >> 16)) & 0x0000_ffff_0000_ffff;
    let value = fours.wrapping_mul(10_000).wrapping_add(fours >> 32) & 0xffff_ffff;
    (value, count)
}

#[cfg(test)]
mod tests {
    use super::digits_of_word;

    #[test]
    fn eight_digits_are_read_as_their_number() {
        for value in (0..100_000_000_u64).step_by(9_973).chain([1, 99_999_999]) {
            let text = format!("{value:08}");
            let word = u64::from_le_bytes(text.as_bytes().try_into().unwrap());
            assert_eq!(digits_of_word(word), (value, 8));
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
}

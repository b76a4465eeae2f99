//! The contents of JSON strings, many bytes at a time.

/// The length of the text up to the first quote, backslash or control character.
#[inline]
pub(super) fn plain_length(bytes: &[u8]) -> usize {
    let (chunks, tail) = bytes.as_chunks::<16>();
    let mut length = 0;
    for chunk in chunks {
        if has_special(chunk) {
            return length + first_special(*chunk);
        }
        length += 16;
    }
    let special = tail.iter().position(|&byte| is_special(byte));
    length + special.unwrap_or(tail.len())
}

/// The same, faster if it is short.
#[inline]
pub(super) fn short_plain_length(bytes: &[u8]) -> usize {
    let (words, tail) = bytes.as_chunks::<8>();
    let mut length = 0;
    for word in words {
        let special = special_bytes(u64::from_le_bytes(*word));
        if special != 0 {
            return length + special.trailing_zeros() as usize / 8;
        }
        length += 8;
    }
    let special = tail.iter().position(|&byte| is_special(byte));
    length + special.unwrap_or(tail.len())
}

/// Whether there is no quote, backslash or control character.
#[inline]
pub(super) fn is_plain(bytes: &[u8]) -> bool {
    // The last chunk overlaps the one before it, so that no byte is left over.
    if let Some(last) = bytes.last_chunk::<16>() {
        let (chunks, _) = bytes.as_chunks::<16>();
        for chunk in chunks {
            if has_special(chunk) {
                return false;
            }
        }
        return !has_special(last);
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        let special =
            special_bytes(u64::from_le_bytes(*first)) | special_bytes(u64::from_le_bytes(*last));
        return special == 0;
    }
    !bytes.iter().any(|&byte| is_special(byte))
}

/// Whether a chunk has a special byte; the compiler makes one vector comparison of it.
#[inline]
fn has_special(chunk: &[u8; 16]) -> bool {
    chunk
        .iter()
        .fold(false, |any, &byte| any | is_special(byte))
}

/// The index of the first special byte of a chunk that has one.
#[inline]
fn first_special(chunk: [u8; 16]) -> usize {
    let word = u128::from_le_bytes(chunk);
    // Each half of the chunk.
    #[allow(clippy::cast_possible_truncation)]
    let (low, high) = (
        special_bytes(word as u64),
        special_bytes((word >> 64) as u64),
    );
    if low == 0 {
        8 + high.trailing_zeros() as usize / 8
    } else {
        low.trailing_zeros() as usize / 8
    }
}

// Without a branch, the compiler compares many bytes at once.
#[allow(clippy::needless_bitwise_bool)]
#[inline]
fn is_special(byte: u8) -> bool {
    (byte == b'"') | (byte == b'\\') | (byte < b' ')
}

/// The high bit of each byte that is special; above the lowest one, bits may be set without reason.
#[inline]
fn special_bytes(word: u64) -> u64 {
    const ONES: u64 = u64::MAX / 0xff;
    const HIGH_BITS: u64 = ONES << 7;
    /// `"` in each byte.
    const QUOTES: u64 = ONES * 0x22;
    /// `\` in each byte.
    const BACKSLASHES: u64 = ONES * 0x5c;
    /// A space, the first byte that is not a control character, in each byte.
    const SPACES: u64 = ONES * 0x20;
    let zero_bytes = |word: u64| word.wrapping_sub(ONES) & !word;
    let quotes = zero_bytes(word ^ QUOTES);
    let backslashes = zero_bytes(word ^ BACKSLASHES);
    let controls = word.wrapping_sub(SPACES) & !word;
    (quotes | backslashes | controls) & HIGH_BITS
}

/// What is wrong with an escape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EscapeError {
    /// No such escape exists; the offset is that of the wrong byte.
    Invalid(usize),
    /// The text ends inside the escape.
    Incomplete,
    /// Half of a surrogate pair.
    LoneSurrogate,
}

/// The character of the escape at the start of the text, and the bytes it is written with.
pub(super) fn unescape(bytes: &[u8]) -> Result<(char, usize), EscapeError> {
    let simple = match bytes.get(1).ok_or(EscapeError::Incomplete)? {
        b'"' => '"',
        b'\\' => '\\',
        b'/' => '/',
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => return unescape_unicode(bytes),
        _ => return Err(EscapeError::Invalid(1)),
    };
    Ok((simple, 2))
}

/// The same for `\uXXXX`, alone or as a surrogate pair.
fn unescape_unicode(bytes: &[u8]) -> Result<(char, usize), EscapeError> {
    let first = code_unit(bytes, 2)?;
    if let Some(character) = char::from_u32(first) {
        return Ok((character, 6));
    }
    let high = first & 0xfc00 == 0xd800;
    match (high, bytes.get(6), bytes.get(7)) {
        (true, None, _) | (true, Some(b'\\'), None) => return Err(EscapeError::Incomplete),
        (true, Some(b'\\'), Some(b'u')) => {}
        _ => return Err(EscapeError::LoneSurrogate),
    }
    let second = code_unit(bytes, 8)?;
    if second & 0xfc00 != 0xdc00 {
        return Err(EscapeError::LoneSurrogate);
    }
    let character = char::from_u32(0x1_0000 + ((first & 0x3ff) << 10) + (second & 0x3ff));
    Ok((character.ok_or(EscapeError::LoneSurrogate)?, 12))
}

/// The four hexadecimal digits at this offset.
fn code_unit(bytes: &[u8], offset: usize) -> Result<u32, EscapeError> {
    (offset..offset + 4).try_fold(0, |unit, offset| {
        let digit = bytes.get(offset).ok_or(EscapeError::Incomplete)?;
        let digit = char::from(*digit).to_digit(16);
        Ok(unit * 16 + digit.ok_or(EscapeError::Invalid(offset))?)
    })
}

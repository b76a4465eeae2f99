//! The maximum size of inputs.

use clap::Args;

use crate::reading::DEFAULT_MAX_SIZE;

#[derive(Args, Debug)]
pub(super) struct MaxSizeArgument {
    /// Reject inputs of more than SIZE bytes; K, M and G are units of 1024, 1024² and 1024³ bytes. By
    /// default 16M; of inputs with one value on each line, it applies to each line
    #[arg(long, value_name = "SIZE", value_parser = size, default_value_t = DEFAULT_MAX_SIZE, hide_default_value = true)]
    pub(super) max_size: u64,
}

pub(super) fn size(text: &str) -> Result<u64, &'static str> {
    let (number, unit) = match text.char_indices().last() {
        Some((end, 'K' | 'k')) => (text.get(..end), 1 << 10),
        Some((end, 'M' | 'm')) => (text.get(..end), 1 << 20),
        Some((end, 'G' | 'g')) => (text.get(..end), 1 << 30),
        _ => (Some(text), 1),
    };
    let number: Option<u64> = number.and_then(|number| number.parse().ok());
    number
        .and_then(|number| number.checked_mul(unit))
        .filter(|size| *size > 0)
        .ok_or("expected 1 byte or more, such as 65536, 64K or 16M")
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes_have_units() {
        for (text, bytes) in [
            ("1", Some(1)),
            ("0", None),
            ("0K", None),
            ("65536", Some(65536)),
            ("64K", Some(65536)),
            ("1m", Some(1 << 20)),
            ("2G", Some(2 << 30)),
            ("", None),
            ("K", None),
            ("-1", None),
            ("1.5M", None),
            ("16777216T", None),
            ("18446744073709551615K", None),
        ] {
            assert_eq!(size(text).ok(), bytes, "{text}");
        }
    }
}

//! Shares: `3%` or `0.03`.

/// A share from 0 to 1.
pub(super) fn share(text: &str) -> Result<f64, String> {
    const EXPECTED: &str = "expected a share, such as 3% or 0.03";
    let (number, percent) = match text.strip_suffix('%') {
        Some(number) => (number.trim_end(), true),
        None => (text, false),
    };
    let is_decimal = |c: char| c.is_ascii_digit() || c == '.';
    let value: f64 = number
        .parse()
        .ok()
        .filter(|_| number.chars().all(is_decimal))
        .ok_or(EXPECTED)?;
    if percent {
        return match value {
            0.0..=100.0 => Ok(value / 100.0),
            _ => Err(format!("{text} is more than 100%")),
        };
    }
    // A `1` can be meant as 1 % or as 100 %.
    if value > 0.0 && !number.contains('.') {
        return Err(format!("is {text} a percentage? Write {text}%"));
    }
    match value {
        0.0..=1.0 => Ok(value),
        _ => Err(format!("{text} is more than 1; {EXPECTED}")),
    }
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn a_share_is_a_percentage_or_a_decimal() {
        for (text, expected) in [
            ("3%", Ok(0.03)),
            ("3 %", Ok(0.03)),
            ("0.03", Ok(0.03)),
            (".5", Ok(0.5)),
            ("12.5%", Ok(0.125)),
            ("0", Ok(0.0)),
            ("0%", Ok(0.0)),
            ("100%", Ok(1.0)),
            ("1.0", Ok(1.0)),
            ("1", Err("is 1 a percentage? Write 1%")),
            ("3", Err("is 3 a percentage? Write 3%")),
            (
                "1.5",
                Err("1.5 is more than 1; expected a share, such as 3% or 0.03"),
            ),
            ("101%", Err("101% is more than 100%")),
            ("-1%", Err("expected a share, such as 3% or 0.03")),
            ("1e-2", Err("expected a share, such as 3% or 0.03")),
            ("NaN", Err("expected a share, such as 3% or 0.03")),
            ("%", Err("expected a share, such as 3% or 0.03")),
            ("", Err("expected a share, such as 3% or 0.03")),
        ] {
            assert_eq!(share(text), expected.map_err(str::to_owned), "{text}");
        }
    }
}

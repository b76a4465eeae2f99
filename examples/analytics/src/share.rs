//! A share in percent, such as `0.1%`.

use std::str::FromStr;

/// A share in millionths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share(u32);

impl Share {
    pub fn millionths(self) -> u32 {
        self.0
    }
}

impl FromStr for Share {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let message = "expected a percentage from 0% to 100%, such as 0.1%";
        let number = text.strip_suffix('%').ok_or(message)?;
        let percent: f64 = number.parse().map_err(|_| message)?;
        if !(0.0..=100.0).contains(&percent) {
            return Err(message);
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "at most a million"
        )]
        let millionths = (percent * 10_000.0).round() as u32;
        Ok(Self(millionths))
    }
}

//! Numbers of a fixed number of decimals.

use std::fmt;

use super::{Simplify, Steps};

/// A decimal number.
#[derive(Clone, Debug)]
pub(in crate::strategy) struct Number {
    /// The number in units of the last decimal.
    value: i64,
    /// The simplest number; all numbers between it and `value` are allowed.
    simplest: i64,
    decimals: u32,
}

impl Number {
    pub(in crate::strategy) fn whole(value: i64, simplest: i64) -> Self {
        Self::decimal(value, simplest, 0)
    }

    /// `value` and `simplest` are in units of the last decimal.
    pub(in crate::strategy) fn decimal(value: i64, simplest: i64, decimals: u32) -> Self {
        Self {
            value,
            simplest,
            decimals,
        }
    }

    /// The number 1 in units of the last decimal.
    fn one(&self) -> u64 {
        10_u64.pow(self.decimals)
    }

    /// The number that is closer to the simplest one by this distance.
    fn nearer(&self, by: u64) -> Self {
        let value = if self.value < self.simplest {
            self.value.saturating_add_unsigned(by)
        } else {
            self.value.saturating_sub_unsigned(by)
        };
        Self {
            value,
            ..self.clone()
        }
    }
}

impl Simplify for Number {
    fn is_simplest(&self) -> bool {
        self.value == self.simplest
    }

    fn simplest(&self) -> Self {
        Self {
            value: self.simplest,
            ..self.clone()
        }
    }

    fn simpler(&self, steps: &mut Steps) -> Option<Self> {
        let distance = self.value.abs_diff(self.simplest);
        let fraction = self.value.unsigned_abs() % self.one();
        // Numbers without a fraction keep none, since they are simpler.
        let unit = if fraction == 0 { self.one() } else { 1 };
        let outwards = self.value.unsigned_abs() > self.simplest.unsigned_abs();
        if fraction != 0 && outwards && fraction < distance && steps.nth_of(1).is_some() {
            return Some(self.nearer(fraction));
        }
        let units = distance / unit;
        let halvings = (u64::BITS - units.leading_zeros()) as usize;
        // The whole distance would give `simplest`.
        let first = usize::from(distance.is_multiple_of(unit));
        let nth = steps.nth_of(halvings.saturating_sub(first))?;
        Some(self.nearer((units >> (first + nth)) * unit))
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.value < 0 { "-" } else { "" };
        let (whole, fraction) = (
            self.value.unsigned_abs() / self.one(),
            self.value.unsigned_abs() % self.one(),
        );
        if fraction == 0 {
            return write!(f, "{sign}{whole}");
        }
        let width = self.decimals as usize;
        let text = format!("{fraction:0width$}");
        write!(f, "{sign}{whole}.{}", text.trim_end_matches('0'))
    }
}

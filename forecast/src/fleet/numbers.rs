//! How many things have each share.

/// The number of things of each share: each is rounded, and the first takes the rest.
pub(crate) fn numbers<const N: usize>(total: u32, shares: [f64; N]) -> [u32; N] {
    let mut numbers = [0; N];
    let mut rest = total;
    for (number, share) in numbers.iter_mut().zip(shares).skip(1) {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let rounded = (share * f64::from(total)).round() as u32;
        *number = rounded.min(rest);
        rest -= *number;
    }
    if let Some(first) = numbers.first_mut() {
        *first = rest;
    }
    numbers
}

//! Which findings are shown if there are more than the maximum.

use iot_jobs::validate::Severity;

/// Every severity, the highest first.
const HIGHEST_FIRST: [Severity; 4] = [
    Severity::Error,
    Severity::Warning,
    Severity::Advice,
    Severity::Information,
];

/// Selects the first findings of each severity, those of a higher severity first, up to a maximum in all.
pub(super) struct Selection([(Severity, usize); 4]);

impl Selection {
    /// A selection of at most so many of the findings with these severities.
    pub(super) fn new(max: usize, severities: &(impl Iterator<Item = Severity> + Clone)) -> Self {
        let mut free = max;
        Self(HIGHEST_FIRST.map(|severity| {
            let of_severity = severities.clone().filter(|it| *it == severity);
            let selected = of_severity.count().min(free);
            free -= selected;
            (severity, selected)
        }))
    }

    /// Whether the next finding, which has this severity, is selected.
    pub(super) fn next(&mut self, severity: Severity) -> bool {
        let mut left = self.0.iter_mut();
        let left = left.find(|(of, left)| *of == severity && *left > 0);
        left.map(|(_, left)| *left -= 1).is_some()
    }
}

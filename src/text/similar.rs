//! The known name that a misspelt one was probably meant to be.

/// The candidate that differs from a name least, if it differs in so little that a mistake is likely: in case,
/// in `_` and `-`, or in one or two characters.
pub(crate) fn similar<'c>(
    name: &str,
    candidates: impl IntoIterator<Item = &'c str>,
) -> Option<&'c str> {
    // No known name is as long, and comparing takes time in the product of the lengths.
    const LONGEST: usize = 64;
    if name.len() > LONGEST {
        return None;
    }
    let name = Normalized::new(name);
    let near = candidates
        .into_iter()
        .filter_map(|candidate| Some((name.distance(&Normalized::new(candidate))?, candidate)));
    Some(near.min_by_key(|(distance, _)| *distance)?.1)
}

/// The characters of a name in lower case, without separators.
struct Normalized(Vec<char>);

impl Normalized {
    fn new(name: &str) -> Self {
        let letters = name.chars().filter(|c| !matches!(c, '_' | '-'));
        Self(letters.flat_map(char::to_lowercase).collect())
    }

    /// The number of characters that were inserted, removed, replaced or swapped, if that is few.
    fn distance(&self, other: &Self) -> Option<usize> {
        let most = match self.0.len().min(other.0.len()) {
            0..=2 => 0,
            3..=6 => 1,
            _ => 2,
        };
        // Names that differ in a number are different on purpose, such as those of two versions.
        if self.0.len().abs_diff(other.0.len()) > most || self.digits().ne(other.digits()) {
            return None;
        }
        Some(self.edits(other)).filter(|edits| *edits <= most)
    }

    fn digits(&self) -> impl Iterator<Item = &char> {
        self.0.iter().filter(|c| c.is_ascii_digit())
    }

    /// The optimal string alignment distance, by rows of the usual table.
    fn edits(&self, other: &Self) -> usize {
        let mut before: Vec<usize> = Vec::new();
        let mut above: Vec<usize> = (0..=other.0.len()).collect();
        let mut previous = None;
        for (row, &one) in self.0.iter().enumerate() {
            let mut current = vec![row + 1];
            let mut left = row + 1;
            let mut previous_other = None;
            for (column, &two) in other.0.iter().enumerate() {
                let at = |cells: &[usize], index: usize| {
                    cells.get(index).copied().unwrap_or(usize::MAX - 1)
                };
                let replaced = at(&above, column) + usize::from(one != two);
                let mut least = replaced.min(at(&above, column + 1) + 1).min(left + 1);
                if previous == Some(two) && previous_other == Some(one) {
                    least = least.min(at(&before, column.wrapping_sub(1)) + 1);
                }
                current.push(least);
                left = least;
                previous_other = Some(two);
            }
            previous = Some(one);
            before = std::mem::replace(&mut above, current);
        }
        above.last().copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::similar;

    #[test]
    fn only_a_likely_mistake_has_a_suggestion() {
        let known = [
            "jobExecutionsRolloutConfig",
            "documentSource",
            "documentParameters",
            "inProgressTimeoutInMinutes",
            "startedAt",
            "createdAt",
            "args",
            "steps",
            "Key",
            "IN_PROGRESS",
            "SCHEDULED",
            "numberOfQueuedThings",
            "id",
        ];
        for (name, suggestion) in [
            (
                "jobExecutionRolloutConfig",
                Some("jobExecutionsRolloutConfig"),
            ),
            (
                "JobExecutionsRolloutConfig",
                Some("jobExecutionsRolloutConfig"),
            ),
            (
                "job_executions_rollout_config",
                Some("jobExecutionsRolloutConfig"),
            ),
            (
                "job-executions-rollout-config",
                Some("jobExecutionsRolloutConfig"),
            ),
            (
                "inProgressTimeoutMinutes",
                Some("inProgressTimeoutInMinutes"),
            ),
            ("startAt", Some("startedAt")),
            ("arg", Some("args")),
            ("setps", Some("steps")),
            ("key", Some("Key")),
            ("InProgress", Some("IN_PROGRESS")),
            ("IN_PROGERSS", Some("IN_PROGRESS")),
            ("ID", Some("id")),
            // Other names, as a later version of the service may have them.
            ("documentSourceV2", None),
            ("documentSourceArn", None),
            ("updatedAt", None),
            ("SUCCEEDED", None),
            ("numberOfPausedThings", None),
            ("ad", None),
            ("rolloutConfig", None),
            ("", None),
        ] {
            assert_eq!(similar(name, known), suggestion, "{name}");
        }
        assert_eq!(similar(&"n".repeat(1 << 20), known), None);
    }

    #[test]
    fn the_nearest_candidate_is_suggested() {
        let rows = [
            ("endTime", "endTime"),
            ("endTimes", "endTime"),
            ("startTime", "startTime"),
            ("startTimee", "startTime"),
        ];
        for (name, suggestion) in rows {
            assert_eq!(similar(name, ["startTime", "endTime"]), Some(suggestion));
        }
        assert_eq!(
            similar("aabbccdde", ["aabbccddff", "aabbccddee"]),
            Some("aabbccddee")
        );
    }
}

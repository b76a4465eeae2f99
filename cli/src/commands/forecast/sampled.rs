//! Fewer samples of a run, for charts.

use super::picture::Sample;

/// At most so many samples: of each group, the state at its end and its highest rate.
pub(super) fn sampled(samples: &[Sample], max: usize) -> Vec<Sample> {
    let Some((first, rest)) = samples.split_first() else {
        return Vec::new();
    };
    let size = rest.len().div_ceil(max.saturating_sub(1).max(1)).max(1);
    let groups = rest.chunks(size).filter_map(|group| {
        let rate = group.iter().map(|sample| sample.rate).max();
        Some(Sample {
            rate: rate?,
            ..group.last()?.clone()
        })
    });
    std::iter::once(first.clone()).chain(groups).collect()
}

#[cfg(test)]
mod tests {
    use super::{Sample, sampled};

    fn samples(count: u32) -> Vec<Sample> {
        let sample = |minute: u32| Sample {
            minute: f64::from(minute),
            counts: [minute; 7],
            rate: minute % 2,
        };
        (0..count).map(sample).collect()
    }

    #[test]
    fn the_first_and_the_last_sample_are_kept() {
        for (count, max, length) in [
            (0, 600, 0),
            (1, 600, 1),
            (600, 600, 600),
            (601, 600, 301),
            (7, 3, 3),
        ] {
            let all = samples(count);
            let fewer = sampled(&all, max);
            assert_eq!(fewer.len(), length, "{count} {max}");
            assert_eq!(fewer.first(), all.first());
            let last = |samples: &[Sample]| samples.last().map(|it| it.counts);
            assert_eq!(last(&fewer), last(&all));
        }
        let fewer = sampled(&samples(7), 3);
        assert_eq!((fewer[1].minute, fewer[1].rate), (3.0, 1));
    }
}

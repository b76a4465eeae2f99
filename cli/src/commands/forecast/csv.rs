//! The samples of a forecast as comma-separated values.

use std::io::{self, Write};

use super::variant::{Report, Variant};

/// Writes a row for each sample of the first reading of each forecast.
pub(super) fn write_samples(report: &Report<'_>) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    writeln!(
        out,
        "forecast,time,seconds,rate,not_notified,waiting,queued,in_progress,succeeded,failed,rejected,timed_out,canceled"
    )?;
    for (name, variant) in ["input", "what-if"].iter().zip(&report.variants) {
        write_variant(&mut out, name, variant)?;
    }
    out.flush()
}

fn write_variant(out: &mut impl Write, name: &str, variant: &Variant<'_>) -> io::Result<()> {
    let Some(run) = variant.forecast.runs.first() else {
        return Ok(());
    };
    for sample in &run.samples {
        let seconds = sample.at.as_secs();
        let time = variant.clock.time(seconds);
        write!(out, "{name},{time},{seconds}")?;
        for count in [
            sample.rate,
            sample.not_notified,
            sample.waiting,
            sample.queued,
            sample.in_progress,
            sample.succeeded,
            sample.failed,
            sample.rejected,
            sample.timed_out,
            sample.canceled,
        ] {
            write!(out, ",{count}")?;
        }
        writeln!(out)?;
    }
    Ok(())
}

//! The same sums from a plain loop over decoded lines, which the answers of engines are compared with.

use std::{
    fs::File,
    io::{BufReader, Write},
    path::Path,
};

use iot_jobs::{
    Error, codec,
    primitives::DateTime,
    types::{JobExecution, JobExecutionStatus},
};
use serde_json::Value;

use crate::totals::{Summand, Totals};

const NANOS_PER_MILLI: i128 = 1_000_000;

/// Sums the executions of a file, and writes its bad lines with reasons.
pub fn count(file: &Path, errors: &mut impl Write) -> Result<Value, Box<dyn std::error::Error>> {
    let mut totals = Totals::default();
    let reader = BufReader::with_capacity(1 << 16, File::open(file)?);
    for line in codec::lines::<JobExecution, _>(reader) {
        match line {
            Ok(execution) => add(&mut totals, &execution)?,
            Err(error) if error.is_io() => return Err(error.into()),
            Err(error) => {
                writeln!(errors, "{}", reason(&error))?;
                totals.add_bad_line(error.line().unwrap_or_default() as u64);
            }
        }
    }
    Ok(totals.to_json())
}

/// The line, the path and the reason of an error.
pub fn reason(error: &Error) -> String {
    let (line, path) = (error.line().unwrap_or_default(), error.path());
    format!("line {line}, {path}: {}", error.message())
}

fn add(totals: &mut Totals, execution: &JobExecution) -> Result<(), String> {
    let status = execution.status().map_or("", JobExecutionStatus::as_str);
    let summand = Summand {
        execution_number: execution.execution_number().unwrap_or_default(),
        queued: execution.queued_at().map(milliseconds).transpose()?,
        started: execution.started_at().map(milliseconds).transpose()?,
        updated: execution.last_updated_at().map(milliseconds).transpose()?,
    };
    totals.add(status, &summand);
    Ok(())
}

/// The generator writes whole milliseconds, so a decoded time that has more digits is wrong.
fn milliseconds(time: &DateTime) -> Result<i64, String> {
    let nanos = time.as_nanos();
    if nanos % NANOS_PER_MILLI != 0 {
        return Err(format!("{time} has a part of a millisecond"));
    }
    i64::try_from(nanos / NANOS_PER_MILLI).map_err(|error| error.to_string())
}

//! Generates an export, and sums what is in it.

use std::{
    collections::BTreeMap,
    fs::File,
    io::{self, BufWriter, Write},
    path::PathBuf,
};

use clap::Args;
use serde_json::{Value, json};

use crate::{
    export_line::{Fault, write_line},
    fleet::{Execution, Fleet},
    random::Random,
    share::Share,
    totals::{Summand, Totals},
};

/// What is generated.
#[derive(Args)]
pub struct Generate {
    /// The number of lines, the bad ones included
    #[arg(long)]
    rows: u64,
    /// The same seed gives the same lines
    #[arg(long, default_value_t = 7)]
    seed: u64,
    /// The share of lines that do not decode
    #[arg(long, default_value = "0%", value_name = "PERCENT")]
    bad_lines: Share,
    /// The file for the lines
    #[arg(long, short, value_name = "FILE")]
    output: PathBuf,
}

impl Generate {
    /// Writes the lines, and returns the sums as JSON.
    pub fn run(&self) -> io::Result<Value> {
        let mut output = BufWriter::with_capacity(1 << 16, File::create(&self.output)?);
        let truth = self.write(&mut output)?;
        output.flush()?;
        Ok(truth)
    }

    fn write(&self, output: &mut impl Write) -> io::Result<Value> {
        let (mut totals, mut faults) = (Totals::default(), BTreeMap::new());
        let mut random = Random::new(self.seed, u64::MAX);
        let mut line = String::new();
        for (number, execution) in (1..=self.rows).zip(Fleet::new(self.seed, self.rows)) {
            let is_bad = random.happens(self.bad_lines.millionths());
            let fault = is_bad.then(|| random.pick(&Fault::ALL));
            write_line(&mut line, &execution, fault, &mut random);
            line.push('\n');
            output.write_all(line.as_bytes())?;
            if let Some(fault) = fault {
                *faults.entry(fault.name()).or_insert(0_u64) += 1;
                totals.add_bad_line(number);
            } else {
                totals.add(execution.status.as_str(), &summand(&execution));
            }
        }
        let mut truth = totals.to_json();
        truth["faults"] = json!(faults);
        Ok(truth)
    }
}

fn summand(execution: &Execution) -> Summand {
    Summand {
        execution_number: execution.number.into(),
        queued: Some(execution.queued),
        started: execution.started,
        updated: Some(execution.updated),
    }
}

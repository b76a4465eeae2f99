//! Runs a query, and prints its rows.

use std::{
    error::Error,
    fs,
    io::{self, Write},
    path::PathBuf,
    time::Instant,
};

use arrow::{
    array::RecordBatch,
    csv,
    json::{WriterBuilder, writer::JsonArray},
    util::pretty::pretty_format_batches,
};
use clap::{Args, ValueEnum};

use crate::source::Source;

/// A query.
#[derive(Args)]
pub struct Query {
    /// The file with the query
    sql: PathBuf,
    #[command(flatten)]
    source: Source,
    /// How the rows are printed
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

/// How rows are printed.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Table,
    Csv,
    Json,
}

impl Query {
    /// Prints the rows, and how long the engine took on standard error.
    pub async fn run(&self) -> Result<(), Box<dyn Error>> {
        let sql = fs::read_to_string(&self.sql)
            .map_err(|error| format!("{}: {error}", self.sql.display()))?;
        let executions = self.source.open().await?;
        let start = Instant::now();
        let batches = executions.session.sql(&sql).await?.collect().await?;
        let seconds = start.elapsed().as_secs_f64();
        self.format.print(&batches)?;
        let rows: usize = batches.iter().map(RecordBatch::num_rows).sum();
        eprintln!("{rows} rows in {seconds:.3} s");
        self.source.report_bad_lines(&executions)
    }

    /// The number of threads.
    pub fn threads(&self) -> usize {
        self.source.threads()
    }
}

impl Format {
    fn print(self, batches: &[RecordBatch]) -> Result<(), Box<dyn Error>> {
        let mut output = io::stdout().lock();
        match self {
            Self::Table => writeln!(output, "{}", pretty_format_batches(batches)?)?,
            Self::Csv => {
                let mut writer = csv::Writer::new(output);
                for batch in batches {
                    writer.write(batch)?;
                }
            }
            Self::Json => {
                let mut writer = WriterBuilder::new()
                    .with_explicit_nulls(true)
                    .build::<_, JsonArray>(output);
                for batch in batches {
                    writer.write(batch)?;
                }
                writer.finish()?;
            }
        }
        Ok(())
    }
}

//! The executions that are queried: files, and the engine that reads them.

use std::{
    error::Error,
    path::{Path, PathBuf},
    sync::Arc,
};

use clap::Args;
use datafusion::prelude::{SessionConfig, SessionContext};
use iot_jobs::types::JobExecution;

use crate::{bad_lines::BadLines, ndjson};

/// The name of the table in the queries.
const TABLE: &str = "executions";

/// What is queried.
#[derive(Args)]
pub struct Source {
    #[command(flatten)]
    files: Files,
    /// The number of threads; all cores unless set
    #[arg(long, value_name = "NUMBER")]
    threads: Option<usize>,
    /// Run the queries on Ballista, with a scheduler and an executor in this process; only over Parquet
    #[arg(long)]
    ballista: bool,
}

#[derive(Args)]
#[group(required = true, multiple = false)]
struct Files {
    /// A Parquet file, or a directory of such files
    #[arg(long, value_name = "PATH")]
    parquet: Option<PathBuf>,
    /// The export itself
    #[arg(long, value_name = "FILE")]
    ndjson: Option<PathBuf>,
}

/// A session with the table of executions.
pub struct Executions {
    pub session: SessionContext,
    bad_lines: Arc<BadLines>,
}

impl Source {
    /// The number of threads.
    pub fn threads(&self) -> usize {
        self.threads
            .or_else(|| std::thread::available_parallelism().ok().map(Into::into))
            .map_or(1, |threads: usize| threads.max(1))
    }

    /// Registers the table.
    pub async fn open(&self) -> Result<Executions, Box<dyn Error>> {
        let session = self.session().await?;
        let bad_lines = Arc::default();
        if let Some(path) = &self.files.parquet {
            // Unlike `register_parquet`, this finds the partitions of a directory.
            let location = location(path)?.replace('\'', "''");
            let statement =
                format!("CREATE EXTERNAL TABLE {TABLE} STORED AS PARQUET LOCATION '{location}'");
            session.sql(&statement).await?;
        }
        if let Some(file) = &self.files.ndjson {
            let table = ndjson::table::<JobExecution>(file, self.threads(), &bad_lines)
                .map_err(|error| format!("{}: {error}", file.display()))?;
            session.register_table(TABLE, Arc::new(table))?;
        }
        Ok(Executions { session, bad_lines })
    }

    #[cfg_attr(
        not(feature = "ballista"),
        expect(clippy::unused_async, reason = "Ballista starts asynchronously")
    )]
    async fn session(&self) -> Result<SessionContext, Box<dyn Error>> {
        if self.ballista {
            // An executor receives a plan as bytes, and decodes only DataFusion's own tables.
            if self.files.ndjson.is_some() {
                return Err("--ballista reads only Parquet: convert the export first".into());
            }
            #[cfg(feature = "ballista")]
            return crate::cluster::session(self.threads()).await;
            #[cfg(not(feature = "ballista"))]
            return Err("this program was built without `--features ballista`".into());
        }
        let config = SessionConfig::new().with_target_partitions(self.threads());
        Ok(SessionContext::new_with_config(config))
    }

    /// Reports the lines that were skipped by the queries so far on standard error.
    pub fn report_bad_lines(&self, executions: &Executions) -> Result<(), Box<dyn Error>> {
        if let Some(file) = &self.files.ndjson {
            let mut output = std::io::stderr().lock();
            executions.bad_lines.report(file, &mut output)?;
        }
        Ok(())
    }
}

/// The location of a file or directory, which ends with a slash.
fn location(path: &Path) -> Result<String, String> {
    let absolute = path
        .canonicalize()
        .map_err(|error| format!("{}: {error}", path.display()))?;
    let text = absolute
        .to_str()
        .ok_or_else(|| format!("{}: the path is not UTF-8", path.display()))?;
    let slash = if absolute.is_dir() { "/" } else { "" };
    Ok(format!("{text}{slash}"))
}

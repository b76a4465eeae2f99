//! Ballista in standalone mode: a scheduler and an executor in this process, connected over TCP as those of a cluster.

use std::error::Error;

use ballista::prelude::{SessionConfigExt, SessionContextExt};
use datafusion::{
    execution::SessionStateBuilder,
    prelude::{SessionConfig, SessionContext},
};

/// A session whose queries Ballista runs, with this number of partitions and of virtual cores.
pub async fn session(threads: usize) -> Result<SessionContext, Box<dyn Error>> {
    let config = SessionConfig::new_with_ballista()
        .with_target_partitions(threads)
        .with_ballista_standalone_parallelism(threads);
    let state = SessionStateBuilder::new()
        .with_config(config)
        .with_default_features()
        .build();
    Ok(SessionContext::standalone_with_state(state).await?)
}

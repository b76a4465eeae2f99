//! Ballista's standalone mode: a scheduler and an executor in this process, connected as those of a cluster.

use std::error::Error;

use ballista::prelude::{SessionConfigExt, SessionContextExt};
use datafusion::{
    execution::SessionStateBuilder,
    prelude::{SessionConfig, SessionContext},
};

/// A session whose queries the cluster runs.
pub async fn session(config: SessionConfig) -> Result<SessionContext, Box<dyn Error>> {
    let partitions = config.target_partitions();
    let config = SessionConfig::new_with_ballista()
        .with_target_partitions(partitions)
        .with_ballista_standalone_parallelism(partitions);
    let state = SessionStateBuilder::new()
        .with_config(config)
        .with_default_features()
        .build();
    Ok(SessionContext::standalone_with_state(state).await?)
}

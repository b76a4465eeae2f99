//! The crate's integration tests: a module per concern.

mod cron;
mod cross_rules;
mod errors;
mod violations;

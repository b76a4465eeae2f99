//! The crate's integration tests: a module per concern.

mod cron;
mod cross_rules;
mod documents;
mod errors;
mod managed_templates;
mod placeholders;
mod violations;

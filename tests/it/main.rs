//! The crate's integration tests: a module per concern.

mod documents;
mod errors;
mod managed_templates;
mod placeholders;

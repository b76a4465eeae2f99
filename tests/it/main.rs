//! The crate's integration tests: a module per concern.

// Clippy's allowance for tests ends at the functions that tests call; these fail by panicking too.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod advice;
mod builders;
mod checks;
mod cloudformation;
mod columns;
mod conformance;
mod cron;
mod cron_times;
mod cross_rules;
mod debug;
mod documented_limits;
mod documents;
mod enums;
mod errors;
mod events;
mod explanations;
mod facts;
mod fixtures;
mod formats;
#[cfg(feature = "http")]
mod http_requests;
#[cfg(feature = "http")]
mod http_responses;
mod identity;
mod inputs;
#[cfg(feature = "schemars")]
mod json_schema;
mod layout;
mod leak;
mod lossless;
mod malformed_text;
mod managed_templates;
mod messages;
mod ndjson;
mod numbers;
mod objects;
mod pagination;
mod partitions;
mod paths;
mod placeholders;
mod places;
mod policies;
mod queue;
mod readers;
#[cfg(feature = "http")]
mod recorded;
mod request_rules;
mod round_trip;
#[cfg(feature = "http")]
mod router;
mod samples;
mod serde_peers;
mod states;
mod strategy;
mod syntax_errors;
mod table_schemas;
mod timestamps;
mod topics;
mod ui;
mod unknown_members;
mod violations;

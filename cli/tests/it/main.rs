//! Runs the built command over written-out inputs: a module per concern.

mod check;
mod directories;
mod documents;
mod fmt;
mod human;
mod ndjson;
mod parameters;
mod pipelines;
mod request;
mod run;
mod schema;
mod shapes;
mod streams;
mod topic;
mod usage;

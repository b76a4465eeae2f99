//! Runs the built command over written-out inputs: a module per concern.

mod check;
mod fmt;
mod human;
mod ndjson;
mod request;
mod run;
mod shapes;
mod streams;
mod topic;
mod usage;

//! Runs the built command over written-out inputs: a module per concern.

mod check;
mod fmt;
mod human;
mod ndjson;
mod run;
mod schema;
mod shapes;
mod streams;
mod usage;

//! Runs the built command with written-out inputs and outputs: a module per concern.

mod check;
mod completions;
mod directories;
mod documents;
mod embedded;
mod explain;
mod fmt;
mod human;
mod limits;
mod looks_like;
mod man;
mod ndjson;
mod parameters;
mod places;
mod request;
mod run;
mod scanners;
mod schema;
mod shapes;
mod streams;
mod syntax;
mod template_parameters;
mod topic;
mod unknown;
mod usage;
mod workflow_commands;

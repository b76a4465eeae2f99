//! The device agent: scripted cases, and simulated schedules with faults.
//!
//! `AGENT_SCHEDULES` is the number of schedules, 2000 by default, and `AGENT_FIRST_SEED` the seed of the first one, 0 by
//! default; `AGENT_SEED` runs a single one.

// Clippy's allowance for tests ends at the functions that tests call; these fail by panicking too.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

#[path = "agent/bug.rs"]
mod bug;
#[path = "agent/created_again.rs"]
mod created_again;
#[path = "agent/device.rs"]
mod device;
#[path = "agent/errors.rs"]
mod errors;
#[path = "agent/executions.rs"]
mod executions;
#[path = "agent/exhaustive.rs"]
mod exhaustive;
#[cfg(feature = "http")]
#[path = "agent/https.rs"]
mod https;
#[path = "agent/input.rs"]
mod input;
#[path = "agent/lists.rs"]
mod lists;
#[path = "agent/memory.rs"]
mod memory;
#[path = "agent/network.rs"]
mod network;
#[path = "agent/notifications.rs"]
mod notifications;
#[path = "agent/random.rs"]
mod random;
#[path = "agent/restarts.rs"]
mod restarts;
#[path = "agent/schedule.rs"]
mod schedule;
#[path = "agent/script.rs"]
mod script;
#[path = "agent/service.rs"]
mod service;
#[path = "agent/simulation.rs"]
mod simulation;
#[cfg(unix)]
#[path = "agent/steps.rs"]
mod steps;
#[path = "agent/world.rs"]
mod world;

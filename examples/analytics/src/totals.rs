//! Sums over executions: of the generator, and of a plain loop over decoded lines.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// 1 January 2026, 00:00 UTC, in milliseconds: times are summed from here, so that sums fit 64 bits.
const ORIGIN: i64 = 1_767_225_600_000;

/// The columns of `sql/totals.sql` for each status, and the numbers of the lines that are no executions.
#[derive(Default)]
pub struct Totals {
    by_status: BTreeMap<String, Sums>,
    bad_lines: Vec<u64>,
}

#[derive(Default)]
struct Sums {
    executions: u64,
    retries: u64,
    queued: i64,
    started: i64,
    updated: i64,
}

/// What is summed of an execution, times in milliseconds since 1970.
pub struct Summand {
    pub execution_number: i64,
    pub queued: Option<i64>,
    pub started: Option<i64>,
    pub updated: Option<i64>,
}

impl Totals {
    pub fn add(&mut self, status: &str, summand: &Summand) {
        if !self.by_status.contains_key(status) {
            self.by_status.insert(status.to_owned(), Sums::default());
        }
        let Some(sums) = self.by_status.get_mut(status) else {
            return;
        };
        sums.executions += 1;
        sums.retries += u64::from(summand.execution_number > 1);
        let from_origin = |time: Option<i64>| time.map_or(0, |time| time - ORIGIN);
        sums.queued += from_origin(summand.queued);
        sums.started += from_origin(summand.started);
        sums.updated += from_origin(summand.updated);
    }

    pub fn add_bad_line(&mut self, number: u64) {
        self.bad_lines.push(number);
    }

    pub fn executions(&self) -> u64 {
        self.by_status.values().map(|sums| sums.executions).sum()
    }

    /// The totals as JSON, the rows as those of `sql/totals.sql`.
    pub fn to_json(&self) -> Value {
        let rows = self.by_status.iter().map(|(status, sums)| {
            json!({
                "status": status,
                "executions": sums.executions,
                "retries": sums.retries,
                "queued_ms": sums.queued,
                "started_ms": sums.started,
                "updated_ms": sums.updated,
            })
        });
        json!({
            "executions": self.executions(),
            "totals": rows.collect::<Vec<_>>(),
            "bad_lines": self.bad_lines,
        })
    }
}

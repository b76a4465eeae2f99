//! Values that no batch can have.

use std::any::Any;

use iot_jobs::{
    device,
    operation::create_job::CreateJobInput,
    primitives::DateTime,
    shape::{Shape, UnknownMembers},
    types::{AbortAction, AbortConfig, AbortCriteria, Job, JobExecution, JobExecutionFailureType},
};

/// Changes a value of one shape, so that it is rejected.
type Change = fn(&mut dyn Any) -> Option<()>;

/// In the first columns, in lists inside others, and in the last column.
const CHANGES: &[Change] = &[
    |value| with_declared_name(value.downcast_mut::<Job>()?.unknown_members_mut()),
    |value| {
        value.downcast_mut::<Job>()?.abort_config = Some(not_a_number());
        Some(())
    },
    |value| {
        value.downcast_mut::<CreateJobInput>()?.abort_config = Some(not_a_number());
        Some(())
    },
    |value| with_declared_name(value.downcast_mut::<JobExecution>()?.unknown_members_mut()),
    |value| {
        value.downcast_mut::<JobExecution>()?.last_updated_at = Some(DateTime::from_secs(i64::MAX));
        Some(())
    },
    |value| {
        let value = value.downcast_mut::<device::types::JobExecution>()?;
        with_declared_name(value.unknown_members_mut())
    },
];

/// The value with each change that its shape has.
pub(super) fn rejected<T: Shape>(value: &T) -> Vec<T> {
    let changed = CHANGES.iter().filter_map(|change| {
        let mut value = value.clone();
        change(&mut value)?;
        Some(value)
    });
    changed.collect()
}

/// Adds an unknown member with a name that the shape declares.
fn with_declared_name(unknown: &mut UnknownMembers) -> Option<()> {
    unknown.insert("jobId", "1").ok().map(drop)
}

/// Two criteria, of which the second is rejected.
fn not_a_number() -> AbortConfig {
    let criteria = |percentage| {
        AbortCriteria::builder()
            .failure_type(JobExecutionFailureType::Failed)
            .action(AbortAction::Cancel)
            .threshold_percentage(percentage)
            .min_number_of_executed_things(1)
            .build()
            .expect("the required members")
    };
    AbortConfig::builder()
        .criteria_list(criteria(1.0))
        .criteria_list(criteria(f64::NAN))
        .build()
        .expect("the required member")
}

/// Adds the numbers of rejected values of the shapes with a name; two planes have a `JobExecution`.
#[cfg(test)]
struct Counts(&'static str, usize);

#[cfg(test)]
impl iot_jobs::shape::ShapeVisitor for Counts {
    fn visit<T: Shape>(&mut self) {
        if T::STRUCTURE.name == self.0 {
            let value: T = iot_jobs::codec::from_str("{}").expect("no member is required");
            self.1 += rejected(&value).len();
        }
    }
}

#[test]
fn shapes_have_rejected_values() {
    let count = |shape| {
        let mut counts = Counts(shape, 0);
        iot_jobs::catalog::visit_shapes(&mut counts);
        counts.1
    };
    for (shape, expected) in [
        ("Job", 2),
        ("CreateJobRequest", 1),
        ("JobExecution", 3),
        ("JobSummary", 0),
    ] {
        assert_eq!(count(shape), expected, "{shape}");
    }
}

//! The lists of the AWS CLI's output.

use iot_jobs::{
    catalog::{self, ShapeEntry},
    facts::{Kind, Structure},
};

/// The names of members with which the AWS CLI prints values of a shape: the only list of structures of some shape.
///
/// A member that the shape itself has is none: an object with it is a value.
pub(super) fn of(shape: &ShapeEntry) -> Vec<&'static str> {
    let of_itself = |name: &str| {
        let members = shape.structure().members.iter();
        members.into_iter().any(|member| member.wire_name == name)
    };
    let mut names: Vec<_> = catalog::shapes()
        .filter_map(|entry| only_list(entry.structure()))
        .filter(|(name, element)| element.name == shape.structure().name && !of_itself(name))
        .map(|(name, _)| name)
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The list of structures of a shape that has one.
fn only_list(structure: &Structure) -> Option<(&'static str, &'static Structure)> {
    let lists = structure
        .members
        .iter()
        .filter_map(|member| match member.kind {
            Kind::List(&Kind::Structure(element)) => Some((member.wire_name, element)),
            _ => None,
        });
    let lists: Vec<_> = lists.collect();
    match lists[..] {
        [list] => Some(list),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use iot_jobs::catalog::find_shape;

    #[test]
    fn lists_are_those_of_responses() {
        for (shape, lists) in [
            ("JobSummary", &["jobs"][..]),
            ("JobExecutionSummaryForJob", &["executionSummaries"]),
            ("JobExecutionSummaryForThing", &["executionSummaries"]),
            ("JobTemplateSummary", &["jobTemplates"]),
            ("ManagedJobTemplateSummary", &["managedJobTemplates"]),
            ("ListJobsResponse", &[]),
            ("JobExecution", &[]),
            // The response with the executions of a thing has two lists.
            ("device.JobExecutionSummary", &[]),
        ] {
            assert_eq!(super::of(&find_shape(shape).unwrap()), lists, "{shape}");
        }
    }

    #[test]
    fn no_shape_has_two_lists() {
        // The message about an object that is not a page has the name of one.
        for entry in iot_jobs::catalog::shapes() {
            let lists = super::of(&entry);
            assert!(lists.len() < 2, "{}: {lists:?}", entry.name());
        }
    }
}

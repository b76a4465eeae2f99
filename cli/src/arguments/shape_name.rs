//! The name of a shape.

use std::ffi::OsStr;

use clap::{Arg, Command, Error, builder::TypedValueParser};
use iot_jobs::{catalog, catalog::ShapeEntry};

use super::unknown_name::unknown_name;

/// Finds a shape by its name.
#[derive(Clone, Debug)]
pub(super) struct ShapeNameParser;

impl TypedValueParser for ShapeNameParser {
    type Value = ShapeEntry;

    fn parse_ref(
        &self,
        command: &Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<ShapeEntry, Error> {
        let name = value.to_string_lossy();
        find(&name).ok_or_else(|| {
            let names: Vec<_> = catalog::shapes().map(|entry| entry.name()).collect();
            let tip = "`iot-jobs shapes` lists the names of all shapes";
            unknown_name(command, argument, &name, &names, tip.to_owned())
        })
    }
}

/// The shape with this name in any case, also with `-` between words as in the AWS CLI, with the AWS SDK's suffix `Input`, or the input of the operation with
/// this name.
fn find(name: &str) -> Option<ShapeEntry> {
    catalog::find_shape(name).or_else(|| {
        let name = name.replace('-', "").to_lowercase();
        let inputs = [Some(name.as_str()), name.strip_suffix("input")];
        let inputs = inputs.map(|operation| Some(format!("{}request", operation?)));
        let names = [Some(name.clone())].into_iter().chain(inputs).flatten();
        let mut shapes = names
            .filter_map(|name| catalog::shapes().find(|entry| entry.name().to_lowercase() == name));
        shapes.next()
    })
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn a_shape_has_its_own_name_and_that_of_its_operation() {
        for (name, shape) in [
            ("CreateJob", Some("CreateJobRequest")),
            ("CreateJobInput", Some("CreateJobRequest")),
            ("CreateJobRequest", Some("CreateJobRequest")),
            ("createjob", Some("CreateJobRequest")),
            ("createJobInput", Some("CreateJobRequest")),
            ("CREATEJOBREQUEST", Some("CreateJobRequest")),
            ("create-job", Some("CreateJobRequest")),
            ("describejobresponse", Some("DescribeJobResponse")),
            ("job", Some("Job")),
            ("tag", Some("Tag")),
            ("UpdateJob", Some("UpdateJobRequest")),
            ("DescribeJobExecution", Some("DescribeJobExecutionRequest")),
            (
                "device.UpdateJobExecution",
                Some("device.UpdateJobExecutionRequest"),
            ),
            (
                "Device.updateJobExecutionInput",
                Some("device.UpdateJobExecutionRequest"),
            ),
            (
                "mqtt.UpdateJobExecution",
                Some("mqtt.UpdateJobExecutionRequest"),
            ),
            ("document.actioninput", Some("document.ActionInput")),
            ("UpdateJobExecution", None),
            ("CreateJobs", None),
            ("CreateJobOutput", None),
            ("Input", None),
            ("", None),
        ] {
            let found = find(name).map(|entry| entry.name());
            assert_eq!(found.as_deref(), shape, "{name}");
        }
    }
}

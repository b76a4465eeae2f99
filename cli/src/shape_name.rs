//! The name of a shape on the command line, and the nearest ones to a wrong one.

use std::ffi::OsStr;

use clap::{
    Arg, Command,
    builder::{StyledStr, TypedValueParser},
    error::{ContextKind, ContextValue, Error, ErrorKind},
};
use iot_jobs::shape::{self, Entry};

/// Finds a shape by its name.
#[derive(Clone, Debug)]
pub(crate) struct ShapeName;

impl TypedValueParser for ShapeName {
    type Value = Entry;

    fn parse_ref(
        &self,
        command: &Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<Entry, Error> {
        let name = value.to_string_lossy();
        shape::find(&name).ok_or_else(|| {
            let names: Vec<_> = shape::all().map(|entry| entry.name()).collect();
            let tip = "`iot-jobs shapes` lists the names of all shapes";
            no_such_name(command, argument, &name, &names, tip.to_owned())
        })
    }
}

/// The error of a name that is not among these, with the nearest ones and a tip.
pub(crate) fn no_such_name(
    command: &Command,
    argument: Option<&Arg>,
    name: &str,
    names: &[String],
    tip: String,
) -> Error {
    let mut error = Error::new(ErrorKind::InvalidValue).with_cmd(command);
    let argument = argument.map(ToString::to_string).unwrap_or_default();
    error.insert(ContextKind::InvalidArg, ContextValue::String(argument));
    error.insert(
        ContextKind::InvalidValue,
        ContextValue::String(name.to_owned()),
    );
    let nearest = nearest(name, names);
    if !nearest.is_empty() {
        error.insert(ContextKind::SuggestedValue, ContextValue::Strings(nearest));
    }
    let tip = StyledStr::from(tip);
    error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![tip]));
    error
}

/// At most three names that may have been meant, the likeliest first.
fn nearest(wrong: &str, names: &[String]) -> Vec<String> {
    const ALIKE: f64 = 0.85;
    let alike = |name: &str| {
        // Who leaves the prefix out may mean any shape of that name.
        let bare = name.rsplit('.').next().unwrap_or(name);
        let name = if wrong.contains('.') { name } else { bare };
        strsim::jaro_winkler(&as_in_the_model(wrong), &as_in_the_model(name))
    };
    let mut nearest: Vec<_> = names.iter().map(|name| (alike(name), name)).collect();
    nearest.retain(|(alike, _)| *alike >= ALIKE);
    nearest.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let nearest = nearest.into_iter().map(|(_, name)| name.clone());
    nearest.take(3).collect()
}

/// A name without what spellings differ in: case, dashes, and the AWS SDK's `Input` and `Output`.
fn as_in_the_model(name: &str) -> String {
    let name = name.replace(['-', '_', ' '], "").to_lowercase();
    let renamed = [("input", "request"), ("output", "response")]
        .iter()
        .find_map(|(theirs, ours)| Some(name.strip_suffix(theirs)?.to_owned() + ours));
    renamed.unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_likeliest_names_come_first() {
        let names = [
            "Job",
            "JobSummary",
            "DescribeJobRequest",
            "DescribeJobResponse",
            "DescribeJobExecutionResponse",
            "Tag",
            "device.JobExecutionState",
            "device.DescribeJobExecutionResponse",
        ];
        let names = names.map(str::to_owned);
        for (wrong, first) in [
            ("DescribeJobRespons", "DescribeJobResponse"),
            ("describe-job-response", "DescribeJobResponse"),
            ("DescribeJobOutput", "DescribeJobResponse"),
            ("DescribeJobInput", "DescribeJobRequest"),
            ("job", "Job"),
            ("JobExecutionState", "device.JobExecutionState"),
            (
                "device.DescribeJobExecutionOutput",
                "device.DescribeJobExecutionResponse",
            ),
        ] {
            let nearest = nearest(wrong, &names);
            assert_eq!(nearest.first().map(String::as_str), Some(first), "{wrong}");
            assert!(nearest.len() <= 3, "{wrong}");
        }
        assert!(nearest("Zebra", &names).is_empty());
        assert!(nearest("", &names).is_empty());
    }
}

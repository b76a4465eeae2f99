//! The error of an unknown name, with the most similar names.

use clap::{
    Arg, Command,
    builder::StyledStr,
    error::{ContextKind, ContextValue, Error, ErrorKind},
};

/// The error of a name that is not one of `names`, with the most similar ones and a tip.
pub(super) fn unknown_name(
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
    let similar = similar_names(name, names);
    if !similar.is_empty() {
        error.insert(ContextKind::SuggestedValue, ContextValue::Strings(similar));
    }
    let tip = StyledStr::from(tip);
    error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![tip]));
    error
}

/// At most three names, the most similar first.
pub(super) fn similar_names(unknown: &str, names: &[String]) -> Vec<String> {
    const MIN_SIMILARITY: f64 = 0.85;
    let similarity = |name: &str| {
        // A name without a prefix may be intended for a shape with any prefix.
        let bare = name.rsplit('.').next().unwrap_or(name);
        let name = if unknown.contains('.') { name } else { bare };
        strsim::jaro_winkler(&normalized(unknown), &normalized(name))
    };
    let mut similar: Vec<_> = names.iter().map(|name| (similarity(name), name)).collect();
    similar.retain(|(similarity, _)| *similarity >= MIN_SIMILARITY);
    similar.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let similar = similar.into_iter().map(|(_, name)| name.clone());
    similar.take(3).collect()
}

/// A name without case and separators, and with the model's suffixes instead of the AWS SDK's `Input` and
/// `Output`.
fn normalized(name: &str) -> String {
    let name = name.replace(['-', '_', ' '], "").to_lowercase();
    let renamed = [("input", "request"), ("output", "response")]
        .iter()
        .find_map(|(sdk, model)| Some(name.strip_suffix(sdk)?.to_owned() + model));
    renamed.unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::similar_names;

    #[test]
    fn the_most_similar_name_is_first() {
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
        for (unknown, first) in [
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
            let similar = similar_names(unknown, &names);
            assert_eq!(
                similar.first().map(String::as_str),
                Some(first),
                "{unknown}"
            );
            assert!(similar.len() <= 3, "{unknown}");
        }
        assert!(similar_names("Zebra", &names).is_empty());
        assert!(similar_names("", &names).is_empty());
    }
}

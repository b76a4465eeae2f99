//! What the service and its documentation really send has no errors, only warnings.
//!
//! Reads `$IOT_JOBS_SHARED/samples`, and says so where that is not set.

use std::{env, fs, path::Path};

use iot_jobs::{
    catalog,
    check::Checks,
    validate::{Rule, Severity},
};

/// What is wrong with the samples, besides members that a topic carries or a fragment leaves out.
const EXPECTED: &[&str] = &[
    r#"list-jobs.json: warning: jobs[1].status: "SUCCEEDED" is not a value that this version knows; it knows IN_PROGRESS, CANCELED, COMPLETED, DELETION_IN_PROGRESS, SCHEDULED (enum-value)"#,
    "config-jobExecutionsRolloutConfig-2.json: warning: jobExecutionsRolloutConfig.exponentialRate.rateIncreaseCriteria: both counts are set: keep numberOfNotifiedThings or numberOfSucceededThings (rate-increase-one-threshold)",
    // The job id stands for one: `<…>`.
    "describe-job-after-substitution.json: error: jobId: '<' (character 1) is not allowed here: the whole has to match [a-zA-Z0-9_-]+ (pattern)",
    "describe-job-before-substitution.json: error: jobId: '<' (character 1) is not allowed here: the whole has to match [a-zA-Z0-9_-]+ (pattern)",
    r"describe-job-execution-failed-dc.json: warning: execution.statusDetails.detailsMap.stderr: '\n' (character 66) is not allowed here: no control, invisible or unassigned characters are allowed ([^\p{C}]+) (pattern)",
    // These two are wrong on purpose.
    "ota-invalid-job-id.json: error: execution.jobId: it has 117 characters (allowed: 1 to 64) (length)",
    "ota-invalid-job-id-len-max.json: error: execution.jobId: it has 73 characters (allowed: 1 to 64) (length)",
    // The C library's tests send a state that only the service sets.
    "cjobs-update-request-3.json: error: status: a device cannot set QUEUED, only the service: set IN_PROGRESS, SUCCEEDED, FAILED or REJECTED (device-status)",
    "cjobs-update-request-4.json: error: status: a device cannot set QUEUED, only the service: set IN_PROGRESS, SUCCEEDED, FAILED or REJECTED (device-status)",
    "moto-create-job-request.json: warning: jobExecutionsRetryConfig.criteriaList[0].failureType: ALL retries executions that timed out, and executions time out only with timeoutConfig.inProgressTimeoutInMinutes: set it (retry-needs-timeout)",
    "moto-create-job-request-scheduling.json: warning: schedulingConfig.endBehavior: it has no effect without endTime: set endTime, or leave it out (end-behavior-needs-end-time)",
];

#[test]
fn published_samples_have_only_known_violations() {
    let Some(shared) = env::var_os("IOT_JOBS_SHARED") else {
        eprintln!("IOT_JOBS_SHARED is not set: published samples are not validated");
        return;
    };
    let samples = Path::new(&shared).join("samples");
    let index = fs::read_to_string(samples.join("index.tsv")).expect("an index");
    let mut checked = 0;
    let mut found = Vec::new();
    for row in index.lines().skip(1) {
        let [file, shape, ..] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{row}");
        };
        let name = shape.split(['(', ' ']).next().expect("a name");
        let text = fs::read_to_string(samples.join(file)).expect("a sample");
        for entry in [
            catalog::find_shape(name),
            catalog::find_shape(&format!("device.{name}")),
        ] {
            let Some(Ok(value)) = entry.map(|entry| entry.decode(&text)) else {
                continue;
            };
            checked += 1;
            for violation in value.violations() {
                let line = format!("{file}: {violation}");
                let elsewhere = matches!(violation.rule, Rule::Required | Rule::DocumentNeeded);
                // Both planes may know the shape, and say the same.
                if !elsewhere && !found.contains(&line) {
                    found.push(line);
                }
            }
        }
    }
    assert_eq!(found, EXPECTED);
    assert!(checked > 80, "only {checked} samples were decoded");
}

/// The members of inputs that samples have and the model does not.
const UNKNOWN: &[&str] = &[
    // The data plane's token over MQTT, which its HTTPS operations do not have.
    "clientToken",
    "includeJobDocument",
    "maximumPerMinute",
];

#[test]
fn published_samples_have_no_misleading_suggestions() {
    let Some(shared) = env::var_os("IOT_JOBS_SHARED") else {
        eprintln!("IOT_JOBS_SHARED is not set: published samples are not checked");
        return;
    };
    let samples = Path::new(&shared).join("samples");
    let index = fs::read_to_string(samples.join("index.tsv")).expect("an index");
    let (mut warnings, mut suggestions, mut checked) = (Vec::new(), Vec::new(), 0);
    for row in index.lines().skip(1) {
        let [file, shape, ..] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{row}");
        };
        let name = shape.split(['(', ' ']).next().expect("a name");
        let text = fs::read_to_string(samples.join(file)).expect("a sample");
        let planes = ["", "device.", "mqtt.", "event."];
        let entries = planes.map(|prefix| catalog::find_shape(&format!("{prefix}{name}")));
        let found = match Checks::new().check_document(&text) {
            Ok(found) if name == "JobDocument" => found,
            _ => entries
                .iter()
                .flatten()
                .flat_map(|entry| Checks::new().complete(entry.structure(), &text, Vec::new()))
                .collect(),
        };
        checked += 1;
        for found in found {
            if found.rule != Rule::UnknownMember {
                continue;
            }
            let path = found.path.to_string();
            let member = path.rsplit('.').next().expect("a name").to_owned();
            if let Some(suggestion) = found.suggestion {
                suggestions.push(format!("{member}: {suggestion}"));
            }
            if found.severity > Severity::Information {
                warnings.push(member);
            }
        }
    }
    warnings.sort();
    warnings.dedup();
    suggestions.dedup();
    assert_eq!(warnings, UNKNOWN);
    // It means the same, as published samples show.
    assert_eq!(suggestions, ["startAt: startedAt"]);
    assert!(checked > 80, "only {checked} samples were checked");
}

//! Real payloads: every sample whose shape is here decodes, and gives everything back.
//!
//! Runs where `IOT_JOBS_SHARED` names the folder that holds `samples/`.

use std::collections::BTreeMap;

use iot_jobs::shape;

use crate::{conformance::model, lossless};

/// The names of `samples/index.tsv` and the shapes they stand for.
const SHAPES: &[(&str, &str)] = &[
    ("CancelJobResponse", "CancelJobResponse"),
    ("CreateJobRequest", "CreateJobRequest"),
    ("CreateJobRequest(fragment:abortConfig)", "CreateJobRequest"),
    (
        "CreateJobRequest(fragment:jobExecutionsRolloutConfig)",
        "CreateJobRequest",
    ),
    ("CreateJobResponse", "CreateJobResponse"),
    (
        "DescribeJobExecutionResponse(control plane, ISO 8601 times)",
        "DescribeJobExecutionResponse",
    ),
    (
        "DescribeJobExecutionResponse(control)",
        "DescribeJobExecutionResponse",
    ),
    (
        "DescribeManagedJobTemplateResponse",
        "DescribeManagedJobTemplateResponse",
    ),
    ("GetJobDocumentResponse", "GetJobDocumentResponse"),
    ("Job(fragment)", "Job"),
    (
        "ListJobExecutionsForJobResponse",
        "ListJobExecutionsForJobResponse",
    ),
    (
        "ListJobExecutionsForThingResponse",
        "ListJobExecutionsForThingResponse",
    ),
    ("ListJobsResponse", "ListJobsResponse"),
    (
        "ListManagedJobTemplatesResponse",
        "ListManagedJobTemplatesResponse",
    ),
];

/// The names whose shapes are still to come, up to any remark behind them, by the issue that brings them.
const TO_COME: &[(u8, &str)] = &[
    // Messages of MQTT, and events.
    (4, "DescribeJobExecutionRequest"),
    (4, "DescribeJobExecutionResponse"),
    (4, "ErrorResponse"),
    (4, "GetPendingJobExecutionsRequest"),
    (4, "GetPendingJobExecutionsResponse"),
    (4, "JobEvent"),
    (4, "JobExecutionEvent"),
    (4, "JobExecutionsChanged"),
    (4, "NextJobExecutionChanged"),
    (4, "StartNextPendingJobExecutionRequest"),
    (4, "StartNextPendingJobExecutionResponse"),
    (4, "UpdateJobExecutionRequest"),
    (4, "UpdateJobExecutionResponse"),
    // Job documents.
    (5, "JobDocument"),
];

#[test]
fn samples_lose_nothing() {
    let Some(folder) = model::shared() else {
        return;
    };
    let folder = folder.join("samples");
    let index = model::read(&folder.join("index.tsv"));
    let (mut decoded, mut to_come) = (BTreeMap::new(), [0; 2]);
    for line in index.lines().skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [file, name, _source] = columns[..] else {
            panic!("{line}: not of three columns");
        };
        if let Some((_, shape)) = SHAPES.iter().find(|(sample, _)| *sample == name) {
            give_back(file, shape, &model::read(&folder.join(file)));
            *decoded.entry(name).or_insert(0) += 1;
        } else {
            let plain = name.split(['(', ' ']).next();
            let issue = TO_COME.iter().find(|(_, shape)| Some(*shape) == plain);
            let (issue, _) = issue.unwrap_or_else(|| panic!("{file}: a new shape, {name}"));
            to_come[usize::from(issue - 4)] += 1;
        }
    }
    let sum: usize = decoded.values().sum();
    println!("{sum} samples decoded; for issues 4 and 5: {to_come:?}");
    for (name, _) in SHAPES {
        assert!(decoded.contains_key(name), "no sample is a {name}");
    }
}

fn give_back(file: &str, name: &str, input: &str) {
    let entry = shape::find(name).unwrap_or_else(|| panic!("no shape {name}"));
    let encode = |text: &str| match entry.decode(text) {
        Ok(value) => value.to_json().unwrap(),
        Err(error) => panic!("{file}: {error}"),
    };
    let output = encode(input);
    let differences = lossless::differences(entry.structure(), input, &output);
    assert_eq!(differences, [""; 0], "{file}");
    assert_eq!(encode(&output), output, "{file}, encoded again");
}

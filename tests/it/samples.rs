//! Real payloads: every sample whose shape is here decodes, and gives everything back.
//!
//! Runs where `IOT_JOBS_SHARED` names the folder that holds `samples/`.

use std::collections::BTreeMap;

use iot_jobs::catalog;

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

/// The messages and events, up to any remark behind their names.
const MESSAGES: &[(&str, &str)] = &[
    ("DescribeJobExecutionRequest", "mqtt."),
    ("DescribeJobExecutionResponse", "mqtt."),
    ("ErrorResponse", "mqtt."),
    ("GetPendingJobExecutionsRequest", "mqtt."),
    ("GetPendingJobExecutionsResponse", "mqtt."),
    ("JobEvent", "event."),
    ("JobExecutionEvent", "event."),
    ("JobExecutionsChanged", "mqtt."),
    ("NextJobExecutionChanged", "mqtt."),
    ("StartNextPendingJobExecutionRequest", "mqtt."),
    ("StartNextPendingJobExecutionResponse", "mqtt."),
    ("UpdateJobExecutionRequest", "mqtt."),
    ("UpdateJobExecutionResponse", "mqtt."),
];

/// The samples that are refused, and why: two are no JSON, two no numbers.
const REFUSED: &[(&str, &str)] = &[
    (
        "invalid/start-next-accepted-trailing-comma.json",
        "trailing comma at line 14 column 1",
    ),
    (
        "invalid/ota-invalid.json",
        "expected null, true or false at line 1 column 2",
    ),
    (
        "cjobs-update-request.json",
        "expectedVersion: expected a 64-bit integer, found string \"1.0.1\" at line 1 column 38",
    ),
    (
        "cjobs-update-request-2.json",
        "expectedVersion: expected a 64-bit integer, found string \"1.0.1\" at line 1 column 38",
    ),
];

/// The names whose shapes are still to come, up to any remark behind them: those of issue 5.
const TO_COME: &[&str] = &["JobDocument"];

/// The shape that a name of `samples/index.tsv` stands for.
#[cfg(feature = "schemars")]
pub(crate) fn shape_of(name: &str) -> Option<String> {
    let plain = name.split(['(', ' ']).next().unwrap_or(name);
    let shape = SHAPES.iter().find(|(sample, _)| *sample == name);
    let message = MESSAGES.iter().find(|(shape, _)| *shape == plain);
    let message = message.map(|(_, prefix)| format!("{prefix}{plain}"));
    shape.map(|(_, shape)| (*shape).to_owned()).or(message)
}

#[test]
fn samples_lose_nothing() {
    let Some(folder) = model::shared() else {
        return;
    };
    let folder = folder.join("samples");
    let index = model::read(&folder.join("index.tsv"));
    let (mut decoded, mut to_come) = (BTreeMap::new(), 0);
    for line in index.lines().skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [file, name, _source] = columns[..] else {
            panic!("{line}: not of three columns");
        };
        let plain = name.split(['(', ' ']).next().unwrap_or(name);
        let input = || model::read(&folder.join(file));
        if let Some((_, shape)) = SHAPES.iter().find(|(sample, _)| *sample == name) {
            give_back(file, shape, &input());
            *decoded.entry(name).or_insert(0) += 1;
        } else if let Some((_, prefix)) = MESSAGES.iter().find(|(shape, _)| *shape == plain) {
            give_back(file, &format!("{prefix}{plain}"), &input());
            *decoded.entry(plain).or_insert(0) += 1;
        } else {
            assert!(TO_COME.contains(&plain), "{file}: a new shape, {name}");
            to_come += 1;
        }
    }
    let sum: usize = decoded.values().sum();
    println!("{sum} samples decoded; for issue 5: {to_come}");
    for (name, _) in SHAPES.iter().chain(MESSAGES) {
        assert!(decoded.contains_key(name), "no sample is a {name}");
    }
}

fn give_back(file: &str, name: &str, input: &str) {
    let entry = catalog::find_shape(name).unwrap_or_else(|| panic!("no shape {name}"));
    if let Some((_, why)) = REFUSED.iter().find(|(refused, _)| *refused == file) {
        let error = entry.decode(input).map(|_| ()).unwrap_err();
        assert_eq!(error.to_string(), *why, "{file}");
        return;
    }
    let encode = |text: &str| match entry.decode(text) {
        Ok(value) => value.to_json().unwrap(),
        Err(error) => panic!("{file}: {error}"),
    };
    let output = encode(input);
    let differences = lossless::differences(entry.structure(), input, &output);
    assert_eq!(differences, [""; 0], "{file}");
    assert_eq!(encode(&output), output, "{file}, encoded again");
}

//! The shared samples of job documents.

use std::{env, fs, path::PathBuf};

use iot_jobs::{
    codec,
    device::operation::describe_job_execution::DescribeJobExecutionOutput,
    document::{Content, Document, Schema},
    validate::{Rule, Severity},
};
use serde_json::Value;

/// The shared samples, or a word on standard error and nothing.
pub(crate) fn samples() -> Option<PathBuf> {
    let shared = env::var_os("IOT_JOBS_SHARED").map(|shared| PathBuf::from(shared).join("samples"));
    if shared.is_none() {
        eprintln!("IOT_JOBS_SHARED is not set: the shared samples are not looked at");
    }
    shared
}

/// The document in an answer to a device, as it came.
fn update(answer: &str) -> Option<String> {
    let answer: DescribeJobExecutionOutput = codec::from_str(answer).unwrap();
    let document = answer.execution()?.job_document()?;
    Some(document.as_str().to_owned())
}

#[test]
fn every_sample_detects_as_its_index_says() {
    let Some(samples) = samples() else { return };
    let index = fs::read_to_string(samples.join("index.tsv")).unwrap();
    let (mut documents, mut updates) = (0, 0);
    for line in index.lines().skip(1) {
        let (file, rest) = line.split_once('\t').unwrap();
        let label = rest.split('\t').next().unwrap();
        let text = fs::read_to_string(samples.join(file)).unwrap();
        let schema = match label {
            "JobDocument(steps) invalid" => {
                let error = Document::detect(&text).unwrap_err();
                assert!(
                    error.is_syntax() && error.line() > Some(1),
                    "{file}: {error}"
                );
                continue;
            }
            "JobDocument(steps)" => Schema::Steps,
            "JobDocument(old schema)" | "JobDocument(jobs-agent)" => Schema::Operation,
            other if other.starts_with("JobDocument(") => Schema::Custom,
            other if other.contains("afr_ota") && !file.starts_with("invalid/") => {
                let Some(document) = update(&text) else {
                    continue;
                };
                let detected = Document::detect(&document).unwrap();
                assert_eq!(detected.schema, Schema::Ota, "{file}");
                updates += 1;
                continue;
            }
            _ => continue,
        };
        let document: Document = text.parse().unwrap();
        assert_eq!(document.schema(), schema, "{file}");
        let again = match document.content() {
            Content::Steps(document) => codec::to_string(document),
            Content::Operation(document) => codec::to_string(document),
            Content::Ota(document) => codec::to_string(document),
            _ => Ok(text.clone()),
        };
        let (again, text): (Value, Value) = (
            serde_json::from_str(&again.unwrap()).unwrap(),
            serde_json::from_str(&text).unwrap(),
        );
        assert_eq!(again, text, "{file}");
        documents += 1;
    }
    assert!(
        documents > 35 && updates > 15,
        "{documents} documents, {updates} updates"
    );
}

#[test]
fn samples_are_clean_but_for_the_negatives() {
    let Some(samples) = samples() else { return };
    for entry in fs::read_dir(&samples).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let text = match name.split_once('-') {
            Some(("jobdoc", _)) => fs::read_to_string(&path).unwrap(),
            Some(("ota", _)) => match update(&fs::read_to_string(&path).unwrap()) {
                Some(document) => document,
                None => continue,
            },
            _ => continue,
        };
        let found = Document::check(&text).unwrap();
        let found: Vec<_> = found
            .iter()
            .map(|found| (found.path.to_string(), found.rule, found.severity))
            .collect();
        let found: Vec<_> = found
            .iter()
            .map(|(path, rule, severity)| (path.as_str(), *rule, *severity))
            .collect();
        let expected: &[_] = match name.as_str() {
            "jobdoc-dc-test-SpaceCharactersContainedWithinFirstWordOfCommand.json" => &[(
                "steps[0].action.input.command",
                Rule::Command,
                Severity::Error,
            )],
            "ota-invalid-protocol.json" => {
                &[("afr_ota.protocols[0]", Rule::OtaUpdate, Severity::Warning)]
            }
            "ota-missing-key.json" => &[(
                "afr_ota.files[0].filesize",
                Rule::OtaUpdate,
                Severity::Warning,
            )],
            "ota-filesize-overflow.json" => {
                &[("afr_ota.files[0].filesize", Rule::Range, Severity::Warning)]
            }
            "ota-invalid-base64-key.json" => &[(
                "afr_ota.files[0].sig-sha256-ecdsa",
                Rule::OtaUpdate,
                Severity::Warning,
            )],
            "ota-invalid-number-nan.json" | "ota-invalid-number-val.json" => &[
                ("afr_ota.files[0].filesize", Rule::Form, Severity::Error),
                ("afr_ota.files[0].fileid", Rule::Form, Severity::Error),
            ],
            _ => &[],
        };
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn the_invalid_samples_without_their_syntax_errors_are_reported_by_path() {
    let Some(samples) = samples() else { return };
    let invalid = |name| fs::read_to_string(samples.join("invalid").join(name)).unwrap();
    let number = "steps[0].action.allowStdErr";
    let paths = |text: &str| -> Vec<String> {
        let found = Document::check(text).unwrap();
        let found = found
            .into_iter()
            .filter(|found| found.severity == Severity::Error);
        found.map(|found| found.path.to_string()).collect()
    };

    let text = invalid("jobdoc-dc-test-MissingRequiredFields.json");
    assert_eq!(Document::check(&text).unwrap_err().line(), Some(2));
    let text = text.replace("//version is missing", "");
    assert_eq!(paths(&text), ["version"]);
    let warnings = Document::check(&text).unwrap();
    assert!(
        warnings
            .iter()
            .any(|found| found.path == number && found.rule == Rule::DocumentIgnored)
    );

    let text = invalid("jobdoc-dc-test-MissingRequiredFieldsValue.json");
    let error = Document::check(&text).unwrap_err();
    assert_eq!((error.line(), error.column()), (Some(16), Some(25)));
    let text = text.replace(r#""name": ,"#, r#""name": null,"#);
    assert_eq!(paths(&text), ["steps[0].action.name"]);

    let text = invalid("jobdoc-dc-test-CommandFieldsIsEmpty.json");
    let error = Document::check(&text).unwrap_err();
    assert_eq!(error.line(), Some(10));
    for nothing in [r#""""#, r#"" ""#, r#"",x""#] {
        let text = text.replace(r#""command":"#, &format!(r#""command":{nothing}"#));
        assert_eq!(paths(&text), ["steps[0].action.input.command"], "{nothing}");
    }
}

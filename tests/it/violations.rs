//! Violations of declared constraints: written-out ones here, generated ones in the modules.

mod documented;
mod model;
mod patterns;
mod samples;

use iot_jobs::{
    Validate, catalog, codec,
    operation::create_job::CreateJobInput,
    types::{AbortConfig, Tag},
    validate::{Rule, Severity, Violation},
};

/// The violations of a JSON text as a shape, a line each.
pub(crate) fn lines(shape: &str, json: &str) -> Vec<String> {
    let violations = violations(shape, json);
    violations.iter().map(ToString::to_string).collect()
}

/// The violations of a JSON text as a shape.
pub(crate) fn violations(shape: &str, json: &str) -> Vec<Violation> {
    let entry = catalog::find_shape(shape).unwrap_or_else(|| panic!("no shape {shape}"));
    let value = entry
        .decode(json)
        .unwrap_or_else(|error| panic!("{shape}: {error}"));
    value.violations()
}

/// A text of a request that is valid but for these members, which are written at the end.
pub(crate) fn create_job(members: &str) -> String {
    let target = "arn:aws:iot:eu-west-1:123456789012:thing/pump";
    format!(r#"{{"jobId": "j", "targets": ["{target}"], "document": "{{}}", {members}}}"#)
}

/// Shapes and texts, with all that is wrong.
const TABLE: &[(&str, &str, &[&str])] = &[
    (
        "CreateJobRequest",
        "{}",
        &[
            "error: jobId: this member is required, and absent (required)",
            "error: targets: this member is required, and absent (required)",
            "error: document: the job has no document: \
             set document, documentSource or jobTemplateArn (document-needed)",
        ],
    ),
    (
        "Job",
        r#"{"jobId": "ééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé"}"#,
        &[
            "error: jobId: it has 65 characters (allowed: 1 to 64) (length)",
            "error: jobId: 'é' (character 1) is not allowed here: \
             the whole has to match [a-zA-Z0-9_-]+ (pattern)",
        ],
    ),
    (
        "Job",
        r#"{"jobId": ""}"#,
        &["error: jobId: it is empty (allowed: 1 to 64 characters) (length)"],
    ),
    (
        "Job",
        r#"{"comment": ""}"#,
        &[
            r"error: comment: it is empty: no control, invisible or unassigned characters are allowed ([^\p{C}]+) (pattern)",
        ],
    ),
    (
        "Job",
        r#"{"comment": "a\nb"}"#,
        &[
            r"error: comment: '\n' (character 2) is not allowed here: no control, invisible or unassigned characters are allowed ([^\p{C}]+) (pattern)",
        ],
    ),
    (
        "Job",
        r#"{"jobTemplateArn": "arx"}"#,
        &[
            r"error: jobTemplateArn: 'x' (character 3) is not allowed here: the whole has to match ^arn:[!-~]+$ (pattern)",
        ],
    ),
    (
        "Job",
        r#"{"targets": [], "reasonCode": "User_1"}"#,
        &[
            r"error: reasonCode: 's' (character 2) is not allowed here: the whole has to match [\p{Upper}\p{Digit}_]+ (pattern)",
            "error: targets: it is empty (allowed: 1 to 100 entries) (size)",
        ],
    ),
    (
        "Job",
        r#"{"documentParameters": {"b c": "", "a": "\u200b"}}"#,
        &[
            r"error: documentParameters.a: '\u{200b}' (character 1) is not allowed here: no control, invisible or unassigned characters are allowed ([^\p{C}]+) (pattern)",
            r#"error: documentParameters["b c"]: ' ' (character 2) is not allowed here: the whole has to match [a-zA-Z0-9_-]+ (pattern)"#,
            r#"error: documentParameters["b c"]: it is empty (allowed: 1 to 30720 characters) (length)"#,
        ],
    ),
    (
        "Job",
        r#"{"abortConfig": {"criteriaList": [{"failureType": "ALL", "action": "PAUSE",
            "thresholdPercentage": 100.5, "minNumberOfExecutedThings": 0}]}}"#,
        &[
            "warning: abortConfig.criteriaList[0].action: \"PAUSE\" is not a value that this version knows; it knows CANCEL (enum-value)",
            "error: abortConfig.criteriaList[0].thresholdPercentage: 100.5 is out of range (allowed: 0 to 100) (range)",
            "error: abortConfig.criteriaList[0].minNumberOfExecutedThings: 0 is out of range (allowed: at least 1) (range)",
        ],
    ),
    (
        "device.CommandParameterValue",
        r#"{"S": "", "BIN": "", "UL": "184467440737095516150"}"#,
        &[
            "error: S: it is empty (allowed: at least 1 character) (length)",
            "error: BIN: it is empty (allowed: at least 1 byte) (length)",
            "error: UL: it has 21 characters (allowed: 1 to 20) (length)",
        ],
    ),
    (
        "device.DescribeJobExecutionRequest",
        r#"{"jobId": "$nex", "thingName": "t:1_-"}"#,
        &[
            r"error: jobId: it ends too early: the whole has to match [a-zA-Z0-9_-]+|^\$next (pattern)",
        ],
    ),
    (
        "device.DescribeJobExecutionRequest",
        r#"{"jobId": "$next", "thingName": "t:1_-"}"#,
        &[],
    ),
    (
        "JobExecutionStatusDetails",
        r#"{"detailsMap": {"k": "a\nb"}}"#,
        &[
            r"warning: detailsMap.k: '\n' (character 2) is not allowed here: no control, invisible or unassigned characters are allowed ([^\p{C}]+) (pattern)",
        ],
    ),
    ("Tag", r#"{"Key": "é 1@", "Value": ""}"#, &[]),
    (
        "Tag",
        r#"{"Key": "a#"}"#,
        &[
            r"error: Key: '#' (character 2) is not allowed here: the whole has to match ^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$ (pattern)",
        ],
    ),
];

#[test]
fn every_violation_has_its_path_rule_limit_and_a_message() {
    for (shape, json, expected) in TABLE {
        assert_eq!(lines(shape, json), *expected, "{shape} {json}");
    }
}

#[test]
fn unknown_values_of_enums_are_warnings_that_list_the_known_ones() {
    let found = violations(
        "Job",
        &format!(r#"{{"status": "{}"}}"#, "SOMEDAY".repeat(20)),
    );
    assert_eq!(found.len(), 1);
    let Violation {
        path,
        rule,
        severity,
        value,
        limit,
        ..
    } = &found[0];
    assert_eq!(path, "status");
    assert_eq!((*rule, *severity), (Rule::EnumValue, Severity::Warning));
    assert_eq!(
        value.as_deref(),
        Some("\"SOMEDAYSOMEDAYSOMEDAYSOMEDAYSOME\"…")
    );
    assert_eq!(
        limit.as_deref(),
        Some("IN_PROGRESS, CANCELED, COMPLETED, DELETION_IN_PROGRESS, SCHEDULED")
    );
    let job = r#"{"status": "SOMEDAY"}"#;
    let job: iot_jobs::types::Job = codec::from_str(job).unwrap();
    assert_eq!(job.validate(), Ok(()));
}

#[test]
fn values_are_shown_short_and_without_signatures() {
    let url = format!(
        "https://h/p?X-Amz-Signature=secret{}",
        "\u{200b}".repeat(2000)
    );
    let hidden = "\u{200b}".repeat(100);
    for text in [url, hidden, "x".repeat(3000), "é\n\"".repeat(1000)] {
        let json = serde_json::json!({"comment": text, "documentParameters": {"k": text.clone()}});
        for violation in violations("Job", &json.to_string()) {
            let value = violation.value.as_deref().expect("a value");
            assert!(value.chars().count() <= 64, "{value}");
            assert!(!violation.to_string().contains("secret"), "{violation}");
            assert!(!value.contains("secret"), "{value}");
        }
    }
}

#[test]
fn messages_show_the_start_of_a_value() {
    let most = "A".repeat(64);
    for (kind, shown) in [
        (most.clone(), most.clone()),
        (most.clone() + "A", format!("{}…", &most[1..])),
        ("A?X-Amz-Signature=secret".to_owned(), "A…".to_owned()),
    ] {
        let criteria = serde_json::json!({"failureType": kind, "numberOfRetries": 1});
        let config = serde_json::json!({"criteriaList": [criteria, criteria]});
        let found = violations("JobExecutionsRetryConfig", &config.to_string());
        let once = found
            .iter()
            .find(|v| v.rule == Rule::RetryTypeOnce)
            .unwrap();
        let expected = format!(
            "{shown} is used with {shown}: use ALL alone, or FAILED and TIMED_OUT once each"
        );
        assert_eq!(once.message, expected);
    }
}

#[test]
fn violations_come_in_document_order() {
    let job = create_job(
        r#""description": "", "abortConfig": {"criteriaList": []},
           "documentParameters": {"z": "", "y": "", "*": "1", "a": ""},
           "jobExecutionsRetryConfig": {"criteriaList": [
             {"failureType": "TIMED_OUT", "numberOfRetries": 11},
             {"failureType": "ALL", "numberOfRetries": -1}]},
           "tags": [{"Key": ""}, {"Key": "k", "Value": "v"}, {"Key": "!"}],
           "destinationPackageVersions": ["nonsense"]"#,
    );
    let found = violations("CreateJobRequest", &job);
    let paths: Vec<_> = found
        .iter()
        .map(|v| (v.path.to_string(), v.rule.as_str()))
        .collect();
    let paths: Vec<_> = paths.iter().map(|(path, rule)| (&**path, *rule)).collect();
    assert_eq!(
        paths,
        [
            ("description", "pattern"),
            ("abortConfig.criteriaList", "size"),
            ("tags[0].Key", "length"),
            ("tags[2].Key", "pattern"),
            (
                "jobExecutionsRetryConfig.criteriaList[0].failureType",
                "retry-needs-timeout"
            ),
            (
                "jobExecutionsRetryConfig.criteriaList[0].numberOfRetries",
                "range"
            ),
            (
                "jobExecutionsRetryConfig.criteriaList[1].failureType",
                "retry-type-once"
            ),
            (
                "jobExecutionsRetryConfig.criteriaList[1].failureType",
                "retry-needs-timeout"
            ),
            (
                "jobExecutionsRetryConfig.criteriaList[1].numberOfRetries",
                "range"
            ),
            ("documentParameters.*", "pattern"),
            ("documentParameters.a", "length"),
            ("documentParameters.y", "length"),
            ("documentParameters.z", "length"),
            ("destinationPackageVersions[0]", "pattern"),
        ]
    );
}

#[test]
fn the_whole_is_written_as_a_dollar() {
    assert_eq!(
        lines("RateIncreaseCriteria", "{}"),
        [
            "error: $: neither count is set: set numberOfNotifiedThings or numberOfSucceededThings (rate-increase-one-threshold)"
        ]
    );
}

#[test]
fn validate_fails_on_errors_and_lists_warnings_along() {
    let input: CreateJobInput = codec::from_str(&create_job(
        r#""targetSelection": "ALL", "description": """#,
    ))
    .unwrap();
    let violations = input.validate().unwrap_err();
    assert_eq!(
        violations.to_string(),
        "error: description: it is empty: no control, invisible or unassigned characters are allowed \
         ([^\\p{C}]+) (pattern)\n\
         warning: targetSelection: \"ALL\" is not a value that this version knows; \
         it knows CONTINUOUS, SNAPSHOT (enum-value)"
    );
    let mut severities = Vec::new();
    for violation in &violations {
        severities.push(violation.severity);
    }
    assert_eq!(severities, [Severity::Error, Severity::Warning]);
    assert!(violations.into_iter().map(|v| v.severity).eq(severities));
    assert_eq!(Tag::builder().key("k").build().unwrap().validate(), Ok(()));
}

#[test]
fn numbers_that_have_no_json_are_violations_too() {
    let mut config: AbortConfig = codec::from_str(
        r#"{"criteriaList": [{"failureType": "ALL", "action": "CANCEL",
            "thresholdPercentage": 10, "minNumberOfExecutedThings": 1}]}"#,
    )
    .unwrap();
    for number in [f64::NAN, f64::INFINITY] {
        config.criteria_list[0].threshold_percentage = number;
        let found = config.violations();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].rule, Rule::Range);
    }
}

#[test]
fn codes_are_stable_and_unlike() {
    let codes: Vec<_> = Rule::ALL.iter().map(|rule| rule.as_str()).collect();
    assert_eq!(
        codes.join(" "),
        "length bytes size range decimals pattern required unknown-member enum-value arn device-status \
         tag-key-reserved tag-key-once rate-increase-one-threshold document-needed document-once retry-needs-timeout \
         retries-together retry-type-once end-behavior-needs-end-time windows-need-continuous \
         cron schedule-format schedule-order schedule-bounds json form document-version \
         action-input command document-ignored ota-update placeholder placeholder-value \
         parameter-unused job-timeout job-abort rejected-not-retried presigned-url-role restart-last"
    );
    let mut unlike = codes.clone();
    unlike.sort_unstable();
    unlike.dedup();
    assert_eq!(unlike.len(), codes.len());
}

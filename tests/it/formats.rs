//! Other formats of serde: values as they are nested, without anything private to `serde_json`.

mod binary;
mod documents;
mod generated;
mod path_to_error;
mod snapshots;
mod values;

// Names inside of unknown members and documents are sorted here, since formats other than `codec` sort them.

/// A job with values of every kind, and with unknown members at two levels.
const JOB: &str = concat!(
    r#"{"jobId":"j","status":"PAUSED","forceCanceled":false,"targets":["a","b"],"#,
    r#""abortConfig":{"criteriaList":[{"failureType":"ALL","action":"CANCEL","thresholdPercentage":99.5,"#,
    r#""minNumberOfExecutedThings":1,"note":{"by":"ops"}}]},"#,
    r#""createdAt":1549395301.389,"lastUpdatedAt":1517016948,"completedAt":4102444800.001,"#,
    r#""documentParameters":{"a":"1","b":"2"},"#,
    r#""pausedBy":{"at":[1,-2.5,true,18446744073709551615,[],{}],"user":"ops"}}"#,
);

/// A message with a document, which travels as a value, and an unknown member.
const MESSAGE: &str = concat!(
    r#"{"execution":{"jobId":"j","status":"QUEUED","statusDetails":{"step":"1"},"queuedAt":1517016948,"#,
    r#""executionNumber":3,"jobDocument":{"steps":[{"action":{"force":true,"retries":2}}],"version":"1.0"}},"#,
    r#""timestamp":1517016950,"region":["eu",1]}"#,
);

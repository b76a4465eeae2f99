//! The explanations of the rules about schedules.

use super::Explanation;

pub(super) const END_BEHAVIOR_NEEDS_END_TIME: Explanation = Explanation {
    meaning: "A schedule says what happens at its end, and has no end. It is a warning, since published samples have it.",
    reason: "`endBehavior` applies at `endTime`. Without an end time it has no effect, and the job does not end by itself.",
    shape: Some("SchedulingConfig"),
    wrong: r#"{"startTime": "2027-03-01 08:00", "endBehavior": "CANCEL"}"#,
    right: r#"{"startTime": "2027-03-01 08:00", "endTime": "2027-03-08 08:00", "endBehavior": "CANCEL"}"#,
};

pub(super) const WINDOWS_NEED_CONTINUOUS: Explanation = Explanation {
    meaning: "A job with maintenance windows is not continuous. It is an error.",
    reason: "Maintenance windows are for jobs that keep running. `targetSelection` is SNAPSHOT unless it is set to \
             CONTINUOUS.",
    shape: Some("CreateJobRequest"),
    wrong: r#"{
  "jobId": "firmware-7",
  "targets": ["arn:aws:iot:eu-west-1:123456789012:thinggroup/pumps"],
  "document": "{\"operation\": \"install\"}",
  "schedulingConfig": {
    "maintenanceWindows": [{"startTime": "cron(0 2 ? * SUN *)", "durationInMinutes": 120}]
  }
}"#,
    right: r#"{
  "jobId": "firmware-7",
  "targets": ["arn:aws:iot:eu-west-1:123456789012:thinggroup/pumps"],
  "document": "{\"operation\": \"install\"}",
  "targetSelection": "CONTINUOUS",
  "schedulingConfig": {
    "maintenanceWindows": [{"startTime": "cron(0 2 ? * SUN *)", "durationInMinutes": 120}]
  }
}"#,
};

pub(super) const CRON: Explanation = Explanation {
    meaning: "The start of a maintenance window is not a cron expression of AWS. It is an error; it is a warning for \
              forms that are not documented and that the service may accept.",
    reason: "The expression is `cron(minutes hours day-of-month month day-of-week year)` in UTC: six fields, unlike \
             the five of Unix. One of the two days is `?`.",
    shape: Some("MaintenanceWindow"),
    wrong: r#"{"startTime": "0 2 * * 0", "durationInMinutes": 120}"#,
    right: r#"{"startTime": "cron(0 2 ? * SUN *)", "durationInMinutes": 120}"#,
};

pub(super) const SCHEDULE_FORMAT: Explanation = Explanation {
    meaning: "A time of a schedule does not start with a date, or there is no such date or time. It is an error; it is a \
              warning if only the form of the time is unknown.",
    reason: "The documented form is `YYYY-MM-DD HH:MM`.",
    shape: Some("SchedulingConfig"),
    wrong: r#"{"startTime": "1 March 2027 08:00"}"#,
    right: r#"{"startTime": "2027-03-01 08:00"}"#,
};

pub(super) const SCHEDULE_ORDER: Explanation = Explanation {
    meaning: "A schedule ends before its start, less than 30 minutes after it, or more than two years after it. It is an \
              error.",
    reason: "The documentation requires at least 30 minutes between the start and the end.",
    shape: Some("SchedulingConfig"),
    wrong: r#"{"startTime": "2027-03-01 08:00", "endTime": "2027-03-01 08:15"}"#,
    right: r#"{"startTime": "2027-03-01 08:00", "endTime": "2027-03-01 18:00"}"#,
};

pub(super) const SCHEDULE_BOUNDS: Explanation = Explanation {
    meaning: "The start or the end of a schedule is in the past, too soon or too far away. It is an error. It depends on \
              the current time and is checked only with `check --now`, or `Checks::at` in the library.",
    reason: "A job starts 30 minutes to one year after it is created, and ends 30 minutes to two years after. The \
             service rejects a request that is sent later than its author intended.",
    shape: Some("CreateJobRequest"),
    wrong: r#"{
  "jobId": "firmware-7",
  "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"],
  "document": "{\"operation\": \"install\"}",
  "schedulingConfig": {"startTime": "2020-03-01 08:00"}
}"#,
    right: r#"{
  "jobId": "firmware-7",
  "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"],
  "document": "{\"operation\": \"install\"}",
  "schedulingConfig": {"startTime": "2027-03-01 08:00"}
}"#,
};

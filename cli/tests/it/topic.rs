//! `topic`, and `check --topic`.

use std::collections::BTreeSet;

use iot_jobs::{catalog, device::topic::Topic};

use crate::run::run_on;

#[test]
fn human_has_a_sentence_and_the_parts() {
    for (topic, explanation) in [
        (
            "$aws/things/lamp/jobs/firmware-7/update/rejected",
            "The service publishes here if it rejects the request of lamp to update the status of its execution of the job firmware-7.\n\
             \x20 family     call\n\
             \x20 operation  UpdateJobExecution\n\
             \x20 stage      rejected\n\
             \x20 thing      lamp\n\
             \x20 job        firmware-7\n\
             \x20 payload    mqtt.ErrorResponse: The payload of the rejected topics.\n",
        ),
        (
            "$aws/things/lamp/jobs/$next/namespace-aws-gg-deployment/get",
            "The thing lamp publishes here to describe its next pending job execution.\n\
             \x20 family     call\n\
             \x20 operation  DescribeJobExecution\n\
             \x20 stage      request\n\
             \x20 thing      lamp\n\
             \x20 job        $next\n\
             \x20 namespace  aws-gg-deployment\n\
             \x20 payload    mqtt.DescribeJobExecutionRequest: Requests one execution of the job in the topic.\n",
        ),
        (
            "$aws/things/lamp/jobs/notify-next",
            "The service publishes here when another job execution of lamp becomes the next one.\n\
             \x20 family     notification\n\
             \x20 operation  NextJobExecutionChanged\n\
             \x20 thing      lamp\n\
             \x20 payload    mqtt.NextJobExecutionChanged: Names the thing's next pending execution, whenever it changes.\n",
        ),
    ] {
        let run = run_on("", &["topic", topic]);
        assert_eq!(
            (run.stdout.as_str(), run.stderr.as_str(), run.code),
            (explanation, "", Some(0))
        );
    }
}

#[test]
fn the_sentence_has_who_publishes_and_when() {
    for (topic, sentence) in [
        (
            "$aws/things/lamp/jobs/get",
            "The thing lamp publishes here to list its pending job executions.",
        ),
        (
            "$aws/things/lamp/jobs/start-next/accepted",
            "The service publishes here if it accepts the request of lamp to start its next pending job execution.",
        ),
        (
            "$aws/things/lamp/jobs/j/get/rejected",
            "The service publishes here if it rejects the request of lamp to describe its execution of the job j.",
        ),
        (
            "$aws/things/lamp/jobs/notify",
            "The service publishes here when a job execution is added to or removed from the list of pending job executions of lamp.",
        ),
        (
            "$aws/things/lamp/jobs/j/notify-namespace-n",
            "The service publishes here when an execution of the job j is added to or removed from the list of pending job executions of lamp. \
             The API reference documents this topic; released device clients subscribe to the topic without the job.",
        ),
        (
            "$aws/events/job/j/completed",
            "The service publishes here when the job j is completed: all its executions are in a terminal state.",
        ),
        (
            "$aws/events/job/j/canceled",
            "The service publishes here when the job j is canceled.",
        ),
        (
            "$aws/events/job/j/deleted",
            "The service publishes here when the job j is deleted.",
        ),
        (
            "$aws/events/job/j/cancellation_in_progress",
            "The service publishes here when the job j is being canceled.",
        ),
        (
            "$aws/events/job/j/deletion_in_progress",
            "The service publishes here when the job j is being deleted.",
        ),
        (
            "$aws/events/jobExecution/j/succeeded",
            "The service publishes here when an execution of the job j succeeds.",
        ),
        (
            "$aws/events/jobExecution/j/failed",
            "The service publishes here when an execution of the job j fails.",
        ),
        (
            "$aws/events/jobExecution/j/rejected",
            "The service publishes here when an execution of the job j is rejected by the thing.",
        ),
        (
            "$aws/events/jobExecution/j/canceled",
            "The service publishes here when an execution of the job j is canceled.",
        ),
        (
            "$aws/events/jobExecution/j/timed_out",
            "The service publishes here when an execution of the job j times out.",
        ),
        (
            "$aws/events/jobExecution/j/removed",
            "The service publishes here when an execution of the job j is removed, because the thing is deleted or no longer a target of the job.",
        ),
        (
            "$aws/events/jobExecution/j/deleted",
            "The service publishes here when an execution of the job j is deleted.",
        ),
    ] {
        let run = run_on("", &["topic", topic]);
        assert_eq!(run.stdout.lines().next(), Some(sentence), "{topic}");
        assert_eq!(run.code, Some(0), "{topic}");
    }
}

/// A topic of each kind, its row, and a payload of its shape as canonical text.
const TOPICS: &[(&str, &str, &str)] = &[
    (
        "$aws/things/lamp/jobs/get",
        r#"{"family":"call","operation":"GetPendingJobExecutions","stage":"request","thing":"lamp","job":null,"namespace":null,"shape":"mqtt.GetPendingJobExecutionsRequest"}"#,
        r#"{"clientToken":"t"}"#,
    ),
    (
        "$aws/things/lamp/jobs/get/accepted",
        r#"{"family":"call","operation":"GetPendingJobExecutions","stage":"accepted","thing":"lamp","job":null,"namespace":null,"shape":"mqtt.GetPendingJobExecutionsResponse"}"#,
        r#"{"inProgressJobs":[],"queuedJobs":[{"jobId":"j","queuedAt":10,"versionNumber":1,"executionNumber":4294967296}],"timestamp":11}"#,
    ),
    (
        "$aws/things/lamp/jobs/start-next",
        r#"{"family":"call","operation":"StartNextPendingJobExecution","stage":"request","thing":"lamp","job":null,"namespace":null,"shape":"mqtt.StartNextPendingJobExecutionRequest"}"#,
        r#"{"statusDetails":{"step":"1"},"stepTimeoutInMinutes":5}"#,
    ),
    (
        "$aws/things/lamp/jobs/start-next/accepted",
        r#"{"family":"call","operation":"StartNextPendingJobExecution","stage":"accepted","thing":"lamp","job":null,"namespace":null,"shape":"mqtt.StartNextPendingJobExecutionResponse"}"#,
        r#"{"execution":{"jobId":"j","status":"IN_PROGRESS","jobDocument":{"b":1,"a":[]}},"timestamp":11}"#,
    ),
    (
        "$aws/things/lamp/jobs/j/get",
        r#"{"family":"call","operation":"DescribeJobExecution","stage":"request","thing":"lamp","job":"j","namespace":null,"shape":"mqtt.DescribeJobExecutionRequest"}"#,
        r#"{"executionNumber":1,"includeJobDocument":false}"#,
    ),
    (
        "$aws/things/lamp/jobs/$next/get/accepted",
        r#"{"family":"call","operation":"DescribeJobExecution","stage":"accepted","thing":"lamp","job":"$next","namespace":null,"shape":"mqtt.DescribeJobExecutionResponse"}"#,
        r#"{"timestamp":11,"clientToken":"t"}"#,
    ),
    (
        "$aws/things/lamp/jobs/j/update",
        r#"{"family":"call","operation":"UpdateJobExecution","stage":"request","thing":"lamp","job":"j","namespace":null,"shape":"mqtt.UpdateJobExecutionRequest"}"#,
        r#"{"status":"SUCCEEDED","expectedVersion":2,"executionNumber":1}"#,
    ),
    (
        "$aws/things/lamp/jobs/j/update/accepted",
        r#"{"family":"call","operation":"UpdateJobExecution","stage":"accepted","thing":"lamp","job":"j","namespace":null,"shape":"mqtt.UpdateJobExecutionResponse"}"#,
        r#"{"executionState":{"status":"SUCCEEDED","versionNumber":3},"timestamp":11}"#,
    ),
    (
        "$aws/things/lamp/jobs/j/namespace-n/update/rejected",
        r#"{"family":"call","operation":"UpdateJobExecution","stage":"rejected","thing":"lamp","job":"j","namespace":"n","shape":"mqtt.ErrorResponse"}"#,
        r#"{"code":"VersionMismatch","message":"","executionState":{"status":"QUEUED","versionNumber":3}}"#,
    ),
    (
        "$aws/things/lamp/jobs/notify",
        r#"{"family":"notification","operation":"JobExecutionsChanged","stage":null,"thing":"lamp","job":null,"namespace":null,"shape":"mqtt.JobExecutionsChanged"}"#,
        r#"{"timestamp":11,"jobs":{"IN_PROGRESS":[{"jobId":"i"}],"QUEUED":[]}}"#,
    ),
    (
        "$aws/things/lamp/jobs/notify-next-namespace-n",
        r#"{"family":"notification","operation":"NextJobExecutionChanged","stage":null,"thing":"lamp","job":null,"namespace":"n","shape":"mqtt.NextJobExecutionChanged"}"#,
        r#"{"timestamp":11,"execution":{"jobId":"j","status":"QUEUED"}}"#,
    ),
    (
        "$aws/things/lamp/jobs/j/notify-namespace-n",
        r#"{"family":"notification","operation":"JobExecutionsChanged","stage":null,"thing":"lamp","job":"j","namespace":"n","shape":"mqtt.JobExecutionsChanged"}"#,
        r#"{"timestamp":11,"jobs":{}}"#,
    ),
    (
        "$aws/events/job/j/cancellation_in_progress",
        r#"{"family":"job-event","operation":"cancellation_in_progress","stage":null,"thing":null,"job":"j","namespace":null,"shape":"event.JobEvent"}"#,
        r#"{"eventType":"JOB","eventId":"e","timestamp":11,"operation":"cancellation_in_progress","jobId":"j","status":"CANCELLATION_IN_PROGRESS","createdAt":1510860544123}"#,
    ),
    (
        "$aws/events/jobExecution/j/timed_out",
        r#"{"family":"job-execution-event","operation":"timed_out","stage":null,"thing":null,"job":"j","namespace":null,"shape":"event.JobExecutionEvent"}"#,
        r#"{"eventType":"JOB_EXECUTION","eventId":"e","timestamp":11,"operation":"timed_out","jobId":"j","thingArn":"a","status":"TIMED_OUT"}"#,
    ),
];

#[test]
fn the_rows_have_every_message_and_event() {
    let rows: BTreeSet<String> = TOPICS
        .iter()
        .map(|(topic, ..)| Topic::parse(topic).unwrap().shape_name().to_owned())
        .collect();
    let payloads: BTreeSet<String> = catalog::shapes()
        .map(|shape| shape.name())
        .filter(|name| name.starts_with("mqtt.") || name.starts_with("event."))
        .collect();
    let without_row: Vec<_> = payloads.difference(&rows).collect();
    assert_eq!(without_row, [""; 0]);
    assert_eq!(rows, payloads);
}

#[test]
fn json_has_every_part() {
    for (topic, row, _) in TOPICS {
        let run = run_on("", &["topic", "--format", "json", topic]);
        assert_eq!(
            (run.stdout, run.stderr.as_str(), run.code),
            (format!("{row}\n"), "", Some(0))
        );
    }
}

#[test]
fn a_topic_is_equivalent_to_its_shape() {
    for (topic, row, payload) in TOPICS {
        let (_, shape) = row.rsplit_once(r#""shape":""#).unwrap();
        let shape = shape.trim_end_matches(r#""}"#);
        let checked = format!(
            r#"{{"input":"-","shape":"{shape}","decoded":true,"value":{payload},"unknown":[],"violations":[]}}"#
        );
        for argument in [["--as", shape], ["--topic", *topic]] {
            let run = run_on(
                payload,
                &["check", argument[0], argument[1], "--format=json", "-"],
            );
            assert_eq!(
                (run.stdout, run.stderr.as_str(), run.code),
                (format!("{checked}\n"), "", Some(0))
            );
            let run = run_on(
                payload,
                &["fmt", argument[0], argument[1], "--compact", "-"],
            );
            assert_eq!((run.stdout, run.code), (format!("{payload}\n"), Some(0)));
        }
    }
}

#[test]
fn a_payload_of_another_topic_does_not_decode() {
    let run = run_on(
        "{}",
        &["check", "--topic", "$aws/things/l/jobs/j/update", "-"],
    );
    assert_eq!(
        (run.stdout.as_str(), run.code),
        (
            "<stdin>: 1 error, mqtt.UpdateJobExecutionRequest\n\
             error[decode]: status\n\
             \x20--> <stdin>:1:1\n\
             \x20 |\n\
             1 | {}\n\
             \x20 | ^ this required member is missing\n\n",
            Some(1)
        )
    );
}

#[test]
fn an_invalid_topic_is_an_error_with_its_position() {
    for (topic, report) in [
        (
            "$aws/things/lamp/shadow/get",
            "not an IoT Jobs topic: level 4: found \"shadow\", expected \"jobs\"\n\
             \x20 $aws/things/lamp/shadow/get\n\
             \x20                  ^\n",
        ),
        (
            "$aws/things/名前/jobs/get",
            "level 3: found \"名前\" with '名', expected a thing name of 1 to 128 characters of [a-zA-Z0-9:_-]\n\
             \x20 $aws/things/名前/jobs/get\n\
             \x20             ^\n",
        ),
        (
            "$aws/things/lamp/jobs/j/update/accept",
            "level 7: found \"accept\", expected \"accepted\", \"rejected\" or the end of the topic\n\
             \x20 $aws/things/lamp/jobs/j/update/accept\n\
             \x20                                ^\n",
        ),
        (
            "$aws/events/job/j",
            "level 5: found the end of the topic, expected one of \"completed\", \"canceled\", \"deleted\", \"cancellation_in_progress\", \"deletion_in_progress\"\n\
             \x20 $aws/events/job/j\n\
             \x20                  ^\n",
        ),
        (
            "$aws/things/lamp/jobs/\u{1b}[31m/get",
            "level 5: found \"\\u{1b}[31m\" with '\\u{1b}', expected a job name of 1 to 64 characters of [a-zA-Z0-9_-], or \"$next\"\n\
             \x20 $aws/things/lamp/jobs/␛[31m/get\n\
             \x20                       ^\n",
        ),
        (
            "/things/lamp/jobs/get",
            "not an IoT Jobs topic: level 1: found an empty level, expected \"$aws\"\n\
             \x20 /things/lamp/jobs/get\n\
             \x20 ^\n\
             tip: the shell replaces `$aws` with an empty string: write the topic in single quotes\n",
        ),
        (
            "",
            "not an IoT Jobs topic: level 1: found an empty level, expected \"$aws\"\n",
        ),
    ] {
        let run = run_on("", &["topic", topic]);
        assert_eq!(
            (run.stdout.as_str(), run.stderr.as_str(), run.code),
            (report, "", Some(1))
        );
    }
    for (topic, row) in [
        (
            "sensors/lamp",
            r#"{"error":{"otherService":true,"level":1,"message":"not an IoT Jobs topic: level 1: found \"sensors\", expected \"$aws\""}}"#,
        ),
        (
            "$aws/things/lamp/jobs/get/",
            r#"{"error":{"otherService":false,"level":6,"message":"level 6: found an empty level, expected \"accepted\" or \"rejected\", or for a job of this name \"get\", \"update\", or \"namespace-\" or \"notify-namespace-\" with a namespace"}}"#,
        ),
    ] {
        let run = run_on("", &["topic", "--format=json", topic]);
        assert_eq!((run.stdout, run.code), (format!("{row}\n"), Some(1)));
    }
}

#[test]
fn a_shape_is_given_by_exactly_one_argument() {
    for (arguments, message) in [
        (&["fmt", "-"][..], "<--as <SHAPE>|--topic <TOPIC>>"),
        (
            &["check", "--as=Job", "--topic=$aws/things/l/jobs/get", "-"],
            "cannot be used with",
        ),
        (
            &["check", "--topic", "$aws/things/l/shadow/get", "-"],
            "error: invalid value '$aws/things/l/shadow/get' for '--topic <TOPIC>': not an IoT Jobs topic: level 4: found \"shadow\", expected \"jobs\"\n",
        ),
        (
            &["check", "--topic=/things/l/jobs/get", "-"],
            "single quotes",
        ),
        (&["topic"], "<TOPIC>"),
    ] {
        let run = run_on("{}", arguments);
        assert_eq!((run.stdout.as_str(), run.code), ("", Some(2)));
        assert!(run.stderr.contains(message), "{}", run.stderr);
    }
}

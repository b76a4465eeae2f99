//! `topic`, and `check --topic`.

use crate::run::run_on;

#[test]
fn a_topic_is_explained_in_words_and_parts() {
    for (topic, explanation) in [
        (
            "$aws/things/lamp/jobs/firmware-7/update/rejected",
            "The service answers here, with an error, when lamp asked to report how far it is with the job firmware-7.\n\
             \x20 family     call\n\
             \x20 operation  UpdateJobExecution\n\
             \x20 stage      rejected\n\
             \x20 thing      lamp\n\
             \x20 job        firmware-7\n\
             \x20 payload    mqtt.ErrorResponse: What comes on a rejected topic.\n",
        ),
        (
            "$aws/things/lamp/jobs/$next/namespace-aws-gg-deployment/get",
            "The device of the thing lamp publishes here to read about its next job and what it says to do.\n\
             \x20 family     call\n\
             \x20 operation  DescribeJobExecution\n\
             \x20 stage      request\n\
             \x20 thing      lamp\n\
             \x20 job        $next\n\
             \x20 namespace  aws-gg-deployment\n\
             \x20 payload    mqtt.DescribeJobExecutionRequest: Asks for one execution; which job's, the topic says.\n",
        ),
        (
            "$aws/things/lamp/jobs/notify-next",
            "The service tells lamp here that another job is the next to work on.\n\
             \x20 family     notification\n\
             \x20 operation  NextJobExecutionChanged\n\
             \x20 thing      lamp\n\
             \x20 payload    mqtt.NextJobExecutionChanged: Tells which execution the thing is to work on, whenever that changes.\n",
        ),
    ] {
        let run = run_on("", &["topic", topic]);
        assert_eq!(
            (run.stdout.as_str(), run.stderr.as_str(), run.code),
            (explanation, "", Some(0))
        );
    }
}

/// A topic of every kind, its row, and a payload of its shape in canonical text.
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
fn programs_get_every_part() {
    for (topic, row, _) in TOPICS {
        let run = run_on("", &["topic", "--format", "json", topic]);
        assert_eq!(
            (run.stdout, run.stderr.as_str(), run.code),
            (format!("{row}\n"), "", Some(0))
        );
    }
}

#[test]
fn a_payload_is_checked_by_its_topic_as_by_its_shape() {
    for (topic, row, payload) in TOPICS {
        let (_, shape) = row.rsplit_once(r#""shape":""#).unwrap();
        let shape = shape.trim_end_matches(r#""}"#);
        let checked = format!(
            r#"{{"input":"-","shape":"{shape}","decoded":true,"value":{payload},"unknown":[],"violations":[]}}"#
        );
        for by in [["--as", shape], ["--topic", *topic]] {
            let run = run_on(payload, &["check", by[0], by[1], "--format=json", "-"]);
            assert_eq!(
                (run.stdout, run.stderr.as_str(), run.code),
                (format!("{checked}\n"), "", Some(0))
            );
            let run = run_on(payload, &["fmt", by[0], by[1], "--compact", "-"]);
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
            "<stdin>:1:1: status: this required member is missing\n\
             \x20 1 | {}\n\
             \x20   | ^\n",
            Some(1)
        )
    );
}

#[test]
fn what_is_no_topic_is_pointed_at() {
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
             tip: a shell replaces `$aws` by nothing, unless the topic stands in single quotes\n",
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
            r#"{"error":{"foreign":true,"level":1,"message":"not an IoT Jobs topic: level 1: found \"sensors\", expected \"$aws\""}}"#,
        ),
        (
            "$aws/things/lamp/jobs/get/",
            r#"{"error":{"foreign":false,"level":6,"message":"level 6: found an empty level, expected \"accepted\" or \"rejected\", or for a job of this name \"get\", \"update\", or \"namespace-\" or \"notify-namespace-\" with a namespace"}}"#,
        ),
    ] {
        let run = run_on("", &["topic", "--format=json", topic]);
        assert_eq!((run.stdout, run.code), (format!("{row}\n"), Some(1)));
    }
}

#[test]
fn a_shape_is_said_in_one_way() {
    for (arguments, message) in [
        (&["check", "-"][..], "<--as <SHAPE>|--topic <TOPIC>>"),
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

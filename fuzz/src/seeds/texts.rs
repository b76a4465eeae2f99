//! Written-out seeds for the targets that do not read a shape's JSON.

use super::Seed;
use crate::messages::TOPICS;

const PLACEHOLDERS: &[&str] = &[
    "${aws:iot:parameter:k}",
    "${aws:iot:s3-presigned-url:https://s3.eu-west-1.amazonaws.com/bucket/key}",
    "${aws:iot:s3-presigned-url-v2:bucket/key}",
    "${aws:iot:code-sign-signature:s3://eu-west-1.bucket/file@1}",
    "${aws:iot:package:p:version:1:attributes:url}",
    "${aws:iot:package::version::attributes}",
    "${aws:iot:package:p:version:$default:artifact-location:s3-presigned-url}",
    r#"{"a":["x ${aws:iot:parameter:k} ${aws:iot:parameter:k}","${HOME}"]}"#,
    r#"{"a":"${aws:iot:package:p:version:1:attributes}","b":"\u0024{aws:iot:parameter:k}\ud83d\ude00"}"#,
    r#"["${aws:iot:parameter:k","${aws:iot:${aws:iot:parameter:k}}","\n${aws:iot:nothing:x}"]"#,
];

const DOCUMENTS: &[&str] = &[
    r#"{"version":"1.0","steps":[{"action":{"name":"a","type":"runCommand","input":{"command":"ls,-l"},"runAsUser":"u","allowStdErr":8,"ignoreStepFailure":"true"}}],"finalStep":{"action":{"name":"b","type":"runHandler","input":{"handler":"h.sh","args":["x"],"path":"/p"}}},"includeStdOut":"true","conditions":[{"key":"os","value":["linux"],"type":"stringEqual"}],"_comment":1}"#,
    r#"{"steps":[{"action":{"name":7,"type":"x","input":{"command":" l s\\,"}}}]}"#,
    r#"{"operation":"reboot","args":["${aws:iot:parameter:k}"],"path":"p","includeStdOut":true,"allowStdErr":"8"}"#,
    r#"{"operation":"reboot","version":"1.0"}"#,
    r#"{"afr_ota":{"protocols":["MQTT"],"streamname":"s","files":[{"filepath":"/f","filesize":1,"fileid":0,"certfile":"c","sig-sha256-ecdsa":"AA==","update_data_url":"u","auth_scheme":"a","fileType":2}]}}"#,
    "{\"a\" :\n [1.50, \"\\ud83d\\ude00\", {}, []] }",
    "\"text\"",
    "[1,{\"$serde_json::private::RawValue\":\"1\"}]",
];

const TIMESTAMPS: &[&str] = &[
    "1549395301.389",
    "1517016948",
    "1.5e9",
    "1549395301389",
    "-62135596800",
    "253402300799.999999",
    "253402300799.9999999",
    "253402300800",
    "8589934592.000001",
    "0.0000005",
    "-0.5",
    "\"2019-02-05T19:35:01.389Z\"",
    "\"2020-12-02T14:48:38.705000-08:00\"",
    "\"9999-12-31T23:59:60Z\"",
    "\"0001-01-01T00:00:00+23:59\"",
    "\"20190205T193501Z\"",
    "\"2019-W06-2T00:00:00,5Z\"",
    "\"1970-01-01T00:00:00.9999999999Z\"",
];

const CRONS: &[&str] = &[
    "cron(0 10 * * ? *)",
    "cron(0/10 8-17 ? * MON-FRI *)",
    "cron(0 0 LW * ? 2026/2)",
    "cron(0 0 15W JAN,jul ? *)",
    "cron(0 0 ? * TUE#2 1970-2199)",
    "cron(0 0 ? * 6L *)",
    "cron(10-40/10 */2 L-3 13 8 70)",
    "cron( ,/0  ? )",
    "rate(5 minutes)",
    "cron(é字 0 * * ? *)",
];

const LINES: &[&str] = &[
    "\u{10}{\"jobId\":\"a\"}\n{\"jobId\":1}\n\n{\"jobId\":\"c\"}",
    "\u{3}{}\r\n {\"status\":\"X\",\"createdAt\":1.5}\n{\"a\"\n",
    "\u{20}{\"jobId\":\"a line that is longer than the reader's limit\"}\n{}\n",
];

const TEMPLATES: &[&str] = &[
    r#"{"Resources":{"A":{"Type":"AWS::IoT::Job","Properties":{"JobId":"j","Targets":[{"Fn::Sub":"arn:aws:iot:${AWS::Region}:123456789012:thing/a"}],"Document":"{\"operation\":\"reboot\"}","TimeoutConfig":{"inProgressTimeoutInMinutes":60}}}}}"#,
    r#"{"Resources":{"A":{"Type":"AWS::IoT::JobTemplate","Properties":{"JobTemplateId":{"Ref":"Name"},"Description":"d","Document":{"Fn::Join":["",["{\"operation\":",{"Ref":"O"},"}"]]},"JobExecutionsRolloutConfig":{"Fn::If":["C",{"MaximumPerMinute":5},{"Ref":"AWS::NoValue"}]}}}}}"#,
    r#"{"Resources":{"A":{"Type":"AWS::GreengrassV2::Deployment","Properties":{"TargetArn":"t","IotJobConfiguration":{"JobExecutionsRolloutConfig":{"MaximumPerMinute":5},"AbortConfig":{"CriteriaList":[]}}}}}}"#,
    r#"{"AWSTemplateFormatVersion":"2010-09-09","Transform":["AWS::LanguageExtensions"],"Resources":{"Fn::ForEach::X":["N",["a"],{}]}}"#,
];

const YAML: &[&str] = &[
    "Resources:\n  A:\n    Type: AWS::IoT::JobTemplate\n    Properties:\n      JobTemplateId: !Ref Name\n      Description: d\n      Document: !Sub |\n        {\"operation\": \"${Op}\"}\n",
    "%YAML 1.2\n---\nversion: '1.0'\nsteps: &s\n  - action: {name: a, type: runCommand, input: {command: 'ls,-l'}, runAsUser: \"\\U0001F600\"}\nfinalStep: *s\n...\n",
    "operation: >-\n  re\n  boot\nargs: [~, null, 1_000, 0x1F, .inf, 1e400, yes, 2020-01-01]\n",
    "? a\n: - b\n  - !GetAtt a.b\n  - !Join ['', [x, !Ref y]]\n",
];

/// Adds the seeds of text.
pub(super) fn add(seeds: &mut Vec<Seed>) {
    let mut every = |target, texts: &[&str]| {
        for (number, text) in texts.iter().enumerate() {
            seeds.push((target, format!("{number:02}"), text.as_bytes().to_vec()));
        }
    };
    every("placeholder", PLACEHOLDERS);
    every("document", DOCUMENTS);
    every("template", TEMPLATES);
    every("yaml", &[YAML, TEMPLATES, DOCUMENTS].concat());
    every("timestamp", TIMESTAMPS);
    every("cron", CRONS);
    every("ndjson", LINES);
    let topics: Vec<_> = TOPICS
        .iter()
        .map(|topic| format!("{topic}\n$aws/things/+/jobs/#"))
        .collect();
    let topics: Vec<_> = topics.iter().map(String::as_str).collect();
    every("topic", &topics);
}

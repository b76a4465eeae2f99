//! The long help of `iot-jobs check`.

pub(super) const AFTER_HELP: &str = r#"Examples:
  Every job document of a repository, and one with values for its placeholders:
    iot-jobs check jobs/
    iot-jobs check --param command=reboot job-document.json
  A response from a file, and one from the AWS CLI:
    iot-jobs check --as DescribeJobResponse tests/fixtures/describe-job-response.json
    aws iot describe-job --job-id my-job | iot-jobs check --as DescribeJobResponse -
  A payload that was published to an MQTT topic, which determines its shape:
    iot-jobs check --topic '$aws/things/lamp/jobs/notify-next' payload.json
  A log with a payload on each line, the second of which is invalid:
    printf '%s\n' '{"jobId":"a"}' '{"jobId":7}' | iot-jobs check --as JobSummary --ndjson -
  How often each rule is violated, with jq; and annotations of the lines of a pull request:
    iot-jobs check --format json jobs/ | jq -r '.violations[]?.rule' | sort | uniq -c
    iot-jobs check --format github --deny warnings jobs/

Output:
  job.json: ok, Job with 1 unknown member
      The payload decodes and has no findings. Members that this version does not know are kept and are
      not findings; each is listed with its path:
    unknown member  newMember
  job.json: 1 error and 1 warning, document.StepsDocument (it has `steps` with an `action`)
      An error is refused by the service or a device; a warning may be accepted. In parentheses: the
      members by which the schema of a job document was detected; `document` is one of no known
      schema. The findings follow, errors first: rule, path of the value (`$` is the whole payload),
      file, line and column, and the message under the value; for an absent member, under the object
      that lacks it:
    error[command]: steps[0].action.input.command
     --> job.json:6:22
      |
    6 |           "command": "ls -l"
      |                      ^^^^^^^ …
      The rule `decode` means that a payload does not decode; it is not checked further. Long lines are
      cut, and queries of URLs are replaced with `*`.

With --format json one line for each input, either
  {"input":"FILE","shape":"Job","decoded":true,"value":…,"unknown":[{"path":…,"kind":"member"}],"violations":[
    {"path":…,"rule":…,"severity":"error","message":…,"line":…,"column":…}]}
  {"input":"FILE","shape":"Job","decoded":false,"error":{"path":…,"line":…,"column":…,"message":…}}
  where `value` is the canonical text, `kind` is "member" or "value", `severity` is "error" or
  "warning", and `input` is "FILE:LINE" with --ndjson. A job document that is JSON and does not decode
  has "violations" after "error" as well. Line and column are null for a finding about a --param.
  Files that cannot be read are reported on standard error only.

Exit codes:
  0  no input has an error
  1  an input has an error, or a warning with `--deny warnings`
  2  invalid usage, or a file that cannot be read (the other files are still checked)"#;

//! The long help of `iot-jobs check`.

pub(super) const AFTER_HELP: &str = r#"Examples:
  Every job document of a repository, and one with the values that a job gives it:
    iot-jobs check jobs/
    iot-jobs check --param command=reboot job-document.json
  A response that was saved, and one straight from the AWS CLI:
    iot-jobs check --as DescribeJobResponse tests/fixtures/describe-job-response.json
    aws iot describe-job --job-id my-job | iot-jobs check --as DescribeJobResponse -
  A payload that was published to an MQTT topic, which decides on its shape:
    iot-jobs check --topic '$aws/things/lamp/jobs/notify-next' payload.json
  A log with a payload on each line, of which the second is wrong:
    printf '%s\n' '{"jobId":"a"}' '{"jobId":7}' | iot-jobs check --as JobSummary --ndjson -
  The rules that job documents break, by jq, and findings that a pull request shows at their lines:
    iot-jobs check --format json jobs/ | jq -r '.violations[]?.rule' | sort | uniq -c
    iot-jobs check --format github --deny warnings jobs/

What the output means:
  job.json: ok, Job with 1 unknown member
      The payload decodes and nothing is wrong. Members that this version does not know are kept and
      are no failure; each follows with its path:
    unknown member  newMember
  job.json: 1 error and 1 warning, document.StepsDocument (it has `steps` with an `action`)
      What the service or a device refuses is an error; what they may accept is a warning. In brackets
      is what the schema of a job document shows by; `document` is one of no known schema. Each finding
      follows, errors first: the rule, the path of the value (`$` is the whole payload), file, line and
      column, and what is wrong under the value; of an absent member, under what should hold it:
    error[command]: steps[0].action.input.command
     --> job.json:6:22
      |
    6 |           "command": "ls -l"
      |                      ^^^^^^^ …
      The rule `decode` is about payloads that do not decode: they are not checked further. Long lines
      are cut, and queries of URLs are shown as `*`.

With --format json each input gives one line, either of
  {"input":"FILE","shape":"Job","decoded":true,"value":…,"unknown":[{"path":…,"kind":"member"}],"violations":[
    {"path":…,"rule":…,"severity":"error","message":…,"line":…,"column":…}]}
  {"input":"FILE","shape":"Job","decoded":false,"error":{"path":…,"line":…,"column":…,"message":…}}
  where `value` is the canonical text, `kind` is "member" or "value", `severity` is "error" or
  "warning", and with --ndjson `input` is "FILE:LINE". Job documents that do not decode have
  "violations" behind "error" all the same. Line and column are null where a finding is about a
  --param. Files that cannot be read are reported on standard error only.

Exit codes:
  0  no input has an error
  1  an input has one, or with `--deny warnings` a warning
  2  wrong usage, or a file that cannot be read (the others are still checked)"#;

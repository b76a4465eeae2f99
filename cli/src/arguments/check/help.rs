//! The long help of `iot-jobs check`.

pub(super) const AFTER_HELP: &str = r#"Examples:
  Every job document of a repository, and one with values for its placeholders:
    iot-jobs check --quiet --exclude node_modules .
    iot-jobs check --param command=reboot job-document.json
  The input of an operation, as in `aws iot create-job --cli-input-json`, with its job document and the
  parameters of a managed template; members that CreateJob does not have are errors:
    iot-jobs check --as CreateJob --deny unknown create-job.json
  CloudFormation templates in JSON and YAML, such as those of `cdk synth`; and an input in YAML:
    iot-jobs check cdk.out/ stack.yaml
    iot-jobs check --as CreateJob create-job.yaml
  A response from a file, and one from the AWS CLI:
    iot-jobs check --as DescribeJobResponse tests/fixtures/describe-job-response.json
    aws iot describe-job --job-id my-job | iot-jobs check --as DescribeJobResponse -
  A payload that was published to an MQTT topic, which determines its shape:
    iot-jobs check --topic '$aws/things/lamp/jobs/notify-next' payload.json
  A log with a payload on each line, the second of which is invalid:
    printf '%s\n' '{"jobId":"a"}' '{"jobId":7}' | iot-jobs check --as JobSummary --ndjson -
  The rule of a finding, with its reason and examples:
    iot-jobs explain retry-needs-timeout
  Schedules that are possible if the request is sent now; and without advice, or with advice as errors:
    iot-jobs check --as CreateJob --now create-job.json
    iot-jobs check --as CreateJob --no-advice create-job.json
    iot-jobs check --as CreateJob --deny advice create-job.json
  How often each rule is violated, with jq; and annotations of the lines of a pull request:
    iot-jobs check --format json jobs/ | jq -r '.violations[]?.rule' | sort | uniq -c
    iot-jobs check --format github --deny warnings jobs/

Output:
  job.json: ok, Job with 1 unknown member
      The payload decodes and has no errors and warnings; with --quiet it is not reported. Lines of a file
      (--ndjson) about which there is nothing to report are counted at its end. In payloads that the service
      or a device sends, members that this version does not know are kept and are information; each is
      listed with its path:
    unknown member  newMember
  job.json: 1 error and 1 warning, document.StepsDocument (it has `steps` with an `action`)
      An error is refused by the service or a device; a warning may be accepted. An unknown member
      (`unknown-member`), with the name that was probably meant, is
        - a warning in the input of an operation, in a device's request on an MQTT topic and in a job
          document of a known schema,
        - in an operation document, whose agents add members, a warning only if a known name is similar,
        - information in other payloads, and
        - an error in all of these with `--deny unknown`.
      Advice is about what is accepted and makes a job risky to run, such as a job without a timeout; it is
      given on inputs that create jobs and templates and on job documents. `--deny warnings` does not make it
      an error; `--deny advice` does.
      Unknown values of enums are warnings: `--deny warnings`. Names that start with `_` are comments of
      a job document. In parentheses: the members by which the schema of a job document was detected;
      `document` means that it has no known schema, so that only its syntax, size and placeholders were
      checked. If such an input is surely a request, response or message, a hint has the command to check
      it with. The findings follow, errors first: rule, path of the value (`$` is the whole payload),
      file, line and column, and the message under the value; for an absent member, under the object
      that lacks it, and for an unknown member, under its name:
    error[command]: steps[0].action.input.command
     --> job.json:6:22
      |
    6 |           "command": "ls -l"
      |                      ^^^^^^^ …
      The rule `decode` means that a payload does not decode; its rules between members are then not checked,
      and nothing is of text that is not JSON. Long lines are cut, and queries of URLs are replaced with `*`.
      A summary follows more than one input. If an input has more than 1000 findings (or --max-findings),
      the number of the others is shown at the end.
  error[form]: document → steps[0].action.name
      A job document in a payload is checked by its schema, with the `documentParameters` of the request
      in place of its placeholders. The path after `→` is inside the text of the string; line and column
      are those of the file. If `jobTemplateArn` names a template of AWS, its parameters are checked.
  error[unknown-member]: Resources.Reboot.Properties.jobTemplateId
      In a template, an input with `Resources` or with `--as CloudFormationTemplate`, the properties of
      AWS::IoT::Job and AWS::IoT::JobTemplate and the IotJobConfiguration of AWS::GreengrassV2::Deployment are
      checked like inputs of the operations; unknown properties are errors, since the deployment fails.
      Results of functions (`Ref`, `Fn::GetAtt`, `!If` …) are not checked, and nothing is reported that
      depends on them. A path contains the functions on its way: `TimeoutConfig.Fn::If[1]`.

A file is YAML if its name ends in .yaml or .yml, and standard input and .template files if they start like
YAML. It has one document, of at most 127 levels; its aliases add at most 1 MiB. Line and column are those of
the YAML, also in documents of block scalars (`Document: |`).

With --format json one line for each input, either
  {"input":"FILE","shape":"Job","decoded":true,"value":…,"unknown":[{"path":…,"kind":"member"}],"violations":[
    {"path":…,"rule":…,"severity":"error","message":…,"suggestion":…,"line":…,"column":…}]}
  {"input":"FILE","shape":"Job","decoded":false,"error":{"path":…,"line":…,"column":…,"message":…}}
  where `value` is the canonical text, `kind` is "member" or "value", `severity` is "error", "warning",
  "advice" or "information", `suggestion` is there if a known name or value is similar, and `input` is
  "FILE:LINE" with --ndjson. "looksLike" before "decoded" is the shape that a job document of no known
  schema surely is. An input that is JSON and does not decode has "violations" after "error" if there are
  any; for a job document, "error" is one of the "violations", too. Line and column are null for a finding
  about a --param. With more findings than --max-findings, "omittedViolations" after "violations" and
  "omittedUnknown" after "unknown" are the numbers of the others. `##` is written `#\u0023`, since CI
  runners execute `##[`. SARIF has advice and information as `note`, GitHub as `notice`.
  Files that cannot be read are reported on standard error only.

Exit codes:
  0  no input has an error
  1  an input has an error, or what --deny makes one
  2  invalid usage, or a file that cannot be read (the other files are still checked)"#;

//! CloudFormation templates in JSON and YAML.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test helper; clippy only exempts the bodies of tests"
)]

use serde_json::Value;

use crate::run::{files, run_in, run_on};

mod valid;
mod wrong;

/// The findings of a template on standard input: severity, rule, path, line and column, and the text at that
/// position.
fn findings(template: &str) -> Vec<String> {
    let run = run_on(template, &["check", "--no-advice", "--format=json", "-"]);
    let row: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(row["shape"], "CloudFormationTemplate", "{template}\n{row}");
    let violations = row["violations"].as_array();
    let lines = violations.into_iter().flatten().map(|it| {
        let text = |name: &str| it[name].as_str().unwrap();
        let number = |name: &str| usize::try_from(it[name].as_u64().unwrap()).unwrap();
        let (line, column) = (number("line"), number("column"));
        let source = template.lines().nth(line - 1).unwrap();
        let at: String = source.chars().skip(column - 1).take(6).collect();
        let path = text("path").replace("Resources.R.Properties.", "");
        format!(
            "{} {} {path} {line}:{column} {at}",
            text("severity"),
            text("rule")
        )
    });
    lines.collect()
}

/// A template with one resource, in YAML.
fn yaml(kind: &str, properties: &str) -> String {
    let lines = properties.lines().map(|line| match line {
        "" => "\n".to_owned(),
        _ => format!("      {line}\n"),
    });
    let properties: String = lines.collect();
    format!("Resources:\n  R:\n    Type: {kind}\n    Properties:\n{properties}")
}

const STACK: &str = r"AWSTemplateFormatVersion: 2010-09-09
Resources:
  Reboot:
    Type: AWS::IoT::JobTemplate
    Properties:
      JobTemplateId: !Sub ${AWS::StackName}-reboot
      Description: Reboots a device
      JobExecutionsRolloutConfig:
        maximumPerMinute: 50
      Document: !Sub |
        {
          'operation': '${Operation}',
          'args': 'now'
        }
";

#[test]
fn every_format_shows_the_position_in_the_yaml() {
    let stack = STACK.replace('\'', "\"");
    let directory = files("templates-formats", &[("stack.yaml", &stack)]);
    let check = |format| {
        let run = run_in(
            &directory,
            &["check", "--no-advice", "stack.yaml", "--format", format],
        );
        assert_eq!((run.stderr.as_str(), run.code), ("", Some(1)));
        run.stdout
    };
    assert_eq!(
        check("human"),
        r#"stack.yaml: 2 errors, CloudFormationTemplate
error[unknown-member]: Resources.Reboot.Properties.JobExecutionsRolloutConfig.maximumPerMinute
 --> stack.yaml:9:9
  |
9 |         maximumPerMinute: 50
  |         ^^^^^^^^^^^^^^^^ JobExecutionsRolloutConfig of AWS::IoT::JobTemplate has no such property; did you mean `MaximumPerMinute`?

error[form]: Resources.Reboot.Properties.Document.Fn::Sub → args
  --> stack.yaml:13:19
   |
13 |           "args": "now"
   |                   ^^^^^ expected an array, found string "now"

"#
    );
    let github: Vec<_> = check("github")
        .lines()
        .map(|line| line.split("::").nth(1).unwrap().to_owned())
        .collect();
    assert_eq!(
        github,
        [
            "error file=stack.yaml,line=9,col=9,title=iot-jobs unknown-member",
            "error file=stack.yaml,line=13,col=19,title=iot-jobs form",
        ]
    );
    let log: Value = serde_json::from_str(&check("sarif")).unwrap();
    let region = &log["runs"][0]["results"][1]["locations"][0]["physicalLocation"]["region"];
    assert_eq!(
        region,
        &serde_json::json!({"startLine": 13, "startColumn": 19, "endColumn": 24})
    );
    let row: Value = serde_json::from_str(&check("json")).unwrap();
    assert_eq!(row["violations"][1]["line"], 13);
    // Functions are those of JSON.
    let id = &row["value"]["Resources"]["Reboot"]["Properties"]["JobTemplateId"];
    assert_eq!(
        id,
        &serde_json::json!({"Fn::Sub": "${AWS::StackName}-reboot"})
    );
}

#[test]
fn directories_have_templates_in_json_and_yaml() {
    let json = r#"{"Resources": {"A": {"Type": "AWS::IoT::Job", "Properties": {"jobId": "j"}}}}"#;
    let yaml = "Resources:\n  A:\n    Type: AWS::IoT::Thing\n";
    let directory = files(
        "templates-directory",
        &[
            ("a.template.json", json),
            ("b.template", json),
            ("c.template", yaml),
            ("d.yaml", yaml),
            ("e.YML", yaml),
            ("f.yml", "jobs: [1]\n"),
            ("tree.json", r#"{"version": "tree-0.1", "tree": {}}"#),
            ("notes.md", "-"),
        ],
    );
    let run = run_in(&directory, &["check", "--no-advice", "--format=json", "."]);
    let found: Vec<_> = run
        .stdout
        .lines()
        .map(|line| {
            let row: Value = serde_json::from_str(line).unwrap();
            let count = row["violations"].as_array().map_or(0, Vec::len);
            format!(
                "{} {} {count}",
                row["input"].as_str().unwrap(),
                row["shape"].as_str().unwrap()
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            "./a.template.json CloudFormationTemplate 3",
            "./b.template CloudFormationTemplate 3",
            "./c.template CloudFormationTemplate 0",
            "./d.yaml CloudFormationTemplate 0",
            "./e.YML CloudFormationTemplate 0",
            "./f.yml document 0",
            "./tree.json document 0",
        ]
    );
    assert_eq!(run.code, Some(1));
}

/// The other files of `cdk synth` would be documents that are too large.
#[test]
fn only_templates_of_a_cloud_assembly_are_read() {
    let template = r#"{"Resources": {"A": {"Type": "AWS::IoT::Thing"}}}"#;
    let tree = format!("{{\"tree\": \"{}\"}}", "t".repeat(1 << 16));
    let directory = files(
        "templates-assembly",
        &[
            ("cdk.out", r#"{"version": "36.0.0"}"#),
            ("A.template.json", template),
            ("A.assets.json", "{}"),
            ("manifest.json", "{}"),
            ("tree.json", &tree),
        ],
    );
    for (folder, file) in [
        ("assembly-B", "B.template.json"),
        ("asset.c", "package.json"),
    ] {
        std::fs::create_dir(directory.join(folder)).unwrap();
        std::fs::write(directory.join(folder).join(file), template).unwrap();
    }
    std::fs::write(directory.join("assembly-B/cdk.out"), "{}").unwrap();
    // The directory of an assembly often has this name, too, and is in that of the program.
    let program = directory.join("cdk.out.program");
    std::fs::create_dir_all(program.join("cdk.out")).unwrap();
    std::fs::write(program.join("job.json"), r#"{"operation": "reboot"}"#).unwrap();
    std::fs::copy(directory.join("cdk.out"), program.join("cdk.out/cdk.out")).unwrap();
    let run = run_in(&program, &["check", "--no-advice", "."]);
    assert_eq!(
        run.stdout,
        "./job.json: ok, document.OperationDocument (it has `operation` and no `version`)\n"
    );
    let run = run_in(&directory, &["check", "--no-advice", "."]);
    assert_eq!(
        run.stdout,
        "./A.template.json: ok, CloudFormationTemplate\n\
         ./assembly-B/B.template.json: ok, CloudFormationTemplate\n\
         2 inputs: 2 ok\n"
    );
}

#[test]
fn a_template_can_be_named() {
    for (input, arguments, code, shape) in [
        (
            r#"{"Resources": {}}"#,
            &["--as=CloudFormationTemplate"][..],
            0,
            "CloudFormationTemplate",
        ),
        (
            "{}",
            &["--as=cloudformationtemplate"],
            1,
            "CloudFormationTemplate",
        ),
        ("{}", &[], 0, "document"),
        (
            "{]",
            &["--as=CloudFormationTemplate"],
            1,
            "CloudFormationTemplate",
        ),
        (
            "a: [",
            &["--as=CloudFormationTemplate"],
            1,
            "CloudFormationTemplate",
        ),
    ] {
        let arguments: Vec<_> = ["check", "--format=json"]
            .iter()
            .chain(arguments)
            .chain(&["-"])
            .copied()
            .collect();
        let run = run_on(input, &arguments);
        let row: Value = serde_json::from_str(&run.stdout).unwrap();
        assert_eq!(
            (run.code, &row["shape"]),
            (Some(code), &Value::from(shape)),
            "{input}"
        );
    }
    let run = run_on("{}", &["fmt", "--as=CloudFormationTemplate", "-"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("not templates"), "{}", run.stderr);
}

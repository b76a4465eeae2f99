//! Names and texts that a CI runner would execute as commands in a log.

use crate::run::{files, run_in, run_on};

/// A document with a finding.
const OPERATION: &str = r###"{"operation": "x", "args": ["##[error]a", 7]}"###;

#[cfg(unix)]
#[test]
fn names_of_files_are_not_executed() {
    for (number, name, shown) in [
        (0, "::error ::x", "./::error ::x"),
        (1, " \t::set-output name=a::b", "./  ::set-output name=a::b"),
        (2, "\u{a0}::stop-commands::x", "./\u{a0}::stop-commands::x"),
        (3, "a\n::error::x", "a␊::error::x"),
        (4, "##[error]x", "\u{fffd}#[error]x"),
        (
            5,
            "a##vso[task.setvariable]x",
            "a\u{fffd}#vso[task.setvariable]x",
        ),
    ] {
        let directory = files(&format!("workflow-commands-{number}"), &[(name, OPERATION)]);
        let run = run_in(&directory, &["check", name]);
        assert!(
            run.stdout.starts_with(&format!("{shown}: 1 error, ")),
            "{}",
            run.stdout
        );
        assert_no_commands(&run.stdout);
        let run = run_in(&directory, &["check", "--format", "github", name]);
        assert!(run.stdout.starts_with("::error file="), "{}", run.stdout);
        assert_eq!(run.stdout.lines().count(), 1, "{}", run.stdout);
        let missing = run_in(&directory, &["check", &format!("{name}.missing"), "."]);
        assert_no_commands(&missing.stderr);
        assert_eq!(missing.code, Some(2));
    }
}

#[test]
fn json_escapes_the_start_of_a_command() {
    let value = "##[error]a ##vso[task.x]b ::error::c";
    let input = format!(r#"{{"status": "{value}", "{value}": "{value}"}}"#);
    for format in ["json", "sarif"] {
        let run = run_on(&input, &["check", "--as=Job", "--format", format, "-"]);
        assert_no_commands(&run.stdout);
        // The same JSON.
        let json: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        let text = match format {
            "json" => &json["value"]["status"],
            _ => {
                &json["runs"][0]["results"][1]["locations"][0]["logicalLocations"][0]["fullyQualifiedName"]
            }
        };
        assert!(text.as_str().unwrap().contains(value), "{text}");
    }
}

#[test]
fn a_topic_is_not_executed() {
    let run = run_on("", &["topic", "::error::x/y"]);
    assert_eq!(run.code, Some(1));
    assert_no_commands(&run.stdout);
}

/// No line is a workflow command, of either syntax.
fn assert_no_commands(output: &str) {
    for line in output.lines() {
        assert!(!line.trim_start().starts_with("::"), "{output}");
        assert!(
            !line.contains("##[") && !line.contains("##vso["),
            "{output}"
        );
    }
}

#[test]
fn standard_input_has_no_file() {
    let run = run_on(OPERATION, &["check", "--format", "github", "-"]);
    assert_eq!(
        run.stdout,
        "::error line=1,col=43,title=iot-jobs form::args[1]: expected a string, found number 7\n"
    );
    let run = run_on("{", &["check", "--format=github", "--max-findings=0", "-"]);
    assert_eq!(
        run.stdout,
        "::notice title=iot-jobs::1 finding is not shown; --max-findings raises the limit\n"
    );
}

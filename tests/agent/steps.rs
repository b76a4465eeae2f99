//! The worker of `examples/steps_worker.rs`: documents of steps as processes.

#[path = "steps/device.rs"]
mod device;
#[path = "../../examples/steps_worker/handlers.rs"]
mod handlers;
#[path = "../../examples/steps_worker/plan.rs"]
mod plan;
#[path = "../../examples/steps_worker/process.rs"]
mod process;
#[path = "../../examples/device_agent/report.rs"]
mod report;
#[path = "../../examples/steps_worker/run.rs"]
mod run;
#[path = "../../examples/steps_worker/tail.rs"]
mod tail;
#[path = "../../examples/steps_worker/worker.rs"]
mod worker;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::AtomicBool,
    thread,
    time::Duration,
};

use iot_jobs::codec;
use serde_json::{Value, json};

use self::{
    device::{Test, folder},
    handlers::Handlers,
    plan::Device,
};
use crate::script::P;

fn command(name: &str, script: &str) -> Value {
    let script = script.replace(',', r"\,");
    json!({"action": {"name": name, "type": "runCommand", "input": {"command": format!("sh,-c,{script}")}}})
}

fn handler(name: &str, path: &str) -> Value {
    json!({"action": {"name": "H", "type": "runHandler", "runAsUser": "u",
        "input": {"handler": name, "path": path, "args": ["a b"]}}})
}

fn document(steps: &[Value]) -> Value {
    json!({"version": "1.0", "includeStdOut": "true", "steps": steps})
}

/// A command with a member of its action.
fn with(mut step: Value, member: &str, value: Value) -> Value {
    step["action"][member] = value;
    step
}

#[test]
fn documents_end_as_their_steps_do() {
    let error_lines = "echo a >&2; echo b >&2";
    let final_step = |first: &str| {
        let mut document = document(&[command("A", first)]);
        document["finalStep"] = command("Last", "echo last");
        document
    };
    let table = [
        (
            "all",
            document(&[
                command("A", "echo one; echo two"),
                command("B", "echo three"),
            ]),
            "SUCCEEDED",
            json!({"step": "B", "stepsDone": "2", "stdout": "three"}),
        ),
        (
            "fails",
            document(&[command("A", "echo no >&2; exit 3"), command("B", "true")]),
            "FAILED",
            json!({"step": "A", "stderr": "no", "reason": "exit status: 3"}),
        ),
        (
            "ignored",
            document(&[
                with(command("A", "exit 3"), "ignoreStepFailure", json!("true")),
                command("B", "true"),
            ]),
            "SUCCEEDED",
            json!({"step": "B", "stepsDone": "2"}),
        ),
        (
            "few-errors",
            document(&[with(command("A", error_lines), "allowStdErr", json!(2))]),
            "SUCCEEDED",
            json!({"step": "A", "stepsDone": "1", "stderr": "a b"}),
        ),
        (
            "many-errors",
            document(&[with(command("A", error_lines), "allowStdErr", json!("1"))]),
            "FAILED",
            json!({"step": "A", "stderr": "a b", "reason": "2 lines on standard error, 1 are allowed"}),
        ),
        (
            "characters",
            document(&[command(
                "A\u{200d} \n\u{1}b",
                "printf 'x\\ty\\n\\342\\200\\215z'",
            )]),
            "SUCCEEDED",
            json!({"step": "A b", "stepsDone": "1", "stdout": "x y z"}),
        ),
        (
            "final",
            final_step("true"),
            "SUCCEEDED",
            json!({"step": "Last", "stepsDone": "2", "stdout": "last"}),
        ),
        (
            "no-final",
            final_step("exit 1"),
            "FAILED",
            json!({"step": "A", "reason": "exit status: 1"}),
        ),
        (
            "no-program",
            document(&[
                json!({"action": {"name": "A", "type": "runCommand", "input": {"command": "/no/program"}}}),
            ]),
            "FAILED",
            json!({"step": "A", "reason": "No such file or directory (os error 2)"}),
        ),
        (
            "handler",
            document(&[handler("ok.sh", "default")]),
            "SUCCEEDED",
            json!({"step": "H", "stepsDone": "1", "stdout": "handler [u] [a b]"}),
        ),
        (
            "sub",
            document(&[handler("ok.sh", "sub")]),
            "SUCCEEDED",
            json!({"step": "H", "stepsDone": "1", "stdout": "handler [u] [a b]"}),
        ),
    ];
    for (name, document, status, details) in table {
        let (found, found_details, _) = Test::new(name, &document).run();
        assert_eq!((found.as_str(), found_details), (status, details), "{name}");
    }
}

#[test]
fn documents_that_the_device_cannot_run_are_rejected() {
    let mut unmet = document(&[command("A", "true")]);
    unmet["conditions"] = json!([{"key": "operatingSystem", "value": ["TempleOS"]}]);
    for (name, document, reason) in [
        (
            "unmet",
            unmet,
            "the condition on operatingSystem is not met",
        ),
        (
            "placeholder",
            document(&[with(
                command("A", "true"),
                "allowStdErr",
                json!("${aws:iot:parameter:n}"),
            )]),
            "a placeholder was not substituted",
        ),
    ] {
        let (status, details, _) = Test::new(name, &document).run();
        assert_eq!(
            (status.as_str(), details),
            ("REJECTED", json!({"reason": reason})),
            "{name}"
        );
    }
}

#[test]
fn handlers_outside_of_the_folder_or_that_others_may_change_are_refused() {
    for (handler_name, path, reason) in [
        (
            "../outside.sh",
            "",
            "handler ../outside.sh: it is not in the handler folder",
        ),
        (
            "outside.sh",
            "..",
            "handler outside.sh: it is not in the handler folder",
        ),
        ("sh", "/bin", "handler sh: it is not in the handler folder"),
        (
            "/bin/sh",
            "",
            "handler /bin/sh: it is not in the handler folder",
        ),
        (
            "link.sh",
            "",
            "handler link.sh: it is not in the handler folder",
        ),
        (
            "none.sh",
            "",
            "handler none.sh: No such file or directory (os error 2)",
        ),
        (
            "text.sh",
            "",
            "handler text.sh: it is not an executable file",
        ),
        ("sub", "", "handler sub: it is not an executable file"),
        ("group.sh", "", "FOLDER/group.sh: other users may change it"),
        ("ok.sh", "open", "FOLDER/open: other users may change it"),
    ] {
        // No step runs before the refusal.
        let steps = [command("A", "echo ran"), handler(handler_name, path)];
        let (status, details, folder) = Test::new("refused", &document(&steps)).run();
        let folder = fs::canonicalize(folder).unwrap();
        let reason = reason.replace("FOLDER", folder.to_str().unwrap());
        assert_eq!(
            (status.as_str(), details),
            ("REJECTED", json!({"reason": reason}))
        );
    }
}

#[test]
fn commands_of_other_users_run_through_sudo() {
    let device = Device::new(Handlers::new(folder("sudo")).unwrap());
    for (user, tokens) in [
        (
            "u",
            &["sudo", "-n", "-u", "u", "--", "sh", "-c", "true"][..],
        ),
        ("", &["sh", "-c", "true"]),
    ] {
        let step = with(command("A", "true"), "runAsUser", json!(user));
        let document = document(&[step]).to_string();
        let plan = device.plan(&codec::from_str(&document).unwrap());
        assert_eq!(plan.unwrap().steps[0].tokens, tokens);
    }
}

#[test]
fn a_step_that_takes_too_long_is_ended() {
    let steps = [
        command("A", "sleep 60 & echo x; wait"),
        command("B", "true"),
    ];
    let timeout = Duration::from_millis(700);
    let test = Test::start(folder("too-long"), &document(&steps), None, timeout);
    let (status, details, _) = test.run();
    let expected = json!({"step": "A", "stdout": "x", "reason": "it took too long"});
    assert_eq!((status.as_str(), details), ("FAILED", expected));
}

/// A file in which a test's steps write.
fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("steps")
        .join(name)
}

#[test]
fn a_canceled_execution_is_stopped_with_its_processes() {
    let written = file("canceled/written");
    // A process in the background, which would go on if only its parent were ended.
    let script = format!(
        "(while :; do touch {}; sleep 0.02; done) & wait",
        written.display()
    );
    let steps = [
        command("A", "true"),
        command("B", &script),
        command("C", "true"),
    ];
    let mut test = Test::new("canceled", &document(&steps));
    test.poll_until("the second step", |test| {
        test.updates.len() == 2 && written.exists()
    });
    test.status = "CANCELED";
    let topic = format!("{P}notify-next");
    test.agent.message(test.started.elapsed(), &topic, b"{}");
    test.poll_until("the stop", |test| test.is_stopped);
    thread::sleep(Duration::from_millis(200));
    fs::remove_file(&written).unwrap();
    thread::sleep(Duration::from_millis(200));
    assert!(!written.exists());
    test.poll();
    assert_eq!(test.updates.len(), 2, "{:?}", test.updates);
}

#[test]
fn the_processes_of_a_stopped_step_have_time_to_end_themselves() {
    let ended = file("grace/ended");
    // The process in the background ends after its parent.
    let script = format!(
        "(trap 'sleep 0.2; touch {}; exit' TERM; while :; do sleep 0.02; done) & wait",
        ended.display()
    );
    let timeout = Duration::from_millis(700);
    let test = Test::start(
        folder("grace"),
        &document(&[command("A", &script)]),
        None,
        timeout,
    );
    let (status, ..) = test.run();
    assert_eq!((status.as_str(), ended.exists()), ("FAILED", true));
}

#[test]
fn no_step_begins_after_a_stop() {
    let begun = file("stopped/begun");
    let device = Device::new(Handlers::new(folder("stopped")).unwrap());
    let script = format!("touch {}", begun.display());
    let document = document(&[command("A", &script)]).to_string();
    let plan = device.plan(&codec::from_str(&document).unwrap()).unwrap();
    let mut reports = Vec::new();
    run::Run {
        plan: &plan,
        done: 0,
        timeout: Duration::from_secs(20),
        is_stopped: &AtomicBool::new(true),
    }
    .steps(|report| reports.push(report));
    assert_eq!((reports, begun.exists()), (vec![], false));
}

#[test]
fn a_restart_continues_with_the_step_that_it_interrupted() {
    let (first, second) = (file("restart/first"), file("restart/second"));
    let steps = [
        command("A", &format!("echo A >> {}", first.display())),
        command(
            "B",
            &format!(
                "echo B >> {}; test $(wc -l < {}) = 2 || sleep 5",
                second.display(),
                second.display()
            ),
        ),
    ];
    let document = document(&steps);
    let mut test = Test::new("restart", &document);
    test.poll_until("the second step", |test| {
        test.updates.len() == 2 && second.exists()
    });
    let state = codec::from_str(&test.stored).unwrap();
    assert!(
        test.stored.contains(r#""checkpoint":"1""#),
        "{}",
        test.stored
    );
    let mut test = Test::start(test.folder, &document, Some(state), Duration::from_secs(20));
    test.updates.push(("IN_PROGRESS".to_owned(), Value::Null));
    let (status, details, _) = test.run();
    assert_eq!(
        (status.as_str(), details),
        ("SUCCEEDED", json!({"step": "B", "stepsDone": "2"}))
    );
    assert_eq!(fs::read_to_string(first).unwrap(), "A\n");
    assert_eq!(fs::read_to_string(second).unwrap(), "B\nB\n");
}

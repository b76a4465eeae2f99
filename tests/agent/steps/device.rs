//! A device that runs one execution with the worker, and a service that answers it.

use std::{
    fs,
    os::unix::fs::{PermissionsExt, symlink},
    path::{Path, PathBuf},
    process::Command,
    thread,
    time::{Duration, Instant},
};

use iot_jobs::{
    codec,
    device::agent::{Agent, Output, State},
};
use serde_json::{Value, json};

use super::{handlers::Handlers, plan::Device, worker::Worker};
use crate::script::config;

/// A folder with handlers: `ok.sh` in it and in `sub`, `group.sh` that a group may change, `text.sh` that is not executable,
/// and a link to a program outside.
pub(super) fn folder(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("steps")
        .join(name);
    let _ = fs::remove_dir_all(&root);
    let (folder, script) = (root.join("handlers"), root.join("script"));
    fs::create_dir_all(&root).unwrap();
    fs::write(&script, "#!/bin/sh\necho \"handler [$1] [$2]\"\n").unwrap();
    for (file, mode) in [
        ("handlers/ok.sh", 0o700),
        ("handlers/sub/ok.sh", 0o755),
        ("handlers/open/ok.sh", 0o755),
        ("handlers/group.sh", 0o770),
        ("handlers/text.sh", 0o600),
        ("outside.sh", 0o700),
    ] {
        let file = root.join(file);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        // By another process: a file cannot be run while a process that this one has just forked has it open for writing.
        let copied = Command::new("cp").arg(&script).arg(&file).status();
        assert!(copied.unwrap().success());
        fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
    }
    for (folder, mode) in [("", 0o755), ("sub", 0o755), ("open", 0o777)] {
        let permissions = fs::Permissions::from_mode(mode);
        fs::set_permissions(root.join("handlers").join(folder), permissions).unwrap();
    }
    symlink(root.join("outside.sh"), folder.join("link.sh")).unwrap();
    folder
}

/// An agent that runs one execution with the worker, and answers its requests.
pub(super) struct Test {
    pub(super) agent: Agent,
    worker: Worker,
    pub(super) folder: PathBuf,
    pub(super) started: Instant,
    /// The state and the details of each update.
    pub(super) updates: Vec<(String, Value)>,
    pub(super) stored: String,
    /// The state of the execution when it is described.
    pub(super) status: &'static str,
    pub(super) is_stopped: bool,
    document: Value,
}

impl Test {
    pub(super) fn new(name: &str, document: &Value) -> Self {
        Self::start(folder(name), document, None, Duration::from_secs(20))
    }

    pub(super) fn start(
        folder: PathBuf,
        document: &Value,
        state: Option<State>,
        timeout: Duration,
    ) -> Self {
        let device = Device::new(Handlers::new(&folder).unwrap());
        let mut test = Self {
            agent: Agent::new(config(), state),
            worker: Worker::new(device, timeout),
            folder,
            started: Instant::now(),
            updates: Vec::new(),
            stored: String::new(),
            status: "IN_PROGRESS",
            is_stopped: false,
            document: document.clone(),
        };
        test.agent.connected(Duration::ZERO);
        test.agent.subscribed(Duration::ZERO);
        test.poll();
        test
    }

    pub(super) fn poll(&mut self) {
        let now = self.started.elapsed();
        self.worker.report(&mut self.agent, now).unwrap();
        self.agent.time(now);
        while let Some(output) = self.agent.poll_output() {
            self.worker.perform(&output);
            match output {
                Output::Publish(publish) => self.answer(&publish.topic, &publish.payload),
                Output::Store(state) => self.stored = codec::to_string(&state).unwrap(),
                Output::Stop(..) => self.is_stopped = true,
                Output::Problem(problem) => panic!("{problem}"),
                _ => {}
            }
        }
    }

    fn answer(&mut self, topic: &str, payload: &[u8]) {
        let request: Value = serde_json::from_slice(payload).unwrap();
        let mut accepted = json!({});
        if topic.ends_with("/update") {
            let status = request["status"].as_str().unwrap().to_owned();
            self.updates
                .push((status, request["statusDetails"].clone()));
            let version = 1 + self.updates.len();
            accepted =
                json!({"executionState": {"status": request["status"], "versionNumber": version}});
        } else if topic.ends_with("/j/get") || self.updates.is_empty() {
            let is_next = topic.ends_with("/$next/get");
            let (status, version) = if is_next {
                ("QUEUED", 1)
            } else {
                (self.status, 2)
            };
            let execution = json!({
                "jobId": "j", "executionNumber": 1, "versionNumber": version, "status": status, "queuedAt": 100,
                "jobDocument": self.document,
            });
            accepted = json!({"execution": execution});
        }
        accepted["clientToken"] = request["clientToken"].clone();
        let payload = accepted.to_string();
        let now = self.started.elapsed();
        self.agent
            .message(now, &format!("{topic}/accepted"), payload.as_bytes());
    }

    pub(super) fn poll_until(&mut self, what: &str, holds: impl Fn(&Self) -> bool) {
        let started = Instant::now();
        while !holds(self) {
            assert!(
                started.elapsed() < Duration::from_secs(30),
                "{what}: {:?}",
                self.updates
            );
            thread::sleep(Duration::from_millis(5));
            self.poll();
        }
    }

    /// Runs the document, and returns the last update.
    pub(super) fn run(mut self) -> (String, Value, PathBuf) {
        self.poll_until("the end", |test| {
            test.updates
                .last()
                .is_some_and(|(status, _)| status != "IN_PROGRESS")
        });
        let (status, details) = self.updates.pop().unwrap();
        (status, details, self.folder)
    }
}

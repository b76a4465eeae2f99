//! A simulated service for one thing: states, versions, numbers of executions and refusals as documented.

use std::collections::BTreeMap;

use iot_jobs::device::topic::{Call, JobOrNext, Topic};
use serde_json::{Map, Value, json};

pub(crate) const THING: &str = "lamp";
const EPOCH: u64 = 1_700_000_000;

/// An execution, which its document names by `uid`.
#[derive(Clone, Debug)]
pub(crate) struct Execution {
    pub(crate) uid: u64,
    pub(crate) job: String,
    pub(crate) number: u64,
    pub(crate) status: &'static str,
    pub(crate) version: u64,
    pub(crate) queued_at: u64,
    pub(crate) details: Option<Value>,
    pub(crate) is_reboot: bool,
    /// Whether the service, not a device, ended it.
    pub(crate) ended_by_service: bool,
    /// Whether it took a report about an earlier execution of the job, which nothing in the report shows.
    pub(crate) mistaken: bool,
}

/// A topic and a payload.
pub(crate) type Message = (String, Value);

/// What the service refuses for a while, whatever the request.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Refusals {
    pub(crate) code: Option<&'static str>,
    /// Whether error responses lack the state of the execution.
    pub(crate) without_state: bool,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Service {
    pub(crate) now: u64,
    /// Those of the job that exist now; the last number is the current one.
    pub(crate) executions: BTreeMap<(String, u64), Execution>,
    /// Executions whose job was deleted.
    pub(crate) deleted: Vec<Execution>,
    next_uid: u64,
    pub(crate) refusals: Refusals,
}

pub(crate) fn is_terminal(status: &str) -> bool {
    !matches!(status, "QUEUED" | "IN_PROGRESS")
}

impl Service {
    fn seconds(&self) -> u64 {
        EPOCH + self.now / 1000
    }

    pub(crate) fn create(&mut self, job: &str, is_reboot: bool) -> Vec<Message> {
        if self.executions.keys().any(|(known, _)| known == job) {
            return Vec::new();
        }
        self.queue(job, 1, is_reboot);
        self.notifications()
    }

    fn queue(&mut self, job: &str, number: u64, is_reboot: bool) {
        self.next_uid += 1;
        let execution = Execution {
            uid: self.next_uid,
            job: job.to_owned(),
            number,
            status: "QUEUED",
            version: 1,
            queued_at: self.seconds(),
            details: None,
            is_reboot,
            ended_by_service: false,
            mistaken: false,
        };
        self.executions.insert((job.to_owned(), number), execution);
    }

    pub(crate) fn delete(&mut self, job: &str) -> Vec<Message> {
        let kept = std::mem::take(&mut self.executions);
        let (deleted, kept) = kept.into_iter().partition(|((of, _), _)| of == job);
        self.executions = kept;
        let deleted: BTreeMap<_, _> = deleted;
        self.deleted.extend(deleted.into_values());
        self.notifications()
    }

    /// Ends the execution of a job that is not over, with the exception of queued ones that time out.
    pub(crate) fn end(&mut self, job: &str, status: &'static str) -> Vec<Message> {
        let pending = self
            .executions
            .values_mut()
            .find(|execution| execution.job == job && !is_terminal(execution.status));
        let Some(execution) = pending else {
            return Vec::new();
        };
        let times_out = status == "TIMED_OUT";
        if times_out && execution.status == "QUEUED" {
            return Vec::new();
        }
        execution.status = status;
        execution.version += 1;
        execution.ended_by_service = true;
        let (number, is_reboot) = (execution.number, execution.is_reboot);
        if times_out && number < 3 {
            self.queue(job, number + 1, is_reboot);
        }
        self.notifications()
    }

    /// An operator updates an execution in progress.
    pub(crate) fn touch(&mut self, job: &str) {
        for execution in self.executions.values_mut() {
            if execution.job == job && execution.status == "IN_PROGRESS" {
                execution.version += 1;
            }
        }
    }

    fn pending(&self) -> Vec<&Execution> {
        let executions = self.executions.values();
        let mut pending: Vec<_> = executions.filter(|it| !is_terminal(it.status)).collect();
        pending.sort_by_key(|it| (it.status == "QUEUED", it.queued_at, it.uid));
        pending
    }

    fn next(&self) -> Option<&Execution> {
        self.pending().into_iter().next()
    }

    fn notifications(&self) -> Vec<Message> {
        let mut jobs = Map::new();
        for execution in self.pending().into_iter().take(10) {
            let list = jobs.entry(execution.status).or_insert_with(|| json!([]));
            list.as_array_mut().unwrap().push(summary(execution));
        }
        let mut next = json!({"timestamp": self.seconds()});
        if let Some(execution) = self.next() {
            next["execution"] = describe(execution);
        }
        let topic = |word| format!("$aws/things/{THING}/jobs/{word}");
        let list = json!({"timestamp": self.seconds(), "jobs": jobs});
        vec![(topic("notify"), list), (topic("notify-next"), next)]
    }

    /// The responses and notifications after a request.
    pub(crate) fn request(&mut self, topic: &str, payload: &[u8]) -> Vec<Message> {
        let parsed = Topic::parse(topic).expect("a valid topic");
        let Topic::Request(call) = parsed else {
            panic!("{topic} is not a request");
        };
        let request: Value = serde_json::from_slice(payload).expect("JSON");
        let token = request["clientToken"].clone();
        let answer = match self.refusals.code {
            Some(code) => Err(json!({"code": code})),
            None => self.call(&call, &request),
        };
        let (word, mut body, more) = match answer {
            Ok((body, more)) => ("accepted", body, more),
            Err(body) => ("rejected", body, Vec::new()),
        };
        if self.refusals.without_state && word == "rejected" {
            body.as_object_mut().unwrap().remove("executionState");
        }
        body["clientToken"] = token;
        body["timestamp"] = json!(self.seconds());
        let mut messages = vec![(format!("{topic}/{word}"), body)];
        messages.extend(more);
        messages
    }

    fn call(&mut self, call: &Call<'_>, request: &Value) -> Result<(Value, Vec<Message>), Value> {
        match call {
            Call::GetPending { .. } => {
                let of = |status: &str| -> Vec<Value> {
                    let pending = self.pending().into_iter().take(10);
                    pending
                        .filter(|it| it.status == status)
                        .map(summary)
                        .collect()
                };
                let lists =
                    json!({"inProgressJobs": of("IN_PROGRESS"), "queuedJobs": of("QUEUED")});
                Ok((lists, Vec::new()))
            }
            Call::StartNext { .. } => {
                let Some(next) = self.next() else {
                    return Ok((json!({}), Vec::new()));
                };
                let key = (next.job.clone(), next.number);
                let next = self.executions.get_mut(&key).unwrap();
                if next.status == "QUEUED" {
                    next.status = "IN_PROGRESS";
                    next.version += 1;
                    next.details = request.get("statusDetails").cloned();
                }
                Ok((json!({"execution": describe(next)}), Vec::new()))
            }
            Call::Describe {
                job: JobOrNext::Next,
                ..
            } => Ok((
                self.next()
                    .map_or(json!({}), |next| json!({"execution": describe(next)})),
                Vec::new(),
            )),
            Call::Describe {
                job: JobOrNext::Job(job),
                ..
            } => {
                let execution = self.find(job.as_str(), request)?;
                if is_terminal(execution.status) {
                    return Err(json!({"code": "TerminalStateReached"}));
                }
                Ok((json!({"execution": describe(execution)}), Vec::new()))
            }
            Call::Update { job, .. } => self.update(job.as_str(), request),
            other => panic!("{other:?}"),
        }
    }

    fn find(&mut self, job: &str, request: &Value) -> Result<&mut Execution, Value> {
        let number = request["executionNumber"].as_u64();
        let mut executions = self.executions.values_mut().rev();
        executions
            .find(|it| it.job == job && number.is_none_or(|number| it.number == number))
            .ok_or_else(|| json!({"code": "ResourceNotFound"}))
    }

    fn update(&mut self, job: &str, request: &Value) -> Result<(Value, Vec<Message>), Value> {
        let details = request.get("statusDetails");
        let execution = self.find(job, request)?;
        let refuse = |code: &str, execution: &Execution| json!({"code": code, "executionState": state(execution)});
        let expected = request["expectedVersion"].as_u64();
        if expected.is_some_and(|expected| expected != execution.version) {
            return Err(refuse("VersionMismatch", execution));
        }
        if is_terminal(execution.status) {
            return Err(refuse("InvalidStateTransition", execution));
        }
        execution.status = match request["status"].as_str() {
            Some("IN_PROGRESS") => "IN_PROGRESS",
            Some("SUCCEEDED") => "SUCCEEDED",
            Some("FAILED") => "FAILED",
            Some("REJECTED") => "REJECTED",
            other => panic!("{other:?}"),
        };
        execution.version += 1;
        execution.mistaken |= request["uid"]
            .as_u64()
            .is_some_and(|uid| uid != execution.uid);
        if let Some(details) = details {
            assert!(details.as_object().unwrap().len() <= 10, "{details}");
            execution.details = Some(details.clone());
        }
        let mut body = json!({});
        if request["includeJobExecutionState"] == true {
            body["executionState"] = state(execution);
        }
        if request["includeJobDocument"] == true {
            body["jobDocument"] = document(execution);
        }
        let over = is_terminal(execution.status);
        Ok((
            body,
            if over {
                self.notifications()
            } else {
                Vec::new()
            },
        ))
    }
}

fn document(execution: &Execution) -> Value {
    json!({"uid": execution.uid, "reboot": execution.is_reboot})
}

fn state(execution: &Execution) -> Value {
    let mut state = json!({"status": execution.status, "versionNumber": execution.version});
    if let Some(details) = &execution.details {
        state["statusDetails"] = details.clone();
    }
    state
}

fn summary(execution: &Execution) -> Value {
    json!({
        "jobId": execution.job, "executionNumber": execution.number,
        "versionNumber": execution.version, "queuedAt": execution.queued_at,
    })
}

fn describe(execution: &Execution) -> Value {
    let mut value = summary(execution);
    value["status"] = json!(execution.status);
    value["jobDocument"] = document(execution);
    if let Some(details) = &execution.details {
        value["statusDetails"] = details.clone();
    }
    value
}

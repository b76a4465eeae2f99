//! What ties the members of one structure together, so that valid values keep to the rules that
//! stand beside the structures.
//!
//! Every member has got a value of its own by now; here some are left out, put in, or changed.

use aws_smithy_types::base64;

use super::{json::Json, schedule, structure::Drawn};
use crate::{
    control::{
        operation::{
            create_job::CreateJobInput, create_job_template::CreateJobTemplateInput,
            update_job::UpdateJobInput,
        },
        types::{
            JobExecutionsRetryConfig, RateIncreaseCriteria, RetryableFailureType, SchedulingConfig,
            TargetSelection,
        },
    },
    device::{message::JobExecutionsChanged, types::JobExecutionStatus},
    document::{Action, ActionInput, ActionType, AfrOta, Command, OtaFile, StepsDocument},
    shape::{Shape, Structure},
    validate::moment,
};

/// A minute, in seconds: times of a schedule are written to the minute.
const MINUTE: i64 = 60;

type Tie = fn(&mut Members<'_>);

/// The structures that have rules, with what keeps to them.
const TIES: &[(&Structure, Tie)] = &[
    (&CreateJobInput::STRUCTURE, |job| {
        one_document(job, "jobTemplateArn");
        with_timer(job);
        continuous(job);
    }),
    (&CreateJobTemplateInput::STRUCTURE, |template| {
        one_document(template, "jobArn");
        with_timer(template);
    }),
    (&UpdateJobInput::STRUCTURE, with_timer),
    (&RateIncreaseCriteria::STRUCTURE, |criteria| {
        let notified = criteria.has("numberOfNotifiedThings");
        criteria.put("numberOfSucceededThings", !notified);
    }),
    (&JobExecutionsRetryConfig::STRUCTURE, together),
    (&SchedulingConfig::STRUCTURE, in_order),
    (&JobExecutionsChanged::STRUCTURE, |changed| {
        changed.change("jobs", by_status);
    }),
    (&StepsDocument::STRUCTURE, |document| {
        let known = Json::Text(StepsDocument::VERSION.to_owned());
        document.change("version", |version| *version = known);
    }),
    (&ActionInput::STRUCTURE, |input| {
        // The action takes out what it does not read.
        input.put("handler", true);
        input.put("command", true);
        input.change("command", runnable);
    }),
    (&Action::STRUCTURE, |action| {
        let run = action.get("type").and_then(Json::text);
        let command = run == Some(ActionType::RunCommand.as_str());
        let unread = if command { "handler" } else { "command" };
        action.change("input", |input| input.remove(unread));
    }),
    (&AfrOta::STRUCTURE, |update| {
        update.put("streamname", true);
        let protocols = ["MQTT", "HTTP"].into_iter().cycle();
        update.change("protocols", |list| {
            for (protocol, name) in list.elements().iter_mut().zip(protocols) {
                *protocol = Json::Text(name.to_owned());
            }
        });
    }),
    (&OtaFile::STRUCTURE, whole_file),
];

/// Brings the members of a structure in line with its rules.
pub(super) fn tie(facts: &Structure, members: &mut [Drawn]) {
    for (tied, tie) in TIES {
        if tied.name == facts.name {
            tie(&mut Members(members));
        }
    }
}

/// The members of a structure by their wire names.
struct Members<'a>(&'a mut [Drawn]);

impl Members<'_> {
    fn has(&self, name: &str) -> bool {
        let mut members = self.0.iter();
        members.any(|member| member.there && member.facts.wire_name == name)
    }

    /// Puts a member in, or leaves it out.
    fn put(&mut self, name: &str, there: bool) {
        for member in self.0.iter_mut() {
            if member.facts.wire_name == name {
                member.there = there;
            }
        }
    }

    /// The value of a member that is there.
    fn get(&self, name: &str) -> Option<&Json> {
        let mut members = self.0.iter();
        let member = members.find(|member| member.there && member.facts.wire_name == name)?;
        Some(&member.value)
    }

    /// Changes the value that a member has or would have.
    fn change(&mut self, name: &str, change: impl FnOnce(&mut Json)) {
        let mut members = self.0.iter_mut();
        if let Some(member) = members.find(|member| member.facts.wire_name == name) {
            change(&mut member.value);
        }
    }
}

/// A document or the link of one, and either of them unless it comes from elsewhere.
fn one_document(request: &mut Members<'_>, elsewhere: &str) {
    if request.has("document") {
        request.put("documentSource", false);
    } else if !request.has("documentSource") && !request.has(elsewhere) {
        request.put("document", true);
    }
}

/// Nothing is tried again after a timeout if nothing times out.
fn with_timer(request: &mut Members<'_>) {
    let timer = request.get("timeoutConfig");
    if timer
        .and_then(|timer| timer.member("inProgressTimeoutInMinutes"))
        .is_some()
    {
        return;
    }
    let criteria = request.get("jobExecutionsRetryConfig");
    let criteria = criteria.and_then(|config| config.member("criteriaList"));
    let failed = Some(RetryableFailureType::Failed.as_str());
    let timed_out = criteria.is_some_and(|list| match list {
        Json::List(criteria) => criteria
            .iter()
            .any(|criteria| criteria.member("failureType").and_then(Json::text) != failed),
        _ => false,
    });
    if timed_out {
        request.put("jobExecutionsRetryConfig", false);
    }
}

/// Maintenance windows are for jobs that go on.
fn continuous(job: &mut Members<'_>) {
    let schedule = job.get("schedulingConfig");
    if schedule
        .and_then(|config| config.member("maintenanceWindows"))
        .is_some()
    {
        job.put("targetSelection", true);
        let continuous = TargetSelection::Continuous.as_str();
        job.change("targetSelection", |selection| {
            *selection = Json::Text(continuous.to_owned());
        });
    }
}

/// Two criteria are for different failures, and do not ask for too many retries together.
fn together(config: &mut Members<'_>) {
    config.change("criteriaList", |list| {
        let [one, other] = list.elements() else {
            return;
        };
        let types = [RetryableFailureType::Failed, RetryableFailureType::TimedOut];
        for (criteria, failure) in [&mut *one, &mut *other].into_iter().zip(types) {
            if let Some(value) = criteria.member_mut("failureType") {
                *value = Json::Text(failure.as_str().to_owned());
            }
        }
        let retries = |criteria: &Json| criteria.member("numberOfRetries")?.number();
        let left = i64::from(JobExecutionsRetryConfig::MOST_RETRIES) - retries(one).unwrap_or(0);
        let most = retries(other).unwrap_or(0).min(left);
        if let Some(value) = other.member_mut("numberOfRetries") {
            *value = Json::Raw(most.to_string());
        }
    });
}

/// The end comes well after the start, and what happens then is only said if there is one.
fn in_order(schedule: &mut Members<'_>) {
    if !schedule.has("endTime") {
        schedule.put("endBehavior", false);
        return;
    }
    let seconds = |value: Option<&Json>| value.and_then(Json::text).and_then(moment::seconds);
    let (start, end) = (
        seconds(schedule.get("startTime")),
        seconds(schedule.get("endTime")),
    );
    let (Some(start), Some(end)) = (start, end) else {
        return;
    };
    let (least, most) = (
        *SchedulingConfig::SECONDS.start(),
        *SchedulingConfig::SECONDS.end(),
    );
    let apart = least + (end - start).rem_euclid(most - least + MINUTE);
    let end = schedule::written(start + apart);
    schedule.change("endTime", |value| *value = Json::Text(end));
}

/// Executions are listed by their states.
fn by_status(jobs: &mut Json) {
    if let Json::Object(states) = jobs {
        for ((name, _), status) in states.iter_mut().zip(JobExecutionStatus::values()) {
            (*status).clone_into(name);
        }
        states.truncate(JobExecutionStatus::values().len());
        states.sort_by(|(one, _), (other, _)| one.cmp(other));
    }
}

/// A command that starts with a program.
fn runnable(command: &mut Json) {
    let text = command.text().unwrap_or_default();
    let program: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    let program = if program.is_empty() { "run" } else { &program };
    if let Ok(runnable) = Command::new([program, text.trim()]) {
        *command = Json::Text(runnable.to_string());
    }
}

/// A file with all that the agent needs to get and check it.
fn whole_file(file: &mut Members<'_>) {
    for member in file.0.iter_mut() {
        let signature = member.facts.wire_name.starts_with("sig-");
        member.there |= !signature || member.facts.wire_name == "sig-sha256-ecdsa";
        if let (true, Some(text)) = (signature, member.value.text()) {
            member.value = Json::Text(base64::encode(text));
        }
    }
}

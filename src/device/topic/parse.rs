//! From a topic's text to the topic.

use super::{
    Call, JobEventKind, JobExecutionEventKind, JobId, JobOrNext, NamespaceId, ThingName, Topic,
    TopicError,
    error::Expected,
    level::{Level, Levels},
    name::{JOB, THING},
};

const ALONE: &str = r#""get", "start-next", "notify" or "notify-next", the last two alone or with "-namespace-" and a namespace, or a job and one more level"#;
const BEHIND_A_JOB: &str =
    r#""get", "update", or "namespace-" or "notify-namespace-" with a namespace"#;
const BEHIND_A_CALL: &str = r#""accepted" or "rejected", or for a job of this name "get", "update", or "namespace-" or "notify-namespace-" with a namespace"#;

/// Reads a topic, level by level, so that the first level that is wrong is the one in the error.
pub(super) fn topic(text: &str) -> Result<Topic<'_>, TopicError> {
    let mut levels = Levels::of(text);
    keyword(levels.next(), "$aws", r#""$aws""#)?;
    let area = levels.next();
    match area.text {
        Some("things") => of_thing(levels),
        Some("events") => of_event(levels),
        _ => Err(area.not(r#""things" or "events""#).foreign()),
    }
}

fn keyword(level: Level<'_>, word: &str, shown: &'static str) -> Result<(), TopicError> {
    if level.text == Some(word) {
        return Ok(());
    }
    Err(level.not(shown).foreign())
}

fn of_event(mut levels: Levels<'_>) -> Result<Topic<'_>, TopicError> {
    let family = levels.next();
    if !matches!(family.text, Some("job" | "jobExecution")) {
        return Err(family.not(r#""job" or "jobExecution""#).foreign());
    }
    let job = levels.next().name(JobId::new, Expected::Name(&JOB))?;
    let word = levels.next();
    let topic = if family.text == Some("job") {
        let kind = word.text.and_then(JobEventKind::of);
        let kind = kind.ok_or_else(|| word.wrong(Expected::OneOf(JobEventKind::WORDS)))?;
        Topic::JobEvent { job, kind }
    } else {
        let kind = word.text.and_then(JobExecutionEventKind::of);
        let kind = kind.ok_or_else(|| word.wrong(Expected::OneOf(JobExecutionEventKind::WORDS)))?;
        Topic::JobExecutionEvent { job, kind }
    };
    levels.end().map(|()| topic)
}

fn of_thing(mut levels: Levels<'_>) -> Result<Topic<'_>, TopicError> {
    let thing = levels.next();
    if thing.text.is_none() {
        return Err(thing.wrong(Expected::Name(&THING)).foreign());
    }
    // Until `jobs` has been seen, the topic may be another service's, whatever its thing.
    keyword(levels.next(), "jobs", r#""jobs""#)?;
    let thing = thing.name(ThingName::new, Expected::Name(&THING))?;

    let first = levels.next();
    let second = levels.next();
    match (first.text, second.text) {
        (_, None) => of_one_level(thing, first),
        (Some("get"), Some("accepted" | "rejected")) => {
            staged(Call::GetPending { thing }, second, levels)
        }
        (Some("start-next"), Some("accepted" | "rejected")) => {
            staged(Call::StartNext { thing }, second, levels)
        }
        _ => of_job(thing, first, second, levels),
    }
}

/// The topics that have one level behind `jobs`.
fn of_one_level<'a>(thing: ThingName<'a>, level: Level<'a>) -> Result<Topic<'a>, TopicError> {
    match level.text {
        Some("get") => return Ok(Topic::Request(Call::GetPending { thing })),
        Some("start-next") => return Ok(Topic::Request(Call::StartNext { thing })),
        Some("notify") => return Ok(Topic::notify(thing)),
        Some("notify-next") => return Ok(Topic::notify_next(thing)),
        _ => {}
    }
    if let Some(namespace) = level.namespace("notify-namespace-") {
        let namespace = Some(namespace?);
        return Ok(Topic::Notify { thing, namespace });
    }
    if let Some(namespace) = level.namespace("notify-next-namespace-") {
        let namespace = Some(namespace?);
        return Ok(Topic::NotifyNext { thing, namespace });
    }
    Err(level.not(ALONE))
}

/// The topics that have a job behind `jobs`.
fn of_job<'a>(
    thing: ThingName<'a>,
    first: Level<'a>,
    second: Level<'a>,
    mut levels: Levels<'a>,
) -> Result<Topic<'a>, TopicError> {
    let job = if first.text == Some("$next") {
        JobOrNext::Next
    } else {
        let or_next = Expected::NameOr(&JOB, r#""$next""#);
        JobOrNext::Job(first.name(JobId::new, or_next)?)
    };
    let verb_behind_job = matches!(second.text, Some("get" | "update"));
    if verb_behind_job {
        let call = execution_call(thing, (job, first), None, second)?;
        let stage = levels.next();
        return staged(call, stage, levels);
    }
    if let Some(namespace) = second.namespace("namespace-") {
        let namespace = Some(namespace?);
        let call = execution_call(thing, (job, first), namespace, levels.next())?;
        let stage = levels.next();
        return staged(call, stage, levels);
    }
    if let Some(namespace) = second.namespace("notify-namespace-") {
        let topic = Topic::NotifyOfJob {
            thing,
            job: named(job, first)?,
            namespace: namespace?,
        };
        return levels.end().map(|()| topic);
    }
    let called = matches!(first.text, Some("get" | "start-next"));
    Err(second.not(if called { BEHIND_A_CALL } else { BEHIND_A_JOB }))
}

/// The call that a verb behind a job makes.
fn execution_call<'a>(
    thing: ThingName<'a>,
    (job, place): (JobOrNext<'a>, Level<'a>),
    namespace: Option<NamespaceId<'a>>,
    verb: Level<'a>,
) -> Result<Call<'a>, TopicError> {
    match verb.text {
        Some("get") => Ok(Call::Describe {
            thing,
            job,
            namespace,
        }),
        Some("update") => Ok(Call::Update {
            thing,
            job: named(job, place)?,
            namespace,
        }),
        _ => Err(verb.not(r#""get" or "update""#)),
    }
}

/// The job, where `$next` does not do.
fn named<'a>(job: JobOrNext<'a>, place: Level<'a>) -> Result<JobId<'a>, TopicError> {
    match job {
        JobOrNext::Job(job) => Ok(job),
        JobOrNext::Next => Err(place.wrong(Expected::Name(&JOB))),
    }
}

/// The request or the answer that a call's last level makes it.
fn staged<'a>(
    call: Call<'a>,
    stage: Level<'a>,
    levels: Levels<'a>,
) -> Result<Topic<'a>, TopicError> {
    let topic = match stage.text {
        None => return Ok(Topic::Request(call)),
        Some("accepted") => Topic::Accepted(call),
        Some("rejected") => Topic::Rejected(call),
        Some(_) => return Err(stage.not(r#""accepted", "rejected" or the end of the topic"#)),
    };
    levels.end().map(|()| topic)
}

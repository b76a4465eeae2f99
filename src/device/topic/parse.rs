//! Parses the text of a topic.

use super::{
    Call, JobId, JobOrNext, ThingName, Topic, TopicError,
    error::Expected,
    level::{Level, Levels},
    name_kind::NameKind,
};
use crate::device::table::with_messages;

/// What is expected at levels where the calls and notifications of the table are allowed.
macro_rules! expectations {
    (
        thing_calls { $(
            $(#[$thing_doc:meta])+
            $Thing:ident, $thing_new:ident, $thing_word:literal, $ThingOperation:ident, $thing_purpose:literal: $ThingRequest:ident, $ThingResponse:ident => $thing_handler:ident;
        )+ }
        job_calls { $(
            $(#[$job_doc:meta])+
            $Job:ident($Level:ident), $job_new:ident, $job_word:literal, $JobOperation:ident, $job_purpose:literal: $JobRequest:ident, $JobResponse:ident => $job_handler:ident;
        )+ }
        notifications { $(
            $(#[$doc:meta])+
            $Notify:ident, $new:ident, $word:literal, $when:literal: $Payload:ident => $handler:ident;
        )+ }
        events $events:tt
    ) => {
        const AFTER_JOBS: &str = concat!(
            $( "\"", $thing_word, "\", ", )+
            $( "\"", $word, "\", ", )+
            "a notification followed by \"-namespace-\" and a namespace, or a job and one more level"
        );
        const AFTER_JOB: &str = concat!(
            $( "\"", $job_word, "\", ", )+
            "or \"namespace-\" or \"notify-namespace-\" with a namespace"
        );
        const AFTER_CALL: &str = concat!(
            "\"accepted\" or \"rejected\", or for a job of this name ",
            $( "\"", $job_word, "\", ", )+
            "or \"namespace-\" or \"notify-namespace-\" with a namespace"
        );
    };
}

with_messages!(expectations);

/// Parses level by level, so that the error is about the first level that is wrong.
pub(super) fn topic(text: &str) -> Result<Topic<'_>, TopicError> {
    let mut levels = Levels::of(text);
    keyword(levels.next(), "$aws", r#""$aws""#)?;
    let area = levels.next();
    match area.text {
        Some("things") => of_thing(levels),
        Some("events") => event(levels),
        _ => Err(area.not(r#""things" or "events""#).other_service()),
    }
}

fn keyword(level: Level<'_>, word: &str, expected: &'static str) -> Result<(), TopicError> {
    if level.text == Some(word) {
        return Ok(());
    }
    Err(level.not(expected).other_service())
}

fn event(mut levels: Levels<'_>) -> Result<Topic<'_>, TopicError> {
    let family_level = levels.next();
    let unknown_family = || {
        let families = Expected::OneOf(Topic::EVENT_FAMILIES);
        family_level.wrong(families).other_service()
    };
    let family = family_level
        .text
        .filter(|family| Topic::EVENT_FAMILIES.contains(family))
        .ok_or_else(unknown_family)?;
    let job = levels
        .next()
        .name(JobId::new, Expected::Name(NameKind::Job))?;
    let kind = levels.next();
    let topic = Topic::event(family, job, kind).ok_or_else(unknown_family)??;
    levels.end().map(|()| topic)
}

fn of_thing(mut levels: Levels<'_>) -> Result<Topic<'_>, TopicError> {
    let thing = levels.next();
    let thing_expected = Expected::Name(NameKind::Thing);
    if thing.text.is_none() {
        return Err(thing.wrong(thing_expected).other_service());
    }
    // Without the level `jobs` the topic belongs to another service, whatever the thing.
    keyword(levels.next(), "jobs", r#""jobs""#)?;
    let thing = thing.name(ThingName::new, thing_expected)?;

    let first = levels.next();
    let second = levels.next();
    let call = first.text.and_then(|word| Call::of_thing(word, &thing));
    match (call, second.text) {
        (Some(call), None) => Ok(Topic::Request(call)),
        (None, None) => {
            Topic::notification(&thing, first).unwrap_or_else(|| Err(first.not(AFTER_JOBS)))
        }
        (Some(call), Some("accepted" | "rejected")) => staged(call, second, levels),
        _ => of_job(&thing, first, second, levels),
    }
}

/// The topics that name a job.
fn of_job<'a>(
    thing: &ThingName<'a>,
    first: Level<'a>,
    second: Level<'a>,
    mut levels: Levels<'a>,
) -> Result<Topic<'a>, TopicError> {
    let job = if first.text == Some("$next") {
        JobOrNext::Next
    } else {
        let or_next = Expected::NameOr(NameKind::Job, r#""$next""#);
        JobOrNext::Job(first.name(JobId::new, or_next)?)
    };
    let call = |word: Level<'a>, namespace| {
        let call = Call::of_job(word.text?, thing, (job.clone(), first), namespace)?;
        Some(call)
    };
    if let Some(call) = call(second, None) {
        let call = call?;
        let stage = levels.next();
        return staged(call, stage, levels);
    }
    if let Some(namespace) = second.namespace("namespace-") {
        let namespace = namespace?;
        let word = levels.next();
        let words = Expected::OneOf(Call::JOB_WORDS);
        let call = call(word, Some(namespace)).ok_or_else(|| word.wrong(words))??;
        let stage = levels.next();
        return staged(call, stage, levels);
    }
    if let Some(namespace) = second.namespace("notify-namespace-") {
        let topic = Topic::NotifyOfJob {
            thing: thing.clone(),
            job: super::job_or_next::JobLevel::from_level(job, first)?,
            namespace: namespace?,
        };
        return levels.end().map(|()| topic);
    }
    let is_call = first
        .text
        .is_some_and(|word| Call::THING_WORDS.contains(&word));
    Err(second.not(if is_call { AFTER_CALL } else { AFTER_JOB }))
}

/// The request, or the response whose last level is given.
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

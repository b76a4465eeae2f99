//! Lists in pages: sync, async, and by emulators that never end them.

use std::{
    future::Future,
    pin::pin,
    task::{Context, Poll, Waker},
};

use iot_jobs::{
    Error, codec,
    operation::{
        list_job_executions_for_job::ListJobExecutionsForJobInput,
        list_job_executions_for_thing::ListJobExecutionsForThingOutput,
        list_job_templates::ListJobTemplatesInput,
        list_jobs::{ListJobsInput, ListJobsOutput},
        list_managed_job_templates::ListManagedJobTemplatesOutput,
    },
    pagination::{Pages, Paginated, paginate},
};

/// A server of pages: what it answers to each token, and what it was asked for.
struct Server {
    answers: &'static [(&'static str, &'static str)],
    asked: Vec<String>,
}

impl Server {
    fn new(answers: &'static [(&'static str, &'static str)]) -> Self {
        let asked = Vec::new();
        Self { answers, asked }
    }

    fn send(&mut self, input: &ListJobsInput) -> Result<ListJobsOutput, Error> {
        assert!(self.asked.len() < 10, "asked on and on: {:?}", self.asked);
        // Paging changes the token and nothing else.
        assert_eq!(input.max_results(), Some(2));
        let token = input.next_token().unwrap_or("none");
        self.asked.push(token.to_owned());
        let mut answers = self.answers.iter();
        let (_, json) = answers.find(|(asked, _)| *asked == token).unwrap();
        codec::from_str(json)
    }
}

fn input(json: &str) -> ListJobsInput {
    codec::from_str(json).unwrap()
}

const FIRST: &str = r#"{"maxResults":2}"#;

fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    for _ in 0..100 {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
    panic!("never ready");
}

/// Pending once, as a socket would be.
async fn waited<T>(value: T) -> T {
    let mut waited = false;
    std::future::poll_fn(|context| {
        if waited {
            return Poll::Ready(());
        }
        waited = true;
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
    value
}

/// The names listed and the tokens asked for, once by the iterator and once by awaiting.
fn listed(first: &str, answers: &'static [(&'static str, &'static str)]) -> [String; 2] {
    let mut server = Server::new(answers);
    let mut names = Vec::new();
    for page in paginate(input(first), |input| server.send(input)) {
        let page = page.map(|page| page.jobs.unwrap_or_default());
        match page {
            Ok(jobs) => names.extend(jobs.into_iter().filter_map(|job| job.job_id)),
            Err(error) => names.push(format!("error at {}", error.path())),
        }
    }

    let mut awaited = Server::new(answers);
    let mut names_awaited = Vec::new();
    let outcome: Result<(), Error> = block_on(async {
        let mut pages = Pages::new(input(first));
        while let Some(input) = pages.input() {
            let page = waited(awaited.send(input)).await?;
            pages.turn(&page);
            let jobs = page.jobs.unwrap_or_default();
            names_awaited.extend(jobs.into_iter().filter_map(|job| job.job_id));
        }
        Ok(())
    });
    names_awaited.extend(
        outcome
            .err()
            .map(|error| format!("error at {}", error.path())),
    );
    assert_eq!((&names_awaited, &awaited.asked), (&names, &server.asked));
    [names.join(" "), server.asked.join(" ")]
}

#[test]
fn pages_follow_their_tokens() {
    let answers = &[
        (
            "none",
            r#"{"jobs":[{"jobId":"a"},{"jobId":"b"}],"nextToken":"2"}"#,
        ),
        ("2", r#"{"jobs":[],"nextToken":"3"}"#),
        ("3", r#"{"jobs":[{"jobId":"c"}]}"#),
    ];
    assert_eq!(listed(FIRST, answers), ["a b c", "none 2 3"]);
    // A list may be taken up where it was left.
    assert_eq!(
        listed(r#"{"maxResults":2,"nextToken":"3"}"#, answers),
        ["c", "3"]
    );
}

#[test]
fn a_list_of_one_page_is_asked_for_once() {
    for answers in [
        &[("none", "{}")],
        &[("none", r#"{"nextToken":null}"#)],
        &[("none", r#"{"nextToken":""}"#)],
    ] {
        assert_eq!(listed(FIRST, answers), ["", "none"]);
    }
}

#[test]
fn a_token_that_repeats_ends_the_list() {
    let forever = &[
        ("none", r#"{"jobs":[{"jobId":"a"}],"nextToken":"2"}"#),
        ("2", r#"{"jobs":[{"jobId":"b"}],"nextToken":"2"}"#),
    ];
    assert_eq!(listed(FIRST, forever), ["a b", "none 2"]);
    // The token that the caller began with counts too.
    assert_eq!(
        listed(r#"{"maxResults":2,"nextToken":"2"}"#, forever),
        ["b", "2"]
    );

    let circle = &[
        ("none", r#"{"jobs":[{"jobId":"a"}],"nextToken":"2"}"#),
        ("2", r#"{"jobs":[{"jobId":"b"}],"nextToken":"3"}"#),
        ("3", r#"{"jobs":[{"jobId":"c"}],"nextToken":"2"}"#),
    ];
    assert_eq!(listed(FIRST, circle), ["a b c", "none 2 3"]);
}

#[test]
fn an_error_ends_the_list() {
    let answers = &[
        ("none", r#"{"jobs":[{"jobId":"a"}],"nextToken":"2"}"#),
        ("2", r#"{"jobs":[{"jobId":7}],"nextToken":"3"}"#),
        ("3", r#"{"jobs":[{"jobId":"c"}]}"#),
    ];
    assert_eq!(
        listed(FIRST, answers),
        ["a error at jobs[0].jobId", "none 2"]
    );
}

#[test]
fn every_list_has_a_token() {
    fn set<T: Paginated>(mut page: T) -> Option<String> {
        page.set_next_token(None);
        assert_eq!(page.next_token(), None);
        page.set_next_token(Some("t".to_owned()));
        page.next_token().map(str::to_owned)
    }
    let first: ListJobExecutionsForJobInput = codec::from_str(r#"{"nextToken":"s"}"#).unwrap();
    let second: ListJobExecutionsForThingOutput = codec::from_str("{}").unwrap();
    let third: ListJobTemplatesInput = codec::from_str("{}").unwrap();
    let fourth: ListManagedJobTemplatesOutput = codec::from_str("{}").unwrap();
    let tokens = [set(first), set(second), set(third), set(fourth)];
    assert_eq!(tokens, [(); 4].map(|()| Some("t".to_owned())));
}

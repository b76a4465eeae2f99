//! The MQTT messages of AWS IoT Jobs: each topic, with what is published to it.
//!
//! The code that differs from message to message is generated from this table: the calls, topics
//! and filters of [`topic`](super::topic), the payloads of [`message`](super::message), the methods
//! of [`queue`](super::queue) that apply them, and their property-test strategies.

/// Passes the table to a macro.
///
/// | section | topic below `$aws/things/{thing}/jobs` | row |
/// |---|---|---|
/// | `thing_calls` | `{word}`, answered on `{word}/accepted` | variant of `Call`, constructor, word, operation, purpose: request, response and its method |
/// | `job_calls` | `{job}/{word}`, answered likewise | the same, with the type of the job level |
/// | `notifications` | `{word}` | variant of `Topic`, constructor, word, occasion: payload and its method |
///
/// The rows of `events` are topics `$aws/events/{word}/{job}/{kind}`: variant of `Topic` and the type
/// of its kind, constructor of the filter, word, subject: payload.
///
/// A method is generated for `Queue`; it applies the payload, which implements `StatesExecutions`.
/// `not_applied` generates none, for a payload that has no executions or cannot be applied without its
/// request. Purpose, occasion and subject are parts of the sentence of `Topic::description`.
macro_rules! with_messages {
    ($macro:ident) => {
        $macro! {
            thing_calls {
                /// `GetPendingJobExecutions`: lists the executions that are not in a terminal state.
                GetPending, get_pending, "get", GetPendingJobExecutions, "list its pending job executions":
                    GetPendingJobExecutionsRequest, GetPendingJobExecutionsResponse => on_listed;
                /// `StartNextPendingJobExecution`: starts the next pending execution.
                StartNext, start_next, "start-next", StartNextPendingJobExecution, "start its next pending job execution":
                    StartNextPendingJobExecutionRequest, StartNextPendingJobExecutionResponse => on_started;
            }
            job_calls {
                /// `DescribeJobExecution`: reads an execution and its job document.
                Describe(JobOrNext), describe, "get", DescribeJobExecution, "describe {execution}":
                    DescribeJobExecutionRequest, DescribeJobExecutionResponse => on_described;
                /// `UpdateJobExecution`: reports the state of an execution.
                Update(JobId), update, "update", UpdateJobExecution, "update the status of {execution}":
                    UpdateJobExecutionRequest, UpdateJobExecutionResponse => not_applied;
            }
            notifications {
                /// The list of a thing's pending executions changed.
                Notify, notify, "notify", "a job execution is added to or removed from the list of pending job executions of {thing}":
                    JobExecutionsChanged => on_jobs_changed;
                /// The next pending execution of a thing changed.
                NotifyNext, notify_next, "notify-next", "another job execution of {thing} becomes the next one":
                    NextJobExecutionChanged => on_next_changed;
            }
            events {
                /// An event of a job.
                JobEvent(JobEventKind), job_events, "job", "the job {job}": JobEvent;
                /// An event of a job execution; its payload names the thing.
                JobExecutionEvent(JobExecutionEventKind), job_execution_events, "jobExecution", "an execution of the job {job}":
                    JobExecutionEvent;
            }
        }
    };
}

pub(crate) use with_messages;

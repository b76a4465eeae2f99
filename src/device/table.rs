//! The MQTT messages of AWS IoT Jobs: each topic, with what is published to it.
//!
//! The code that differs from message to message is generated from this table: the calls, topics
//! and filters of [`topic`](super::topic), the payloads of [`message`](super::message), what
//! [`queue`](super::queue) does with them, and their property-test strategies.

/// Passes the table to a macro.
///
/// | section | topic below `$aws/things/{thing}/jobs` | row |
/// |---|---|---|
/// | `thing_calls` | `{word}`, answered on `{word}/accepted` | variant of `Call`, constructor, word, operation: request, response and its handler |
/// | `job_calls` | `{job}/{word}`, answered likewise | the same, with the type of the job level |
/// | `notifications` | `{word}` | variant of `Topic`, constructor, word: payload and its handler |
///
/// The rows of `events` are topics `$aws/events/{word}/{job}/{kind}`: variant of `Topic` and the type
/// of its kind, constructor of the filter, word: payload. A handler is a method of `Queue`, or
/// `needs_request` where the payload cannot be applied without its request.
macro_rules! with_messages {
    ($macro:ident) => {
        $macro! {
            thing_calls {
                /// `GetPendingJobExecutions`: lists the executions that are not in a terminal state.
                GetPending, get_pending, "get", GetPendingJobExecutions:
                    GetPendingJobExecutionsRequest, GetPendingJobExecutionsResponse => on_listed;
                /// `StartNextPendingJobExecution`: starts the next pending execution.
                StartNext, start_next, "start-next", StartNextPendingJobExecution:
                    StartNextPendingJobExecutionRequest, StartNextPendingJobExecutionResponse => on_started;
            }
            job_calls {
                /// `DescribeJobExecution`: reads an execution and its job document.
                Describe(JobOrNext), describe, "get", DescribeJobExecution:
                    DescribeJobExecutionRequest, DescribeJobExecutionResponse => on_described;
                /// `UpdateJobExecution`: reports the state of an execution.
                Update(JobId), update, "update", UpdateJobExecution:
                    UpdateJobExecutionRequest, UpdateJobExecutionResponse => needs_request;
            }
            notifications {
                /// The list of a thing's pending executions changed.
                Notify, notify, "notify": JobExecutionsChanged => on_jobs_changed;
                /// The next pending execution of a thing changed.
                NotifyNext, notify_next, "notify-next": NextJobExecutionChanged => on_next_changed;
            }
            events {
                /// An event of a job.
                JobEvent(JobEventKind), job_events, "job": JobEvent;
                /// An event of a job execution; its payload names the thing.
                JobExecutionEvent(JobExecutionEventKind), job_execution_events, "jobExecution": JobExecutionEvent;
            }
        }
    };
}

pub(crate) use with_messages;

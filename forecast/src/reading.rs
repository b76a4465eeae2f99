//! The open points: what the service's documentation leaves open, and how it can be read.

mod declare;

use self::declare::open_points;

open_points! {
    /// How a rate that is not a whole number is rounded.
    ///
    /// The documentation has examples with whole rates only.
    rounding "rounding" Rounding {
        /// The fraction is dropped: 112.5 is 112 things a minute.
        Down = "down",
        /// The rate is the next whole number: 112.5 is 113 things a minute.
        Up = "up",
    }

    /// How things are notified within a minute.
    ///
    /// The documentation states rates per minute.
    pacing "pacing" Pacing {
        /// Each minute starts with all notifications of its rate, and a new rate applies from the next minute.
        Batches = "batches",
        /// Things are notified evenly spread over the minute, and a new rate applies at once.
        Even = "even",
    }

    /// When the rate increases if numberOfNotifiedThings and numberOfSucceededThings are both set.
    ///
    /// The API reference allows one of them only, and an example of the developer guide has both.
    both_thresholds "both-thresholds" BothThresholds {
        /// When either number is reached.
        Either = "either",
        /// When both numbers are reached.
        Both = "both",
    }

    /// Which things are executed things, whose number is the base of the percentage of abort criteria.
    ///
    /// The developer guide and the API reference differ.
    abort_base "abort-base" AbortBase {
        /// Those with a terminal state, as in the developer guide.
        Ended = "ended",
        /// Those that were notified, as in the API reference and the CloudFormation resource.
        Notified = "notified",
    }

    /// Which failures an abort criterion with the failure type ALL counts.
    ///
    /// The documentation does not list them.
    failures_of_all "failures-of-all" FailuresOfAll {
        /// Those that failed, were rejected or timed out, which are all types of failure of abort criteria.
        WithRejected = "with-rejected",
        /// Those that failed or timed out, which is what ALL means in retry criteria.
        WithoutRejected = "without-rejected",
    }

    /// Whether a retry counts in the rate of the rollout.
    ///
    /// The documentation does not say.
    retries_in_rate "retries-in-rate" RetriesInRate {
        /// A retry is queued at once.
        Exempt = "exempt",
        /// A retry is queued within the rate, before things that were not notified yet.
        Counted = "counted",
    }

    /// What abort criteria count of a thing that is retried.
    ///
    /// The documentation does not say.
    retries_in_abort "retries-in-abort" RetriesInAbort {
        /// Each of its executions.
        Executions = "executions",
        /// The thing once, with the result of its last execution.
        Things = "things",
    }

    /// How long after its deadline the service ends an execution that times out.
    ///
    /// The documentation says up to 60 seconds.
    timeout_delay "timeout-delay" TimeoutDelay {
        /// At the deadline.
        None = "none",
        /// 60 seconds after the deadline.
        Minute = "minute",
    }

    /// Whether a device can start a QUEUED execution outside of the maintenance windows.
    ///
    /// The documentation has notifications without the queued executions outside of a window.
    queued_outside_windows "queued-outside-windows" QueuedOutsideWindows {
        /// No, it waits for the next window.
        Wait = "wait",
        /// Yes.
        Start = "start",
    }
}

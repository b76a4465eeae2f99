//! Forecasts of AWS IoT Jobs rollouts: how long a job takes, what aborts it, and what retries, timeouts and
//! maintenance windows add.
//!
//! A [`Rollout`] has the settings of a job or template, a [`Fleet`] what is assumed about the things, and
//! [`forecast`] computes what follows from the documented behavior of the service. It calls no service and reads no
//! clock.
//!
//! ```
//! use std::time::Duration;
//! use iot_jobs::{codec, operation::create_job::CreateJobInput, primitives::DateTime};
//! use iot_jobs_forecast::{Distribution, End, Fleet, Outcomes, Rollout, forecast};
//!
//! let input: CreateJobInput = codec::from_str(
//!     r#"{"jobId": "firmware-7", "targets": ["arn:aws:iot:eu-west-1:123456789012:thinggroup/pumps"],
//!         "document": "{}", "jobExecutionsRolloutConfig": {"maximumPerMinute": 1000}}"#,
//! )?;
//! let rollout = Rollout::from_input(&input)?;
//! let fleet = Fleet::new(100_000)
//!     .outcomes(Outcomes::failing(0.03, 0.0, 0.0))
//!     .work(Distribution::minutes(10));
//! let forecast = forecast(&rollout, &fleet, DateTime::from_secs(0))?;
//!
//! let end = forecast.range_of_times(|run| run.ended_at).expect("there are runs");
//! let minutes = |minutes: u64| Some(Duration::from_secs(60 * minutes));
//! assert_eq!((end.least, end.most), (minutes(109), minutes(110)));
//! for run in &forecast.runs {
//!     assert_eq!(run.end, End::Completed);
//!     assert_eq!(run.rollout_minutes, 100);
//!     assert_eq!(run.last().failed, 3000);
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Exact and open
//!
//! Where the documentation is exact, so is a forecast. What it leaves open is an [`OpenPoint`]: [`Reading::POINTS`]
//! lists them with their values. A [`Forecast`] has a [`Run`] for each reading of the open points that matter, and
//! [`Forecast::range`] says which of them have the least and the greatest result.
//!
//! # Time
//!
//! Times are in whole seconds from the start of the job. A forecast ends after two years.
//!
//! # Random numbers
//!
//! The outcomes of first executions have exactly the shares of [`Outcomes`], in an order that the seed decides; the
//! outcomes of retries and of things that join later are drawn one by one. A thing has the same draws in every
//! reading, and for other settings, so that two forecasts differ only by what was changed. The same seed gives the
//! same forecast on every platform.
//!
//! # Cost
//!
//! Time and memory grow linearly with the number of things, and are bounded: eight bytes for each execution that
//! has not ended, and at most [`Fleet::MAX_THINGS`] things. Each open point that matters doubles the number of runs;
//! [`forecast_with`] runs fewer readings, and [`forecast_reading`] one.

mod advice;
mod deadline;
mod error;
mod fleet;
mod forecast;
mod period;
mod reading;
mod rollout;
mod run;
mod simulation;
pub mod text;

pub use self::{
    advice::{Advice, AdviceKind},
    deadline::{StepTimer, deadline},
    error::Error,
    fleet::{Distribution, Fleet, Outcomes},
    forecast::{Forecast, Range, Readings, forecast, forecast_reading, forecast_with},
    reading::{
        AbortBase, BothThresholds, FailuresOfAll, OpenPoint, OpenPointValue, Pacing,
        QueuedOutsideWindows, Reading, RetriesInAbort, RetriesInRate, Rounding, TimeoutDelay,
    },
    rollout::Rollout,
    run::{Abort, End, Increase, Retries, Run, Sample, Window},
};

//! The run that a simulation has been.

use std::time::Duration;

use iot_jobs::types::JobEndBehavior;

use crate::{End, Run, period::HORIZON, rollout::EndBehavior};

use super::{Simulation, seconds};

impl Simulation<'_> {
    pub(super) fn finish(mut self) -> Run {
        let (end, ended_at) = self.how_it_ends();
        let open = self.state.queued + self.state.in_progress + self.state.waiting;
        let is_settled = open == 0 && ended_at.is_some();
        // What has not ended would change only after the end of the forecast.
        let last = match end {
            End::Horizon => HORIZON,
            _ => self.now,
        };
        let (interval, samples) = self.recorder.finish(last, &self.state);
        self.periods.advance(last);
        let things = self.fleet.things + self.state.joined;
        Run {
            reading: self.reading,
            end,
            ended_at: ended_at.map(seconds),
            end_time: self.scheduled_end.map(Duration::from_secs),
            settled_at: is_settled.then(|| seconds(self.last_result_at)),
            rolled_out_at: self.rolled_out_at.map(seconds),
            rollout_minutes: self.rollout_minutes,
            first_result_at: self.first_result_at.map(seconds),
            increases: self.increases,
            touched: self.counts.touched,
            spared: things - self.counts.touched,
            retries: self.counts.retries,
            windows: self.periods.into_listed(),
            interval,
            samples,
        }
    }

    /// How the job ends, and when.
    fn how_it_ends(&self) -> (End, Option<u32>) {
        if let Some((time, abort)) = self.abort {
            return (End::Aborted(abort), Some(time));
        }
        let remains = if self.counts.is_beyond_horizon {
            End::Horizon
        } else {
            End::Unfinished
        };
        if self.has_ended {
            if self.counts.unending > 0 || self.counts.pending > 0 {
                return (remains, None);
            }
            let behavior = match self.rollout.schedule.end_behavior {
                EndBehavior::StopRollout => JobEndBehavior::StopRollout,
                EndBehavior::Cancel => JobEndBehavior::Cancel,
                EndBehavior::ForceCancel => JobEndBehavior::ForceCancel,
            };
            let end = self.end_time.unwrap_or(0).max(self.last_result_at);
            return (End::EndTime(behavior), Some(end));
        }
        let has_pending_targets = self.has_targets_to_notify() || self.counts.pending_targets > 0;
        if has_pending_targets || self.end_time_is_beyond() {
            return (End::Horizon, None);
        }
        if self.rollout.continuous {
            return match self.counts.unending_targets {
                0 => (End::Continues, Some(self.last_target_at)),
                _ => (remains, None),
            };
        }
        match self.counts.unending {
            0 => (End::Completed, Some(self.last_result_at)),
            _ => (remains, None),
        }
    }

    /// Whether a continuous job ends only after the end of the forecast.
    fn end_time_is_beyond(&self) -> bool {
        self.rollout.continuous && self.end_time.is_some()
    }
}

//! Strategies of events.

use proptest::{prelude::*, strategy::Union};

use super::{Event, EventType, JobEvent, JobExecutionEvent};
use crate::strategy::{Adversarial, arbitrary, valid};

fn event(
    job: BoxedStrategy<JobEvent>,
    execution: BoxedStrategy<JobExecutionEvent>,
) -> BoxedStrategy<Event> {
    let job = job.prop_map(|mut event| {
        event.event_type = Some(EventType::Job);
        Event::Job(event)
    });
    let execution = execution.prop_map(|mut event| {
        event.event_type = Some(EventType::JobExecution);
        Event::JobExecution(event)
    });
    Union::new([job.boxed(), execution.boxed()]).boxed()
}

arbitrary!(Event, event(valid(), valid()));

impl Adversarial for Event {
    fn adversarial() -> BoxedStrategy<Self> {
        event(JobEvent::adversarial(), JobExecutionEvent::adversarial())
    }
}

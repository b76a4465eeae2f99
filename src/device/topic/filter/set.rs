//! The shortest sets of filters that do for one thing.

use super::{Filter, Stage};
use crate::device::topic::ThingName;

impl Filter {
    /// What an agent subscribes to that works its queue off with `StartNextPendingJobExecution` and
    /// `UpdateJobExecution`: told of the next job, and of how its calls went.
    ///
    /// With `+` alone no shorter set hears all of this without hearing requests as well. Four
    /// filters fit in one SUBSCRIBE packet, of which AWS IoT takes eight filters. An agent that
    /// asks for `$next` with `DescribeJobExecution` instead does with three:
    /// [`notify_next`](Self::notify_next), and [`describe`](Self::describe) and
    /// [`update`](Self::update) with [`Stage::Answer`].
    ///
    /// ```
    /// use iot_jobs::device::topic::{Filter, ThingName};
    ///
    /// let filters = Filter::agent(&ThingName::new("lamp")?);
    /// assert_eq!(filters.map(String::from), [
    ///     "$aws/things/lamp/jobs/notify-next",
    ///     "$aws/things/lamp/jobs/start-next/accepted",
    ///     "$aws/things/lamp/jobs/start-next/rejected",
    ///     "$aws/things/lamp/jobs/+/update/+",
    /// ]);
    /// # Ok::<(), iot_jobs::device::topic::TopicError>(())
    /// ```
    pub fn agent(thing: &ThingName<'_>) -> [Self; 4] {
        let thing = Some(thing);
        [
            Self::notify_next(thing),
            Self::start_next(thing, Stage::Accepted),
            Self::start_next(thing, Stage::Rejected),
            Self::update(thing, None, Stage::Answer),
        ]
    }

    /// Everything that the service tells one thing outside namespaces: both notifications and the
    /// answers to all four calls, and no request.
    ///
    /// Topics of three depths take two filters each, so with `+` alone no shorter set does.
    /// `jobs/+/+/+` in place of the last two makes it five at the price of hearing requests about
    /// jobs in a namespace; `jobs/#` makes it one at the price of hearing every request of one's
    /// own. A policy that allows subscriptions filter by filter may allow the narrow filters of
    /// each family only.
    ///
    /// ```
    /// use iot_jobs::device::topic::{Filter, ThingName};
    ///
    /// let filters = Filter::answers(&ThingName::new("lamp")?);
    /// assert_eq!(filters.map(String::from), [
    ///     "$aws/things/lamp/jobs/notify",
    ///     "$aws/things/lamp/jobs/notify-next",
    ///     "$aws/things/lamp/jobs/+/accepted",
    ///     "$aws/things/lamp/jobs/+/rejected",
    ///     "$aws/things/lamp/jobs/+/+/accepted",
    ///     "$aws/things/lamp/jobs/+/+/rejected",
    /// ]);
    /// # Ok::<(), iot_jobs::device::topic::TopicError>(())
    /// ```
    pub fn answers(thing: &ThingName<'_>) -> [Self; 6] {
        let thing = Some(thing);
        [
            Self::notify(thing),
            Self::notify_next(thing),
            Self::below(thing, format_args!("+/accepted")),
            Self::below(thing, format_args!("+/rejected")),
            Self::below(thing, format_args!("+/+/accepted")),
            Self::below(thing, format_args!("+/+/rejected")),
        ]
    }
}

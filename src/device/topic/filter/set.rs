//! The shortest sets of filters for one thing.

use super::{Filter, Stage};
use crate::device::topic::ThingName;

impl Filter {
    /// The filters of an agent that uses `StartNextPendingJobExecution` and `UpdateJobExecution`:
    /// notifications of the next execution, and the responses to these two calls.
    ///
    /// With `+` alone, no shorter set matches all of these topics without also matching requests.
    /// Four filters fit in one SUBSCRIBE packet, in which AWS IoT allows eight. An agent that calls
    /// `DescribeJobExecution` for `$next` instead needs three: [`notify_next`](Self::notify_next), and
    /// [`describe`](Self::describe) and [`update`](Self::update) with [`Stage::Response`].
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
            Self::update(thing, None, Stage::Response),
        ]
    }

    /// Everything that the service publishes to one thing outside namespaces: both notifications and
    /// the responses to all four calls, and no request.
    ///
    /// The responses have three depths, each of which needs two filters, so with `+` alone no shorter
    /// set exists. `jobs/+/+/+` in place of the last two makes the set five filters long, but matches
    /// requests about jobs in a namespace; `jobs/#` alone matches every request of the device itself.
    /// Where a policy allows only certain subscriptions, use the narrower filters of each family.
    ///
    /// ```
    /// use iot_jobs::device::topic::{Filter, ThingName};
    ///
    /// let filters = Filter::published_to(&ThingName::new("lamp")?);
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
    pub fn published_to(thing: &ThingName<'_>) -> [Self; 6] {
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

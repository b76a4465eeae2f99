//! The shortest sets of filters for an agent, a thing and a namespace.

use super::{Filter, Stage};
use crate::device::topic::{NamespaceId, ThingName};

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
        Self::agent_of(Some(thing))
    }

    /// The same; `None` matches any thing.
    pub(in crate::device) fn agent_of(thing: Option<&ThingName<'_>>) -> [Self; 4] {
        [
            Self::notify_next(thing),
            Self::start_next(thing, Stage::Accepted),
            Self::start_next(thing, Stage::Rejected),
            Self::update(thing, None, Stage::Response),
        ]
    }

    /// Everything that the service publishes to one thing outside namespaces: every notification and the
    /// responses to every call, and no request.
    ///
    /// Each notification needs a filter, and each of the two depths of responses needs two, so with `+`
    /// alone no shorter set exists. `jobs/+/+/+` in place of the last two makes the set one filter shorter, but matches
    /// requests about jobs in a namespace; `jobs/#` alone matches every request of the device itself.
    /// Where a policy allows only certain subscriptions, use the narrower filters of each family.
    ///
    /// ```
    /// use iot_jobs::device::topic::{Filter, ThingName};
    ///
    /// let filters = Filter::published_to(&ThingName::new("lamp")?);
    /// assert_eq!(filters[0].as_str(), "$aws/things/lamp/jobs/notify");
    /// let responses = filters[filters.len() - 4..].iter().map(Filter::as_str);
    /// assert!(responses.eq([
    ///     "$aws/things/lamp/jobs/+/accepted",
    ///     "$aws/things/lamp/jobs/+/rejected",
    ///     "$aws/things/lamp/jobs/+/+/accepted",
    ///     "$aws/things/lamp/jobs/+/+/rejected",
    /// ]));
    /// # Ok::<(), iot_jobs::device::topic::TopicError>(())
    /// ```
    pub fn published_to(thing: &ThingName<'_>) -> Vec<Self> {
        Self::published_to_any(Some(thing))
    }

    /// The same; `None` matches any thing.
    pub(in crate::device) fn published_to_any(thing: Option<&ThingName<'_>>) -> Vec<Self> {
        let mut filters = Self::notifications(thing);
        filters.extend([
            Self::below(thing, format_args!("+/accepted")),
            Self::below(thing, format_args!("+/rejected")),
            Self::below(thing, format_args!("+/+/accepted")),
            Self::below(thing, format_args!("+/+/rejected")),
        ]);
        filters
    }

    /// All notifications and responses of jobs in a namespace, in both spellings; `None` matches any
    /// thing.
    pub fn namespace(thing: Option<&ThingName<'_>>, namespace: &NamespaceId<'_>) -> Vec<Self> {
        let mut filters = Self::notifications_in(thing, namespace);
        filters.extend([
            Self::below(thing, format_args!("+/notify-namespace-{namespace}")),
            Self::below(thing, format_args!("+/namespace-{namespace}/+/+")),
        ]);
        filters
    }
}

//! Which payload belongs to a topic.

use super::{Call, Topic};

impl Topic<'_> {
    /// The name of the shape of this topic's payloads, such as `mqtt.JobExecutionsChanged`.
    ///
    /// No source shows a payload of [`NotifyOfJob`](Topic::NotifyOfJob); it gets the shape of the
    /// notification that its last level is named after.
    ///
    /// ```
    /// use iot_jobs::device::topic::Topic;
    ///
    /// let topic = Topic::parse("$aws/things/lamp/jobs/$next/get/accepted")?;
    /// assert_eq!(topic.shape_name(), "mqtt.DescribeJobExecutionResponse");
    /// # Ok::<(), iot_jobs::device::topic::TopicError>(())
    /// ```
    pub fn shape_name(&self) -> &'static str {
        match self {
            Topic::Request(Call::GetPending { .. }) => "mqtt.GetPendingJobExecutionsRequest",
            Topic::Request(Call::StartNext { .. }) => "mqtt.StartNextPendingJobExecutionRequest",
            Topic::Request(Call::Describe { .. }) => "mqtt.DescribeJobExecutionRequest",
            Topic::Request(Call::Update { .. }) => "mqtt.UpdateJobExecutionRequest",
            Topic::Accepted(Call::GetPending { .. }) => "mqtt.GetPendingJobExecutionsResponse",
            Topic::Accepted(Call::StartNext { .. }) => "mqtt.StartNextPendingJobExecutionResponse",
            Topic::Accepted(Call::Describe { .. }) => "mqtt.DescribeJobExecutionResponse",
            Topic::Accepted(Call::Update { .. }) => "mqtt.UpdateJobExecutionResponse",
            Topic::Rejected(_) => "mqtt.ErrorResponse",
            Topic::Notify { .. } | Topic::NotifyOfJob { .. } => "mqtt.JobExecutionsChanged",
            Topic::NotifyNext { .. } => "mqtt.NextJobExecutionChanged",
            Topic::JobEvent { .. } => "event.JobEvent",
            Topic::JobExecutionEvent { .. } => "event.JobExecutionEvent",
        }
    }
}

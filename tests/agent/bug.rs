//! Deliberate bugs, which the simulation must find.

/// A bug in the device, around the agent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Bug {
    /// A rejected start counts as accepted.
    LoserBegins,
    /// The state is not stored.
    NothingStored,
    /// The state is stored after the outputs that follow it.
    StoredLate,
    /// Updates do not expect a version.
    NoExpectedVersion,
    /// Starts do not say which agent they are from.
    NoClaim,
    /// The end is never sent.
    EndNotSent,
    /// The time does not pass for the agent.
    NoTime,
    /// A resumed execution is begun again.
    ResumedBegins,
    /// The work goes on after a stop.
    StopIgnored,
    /// Every publish is sent 20 times.
    PublishRepeated,
    /// A success is reported as a failure.
    SuccessFails,
    /// The agent is not informed of the new subscriptions after a reconnect.
    NotSubscribed,
}

impl Bug {
    pub(crate) const ALL: &[Self] = &[
        Self::LoserBegins,
        Self::NothingStored,
        Self::StoredLate,
        Self::NoExpectedVersion,
        Self::NoClaim,
        Self::EndNotSent,
        Self::NoTime,
        Self::ResumedBegins,
        Self::StopIgnored,
        Self::PublishRepeated,
        Self::SuccessFails,
        Self::NotSubscribed,
    ];
}

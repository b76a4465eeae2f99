//! The operations by name, for programs that learn the operation only when they run (feature
//! `catalog`).

use super::{Facts, Operation};
use crate::{control, device};

/// An operation in the list of all operations.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    plane: &'static str,
    facts: &'static Facts,
    #[cfg(feature = "http")]
    request: ToRequest,
}

/// From an input in JSON to the request.
#[cfg(feature = "http")]
type ToRequest = fn(&[u8]) -> Result<::http::Request<Vec<u8>>, crate::Error>;

impl Entry {
    /// The entry of an operation.
    pub(crate) const fn of<O: Operation>() -> Self {
        Self {
            plane: "",
            facts: &O::FACTS,
            #[cfg(feature = "http")]
            request: |json| {
                let input = crate::codec::from_slice(json)?;
                <O as crate::http::Binding>::to_request(&input)
                    .map_err(|error| crate::codec::placed(json, error))
            },
        }
    }

    /// The declared facts.
    pub const fn facts(&self) -> &'static Facts {
        self.facts
    }

    /// The name by which [`find`] knows it: the model's, behind `device.` on the data plane.
    pub fn name(&self) -> String {
        format!("{}{}", self.plane, self.facts.name)
    }

    /// The request of an input in JSON, which is what the AWS CLI takes as `--cli-input-json`.
    #[cfg(feature = "http")]
    pub fn request(
        &self,
        input: impl AsRef<[u8]>,
    ) -> Result<::http::Request<Vec<u8>>, crate::Error> {
        (self.request)(input.as_ref())
    }
}

/// Every operation, the control plane's before the data plane's.
pub fn all() -> impl Iterator<Item = Entry> {
    let control = control::operation::OPERATIONS.iter().copied();
    let device = device::operation::OPERATIONS.iter().copied();
    let plane = "device.";
    control.chain(device.map(move |entry| Entry { plane, ..entry }))
}

/// The operation with this name, such as `CreateJob` or `device.DescribeJobExecution`.
///
/// ```
/// let entry = iot_jobs::operation::find("device.GetPendingJobExecutions").expect("an operation");
/// assert_eq!(entry.facts().uri, "/things/{thingName}/jobs");
/// ```
pub fn find(name: &str) -> Option<Entry> {
    all().find(|entry| name.strip_prefix(entry.plane) == Some(entry.facts.name))
}

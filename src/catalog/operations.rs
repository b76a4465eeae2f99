//! The operations by name.

use std::sync::LazyLock;

use crate::{
    control, device,
    facts::OperationFacts,
    shape::{Operation, OperationVisitor},
};

/// An operation in the list of all operations.
#[derive(Clone, Copy, Debug)]
pub struct OperationEntry {
    prefix: &'static str,
    facts: &'static OperationFacts,
    #[cfg(feature = "http")]
    request: ToRequest,
}

/// From an input in JSON to the request.
#[cfg(feature = "http")]
type ToRequest = fn(&[u8]) -> Result<::http::Request<Vec<u8>>, crate::Error>;

impl OperationEntry {
    fn of<O: Operation>(prefix: &'static str) -> Self {
        Self {
            prefix,
            facts: &O::FACTS,
            #[cfg(feature = "http")]
            request: |json| {
                let input = crate::codec::from_slice(json)?;
                <O as crate::http::Binding>::to_request(&input)
                    .map_err(|error| crate::codec::located(json, error))
            },
        }
    }

    /// The declared facts.
    pub const fn facts(&self) -> &'static OperationFacts {
        self.facts
    }

    /// The name that [`find_operation`] takes: the model's, with the prefix `device.` on the data plane.
    pub fn name(&self) -> String {
        format!("{}{}", self.prefix, self.facts.name)
    }

    /// The request of an input in JSON, which is what the AWS CLI takes as `--cli-input-json`.
    ///
    /// # Errors
    ///
    /// Fails if the input does not decode, or a member of the path is missing or not valid there.
    #[cfg(feature = "http")]
    pub fn request(
        &self,
        input: impl AsRef<[u8]>,
    ) -> Result<::http::Request<Vec<u8>>, crate::Error> {
        (self.request)(input.as_ref())
    }
}

/// The entries so far, and what is put before the names of the next.
struct Entries {
    prefix: &'static str,
    entries: Vec<OperationEntry>,
}

impl OperationVisitor for Entries {
    fn visit<O: Operation>(&mut self) {
        self.entries.push(OperationEntry::of::<O>(self.prefix));
    }
}

static OPERATIONS: LazyLock<Vec<OperationEntry>> = LazyLock::new(|| {
    let mut all = Entries {
        prefix: "",
        entries: Vec::new(),
    };
    control::operation::visit_operations(&mut all);
    all.prefix = "device.";
    device::operation::visit_operations(&mut all);
    all.entries
});

/// Every operation, the control plane's before the data plane's.
pub fn operations() -> impl Iterator<Item = OperationEntry> {
    OPERATIONS.iter().copied()
}

/// The operation with this name, such as `CreateJob` or `device.DescribeJobExecution`.
///
/// ```
/// use iot_jobs::catalog;
///
/// let entry = catalog::find_operation("device.GetPendingJobExecutions").expect("an operation");
/// assert_eq!(entry.facts().uri, "/things/{thingName}/jobs");
/// ```
pub fn find_operation(name: &str) -> Option<OperationEntry> {
    operations().find(|entry| name.strip_prefix(entry.prefix) == Some(entry.facts.name))
}

//! Every shape of the library as a type, by number, since equality needs the type.

use std::sync::LazyLock;

use iot_jobs::{
    control, device, document, event,
    operation::Operation,
    shape::{Entry, Kind, Shape, Structure},
    types,
};

use crate::{operations, round_trip};

/// A shape, and what is done with text that may be one.
pub struct Case {
    /// What stands before the name in the catalog.
    pub plane: &'static str,
    /// The declared facts.
    pub structure: &'static Structure,
    /// Whether somebody sends it to the service.
    pub request: bool,
    /// Whether members that the model asks for may be absent, as in operation inputs.
    pub input: bool,
    /// Whether decoding what was encoded must give an equal value.
    pub exact: bool,
    run: fn(&[u8], bool),
}

impl Case {
    fn of<T: Shape>(plane: &'static str) -> Self {
        let structure = &T::STRUCTURE;
        Self {
            plane,
            structure,
            request: structure.name.ends_with("Request"),
            input: false,
            exact: !changes(structure),
            run: round_trip::judge::<T>,
        }
    }

    /// The name in the catalog.
    pub fn name(&self) -> String {
        format!("{}{}", self.plane, self.structure.name)
    }

    /// Decodes, encodes, and decodes again.
    pub fn run(&self, json: &[u8]) {
        (self.run)(json, self.exact);
    }
}

/// Every shape.
pub static ALL: LazyLock<Vec<Case>> = LazyLock::new(all);
/// The shapes that the service sends, and those that others are made of.
pub static RESPONSES: LazyLock<Vec<Case>> =
    LazyLock::new(|| all().into_iter().filter(|case| !case.request).collect());
/// The shapes that are sent to the service.
pub static REQUESTS: LazyLock<Vec<Case>> =
    LazyLock::new(|| all().into_iter().filter(|case| case.request).collect());

/// The case with this number; each number has one.
pub fn pick(cases: &[Case], number: usize) -> &Case {
    &cases[number % cases.len()]
}

/// The catalog's entries in the order of [`ALL`].
pub fn entries() -> Vec<Entry> {
    let find = |case: &Case| iot_jobs::shape::find(&case.name()).expect("a shape of the catalog");
    ALL.iter().map(find).collect()
}

/// Whether a value may differ once it went out and came in: documents lose white space, and times of
/// events what is finer than a millisecond.
fn changes(structure: &Structure) -> bool {
    fn of(kind: Kind) -> bool {
        match kind {
            Kind::Document => true,
            Kind::Structure(structure) => changes(structure),
            Kind::List(element) | Kind::Map(element) => of(*element),
            _ => false,
        }
    }
    structure.members.iter().any(|member| {
        of(member.kind) || member.constraint.is_some_and(|limits| limits.milliseconds)
    })
}

fn all() -> Vec<Case> {
    macro_rules! cases {
        ($plane:literal, $module:path, { $($shape:ident)* }) => {{
            use $module as module;
            [$(Case::of::<module::$shape>($plane)),*]
        }};
    }
    let mut all = Vec::new();
    all.extend(cases!("", types, {
        AbortConfig AbortCriteria Job JobExecution JobExecutionStatusDetails JobExecutionSummary
        JobExecutionSummaryForJob JobExecutionSummaryForThing JobProcessDetails JobSummary
        JobTemplateSummary ManagedJobTemplateSummary DocumentParameter PresignedUrlConfig
        JobExecutionsRetryConfig RetryCriteria JobExecutionsRolloutConfig ExponentialRolloutRate
        RateIncreaseCriteria SchedulingConfig MaintenanceWindow ScheduledJobRollout Tag TimeoutConfig
    }));
    all.extend(cases!("", control::types::error, {
        ConflictException InternalFailureException InternalServerException InvalidRequestException
        InvalidStateTransitionException LimitExceededException ResourceAlreadyExistsException
        ResourceNotFoundException ServiceUnavailableException ThrottlingException
        VersionConflictException
    }));
    all.extend(cases!("device.", device::types, {
        CommandParameterValue JobExecution JobExecutionState JobExecutionSummary
    }));
    all.extend(cases!("device.", device::types::error, {
        CertificateValidationException ConflictException InternalServerException
        InvalidRequestException InvalidStateTransitionException ResourceNotFoundException
        ServiceQuotaExceededException ServiceUnavailableException TerminalStateException
        ThrottlingException ValidationException
    }));
    all.extend(cases!("mqtt.", device::message, {
        DescribeJobExecutionRequest DescribeJobExecutionResponse ErrorResponse
        GetPendingJobExecutionsRequest GetPendingJobExecutionsResponse JobExecutionsChanged
        NextJobExecutionChanged StartNextPendingJobExecutionRequest
        StartNextPendingJobExecutionResponse UpdateJobExecutionRequest UpdateJobExecutionResponse
    }));
    all.extend(cases!("event.", event, { JobEvent JobExecutionEvent }));
    all.extend(cases!("document.", document, {
        StepsDocument Step Condition Action ActionInput OperationDocument OtaDocument AfrOta OtaFile
    }));
    operations::each(&mut all);
    all
}

/// The input and the output of an operation.
pub(crate) fn of_operation<O: Operation>(plane: &'static str) -> [Case; 2] {
    let input = Case {
        input: true,
        run: operations::judge::<O>,
        ..Case::of::<O::Input>(plane)
    };
    [input, Case::of::<O::Output>(plane)]
}

#[test]
fn every_shape_of_the_catalog_is_a_case() {
    let mut cases: Vec<_> = ALL.iter().map(Case::name).collect();
    let mut catalog: Vec<_> = iot_jobs::shape::all().map(|entry| entry.name()).collect();
    cases.sort();
    catalog.sort();
    assert_eq!(cases, catalog);
    assert!(cases.len() <= 256, "one byte chooses the shape");
    assert_eq!(RESPONSES.len() + REQUESTS.len(), cases.len());
}

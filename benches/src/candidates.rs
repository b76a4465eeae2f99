//! The candidates for each payload. Each is checked first: its result must contain the whole payload.

use std::{hint::black_box, io::BufRead};

use aws_smithy_runtime_api::client::{interceptors::context::Input, orchestrator::HttpResponse};
use iot_jobs::{
    codec,
    device::operation::describe_job_execution::DescribeJobExecutionOutput,
    http::Binding,
    operation::{
        create_job::{CreateJob, CreateJobInput},
        describe_job::DescribeJobOutput,
        list_job_executions_for_job::ListJobExecutionsForJobOutput,
        list_jobs::ListJobsOutput,
    },
    shape::Shape,
    types::JobExecution,
    validate::Validate,
};
use serde::{
    Serialize,
    de::{DeserializeOwned, IgnoredAny},
};
use serde_json::Value;

use crate::{
    derived,
    measure::Candidate,
    payload::{self, Random},
    sdk,
};

/// One table: a payload, a direction, and the candidates.
pub struct Comparison<'a> {
    pub title: &'static str,
    pub bytes: usize,
    pub candidates: Vec<Candidate<'a>>,
}

/// The payloads of all comparisons.
pub struct Payloads {
    describe_job: String,
    executions_for_job: String,
    jobs: String,
    described_execution: String,
    pub export: String,
    create_job: String,
    responses: [HttpResponse; 3],
}

pub const OURS: &str = "iot-jobs";
pub const SDK: &str = "aws-sdk-iot";
pub const DERIVE: &str = "derive, from_slice";
pub const DERIVE_ENCODE: &str = "derive, to_vec";
pub const BODY: &str = "iot-jobs, body alone";
pub const REUSED: &str = "iot-jobs, reused buffer";
pub const VALIDATE: &str = "iot-jobs, validate";
pub const LINES: usize = 200_000;

impl Payloads {
    /// Generates all payloads; the export has this number of lines.
    pub fn make(lines: usize) -> Self {
        let mut random = Random::seeded();
        let describe_job = payload::describe_job(&mut random);
        let executions_for_job = payload::job_executions_for_job(&mut random, 250);
        let jobs = payload::jobs(&mut random, 250);
        Self {
            responses: [&describe_job, &executions_for_job, &jobs].map(|body| sdk::response(body)),
            describe_job,
            executions_for_job,
            jobs,
            described_execution: payload::described_execution(&mut random),
            create_job: payload::create_job(&mut random),
            export: payload::executions(&mut random, lines),
        }
    }

    /// All comparisons except those of the export.
    pub fn comparisons(&self) -> Vec<Comparison<'_>> {
        let [a, b, c] = &self.responses;
        vec![
            decode::<DescribeJobOutput, derived::DescribeJob>(
                "A decode",
                &self.describe_job,
                Some((sdk::Deserializer::describe_job(), a)),
            ),
            decode::<ListJobExecutionsForJobOutput, derived::JobExecutionsForJob>(
                "B decode",
                &self.executions_for_job,
                Some((sdk::Deserializer::list_job_executions_for_job(), b)),
            ),
            decode::<ListJobsOutput, derived::Jobs>(
                "C decode",
                &self.jobs,
                Some((sdk::Deserializer::list_jobs(), c)),
            ),
            decode::<DescribeJobExecutionOutput, derived::DescribedExecution>(
                "D decode",
                &self.described_execution,
                None,
            ),
            encode::<DescribeJobOutput, derived::DescribeJob>("A encode", &self.describe_job),
            encode::<ListJobExecutionsForJobOutput, derived::JobExecutionsForJob>(
                "B encode",
                &self.executions_for_job,
            ),
            encode::<ListJobsOutput, derived::Jobs>("C encode", &self.jobs),
            self.request(),
        ]
    }

    /// F: the HTTP request of a typed input, and only its body.
    fn request(&self) -> Comparison<'_> {
        let mut comparison =
            encode::<CreateJobInput, derived::CreateJob>("F encode", &self.create_job);
        comparison.candidates[0].name = BODY;
        let ours: CreateJobInput = codec::from_str(&self.create_job).expect("F");
        let input = sdk::create_job_input(&self.create_job);
        let mut serializer = sdk::Serializer::create_job();

        let theirs = serializer.encode(Input::erase(input.clone()));
        let request = CreateJob::to_request(&ours).expect("F");
        let value = |body: &[u8]| numbers(serde_json::from_slice(body).expect("JSON"));
        let body = theirs.body().bytes().expect("a body in memory");
        assert_eq!(
            value(body),
            value(request.body()),
            "the SDK makes the same body"
        );
        assert_eq!(
            theirs.uri(),
            request.uri().path(),
            "the SDK makes the same path"
        );

        comparison
            .candidates
            .push(Candidate::new(OURS, move || CreateJob::to_request(&ours)));
        comparison.candidates.push(Candidate::prepared(
            SDK,
            move || Input::erase(input.clone()),
            move |input| serializer.encode(input),
        ));
        comparison
    }

    /// The export on one core.
    pub fn export_comparison(&self) -> Comparison<'_> {
        let input = &self.export;
        Comparison {
            title: "E decode",
            bytes: input.len(),
            candidates: vec![
                Candidate::new(OURS, move || read_export(input)),
                Candidate::new("iot-jobs, two cores", move || {
                    read_export_on_two_cores(input)
                }),
                Candidate::new(DERIVE, move || {
                    let (mut line, mut reader, mut read) = (Vec::new(), input.as_bytes(), 0);
                    while reader.read_until(b'\n', &mut line).expect("memory") > 0 {
                        let it: derived::Execution = serde_json::from_slice(&line).expect("E");
                        black_box(it);
                        line.clear();
                        read += 1;
                    }
                    read
                }),
            ],
        }
    }
}

/// Reads an export line by line and returns the number of lines.
pub fn read_export(input: &str) -> usize {
    let lines = codec::lines::<JobExecution, _>(input.as_bytes());
    lines.inspect(|it| assert!(black_box(it).is_ok())).count()
}

/// The same on two cores, in chunks of whole lines.
fn read_export_on_two_cores(input: &str) -> usize {
    let middle = input.len() / 2;
    let end = input[middle..]
        .find('\n')
        .map_or(input.len(), |at| middle + at + 1);
    let (first, second) = input.split_at(end);
    let (first, second) = rayon::join(|| read_export(first), || read_export(second));
    first + second
}

fn decode<'a, O: Shape, D: DeserializeOwned + Serialize + 'a>(
    title: &'static str,
    payload: &'a str,
    sdk: Option<(sdk::Deserializer, &'a HttpResponse)>,
) -> Comparison<'a> {
    let bytes = payload.as_bytes();
    let whole: Value = serde_json::from_str(payload).expect("JSON");
    let ours: O = codec::from_str(payload).expect("ours");
    assert_eq!(
        codec::to_string(&ours).expect("ours"),
        payload,
        "{title}: ours is whole"
    );
    let derived: D = serde_json::from_str(payload).expect("derive");
    let same = |value: &D| numbers(serde_json::to_value(value).expect("derive"));
    assert_eq!(same(&derived), numbers(whole), "{title}: derive is whole");
    let sonic: D = sonic_rs::from_slice(bytes).expect("sonic-rs");
    assert_eq!(same(&sonic), same(&derived), "{title}: sonic-rs is whole");
    let simd: D = simd_json::serde::from_slice(&mut bytes.to_vec()).expect("simd-json");
    assert_eq!(same(&simd), same(&derived), "{title}: simd-json is whole");

    let mut candidates = vec![
        Candidate::new(OURS, move || codec::from_slice::<O>(bytes)),
        Candidate::new(DERIVE, move || serde_json::from_slice::<D>(bytes)),
        Candidate::new("derive, from_str", move || {
            serde_json::from_str::<D>(std::str::from_utf8(bytes).expect("UTF-8"))
        }),
        Candidate::new("derive, sonic-rs", move || sonic_rs::from_slice::<D>(bytes)),
        // It writes to its input, so each call gets its own copy.
        Candidate::prepared(
            "derive, simd-json",
            move || bytes.to_vec(),
            |mut copy| simd_json::serde::from_slice::<D>(&mut copy),
        ),
        Candidate::new("serde_json::Value", move || {
            serde_json::from_slice::<Value>(bytes)
        }),
        Candidate::new("IgnoredAny (floor)", move || {
            serde_json::from_slice::<IgnoredAny>(bytes)
        }),
        Candidate::new("copy (floor)", move || bytes.to_vec()),
    ];
    if let Some((deserializer, response)) = sdk {
        candidates.push(Candidate::new(SDK, move || deserializer.decode(response)));
    }
    candidates.push(Candidate::new(VALIDATE, move || ours.violations()));
    Comparison {
        title,
        bytes: payload.len(),
        candidates,
    }
}

fn encode<'a, O: Shape, D: DeserializeOwned + Serialize + 'a>(
    title: &'static str,
    payload: &'a str,
) -> Comparison<'a> {
    let ours: O = codec::from_str(payload).expect("ours");
    let again = ours.clone();
    let derived: D = serde_json::from_str(payload).expect("derive");
    let value: Value = serde_json::from_str(payload).expect("JSON");
    let mut buffer = Vec::with_capacity(payload.len());
    Comparison {
        title,
        bytes: payload.len(),
        candidates: vec![
            Candidate::new(OURS, move || codec::to_vec(&ours)),
            Candidate::new(REUSED, move || {
                buffer.clear();
                codec::to_writer(&mut buffer, &again)
            }),
            Candidate::new(DERIVE_ENCODE, move || serde_json::to_vec(&derived)),
            Candidate::new("serde_json::Value", move || serde_json::to_vec(&value)),
        ],
    }
}

/// The same value with every number as an `f64`, the type of derive's timestamps.
fn numbers(value: Value) -> Value {
    match value {
        Value::Number(number) => number.as_f64().map_or(Value::Null, Value::from),
        Value::Array(list) => list.into_iter().map(numbers).collect(),
        Value::Object(members) => members.into_iter().map(|(k, v)| (k, numbers(v))).collect(),
        other => other,
    }
}

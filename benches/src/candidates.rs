//! The candidates for each payload. Each is checked first: its result must contain the whole payload.

use std::{hint::black_box, io::BufRead};

use aws_smithy_runtime_api::client::{interceptors::context::Input, orchestrator::HttpResponse};
use iot_jobs::{
    Error,
    codec::{self, Chunk},
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
use rayon::{
    ThreadPoolBuilder,
    iter::{ParallelBridge, ParallelIterator},
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
    jobs_sorted: String,
    jobs_indented: String,
    described_execution: String,
    pub export: String,
    create_job: String,
    responses: [HttpResponse; 3],
}

pub const OURS: &str = "iot-jobs";
pub const TWO_THREADS: &str = "iot-jobs, two threads";
pub const SDK: &str = "aws-sdk-iot";
pub const DERIVE: &str = "derive, from_slice";
pub const DERIVE_ENCODE: &str = "derive, to_vec";
pub const BODY: &str = "iot-jobs, body alone";
pub const REUSED: &str = "iot-jobs, reused buffer";
pub const APPEND: &str = "iot-jobs, append to a used buffer";
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
            jobs_sorted: payload::sorted(&jobs),
            jobs_indented: codec::indent(&jobs),
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
            decode_respelled::<ListJobsOutput, derived::Jobs>(
                "C decode, members in alphabetical order",
                &self.jobs_sorted,
                &self.jobs,
            ),
            decode_respelled::<ListJobsOutput, derived::Jobs>(
                "C decode, indented",
                &self.jobs_indented,
                &self.jobs,
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

    /// The export on one thread and on two.
    pub fn export_comparison(&self) -> Comparison<'_> {
        let input = &self.export;
        let threads = ThreadPoolBuilder::new().num_threads(2).build();
        let threads = threads.expect("two threads");
        Comparison {
            title: "E decode",
            bytes: input.len(),
            candidates: vec![
                Candidate::new(OURS, move || read_export(input)),
                Candidate::new(TWO_THREADS, move || {
                    threads.install(|| read_export_in_chunks(input))
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

/// The same in chunks, on the threads of the current pool.
fn read_export_in_chunks(input: &str) -> usize {
    let count = |chunk: Result<Chunk, Error>| {
        let chunk = chunk.expect("memory");
        let lines = chunk.lines::<JobExecution>();
        lines.inspect(|it| assert!(black_box(it).is_ok())).count()
    };
    codec::chunks(input.as_bytes())
        .par_bridge()
        .map(count)
        .sum()
}

/// Decodes canonical text, also with the SDK, and validates the value.
fn decode<'a, O: Shape, D: DeserializeOwned + Serialize + 'a>(
    title: &'static str,
    payload: &'a str,
    sdk: Option<(sdk::Deserializer, &'a HttpResponse)>,
) -> Comparison<'a> {
    let mut comparison = decode_respelled::<O, D>(title, payload, payload);
    if let Some((deserializer, response)) = sdk {
        comparison
            .candidates
            .push(Candidate::new(SDK, move || deserializer.decode(response)));
    }
    let ours: O = codec::from_str(payload).expect("ours");
    comparison
        .candidates
        .push(Candidate::new(VALIDATE, move || ours.violations()));
    comparison
}

/// Decodes text whose canonical text may be another.
fn decode_respelled<'a, O: Shape, D: DeserializeOwned + Serialize + 'a>(
    title: &'static str,
    payload: &'a str,
    canonical: &str,
) -> Comparison<'a> {
    let bytes = payload.as_bytes();
    let whole: Value = serde_json::from_str(payload).expect("JSON");
    let ours: O = codec::from_str(payload).expect("ours");
    assert_eq!(
        codec::to_string(&ours).expect("ours"),
        canonical,
        "{title}: ours is whole"
    );
    let derived: D = serde_json::from_str(payload).expect("derive");
    let same = |value: &D| numbers(serde_json::to_value(value).expect("derive"));
    assert_eq!(same(&derived), numbers(whole), "{title}: derive is whole");
    let sonic: D = sonic_rs::from_slice(bytes).expect("sonic-rs");
    assert_eq!(same(&sonic), same(&derived), "{title}: sonic-rs is whole");
    let simd: D = simd_json::serde::from_slice(&mut bytes.to_vec()).expect("simd-json");
    assert_eq!(same(&simd), same(&derived), "{title}: simd-json is whole");

    let candidates = vec![
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
        Candidate::new("IgnoredAny", move || {
            serde_json::from_slice::<IgnoredAny>(bytes)
        }),
        Candidate::new("copy", move || bytes.to_vec()),
    ];
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
    let [reused, appended] = [ours.clone(), ours.clone()];
    let derived: D = serde_json::from_str(payload).expect("derive");
    let [sonic, simd] = [(); 2].map(|()| serde_json::from_str::<D>(payload).expect("derive"));
    let value: Value = serde_json::from_str(payload).expect("JSON");
    let same = |peer: &str, text: Vec<u8>| {
        let text = serde_json::from_slice(&text).expect("JSON");
        assert_eq!(numbers(text), numbers(value.clone()), "{title}: {peer}");
    };
    same("sonic-rs", sonic_rs::to_vec(&sonic).expect("sonic-rs"));
    same(
        "simd-json",
        simd_json::serde::to_vec(&simd).expect("simd-json"),
    );
    let mut buffer = Vec::with_capacity(payload.len());
    let mut text = String::with_capacity(payload.len());
    Comparison {
        title,
        bytes: payload.len(),
        candidates: vec![
            Candidate::new(OURS, move || codec::to_vec(&ours)),
            Candidate::new(REUSED, move || {
                buffer.clear();
                codec::to_writer(&mut buffer, &reused)
            }),
            Candidate::new(APPEND, move || {
                text.clear();
                codec::append(&mut text, &appended)
            }),
            Candidate::new(DERIVE_ENCODE, move || serde_json::to_vec(&derived)),
            Candidate::new("derive, sonic-rs", move || sonic_rs::to_vec(&sonic)),
            Candidate::new("derive, simd-json", move || simd_json::serde::to_vec(&simd)),
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

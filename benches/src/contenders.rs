//! Who competes on which payload. Each is checked first: it must give back the whole payload.

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
    measure::Contender,
    payload::{self, Random},
    sdk,
};

/// One table: a payload, a direction, and who competes.
pub struct Race<'a> {
    pub title: &'static str,
    pub bytes: usize,
    pub contenders: Vec<Contender<'a>>,
}

/// The payloads of all races.
pub struct Payloads {
    describe_job: String,
    executions_for_job: String,
    jobs: String,
    described_execution: String,
    pub export: String,
    create_job: String,
    answers: [HttpResponse; 3],
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
    /// Makes them all; the export has this many lines.
    pub fn make(lines: usize) -> Self {
        let mut random = Random::seeded();
        let describe_job = payload::describe_job(&mut random);
        let executions_for_job = payload::job_executions_for_job(&mut random, 250);
        let jobs = payload::jobs(&mut random, 250);
        Self {
            answers: [&describe_job, &executions_for_job, &jobs].map(|body| sdk::answer(body)),
            describe_job,
            executions_for_job,
            jobs,
            described_execution: payload::described_execution(&mut random),
            create_job: payload::create_job(&mut random),
            export: payload::executions(&mut random, lines),
        }
    }

    /// All races but those over the export.
    pub fn races(&self) -> Vec<Race<'_>> {
        let [a, b, c] = &self.answers;
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

    /// F: the request of a typed input, and its body alone.
    fn request(&self) -> Race<'_> {
        let mut race = encode::<CreateJobInput, derived::CreateJob>("F encode", &self.create_job);
        race.contenders[0].name = BODY;
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

        race.contenders
            .push(Contender::new(OURS, move || CreateJob::to_request(&ours)));
        race.contenders.push(Contender::prepared(
            SDK,
            move || Input::erase(input.clone()),
            move |input| serializer.encode(input),
        ));
        race
    }

    /// The export on one core.
    pub fn export_race(&self) -> Race<'_> {
        let input = &self.export;
        Race {
            title: "E decode",
            bytes: input.len(),
            contenders: vec![
                Contender::new(OURS, move || read_export(input)),
                Contender::new("iot-jobs, two cores", move || {
                    read_export_on_two_cores(input)
                }),
                Contender::new(DERIVE, move || {
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

/// Reads an export line by line and says how many there were.
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
) -> Race<'a> {
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

    let mut contenders = vec![
        Contender::new(OURS, move || codec::from_slice::<O>(bytes)),
        Contender::new(DERIVE, move || serde_json::from_slice::<D>(bytes)),
        Contender::new("derive, from_str", move || {
            serde_json::from_str::<D>(std::str::from_utf8(bytes).expect("UTF-8"))
        }),
        Contender::new("derive, sonic-rs", move || sonic_rs::from_slice::<D>(bytes)),
        // It writes to its input, so each call gets a copy of its own.
        Contender::prepared(
            "derive, simd-json",
            move || bytes.to_vec(),
            |mut copy| simd_json::serde::from_slice::<D>(&mut copy),
        ),
        Contender::new("serde_json::Value", move || {
            serde_json::from_slice::<Value>(bytes)
        }),
        Contender::new("IgnoredAny (floor)", move || {
            serde_json::from_slice::<IgnoredAny>(bytes)
        }),
        Contender::new("copy (floor)", move || bytes.to_vec()),
    ];
    if let Some((deserializer, answer)) = sdk {
        contenders.push(Contender::new(SDK, move || deserializer.decode(answer)));
    }
    contenders.push(Contender::new(VALIDATE, move || ours.violations()));
    Race {
        title,
        bytes: payload.len(),
        contenders,
    }
}

fn encode<'a, O: Shape, D: DeserializeOwned + Serialize + 'a>(
    title: &'static str,
    payload: &'a str,
) -> Race<'a> {
    let ours: O = codec::from_str(payload).expect("ours");
    let again = ours.clone();
    let derived: D = serde_json::from_str(payload).expect("derive");
    let value: Value = serde_json::from_str(payload).expect("JSON");
    let mut buffer = Vec::with_capacity(payload.len());
    Race {
        title,
        bytes: payload.len(),
        contenders: vec![
            Contender::new(OURS, move || codec::to_vec(&ours)),
            Contender::new(REUSED, move || {
                buffer.clear();
                codec::to_writer(&mut buffer, &again)
            }),
            Contender::new(DERIVE_ENCODE, move || serde_json::to_vec(&derived)),
            Contender::new("serde_json::Value", move || serde_json::to_vec(&value)),
        ],
    }
}

/// The same value with every number as a `f64`: derive has no other times.
fn numbers(value: Value) -> Value {
    match value {
        Value::Number(number) => number.as_f64().map_or(Value::Null, Value::from),
        Value::Array(list) => list.into_iter().map(numbers).collect(),
        Value::Object(members) => members.into_iter().map(|(k, v)| (k, numbers(v))).collect(),
        other => other,
    }
}

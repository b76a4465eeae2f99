//! The payloads, from a seeded generator, as the service or a device would send them.

use std::fmt::Write as _;

use iot_jobs::{
    codec,
    device::operation::describe_job_execution::DescribeJobExecutionOutput,
    operation::{
        create_job::CreateJobInput, describe_job::DescribeJobOutput,
        list_job_executions_for_job::ListJobExecutionsForJobOutput, list_jobs::ListJobsOutput,
    },
    shape::Shape,
};
use serde_json::{Value, json};

/// A random number generator (SplitMix64), so that every machine gets the same payloads.
pub struct Random(u64);

impl Random {
    /// The generator of all payloads.
    pub fn seeded() -> Self {
        Self(20_261_121)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn hex(&mut self) -> String {
        format!("{:08x}", self.next() >> 32)
    }

    /// Epoch seconds with milliseconds, as the service sends them.
    fn time(&mut self) -> f64 {
        let millis = 1_700_000_000_000 + self.below(90_000_000_000);
        millis as f64 / 1e3
    }

    fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len() as u64) as usize]
    }

    fn thing_arn(&mut self) -> String {
        format!(
            "arn:aws:iot:eu-west-1:123456789012:thing/belt-{}",
            self.hex()
        )
    }

    fn job_arn(&mut self) -> String {
        format!(
            "arn:aws:iot:eu-west-1:123456789012:job/firmware-{}",
            self.hex()
        )
    }
}

const STATES: [&str; 5] = ["QUEUED", "IN_PROGRESS", "SUCCEEDED", "FAILED", "TIMED_OUT"];

/// JSON in the model's order, after a check that it has no unknown members.
fn canonical<T: Shape>(value: &Value) -> String {
    let decoded: T = codec::from_str(&value.to_string()).expect("a payload of the shape");
    assert_eq!(decoded.unknown(), [], "the payload has unknown members");
    codec::to_string(&decoded).expect("a payload of the shape")
}

fn members_of_a_job(random: &mut Random) -> Value {
    json!({
        "targetSelection": "CONTINUOUS",
        "description": "Rolls out the firmware to the belts of hall 7, after the night shift.",
        "presignedUrlConfig": {
            "roleArn": "arn:aws:iam::123456789012:role/presign-firmware", "expiresInSec": 3600
        },
        "jobExecutionsRolloutConfig": {
            "maximumPerMinute": 50,
            "exponentialRate": {
                "baseRatePerMinute": 5,
                "incrementFactor": 1.5,
                "rateIncreaseCriteria": {"numberOfSucceededThings": 20}
            }
        },
        "abortConfig": {"criteriaList": [
            {"failureType": "FAILED", "action": "CANCEL", "thresholdPercentage": 12.5,
             "minNumberOfExecutedThings": 10},
            {"failureType": "ALL", "action": "CANCEL", "thresholdPercentage": 20,
             "minNumberOfExecutedThings": 50}
        ]},
        "timeoutConfig": {"inProgressTimeoutInMinutes": 90},
        "namespaceId": "hall-7",
        "jobTemplateArn": "arn:aws:iot:eu-west-1:123456789012:jobtemplate/firmware",
        "jobExecutionsRetryConfig": {"criteriaList": [
            {"failureType": "FAILED", "numberOfRetries": 3},
            {"failureType": "TIMED_OUT", "numberOfRetries": 2}
        ]},
        "documentParameters": {
            "pathToFirmware": format!("s3://firmware/{}", random.hex()),
            "checksum": random.hex(), "channel": "stable"
        },
        "schedulingConfig": {
            "startTime": "2026-12-01T02:00", "endTime": "2026-12-09T02:00",
            "endBehavior": "STOP_ROLLOUT",
            "maintenanceWindows": [{"startTime": "cron(0 2 * * ? *)", "durationInMinutes": 120}]
        },
        "destinationPackageVersions": [
            "arn:aws:iot:eu-west-1:123456789012:package/belt/version/1.2.3"
        ]
    })
}

fn with(mut members: Value, more: Value) -> Value {
    if let (Value::Object(members), Value::Object(more)) = (&mut members, more) {
        members.extend(more);
    }
    members
}

/// A: a DescribeJob response with every member.
pub fn describe_job(random: &mut Random) -> String {
    let targets: Vec<_> = (0..3).map(|_| random.thing_arn()).collect();
    let processing: Vec<_> = (0..3).map(|_| random.thing_arn()).collect();
    let job = with(
        members_of_a_job(random),
        json!({
            "jobArn": random.job_arn(),
            "jobId": format!("firmware-{}", random.hex()),
            "status": "IN_PROGRESS",
            "forceCanceled": false,
            "reasonCode": "HALL_CLOSED",
            "comment": "Stopped by hand while the hall was closed.",
            "targets": targets,
            "createdAt": random.time(),
            "lastUpdatedAt": random.time(),
            "completedAt": random.time(),
            "jobProcessDetails": {
                "processingTargets": processing,
                "numberOfCanceledThings": 1, "numberOfSucceededThings": 40,
                "numberOfFailedThings": 2, "numberOfRejectedThings": 0,
                "numberOfQueuedThings": 12, "numberOfInProgressThings": 7,
                "numberOfRemovedThings": 0, "numberOfTimedOutThings": 3
            },
            "isConcurrent": true,
            "scheduledJobRollouts": [
                {"startTime": "2026-12-01T02:00"}, {"startTime": "2026-12-02T02:00"}
            ],
        }),
    );
    canonical::<DescribeJobOutput>(&json!({
        "documentSource": "https://firmware.s3.eu-west-1.amazonaws.com/belt.json", "job": job
    }))
}

/// B: a ListJobExecutionsForJob response with this number of entries.
pub fn job_executions_for_job(random: &mut Random, entries: usize) -> String {
    let entries: Vec<_> = (0..entries)
        .map(|_| {
            json!({"thingArn": random.thing_arn(), "jobExecutionSummary": {
                "status": random.pick(&STATES),
                "queuedAt": random.time(), "startedAt": random.time(),
                "lastUpdatedAt": random.time(),
                "executionNumber": random.below(1 << 40), "retryAttempt": random.below(4)
            }})
        })
        .collect();
    canonical::<ListJobExecutionsForJobOutput>(&json!({
        "executionSummaries": entries, "nextToken": random.hex().repeat(16)
    }))
}

/// C: a ListJobs response with this number of entries.
pub fn jobs(random: &mut Random, entries: usize) -> String {
    let entries: Vec<_> = (0..entries)
        .map(|_| {
            json!({
                "jobArn": random.job_arn(), "jobId": format!("firmware-{}", random.hex()),
                "thingGroupId": random.hex().repeat(4), "targetSelection": "SNAPSHOT",
                "status": random.pick(&["IN_PROGRESS", "COMPLETED", "CANCELED"]),
                "createdAt": random.time(), "lastUpdatedAt": random.time(),
                "completedAt": random.time(), "isConcurrent": false
            })
        })
        .collect();
    canonical::<ListJobsOutput>(&json!({"jobs": entries, "nextToken": random.hex().repeat(16)}))
}

/// D: a DescribeJobExecution response over MQTT, with a job document.
pub fn described_execution(random: &mut Random) -> String {
    let whole = |time: f64| time as i64;
    canonical::<DescribeJobExecutionOutput>(&json!({"execution": {
        "jobId": "firmware-7", "thingName": "belt-1", "status": "QUEUED",
        "queuedAt": whole(random.time()), "lastUpdatedAt": whole(random.time()),
        "versionNumber": 1, "executionNumber": 4_567_890_123_u64,
        "jobDocument": {
            "version": "1.0",
            "steps": [{"action": {
                "name": "Download", "type": "runHandler",
                "input": {"handler": "download.sh", "args": ["https://h/belt.bin", "-f"], "path": "/opt"}
            }}],
            "retry": {"times": 3, "seconds": [1, 2.5, 10]}
        }
    }}))
}

/// E: an export of job executions, one per line.
pub fn executions(random: &mut Random, lines: usize) -> String {
    let mut export = String::new();
    for _ in 0..lines {
        let (thing, state) = (random.thing_arn(), random.pick(&STATES));
        let (queued, started, updated) = (random.time(), random.time(), random.time());
        let number = random.below(1 << 40);
        let _ = writeln!(
            export,
            "{{\"jobId\":\"firmware-7\",\"status\":\"{state}\",\"forceCanceled\":false,\
             \"statusDetails\":{{\"detailsMap\":{{\"step\":\"download\",\"progress\":\"{}%\"}}}},\
             \"thingArn\":\"{thing}\",\"queuedAt\":{queued},\"startedAt\":{started},\
             \"lastUpdatedAt\":{updated},\"executionNumber\":{number},\"versionNumber\":3,\
             \"approximateSecondsBeforeTimedOut\":{}}}",
            random.below(101),
            random.below(5400),
        );
    }
    export
}

/// F: a CreateJob request with every member.
pub fn create_job(random: &mut Random) -> String {
    let targets: Vec<_> = (0..10).map(|_| random.thing_arn()).collect();
    canonical::<CreateJobInput>(&with(
        members_of_a_job(random),
        json!({
            "jobId": format!("firmware-{}", random.hex()),
            "targets": targets,
            "document": "{\"version\":\"1.0\",\"steps\":[{\"action\":{\"name\":\"Download\",\
                \"type\":\"runHandler\",\"input\":{\"handler\":\"download.sh\"}}}]}",
            "documentSource": "https://firmware.s3.eu-west-1.amazonaws.com/belt.json",
            "tags": [{"Key": "hall", "Value": "7"}, {"Key": "team", "Value": "belts"}],
        }),
    ))
}

/// The same JSON with the members of every object in alphabetical order.
pub fn sorted(json: &str) -> String {
    fn sort(value: Value) -> Value {
        match value {
            Value::Object(members) => {
                let mut members: Vec<_> = members.into_iter().collect();
                members.sort_by(|(one, _), (other, _)| one.cmp(other));
                let members = members.into_iter().map(|(name, value)| (name, sort(value)));
                Value::Object(members.collect())
            }
            Value::Array(elements) => elements.into_iter().map(sort).collect(),
            other => other,
        }
    }
    sort(serde_json::from_str(json).expect("JSON")).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_sorted_on_every_level() {
        let text = r#"{"b":[{"d":1700000000.123,"c":true}],"a":null}"#;
        let sorted_text = r#"{"a":null,"b":[{"c":true,"d":1700000000.123}]}"#;
        assert_eq!(sorted(text), sorted_text);
    }

    #[test]
    fn the_same_seed_makes_the_same_payloads() {
        let make = || {
            let mut random = Random::seeded();
            [
                describe_job(&mut random),
                create_job(&mut random),
                executions(&mut random, 3),
            ]
        };
        assert_eq!(make(), make());
    }

    #[test]
    fn a_describe_job_answer_has_every_member_of_a_job() {
        let payload = describe_job(&mut Random::seeded());
        let value: Value = serde_json::from_str(&payload).expect("JSON");
        let job = value["job"].as_object().expect("a job");
        let declared = iot_jobs::types::Job::STRUCTURE.members.len();
        assert_eq!(job.len(), declared);
    }
}

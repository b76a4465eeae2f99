//! Validating a valid value allocates nothing, nor does encoding into a text that has the room, nor decoding
//! numbers and times. A separate binary, since counting replaces the allocator.

// A request that does not decode ends the test; clippy.toml reaches only functions marked #[test].
#![allow(clippy::expect_used)]

use std::io;

use allocation_counter::measure;
use iot_jobs::{
    Validate, codec,
    device::message::{NextJobExecutionChanged, UpdateJobExecutionRequest},
    operation::create_job::CreateJobInput,
    primitives::DateTime,
    shape::Shape,
    types::{Job, JobExecution},
};
use serde_json::{Map, Value, json};

/// 2030-01-01 00:00 UTC.
const NOW: i64 = 1_893_456_000;

/// A request with every member and as much in each as is allowed, or more than anyone sends.
fn maximal() -> CreateJobInput {
    let arn = |tail: &str| format!("arn:aws:iot:eu-west-1:123456789012:{tail}");
    let target = |n| arn(&format!("thing/{n:0>128}"));
    let package = |n| arn(&format!("package/p{n}/version/1.0.{n}"));
    let parameter = |n| (format!("{n:0>128}"), json!("é ü".repeat(100)));
    let mut parameters: Map<String, Value> = (0..50).map(parameter).collect();
    parameters.insert("LARGEST".to_owned(), json!("x".repeat(30720)));
    let tag = |n| json!({"Key": format!("{n:é>128}"), "Value": "😀".repeat(256)});
    let request = json!({
        "jobId": "j".repeat(64),
        "targets": (0..100).map(target).collect::<Vec<_>>(),
        "document": format!("\"{}\"", "x".repeat(32766)),
        "description": "é".repeat(2028),
        "presignedUrlConfig": {"roleArn": "r".repeat(2048), "expiresInSec": 3600},
        "targetSelection": "CONTINUOUS",
        "jobExecutionsRolloutConfig": {
            "maximumPerMinute": 1000,
            "exponentialRate": {
                "baseRatePerMinute": 1000,
                "incrementFactor": 4.9,
                "rateIncreaseCriteria": {"numberOfNotifiedThings": i32::MAX},
            },
        },
        "abortConfig": {"criteriaList": [
            {"failureType": "FAILED", "action": "CANCEL", "thresholdPercentage": 99.99, "minNumberOfExecutedThings": 1},
            {"failureType": "ALL", "action": "CANCEL", "thresholdPercentage": 0.01, "minNumberOfExecutedThings": i32::MAX},
        ]},
        "timeoutConfig": {"inProgressTimeoutInMinutes": 10080},
        "tags": (0..50).map(tag).collect::<Vec<_>>(),
        "namespaceId": "n".repeat(64),
        "jobTemplateArn": arn(&format!("jobtemplate/{}", "t".repeat(64))),
        "jobExecutionsRetryConfig": {"criteriaList": [
            {"failureType": "FAILED", "numberOfRetries": 5},
            {"failureType": "TIMED_OUT", "numberOfRetries": 5},
        ]},
        "documentParameters": parameters,
        "schedulingConfig": {
            "startTime": "2030-06-01 08:00",
            "endTime": "2031-12-31T08:00:00+01:00",
            "endBehavior": "FORCE_CANCEL",
            "maintenanceWindows": (0..7).map(|day| json!({
                "startTime": format!("cron(0/30 8-17 ? JAN-JUN,SEP {}#2 2030-2031)", day + 1),
                "durationInMinutes": 1430,
            })).collect::<Vec<_>>(),
        },
        "destinationPackageVersions": (0..25).map(package).collect::<Vec<_>>(),
    });
    codec::from_str(&request.to_string()).expect("a request")
}

#[test]
fn a_valid_value_is_validated_without_allocating() {
    let (input, now) = (maximal(), DateTime::from_secs(NOW));
    let all_but_the_source = |member: &&iot_jobs::facts::Member| {
        serde_json::to_value(&input)
            .unwrap()
            .get(member.wire_name)
            .is_none()
    };
    let facts = <CreateJobInput as iot_jobs::shape::Shape>::STRUCTURE;
    let absent: Vec<_> = facts.members.iter().filter(all_but_the_source).collect();
    assert_eq!(absent.len(), 1, "a document excludes documentSource alone");

    assert_eq!(input.violations_at(now), []);
    assert_eq!(measure(|| drop(input.violations())).count_total, 0);
    assert_eq!(measure(|| drop(input.violations_at(now))).count_total, 0);
    assert_eq!(measure(|| drop(input.validate())).count_total, 0);
}

#[test]
fn violations_allocate() {
    let mut input = maximal();
    input.description = Some("\n".to_owned());
    assert_eq!(input.violations().len(), 1);
    assert!(measure(|| drop(input.violations())).count_total > 0);
}

#[test]
fn the_first_value_of_a_thread_is_validated_without_allocating() {
    let execution =
        r#"{"jobId": "j", "status": "QUEUED", "statusDetails": {"detailsMap": {"a": "1"}}}"#;
    let execution: JobExecution = codec::from_str(execution).unwrap();
    let first = std::thread::spawn(move || measure(|| drop(execution.violations())).count_total);
    assert_eq!(first.join().unwrap(), 0);
}

/// How much is allocated while a job is decoded.
fn decoding(job: &str) -> u64 {
    let decoded = measure(|| drop(codec::from_str::<Job>(job).expect("a job")));
    decoded.count_total
}

#[test]
fn numbers_and_times_are_decoded_without_allocating() {
    let rows = [
        r#"{"createdAt": 0, "lastUpdatedAt": 1700000000, "completedAt": -62135596800}"#,
        r#"{"createdAt": 1700000000123, "lastUpdatedAt": 253402300799}"#,
        r#"{"createdAt": 0.5, "lastUpdatedAt": 1700000000.123, "completedAt": 2147483647.999999}"#,
        r#"{"createdAt": 1.7e9, "lastUpdatedAt": 1700000000.000001}"#,
        r#"{"createdAt": 1700000000.1234564, "lastUpdatedAt": 4000000000.5}"#,
        r#"{"createdAt": "2023-11-14T22:13:20Z", "lastUpdatedAt": "2023-11-14T22:13:20.123+01:00"}"#,
        r#"{"isConcurrent": true, "timeoutConfig": {"inProgressTimeoutInMinutes": 60}}"#,
        r#"{"jobProcessDetails": {"numberOfFailedThings": 2147483647, "numberOfQueuedThings": -1}}"#,
        r#"{"jobProcessDetails": {"numberOfFailedThings": 5.0, "numberOfQueuedThings": 5e0}}"#,
        r#"{"jobExecutionsRolloutConfig": {"exponentialRate":
            {"baseRatePerMinute": 1, "incrementFactor": 1.5, "rateIncreaseCriteria": {}}}}"#,
    ];
    for row in rows {
        assert_eq!(decoding(row), 0, "{row}");
    }
    assert!(decoding(r#"{"jobId": "j"}"#) > 0);
}

/// Checks that the codec's own reader decodes a text: as it is, indented, and with its members in another order.
///
/// A text that it refuses is decoded again through serde, to the same value: what was allocated before is then allocated
/// twice. So the text must begin with a string.
fn decoded_once<T: Shape>(text: &str) {
    // After an unknown member, the others are not where they are expected.
    let unknown = text.replacen('{', r#"{"_":"x","#, 1);
    for text in [text.to_owned(), codec::indent(text), unknown] {
        let codec = measure(|| drop(codec::from_str::<T>(&text).expect("a value")));
        let serde = measure(|| drop(serde_json::from_str::<T>(&text).expect("a value")));
        let (codec, serde) = (codec.count_total, serde.count_total);
        assert!(0 < codec && codec <= serde, "{text}: {codec} and {serde}");
    }
}

#[test]
fn the_reader_of_text_decodes_the_times_that_serde_decodes() {
    let times = [
        "0",
        "7",
        "12345678",
        "123456789",
        "123456789.5",
        "12345678901",
        "1549395301",
        "1549395301.3",
        "1549395301.389",
        "1549395301.3895",
        "1549395301.389123",
        "1549395301.3891234",
        "1549395301389",
        "-1",
        "-1.5",
        "1.5e9",
        "15493953010000000e-7",
        "253402300799",
        "9999999999",
        "10000000000",
        "null",
        r#""2019-02-05T19:35:01Z""#,
        r#""2019-02-05T20:35:01.389+01:00""#,
    ];
    for time in times {
        decoded_once::<Job>(&format!(
            r#"{{"jobArn":"a","createdAt":{time},"isConcurrent":true}}"#
        ));
        // At the end of the text the number's digits are not followed by as many bytes.
        decoded_once::<Job>(&format!(r#"{{"jobArn":"a","createdAt":{time}}}"#));
    }
}

#[test]
fn the_reader_of_text_decodes_the_numbers_that_serde_decodes() {
    let integers = [
        "0",
        "7",
        "-7",
        "12",
        "1234567",
        "12345678",
        "999999999999999999",
        "1000000000000000000",
        "9223372036854775807",
        "-9223372036854775808",
        "5.0",
        "5e0",
        "50E-1",
        "null",
    ];
    for integer in integers {
        decoded_once::<JobExecution>(&format!(
            r#"{{"jobId":"a","executionNumber":{integer},"forceCanceled":false}}"#
        ));
    }
    for digits in [r#""7""#, r#""1234567890123""#, "7"] {
        decoded_once::<UpdateJobExecutionRequest>(&format!(
            r#"{{"status":"a new one","expectedVersion":{digits},"executionNumber":{digits}}}"#
        ));
    }
    for double in ["0", "1", "99.99", "1e1", "-0.1", "0.30000000000000004"] {
        decoded_once::<Job>(&format!(
            r#"{{"jobArn":"a","abortConfig":{{"criteriaList":[
                {{"failureType":"ALL","action":"CANCEL","thresholdPercentage":{double},"minNumberOfExecutedThings":1}}]}}}}"#
        ));
    }
}

#[test]
fn the_reader_of_text_decodes_the_strings_that_serde_decodes() {
    let strings = [
        "",
        "a",
        "exactly 8",
        "exactly 16 bytes",
        "17 bytes, and no more of them",
        r"\u00e9",
        "é, and more than 16 bytes",
        r"\ud83d\ude00 and more than 16 bytes",
        r#"\" \\ \/ \b \f \n \r \t"#,
        r"more than 16 bytes, and then \n",
    ];
    for string in strings {
        decoded_once::<Job>(&format!(
            r#"{{"jobArn":"{string}","jobId":"{string}","status":"{string}","targets":["{string}","{string}"]}}"#
        ));
        decoded_once::<JobExecution>(&format!(
            r#"{{"jobId":"a","statusDetails":{{"detailsMap":{{"{string}":"{string}"}}}}}}"#
        ));
    }
}

#[test]
fn the_reader_of_text_decodes_the_members_that_serde_decodes() {
    let values = [
        "null",
        "true",
        "false",
        "-1.50e-3",
        r#""\u00e9 and more than 16 bytes""#,
        "[]",
        "{}",
        r#"[1, [2, {"a": [null, "]}"]}], {}]"#,
        r#"{"a":{"b":[{"c":"\"}"}]},"d":[[],[{}]]}"#,
    ];
    for value in values {
        decoded_once::<Job>(&format!(
            r#"{{"jobArn":"a","unknown":{value},"description":"b","other":{value}}}"#
        ));
    }
    for (open, close) in [("[", "]"), (r#"{"a":"#, "}")] {
        let deep = [open.repeat(126), "1".to_owned(), close.repeat(126)].concat();
        decoded_once::<Job>(&format!(r#"{{"jobArn":"a","unknown":{deep}}}"#));
    }
    let others = [
        r#"{"jobArn":"a","jobId":null,"targets":null,"abortConfig":null,"documentParameters":null,"isConcurrent":null}"#,
        r#"{"jobArn":"a","targets":[],"documentParameters":{},"timeoutConfig":{},"abortConfig":{"criteriaList":[]}}"#,
        r#"{"jobArn":"a","documentParameters":{"a":"b","c":"d"},"presignedUrlConfig":{"roleArn":"r","expiresInSec":60}}"#,
        r#"{"description":"a","jobArn":"b","createdAt":1,"jobId":"c"}"#,
    ];
    for other in others {
        decoded_once::<Job>(other);
    }
    decoded_once::<NextJobExecutionChanged>(
        r#"{"execution":{"jobId":"a","jobDocument":{"operation":"x","a":[1.50]},"versionNumber":2},"timestamp":1549395301}"#,
    );
    decoded_once::<CreateJobInput>(r#"{"jobId":"a","document":"{\"operation\":\"x\"}"}"#);
}

/// Strings, lists, maps and unknown members, but nothing for what is read on the way to them.
#[test]
fn decoding_allocates_only_what_the_value_keeps() {
    let rows = [
        (
            r#"{"status": "IN_PROGRESS", "targetSelection": "SNAPSHOT"}"#,
            0,
        ),
        (r#"{"jobId": "j"}"#, 1),
        (r#"{"description": "\u00e9\n"}"#, 1),
        (r#"{"targets": ["a", "b"]}"#, 3),
        (r#"{"targets": []}"#, 0),
        (r#"{"documentParameters": {"a": "1"}}"#, 3),
        (r#"{"jobId": null, "abortConfig": {"criteriaList": []}}"#, 0),
        (
            r#"{"abortConfig": {"criteriaList": [{"failureType": "ALL", "action": "CANCEL",
            "thresholdPercentage": 1.5, "minNumberOfExecutedThings": 1}]}}"#,
            1,
        ),
        (r#"{"new": [1.50]}"#, 4),
    ];
    let found = rows.map(|(row, _)| (row, decoding(row)));
    assert_eq!(found, rows);
}

#[test]
fn a_text_with_room_is_appended_to_without_allocating() {
    let mut job: Job = codec::from_str(r#"{"createdAt": 8589934591.999999}"#).unwrap();
    job.last_updated_at = Some(DateTime::from_secs_and_nanos(-3, 250_000_000));
    job.completed_at = Some(DateTime::from_secs(1_700_000_000));
    let text = codec::to_string(&job).unwrap();
    let mut buffer = String::with_capacity(text.len());
    let encoded = measure(|| codec::append(&mut buffer, &job).expect("a job"));
    assert_eq!(encoded.count_total, 0);
    assert_eq!(buffer, text);
}

/// How much is allocated while a value is appended to a text with room.
fn appending<T: Shape>(text: &str) -> u64 {
    let value: T = codec::from_str(text).expect("a value");
    let mut buffer = String::with_capacity(text.len());
    let appended = measure(|| codec::append(&mut buffer, &value).expect("room"));
    assert_eq!(buffer, text);
    appended.count_total
}

/// An output that keeps the length of each piece.
#[derive(Default)]
struct Pieces(Vec<usize>);

impl io::Write for Pieces {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        self.0.push(piece.len());
        Ok(piece.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_value_is_written_in_pieces_of_a_bounded_size() {
    let long = "x".repeat(100_000);
    let many = vec!["\"a target\""; 10_000].join(",");
    for text in [
        format!(r#"{{"description":"{long}"}}"#),
        format!(r#"{{"targets":[{many}]}}"#),
        format!(r#"{{"description":"a{long}\n{long}"}}"#),
    ] {
        let job: Job = codec::from_str(&text).unwrap();
        let mut pieces = Pieces::default();
        codec::to_writer(&mut pieces, &job).unwrap();
        assert_eq!(pieces.0.iter().sum::<usize>(), text.len());
        let longest = pieces.0.iter().max().copied();
        assert!(longest <= Some(32 * 1024), "{longest:?} {}", &text[..20]);
        assert!(pieces.0.len() <= text.len() / 8192 + 1);
    }
}

/// The length and capacity of a value's text, and how often it is allocated.
fn encoding<T: Shape>(text: &str) -> (usize, usize, u64) {
    let value: T = codec::from_str(text).expect("a value");
    let mut encoded = String::new();
    let allocated = measure(|| encoded = codec::to_string(&value).expect("encodable"));
    assert_eq!(encoded, text);
    (encoded.len(), encoded.capacity(), allocated.count_total)
}

#[test]
fn a_new_text_has_at_most_a_kilobyte_or_half_of_it_unused() {
    let long = |length| format!(r#"{{"jobId":"{}"}}"#, "x".repeat(length));
    let rows = [
        encoding::<Job>(r#"{"jobId":"a"}"#),
        encoding::<Job>(&long(1_000)),
        encoding::<Job>(&long(10_000)),
        encoding::<Job>(&long(100_000)),
        encoding::<NextJobExecutionChanged>("{}"),
    ];
    for (length, capacity, allocations) in rows {
        assert!(capacity <= 1024.max(2 * length), "{capacity} for {length}");
        assert!(allocations <= 3, "{allocations} for {length}");
    }
}

#[test]
fn maps_unknown_members_and_documents_are_appended_without_allocating() {
    let map = |length: usize| {
        let entries: Vec<_> = (0..length).map(|n| format!(r#""{n:02}":"v\n""#)).collect();
        format!(r#"{{"documentParameters":{{{}}}}}"#, entries.join(","))
    };
    assert_eq!(appending::<Job>(&map(16)), 0);
    // Larger maps are sorted on the heap.
    assert!(appending::<Job>(&map(17)) > 0);
    let unknown = r#"{"jobId":"é\u0001","status":"NEW","targets":["a","b"],"timeoutConfig":{"x":null},"a":[1.50,{}],"b":"c"}"#;
    assert_eq!(appending::<Job>(unknown), 0);
    let document = r#"{"execution":{"status":"QUEUED","executionNumber":-1,"jobDocument":{"b":[1e400],"a":"\t"}}}"#;
    assert_eq!(appending::<NextJobExecutionChanged>(document), 0);
}

#[test]
fn the_buffer_of_a_dropped_chunk_is_used_again() {
    let reading = |lines: usize| {
        let input = "{\"executionNumber\":1}\n".repeat(lines);
        measure(|| {
            for chunk in codec::chunks(input.as_bytes()).chunk_bytes(4096) {
                let chunk = chunk.expect("memory");
                assert!(chunk.lines::<JobExecution>().all(|line| line.is_ok()));
            }
        })
    };
    let (few, many) = (reading(1_000), reading(20_000));
    assert_eq!(few.count_total, many.count_total);
    assert!(many.bytes_max < 8192, "{}", many.bytes_max);
    // A line that is too long is not kept.
    let long = "x".repeat(1 << 20);
    let chunks = || codec::chunks(long.as_bytes()).chunk_bytes(4096);
    let reading = measure(|| assert_eq!(chunks().max_line_bytes(100).count(), 1));
    assert!(reading.bytes_max < 20_000, "{}", reading.bytes_max);
}

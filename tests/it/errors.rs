//! What an error says, where it points, and what it keeps to itself.

use std::{collections::HashMap, error::Error as _, fmt::Write as _, io};

use insta::assert_snapshot;
use iot_jobs::{
    Error, codec,
    device::types::JobDocument,
    operation::describe_job::DescribeJobOutput,
    primitives::DateTime,
    types::{Job, JobSummary},
};
use serde::Deserialize;

fn error(input: impl AsRef<[u8]>) -> Error {
    codec::from_slice::<DescribeJobOutput>(input.as_ref()).unwrap_err()
}

/// The messages for a table of inputs, a line each.
fn messages<I: AsRef<[u8]>>(inputs: impl IntoIterator<Item = I>) -> String {
    let mut lines = String::new();
    for input in inputs {
        let error = error(&input);
        writeln!(lines, "{error}").unwrap();
        let place = format!(
            " at line {} column {}",
            error.line().unwrap(),
            error.column().unwrap()
        );
        let path = format!("{}: ", error.path());
        let path = if error.path() == "$" { "" } else { &path };
        assert_eq!(
            error.to_string(),
            format!("{path}{}{place}", error.message())
        );
    }
    lines
}

#[test]
fn values_of_the_wrong_kind() {
    assert_snapshot!(messages([
        "[]",
        r#""text""#,
        r#"{"job":[]}"#,
        r#"{"job":{"jobId":1}}"#,
        r#"{"job":{"jobId":{}}}"#,
        r#"{"job":{"jobId":1e400}}"#,
        r#"{"job":-1e400}"#,
        r#"{"job":{"jobId":1e400,"new":1}}"#,
        r#"{"job":{"jobId":1e400,}}"#,
        r#"{"job":{"status":false}}"#,
        r#"{"job":{"forceCanceled":"true"}}"#,
        r#"{"job":{"createdAt":"yesterday"}}"#,
        r#"{"job":{"createdAt":true}}"#,
        r#"{"job":{"targets":"t"}}"#,
        r#"{"job":{"targets":["t",5]}}"#,
        r#"{"job":{"documentParameters":{"a":"1","b.c":2}}}"#,
        r#"{"job":{"documentParameters":{"":2}}}"#,
        r#"{"job":{"jobProcessDetails":{"numberOfFailedThings":5.5}}}"#,
        r#"{"job":{"jobProcessDetails":{"numberOfFailedThings":1e400}}}"#,
        r#"{"job":{"timeoutConfig":{"inProgressTimeoutInMinutes":"60"}}}"#,
        r#"{"job":{"abortConfig":{"criteriaList":[null]}}}"#,
        r#"{"job":{"abortConfig":{"criteriaList":[{"action":"CANCEL"}]}}}"#,
        r#"{"job":{"abortConfig":{"criteriaList":[{"thresholdPercentage":1e400}]}}}"#,
        r#"{"job":{"jobId":"a","jobId":"b"}}"#,
        r#"{"job":{"new":"\ud800"}}"#,
    ]), @r#"
        expected an object, found an array at line 1 column 1
        expected an object, found string "text" at line 1 column 1
        job: expected an object, found an array at line 1 column 8
        job.jobId: expected a string, found number 1 at line 1 column 17
        job.jobId: expected a string, found an object at line 1 column 17
        job.jobId: expected a string, found number 1e400 at line 1 column 17
        job: expected an object, found number -1e400 at line 1 column 8
        job.jobId: expected a string, found number 1e400 at line 1 column 17
        job: trailing comma at line 1 column 23
        job.status: expected an enum value (string), found boolean false at line 1 column 18
        job.forceCanceled: expected a boolean, found string "true" at line 1 column 25
        job.createdAt: expected a timestamp of years 0001 to 9999 (epoch seconds, or ISO 8601 with an offset), found string "yesterday" at line 1 column 21
        job.createdAt: expected a timestamp of years 0001 to 9999 (epoch seconds, or ISO 8601 with an offset), found boolean true at line 1 column 21
        job.targets: expected an array, found string "t" at line 1 column 19
        job.targets[1]: expected a string, found number 5 at line 1 column 24
        job.documentParameters["b.c"]: expected a string, found number 2 at line 1 column 45
        job.documentParameters[""]: expected a string, found number 2 at line 1 column 34
        job.jobProcessDetails.numberOfFailedThings: expected a 32-bit integer, found number 5.5 at line 1 column 53
        job.jobProcessDetails.numberOfFailedThings: expected a 32-bit integer, found number 1e400 at line 1 column 53
        job.timeoutConfig.inProgressTimeoutInMinutes: expected a 64-bit integer, found string "60" at line 1 column 55
        job.abortConfig.criteriaList[0]: expected an object, found null at line 1 column 40
        job.abortConfig.criteriaList[0].failureType: this required member is missing at line 1 column 40
        job.abortConfig.criteriaList[0].thresholdPercentage: expected a finite number, found number 1e400 at line 1 column 63
        job.jobId: this member appears twice at line 1 column 29
        job.new: a string with half of a surrogate pair at line 1 column 16
        "#);
}

#[test]
fn text_that_is_not_json() {
    assert_snapshot!(messages([
        &b""[..],
        b" \n\n ",
        b"{",
        br#"{"job""#,
        br#"{"job":{"jobId":"a""#,
        br#"{"job":{"targets":["a","b"#,
        br#"{"job":{"jobProcessDetails":{"numberOfFailedThings":1."#,
        br#"{"job":{"jobId":"a",}}"#,
        br#"{"job":{"jobId" "a"}}"#,
        br#"{"job":{jobId:"a"}}"#,
        br#"{"job":{'jobId':"a"}}"#,
        br#"{"job":{1:"a"}}"#,
        br#"{"job":{"jobId":nul}}"#,
        br#"{"job":{"jobId":"\x"}}"#,
        br#"{"job":{"jobId":"\ud800"}}"#,
        br#"{"job":{"createdAt":01}}"#,
        br#"{"job":{"createdAt":.5}}"#,
        br#"{"job":{"createdAt":+5}}"#,
        br#"{"job":{"createdAt":NaN}}"#,
        br#"{"job":{"targets":["a" "b"]}}"#,
        br#"{"job":{"targets":["a",]}}"#,
        b"{} x",
        b"\xef\xbb\xbf{}",
        b"{\"job\":{\"jobId\":\"a\xff\"}}",
        b"{\"job\":{\"jobId\":\"a\nb\"}}",
    ]), @r"
        the text is empty, expected a JSON value at line 1 column 1
        the text is empty, expected a JSON value at line 3 column 2
        the input ends while parsing an object at line 1 column 2
        job: the input ends while parsing an object at line 1 column 7
        job: the input ends while parsing an object at line 1 column 20
        job.targets[1]: the input ends while parsing a string at line 1 column 26
        job.jobProcessDetails.numberOfFailedThings: the input ends while parsing a number at line 1 column 55
        job: trailing comma at line 1 column 21
        job.jobId: expected `:` at line 1 column 17
        job: key must be a string at line 1 column 9
        job: key must be a string at line 1 column 9
        job: key must be a string at line 1 column 9
        job.jobId: expected null, true or false at line 1 column 20
        job.jobId: invalid escape at line 1 column 19
        job.jobId: a string with half of a surrogate pair at line 1 column 18
        job.createdAt: invalid number at line 1 column 22
        job.createdAt: expected a JSON value at line 1 column 21
        job.createdAt: expected a JSON value at line 1 column 21
        job.createdAt: expected a JSON value at line 1 column 21
        job.targets[1]: expected `,` or `]` at line 1 column 24
        job.targets[1]: trailing comma at line 1 column 24
        found more text after the JSON value at line 1 column 4
        found a byte order mark, expected a JSON value at line 1 column 1
        job.jobId: invalid UTF-8 at line 1 column 19
        job.jobId: a control character (U+0000 to U+001F) in a string; escape it at line 1 column 19
        ");
}

#[test]
fn lines_and_columns_count_characters() {
    let head = "{\n\t\"documentSource\": \"é日😀\",\r\n  \"job\": {\"comment\": \"é日😀\", ";
    assert_snapshot!(messages([
        format!("{head}\"jobId\": 7}}}}"),
        format!("{head}\n \"jobId\"\n: \n  [\"é\",\n7]}}}}"),
        format!("{head}\"comment\": \"again\"}}}}"),
        format!("{head}\"abortConfig\": {{ \"é\": 1 }}}}}}"),
        format!("{head}\"targets\": [\"é\", \"日\", 7]}}}}"),
        format!("{head}\"😀\" 7}}}}"),
        format!("{head}\"😀\": 7"),
        format!("{head}\"😀\": [\n\n\"é\", x"),
        format!("{head}\"😀\": \"é"),
        format!("{head}\"😀\": 1}}}}\n\né"),
        format!("{head}\"😀\": \"\\ud800\"}}}}"),
        format!("{head}\"😀\": [[[1"),
    ]), @r"
        job.jobId: expected a string, found number 7 at line 3 column 38
        job.jobId: expected a string, found an array at line 6 column 3
        job.comment: this member appears twice at line 3 column 40
        job.abortConfig.criteriaList: this required member is missing at line 3 column 44
        job.targets[2]: expected a string, found number 7 at line 3 column 51
        job.😀: expected `:` at line 3 column 33
        job: the input ends while parsing an object at line 3 column 35
        job.😀[1]: expected a JSON value at line 5 column 6
        job.😀: the input ends while parsing a string at line 3 column 36
        found more text after the JSON value at line 5 column 1
        job.😀: a string with half of a surrogate pair at line 3 column 35
        job.😀[0][0][1]: the input ends while parsing an array at line 3 column 38
        ");
    let bytes = [head.as_bytes(), b"\"jobId\": \"\xc3\xa9\xff"].concat();
    assert_snapshot!(error(bytes), @"job.jobId: invalid UTF-8 at line 3 column 40");
}

#[test]
fn errors_are_of_one_category() {
    let encode = JobSummary::builder()
        .created_at(DateTime::from_secs(i64::MAX))
        .build();
    let io = codec::from_reader::<Job>(Broken).unwrap_err();
    let limit = codec::lines::<Job, _>(&b"{}  "[..])
        .max_line_bytes(3)
        .next()
        .unwrap()
        .unwrap_err();
    for (error, category) in [
        (error("{"), 0),
        (error("}"), 1),
        (error("[]"), 2),
        (limit, 3),
        (io, 4),
        (codec::to_string(&encode).unwrap_err(), 5),
    ] {
        let predicates = [
            error.is_incomplete(),
            error.is_syntax(),
            error.is_data(),
            error.is_limit(),
            error.is_io(),
            error.is_encode(),
        ];
        let mut expected = [false; 6];
        expected[category] = true;
        assert_eq!(predicates, expected, "{error:?}");
        assert_eq!(error.source().is_some(), error.is_io());
    }
}

/// Fails whenever it is read from or written to.
struct Broken;

impl io::Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::Error::other("the connection is closed"))
    }
}

impl io::Write for Broken {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::Error::other("the connection is closed"))
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn failures_to_read_and_write_keep_their_cause() {
    let job = Job::builder().job_id("j").build();
    // The output fails before the value is written to its end.
    let long = Job::builder().description("d".repeat(100_000)).build();
    for error in [
        codec::from_reader::<Job>(Broken).unwrap_err(),
        codec::to_writer(Broken, &job).unwrap_err(),
        codec::to_writer(Broken, &long).unwrap_err(),
    ] {
        assert!(error.is_io());
        assert_eq!(error.to_string(), "the connection is closed");
        assert!(error.path().is_root());
        assert_eq!((error.line(), error.column()), (None, None));
        let source = error
            .source()
            .and_then(|source| source.downcast_ref::<io::Error>());
        assert_eq!(source.unwrap().to_string(), "the connection is closed");
    }
}

#[test]
fn a_document_of_another_type_has_the_place_of_its_value() {
    for (text, place) in [
        (r#"{"a": "x"}"#, (Some(1), Some(9))),
        ("{\"a\": 1,\n\n  \"b\":   \"x\"}", (Some(3), Some(12))),
    ] {
        let error = JobDocument::new(text)
            .parse::<HashMap<String, i32>>()
            .unwrap_err();
        assert_eq!((error.line(), error.column()), place, "{text}");
        assert_eq!(error.message(), r#"invalid type: string "x", expected i32"#);
    }
}

#[test]
fn errors_pass_between_threads() {
    fn passes<T: std::error::Error + Send + Sync + 'static>(_: &T) {}
    passes(&error("["));
    let boxed: Box<dyn std::error::Error + Send + Sync> = error("[]").into();
    assert_eq!(
        boxed.to_string(),
        "expected an object, found an array at line 1 column 1"
    );
    assert_eq!(
        format!("{:?}", error("[]")),
        format!("Error(Data: {boxed})")
    );
}

/// Where a value may stand that is not what is expected there.
const PLACES: &[&str] = &[
    "#",
    r#"{"job":#}"#,
    r#"{"job":{"forceCanceled":#}}"#,
    r#"{"job":{"createdAt":#}}"#,
    r#"{"job":{"targets":#}}"#,
    r#"{"job":{"documentParameters":#}}"#,
    r#"{"job":{"abortConfig":{"criteriaList":[#]}}}"#,
    r#"{"job":{"timeoutConfig":{"inProgressTimeoutInMinutes":#}}}"#,
    r#"{"job":{"abortConfig":{"criteriaList":[{"thresholdPercentage":#}]}}}"#,
];

#[test]
fn no_error_shows_much_of_a_value() {
    let value = "0123456789".repeat(100);
    let values = [
        format!("\"{value}\""),
        format!("\"{}\"", "é".repeat(1000)),
        format!("9{value}.5e999"),
        format!("[\"{value}\"]"),
        format!("{{\"{value}\":\"{value}\"}}"),
        format!("{{\"{value}\":1,\"{value}\":1}}"),
        format!("\"{value}\\x\""),
    ];
    for value in &values {
        for place in PLACES {
            let input = place.replace('#', value);
            let Err(error) = codec::from_str::<DescribeJobOutput>(&input) else {
                continue;
            };
            let shown = [error.to_string(), format!("{error:?}")];
            for text in shown {
                let digits = text
                    .split(|c: char| !c.is_ascii_digit())
                    .map(str::len)
                    .max();
                let accents = text.matches('é').count();
                assert!(digits.unwrap() <= 64 && accents <= 64, "{text}");
            }
        }
    }
    let unknown = format!("{{\"job\":{{\"documentParameters\":{{\"{value}\":1}}}}}}");
    assert_snapshot!(error(unknown), @"job.documentParameters.0123456789012345678901234567890123456789012345678901234567890123…: expected a string, found number 1 at line 1 column 1034");
    let number =
        format!("{{\"job\":{{\"timeoutConfig\":{{\"inProgressTimeoutInMinutes\":9{value}}}}}}}");
    assert_snapshot!(error(number), @"job.timeoutConfig.inProgressTimeoutInMinutes: expected a 64-bit integer, found number 90123456789012345678901234567890… at line 1 column 55");
}

#[test]
fn no_error_shows_the_query_of_a_url() {
    let url = "https://b.s3.example/k?X-Amz-Signature=secret";
    // Either is enough of a sign.
    for url in [
        url,
        "https://b.s3.example/k?token=secret",
        "k?X-Amz-Signature=secret",
    ] {
        for value in [
            format!("\"{url}\""),
            format!("{{\"{url}\":1}}"),
            format!("{{\"{url}\":1,\"{url}\":2}}"),
            format!("{{\"{url}\":\"\\ud800\"}}"),
            format!("[\"{url}\",1]"),
            format!("\"{url}\\x\""),
            format!("\"{url}"),
        ] {
            for place in PLACES {
                let input = place.replace('#', &value);
                let Err(error) = codec::from_str::<DescribeJobOutput>(&input) else {
                    continue;
                };
                for text in [
                    error.to_string(),
                    format!("{error:?}"),
                    error.path().to_string(),
                ] {
                    assert!(!text.contains("secret"), "{input}: {text}");
                }
            }
        }
    }
    assert_snapshot!(error(PLACES[2].replace('#', &format!("\"{url}\""))), @r#"job.forceCanceled: expected a boolean, found string "https://b.s3.example/k"… at line 1 column 25"#);
    assert_snapshot!(error(PLACES[5].replace('#', &format!("{{\"{url}\":1}}"))), @r#"job.documentParameters["https://b.s3.example/k"…]: expected a string, found number 1 at line 1 column 79"#);
}

#[test]
fn errors_of_other_types_show_excerpts_of_values() {
    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Own {
        #[expect(dead_code, reason = "only read into")]
        count: u8,
    }

    for (text, message) in [
        (
            r#"{"count":"https://b.s3.example/k?token=secret"}"#,
            r#"invalid type: string "https://b.s3.example/k"…, expected u8"#,
        ),
        (
            r#"{"b.s3.example/k?token=secret":1}"#,
            r#"unknown field "b.s3.example/k"…, expected `count`"#,
        ),
        ("{}", "missing field `count`"),
    ] {
        let document = JobDocument::new(text);
        let error = document.parse::<Own>().unwrap_err();
        assert!(error.is_data(), "{text}");
        assert!(error.path().is_root());
        assert_eq!(error.message(), message);
    }
}

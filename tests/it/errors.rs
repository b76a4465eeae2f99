//! probe
use iot_jobs::{codec, operation::describe_job::DescribeJobOutput, shape::Shape};

#[test]
fn probe() {
    let text = r#"{"job":{"createdAt":1549395301.389,"status":"SUCCEEDED","newMember":[1,{"a":null}],"documentParameters":{"b":"2","a":"1"}}}"#;
    let v: DescribeJobOutput = codec::from_str(text).unwrap();
    println!("{}", codec::to_string(&v).unwrap());
    println!("{:?}", v.unknown());
    let deep = format!(
        "{{\"job\":{{\"x\":{}{}}}}}",
        "[".repeat(200),
        "]".repeat(200)
    );
    for bad in [
        "[]",
        "",
        "{",
        r#"{"job":[]}"#,
        r#"{"job":{"jobId":1}}"#,
        r#"{"job":{"createdAt":"yesterday"}}"#,
        r#"{"job":{"jobId":"a","jobId":"b"}}"#,
        r#"{"job":{"jobId":"a""#,
        r#"{"job":{"forceCanceled":"https://a/b?X-Amz-Signature=secret"}}"#,
        r#"{"job":"https://a/b?X-Amz-Signature=secret"}"#,
        &deep,
        r#"{"job":{"abortConfig":{"criteriaList":[{"action":"CANCEL"}]}}}"#,
        r#"{"job":{"abortConfig":{"criteriaList":[null]}}}"#,
        r#"{"job":{"jobProcessDetails":{"numberOfFailedThings":5.5}}}"#,
        r#"{"job":{"jobProcessDetails":{"numberOfFailedThings":1e400}}}"#,
        r#"{"job":{"x":"\ud800"}}"#,
        r#"{"job":{"jobId":"\ud800"}}"#,
        "\u{feff}{}",
        "{} x",
        "{\n \"job\": {\n  \"jobId\": \"a\",\n  \"targets\": [\"é\", 5]\n }\n}",
    ] {
        println!("{}", codec::from_str::<DescribeJobOutput>(bad).unwrap_err());
    }
    println!(
        "{}",
        codec::from_slice::<DescribeJobOutput>(b"{\"job\":{\"jobId\":\"a\xff\"}}").unwrap_err()
    );
}

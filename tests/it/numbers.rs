//! Whole numbers of both widths and floating-point numbers.

use iot_jobs::{
    codec,
    operation::{
        cancel_job_execution::CancelJobExecutionInput,
        describe_job_execution::DescribeJobExecutionInput,
    },
    shape::Shape,
    types::{
        AbortAction, AbortConfig, AbortCriteria, ExponentialRolloutRate, Job, JobExecution,
        JobExecutionFailureType, JobExecutionSummary, JobExecutionsRolloutConfig,
        JobProcessDetails, PresignedUrlConfig, RateIncreaseCriteria, TimeoutConfig,
    },
};

/// The number that stands for `#` in the JSON of a shape, decoded and encoded again.
fn again<T: Shape>(json: &str, number: &str) -> Result<String, String> {
    let (head, tail) = json.split_once('#').unwrap();
    let value: T = codec::from_str(&format!("{head}{number}{tail}")).map_err(|error| {
        assert!(error.is_data(), "{error}");
        error.message().to_owned()
    })?;
    let output = codec::to_string(&value).unwrap();
    let output = output
        .strip_prefix(head)
        .and_then(|rest| rest.strip_suffix(tail));
    Ok(output.unwrap().to_owned())
}

fn narrow(number: &str) -> Result<String, String> {
    again::<JobProcessDetails>(r#"{"numberOfFailedThings":#}"#, number)
}

fn wide(number: &str) -> Result<String, String> {
    again::<TimeoutConfig>(r#"{"inProgressTimeoutInMinutes":#}"#, number)
}

fn double(number: &str) -> Result<String, String> {
    let json = r#"{"baseRatePerMinute":1,"incrementFactor":#,"rateIncreaseCriteria":{}}"#;
    again::<ExponentialRolloutRate>(json, number)
}

/// A number and what is left of it after decoding and encoding.
type Row = (&'static str, &'static str);

const WHOLE: &[Row] = &[
    ("0", "0"),
    ("-0", "0"),
    ("-0.0", "0"),
    ("0e99999999999", "0"),
    ("5", "5"),
    ("-5", "-5"),
    ("5.0", "5"),
    ("5.000000000000000000000000", "5"),
    ("5e0", "5"),
    ("5E+0", "5"),
    ("50e-1", "5"),
    ("0.5e1", "5"),
    ("-0.05e2", "-5"),
    ("2147483647", "2147483647"),
    ("-2147483648", "-2147483648"),
    ("2147483647.0", "2147483647"),
    ("-2.147483648e9", "-2147483648"),
];

const WIDE: &[Row] = &[
    ("2147483648", "2147483648"),
    ("-2147483649", "-2147483649"),
    ("2147483648.0", "2147483648"),
    ("9007199254740993", "9007199254740993"),
    ("9007199254740993.0", "9007199254740993"),
    ("9223372036854775807", "9223372036854775807"),
    ("-9223372036854775808", "-9223372036854775808"),
    ("9223372036854775807.0", "9223372036854775807"),
    ("-9223372036854775808.0", "-9223372036854775808"),
    ("922337203685477580700e-2", "9223372036854775807"),
    ("1e18", "1000000000000000000"),
];

/// Not whole, not in range of 64 bits, or no number.
const NEITHER: &[&str] = &[
    "5.5",
    "-0.1",
    "5e-1",
    "1e-400",
    "5.00000000000000000000000001",
    "1e400",
    "-1e400",
    "1e19",
    "1e99999999999999999999",
    "9223372036854775808",
    "-9223372036854775809",
    "9223372036854775808.0",
    "-9223372036854775808.5",
    "18446744073709551616",
    "true",
    "{}",
    "[]",
    "[5]",
    "\"5\"",
    "\"\"",
    "\"five\"",
];

#[test]
fn whole_numbers_of_32_bits() {
    for (input, output) in WHOLE {
        assert_eq!(narrow(input), Ok((*output).to_owned()), "{input}");
        let value: i32 = output.parse().unwrap();
        let built = JobProcessDetails::builder()
            .number_of_failed_things(value)
            .build();
        let json = format!(r#"{{"numberOfFailedThings":{output}}}"#);
        assert_eq!(codec::to_string(&built).unwrap(), json);
        assert_eq!(codec::from_str::<JobProcessDetails>(&json).unwrap(), built);
    }
    for input in WIDE.iter().map(|row| row.0).chain(NEITHER.iter().copied()) {
        let message = narrow(input).expect_err(input);
        assert!(
            message.starts_with("expected a 32-bit integer, found "),
            "{message}"
        );
    }
}

#[test]
fn whole_numbers_of_64_bits() {
    for (input, output) in WHOLE.iter().chain(WIDE) {
        assert_eq!(wide(input), Ok((*output).to_owned()), "{input}");
        let value: i64 = output.parse().unwrap();
        let built = TimeoutConfig::builder()
            .in_progress_timeout_in_minutes(value)
            .build();
        let json = format!(r#"{{"inProgressTimeoutInMinutes":{output}}}"#);
        assert_eq!(codec::to_string(&built).unwrap(), json);
        assert_eq!(codec::from_str::<TimeoutConfig>(&json).unwrap(), built);
    }
    for input in NEITHER {
        let message = wide(input).expect_err(input);
        assert!(
            message.starts_with("expected a 64-bit integer, found "),
            "{message}"
        );
    }
}

#[test]
fn numbers_of_executions_and_versions_may_be_strings_of_digits() {
    let members = [
        again::<JobExecution> as fn(&str, &str) -> _,
        again::<JobExecutionSummary>,
        again::<DescribeJobExecutionInput>,
    ]
    .map(|again| (again, r#"{"executionNumber":#}"#));
    let version = (
        again::<JobExecution> as fn(&str, &str) -> _,
        r#"{"versionNumber":#}"#,
    );
    let expected = (
        again::<CancelJobExecutionInput> as _,
        r#"{"expectedVersion":#}"#,
    );
    for (again, json) in members.into_iter().chain([version, expected]) {
        for (input, output) in [
            (r#""1""#, "1"),
            (r#""0""#, "0"),
            (r#""007""#, "7"),
            (r#""\u0037""#, "7"),
            (r#""9007199254740993""#, "9007199254740993"),
            (r#""9223372036854775807""#, "9223372036854775807"),
            ("7", "7"),
            ("7.0", "7"),
        ] {
            assert_eq!(again(json, input), Ok(output.to_owned()), "{json} {input}");
        }
        for input in [
            r#""""#,
            r#""-1""#,
            r#""+1""#,
            r#""1.0""#,
            r#""1e0""#,
            r#"" 1""#,
            r#""1 ""#,
            r#""0x1""#,
            r#""٣""#,
            r#""one""#,
            r#""9223372036854775808""#,
            r#"["1"]"#,
        ] {
            let message = again(json, input).expect_err(input);
            assert!(
                message.starts_with("expected a 64-bit integer, found "),
                "{message}"
            );
        }
    }
    let elsewhere = [
        again::<JobExecution>(r#"{"approximateSecondsBeforeTimedOut":#}"#, r#""1""#),
        again::<PresignedUrlConfig>(r#"{"expiresInSec":#}"#, r#""1""#),
        again::<JobExecutionSummary>(r#"{"retryAttempt":#}"#, r#""1""#),
        again::<JobExecutionsRolloutConfig>(r#"{"maximumPerMinute":#}"#, r#""1""#),
        double(r#""1""#),
    ];
    assert!(elsewhere.iter().all(Result::is_err), "{elsewhere:?}");
}

#[test]
fn doubles_leave_as_their_shortest_text() {
    for (input, output) in [
        ("0", "0"),
        ("-0", "-0.0"),
        ("-0.0", "-0.0"),
        ("1e-400", "0"),
        ("5", "5"),
        ("5.0", "5"),
        ("-5.0", "-5"),
        ("50e-1", "5"),
        ("1.1", "1.1"),
        ("1.10", "1.1"),
        ("0.1", "0.1"),
        ("99.99", "99.99"),
        ("0.30000000000000004", "0.30000000000000004"),
        ("0.299999999999999999999", "0.3"),
        ("1e-7", "1e-7"),
        ("9007199254740993", "9007199254740992"),
        ("9007199254740993.0", "9007199254740992"),
        ("9007199254740994", "9007199254740994"),
        ("-9999999999999998", "-9999999999999998"),
        ("10000000000000000", "1e+16"),
        ("1e22", "1e+22"),
        ("1.7976931348623157e308", "1.7976931348623157e+308"),
        ("5e-324", "5e-324"),
    ] {
        assert_eq!(double(input), Ok(output.to_owned()), "{input}");
        assert_eq!(double(output), Ok(output.to_owned()), "{output}");
        assert_eq!(
            input.parse::<f64>().unwrap().to_bits(),
            output.parse::<f64>().unwrap().to_bits()
        );
    }
    for input in [
        "1e400",
        "-1e400",
        "1.7976931348623159e308",
        "true",
        "{}",
        "[1]",
        "\"1.1\"",
        "\"NaN\"",
    ] {
        let message = double(input).expect_err(input);
        assert!(
            message.starts_with("expected a finite number, found "),
            "{message}"
        );
    }
}

#[test]
fn nan_and_infinities_do_not_leave() {
    for (number, name) in [
        (f64::NAN, "NaN"),
        (f64::INFINITY, "inf"),
        (f64::NEG_INFINITY, "-inf"),
    ] {
        let criteria = |threshold| {
            AbortCriteria::builder()
                .failure_type(JobExecutionFailureType::All)
                .action(AbortAction::Cancel)
                .threshold_percentage(threshold)
                .min_number_of_executed_things(1)
                .build()
                .unwrap()
        };
        let abort = AbortConfig::builder()
            .criteria_list(criteria(1.5))
            .criteria_list(criteria(number));
        let job = Job::builder().abort_config(abort.build().unwrap()).build();
        for error in [
            codec::to_string(&job).unwrap_err(),
            codec::to_vec(&job).unwrap_err(),
            codec::to_writer(Vec::new(), &job).unwrap_err(),
        ] {
            assert!(error.is_encode());
            assert_eq!(
                error.path(),
                "abortConfig.criteriaList[1].thresholdPercentage"
            );
            assert_eq!(error.message(), format!("{name} is not a JSON number"));
        }
        let rate = ExponentialRolloutRate::builder()
            .base_rate_per_minute(1)
            .increment_factor(number)
            .rate_increase_criteria(RateIncreaseCriteria::builder().build());
        assert_eq!(
            codec::to_string(&rate.build().unwrap()).unwrap_err().path(),
            "incrementFactor"
        );
    }
}

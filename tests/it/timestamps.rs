//! Timestamps: every form that arrives, and the one form that leaves.

use std::iter;

use iot_jobs::{
    codec, event::JobEvent, operation::list_jobs::ListJobsOutput, primitives::DateTime,
    types::JobSummary,
};
use proptest::prelude::*;

/// The text of the timestamp inside a summary's JSON, decoded and encoded again.
fn again(timestamp: &str) -> Result<(DateTime, String), String> {
    let input = format!(r#"{{"createdAt":{timestamp}}}"#);
    let job: JobSummary = codec::from_str(&input).map_err(|error| {
        assert!(error.is_data() && error.path() == "createdAt", "{error}");
        error.to_string()
    })?;
    let output = codec::to_string(&job).map_err(|error| error.to_string())?;
    let number = output.strip_prefix(r#"{"createdAt":"#);
    let number = number.and_then(|rest| rest.strip_suffix('}')).unwrap();
    Ok((*job.created_at().unwrap(), number.to_owned()))
}

fn encoded(moment: DateTime) -> String {
    codec::to_string(&JobSummary::builder().created_at(moment).build()).unwrap()
}

/// What arrives, the seconds and nanoseconds it stands for, and what leaves.
const FORMS: &str = r#"
# Seconds.
0  0 0  0
-0  0 0  0
-0.0  0 0  0
1517016948  1517016948 0  1517016948
1549395301.389  1549395301 389000000  1549395301.389
1549395301.3890000000  1549395301 389000000  1549395301.389
-1.25  -2 750000000  -1.25
-0.000001  -1 999999000  -0.000001
0.000001  0 1000  0.000001
1e-6  0 1000  0.000001
0.5  0 500000000  0.5
# Exponents.
1.5e9  1500000000 0  1500000000
1.549395301389E+9  1549395301 389000000  1549395301.389
1549395301389e-3  1549395301 389000000  1549395301.389
0e99999999999  0 0  0
-0e-99999999999999999999  0 0  0
1e-400  0 0  0
1e-99999999999999999999  0 0  0
# Milliseconds.
1549395301389  1549395301 389000000  1549395301.389
1549395301389.5  1549395301 389500000  1549395301.3895
1.549395301389e12  1549395301 389000000  1549395301.389
# ISO 8601.
"2019-02-05T19:35:01.389Z"  1549395301 389000000  1549395301.389
"2019-02-05T19:35:01.389000+00:00"  1549395301 389000000  1549395301.389
"2019-02-05T11:35:01.389-08:00"  1549395301 389000000  1549395301.389
"2019-02-06T01:05:01+0530"  1549395301 0  1549395301
"20190205T193501Z"  1549395301 0  1549395301
"2019-02-05T19:35:01-00:00"  1549395301 0  1549395301
"2019-02-05T19:35:01\u005a"  1549395301 0  1549395301
# The first and the last moments, as seconds.
-62135596800  -62135596800 0  -62135596800
-62135596799.999999  -62135596800 1000  -62135596799.999999
253402300799  253402300799 0  253402300799
253402300799.999999  253402300799 999999000  253402300799.999999
253402300799.9999994  253402300799 999999000  253402300799.999999
# The first numbers that can only be milliseconds.
253402300800  253402300 800000000  253402300.8
253402300800.0000001  253402300 800000000  253402300.8
-62135596801  -62135597 199000000  -62135596.801
# The first and the last moments, as milliseconds.
-62135596800000  -62135596800 0  -62135596800
253402300799999  253402300799 999000000  253402300799.999
253402300799999.999  253402300799 999999000  253402300799.999999
# The first and the last moments, as ISO 8601.
"0001-01-01T00:00:00Z"  -62135596800 0  -62135596800
"0001-01-01T01:00:00+01:00"  -62135596800 0  -62135596800
"9999-12-31T23:59:59.999999Z"  253402300799 999999000  253402300799.999999
"9999-12-31T22:59:59-01:00"  253402300799 0  253402300799
# Rounding: to the nearest microsecond, halves away from zero.
1.0000004  1 0  1
1.0000005  1 1000  1.000001
1.00000049999999999999999999  1 0  1
-1.0000004  -1 0  -1
-1.0000005  -2 999999000  -1.000001
1.9999995  2 0  2
1.9999999  2 0  2
-1.9999995  -2 0  -2
-0.0000005  -1 999999000  -0.000001
1549395301389.0004  1549395301 389000000  1549395301.389
1549395301389.0005  1549395301 389001000  1549395301.389001
"1970-01-01T00:00:01.0000004Z"  1 0  1
"1970-01-01T00:00:01.0000005Z"  1 1000  1.000001
"1970-01-01T00:00:01.9999995Z"  2 0  2
"1970-01-01T00:00:01.9999999999999Z"  2 0  2
"1970-01-01T00:00:01.9999999999999+00:00"  2 0  2
"1969-12-31T23:59:59.9999995Z"  -1 999999000  -0.000001
"1969-12-31T23:59:58.9999995Z"  -2 999999000  -1.000001
"1969-12-31T23:59:58.0000005Z"  -2 0  -2
# Halfway between two microseconds as near as a f64 can tell, in today's seconds and around 2038.
1549395301.3894565  1549395301 389457000  1549395301.389457
1549395301.38945649999  1549395301 389456000  1549395301.389456
2147483647.9999995  2147483648 0  2147483648
2147483647.99999949999  2147483647 999999000  2147483647.999999
2147483648.3890005  2147483648 389001000  2147483648.389001
3959441140.3635435  3959441140 363544000  3959441140.363544
# The largest number of microseconds that a f64 counts without gaps, and one before 2255.
9007199254.740991  9007199254 740991000  9007199254.740991
8993721599.999999  8993721599 999999000  8993721599.999999
"#;

/// What stands in a table, without its remarks.
fn rows(table: &str) -> impl Iterator<Item = &str> {
    let lines = table.trim().lines();
    lines.filter(|line| !line.starts_with('#'))
}

#[test]
fn forms_come_in_and_one_goes_out() {
    for row in rows(FORMS) {
        let [input, seconds, nanos, output] = *row.split_whitespace().collect::<Vec<_>>() else {
            panic!("{row}");
        };
        let (seconds, nanos) = (seconds.parse().unwrap(), nanos.parse().unwrap());
        let moment = DateTime::from_secs_and_nanos(seconds, nanos);
        assert_eq!(again(input), Ok((moment, output.to_owned())), "{input}");
        assert_eq!(encoded(moment), format!(r#"{{"createdAt":{output}}}"#));
    }
}

/// What is no moment in years 0001 to 9999.
const REFUSED: &str = r#"
# No moment.
true
{}
[]
[1549395301]
{"seconds":1}
# No ISO 8601 with an offset.
""
"yesterday"
"1549395301"
"1549395301.389"
"2019-02-05T19:35:01"
"2019-02-05T19:35:01.389"
"2019-02-05"
"2019-02-05Z"
"19:35:01Z"
"Tue, 05 Feb 2019 19:35:01 GMT"
" 2019-02-05T19:35:01Z"
"2019-02-05T19:35:01Z "
"2019-02-05 19:35:01Z"
"2019-02-30T19:35:01Z"
"2019-13-01T19:35:01Z"
"2019-02-05T25:35:01Z"
"2019-02-05T19:35:01+99:00"
"2019-02-05T19:35:01Zé"
"２019-02-05T19:35:01Z"
# In year 9999 as seconds, and in year 10000 when rounded to microseconds.
253402300799.9999995
253402300799.9999996
253402300799.99999999999999999999999
2534023007999999996e-7
# Outside years 0001 to 9999, also as milliseconds.
253402300800000
-62135596800001
253402300799999.9999
1e15
-1e15
1e18
9223372036854775807
9223372036854775808
18446744073709551616
1e400
-1e400
1e99999999999999999999
"0000-12-31T23:59:59Z"
"0001-01-01T00:00:00+00:01"
"-0001-01-01T00:00:00Z"
"9999-12-31T23:59:59-00:01"
"9999-12-31T23:59:59.9999995Z"
"10000-01-01T00:00:00Z"
"+010000-01-01T00:00:00Z"
"#;

#[test]
fn what_is_no_timestamp_is_refused() {
    for input in rows(REFUSED) {
        assert!(again(input).is_err(), "{input} became {:?}", again(input));
    }
}

#[test]
fn every_millisecond_keeps_its_text() {
    for seconds in [
        0_i64,
        1,
        999_999_999,
        1_549_395_301,
        4_102_444_800,
        -1,
        -62_135_596_800,
    ] {
        for millis in 0..1000 {
            let moment = DateTime::from_secs_and_nanos(seconds, millis * 1_000_000);
            let text = decimal(i128::from(seconds) * 1_000_000 + i128::from(millis) * 1_000);
            assert_eq!(again(&text), Ok((moment, text.clone())));
            assert_eq!(encoded(moment), format!(r#"{{"createdAt":{text}}}"#));
        }
    }
}

#[test]
fn microseconds_keep_their_text() {
    // Strides that meet no pattern of the binary fractions, through years 0001 to 9999.
    let spans = [
        (
            -62_135_596_800_000_000,
            253_402_300_799_999_999,
            9_999_999_929_537,
        ),
        (-2_000_003, 2_000_003, 331),
        (8_589_934_591_990_000, 8_589_934_592_010_000, 7),
        (9_007_199_254_730_000, 9_007_199_254_750_000, 7),
        (4_294_967_295_990_000, 4_294_967_296_010_000, 7),
        (8_993_721_599_990_000, 8_993_721_599_999_999, 7),
    ];
    for (first, last, stride) in spans {
        // Of 64 bits, which a `usize` may not have.
        let strides = iter::successors(Some(first), |micros| Some(micros + stride));
        for micros in strides.take_while(|micros| *micros <= last) {
            let text = decimal(micros);
            let (_, output) = again(&text).unwrap();
            assert_eq!(output, text);
        }
    }
}

/// The shortest decimal of epoch microseconds, by way of the decimal with all six places.
pub(crate) fn decimal(micros: i128) -> String {
    let (sign, size) = (if micros < 0 { "-" } else { "" }, micros.unsigned_abs());
    let full = format!("{sign}{}.{:06}", size / 1_000_000, size % 1_000_000);
    full.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[test]
fn numbers_of_any_length_are_read() {
    let zeros = "0".repeat(100_000);
    let nines = "9".repeat(100_000);
    for (input, output) in [
        (format!("1.{zeros}1"), "1"),
        (format!("0.{zeros}1e100001"), "1"),
        (format!("1{zeros}e-100000"), "1"),
        (format!("1549395301.389{nines}"), "1549395301.39"),
        (format!("1.9999994{nines}"), "1.999999"),
        (format!("0.{nines}"), "1"),
        (format!("\"1970-01-01T00:00:01.5{zeros}Z\""), "1.5"),
    ] {
        let start = &input[..20];
        assert_eq!(
            again(&input).map(|read| read.1),
            Ok(output.to_owned()),
            "{start}…"
        );
    }
    for input in [
        format!("1{zeros}"),
        nines.clone(),
        format!("-{nines}.5"),
        format!("1e{nines}"),
    ] {
        assert!(again(&input).is_err());
    }
}

#[test]
fn finer_moments_leave_as_the_nearest_microsecond() {
    for (seconds, nanos, output) in [
        (1_549_395_301, 388_999_938, "1549395301.389"),
        (0, 499, "0"),
        (0, 500, "0.000001"),
        (0, 999_999_499, "0.999999"),
        (0, 999_999_500, "1"),
        (-1, 999_999_501, "0"),
        (-1, 999_999_500, "-0.000001"),
        (-1, 500, "-1"),
        (-2, 1, "-2"),
        (253_402_300_799, 999_999_499, "253402300799.999999"),
        (-62_135_596_801, 999_999_501, "-62135596800"),
    ] {
        let moment = DateTime::from_secs_and_nanos(seconds, nanos);
        assert_eq!(
            encoded(moment),
            format!(r#"{{"createdAt":{output}}}"#),
            "{seconds} {nanos}"
        );
        assert_eq!(again(output).unwrap().1, output);
    }
}

#[test]
fn times_of_events_leave_in_milliseconds_unless_those_look_like_seconds() {
    for (seconds, nanos, output) in [
        (1_234_567_890, 0, "1234567890000"),
        (1_234_567_890, 123_499_000, "1234567890123"),
        (1_234_567_890, 123_500_000, "1234567890124"),
        // The last that would be read as seconds of year 9999, and the first that is not.
        (253_402_300, 799_000_000, "253402300.799"),
        (253_402_300, 800_000_000, "253402300800"),
        (0, 1_000_000, "0.001"),
        (-1_234_567_890, 0, "-1234567890"),
        // The last millisecond, and what would be rounded to one of year 10000.
        (253_402_300_799, 999_499_000, "253402300799999"),
        (253_402_300_799, 999_500_000, "253402300799.9995"),
    ] {
        let moment = DateTime::from_secs_and_nanos(seconds, nanos);
        let event = JobEvent::builder().created_at(moment).build();
        let text = format!(r#"{{"createdAt":{output}}}"#);
        assert_eq!(codec::to_string(&event).unwrap(), text);
        let read: JobEvent = codec::from_str(&text).unwrap();
        assert_eq!(codec::to_string(&read).unwrap(), text);
    }
}

#[test]
fn moments_outside_years_1_to_9999_do_not_leave() {
    for (seconds, nanos) in [
        (253_402_300_800, 0),
        (253_402_300_799, 999_999_500),
        (-62_135_596_801, 0),
        (-62_135_596_801, 999_999_499),
        (i64::MAX, 999_999_999),
        (i64::MIN, 0),
    ] {
        let late = DateTime::from_secs_and_nanos(seconds, nanos);
        let good = JobSummary::builder()
            .created_at(DateTime::from_secs(0))
            .build();
        let bad = JobSummary::builder().last_updated_at(late).build();
        let jobs = ListJobsOutput::builder().jobs(good).jobs(bad).build();
        let error = codec::to_string(&jobs).unwrap_err();
        assert!(error.is_encode());
        assert_eq!(error.path(), "jobs[1].lastUpdatedAt");
        assert_eq!(error.message(), "a timestamp outside years 0001 to 9999");
        assert_eq!(error.line(), None);
    }
}

proptest! {
    /// What a `f64` of the number would give must not show, however many digits there are.
    #[test]
    fn a_fraction_is_rounded_by_its_digits(
        seconds in prop_oneof![0..4_i64, 0..4_294_967_296_i64, 0..9_007_199_254_i64],
        fraction in "[0-9]{1,14}",
    ) {
        let mut digits: i64 = format!("{fraction:0<14}").parse().unwrap();
        digits = (digits + 50_000_000) / 100_000_000;
        let (seconds, micros) = (seconds + digits / 1_000_000, digits % 1_000_000);
        let moment = DateTime::from_secs_and_nanos(seconds, u32::try_from(micros).unwrap() * 1000);
        let input = format!("{}.{fraction}", seconds - digits / 1_000_000);
        prop_assert_eq!(again(&input).map(|(moment, _)| moment), Ok(moment), "{}", input);
    }
}

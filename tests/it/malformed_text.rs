//! Text that is not JSON, or not JSON that may be kept: always an error, never a panic.

use iot_jobs::{Error, Path, codec, operation::describe_job::DescribeJobOutput};

/// A response with every kind of value, at every level of the model.
const RESPONSE: &str = r#"{"documentSource":"https://s3.example/doc?X=1","job":{"jobArn":"arn:aws:iot:eu-central-1:1:job/j","jobId":"j","targetSelection":"CONTINUOUS","status":"IN_PROGRESS","forceCanceled":false,"reasonCode":"R","comment":"Ünï 日\ud83d\ude00 \"q\" \\ \n","targets":["arn:aws:iot:eu-central-1:1:thing/t"],"description":"d","presignedUrlConfig":{"roleArn":"arn:aws:iam::1:role/r","expiresInSec":3600},"jobExecutionsRolloutConfig":{"maximumPerMinute":50,"exponentialRate":{"baseRatePerMinute":5,"incrementFactor":1.5,"rateIncreaseCriteria":{"numberOfNotifiedThings":10,"numberOfSucceededThings":5}}},"abortConfig":{"criteriaList":[{"failureType":"ALL","action":"CANCEL","thresholdPercentage":99.5,"minNumberOfExecutedThings":1}]},"createdAt":1549395301.389,"lastUpdatedAt":"2019-02-05T19:35:01.389-08:00","completedAt":1549395301389,"jobProcessDetails":{"processingTargets":[],"numberOfCanceledThings":-0,"numberOfSucceededThings":1.0,"numberOfFailedThings":1e1,"numberOfRejectedThings":1,"numberOfQueuedThings":1,"numberOfInProgressThings":1,"numberOfRemovedThings":1,"numberOfTimedOutThings":1},"timeoutConfig":{"inProgressTimeoutInMinutes":60},"namespaceId":"n","jobTemplateArn":"arn:t","jobExecutionsRetryConfig":{"criteriaList":[{"failureType":"FAILED","numberOfRetries":3}]},"documentParameters":{"b":"2","a":"1"},"isConcurrent":true,"schedulingConfig":{"startTime":"2030-01-01 00:00","endTime":"2030-01-02 00:00","endBehavior":"STOP_ROLLOUT","maintenanceWindows":[{"startTime":"cron(0 0 * * ? *)","durationInMinutes":60}]},"scheduledJobRollouts":[{"startTime":"2030-01-01 00:00"}],"destinationPackageVersions":["arn:p"],"newMember":[1.50,{"a":null,"\u00e9":[true,"\ud83d\ude00"]}]}}"#;

fn decode(text: impl AsRef<[u8]>) -> Result<DescribeJobOutput, Error> {
    codec::from_slice(text.as_ref())
}

/// The path and message of a syntax error.
fn syntax(text: impl AsRef<[u8]>) -> (String, String) {
    let error = decode(&text).unwrap_err();
    assert!(
        error.is_syntax(),
        "{:?}: {error:?}",
        String::from_utf8_lossy(text.as_ref())
    );
    assert!(error.line().is_some() && error.column().is_some());
    (error.path().to_string(), error.message().to_owned())
}

#[test]
fn the_response_is_whole() {
    let response = decode(RESPONSE).unwrap();
    let encoded = codec::to_string(&response).unwrap();
    assert_eq!(decode(&encoded).unwrap(), response);
    for member in RESPONSE
        .split('"')
        .filter(|name| name.ends_with("At") || name.ends_with("Config"))
    {
        assert!(encoded.contains(member));
    }
}

#[test]
fn trailing_data() {
    for more in [
        "x", "{}", "null", ",", "]", "}", "\0", "\u{feff}", "\u{a0}", "//",
    ] {
        let expected = (
            "$".to_owned(),
            "found more text after the JSON value".to_owned(),
        );
        assert_eq!(syntax(format!("{RESPONSE}{more}")), expected, "{more:?}");
        assert_eq!(syntax(format!("{{}} \n{more}")), expected, "{more:?}");
    }
    assert!(decode(" \t\r\n{} \t\r\n").is_ok());
}

#[test]
fn byte_order_marks() {
    let expected = (
        "$".to_owned(),
        "found a byte order mark, expected a JSON value".to_owned(),
    );
    assert_eq!(syntax("\u{feff}{}"), expected);
    assert_eq!(syntax("\u{feff}"), expected);
    let utf16: Vec<u8> = "\u{feff}{}"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(syntax(utf16).1, "invalid UTF-8");
}

#[test]
fn invalid_utf8() {
    for bad in [
        &b"\xff"[..],
        b"\xc0\xaf",
        b"\xe2\x82",
        b"\xed\xa0\x80",
        b"\xf4\x90\x80\x80",
        b"\x80",
    ] {
        for (head, tail, path) in [
            (r#"{"job":{"jobId":""#, r#""}}"#, "job.jobId"),
            (r#"{"job":{"targets":["a",""#, r#""]}}"#, "job.targets[1]"),
            (r#"{"job":{""#, r#"":1}}"#, "job"),
            (r#"{"job":{"new":[""#, r#""]}}"#, "job.new[0]"),
            (
                r#"{"job":{"documentParameters":{""#,
                r#"":""}}}"#,
                "job.documentParameters",
            ),
            ("", "", "$"),
            ("{}", "", "$"),
        ] {
            let text = [head.as_bytes(), bad, tail.as_bytes()].concat();
            let (found, message) = syntax(&text);
            assert_eq!(
                (found.as_str(), message.as_str()),
                (path, "invalid UTF-8"),
                "{head}"
            );
            let error = decode(&text).unwrap_err();
            assert_eq!(
                (error.line(), error.column()),
                (Some(1), Some(head.len() + 1))
            );
        }
    }
}

#[test]
fn lone_surrogates() {
    for lone in [
        r"\ud800",
        r"\udc00",
        r"\uDFFF",
        r"\ud800\ud800",
        r"\ud800x",
        r"\ud800\n",
        r"\udc00\ud800",
        r"\ud83d\ude00\ud83d",
        r"\\\ud800",
    ] {
        for (json, path) in [
            (r#"{"job":{"jobId":"%"}}"#, "job.jobId"),
            (r#"{"job":{"status":"%"}}"#, "job.status"),
            (r#"{"job":{"targets":["%"]}}"#, "job.targets[0]"),
            (
                r#"{"job":{"documentParameters":{"a":"%"}}}"#,
                "job.documentParameters.a",
            ),
            (
                r#"{"job":{"documentParameters":{"%":"a"}}}"#,
                "job.documentParameters",
            ),
            (r#"{"job":{"%":1}}"#, "job"),
            (r#"{"job":{"new":"%"}}"#, "job.new"),
            (r#"{"job":{"new":[{"a":"%"}]}}"#, "job.new[0].a"),
            (r#"{"job":{"new":[{"%":1}]}}"#, "job.new[0]"),
        ] {
            assert_eq!(syntax(json.replace('%', lone)).0, path, "{json} {lone}");
        }
        let timestamp = decode(format!(r#"{{"job":{{"createdAt":"{lone}"}}}}"#)).unwrap_err();
        assert_eq!(timestamp.path(), "job.createdAt");
    }
    for whole in [
        r"\ud83d\ude00",
        r"\\ud800",
        r"\\\\udc00",
        r"\uD83D\uDE00\u00e9",
    ] {
        for json in [r#"{"job":{"jobId":"%"}}"#, r#"{"job":{"new":{"%":"%"}}}"#] {
            assert!(decode(json.replace('%', whole)).is_ok(), "{json} {whole}");
        }
    }
}

#[test]
fn what_only_begins_like_a_value() {
    let texts = [
        "012",
        "00",
        "-01",
        "-",
        "+1",
        ".5",
        "1.",
        "1.e5",
        "1e",
        "1e+",
        "0x1",
        "1_000",
        ":",
        "1:",
        "1 2",
        "0123456789",
        "0123456789.123",
        "1549395301:",
        "1549395301.389:",
        "1549395301.3895005null",
        "1e30null",
        r#""x"null"#,
        "null1",
        "nul",
        "truefalse",
        "tru",
    ];
    for (json, path) in [
        (r#"{"job":{"createdAt":%,"jobId":"j"}}"#, "job.createdAt"),
        (r#"{"job":{"createdAt":%}}"#, "job.createdAt"),
        (
            r#"{"job":{"timeoutConfig":{"inProgressTimeoutInMinutes":%}}}"#,
            "job.timeoutConfig.inProgressTimeoutInMinutes",
        ),
        (r#"{"job":{"isConcurrent":%}}"#, "job.isConcurrent"),
        (r#"{"job":{"new":%}}"#, "job.new"),
        (r#"{"job":{"new":[%]}}"#, "job.new["),
    ] {
        for text in texts {
            let (found, _) = syntax(json.replace('%', text));
            // After a value, the error is in the object or the array around it.
            assert!(
                path.starts_with(&found) || found.starts_with(path),
                "{json} {text}: {found}"
            );
        }
    }
}

#[test]
fn wrong_brackets_and_separators() {
    for json in [
        r#"{"job":{"jobId":"j"]}"#,
        r#"{"job":{"targets":["t"}}}"#,
        r#"{"job":{"documentParameters":{"a":"b"]}}"#,
        r#"{"job":{"new":[1}}}"#,
        r#"{"job":{"new":{"a":1]}}"#,
        r#"{"job":{"new":[{]}}}"#,
        r#"{"job":{"targets":[}}}"#,
        r#"{"job":{]}"#,
        r#"{"job":{"jobId":"j";"description":"d"}}"#,
        r#"{"job":{"targets":["t";"u"]}}"#,
        r#"{"job":{"jobId"="j"}}"#,
    ] {
        syntax(json);
    }
}

/// Brackets around a value, `levels` of them.
fn nested(levels: usize, brackets: [&str; 2]) -> String {
    format!(
        "{}{}",
        brackets[0].repeat(levels),
        brackets[1].repeat(levels)
    )
}

#[test]
fn nesting_ends_at_127_levels() {
    for (json, outer) in [
        (r#"{"new":#}"#, 1),
        (r#"{"job":{"new":#}}"#, 2),
        (r#"{"job":{"abortConfig":{"new":#,"criteriaList":[]}}}"#, 3),
        (
            r#"{"job":{"schedulingConfig":{"maintenanceWindows":[{"startTime":"","durationInMinutes":1,"new":#}]}}}"#,
            5,
        ),
    ] {
        for brackets in [["[", "]"], [r#"{"a":"#, "}"], [r#"[{"a":"#, "}]"]] {
            let step = brackets[0].matches(['[', '{']).count();
            // The innermost value is the `0`, so that every level is an open array or object.
            let deep = |levels: usize| {
                let [open, close] = brackets;
                let inner = if levels.is_multiple_of(step) {
                    "0"
                } else {
                    "[0]"
                };
                let value = nested(levels / step, [open, close]);
                let middle = value.len() - close.len() * (levels / step);
                format!("{}{inner}{}", &value[..middle], &value[middle..])
            };
            let fits = json.replace('#', &deep(127 - outer));
            let value = decode(&fits).unwrap();
            assert_eq!(codec::to_string(&value).unwrap().len(), fits.len());
            let too_deep = json.replace('#', &deep(128 - outer));
            let error = decode(&too_deep).unwrap_err();
            assert_eq!(error.message(), "nested deeper than 127 levels");
            assert!(error.is_syntax(), "{error:?}");
            // The path and the position are those of the bracket at level 128.
            assert_eq!(error.path().steps().len(), 127);
            let mut brackets = too_deep.match_indices(['[', '{']);
            let column = brackets.nth(127).map(|(offset, _)| offset + 1);
            assert_eq!(error.column(), column);
        }
    }
    // Neither width nor brackets in strings are depth.
    for flat in [
        "[],".repeat(200),
        "{},".repeat(200),
        r#""[[{\"[","#.repeat(200),
    ] {
        assert!(decode(format!(r#"{{"new":[{flat}0]}}"#)).is_ok());
    }
    let deepest = nested(125, ["[", "]"]);
    assert!(decode(format!(r#"{{"new":[[],{deepest}]}}"#)).is_ok());
    for member in ["jobId", "createdAt"] {
        let path = Path::root().member("job").member(member);
        let of_depth = |depth| {
            let value = nested(depth, ["[", "]"]);
            decode(format!(r#"{{"job":{{"{member}":{value}}}}}"#)).unwrap_err()
        };
        let error = of_depth(125);
        assert!(error.is_data() && *error.path() == path, "{error:?}");
        for depth in [126, 127, 128, 129, 100_000] {
            let error = of_depth(depth);
            assert!(error.is_syntax() && error.path().starts_with(&path));
            assert_eq!(error.message(), "nested deeper than 127 levels");
        }
    }
    let open = |depth| decode(format!(r#"{{"new":{}"#, "[".repeat(depth))).unwrap_err();
    assert!(open(126).is_incomplete());
    for depth in [127, 128, 129, 100_000] {
        for brackets in [["[", "]"], [r#"{"a":"#, "}"]] {
            assert!(decode(nested(depth, brackets)).is_err());
        }
        assert!(decode("[".repeat(depth)).is_err());
        assert!(open(depth).is_syntax());
    }
}

#[test]
fn every_shorter_text_is_incomplete() {
    for end in 0..RESPONSE.len() {
        let error = decode(&RESPONSE.as_bytes()[..end]).unwrap_err();
        let whole_characters = RESPONSE.is_char_boundary(end);
        assert_eq!(error.is_incomplete(), whole_characters, "{end}: {error:?}");
        let before =
            String::from_utf8_lossy(&RESPONSE.as_bytes()[..RESPONSE.floor_char_boundary(end)]);
        assert_eq!(error.line(), Some(1));
        assert_eq!(
            error.column(),
            Some(before.chars().count() + 1),
            "{error:?}"
        );
    }
}

/// Puts each of the bytes at each place of a text; gives how many of the texts decoded.
fn mutations(text: &str, others: &[u8]) -> usize {
    let mut bytes = text.as_bytes().to_vec();
    let mut decoded = 0;
    for at in 0..bytes.len() {
        let original = bytes[at];
        for &other in others {
            bytes[at] = other;
            // What decodes has a text, and the text decodes to the same.
            if let Ok(value) = decode(&bytes) {
                let text = codec::to_string(&value).unwrap();
                assert_eq!(decode(&text).unwrap(), value, "{at} {other}");
                decoded += 1;
            }
        }
        bytes[at] = original;
    }
    decoded
}

#[test]
fn no_other_byte_panics() {
    const SMALL: &str = r#"{"job":{"status":"\ud83d\ude00é","forceCanceled":true,"abortConfig":{"criteriaList":[]},"createdAt":-1.5e9,"completedAt":"2019-02-05T19:35:01.389-08:00","timeoutConfig":{"inProgressTimeoutInMinutes":6.0},"documentParameters":{"a":"1"},"new":[1.50,{"a":null,"\u00e9":[true,"\ud83d\ude00"]}]}}"#;
    let decoded = mutations(SMALL, &(0..=u8::MAX).collect::<Vec<_>>());
    assert!((1..SMALL.len() * 128).contains(&decoded), "{decoded}");
    let decoded = mutations(RESPONSE, b"\"\\},0\xff");
    assert!((1..RESPONSE.len() * 8).contains(&decoded), "{decoded}");
}

//! `--format json`.

use super::forecast;

#[test]
fn a_forecast_is_one_object() {
    let run = forecast(&[
        "create-job.json",
        "--things=100",
        "--fail=10%",
        "--reject=5%",
        "--work=1m..2m",
        "--online=90%",
        "--reconnect=5m~20m",
        "--step-timeout=5m",
        "--start=2027-03-01T08:00:00+01:00",
        "--reading=default",
        "--reading=pacing=even",
        "--format=json",
    ]);
    assert_eq!((run.stderr.as_str(), run.code), ("", Some(0)));
    let expected = r#"{"input":"create-job.json","shape":"CreateJobRequest",
"assumptions":{"things":100,"results":{"succeeded":0.85,"failed":0.1,"rejected":0.05,"timedOut":0.0},
"online":0.9,"reconnect":{"kind":"logNormal","medianSeconds":300.0,"p95Seconds":1200.0},"unreachable":0.0,"delay":{"kind":"fixed","seconds":0.0},
"work":{"kind":"uniform","minSeconds":60.0,"maxSeconds":120.0},"stepTimeoutInMinutes":5,"joiningPerDay":0,"seed":0},
"forecasts":[
{"changes":[],"start":"2027-03-01T07:00:00Z","openPoints":[],
"endedAt":{"least":257,"leastRun":0,"most":257,"mostRun":0},"touched":{"least":93,"leastRun":0,"most":93,"mostRun":0},"spared":{"least":7,"leastRun":0,"most":7,"mostRun":0},
"advice":[],
"runs":[{
"reading":{"abort-base":"ended","both-thresholds":"either","failures-of-all":"with-rejected","pacing":"even","queued-outside-windows":"wait",
"retries-in-abort":"executions","retries-in-rate":"exempt","rounding":"down","timeout-delay":"none"},
"end":"aborted","abort":{"criterionIndex":0,"failures":10,"executed":100,"canceled":7,"inProgress":3,"notNotified":0},
"endedAt":257,"settledAt":316,"rolledOutAt":120,"firstResultAt":20,"increases":[],"windows":[],"touched":93,"spared":7,"retries":{"failed":10,"timedOut":0,"dropped":0},
"things":{"joined":0,"notNotified":0,"waiting":0,"queued":0,"inProgress":0,"succeeded":88,"failed":0,"rejected":5,"timedOut":0,"canceled":7}}]}]}
"#;
    // Line breaks are for readers of this test.
    assert_eq!(run.stdout.trim_end(), expected.replace('\n', ""));
}

#[test]
fn a_range_names_its_runs() {
    let run = forecast(&[
        "create-job.json",
        "--things=100",
        "--work=1m",
        "--format=json",
    ]);
    let value: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let forecast = &value["forecasts"][0];
    let runs = forecast["runs"].as_array().unwrap();
    let values = forecast["openPoints"].as_array().unwrap().iter();
    let product: usize = values
        .map(|point| point["values"].as_array().unwrap().len())
        .product();
    assert_eq!(runs.len(), product);
    let run_of =
        |index: &str| &runs[usize::try_from(forecast["endedAt"][index].as_u64().unwrap()).unwrap()];
    assert_eq!(run_of("leastRun")["endedAt"], forecast["endedAt"]["least"]);
    assert_eq!(run_of("mostRun")["endedAt"], forecast["endedAt"]["most"]);
    assert_ne!(forecast["endedAt"]["least"], forecast["endedAt"]["most"]);
}

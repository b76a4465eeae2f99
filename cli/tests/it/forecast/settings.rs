//! `--set` and `--what-if`.

use super::forecast;

#[test]
fn what_if_compares_two_settings() {
    let run = forecast(&[
        "create-job.json",
        "--things=2000",
        "--work=10m",
        "--fail=8%",
        "--reading=default",
        "--set=jobExecutionsRetryConfig=null",
        "--set=jobExecutionsRolloutConfig.exponentialRate=null",
        "--set=jobExecutionsRolloutConfig.maximumPerMinute=100",
        "--what-if=abortConfig.criteriaList[0].thresholdPercentage=5",
        "--what-if=abortConfig.criteriaList[0].minNumberOfExecutedThings=500",
    ]);
    assert_eq!((run.stderr.as_str(), run.code), ("", Some(0)));
    let table = run.stdout.split("Things by state").next().unwrap();
    let table = table.split("seed  ").nth(1).unwrap().trim_start();
    assert_eq!(
        table,
        "\
   0

                        input         abortConfig.criteriaList[0].thresholdPercentage=5
                                      abortConfig.criteriaList[0].minNumberOfExecutedThings=500

Rollout
  rate at the start     100 a minute  100 a minute
  first result          0:10          0:10
  last target notified  0:19          never

End
  end                   completed     aborted by criterion 1
  time                  29m           14m
  failures              -             43
    divided by          -             500

Things at the end
  touched               2 000         1 400
  spared                0             600
  succeeded             1 840         1 296
  failed                160           104
  not notified          0             600

touched: started or rejected the job; spared: neither

"
    );
}

#[test]
fn charts_that_are_compared_have_the_same_axes() {
    let run = forecast(&[
        "create-job.json",
        "--things=5000",
        "--work=3m",
        "--fail=30%",
        "--reading=default",
        "--what-if=abortConfig=null",
    ]);
    let charts: Vec<_> = run.stdout.split("Things by state, ").skip(1).collect();
    let times = |chart: &&str| {
        let mut lines = chart.lines().map(str::trim_start);
        lines
            .find(|line| line.starts_with("0:00"))
            .map(str::to_owned)
    };
    let times: Vec<_> = charts.iter().map(times).collect();
    assert_eq!(times.len(), 2);
    assert!(times[0].is_some() && times[0] == times[1], "{}", run.stdout);
    for chart in charts {
        let top = chart.lines().nth(1).unwrap();
        assert!(top.trim_start().starts_with("5 000"), "{}", run.stdout);
    }
}

#[test]
fn a_change_with_an_error_is_refused() {
    let run = forecast(&[
        "create-job.json",
        "--things=9",
        "--what-if=abortConfig.criteriaList[0].thresholdPercentage=500",
    ]);
    assert_eq!((run.stdout.as_str(), run.code), ("", Some(1)));
    assert_eq!(
        run.stderr,
        "create-job.json --what-if abortConfig.criteriaList[0].thresholdPercentage=500: 1 error, CreateJobRequest\n\
         error[range]: abortConfig.criteriaList[0].thresholdPercentage: 500 is out of range (allowed: 0 to 100)\n\
         --> create-job.json --what-if abortConfig.criteriaList[0].thresholdPercentage=500\n\n"
    );
    let run = forecast(&[
        "create-job.json",
        "--things=9",
        "--set=abortConfig.criteriaList[2].action=CANCEL",
    ]);
    assert_eq!((run.stdout.as_str(), run.code), ("", Some(2)));
    assert_eq!(
        run.stderr,
        "error: --set abortConfig.criteriaList[2].action=CANCEL: the length of abortConfig.criteriaList is 1, \
         so that 1 is the next index\n"
    );
}

#[test]
fn a_change_can_correct_an_error() {
    let wrong = r#"{"jobId": "j", "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"],
        "document": "{}", "timeoutConfig": {"inProgressTimeoutInMinutes": 0}}"#;
    for (setting, code) in [
        ("--set=timeoutConfig.inProgressTimeoutInMinutes=5", 0),
        ("--set=timeoutConfig=null", 0),
        ("--set=jobId=k", 1),
    ] {
        let run = crate::run::run_on(wrong, &["forecast", "--things=9", setting, "-"]);
        assert_eq!(run.code, Some(code), "{setting}: {}", run.stderr);
    }
}

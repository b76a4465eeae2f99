//! The table and the chart for people.

use super::{fixtures, forecast};
use crate::run::run_with;

#[test]
fn a_rollout_has_a_table_and_a_chart() {
    let run = forecast(&[
        "create-job.json",
        "--things=4000",
        "--fail=3%",
        "--timeout=1%",
        "--work=5m..20m",
    ]);
    assert_eq!((run.stderr.as_str(), run.code), ("", Some(0)));
    assert_eq!(
        run.stdout,
        "\
create-job.json: CreateJobRequest

Assumptions
  things   4 000
  results  96% SUCCEEDED, 3% FAILED, 1% without a result
  online   100% of the things
  delay    0s
  work     5m to 20m
  start    0:00, since the input has no start time and --start is not given
  seed     0

Rollout
  rate at the start     50 a minute
  100 a minute from     0:20 to 0:21
  200 a minute from     0:30 to 0:31
  400 a minute from     0:35 to 0:36
  800 a minute from     0:38 to 0:39 or not reached
  first result          0:05 to 0:06
  last target notified  0:37 to 0:38

End
  end                   completed
  earliest              1h 36m
    if                  pacing=batches: each minute starts with all its notifications
    and                 retries-in-rate=exempt: retries do not count in the rate
    and                 timeout-delay=none: executions time out without delay
  latest                1h 38m
    if                  pacing=batches: each minute starts with all its notifications
    and                 retries-in-rate=counted: retries count in the rate
    and                 timeout-delay=minute: executions time out a minute late

Things at the end
  touched               4 000
  succeeded             3 957
  failed                1
  timed out             42
  retries after FAILED  120

touched: started or rejected the job; spared: neither; a
range is of all readings of what the documentation leaves
open (see --help)

Things by state
  4 000                     oooooooooo######################
                            oooooooo########################
                           ooooooo##########################
                          oooooo############################
                         oooooo#############################
                       ooooooo##############################
                     ooooooo################################
                   oooooo###################################
               ooooooo######################################
      0    ooooooo##########################################
   rate ...........:::::===##
        0:00                                            1:36
        # succeeded  x failed  T timed out  o in progress
        rate: up to 400 things a minute
"
    );
}

#[test]
fn windows_and_the_end_time_are_dates() {
    let run = forecast(&[
        "windows.json",
        "--things=30000",
        "--fail=2%",
        "--work=5m",
        "--unreachable=1%",
        "--reading=default",
        "--start=2027-03-01T08:00:00Z",
    ]);
    assert_eq!((run.stderr.as_str(), run.code), ("", Some(0)));
    assert_eq!(
        run.stdout,
        "\
windows.json: CreateJobRequest

Assumptions
  things       30 000
  results      98% SUCCEEDED, 2% FAILED
  online       99% of the things
  unreachable  1% of the things
  delay        0s
  work         5m
  start        2027-03-01 08:00 UTC
  seed         0

Rollout
  rate at the start     100 a minute
  first result          2027-03-01 22:05
  last target notified  2027-03-03 22:59

End
  end                   ended at its endTime (CANCEL)
  endTime               3d 4h, 2027-03-04 12:00
  last execution ended  3d 4h, 2027-03-04 12:00

Things at the end
  touched               29 700
  spared                300
  succeeded             29 106
  failed                594
  canceled              300

touched: started or rejected the job; spared: neither

Advice
  end-time-cancels: schedulingConfig.endBehavior
    the end time cancels 300 queued executions

Things by state
  30 000                                           #########
                                                  o#########
                                    ########################
                                   #########################
                                   #########################
                                   #########################
                    ########################################
                    ########################################
                   #########################################
       0           #########################################
    rate           #              ##              #
         2027-03-01 08:00                   2027-03-04 12:00
         # succeeded  x failed  - canceled  o in progress  . queued
         rate: up to 100 things a minute
"
    );
}

#[test]
fn an_increase_that_some_readings_do_not_have_may_not_be_reached() {
    let run = forecast(&[
        "create-job.json",
        "--things=5000",
        "--work=3m",
        "--fail=30%",
        "--what-if=abortConfig=null",
    ]);
    let row = |name: &str| {
        let mut lines = run.stdout.lines().map(str::trim_start);
        let cells = lines.find_map(|line| line.strip_prefix(name)).unwrap();
        let cells = cells.split("  ").map(str::trim);
        cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>()
    };
    // Without the criterion every reading has the rate.
    assert_eq!(
        row("100 a minute from"),
        ["0:20 to 0:26 or not reached", "0:20 to 0:26"]
    );
    assert_eq!(
        row("last target notified"),
        ["0:38 to 0:49 or never", "0:38 to 0:49"]
    );
}

#[test]
fn rates_that_are_rounded_differently_are_one_increase() {
    let run = forecast(&[
        "create-job.json",
        "--things=3000",
        "--set=jobExecutionsRolloutConfig.exponentialRate.incrementFactor=1.5",
        "--set=jobExecutionsRolloutConfig.exponentialRate.rateIncreaseCriteria.numberOfNotifiedThings=500",
        "--what-if=jobExecutionsRolloutConfig.exponentialRate.incrementFactor=2",
    ]);
    let rows = run
        .stdout
        .lines()
        .filter_map(|line| line.split_once(" a minute from"));
    let rows = rows.map(|(rates, cells)| {
        let cells = cells.split("  ").map(str::trim);
        let cells: Vec<_> = cells.filter(|it| !it.is_empty()).collect();
        (rates.trim(), cells.join(", "))
    });
    let rows: Vec<_> = rows.collect();
    let rows: Vec<_> = rows
        .iter()
        .map(|(rates, cells)| (*rates, cells.as_str()))
        .collect();
    assert_eq!(
        rows,
        [
            ("75", "0:10, -"),
            ("100", "-, 0:10"),
            ("112 or 113", "0:16 to 0:17, -"),
            ("168 or 169", "0:21 to 0:22, -"),
            ("200", "-, 0:15"),
            ("253 or 254", "0:24 to 0:25, -"),
            ("379 or 380", "0:26 to 0:27, -"),
            ("400", "-, 0:17 to 0:18"),
            ("800", "-, 0:18 to 0:19"),
            ("1 000", "not reached, 0:19 to 0:20"),
        ]
    );
}

#[test]
fn ends_that_differ_by_seconds_have_seconds() {
    let run = forecast(&[
        "create-job.json",
        "--things=999",
        "--work=30m",
        "--set=jobExecutionsRolloutConfig.exponentialRate=null",
        "--set=jobExecutionsRolloutConfig.maximumPerMinute=10",
    ]);
    let end = run.stdout.split("\nEnd\n").nth(1).unwrap();
    let end = end.split("\n\n").next().unwrap();
    assert_eq!(
        end,
        "  end                   completed
  earliest              2h 9m
    if                  pacing=batches: each minute starts with all its notifications
  latest                2h 9m 54s
    if                  pacing=even: notifications are spread over each minute"
    );
}

#[test]
fn an_end_has_all_readings_that_decide_it() {
    let run = forecast(&[
        "create-job.json",
        "--things=20000",
        "--fail=3%",
        "--timeout=1%",
        "--work=5m..20m",
        "--set=abortConfig.criteriaList[0].thresholdPercentage=2.5",
    ]);
    let rows = run.stdout.split("\n  earliest").nth(1).unwrap();
    let rows = rows.split("\n  latest").next().unwrap();
    // With other values of these it ends after 766, 3845 or 3863 seconds, or completes.
    assert_eq!(
        rows,
        "              12m 12s
    if                  pacing=batches: each minute starts with all its notifications
    and                 abort-base=ended: failures are divided by what has ended
    and                 retries-in-abort=executions: criteria count each execution of a thing"
    );
}

#[test]
fn the_end_time_is_not_that_of_the_last_execution() {
    let run = forecast(&[
        "create-job.json",
        "--things=1000",
        "--work=30m",
        "--set=jobExecutionsRolloutConfig.exponentialRate=null",
        "--set=jobExecutionsRolloutConfig.maximumPerMinute=10",
        r#"--set=schedulingConfig={"startTime":"2027-03-01 08:00","endTime":"2027-03-01 09:00","endBehavior":"CANCEL"}"#,
        "--reading=default",
    ]);
    let end = run.stdout.split("\nEnd\n").nth(1).unwrap();
    assert_eq!(
        end.split("\n\n").next().unwrap(),
        "  end                   ended at its endTime (CANCEL)
  endTime               1h, 2027-03-01 09:00
  last execution ended  1h 29m, 2027-03-01 09:29"
    );
}

#[test]
fn an_end_time_before_the_first_window_has_no_last_execution() {
    let run = forecast(&[
        "windows.json",
        "--things=100",
        "--start=2027-03-01T08:00:00Z",
        "--set=schedulingConfig.endTime=\"2027-03-01 21:00\"",
    ]);
    let end = run.stdout.split("\nEnd\n").nth(1).unwrap();
    assert_eq!(
        end.split("\n\n").next().unwrap(),
        "  end                   ended at its endTime (CANCEL)
  endTime               13h, 2027-03-01 21:00"
    );
}

#[test]
fn executions_that_do_not_end_are_counted() {
    let run = forecast(&[
        "create-job.json",
        "--things=1000",
        "--unreachable=10%",
        "--work=5m",
    ]);
    let end = "  end                   never ends: 100 executions stay QUEUED or IN_PROGRESS\n  \
               ends                  never\n";
    assert!(run.stdout.contains(end), "{}", run.stdout);
}

#[test]
fn an_end_after_two_years_is_not_never() {
    let run = forecast(&[
        "create-job.json",
        "--things=20",
        "--work=1000d",
        "--set=timeoutConfig=null",
        "--reading=default",
    ]);
    let end = "  end                   not ended within two years\n  \
               ends                  not within two years\n";
    assert!(run.stdout.contains(end), "{}", run.stdout);
    // The window never opens.
    let run = forecast(&[
        "windows.json",
        "--things=10",
        "--start=2027-03-01T08:00:00Z",
        r#"--set=schedulingConfig={"maintenanceWindows":[{"startTime":"cron(0 0 30 2 ? *)","durationInMinutes":60}]}"#,
        "--reading=default",
    ]);
    let row = "  last target notified  not within two years\n";
    assert!(run.stdout.contains(row), "{}", run.stdout);
}

#[test]
fn things_that_join_are_not_the_last_target() {
    let run = forecast(&[
        "windows.json",
        "--things=100",
        "--start=2027-03-01T22:30:00Z",
        "--work=1m",
        "--joining=1000",
    ]);
    let row = "  last target notified  2027-03-01 22:30 to 2027-03-01 22:31\n";
    assert!(run.stdout.contains(row), "{}", run.stdout);
}

#[test]
fn an_end_time_is_shown_if_executions_remain() {
    let run = forecast(&[
        "create-job.json",
        "--things=1000",
        "--unreachable=10%",
        r#"--set=schedulingConfig={"startTime":"2027-03-01 08:00","endTime":"2027-03-01 09:00","endBehavior":"STOP_ROLLOUT"}"#,
        "--reading=default",
    ]);
    let line = run
        .stdout
        .lines()
        .find(|line| line.starts_with("  endTime "));
    assert!(
        line.is_some_and(|line| line.ends_with("  1h, 2027-03-01 09:00")),
        "{}",
        run.stdout
    );
}

#[test]
fn the_start_says_which_time_applies() {
    let set = "--set=schedulingConfig.startTime=\"2027-03-01 08:00\"";
    for (start, expected) in [
        (&[][..], "2027-03-01 08:00 UTC, as in the input"),
        (
            &["--start=2027-03-01T06:00:00Z"],
            "2027-03-01 08:00 UTC, the startTime of the input, which is after --start",
        ),
        (
            &["--start=2027-03-01T09:00:00Z"],
            "2027-03-01 09:00 UTC, as --start has it, which is not before the startTime of the input",
        ),
    ] {
        let run =
            forecast(&[&["create-job.json", "--things=10", "--work=1m", set], start].concat());
        let line = format!("  start    {expected}\n");
        assert!(run.stdout.contains(&line), "{}{}", run.stdout, run.stderr);
    }
}

#[test]
fn work_that_takes_no_time_is_noted() {
    let run = forecast(&["create-job.json", "--things=10"]);
    let line = "  work     0s: things end when they start; --work gives the time of the work\n";
    assert!(run.stdout.contains(line), "{}", run.stdout);
}

#[test]
fn colors_and_unicode_are_for_terminals_that_have_them() {
    let arguments = [
        "forecast",
        "create-job.json",
        "--things=100",
        "--work=1m",
        "--color=always",
    ];
    for (variables, chart) in [
        (
            &[("LC_ALL", "C.UTF-8"), ("TERM", "xterm")][..],
            "\u{1b}[32m█\u{1b}[0m succeeded",
        ),
        (
            &[("LC_ALL", "C.UTF-8"), ("TERM", "dumb")],
            "\u{1b}[32m#\u{1b}[0m succeeded",
        ),
        (
            &[("LC_ALL", "C"), ("LANG", "C.UTF-8"), ("TERM", "xterm")],
            "\u{1b}[32m#\u{1b}[0m succeeded",
        ),
    ] {
        let run = run_with(&fixtures(), variables, &arguments);
        assert!(run.stdout.contains(chart), "{variables:?}: {}", run.stdout);
        assert!(
            run.stdout.contains("\u{1b}[1m\u{1b}[32mRollout\u{1b}[0m"),
            "{}",
            run.stdout
        );
    }
}

#[test]
fn lines_are_not_wider_than_the_terminal() {
    let arguments = ["forecast", "create-job.json", "--things=100", "--work=1m"];
    for (columns, width) in [("60", 60), ("500", 80), ("1", 40), ("x", 80)] {
        let run = run_with(
            &fixtures(),
            &[("COLUMNS", columns), ("LC_ALL", "C")],
            &arguments,
        );
        let chart = run.stdout.split("Things by state").nth(1).unwrap();
        let widest = chart.lines().map(|line| line.chars().count()).max();
        assert_eq!(widest, Some(width), "{columns}: {chart}");
    }
}

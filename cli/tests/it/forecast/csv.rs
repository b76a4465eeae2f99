//! `--format csv`.

use super::forecast;

#[test]
fn a_sample_is_a_row() {
    let run = forecast(&[
        "create-job.json",
        "--things=120",
        "--work=90s",
        "--reading=default",
        "--format=csv",
        "--what-if=jobExecutionsRolloutConfig=null",
    ]);
    assert_eq!((run.stderr.as_str(), run.code), ("", Some(0)));
    assert_eq!(
        run.stdout,
        "\
forecast,time,seconds,rate,not_notified,waiting,queued,in_progress,succeeded,failed,rejected,timed_out,canceled
input,0:00,0,50,70,0,0,50,0,0,0,0,0
input,0:01,60,50,20,0,0,100,0,0,0,0,0
input,0:02,120,50,0,0,0,70,50,0,0,0,0
input,0:03,180,0,0,0,0,20,100,0,0,0,0
input,0:03,210,0,0,0,0,0,120,0,0,0,0
what-if,0:00,0,1000,0,0,0,120,0,0,0,0,0
what-if,0:01,60,0,0,0,0,120,0,0,0,0,0
what-if,0:01,90,0,0,0,0,0,120,0,0,0,0
"
    );
}

#[test]
fn times_are_dates_with_a_start() {
    let run = forecast(&[
        "windows.json",
        "--things=9",
        "--reading=default",
        "--format=csv",
        "--start=2027-03-01 20:00",
    ]);
    assert_eq!((run.stderr.as_str(), run.code), ("", Some(0)));
    let second = run.stdout.lines().nth(1).unwrap();
    assert!(second.starts_with("input,2027-03-01 20:00,0,"), "{second}");
}

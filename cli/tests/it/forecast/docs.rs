//! The command and its picture in README.md.

use std::{fs, path::Path};

use super::{fixtures, forecast};
use crate::run::{files, run_in};

#[test]
fn the_readme_has_the_output_and_the_picture() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let block = readme.split("$ iot-jobs forecast ").nth(1).unwrap();
    let (command, rest) = block.split_once('\n').unwrap();
    let shown = rest.split("```").next().unwrap();
    let arguments: Vec<_> = command.split(' ').collect();
    let run = forecast(&arguments);
    // A line with an ellipsis is where lines are left out.
    let parts: Vec<_> = shown.split("…\n").filter(|it| !it.is_empty()).collect();
    assert!(!parts.is_empty());
    for part in parts {
        assert!(run.stdout.contains(part), "{part}{}", run.stdout);
    }

    let directory = files("forecast-docs", &[]);
    let input = "create-job.json";
    fs::copy(fixtures().join(input), directory.join(input)).unwrap();
    let plot = ["forecast", "--plot", "forecast.svg"];
    let run = run_in(&directory, &[&plot[..], &arguments].concat());
    assert_eq!((run.stderr.as_str(), run.code), ("", Some(0)));
    let [plotted, documented] = [
        directory.join("forecast.svg"),
        root.join("docs/forecast.svg"),
    ]
    .map(|file| fs::read_to_string(file).unwrap());
    assert!(
        documented == plotted,
        "if intended, in cli/tests/fixtures/forecast: cargo run -p iot-jobs-cli --features plot -- forecast {command} \
         --plot ../../../../docs/forecast.svg"
    );
}

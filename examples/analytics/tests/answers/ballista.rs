//! Queries on Ballista, with the answers of DataFusion.

use std::{fs, path::Path};

use crate::{json, run, temporary, text};

#[test]
fn answers_are_those_of_datafusion() {
    let folder = temporary("ballista");
    write_parquet_files(&folder);
    let mut queries = 0;
    for entry in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/sql")).unwrap() {
        let query = entry.unwrap().path();
        let arguments = [
            "query",
            text(&query),
            "--parquet",
            text(&folder),
            "--threads",
            "2",
            "--format",
            "json",
        ];
        let expected = json(&run(&arguments));
        assert!(!expected.as_array().unwrap().is_empty(), "{query:?}");
        let found = json(&run(&[&arguments[..], &["--ballista"]].concat()));
        assert_eq!(found, expected, "{query:?}");
        queries += 1;
    }
    assert_eq!(queries, 7);
}

/// Two files with the halves of an export, so that a query has several tasks.
fn write_parquet_files(folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    let export = temporary("ballista.ndjson");
    run(&["generate", "--rows", "4000", "--output", text(&export)]);
    let lines = fs::read_to_string(&export).unwrap();
    let lines: Vec<_> = lines.lines().collect();
    for (index, half) in lines.chunks(2000).enumerate() {
        fs::write(&export, half.join("\n")).unwrap();
        let file = folder.join(format!("{index}.parquet"));
        run(&["convert", text(&export), "--output", text(&file)]);
    }
}

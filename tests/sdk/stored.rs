use aws_sdk_iot::types::JobSummary;

#[derive(serde::Serialize, serde::Deserialize)]
struct Stored {
    #[serde(with = "iot_jobs::aws_sdk")]
    jobs: Vec<JobSummary>,
}

fn store(jobs: Vec<JobSummary>) -> serde_json::Result<Vec<JobSummary>> {
    let text = serde_json::to_string(&Stored { jobs })?;
    Ok(serde_json::from_str::<Stored>(&text)?.jobs)
}

#[test]
fn stored_jobs_are_read_back() {
    let job = JobSummary::builder()
        .job_id("firmware-7")
        .status("NEW".into());
    let jobs = vec![
        job.created_at(aws_smithy_types::DateTime::from_millis(1_549_395_301_389))
            .build(),
    ];
    assert_eq!(store(jobs.clone()).unwrap(), jobs);
}

/// The README's program is this one.
#[test]
fn the_readme_has_this_program() {
    let (program, _) = include_str!("stored.rs").split_once("\n#[test]").unwrap();
    let readme = include_str!("../../README.md");
    assert!(readme.contains(&format!("```rust,ignore\n{program}```\n")));
}

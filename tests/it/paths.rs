//! The steps of paths: their names and their text.

use iot_jobs::path::{Path, Step};

#[test]
fn steps_show_names_without_queries() {
    let path = Path::root()
        .member("jobExecutions")
        .index(2)
        .embedded()
        .member("https://h/f?X-Amz-Signature=5ec4e7".to_owned());
    let shown: Vec<_> = path.steps().iter().map(|it| format!("{it:?}")).collect();
    assert_eq!(
        shown,
        [
            "Member(jobExecutions)",
            "Index(2)",
            "Embedded",
            "Member(https://h/f…)",
        ]
    );
}

#[test]
fn a_name_equals_its_text() {
    for path in [
        Path::root().member("jobId"),
        Path::root().member("jobId".to_owned()),
    ] {
        let [Step::Member(name)] = path.steps() else {
            panic!("{path}")
        };
        assert_eq!(AsRef::<str>::as_ref(name), "jobId");
        assert!(*name == *"jobId" && *name == "jobId");
        assert!(*name != *"jobid" && *name != "jobid");
    }
}

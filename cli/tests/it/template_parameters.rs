//! The parameters of a job against its managed template, or against the placeholders of its document.

use crate::{embedded::findings, run::run_on};

/// An input that creates a job, of which nothing else is wrong; the members are on lines of their own.
fn create_job(members: &[&str]) -> String {
    let target = "arn:aws:iot:eu-west-1:123456789012:thing/pump";
    let members = members.join(",\n");
    format!("{{\"jobId\": \"j\", \"targets\": [\"{target}\"],\n{members}\n}}")
}

#[test]
fn the_parameters_are_those_of_the_template() {
    const REBOOT: &str = r#""jobTemplateArn": "arn:aws:iot:eu-west-1::jobtemplate/AWS-Reboot:1.0""#;
    const DOWNLOAD: &str =
        r#""jobTemplateArn": "arn:aws:iot:eu-west-1::jobtemplate/AWS-Download-File:1.0""#;
    const COMMAND: &str =
        r#""jobTemplateArn": "arn:aws-cn:iot:cn-north-1::jobtemplate/AWS-Run-Command""#;
    for (members, found) in [
        (&[REBOOT][..], &[][..]),
        (
            &[
                DOWNLOAD,
                r#""documentParameters": {"downloadUrl": "${aws:iot:s3-presigned-url:https://s3.eu-west-1.amazonaws.com/b/k}", "filePath": "/f", "runAsUser": "root"}"#,
            ],
            &[],
        ),
        (
            &[COMMAND, r#""documentParameters": {"command": "ls,-l"}"#],
            &[],
        ),
        // Missing ones.
        (
            &[DOWNLOAD],
            &[
                "error required: documentParameters.downloadUrl 1:1 {\"job",
                "error required: documentParameters.filePath 1:1 {\"job",
            ],
        ),
        (
            &[
                DOWNLOAD,
                r#""documentParameters": {"downloadURL": "https://example.com/f", "filepath": "/f", "user": "u"}"#,
            ],
            &[
                "error required: documentParameters.downloadUrl 3:23 {\"dow",
                "error required: documentParameters.filePath 3:23 {\"dow",
                "error parameter-unused: documentParameters.downloadURL 3:24 \"down",
                "error parameter-unused: documentParameters.filepath 3:64 \"file",
                "error parameter-unused: documentParameters.user 3:82 \"user",
            ],
        ),
        // Values that do not fit.
        (
            &[COMMAND, r#""documentParameters": {"command": "ls -l"}"#],
            &["error command: documentParameters.command 3:35 \"ls -"],
        ),
        (
            &[
                COMMAND,
                r#""documentParameters": {"command": "${aws:iot:s3-presigned-url:x"}"#,
            ],
            &["error placeholder: documentParameters.command 3:35 \"${aw"],
        ),
        (
            &[COMMAND, r#""documentParameters": {"command": ""}"#],
            &[
                "error length: documentParameters.command 3:35 \"\"}",
                "error command: documentParameters.command 3:35 \"\"}",
            ],
        ),
        // A template of an account, and one that this version does not know.
        (
            &[
                r#""jobTemplateArn": "arn:aws:iot:eu-west-1:123456789012:jobtemplate/AWS-Reboot""#,
                r#""documentParameters": {"any": "1"}"#,
            ],
            &[],
        ),
        (
            &[
                r#""jobTemplateArn": "arn:aws:iot:eu-west-1::jobtemplate/AWS-Later:1.0""#,
                r#""documentParameters": {"any": "1"}"#,
            ],
            &[],
        ),
    ] {
        assert_eq!(
            findings("CreateJob", &create_job(members)),
            found,
            "{members:?}"
        );
    }
    let input = create_job(&[
        DOWNLOAD,
        r#""documentParameters": {"filepath": "/f", "downloadUrl": "u"}"#,
    ]);
    let run = run_on(input, &["check", "--as=CreateJob", "--format=github", "-"]);
    let message = "title=iot-jobs parameter-unused::documentParameters.filepath: the template has no such \
                   parameter; it has downloadUrl, filePath, runAsUser, pathToHandler; did you mean `filePath`?\n";
    assert!(run.stdout.contains(message), "{}", run.stdout);
}

#[test]
fn each_placeholder_has_a_parameter_and_the_document_is_checked_with_it() {
    const DOCUMENT: &str = r#""document": "{\"version\":\"1.0\",\"steps\":[{\"action\":{\"name\":\"n\",\"type\":\"runCommand\",\"input\":{\"command\":\"${aws:iot:parameter:what}\"},\"runAsUser\":\"${aws:iot:parameter:user}\"}}]}""#;
    for (members, found) in [
        (
            &[DOCUMENT][..],
            &[
                r#"error placeholder-value: document → steps[0].action.input.command 2:121 \"${a"#,
                r#"error placeholder-value: document → steps[0].action.runAsUser 2:166 \"${a"#,
            ][..],
        ),
        (
            &[
                DOCUMENT,
                r#""documentParameters": {"what": "reboot", "User": "root"}"#,
            ],
            &[
                r#"error placeholder-value: document → steps[0].action.runAsUser 2:166 \"${a"#,
                "error parameter-unused: documentParameters.User 3:42 \"User",
            ],
        ),
        (
            &[
                DOCUMENT,
                r#""documentParameters": {"what": "reboot", "user": "root"}"#,
            ],
            &[],
        ),
        (
            &[
                DOCUMENT,
                r#""documentParameters": {"what": "sudo reboot", "user": "root"}"#,
            ],
            &[r#"error command: document → steps[0].action.input.command 2:121 \"${a"#],
        ),
        (
            &[r#""document": "[]""#, r#""documentParameters": {"a": "b"}"#],
            &[r#"error parameter-unused: documentParameters.a 3:24 "a": "#],
        ),
        (
            &[r#""document": "x""#, r#""documentParameters": {"a": "b"}"#],
            &["error json: document → $ 2:14 x\","],
        ),
        (
            &[
                r#""document": "[\"${aws:iot:parameter:a}\", \"${aws:iot:parameter:a\"]""#,
                r#""documentParameters": {"a": "b"}"#,
            ],
            &[r#"error placeholder: document → [1] 2:43 \"${a"#],
        ),
        // A document that the request does not contain can have any placeholders.
        (
            &[
                r#""documentSource": "https://b.s3.eu-west-1.amazonaws.com/k""#,
                r#""documentParameters": {"a": "b"}"#,
            ],
            &[],
        ),
    ] {
        assert_eq!(
            findings("CreateJob", &create_job(members)),
            found,
            "{members:?}"
        );
    }
    // A job from the template can have parameters, and its answer has none.
    for shape in ["CreateJobTemplate", "DescribeManagedJobTemplateResponse"] {
        let required = r#"{"jobTemplateId": "t", "description": "d","#;
        let input = format!("{required}{DOCUMENT}}}");
        let found = findings(shape, &input);
        let found = found.iter().filter(|it| !it.contains("unknown-member"));
        assert_eq!(found.count(), 0, "{shape}");
    }
    // With its value, the document is larger than the service accepts.
    let value = format!(
        r#""documentParameters": {{"what": "{}", "user": "u"}}"#,
        "a,".repeat(15_000)
    );
    let twice = DOCUMENT.replace(
        "${aws:iot:parameter:user}",
        "${aws:iot:parameter:what}${aws:iot:parameter:user}",
    );
    assert_eq!(
        findings("CreateJob", &create_job(&[&twice, &value])),
        ["error bytes: document 2:13 \"{\\\"v"]
    );
}

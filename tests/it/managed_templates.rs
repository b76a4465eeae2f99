//! The templates that AWS maintains, and the parameters of jobs made from them.

use std::{collections::HashMap, fs};

use iot_jobs::{
    codec,
    document::{
        managed_template::{LINUX, check_parameters, find},
        placeholder::{self, Placeholder},
    },
    operation::describe_managed_job_template::DescribeManagedJobTemplateOutput,
    types::DocumentParameter,
    validate::Rule,
};

use crate::documents::samples::samples;

fn given(parameters: &[(&str, &str)]) -> HashMap<String, String> {
    let parameters = parameters.iter();
    parameters
        .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
        .collect()
}

fn found(
    parameters: &[(&str, &str)],
    described: &[DocumentParameter],
) -> Vec<(String, Rule, String)> {
    let found = check_parameters(&given(parameters), described);
    found
        .into_iter()
        .map(|found| (found.path.to_string(), found.rule, found.message))
        .collect()
}

const DESCRIBED: &str = r#"{
    "templateName": "AWS-Download-File", "templateVersion": "1.0",
    "documentParameters": [
        {"key": "downloadUrl", "regex": "(.*?)", "example": "http://www.example.com/index.html", "optional": false},
        {"key": "filePath", "regex": "(.*?)"},
        {"key": "runAsUser", "regex": "(.){0,256}", "optional": true},
        {"key": "pathToHandler", "regex": "(.){0,4096}", "optional": true}
    ]
}"#;

fn described() -> Vec<DocumentParameter> {
    let described: DescribeManagedJobTemplateOutput = codec::from_str(DESCRIBED).unwrap();
    described.document_parameters().to_vec()
}

#[test]
fn parameters_are_known_and_complete() {
    let described = described();
    let complete = [("downloadUrl", "https://h/f"), ("filePath", "/f")];
    assert_eq!(found(&complete, &described), []);
    let expected = [
        (
            "documentParameters.downloadUrl",
            Rule::Required,
            r#"the template requires this parameter, such as "http://www.example.com/index.html""#,
        ),
        (
            "documentParameters.filePath",
            Rule::Required,
            "the template requires this parameter",
        ),
        (
            "documentParameters.fileUrl",
            Rule::ParameterUnused,
            "the template has no such parameter; it has downloadUrl, filePath, runAsUser, pathToHandler",
        ),
    ];
    let expected: Vec<_> = expected
        .into_iter()
        .map(|(path, rule, message)| (path.to_owned(), rule, message.to_owned()))
        .collect();
    assert_eq!(found(&[("fileUrl", "x")], &described), expected);
    assert_eq!(found(&[("any", "x")], &[]).len(), 1);
    let unused = check_parameters(&given(&[("fileUrl", "x")]), &described).remove(2);
    assert_eq!(
        unused.limit.as_deref(),
        Some("downloadUrl, filePath, runAsUser, pathToHandler")
    );
}

#[cfg(feature = "regex")]
#[test]
fn values_match_the_regular_expressions_whole() {
    use iot_jobs::validate::Severity;

    let check = |regex: &str, value: &str| {
        let parameter = DocumentParameter::builder().key("k").regex(regex).build();
        check_parameters(&given(&[("k", value)]), &[parameter]).pop()
    };
    for (regex, value) in [
        ("(.*?)", "anything"),
        ("(.){0,256}", &"é".repeat(256)),
        ("(.){0,4096}", &"x".repeat(4096)),
        ("a|bc", "bc"),
        ("^a$", "a"),
    ] {
        assert_eq!(check(regex, value), None, "{regex}");
    }
    for (regex, value, shown) in [
        (
            "(.){0,256}",
            "é".repeat(257),
            format!("\"{}\"…", "é".repeat(32)),
        ),
        ("a|bc", "abc".into(), r#""abc""#.into()),
        ("a", "a\n".into(), r#""a\n""#.into()),
    ] {
        let found = check(regex, &value).unwrap();
        let message = format!("the whole has to match {regex}");
        assert_eq!(
            (found.rule, found.severity, found.message),
            (Rule::Pattern, Severity::Error, message)
        );
        assert_eq!(
            (found.value, found.limit),
            (Some(shown), Some(regex.to_owned()))
        );
    }
    let found = check("(?=a)", "a").unwrap();
    assert_eq!(
        (found.rule, found.severity),
        (Rule::Pattern, Severity::Warning)
    );
    assert_eq!(
        found.message,
        "not checked: (?=a) is not a regular expression of this dialect"
    );
}

#[cfg(feature = "regex")]
#[test]
fn expressions_beyond_the_limits_are_not_checked() {
    use iot_jobs::validate::Severity;

    let long = "x".repeat(30_720);
    let expressions = [
        (
            "(.*x.{0,1000}){5}y".to_owned(),
            "(.*x.{0,1000}){5}y".to_owned(),
        ),
        (
            "((((x{0,99}){0,99}){0,99}){0,99}){0,99}y".to_owned(),
            "((((x{0,99}){0,99}){0,99}){0,99}){0,99}y".to_owned(),
        ),
        ("(x|y)+".repeat(100), "(x|y)+".repeat(10) + "(x|y…"),
    ];
    for (regex, shown) in expressions {
        let parameter = DocumentParameter::builder().key("k").regex(&regex).build();
        let found = check_parameters(&given(&[("k", &long)]), &[parameter]);
        let [found] = &found[..] else {
            panic!("{found:?}")
        };
        assert_eq!(
            (found.rule, found.severity),
            (Rule::Pattern, Severity::Warning)
        );
        let message = &found.message;
        assert!(
            message.starts_with(&format!("not checked: {shown}")),
            "{message}"
        );
        assert!(
            message.ends_with(" exceeds the limits of regular expressions"),
            "{message}"
        );
        assert!(message.len() < 150, "{message}");
    }
    // The longest expression that is checked, and one character more.
    for (length, checked) in [(512, true), (513, false)] {
        let text = "a".repeat(length);
        let parameter = DocumentParameter::builder().key("k").regex(&text).build();
        let found = check_parameters(&given(&[("k", &text)]), &[parameter]);
        assert_eq!(found.is_empty(), checked, "{length}: {found:?}");
    }
    // Many expressions have a common limit.
    let keys: Vec<_> = (0..1000).map(|n| format!("k{n}")).collect();
    let values: HashMap<_, _> = keys.iter().map(|key| (key.clone(), long.clone())).collect();
    let described: Vec<_> = keys
        .iter()
        .map(|key| {
            DocumentParameter::builder()
                .key(key)
                .regex("(x|xx)+y")
                .build()
        })
        .collect();
    let found = check_parameters(&values, &described);
    let not_checked = found
        .iter()
        .filter(|it| it.severity == Severity::Warning)
        .count();
    assert_eq!(found.len(), 1000);
    assert!((900..1000).contains(&not_checked), "{not_checked}");
}

#[test]
fn at_most_twenty_parameters_are_listed() {
    for (count, more) in [(20, ""), (21, ", …"), (30, ", …")] {
        let described: Vec<_> = (0..count)
            .map(|n| {
                DocumentParameter::builder()
                    .key(format!("k{n}"))
                    .optional(true)
                    .build()
            })
            .collect();
        let keys: Vec<_> = (0..20).map(|n| format!("k{n}")).collect();
        let message = format!(
            "the template has no such parameter; it has {}{more}",
            keys.join(", ")
        );
        let path = "documentParameters.other".to_owned();
        assert_eq!(
            found(&[("other", "x")], &described),
            [(path, Rule::ParameterUnused, message)]
        );
    }
}

#[test]
fn the_documented_templates_have_the_parameters_of_their_documents() {
    let names: Vec<_> = LINUX.iter().map(|template| template.name).collect();
    assert!(names.is_sorted(), "{names:?}");
    assert_eq!(find("AWS-Nothing"), None);
    let run = find("AWS-Run-Command").unwrap().document_parameters();
    let run: Vec<_> = run
        .iter()
        .map(|parameter| (parameter.key(), parameter.optional()))
        .collect();
    assert_eq!(
        run,
        [
            (Some("command"), Some(false)),
            (Some("runAsUser"), Some(true))
        ]
    );
    let Some(samples) = samples() else { return };
    for template in LINUX {
        let name = template.name.trim_start_matches("AWS-").to_lowercase();
        let file = samples.join(format!("jobdoc-managed-{name}.json"));
        let document = fs::read_to_string(file).unwrap();
        let mut keys: Vec<_> = placeholder::find(&document)
            .unwrap()
            .iter()
            .map(|found| match found.placeholder() {
                Ok(Placeholder::Parameter { key }) => key.to_owned(),
                other => panic!("{other:?}"),
            })
            .collect();
        let mut known: Vec<_> = template.parameters.iter().map(|known| known.key).collect();
        keys.sort_unstable();
        known.sort_unstable();
        assert_eq!(keys, known, "{}", template.name);
    }
}

#[test]
fn the_described_template_of_the_samples_is_the_documented_one() {
    let Some(samples) = samples() else { return };
    let text = fs::read_to_string(samples.join("describe-managed-job-template.json")).unwrap();
    let described: DescribeManagedJobTemplateOutput = codec::from_str(&text).unwrap();
    let ours = find(described.template_name().unwrap()).unwrap();
    let ours: Vec<_> = ours
        .parameters
        .iter()
        .map(|ours| (ours.key, ours.optional))
        .collect();
    let theirs: Vec<_> = described
        .document_parameters()
        .iter()
        .map(|theirs| (theirs.key().unwrap(), theirs.optional().unwrap()))
        .collect();
    assert_eq!(ours, theirs);
}

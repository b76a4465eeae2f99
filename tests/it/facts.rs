//! The declared facts of a few shapes; `conformance` compares those of all shapes with the model.

use std::collections::BTreeSet;

use iot_jobs::{
    catalog,
    constraint::{self, Counts},
    facts::{Kind, Location},
    operation::{
        create_job::CreateJobInput, delete_job_execution::DeleteJobExecutionInput,
        describe_job::DescribeJob,
    },
    shape::{Operation, Shape, ShapeVisitor},
    types::{AbortCriteria, Job, JobExecution, Tag, error::ResourceAlreadyExistsException},
};

#[test]
fn a_structure_lists_its_members_in_order() {
    let facts = AbortCriteria::STRUCTURE;
    assert_eq!(facts.name, "AbortCriteria");
    assert_eq!(
        facts.doc,
        "Criteria that abort a job when enough executions fail."
    );
    assert_eq!(facts.error_status, None);
    let members: Vec<_> = facts
        .members
        .iter()
        .map(|m| (m.name, m.wire_name, m.required, m.location))
        .collect();
    let body = Location::Body;
    assert_eq!(
        members,
        [
            ("failure_type", "failureType", true, body),
            ("action", "action", true, body),
            ("threshold_percentage", "thresholdPercentage", true, body),
            (
                "min_number_of_executed_things",
                "minNumberOfExecutedThings",
                true,
                body
            ),
        ]
    );
}

#[test]
fn kinds_follow_from_types() {
    let kind = |wire_name| Job::STRUCTURE.member(wire_name).unwrap().kind;
    assert_eq!(kind("jobId"), Kind::String);
    assert_eq!(kind("forceCanceled"), Kind::Boolean);
    assert_eq!(kind("createdAt"), Kind::Timestamp);
    assert_eq!(kind("targets"), Kind::List(&Kind::String));
    assert_eq!(kind("documentParameters"), Kind::Map(&Kind::String));
    let Kind::Enum(status) = kind("status") else {
        panic!("an enum");
    };
    assert_eq!(status.name, "JobStatus");
    assert_eq!(
        status.values,
        [
            "IN_PROGRESS",
            "CANCELED",
            "COMPLETED",
            "DELETION_IN_PROGRESS",
            "SCHEDULED"
        ]
    );
    assert_eq!(
        status.docs,
        [
            "At least one execution may still run.",
            "The job was canceled, on request or by its abort criteria.",
            "Every execution has ended and no more will start.",
            "The job is being deleted with its executions.",
            "The job waits for its start time or its next maintenance window."
        ]
    );
    let Kind::Structure(abort) = kind("abortConfig") else {
        panic!("a structure");
    };
    let Kind::List(Kind::Structure(criteria)) = abort.member("criteriaList").unwrap().kind else {
        panic!("a list of structures");
    };
    assert_eq!(**criteria, AbortCriteria::STRUCTURE);
    let kind = |wire_name| JobExecution::STRUCTURE.member(wire_name).unwrap().kind;
    assert_eq!(kind("versionNumber"), Kind::Long);
    assert_eq!(criteria.members[2].kind, Kind::Double);
    assert_eq!(criteria.members[3].kind, Kind::Integer);
}

#[test]
fn wire_names_can_be_declared() {
    let members: Vec<_> = Tag::STRUCTURE
        .members
        .iter()
        .map(|m| (m.name, m.wire_name, m.required))
        .collect();
    assert_eq!(members, [("key", "Key", true), ("value", "Value", false)]);
}

#[test]
fn inputs_declare_the_location_of_their_members() {
    let facts = DeleteJobExecutionInput::STRUCTURE;
    assert_eq!(facts.name, "DeleteJobExecutionRequest");
    let members: Vec<_> = facts
        .members
        .iter()
        .map(|m| (m.wire_name, m.location, m.required))
        .collect();
    assert_eq!(
        members,
        [
            ("jobId", Location::Label, true),
            ("thingName", Location::Label, true),
            ("executionNumber", Location::Label, true),
            ("force", Location::Query, false),
            ("namespaceId", Location::Query, false),
        ]
    );
    let targets = CreateJobInput::STRUCTURE.member("targets").unwrap();
    assert_eq!((targets.location, targets.required), (Location::Body, true));
}

#[test]
fn constraints_include_those_of_elements_keys_and_values() {
    let member = |wire_name| Job::STRUCTURE.member(wire_name).unwrap();
    let job_id = member("jobId").constraint.unwrap();
    assert_eq!(
        (job_id.name, job_id.counts, job_id.min, job_id.max),
        ("JobId", Counts::Characters, Some(1.0), Some(64.0))
    );
    assert_eq!(job_id.pattern, Some("[a-zA-Z0-9_-]+"));
    let targets = member("targets").constraint.unwrap();
    assert_eq!(
        (targets.counts, targets.min, targets.max),
        (Counts::Entries, Some(1.0), None)
    );
    assert_eq!(targets.element.unwrap().max, Some(2048.0));
    let parameters = member("documentParameters").constraint.unwrap();
    assert_eq!(parameters.key, Some(&constraint::PARAMETER_KEY));
    assert_eq!(parameters.value.unwrap().max, Some(30720.0));
    assert_eq!(member("jobArn").constraint, None);
    let version = JobExecution::STRUCTURE.member("versionNumber").unwrap();
    assert!(version.constraint.unwrap().digits_in_a_string);
}

#[test]
fn errors_have_an_http_status() {
    let facts = ResourceAlreadyExistsException::STRUCTURE;
    assert_eq!(facts.error_status, Some(409));
    let names: Vec<_> = facts.members.iter().map(|m| m.wire_name).collect();
    assert_eq!(names, ["message", "resourceId", "resourceArn"]);
}

#[test]
fn every_shape_is_found_by_its_name() {
    let mut names = BTreeSet::new();
    for entry in catalog::shapes() {
        let name = entry.name();
        assert_eq!(name.rsplit('.').next(), Some(entry.structure().name));
        assert!(names.insert(entry.name()), "{} twice", entry.name());
        assert_eq!(
            catalog::find_shape(&entry.name()).unwrap().structure(),
            entry.structure()
        );
    }
    for name in ["Job", "DescribeJobResponse", "CreateJobRequest"] {
        assert!(names.contains(name), "{name}");
    }
    for name in [
        "",
        "job",
        "DescribeJobOutput",
        "JobStatus",
        "CreateJobInput",
    ] {
        assert!(catalog::find_shape(name).is_none(), "{name}");
    }
}

#[test]
fn member_names_are_unique_in_a_shape() {
    for entry in catalog::shapes() {
        let structure = entry.structure();
        let names: BTreeSet<_> = structure.members.iter().map(|m| m.name).collect();
        let wire_names: BTreeSet<_> = structure.members.iter().map(|m| m.wire_name).collect();
        assert_eq!(names.len(), structure.members.len(), "{}", entry.name());
        assert_eq!(wire_names.len(), names.len(), "{}", entry.name());
    }
}

#[test]
fn every_shape_and_member_is_described_by_a_sentence() {
    for entry in catalog::shapes() {
        let structure = entry.structure();
        let docs = structure.members.iter().map(|member| member.doc);
        for doc in docs.chain([structure.doc]) {
            let sentence = doc.ends_with('.') && doc.starts_with(|c: char| c.is_uppercase());
            assert!(sentence, "{}: {doc:?}", entry.name());
        }
    }
}

#[test]
fn an_operation_declares_its_shapes() {
    let facts = DescribeJob::FACTS;
    assert_eq!((facts.name, facts.method), ("DescribeJob", "GET"));
    assert_eq!((facts.uri, facts.success_status), ("/jobs/{jobId}", 200));
    assert_eq!(facts.input.name, "DescribeJobRequest");
    assert_eq!(facts.output.name, "DescribeJobResponse");
    let errors: Vec<_> = facts
        .errors
        .iter()
        .map(|e| (e.name, e.error_status))
        .collect();
    assert_eq!(
        errors,
        [
            ("InvalidRequestException", Some(400)),
            ("ResourceNotFoundException", Some(404)),
            ("ThrottlingException", Some(400)),
            ("ServiceUnavailableException", Some(503)),
        ]
    );
}

#[test]
fn the_labels_of_a_uri_are_those_of_the_input() {
    for facts in catalog::operations().map(|entry| entry.facts()) {
        let labels = facts.uri.split('{').skip(1);
        let in_uri: BTreeSet<&str> = labels.map(|rest| rest.split_once('}').unwrap().0).collect();
        let members = facts.input.members.iter();
        let labels = members.filter(|member| member.location == Location::Label);
        let declared: BTreeSet<&str> = labels
            .map(|member| {
                assert!(member.required, "{}.{}", facts.name, member.wire_name);
                member.wire_name
            })
            .collect();
        assert_eq!(in_uri, declared, "{}", facts.name);
    }
}

#[test]
fn operation_names_are_unique() {
    let names: BTreeSet<String> = catalog::operations().map(|entry| entry.name()).collect();
    assert_eq!(names.len(), catalog::operations().count());
    assert!(names.contains("UpdateJob") && names.contains("device.UpdateJobExecution"));
}

#[test]
fn a_visitor_sees_the_listed_shapes() {
    struct Names(Vec<&'static str>);

    impl ShapeVisitor for Names {
        fn visit<T: Shape>(&mut self) {
            self.0.push(T::STRUCTURE.name);
        }
    }

    let mut names = Names(Vec::new());
    catalog::visit_shapes(&mut names);
    let listed: Vec<_> = catalog::shapes().map(|it| it.structure().name).collect();
    assert_eq!(names.0, listed);
    assert!(names.0.contains(&"JobExecutionsChanged"));
}

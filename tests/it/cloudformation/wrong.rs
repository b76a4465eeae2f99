//! Templates that fail at deployment.

use super::{template, violations};

/// The properties of a job that is valid but for others.
fn job(properties: &str) -> String {
    let targets = r#""JobId": "j", "Targets": ["arn:aws:iot:eu-west-1:123456789012:thing/a"]"#;
    template("AWS::IoT::Job", &format!("{targets},\n{properties}"))
}

/// The properties of a job template that is valid but for others.
fn job_template(properties: &str) -> String {
    let others = r#""JobTemplateId": "t", "Description": "d""#;
    template("AWS::IoT::JobTemplate", &format!("{others},\n{properties}"))
}

const DOCUMENT: &str = r#""Document": "{}""#;

// One table of rows, one line of code.
#[allow(clippy::too_many_lines)]
#[test]
fn jobs() {
    for (properties, expected) in [
        // Keys in lower case, as the CDK passes nested ones on.
        (
            r#""JobExecutionsRolloutConfig": {"maximumPerMinute": 5000}"#,
            &[
                "error unknown-member JobExecutionsRolloutConfig.maximumPerMinute 4:52 5000}\n",
                "error range JobExecutionsRolloutConfig.maximumPerMinute 4:52 5000}\n",
            ][..],
        ),
        (
            r#""AbortConfig": {"criteriaList": [{"failureType": "FAILED", "action": "CANCEL", "minNumberOfExecutedThings": 0}]}"#,
            &[
                r#"error unknown-member AbortConfig.criteriaList 4:33 [{"fai"#,
                r#"error required AbortConfig.criteriaList[0].ThresholdPercentage 4:34 {"fail"#,
                r#"error unknown-member AbortConfig.criteriaList[0].failureType 4:50 "FAILE"#,
                r#"error unknown-member AbortConfig.criteriaList[0].action 4:70 "CANCE"#,
                "error unknown-member AbortConfig.criteriaList[0].minNumberOfExecutedThings 4:109 0}]}\n}",
                "error range AbortConfig.criteriaList[0].minNumberOfExecutedThings 4:109 0}]}\n}",
            ],
        ),
        // The name that the property has in the other type.
        (
            r#""JobExecutionsRolloutConfig": {"ExponentialRolloutRate": {"BaseRatePerMinute": 1, "IncrementFactor": 1, "RateIncreaseCriteria": {"NumberOfNotifiedThings": 1}}}"#,
            &[
                r#"error unknown-member JobExecutionsRolloutConfig.ExponentialRolloutRate 4:58 {"Base"#,
                r#"error range JobExecutionsRolloutConfig.ExponentialRolloutRate.IncrementFactor 4:102 1, "Ra"#,
            ],
        ),
        // The name that another list has in the other type.
        (
            r#""AbortConfig": {"RetryCriteriaList": []}"#,
            &[
                "error required AbortConfig.CriteriaList 4:16 {\"Retr",
                "error unknown-member AbortConfig.RetryCriteriaList 4:38 []}\n}}",
            ],
        ),
        (
            r#""NamespaceId": "n", "Arn": "a", "JobArn": "b""#,
            &[
                r#"error unknown-member NamespaceId 4:16 "n", ""#,
                r#"error unknown-member Arn 4:28 "a", ""#,
                "error unknown-member JobArn 4:43 \"b\"\n}}",
            ],
        ),
        (
            r#""AbortConfig": {}, "TimeoutConfig": {"InProgressTimeoutInMinutes": "20000"}"#,
            &[
                r#"error required AbortConfig.CriteriaList 4:16 {}, "T"#,
                r#"error range TimeoutConfig.InProgressTimeoutInMinutes 4:68 "20000"#,
            ],
        ),
        (
            r#""AbortConfig": {"CriteriaList": [{"FailureType": "FAIL", "Action": "CANCEL", "ThresholdPercentage": "high", "MinNumberOfExecutedThings": 1.5}]}"#,
            &[
                r#"error enum-value AbortConfig.CriteriaList[0].FailureType 4:50 "FAIL""#,
                r#"error form AbortConfig.CriteriaList[0].ThresholdPercentage 4:101 "high""#,
                "error form AbortConfig.CriteriaList[0].MinNumberOfExecutedThings 4:138 1.5}]}",
            ],
        ),
        (
            r#""Tags": [{"Key": "k"}, {"Key": "k", "Value": ""}, null], "TargetSelection": null"#,
            &[
                r#"error required Tags[0].Value 4:10 {"Key""#,
                r#"error tag-key-once Tags[1].Key 4:32 "k", ""#,
                "error form Tags[2] 4:51 null],",
                "error form TargetSelection 4:77 null\n}",
            ],
        ),
        (
            r#""Description": null, "DocumentParameters": {"a": ""}"#,
            &[
                "error form Description 4:16 null, ",
                "error length DocumentParameters.a 4:50 \"\"}\n}}",
                "error parameter-unused DocumentParameters.a 4:50 \"\"}\n}}",
            ],
        ),
        // Numbers of 32 and of 64 bits.
        (
            r#""JobExecutionsRolloutConfig": {"MaximumPerMinute": 5000000000}, "TimeoutConfig": {"InProgressTimeoutInMinutes": 5000000000}"#,
            &[
                "error form JobExecutionsRolloutConfig.MaximumPerMinute 4:52 500000",
                "error range TimeoutConfig.InProgressTimeoutInMinutes 4:113 500000",
            ],
        ),
        (
            r#""DocumentParameters": {"Ref": "P"}, "JobExecutionsRetryConfig": {"CriteriaList": [{"FailureType": "TIMED_OUT", "NumberOfRetries": 1}]}"#,
            &[
                r#"error retry-needs-timeout JobExecutionsRetryConfig.CriteriaList[0].FailureType 4:99 "TIMED"#,
            ],
        ),
        // A macro that adds properties.
        (
            r#""Description": "a\tb", "Fn::Transform": {"Name": "AWS::Include", "Parameters": {"Location": "s3://b/p"}}"#,
            &[r#"error pattern Description 4:16 "a\tb""#],
        ),
        (
            r#""DocumentSource": "https://b.s3.amazonaws.com/d", "JobTemplateArn": "template""#,
            &[
                "error document-once Document 3:13 \"{}\",\n",
                r#"error pattern JobTemplateArn 4:69 "templ"#,
            ],
        ),
        (
            r#""SchedulingConfig": {"EndBehavior": "CANCEL", "MaintenanceWindows": [{"StartTime": "cron(0 0 * * ? *)", "DurationInMinutes": 1440}]}"#,
            &[
                r#"warning end-behavior-needs-end-time SchedulingConfig.EndBehavior 4:37 "CANCE"#,
                r#"error windows-need-continuous SchedulingConfig.MaintenanceWindows 4:69 [{"Sta"#,
                "error range SchedulingConfig.MaintenanceWindows[0].DurationInMinutes 4:126 1440}]",
            ],
        ),
    ] {
        let with_document = format!("{DOCUMENT},\n{properties}");
        let found = violations(&job(&with_document));
        assert_eq!(found, expected, "{properties}");
    }
}

#[test]
fn job_templates() {
    for (properties, expected) in [
        (
            r#""Document": "{\"operation\": \"reboot\", \"args\": \"now\"}""#,
            &[r#"error form Document → args 3:52 \"now\"#][..],
        ),
        (
            r#""Document": {"operation": "reboot"}"#,
            &[r#"error form Document 3:13 {"oper"#],
        ),
        (
            r#""document": "{\"operation\": \"\"}""#,
            &[
                r#"error unknown-member document 3:13 "{\"op"#,
                r#"error length document → operation 3:30 \"\"}""#,
            ],
        ),
        (
            r#""Document": "{\"steps\": }""#,
            &["error json Document → steps 3:26 }\"\n}}}"],
        ),
        (
            r#""JobArn": "a", "JobExecutionsRetryConfig": {"CriteriaList": [{"FailureType": "ALL"}]}"#,
            &[
                r#"error unknown-member JobExecutionsRetryConfig.CriteriaList 3:61 [{"Fai"#,
                r#"error required JobExecutionsRetryConfig.CriteriaList[0].NumberOfRetries 3:62 {"Fail"#,
                r#"warning retry-needs-timeout JobExecutionsRetryConfig.CriteriaList[0].FailureType 3:78 "ALL"}"#,
            ],
        ),
        (
            r#""JobArn": "a", "PresignedUrlConfig": {"ExpiresInSec": 59}, "TimeoutConfig": {}, "Tags": [{"Key": "k", "Value": ""}]"#,
            &[
                r#"error required PresignedUrlConfig.RoleArn 3:38 {"Expi"#,
                r#"error range PresignedUrlConfig.ExpiresInSec 3:55 59}, ""#,
                r#"error required TimeoutConfig.InProgressTimeoutInMinutes 3:77 {}, "T"#,
                "error length Tags[0].Value 3:112 \"\"}]\n}",
            ],
        ),
        (
            r#""JobArn": "a", "SchedulingConfig": {"MaintenanceWindows": []}"#,
            &[r#"error unknown-member SchedulingConfig 3:36 {"Main"#],
        ),
        (
            r#""JobArn": "a", "JobExecutionsRolloutConfig": {"ExponentialRate": {"BaseRatePerMinute": 1, "IncrementFactor": 0.5, "RateIncreaseCriteria": {}}}"#,
            &[
                r#"error unknown-member JobExecutionsRolloutConfig.ExponentialRate 3:66 {"Base"#,
                r#"error range JobExecutionsRolloutConfig.ExponentialRate.IncrementFactor 3:110 0.5, ""#,
                "error rate-increase-one-threshold JobExecutionsRolloutConfig.ExponentialRate.RateIncreaseCriteria 3:139 {}}}\n}",
            ],
        ),
        (
            "\"Tags\": []",
            &["error document-needed Document 1:69 {\n\"Job"],
        ),
    ] {
        assert_eq!(
            violations(&job_template(properties)),
            expected,
            "{properties}"
        );
    }
}

#[test]
fn required_properties() {
    for (kind, expected) in [
        (
            "AWS::IoT::Job",
            &[
                "error required Resources.R.Properties.JobId 1:21 {\"Type",
                "error required Resources.R.Properties.Targets 1:21 {\"Type",
                "error document-needed Resources.R.Properties.Document 1:21 {\"Type",
            ][..],
        ),
        (
            "AWS::IoT::JobTemplate",
            &[
                "error required Resources.R.Properties.JobTemplateId 1:21 {\"Type",
                "error required Resources.R.Properties.Description 1:21 {\"Type",
                "error document-needed Resources.R.Properties.Document 1:21 {\"Type",
            ],
        ),
        ("AWS::GreengrassV2::Deployment", &[]),
        ("AWS::IoT::Thing", &[]),
    ] {
        let template = format!("{{\"Resources\": {{\"R\": {{\"Type\": \"{kind}\"}}}}}}");
        let expected: Vec<_> = expected
            .iter()
            .map(|it| it.replace("Resources.R.Properties.", ""))
            .collect();
        assert_eq!(violations(&template), expected, "{kind}");
    }
}

#[test]
fn greengrass_deployments() {
    for (configuration, expected) in [
        (
            r#"{"TimeoutConfig": {"InProgressTimeoutInMinutes": -1}, "JobId": "j"}"#,
            &[
                r#"error range IotJobConfiguration.TimeoutConfig.InProgressTimeoutInMinutes 2:73 -1}, ""#,
                "error unknown-member IotJobConfiguration.JobId 2:87 \"j\"}\n}",
            ][..],
        ),
        (
            r#"{"JobExecutionsRolloutConfig": {"MaximumPerMinute": 0, "exponentialRate": {"BaseRatePerMinute": 1001, "IncrementFactor": 0.9}}}"#,
            &[
                r#"error range IotJobConfiguration.JobExecutionsRolloutConfig.MaximumPerMinute 2:76 0, "ex"#,
                r#"error unknown-member IotJobConfiguration.JobExecutionsRolloutConfig.exponentialRate 2:98 {"Base"#,
                r#"error required IotJobConfiguration.JobExecutionsRolloutConfig.exponentialRate.RateIncreaseCriteria 2:98 {"Base"#,
                "error range IotJobConfiguration.JobExecutionsRolloutConfig.exponentialRate.BaseRatePerMinute 2:120 1001, ",
                "error range IotJobConfiguration.JobExecutionsRolloutConfig.exponentialRate.IncrementFactor 2:145 0.9}}}",
            ],
        ),
        (
            r#""none""#,
            &[r#"error form IotJobConfiguration 2:24 "none""#],
        ),
    ] {
        let properties = format!("\"IotJobConfiguration\": {configuration}");
        let template = template("AWS::GreengrassV2::Deployment", &properties);
        assert_eq!(violations(&template), expected, "{configuration}");
    }
}

#[test]
fn known_parts_among_functions() {
    for (properties, expected) in [
        (
            r#""Document": {"Fn::Sub": "{\"operation\": \"${Operation}\", \"args\": \"now\"}"}"#,
            &[r#"error form Document.Fn::Sub → args 3:70 \"now\"#][..],
        ),
        (
            r#""Document": {"Fn::Sub": "{\"operation\": \"reboot\", \"arg\": \"${Argument}\"}"}"#,
            &[r#"warning unknown-member Document.Fn::Sub → arg 3:63 \"${Ar"#],
        ),
        (
            r#""Document": {"Fn::Sub": ["{\"operation\": \"\", \"path\": \"${Folder}\"}", {"Folder": "f"}]}"#,
            &[r#"error length Document.Fn::Sub[0] → operation 3:43 \"\", "#],
        ),
        (
            r#""Document": {"Fn::Join": ["", ["{\"operation\": \"\", \"args\": [\"", {"Ref": "A"}, "\"]}"]]}"#,
            &[r#"error length Document.Fn::Join → operation 3:26 ["", ["#],
        ),
        (
            r#""Document": {"Fn::ToJsonString": {"operation": "", "args": [{"Ref": "A"}], "path": 7}}"#,
            &[
                r#"error length Document.Fn::ToJsonString.operation 3:48 "", "a"#,
                "error form Document.Fn::ToJsonString.path 3:84 7}}\n}}",
            ],
        ),
        (
            r#""Document": {"Fn::Sub": "{\"operation\": \"${aws:iot:parameter:a}\"}"}"#,
            &[r#"error placeholder Document.Fn::Sub 3:25 "{\"op"#],
        ),
        (
            r#""Document": {"Fn::Sub": "{\"operation\": \"${Operation}\",}"}"#,
            &["error json Document.Fn::Sub → $ 3:59 }\"}\n}}"],
        ),
        (
            r#""Document": {"Fn::If": ["Old", "{}", "{\"operation\": \"\"}"]}"#,
            &[r#"error length Document.Fn::If[2] → operation 3:55 \"\"}""#],
        ),
        (
            r#""JobArn": {"Ref": "A"}, "TimeoutConfig": {"Fn::If": ["A", {"Fn::If": ["B", {"InProgressTimeoutInMinutes": 0}, {"Ref": "AWS::NoValue"}]}, {"InProgressTimeoutInMinute": 1}]}"#,
            &[
                r#"error range TimeoutConfig.Fn::If[1].Fn::If[1].InProgressTimeoutInMinutes 3:107 0}, {""#,
                "error unknown-member TimeoutConfig.Fn::If[2].InProgressTimeoutInMinute 3:168 1}]}\n}",
            ],
        ),
        (
            r#""Document": {"Fn::If": ["A", "{}", {"Ref": "AWS::NoValue"}]}, "DocumentSource": {"Fn::If": ["A", "s", {"Ref": "AWS::NoValue"}]}, "JobArn": {"Ref": "AWS::NoValue"}"#,
            &[],
        ),
        (
            r#""Document": "{}", "DocumentSource": "s", "JobArn": {"Ref": "A"}"#,
            &[r#"error document-once Document 3:13 "{}", "#],
        ),
        (
            r#""JobArn": {"Ref": "A"}, "JobExecutionsRetryConfig": {"RetryCriteriaList": [{"FailureType": {"Ref": "B"}, "NumberOfRetries": 11}, {"FailureType": "ALL", "NumberOfRetries": {"Ref": "C"}}]}"#,
            &[
                "error range JobExecutionsRetryConfig.RetryCriteriaList[0].NumberOfRetries 3:125 11}, {",
                r#"error retry-type-once JobExecutionsRetryConfig.RetryCriteriaList[1].FailureType 3:146 "ALL","#,
                r#"warning retry-needs-timeout JobExecutionsRetryConfig.RetryCriteriaList[1].FailureType 3:146 "ALL","#,
            ],
        ),
        // Text between the parts of the text.
        (
            r#""Document": {"Fn::Join": [",", ["{\"operation\": \"reboot\"", "\"args\": 7}"]]}"#,
            &[r#"error form Document.Fn::Join → args 3:26 [",", "#],
        ),
        // A number among them.
        (
            r#""Document": {"Fn::Join": ["", ["{\"operation\": \"reboot\", \"args\": [", 7, "]}"]]}"#,
            &[r#"error form Document.Fn::Join → args[0] 3:26 ["", ["#],
        ),
        // Quotes in the text before a variable.
        (
            r#""Document": {"Fn::Sub": "{\"operation\": \"say \\\"${Name}\", \"args\": 7}"}"#,
            &["error form Document.Fn::Sub → args 3:73 7}\"}\n}"],
        ),
        (
            r#""JobArn": {"Ref": "A"}, "Description": "again""#,
            &[r#"error form Description 3:40 "again"#],
        ),
    ] {
        let found = violations(&job_template(properties));
        assert_eq!(found, expected, "{properties}");
    }
}

#[test]
fn misspelt_attributes_and_types() {
    for (resource, expected) in [
        (
            r#"{"Type": "AWS::IoT::Job", "properties": {"JobId": "j"}}"#,
            &[r#"error unknown-member Resources.R.properties 1:61 {"JobI"#][..],
        ),
        (
            r#"{"Type": "AWS::IoT::Job", "Propertys": {}, "DependOn": "A"}"#,
            &[
                r#"error unknown-member Resources.R.Propertys 1:60 {}, "D"#,
                r#"error unknown-member Resources.R.DependOn 1:76 "A"}}}"#,
            ],
        ),
        (
            r#"{"Type": "AWS::Iot::JobTemplate", "Properties": {}}"#,
            &[r#"error enum-value Resources.R.Type 1:30 "AWS::"#],
        ),
        // Attributes of macros, and types that are not of jobs.
        (
            r#"{"Type": "AWS::GreengrassV2::Deployment", "Count": 3, "Properties": {}, "Connectors": {}}"#,
            &[],
        ),
        (r#"{"Type": "AWS::IoT::Thing", "Propertys": {}}"#, &[]),
        (r#"{"Type": "AWS::IoT::Jobs"}"#, &[]),
        (r#"{"type": "AWS::IoT::Job"}"#, &[]),
    ] {
        let template = format!(r#"{{"Resources": {{"R": {resource}}}}}"#);
        assert_eq!(violations(&template), expected, "{resource}");
    }
}

#[test]
fn parameters_of_managed_templates() {
    for (parameters, expected) in [
        (
            "",
            &[
                "error required DocumentParameters.downloadUrl 1:61 {\n\"Job",
                "error required DocumentParameters.filePath 1:61 {\n\"Job",
            ][..],
        ),
        (
            r#", "DocumentParameters": {"downloadUrl": "https://h/f", "filepath": "/f"}"#,
            &[
                r#"error required DocumentParameters.filePath 3:101 {"down"#,
                "error parameter-unused DocumentParameters.filepath 3:144 \"/f\"}\n",
            ],
        ),
        (
            r#", "DocumentParameters": {"downloadUrl": {"Ref": "U"}, "filePath": {"Fn::If": ["A", "/f", {"Ref": "AWS::NoValue"}]}}"#,
            &[],
        ),
        (r#", "DocumentParameters": {"Ref": "P"}"#, &[]),
    ] {
        let arn = "arn:aws:iot:eu-west-1::jobtemplate/AWS-Download-File:1.0";
        let found = violations(&job(&format!("\"JobTemplateArn\": \"{arn}\"{parameters}")));
        assert_eq!(found, expected, "{parameters}");
    }
}

#[test]
fn required_properties_without_a_value() {
    let properties =
        r#""JobId": {"Ref": "AWS::NoValue"}, "Targets": [], "JobTemplateArn": {"Ref": "A"}"#;
    let found = violations(&template("AWS::IoT::Job", properties));
    assert_eq!(
        found,
        [
            r#"error required JobId 2:10 {"Ref""#,
            r#"error size Targets 2:46 [], "J"#,
        ]
    );
}

#[test]
fn long_documents() {
    let text = format!(r#"{{\"a\": \"{}\"}}"#, "x".repeat(40_000));
    for (document, expected) in [
        (
            format!("\"{text}\""),
            &[r#"error length Document 3:13 "{\"a\"#][..],
        ),
        // Shorter or longer at deployment.
        (format!("{{\"Fn::Sub\": \"{text}${{A}}\"}}"), &[]),
    ] {
        let found = violations(&job_template(&format!("\"Document\": {document}")));
        assert_eq!(found, expected);
    }
}

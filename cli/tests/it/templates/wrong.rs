//! Templates in YAML that fail at deployment.

use super::{findings, yaml};

#[test]
fn job_templates() {
    for (properties, expected) in [
        (
            "JobTemplateId: t\nDescription: d\nDocument: '{}'\njobExecutionsRolloutConfig:\n  MaximumPerMinute: 5000\n",
            &[
                "error unknown-member jobExecutionsRolloutConfig 8:7 jobExe",
                "error range jobExecutionsRolloutConfig.MaximumPerMinute 9:27 5000",
            ][..],
        ),
        (
            "JobTemplateId: t\nDescription: d\nDocument: |\n  {\n    \"version\": \"1.0\",\n\n    \"steps\": [{\"action\": {\"name\": 7, \"type\": \"runCommand\",\n      \"input\": {\"command\": \"ls -l\"}}}]\n  }\n",
            &[
                r#"error form Document → steps[0].action.name 11:41 7, "ty"#,
                r#"error command Document → steps[0].action.input.command 12:34 "ls -l"#,
            ],
        ),
        (
            "JobTemplateId: t\nDescription: d\nDocument: >-\n  {\"operation\":\n     \"\",\n\n   \"args\": \"é\"}\n",
            &[
                r#"error length Document → operation 9:12 "","#,
                r#"error form Document → args 11:18 "é"}"#,
            ],
        ),
        (
            "JobTemplateId: t\nDescription: d\nDocument: '{\"operation\": \"it''s\",\n    \"args\": \"now\"}'\n",
            &[r#"error form Document → args 8:19 "now"}"#],
        ),
        (
            "JobTemplateId: t\nDescription: d\nDocument: \"{\\\"operation\\\": \\\"\\u00e9\\\",\\n\\\n   \\\"args\\\": 7}\"\n",
            &[r#"error form Document → args 8:20 7}""#],
        ),
        (
            "JobTemplateId: t\nDescription: d\nDocument: {\"operation\": \"reboot\"}\n",
            &[r#"error form Document 7:17 {"oper"#],
        ),
        (
            "JobTemplateId: t\nDescription: d\nDocument: !Sub\n  - |\n    {\"operation\": \"${O}\", \"args\": [\"${A}\", 7]}\n  - O: reboot\n",
            &["error form Document.Fn::Sub[0] → args[1] 9:50 7]}"],
        ),
        (
            "JobTemplateId: t\nDescription: d\nDocument:\n  Fn::ToJsonString:\n    operation: !Ref O\n    args: now\n",
            &["error form Document.Fn::ToJsonString.args 10:17 now"],
        ),
        (
            "JobTemplateId: t t\nDescription:\nDocument: |\n  {\"operation\": }\n",
            &[
                "error pattern JobTemplateId 5:22 t t",
                "error form Description 6:7 Descri",
                "error json Document → operation 8:23 }",
            ],
        ),
        (
            "JobTemplateId: !Ref Id\nDescription: d\nJobArn: !GetAtt Job.Arn\nTimeoutConfig: !If\n  - Short\n  - InProgressTimeoutInMinutes: 0\n  - InProgressTimeoutInMinute: 10\n",
            &[
                "error range TimeoutConfig.Fn::If[1].InProgressTimeoutInMinutes 10:39 0",
                "error unknown-member TimeoutConfig.Fn::If[2].InProgressTimeoutInMinute 11:11 InProg",
            ],
        ),
        (
            "JobTemplateId: t\nDescription: d\nDocument: '{}'\nTags:\n- Key: k\n- {Key: k, Value: ''}\n",
            &[
                "error required Tags[0].Value 9:9 Key: k",
                "error tag-key-once Tags[1].Key 10:15 k, Val",
                "error length Tags[1].Value 10:25 ''}",
            ],
        ),
    ] {
        let template = yaml("AWS::IoT::JobTemplate", properties);
        assert_eq!(findings(&template), expected, "{template}");
    }
}

#[test]
fn jobs() {
    for (properties, expected) in [
        (
            "JobId: j\nTargets:\n  - arn:aws:iot:eu-west-1:123456789012:thing/a\n  - thing/b\nDocument: '{}'\nAbortConfig:\n  criteriaList:\n  - failureType: FAILED\n    action: CANCEL\n    thresholdPercentage: 120\n    minNumberOfExecutedThings: 0x10\n",
            &[
                "error arn Targets[1] 8:11 thing/",
                "error unknown-member AbortConfig.criteriaList 11:9 criter",
                "error unknown-member AbortConfig.criteriaList[0].failureType 12:11 failur",
                "error unknown-member AbortConfig.criteriaList[0].action 13:11 action",
                "error unknown-member AbortConfig.criteriaList[0].thresholdPercentage 14:11 thresh",
                "error range AbortConfig.criteriaList[0].thresholdPercentage 14:32 120",
                "error unknown-member AbortConfig.criteriaList[0].minNumberOfExecutedThings 15:11 minNum",
            ][..],
        ),
        (
            "JobId: j\nTargets: !Ref T\nDocument: '{}'\nDocumentSource: s\nTimeoutConfig: {InProgressTimeoutInMinutes: '0'}\n",
            &[
                "error document-once Document 7:17 '{}'",
                "error range TimeoutConfig.InProgressTimeoutInMinutes 9:51 '0'}",
            ],
        ),
        (
            "JobId: j\nTargets: thing\nDocument: '{}'\nTargetSelection: snapshot\nPresignedUrlConfig:\n  ExpiresInSec: 30\n",
            &[
                "error form Targets 6:16 thing",
                "error enum-value TargetSelection 8:24 snapsh",
                "error range PresignedUrlConfig.ExpiresInSec 10:23 30",
            ],
        ),
        (
            "jobId: j\ntargets: [!Ref T]\njobTemplateArn: arn:aws:iot:eu-west-1::jobtemplate/AWS-Reboot:1.0\ndocumentParameters:\n  runAsUsr: u\n",
            &[
                "error unknown-member jobId 5:7 jobId:",
                "error unknown-member targets 6:7 target",
                "error unknown-member jobTemplateArn 7:7 jobTem",
                "error unknown-member documentParameters 8:7 docume",
                "error parameter-unused documentParameters.runAsUsr 9:9 runAsU",
            ],
        ),
        (
            "JobId: j\nTargets: [!Ref T]\nDocument: !Join ['', ['{\"operation\": \"', !Ref O, '\", \"args\": 7}']]\nRolloutConfig: {}\n",
            &[
                "error form Document.Fn::Join → args 7:23 ['', [",
                "error unknown-member RolloutConfig 8:7 Rollou",
            ],
        ),
    ] {
        let template = yaml("AWS::IoT::Job", properties);
        assert_eq!(findings(&template), expected, "{template}");
    }
}

#[test]
fn a_greengrass_deployment() {
    let properties = "TargetArn: !Ref T\nIotJobConfiguration:\n  timeoutConfig:\n    InProgressTimeoutInMinutes: -1\n";
    let template = yaml("AWS::GreengrassV2::Deployment", properties);
    assert_eq!(
        findings(&template),
        [
            "error unknown-member IotJobConfiguration.timeoutConfig 7:9 timeou",
            "error range IotJobConfiguration.timeoutConfig.InProgressTimeoutInMinutes 8:39 -1",
        ]
    );
}

//! Templates in YAML without findings, in the forms of the documentation.

use super::{findings, yaml};

#[test]
fn resources_have_no_findings() {
    for (kind, properties) in [
        (
            "AWS::IoT::JobTemplate",
            "JobTemplateId: !Sub '${AWS::StackName}-t'\nDescription: Reboots\nDocument: '{\"operation\": \"reboot\"}'\n",
        ),
        (
            "AWS::IoT::JobTemplate",
            "JobTemplateId: !Join ['-', [!Ref 'AWS::StackName', t]]\nDescription: !Ref D\nDocumentSource: !Sub https://${B}.s3.amazonaws.com/d\nPresignedUrlConfig:\n  RoleArn: !GetAtt Role.Arn\n  ExpiresInSec: 300\n",
        ),
        (
            "AWS::IoT::JobTemplate",
            "JobTemplateId: t\nDescription: d\nDocument: !Sub |\n  {\n    \"version\": \"1.0\",\n    \"steps\": [{\n      \"action\": {\n        \"name\": \"Install\",\n        \"type\": \"runCommand\",\n        \"input\": {\"command\": \"apt,install,${Package}\"}\n      }\n    }]\n  }\n",
        ),
        (
            "AWS::IoT::JobTemplate",
            "JobTemplateId: t\nDescription: d\nDocument: !Sub\n  - '{\"operation\": \"${Op}\", \"args\": [\"${!aws:iot:parameter:a}\"]}'\n  - Op: !FindInMap [Ops, !Ref Stage, Name]\n",
        ),
        (
            "AWS::IoT::JobTemplate",
            "JobTemplateId: t\nDescription: d\nJobArn: !ImportValue job\nAbortConfig: !If [A, {CriteriaList: [{FailureType: ALL, Action: CANCEL, ThresholdPercentage: 20, MinNumberOfExecutedThings: 5}]}, !Ref 'AWS::NoValue']\n",
        ),
        (
            "AWS::IoT::JobTemplate",
            "JobTemplateId: t\nDescription: d\nDocument:\n  Fn::Sub: '{\"operation\": \"${O}\"}'\nJobExecutionsRetryConfig:\n  RetryCriteriaList:\n    - FailureType: FAILED\n      NumberOfRetries: 3\nMaintenanceWindows:\n  - StartTime: cron(0 0 ? * SUN *)\n    DurationInMinutes: 60\nTimeoutConfig:\n  InProgressTimeoutInMinutes: 10\n",
        ),
        (
            "AWS::IoT::JobTemplate",
            "JobTemplateId: 012\nDescription: yes\nDocument: |-\n  [\"any JSON\"]\nTags: [{Key: on, Value: 2024-01-01}]\n",
        ),
        (
            "AWS::IoT::JobTemplate",
            "JobTemplateId: &id t\nDescription: *id\nDocument: !Base64 x\nDestinationPackageVersions: !Split [',', !Ref P]\n",
        ),
        (
            "AWS::IoT::JobTemplate",
            "Fn::Transform:\n  Name: AWS::Include\n  Parameters: {Location: s3://b/p}\n",
        ),
        (
            "AWS::IoT::Job",
            "JobId: j\nTargets: [!Select [0, !Ref T], !GetAtt [Group, Arn]]\nDocument: '{}'\nTargetSelection: CONTINUOUS\nSchedulingConfig:\n  MaintenanceWindows:\n    - {StartTime: cron(0 0 ? * SUN *), DurationInMinutes: '60'}\n",
        ),
        (
            "AWS::IoT::Job",
            "JobId: j\nTargets: !If [A, [!Ref T], !Ref Ts]\nDocument: !If [A, '{}', !Ref AWS::NoValue]\nDocumentSource: !If [A, !Ref AWS::NoValue, s3]\n",
        ),
        (
            "AWS::IoT::Job",
            "JobId: '{{resolve:ssm:/job}}'\nTargets: [!Cidr [!Ref A, 1, 8]]\nJobTemplateArn: !GetAtt Template.Arn\nDocumentParameters: {a: !Ref A}\n",
        ),
        (
            "AWS::IoT::Job",
            "JobId: !Select\n  - 0\n  - !GetAZs ''\nTargets: !Transform {Name: Targets}\nDocument: !Join\n  - ''\n  - - '{\"operation\":\"'\n    - !Ref O\n    - '\"}'\n",
        ),
        (
            "AWS::GreengrassV2::Deployment",
            "TargetArn: !Ref T\nComponents: {a: {ComponentVersion: 1.0.0}}\n",
        ),
        (
            "AWS::GreengrassV2::Deployment",
            "TargetArn: !Ref T\nIotJobConfiguration:\n  JobExecutionsRolloutConfig:\n    ExponentialRate:\n      BaseRatePerMinute: 5\n      IncrementFactor: 1\n      RateIncreaseCriteria: {numberOfNotifiedThings: 10}\n",
        ),
        ("AWS::IoT::Thing", "jobId: [\n]\n"),
        (
            "AWS::IoT::JobTemplate",
            "JobTemplateId: t\nDescription: d\nDocument: '{}'\nTags: [\n  {Key: k,\n  Value: v}\n]\nTimeoutConfig: {\n  \"InProgressTimeoutInMinutes\": 5\n}\n",
        ),
    ] {
        let template = yaml(kind, properties);
        assert_eq!(findings(&template), [""; 0], "{template}");
    }
}

/// Parts of templates besides resources.
#[test]
fn conditions_and_outputs_are_not_checked() {
    let template = "%YAML 1.1\n---\nConditions:\n  A: !And [!Equals [a, b], !Not [!Condition B], !Or [!Equals [c, d], !Condition E]]\n\
                    Mappings: {M: {a: {b: c}}}\nResources:\n  R:\n    Type: AWS::IoT::Job\n    Condition: A\n    DependsOn: [S]\n    \
                    Properties:\n      JobId: j\n      Targets: [!Ref T]\n      Document: '{}'\n\
                    Outputs:\n  Arn: {Value: !GetAtt R.Arn, Export: {Name: !Sub '${AWS::StackName}-x'}}\n...\n";
    assert_eq!(findings(template), [""; 0]);
}

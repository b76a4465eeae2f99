//! Snapshots of insta: JSON, YAML, RON and TOML show unknown members and documents like all other values.

use insta::{
    assert_json_snapshot, assert_ron_snapshot, assert_toml_snapshot, assert_yaml_snapshot,
};
use iot_jobs::{codec, device::message::StartNextPendingJobExecutionResponse, types::Job};

use super::{JOB, MESSAGE};

fn job() -> Job {
    codec::from_str(JOB).unwrap()
}

fn message() -> StartNextPendingJobExecutionResponse {
    codec::from_str(MESSAGE).unwrap()
}

#[test]
fn json() {
    assert_json_snapshot!(job(), @r#"
    {
      "jobId": "j",
      "status": "PAUSED",
      "forceCanceled": false,
      "targets": [
        "a",
        "b"
      ],
      "abortConfig": {
        "criteriaList": [
          {
            "failureType": "ALL",
            "action": "CANCEL",
            "thresholdPercentage": 99.5,
            "minNumberOfExecutedThings": 1,
            "note": {
              "by": "ops"
            }
          }
        ]
      },
      "createdAt": 1549395301.389,
      "lastUpdatedAt": 1517016948,
      "completedAt": 4102444800.001,
      "documentParameters": {
        "a": "1",
        "b": "2"
      },
      "pausedBy": {
        "at": [
          1,
          -2.5,
          true,
          18446744073709551615,
          [],
          {}
        ],
        "user": "ops"
      }
    }
    "#);
}

#[test]
fn yaml() {
    assert_yaml_snapshot!(job(), @r#"
    jobId: j
    status: PAUSED
    forceCanceled: false
    targets:
      - a
      - b
    abortConfig:
      criteriaList:
        - failureType: ALL
          action: CANCEL
          thresholdPercentage: 99.5
          minNumberOfExecutedThings: 1
          note:
            by: ops
    createdAt: 1549395301.389
    lastUpdatedAt: 1517016948
    completedAt: 4102444800.001
    documentParameters:
      a: "1"
      b: "2"
    pausedBy:
      at:
        - 1
        - -2.5
        - true
        - 18446744073709551615
        - []
        - {}
      user: ops
    "#);
    assert_yaml_snapshot!(message(), @r#"
    execution:
      jobId: j
      status: QUEUED
      statusDetails:
        step: "1"
      queuedAt: 1517016948
      executionNumber: 3
      jobDocument:
        steps:
          - action:
              force: true
              retries: 2
        version: "1.0"
    timestamp: 1517016950
    region:
      - eu
      - 1
    "#);
    let absent: Job =
        codec::from_str(r#"{"new": null, "text": "null", "list": [null, {}]}"#).unwrap();
    assert_yaml_snapshot!(absent, @r#"
    list:
      - ~
      - {}
    new: ~
    text: "null"
    "#);
}

#[test]
fn ron() {
    assert_ron_snapshot!(message(), @r#"
    {
      "execution": {
        "jobId": "j",
        "status": "QUEUED",
        "statusDetails": {
          "step": "1",
        },
        "queuedAt": 1517016948,
        "executionNumber": 3,
        "jobDocument": {
          "steps": [
            {
              "action": {
                "force": true,
                "retries": 2,
              },
            },
          ],
          "version": "1.0",
        },
      },
      "timestamp": 1517016950,
      "region": [
        "eu",
        1,
      ],
    }
    "#);
}

#[test]
fn toml() {
    assert_toml_snapshot!(message(), @r#"
    timestamp = 1517016950
    region = [
        'eu',
        1,
    ]

    [execution]
    jobId = 'j'
    status = 'QUEUED'
    queuedAt = 1517016948
    executionNumber = 3
    [execution.statusDetails]
    step = '1'
    [execution.jobDocument]
    version = '1.0'

    [[execution.jobDocument.steps]]

    [execution.jobDocument.steps.action]
    force = true
    retries = 2
    "#);
}

//! The explanations of the rules about job documents.

use super::Explanation;

pub(super) const JSON: Explanation = Explanation {
    meaning: "The string of a job document is not JSON text. It is an error in the inputs of operations, and a warning in \
              what the service sends.",
    reason: "The document is JSON text in a string, with its quotation marks escaped. The service rejects other text.",
    shape: Some("CreateJobRequest"),
    wrong: r#"{
  "jobId": "restart-7",
  "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"],
  "document": "{operation: restart}"
}"#,
    right: r#"{
  "jobId": "restart-7",
  "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"],
  "document": "{\"operation\": \"restart\"}"
}"#,
};

pub(super) const FORM: Explanation = Explanation {
    meaning: "A value of a job document does not have the JSON type of its member, is absent although the schema requires \
              it, or is there twice. It is an error.",
    reason: "The service accepts any JSON as a document, and the device then fails to read it.",
    shape: None,
    wrong: r#"{"operation": "restart", "args": "pump"}"#,
    right: r#"{"operation": "restart", "args": ["pump"]}"#,
};

pub(super) const DOCUMENT_VERSION: Explanation = Explanation {
    meaning: "A document of steps has a schema version that devices are not known to support. It is a warning.",
    reason: "`version` is the version of the schema, not of the document. The AWS IoT Device Client runs only documents of \
             version 1.0.",
    shape: None,
    wrong: r#"{
  "version": "1.1",
  "steps": [{"action": {"name": "Restart", "type": "runHandler", "input": {"handler": "restart.sh"}}}]
}"#,
    right: r#"{
  "version": "1.0",
  "steps": [{"action": {"name": "Restart", "type": "runHandler", "input": {"handler": "restart.sh"}}}]
}"#,
};

pub(super) const ACTION_INPUT: Explanation = Explanation {
    meaning: "The input of an action lacks what its type runs: `handler` for runHandler, `command` for runCommand. It is \
              an error.",
    reason: "The device has nothing to run, and the execution fails on every device.",
    shape: None,
    wrong: r#"{
  "version": "1.0",
  "steps": [{"action": {"name": "Install", "type": "runHandler", "input": {"args": ["logger"]}}}]
}"#,
    right: r#"{
  "version": "1.0",
  "steps": [
    {"action": {"name": "Install", "type": "runHandler", "input": {"handler": "install.sh", "args": ["logger"]}}}
  ]
}"#,
};

pub(super) const COMMAND: Explanation = Explanation {
    meaning: "The command of a runCommand action has no program, or has white space in its program. It is an error.",
    reason: "The device does not use a shell: commas separate the program and its arguments, and `\\,` is a comma inside \
             an argument. A program with a space in its name is not found.",
    shape: None,
    wrong: r#"{
  "version": "1.0",
  "steps": [{"action": {"name": "Restart", "type": "runCommand", "input": {"command": "systemctl restart pump"}}}]
}"#,
    right: r#"{
  "version": "1.0",
  "steps": [{"action": {"name": "Restart", "type": "runCommand", "input": {"command": "systemctl,restart,pump"}}}]
}"#,
};

pub(super) const DOCUMENT_IGNORED: Explanation = Explanation {
    meaning: "Devices ignore a member of a job document: it belongs to another type of action, or is not written in the \
              form that they read. It is a warning.",
    reason: "The AWS IoT Device Client reads its switches from the strings \"true\" and \"false\" and its numbers from \
             numbers; with anything else it uses the default value.",
    shape: None,
    wrong: r#"{"operation": "restart.sh", "includeStdOut": true}"#,
    right: r#"{"operation": "restart.sh", "includeStdOut": "true"}"#,
};

pub(super) const OTA_UPDATE: Explanation = Explanation {
    meaning: "An over-the-air update lacks what a FreeRTOS device needs to download and verify a file, or names a \
              protocol that it does not support. It is a warning, since versions of the agent differ.",
    reason: "The agent reads a file over MQTT from a stream, or over HTTP from a URL, and accepts it only with a signature \
             in base64.",
    shape: None,
    wrong: r#"{
  "afr_ota": {
    "protocols": ["MQTT"],
    "files": [
      {
        "filepath": "/device/firmware", "filesize": 180568, "fileid": 0, "certfile": "/certs/signer.pem",
        "sig-sha256-ecdsa": "MEUCIQD1GQ=="
      }
    ]
  }
}"#,
    right: r#"{
  "afr_ota": {
    "protocols": ["MQTT"],
    "streamname": "AFR_OTA-firmware-7",
    "files": [
      {
        "filepath": "/device/firmware", "filesize": 180568, "fileid": 0, "certfile": "/certs/signer.pem",
        "sig-sha256-ecdsa": "MEUCIQD1GQ=="
      }
    ]
  }
}"#,
};

pub(super) const PLACEHOLDER: Explanation = Explanation {
    meaning: "A text starts like a placeholder of the service, `${aws:iot:`, and is none: it does not end, is of no known \
              kind, or has invalid parts. It is an error.",
    reason: "The service replaces the placeholders that it knows. A document with another one is rejected, or reaches the \
             devices with the placeholder in it.",
    shape: None,
    wrong: r#"{"operation": "download", "args": ["${aws:iot:s3-presigned:https://s3.eu-west-1.amazonaws.com/files/a.bin}"]}"#,
    right: r#"{"operation": "download", "args": ["${aws:iot:s3-presigned-url:https://s3.eu-west-1.amazonaws.com/files/a.bin}"]}"#,
};

pub(super) const PLACEHOLDER_VALUE: Explanation = Explanation {
    meaning: "A job document has a placeholder for a parameter, and the job has no value for it. It is an error.",
    reason: "The service needs a value in `documentParameters` for every `${aws:iot:parameter:KEY}`.",
    shape: Some("CreateJobRequest"),
    wrong: r#"{
  "jobId": "install-7",
  "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"],
  "document": "{\"operation\": \"install\", \"args\": [\"${aws:iot:parameter:package}\"]}"
}"#,
    right: r#"{
  "jobId": "install-7",
  "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"],
  "document": "{\"operation\": \"install\", \"args\": [\"${aws:iot:parameter:package}\"]}",
  "documentParameters": {"package": "logger"}
}"#,
};

pub(super) const PARAMETER_UNUSED: Explanation = Explanation {
    meaning: "A job has a value for a parameter that its managed template does not have, or that its document has no \
              placeholder for. It is an error.",
    reason: "The service rejects parameters that the template does not declare. Most often the name is misspelt, and the \
             parameter that was meant keeps its default.",
    shape: Some("CreateJobRequest"),
    wrong: r#"{
  "jobId": "reboot-7",
  "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"],
  "jobTemplateArn": "arn:aws:iot:eu-west-1::jobtemplate/AWS-Reboot:1.0",
  "documentParameters": {"runAsUsr": "root"}
}"#,
    right: r#"{
  "jobId": "reboot-7",
  "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"],
  "jobTemplateArn": "arn:aws:iot:eu-west-1::jobtemplate/AWS-Reboot:1.0",
  "documentParameters": {"runAsUser": "root"}
}"#,
};

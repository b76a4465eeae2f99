//! What is wrong with documents by the rules of each schema, message by message.

use iot_jobs::document::Document;

/// Documents, with all that is wrong in the order of their texts.
const TABLE: &[(&str, &[&str])] = &[
    (
        r#"{"version":"1.0","includeStdOut":"true","steps":[{"action":{"name":"n","type":"runCommand","input":{"command":"ls"},"allowStdErr":1}}]}"#,
        &[],
    ),
    (
        r#"{"version":"1.0","includeStdOut":true,"steps":[{"action":{"name":"n","type":"runCommand","input":{"command":"ls"},"allowStdErr":"1"}}]}"#,
        &[
            r#"warning: includeStdOut: the device client reads only strings here: write "true" (document-ignored)"#,
            "warning: steps[0].action.allowStdErr: the device client reads only numbers here: write 1 (document-ignored)",
        ],
    ),
    (
        r#"{"version":"1.0","steps":[{"action":{"name":"n","type":"runCommand","input":{"command":"${aws:iot:parameter:program} x"}}}]}"#,
        &[],
    ),
    (
        r#"{"version":"1.0","steps":[{"action":{"name":"n","type":"runCommand","input":{"command":""}}}]}"#,
        &[
            "error: steps[0].action.input.command: it is empty (allowed: at least 1 character) (length)",
        ],
    ),
    (
        r#"{"version":"1.0","steps":[{"action":{"name":"n","type":"runCommand","input":{"command":",ls"}}}]}"#,
        &[
            "error: steps[0].action.input.command: no program before the first comma (at byte 0) (command)",
        ],
    ),
    (
        r#"{"version":"1.0","steps":[{"action":{"name":"n","type":"runCommand","input":{"command":"ls -l,${aws:iot:parameter:folder}"}}}]}"#,
        &[
            "error: steps[0].action.input.command: white space inside the first token; a comma goes between program and arguments (at byte 2) (command)",
        ],
    ),
    (
        r#"{"version":null,"steps":[{"action":{"name":"n","type":"runCommand","input":{"command":"ls"}}}]}"#,
        &["error: version: this member is required, and absent (required)"],
    ),
    (
        r#"{"operation":"o","includeStdOut":"${aws:iot:parameter:out}","allowStdErr":3}"#,
        &[],
    ),
    (
        r#"{"operation":"o","includeStdOut":false,"allowStdErr":"3"}"#,
        &[
            r#"warning: includeStdOut: the device client reads only strings here: write "false" (document-ignored)"#,
            "warning: allowStdErr: the device client reads only numbers here: write 3 (document-ignored)",
        ],
    ),
    (
        r#"{"afr_ota":{"protocols":["MQTT"],"streamname":"s","files":[{"filepath":"/f","filesize":4294967295,"fileid":0,"certfile":"/c","sig-sha256-ecdsa":"c2ln"}]}}"#,
        &[],
    ),
    (
        r#"{"afr_ota":{"protocols":["MQTT"],"files":[{"filepath":"/f","filesize":4294967296,"fileid":0,"certfile":"/c","sig-sha1-rsa":"%"}]}}"#,
        &[
            "warning: afr_ota.streamname: the agent needs a stream to read files over MQTT, and it is absent (ota-update)",
            "warning: afr_ota.files[0].filesize: 4294967296 bytes are out of range: the agent takes 0 to 4294967295 (range)",
            "warning: afr_ota.files[0].sig-sha1-rsa: a signature is written in base64 (ota-update)",
        ],
    ),
    (
        r#"{"afr_ota":{"protocols":["HTTP","FTP"],"files":[{"filesize":-1,"sig-sha256-rsa":"${aws:iot:code-sign-signature:s3://eu-west-1.bucket/image@v1}"}]}}"#,
        &[
            r#"warning: afr_ota.protocols[1]: the agent does not support "FTP": write MQTT or HTTP (ota-update)"#,
            "warning: afr_ota.files[0].filepath: the agent needs this member, and it is absent (ota-update)",
            "warning: afr_ota.files[0].fileid: the agent needs this member, and it is absent (ota-update)",
            "warning: afr_ota.files[0].certfile: the agent needs this member, and it is absent (ota-update)",
            "warning: afr_ota.files[0].update_data_url: the agent needs this member, and it is absent (ota-update)",
            "warning: afr_ota.files[0].auth_scheme: the agent needs this member, and it is absent (ota-update)",
            "warning: afr_ota.files[0].filesize: -1 bytes are out of range: the agent takes 0 to 4294967295 (range)",
        ],
    ),
    (
        r#"{"afr_ota":{"protocols":["HTTP"],"files":[{"filepath":"/f","filesize":1,"fileid":0,"certfile":"/c","update_data_url":"https://h/f","auth_scheme":"a","sig-sha1-ecdsa":"!","sig-sha256-rsa":"!","sig-sha256-ecdsa":"!"}]}}"#,
        &[
            "warning: afr_ota.files[0].sig-sha1-ecdsa: a signature is written in base64 (ota-update)",
            "warning: afr_ota.files[0].sig-sha256-rsa: a signature is written in base64 (ota-update)",
            "warning: afr_ota.files[0].sig-sha256-ecdsa: a signature is written in base64 (ota-update)",
        ],
    ),
    (
        r#"{"afr_ota":{"protocols":["HTTP"],"files":[{"filepath":"/f","filesize":1,"fileid":0,"certfile":"/c","update_data_url":"https://h/f","auth_scheme":"a"}]}}"#,
        &[
            "warning: afr_ota.files[0]: the agent needs a signature (sig-sha256-ecdsa or another), and it is absent (ota-update)",
        ],
    ),
];

#[test]
fn each_rule_has_its_message() {
    for (document, expected) in TABLE {
        let found = Document::check(document).unwrap();
        let found: Vec<_> = found.iter().map(ToString::to_string).collect();
        assert_eq!(found, *expected, "{document}");
    }
}

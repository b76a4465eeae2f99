//! The members of an update that `FreeRTOS` devices need. Violations are warnings, since versions of the
//! agent differ.

use aws_smithy_types::base64;

use super::{AfrOta, OtaFile};
#[cfg(feature = "proptest")]
use crate::facts::draft::{JsonTree, Members};
use crate::{
    document::LenientInteger,
    path::PathRef,
    report::{Finding, Report, Rule},
    text,
};

/// The maximum size of a file, which the agent stores in 32 bits.
const LARGEST: i64 = u32::MAX as i64;

/// The protocols that the agent supports.
const PROTOCOLS: [&str; 2] = ["MQTT", "HTTP"];

pub(super) fn protocols(protocols: &[String], _: &AfrOta, at: &PathRef<'_>, report: &mut Report) {
    for (index, protocol) in protocols.iter().enumerate() {
        if !PROTOCOLS.contains(&protocol.as_str()) {
            let value = text::quoted_within_64(protocol);
            let message = format!("the agent does not support {value}: write MQTT or HTTP");
            let finding = Finding::warning(Rule::OtaUpdate, message);
            report.add(&at.index(index), finding.value(value).limit("MQTT, HTTP"));
        }
    }
}

/// Checks that the update and each file have the members that the agent needs.
pub(super) fn complete(update: &AfrOta, at: &PathRef<'_>, report: &mut Report) {
    let uses = |name| update.protocols().iter().any(|protocol| protocol == name);
    let mut missing = |place: &PathRef<'_>, need: &str| {
        let message = format!("{need}, and it is absent");
        report.add(place, Finding::warning(Rule::OtaUpdate, message));
    };
    if uses("MQTT") && update.stream_name.is_none() {
        let stream = at.member(AfrOta::STREAM_NAME);
        missing(&stream, "the agent needs a stream to read files over MQTT");
    }
    let files = at.member(AfrOta::FILES);
    for (index, file) in update.files.iter().enumerate() {
        let http = uses("HTTP");
        let needed = [
            (OtaFile::FILE_PATH, file.file_path.is_none()),
            (OtaFile::FILE_SIZE, file.file_size.is_none()),
            (OtaFile::FILE_ID, file.file_id.is_none()),
            (OtaFile::CERT_FILE, file.cert_file.is_none()),
            (
                OtaFile::UPDATE_DATA_URL,
                http && file.update_data_url.is_none(),
            ),
            (OtaFile::AUTH_SCHEME, http && file.auth_scheme.is_none()),
        ];
        let place = files.index(index);
        for (member, _) in needed.into_iter().filter(|(_, absent)| *absent) {
            missing(&place.member(member), "the agent needs this member");
        }
        if file.signatures().next().is_none() {
            let need = "the agent needs a signature (sig-sha256-ecdsa or another)";
            missing(&place, need);
        }
    }
}

/// Changes the protocols to those that the agent supports, and adds the stream for MQTT.
#[cfg(feature = "proptest")]
pub(super) fn complete_update(members: &mut Members<'_>) {
    members.change(AfrOta::PROTOCOLS, |protocols| {
        let protocols = protocols.elements_mut().iter_mut();
        for (protocol, supported) in protocols.zip(PROTOCOLS.into_iter().cycle()) {
            *protocol = JsonTree::string(supported);
        }
    });
    members.set_present(AfrOta::STREAM_NAME, true);
}

/// Adds the members that the agent needs, and changes signatures to base64.
#[cfg(feature = "proptest")]
pub(super) fn complete_file(members: &mut Members<'_>) {
    let needed = [
        OtaFile::FILE_PATH,
        OtaFile::FILE_SIZE,
        OtaFile::FILE_ID,
        OtaFile::CERT_FILE,
        OtaFile::SIG_SHA256_ECDSA,
        OtaFile::UPDATE_DATA_URL,
        OtaFile::AUTH_SCHEME,
    ];
    for member in needed {
        members.set_present(member, true);
    }
    let signatures = [
        OtaFile::SIG_SHA1_RSA,
        OtaFile::SIG_SHA1_ECDSA,
        OtaFile::SIG_SHA256_RSA,
        OtaFile::SIG_SHA256_ECDSA,
    ];
    for signature in signatures {
        members.change(signature, |signature| {
            let text = signature.text().unwrap_or_default();
            *signature = JsonTree::string(base64::encode(text));
        });
    }
}

pub(super) fn file_size(size: &LenientInteger, _: &OtaFile, at: &PathRef<'_>, report: &mut Report) {
    if let Some(size) = size.get().filter(|size| !(0..=LARGEST).contains(size)) {
        let message = format!("{size} bytes are out of range: the agent takes 0 to {LARGEST}");
        let finding = Finding::warning(Rule::Range, message).value(size.to_string());
        report.add(at, finding.limit(format!("0 to {LARGEST}")));
    }
}

pub(super) fn signature(signature: &str, _: &OtaFile, at: &PathRef<'_>, report: &mut Report) {
    // The service replaces a placeholder with the signature.
    if !signature.contains("${") && base64::decode(signature).is_err() {
        let finding = Finding::warning(Rule::OtaUpdate, "a signature is written in base64");
        report.add(at, finding.value(text::quoted_within_64(signature)));
    }
}

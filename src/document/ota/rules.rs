//! What a `FreeRTOS` device needs of an update, as warnings: the agent's versions differ.

use aws_smithy_types::base64;

use super::{AfrOta, OtaFile};
use crate::{
    path::Path,
    shape::Shape,
    validate::{Finding, Report, Rule, shortened},
};

/// The largest file that the agent's 32 bits count.
const LARGEST: i64 = u32::MAX as i64;

pub(super) fn protocols(update: &AfrOta, at: &Path<'_>, report: &mut Report) {
    for (index, protocol) in update.protocols().iter().enumerate() {
        if !matches!(protocol.as_str(), "MQTT" | "HTTP") {
            let value = shortened(protocol);
            let message = format!("{value} is no protocol of the agent: MQTT and HTTP are");
            let finding = Finding::warning(Rule::OtaUpdate, message);
            report.add(&at.index(index), finding.value(value).limit("MQTT, HTTP"));
        }
    }
}

/// Each file is there whole, and can be had by one of the protocols.
pub(super) fn complete(update: &AfrOta, at: &Path<'_>, report: &mut Report) {
    let uses = |wanted| update.protocols().iter().any(|protocol| protocol == wanted);
    let mut missing = |place: &Path<'_>, why: &str| {
        let message = format!("{why}, and it is absent");
        report.add(place, Finding::warning(Rule::OtaUpdate, message));
    };
    if uses("MQTT")
        && update.stream_name.is_none()
        && let Some(parent) = at.parent()
    {
        let place = parent.named(&AfrOta::STRUCTURE, "streamname");
        missing(&place, "the agent needs a stream to read files over MQTT");
    }
    for (index, file) in update.files.iter().enumerate() {
        let needed = [
            ("filepath", file.file_path.is_some()),
            ("filesize", file.file_size.is_some()),
            ("fileid", file.file_id.is_some()),
            ("certfile", file.cert_file.is_some()),
            (
                "update_data_url",
                !uses("HTTP") || file.update_data_url.is_some(),
            ),
            ("auth_scheme", !uses("HTTP") || file.auth_scheme.is_some()),
        ];
        let place = at.index(index);
        for (name, _) in needed.into_iter().filter(|(_, there)| !there) {
            let place = place.named(&OtaFile::STRUCTURE, name);
            missing(&place, "the agent needs this member");
        }
        if file.signatures().next().is_none() {
            missing(
                &place,
                "the agent needs a signature (sig-sha256-ecdsa or another)",
            );
        }
    }
}

pub(super) fn file_size(file: &OtaFile, at: &Path<'_>, report: &mut Report) {
    let size = file.file_size.as_ref().and_then(super::LenientInteger::get);
    if let Some(size) = size.filter(|size| !(0..=LARGEST).contains(size)) {
        let message = format!("{size} bytes are out of range: the agent takes 0 to {LARGEST}");
        let finding = Finding::warning(Rule::Range, message).value(size.to_string());
        report.add(at, finding.limit(format!("0 to {LARGEST}")));
    }
}

pub(super) fn sig_sha1_rsa(file: &OtaFile, at: &Path<'_>, report: &mut Report) {
    signature(file.sig_sha1_rsa(), at, report);
}

pub(super) fn sig_sha1_ecdsa(file: &OtaFile, at: &Path<'_>, report: &mut Report) {
    signature(file.sig_sha1_ecdsa(), at, report);
}

pub(super) fn sig_sha256_rsa(file: &OtaFile, at: &Path<'_>, report: &mut Report) {
    signature(file.sig_sha256_rsa(), at, report);
}

pub(super) fn sig_sha256_ecdsa(file: &OtaFile, at: &Path<'_>, report: &mut Report) {
    signature(file.sig_sha256_ecdsa(), at, report);
}

fn signature(signature: Option<&str>, at: &Path<'_>, report: &mut Report) {
    // The service puts the signature in the place of a placeholder.
    let bad = |text: &&str| !text.contains("${") && base64::decode(*text).is_err();
    if let Some(text) = signature.filter(bad) {
        let finding = Finding::warning(Rule::OtaUpdate, "a signature is written in base64");
        report.add(at, finding.value(shortened(text)));
    }
}

//! Documents of over-the-air updates, which `FreeRTOS` devices run.

use std::borrow::Cow;

use iot_jobs_macros::shape;

use super::LenientInteger;

mod rules;

/// A document of an over-the-air update.
#[shape]
pub struct OtaDocument {
    /// The update.
    #[shape(wire = "afr_ota")]
    pub afr_ota: AfrOta,
}

/// An over-the-air update: files, and how a device downloads them.
#[shape(rule = rules::complete, consistency = rules::complete_update)]
pub struct AfrOta {
    /// The protocols for downloading the files, such as `MQTT` and `HTTP`.
    #[shape(rule = rules::protocols)]
    pub protocols: Option<Vec<String>>,
    /// The stream for downloading the files over MQTT.
    #[shape(wire = "streamname")]
    pub stream_name: Option<String>,
    /// The files: at least one.
    #[shape(DOCUMENT_FILES)]
    pub files: Vec<OtaFile>,
}

/// A file of an over-the-air update.
///
/// Signatures other than those declared here (`sig-…`) are kept among the unknown members;
/// [`signatures`](OtaFile::signatures) finds every kind.
#[shape(consistency = rules::complete_file)]
pub struct OtaFile {
    /// The path of the file on the device.
    #[shape(wire = "filepath")]
    pub file_path: Option<String>,
    /// The size of the file, in bytes.
    #[shape(wire = "filesize", rule = rules::file_size)]
    pub file_size: Option<LenientInteger>,
    /// The number of the file in its stream.
    #[shape(wire = "fileid")]
    pub file_id: Option<LenientInteger>,
    /// The path on the device of the certificate for verifying the signature.
    #[shape(wire = "certfile")]
    pub cert_file: Option<String>,
    /// The signature by SHA-1 and RSA, in base64.
    #[shape(wire = "sig-sha1-rsa", rule = rules::signature)]
    pub sig_sha1_rsa: Option<String>,
    /// The signature by SHA-1 and ECDSA, in base64.
    #[shape(wire = "sig-sha1-ecdsa", rule = rules::signature)]
    pub sig_sha1_ecdsa: Option<String>,
    /// The signature by SHA-256 and RSA, in base64.
    #[shape(wire = "sig-sha256-rsa", rule = rules::signature)]
    pub sig_sha256_rsa: Option<String>,
    /// The signature by SHA-256 and ECDSA, in base64.
    #[shape(wire = "sig-sha256-ecdsa", rule = rules::signature)]
    pub sig_sha256_ecdsa: Option<String>,
    /// The URL for downloading the file over HTTP.
    #[shape(wire = "update_data_url")]
    pub update_data_url: Option<String>,
    /// How the device authenticates a download over HTTP, such as `aws.s3.presigned`.
    #[shape(wire = "auth_scheme")]
    pub auth_scheme: Option<String>,
    /// The kind of file, a number defined by the vendor.
    pub file_type: Option<LenientInteger>,
}

impl OtaFile {
    /// The signatures, each with the name of its kind, such as `sig-sha256-ecdsa`.
    pub fn signatures(&self) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
        let declared = [
            ("sig-sha1-rsa", &self.sig_sha1_rsa),
            ("sig-sha1-ecdsa", &self.sig_sha1_ecdsa),
            ("sig-sha256-rsa", &self.sig_sha256_rsa),
            ("sig-sha256-ecdsa", &self.sig_sha256_ecdsa),
        ];
        let declared = declared.into_iter().filter_map(|(name, signature)| {
            let signature = signature.as_deref()?;
            Some((name, Cow::Borrowed(signature)))
        });
        let others = self.unknown_members().iter().filter_map(|(name, json)| {
            let signature = name.starts_with("sig-").then_some(json)?;
            let signature: String = serde_json::from_str(signature).ok()?;
            Some((name, Cow::Owned(signature)))
        });
        declared.chain(others)
    }
}

//! Parsing of placeholders.

use std::fmt;

use super::{PackagePart, Placeholder};
use crate::{
    constraint::{PARAMETER_KEY, PLACEHOLDER_START},
    text,
};

/// A text that starts like a placeholder and is not one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceholderError {
    kind: PlaceholderErrorKind,
    offset: usize,
    text: String,
}

/// What is wrong with a placeholder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PlaceholderErrorKind {
    /// It does not start with `${aws:iot:`.
    NoStart,
    /// It has no `}`.
    Unterminated,
    /// Another placeholder starts inside it.
    Nested,
    /// The service has no placeholder of this name.
    Unknown,
    /// Its name is known, but the text after the name does not have the required form.
    Malformed,
    /// More text follows its `}`.
    Trailing,
}

impl PlaceholderError {
    pub(super) fn new(kind: PlaceholderErrorKind, offset: usize, text: &str) -> Self {
        let text = text::quoted(text);
        Self { kind, offset, text }
    }

    /// What is wrong.
    pub fn kind(&self) -> PlaceholderErrorKind {
        self.kind
    }

    /// Where the placeholder starts, in bytes from the start of its string.
    pub fn offset(&self) -> usize {
        self.offset
    }
}

impl fmt::Display for PlaceholderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.kind {
            PlaceholderErrorKind::NoStart => "does not start with `${aws:iot:`",
            PlaceholderErrorKind::Unterminated => "does not end with `}`",
            PlaceholderErrorKind::Nested => "contains another placeholder",
            PlaceholderErrorKind::Unknown => {
                "is not known to the service (parameter, s3-presigned-url, s3-presigned-url-v2, \
                 code-sign-signature, package)"
            }
            PlaceholderErrorKind::Malformed => "does not have the form that its name requires",
            PlaceholderErrorKind::Trailing => "is followed by more text",
        };
        write!(
            f,
            "the placeholder {} {what} (at byte {})",
            self.text, self.offset
        )
    }
}

impl std::error::Error for PlaceholderError {}

/// The placeholder that is the whole text.
pub(super) fn whole(text: &str) -> Result<Placeholder<'_>, PlaceholderError> {
    let error = |kind| PlaceholderError::new(kind, 0, text);
    if !text.starts_with(PLACEHOLDER_START) {
        return Err(error(PlaceholderErrorKind::NoStart));
    }
    let (placeholder, length) = first(text, 0)?;
    if length < text.len() {
        return Err(error(PlaceholderErrorKind::Trailing));
    }
    Ok(placeholder)
}

/// The placeholder at the start of a text, and its length; `offset` is for errors.
pub(super) fn first(
    text: &str,
    offset: usize,
) -> Result<(Placeholder<'_>, usize), PlaceholderError> {
    let error = |kind, text| Err(PlaceholderError::new(kind, offset, text));
    let content = text.strip_prefix(PLACEHOLDER_START).unwrap_or_default();
    let end = content.find('}');
    let body = content
        .get(..end.unwrap_or(content.len()))
        .unwrap_or_default();
    let length = PLACEHOLDER_START.len() + body.len() + usize::from(end.is_some());
    let excerpt = text.get(..length).unwrap_or(text);
    if body.contains(PLACEHOLDER_START) {
        return error(PlaceholderErrorKind::Nested, excerpt);
    }
    if end.is_none() {
        return error(PlaceholderErrorKind::Unterminated, excerpt);
    }
    let (name, rest) = body.split_once(':').unwrap_or((body, ""));
    let placeholder = match name {
        "parameter" => parameter(rest),
        "s3-presigned-url" => url(rest).map(|url| Placeholder::PresignedUrl { url }),
        "s3-presigned-url-v2" => url(rest).map(|url| Placeholder::PresignedUrlV2 { url }),
        "code-sign-signature" => signature(rest),
        "package" => package(rest),
        _ => return error(PlaceholderErrorKind::Unknown, excerpt),
    };
    match placeholder {
        Some(placeholder) => Ok((placeholder, length)),
        None => error(PlaceholderErrorKind::Malformed, excerpt),
    }
}

fn parameter(key: &str) -> Option<Placeholder<'_>> {
    PARAMETER_KEY
        .allows(key)
        .then_some(Placeholder::Parameter { key })
}

// Older guides omit the scheme (`BUCKET/KEY`), so only the path is required.
fn url(url: &str) -> Option<&str> {
    let path = url.split_once("://").map_or(url, |(_, path)| path);
    let (host, key) = path.split_once('/')?;
    (!host.is_empty() && !key.is_empty()).then_some(url)
}

fn signature(location: &str) -> Option<Placeholder<'_>> {
    let (place, file) = location.strip_prefix("s3://")?.split_once('/')?;
    let (region, bucket) = place.split_once('.')?;
    let (file, version) = file.rsplit_once('@')?;
    let complete = ![region, bucket, file, version].contains(&"");
    complete.then_some(Placeholder::CodeSignSignature {
        region,
        bucket,
        file,
        version,
    })
}

fn package(text: &str) -> Option<Placeholder<'_>> {
    let (name, rest) = text.split_once(":version:")?;
    let (version, part) = rest.split_once(':')?;
    let part = match part.split_once(':') {
        None if part == "attributes" => PackagePart::Attributes,
        Some(("attributes", key)) if !key.is_empty() => PackagePart::Attribute(key),
        Some(("artifact-location", "s3-presigned-url")) => PackagePart::ArtifactLocation,
        _ => return None,
    };
    (!name.contains(':')).then_some(Placeholder::Package {
        name,
        version,
        part,
    })
}

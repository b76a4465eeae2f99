//! Tags on jobs and job templates.

use std::collections::HashSet;

use iot_jobs_macros::shape;

#[cfg(feature = "proptest")]
use crate::facts::{
    Member,
    draft::{JsonTree, Members},
};
use crate::{
    path::PathRef,
    report::{Finding, Report, Rule, Severity},
    text,
};

/// The prefix of the keys that only AWS sets.
const RESERVED_PREFIX: &str = "aws:";

/// The maximum number of tags; up to it, keys are compared without an allocation.
const MAX_TAGS: usize = 50;

/// A key and a value attached to a job or a job template.
#[shape(consistency = replace_reserved_prefix)]
pub struct Tag {
    /// The key of the tag, 1 to 128 characters; `Key` on the wire.
    #[shape(TAG_KEY, wire = "Key", rule = not_reserved)]
    pub key: String,
    /// The value of the tag, at most 256 characters; `Value` on the wire.
    #[shape(TAG_VALUE, wire = "Value")]
    pub value: Option<String>,
}

/// The documentation reserves the prefix in lower case; other services reserve it in any case.
fn not_reserved(key: &str, _: &Tag, at: &PathRef<'_>, report: &mut Report) {
    let severity = match key.get(..RESERVED_PREFIX.len()) {
        Some(RESERVED_PREFIX) => Severity::Error,
        Some(prefix) if prefix.eq_ignore_ascii_case(RESERVED_PREFIX) => Severity::Warning,
        _ => return,
    };
    let message = "keys that begin with `aws:` are reserved for AWS";
    let finding = Finding::new(Rule::TagKeyReserved, severity, message);
    report.add(at, finding.value(text::quoted_within_64(key)));
}

#[cfg(feature = "proptest")]
fn replace_reserved_prefix(members: &mut Members<'_>) {
    members.change(Tag::KEY, |key| {
        let prefix = key.text().and_then(|key| key.get(..RESERVED_PREFIX.len()));
        if prefix.is_some_and(|prefix| prefix.eq_ignore_ascii_case(RESERVED_PREFIX)) {
            *key = JsonTree::string("a");
        }
    });
}

impl Tag {
    /// Checks that no key is used twice; `at` is the path of the tags.
    pub(crate) fn check_keys<T>(tags: &[Self], _: &T, at: &PathRef<'_>, report: &mut Report) {
        let mut seen = HashSet::new();
        for (index, tag) in tags.iter().enumerate() {
            let used = if tags.len() > MAX_TAGS {
                !seen.insert(tag.key.as_str())
            } else {
                tags.iter().take(index).any(|other| other.key == tag.key)
            };
            if used {
                let key = text::quoted_within_64(&tag.key);
                let message = format!("the key {key} is used by another tag: use each key once");
                let finding = Finding::error(Rule::TagKeyOnce, message);
                report.add(&at.index(index).member(Self::KEY), finding.value(key));
            }
        }
    }

    /// Makes the keys of generated tags different.
    #[cfg(feature = "proptest")]
    pub(crate) fn number_repeated_keys(members: &mut Members<'_>, tags: &Member) {
        members.change(tags, |tags| {
            let mut seen = HashSet::new();
            for (index, tag) in tags.elements_mut().iter_mut().enumerate() {
                let key = tag.member(Self::KEY).and_then(JsonTree::text);
                let key = key.unwrap_or_default().to_owned();
                if seen.contains(&key) {
                    let numbered = format!("repeated-{index}");
                    tag.set(Self::KEY, JsonTree::string(&numbered));
                    seen.insert(numbered);
                } else {
                    seen.insert(key);
                }
            }
        });
    }
}

//! Pages of the AWS CLI, whose lists have the values of a shape.

use std::fmt;

use iot_jobs::catalog::ShapeEntry;
use serde::{
    Deserializer,
    de::{IgnoredAny, MapAccess, Visitor},
};

use super::lists;

/// What pages with values of a shape have.
pub(super) struct Pages {
    /// The names of the lists with the values; empty if no page has values of the shape.
    pub(super) lists: Vec<&'static str>,
    /// The names of the members of the values.
    pub(super) members: Vec<&'static str>,
}

impl Pages {
    /// The pages with values of a shape.
    pub(super) fn of(shape: &ShapeEntry) -> Self {
        let members = shape.structure().members.iter();
        Self {
            lists: lists::of(shape),
            members: members.map(|member| member.wire_name).collect(),
        }
    }

    /// The list with a name.
    pub(super) fn list(&self, name: &[u8]) -> Option<&'static str> {
        let mut lists = self.lists.iter().copied();
        lists.find(|list| list.as_bytes() == name)
    }

    /// Whether an object is a page without values: its members are null or the token of the next page, and none is a
    /// member of the values.
    ///
    /// If the shape has no pages, this is `{}`, which is a response without values, unless every value is `{}`.
    pub(super) fn is_empty(&self, object: &[u8]) -> bool {
        if self.lists.is_empty() && self.members.is_empty() {
            return false;
        }
        let mut reader = serde_json::Deserializer::from_slice(object);
        reader.deserialize_map(self).unwrap_or(false)
    }
}

impl<'de> Visitor<'de> for &Pages {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<bool, A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            if self.lists.is_empty() || self.members.contains(&&*name) {
                return Ok(false);
            }
            // The AWS CLI writes `NextToken` if it stops at --max-items.
            let is_token = name.eq_ignore_ascii_case("nextToken");
            let value: Option<IgnoredAny> = map.next_value()?;
            if value.is_some() && !is_token {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::Pages;

    #[test]
    fn pages_without_values_have_only_null_and_a_token() {
        for (lists, members, object, is_empty) in [
            (&["list"][..], &["jobId"][..], "{}", true),
            (&["list"], &["jobId"], " {\n} ", true),
            (&["list"], &["jobId"], r#"{"nextToken":null}"#, true),
            (
                &["list"],
                &["jobId"],
                r#"{"NextToken":"a","new":null}"#,
                true,
            ),
            (&["list"], &["jobId"], r#"{"jobId":null}"#, false),
            (
                &["list"],
                &["jobId"],
                r#"{"new":1,"nextToken":null}"#,
                false,
            ),
            (&["list"], &["jobId"], r#"{"new":null,"list":[]}"#, false),
            (&["list"], &["jobId"], r#"{"new":}"#, false),
            (&["list"], &["jobId"], "[]", false),
            (&[], &["jobId"], "{}", true),
            (&[], &["jobId"], r#"{"nextToken":null}"#, false),
            (&[], &[], "{}", false),
        ] {
            let pages = Pages {
                lists: lists.to_vec(),
                members: members.to_vec(),
            };
            assert_eq!(pages.is_empty(object.as_bytes()), is_empty, "{object}");
        }
    }
}

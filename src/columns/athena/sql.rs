//! Names and text in SQL.

/// A name in DDL, which Athena reads by Hive's rules.
pub(super) fn hive_name(name: &str) -> String {
    format!("`{name}`")
}

/// Text in DDL.
pub(super) fn hive_string(text: &str) -> String {
    format!("'{}'", text.replace('\\', r"\\").replace('\'', r"\'"))
}

/// A name in a query, which Athena reads by Trino's rules.
pub(super) fn trino_name(name: &str) -> String {
    format!("\"{name}\"")
}

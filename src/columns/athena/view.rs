//! The view of a table of NDJSON: times as timestamps, and base64 as bytes.

use super::{Column, ColumnKind, TableName, sql::trino_name, trino_type};

/// The statement that creates the view.
pub(super) fn create(columns: &[Column], table: &TableName) -> String {
    let select = |column: &Column| {
        let name = trino_name(column.name);
        match converted(&column.kind, &name, 1) {
            Some(value) => format!("  {value} AS {name}"),
            None => format!("  {name}"),
        }
    };
    let selected: Vec<_> = columns.iter().map(select).collect();
    format!(
        "{}CREATE OR REPLACE VIEW {} AS\nSELECT\n{}\nFROM {};\n",
        comments(columns),
        trino_name(&table.view()),
        selected.join(",\n"),
        trino_name(table.as_str()),
    )
}

/// What the view converts, and what remains text.
fn comments(columns: &[Column]) -> String {
    let mut comments = String::new();
    if contains(columns, &ColumnKind::Timestamp) {
        comments.push_str(
            "-- Times are timestamp(3) in UTC, from epoch seconds, epoch milliseconds and ISO 8601 text with an offset;\n\
             -- other text is NULL.\n",
        );
    }
    let mut json = Vec::new();
    add_json(columns, "", &mut json);
    if !json.is_empty() {
        comments.push_str("-- Not converted, JSON as text: ");
        comments.push_str(&json.join(", "));
        comments.push_str(".\n");
    }
    comments
}

/// Whether a column, or a value in it, is of this kind.
fn contains(columns: &[Column], searched: &ColumnKind) -> bool {
    columns
        .iter()
        .any(|column| match innermost(&column.kind).0 {
            ColumnKind::Structure(fields) => contains(fields, searched),
            kind => kind == searched,
        })
}

/// The paths of columns with any JSON, those in lists and maps with `[*]`.
fn add_json(columns: &[Column], parent: &str, paths: &mut Vec<String>) {
    for column in columns {
        let (kind, depth) = innermost(&column.kind);
        let path = format!("{parent}{}{}", column.name, "[*]".repeat(depth));
        match kind {
            ColumnKind::Json if column.wire_name.is_some() => paths.push(path),
            ColumnKind::Structure(fields) => add_json(fields, &format!("{path}."), paths),
            _ => {}
        }
    }
}

/// The kind of the values in lists and maps, and the number of lists and maps around it.
fn innermost(kind: &ColumnKind) -> (&ColumnKind, usize) {
    let (mut kind, mut depth) = (kind, 0);
    while let ColumnKind::List(inner) | ColumnKind::Map(inner) = kind {
        (kind, depth) = (inner, depth + 1);
    }
    (kind, depth)
}

/// The expression of a value with what is converted in it, at this level of indentation; none if nothing is.
fn converted(kind: &ColumnKind, value: &str, level: usize) -> Option<String> {
    match kind {
        ColumnKind::Timestamp => Some(timestamp(value, level)),
        ColumnKind::Binary => Some(format!("try(from_base64({value}))")),
        ColumnKind::Structure(columns) => row(columns, value, level),
        // The level makes the names of parameters unique.
        ColumnKind::List(element) => {
            let name = format!("e{level}");
            let element = converted(element, &name, level + 1)?;
            Some(format!("transform({value}, {name} -> {element})"))
        }
        ColumnKind::Map(inner) => {
            let (key, name) = (format!("k{level}"), format!("v{level}"));
            let inner = converted(inner, &name, level + 1)?;
            Some(format!(
                "transform_values({value}, ({key}, {name}) -> {inner})"
            ))
        }
        _ => None,
    }
}

fn row(columns: &[Column], value: &str, level: usize) -> Option<String> {
    let mut any = false;
    let mut field = |column: &Column| {
        let field = format!("{value}.{}", trino_name(column.name));
        let converted = converted(&column.kind, &field, level + 1);
        any |= converted.is_some();
        converted.unwrap_or(field)
    };
    let indent = "  ".repeat(level);
    let fields: Vec<_> = columns
        .iter()
        .map(|column| format!("{indent}  {}", field(column)))
        .collect();
    // A cast gives the fields their names, and NULL has to remain NULL.
    any.then(|| {
        format!(
            "if({value} IS NULL, NULL, CAST(row(\n{}\n{indent}) AS {}))",
            fields.join(",\n"),
            trino_type::row(columns),
        )
    })
}

/// The instant of text with a time, by the rules of `codec`.
fn timestamp(value: &str, level: usize) -> String {
    // Epoch seconds of the years 0001 to 9999.
    const FIRST: i64 = -62_135_596_800;
    const END: i64 = 253_402_300_800;
    let indent = "  ".repeat(level);
    let number = format!("try_cast({value} AS double)");
    let within = |unit: i64| {
        let (first, end) = (FIRST * unit, END * unit);
        format!("{number} >= {first} AND {number} < {end}")
    };
    let iso = format!(r"regexp_like({value}, 'T.*(Z|[+-]\d{{2}}(:?\d{{2}})?)$')");
    format!(
        "CAST(CASE\n\
         {indent}  WHEN {} THEN from_unixtime({number})\n\
         {indent}  WHEN {} THEN from_unixtime({number} / 1000)\n\
         {indent}  WHEN {iso} THEN try(from_iso8601_timestamp({value}))\n\
         {indent}END AT TIME ZONE 'UTC' AS timestamp(3))",
        within(1),
        within(1000),
    )
}

//! CSV, as RFC 4180 describes it, with `\n` between rows.

use std::io::{self, Write};

use arrow_array::{Array, RecordBatch};
use arrow_schema::SchemaRef;

use super::cell;

/// Writes the header.
pub(super) fn start(out: &mut impl Write, schema: &SchemaRef) -> io::Result<()> {
    let names: Vec<_> = schema
        .fields()
        .iter()
        .map(|it| it.name().as_str())
        .collect();
    writeln!(out, "{}", names.join(","))
}

/// Appends the rows of a batch.
pub(super) fn append(text: &mut String, batch: &RecordBatch) -> io::Result<()> {
    let mut value = String::new();
    for row in 0..batch.num_rows() {
        for (index, column) in batch.columns().iter().enumerate() {
            if index > 0 {
                text.push(',');
            }
            if column.is_valid(row) {
                value.clear();
                cell::append_text(&mut value, column, row)?;
                append_field(text, &value);
            }
        }
        text.push('\n');
    }
    Ok(())
}

/// Appends a value; the empty string has quotes, unlike null.
fn append_field(text: &mut String, value: &str) {
    let plain = |c: char| !matches!(c, ',' | '"' | '\n' | '\r');
    if !value.is_empty() && value.chars().all(plain) {
        *text += value;
        return;
    }
    text.push('"');
    *text += &value.replace('"', "\"\"");
    text.push('"');
}

#[cfg(test)]
mod tests {
    #[test]
    fn fields_have_quotes_where_needed() {
        for (value, field) in [
            ("a b", "a b"),
            ("", "\"\""),
            ("a,b", "\"a,b\""),
            ("a\nb", "\"a\nb\""),
            ("{\"a\":1}", "\"{\"\"a\"\":1}\""),
        ] {
            let mut text = String::new();
            super::append_field(&mut text, value);
            assert_eq!(text, field);
        }
    }
}

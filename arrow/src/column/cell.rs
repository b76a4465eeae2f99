//! Appending one value.

use iot_jobs::columns::{Cell, CellError};

use super::{Column, Values, last};

impl Cell for Column {
    fn null(&mut self) -> Result<(), CellError> {
        match &mut self.values {
            Values::Boolean(values) => values.append(false),
            Values::Integer(values) => values.push(0),
            Values::Long(values) | Values::Timestamp(values) => values.push(0),
            Values::Double(values) => values.push(0.0),
            Values::Text(text) => text.end()?,
            Values::Binary(text) => text.end()?,
            Values::Structure { columns, .. } => {
                columns.iter_mut().try_for_each(Cell::null)?;
            }
            Values::List { ends, .. } | Values::Map { ends, .. } => {
                ends.push(ends.last().copied().unwrap_or_default());
            }
        }
        self.nulls.append_null();
        Ok(())
    }

    #[inline]
    fn boolean(&mut self, value: bool) -> Result<(), CellError> {
        let Values::Boolean(values) = &mut self.values else {
            return Err(CellError::Type);
        };
        values.append(value);
        self.nulls.append_non_null();
        Ok(())
    }

    #[inline]
    fn integer(&mut self, value: i64) -> Result<(), CellError> {
        match &mut self.values {
            Values::Integer(values) => {
                values.push(i32::try_from(value).map_err(|_| CellError::Type)?);
            }
            Values::Long(values) => values.push(value),
            _ => return Err(CellError::Type),
        }
        self.nulls.append_non_null();
        Ok(())
    }

    #[inline]
    fn double(&mut self, value: f64) -> Result<(), CellError> {
        let Values::Double(values) = &mut self.values else {
            return Err(CellError::Type);
        };
        values.push(value);
        self.nulls.append_non_null();
        Ok(())
    }

    #[inline]
    fn timestamp(&mut self, micros: i64) -> Result<(), CellError> {
        let Values::Timestamp(values) = &mut self.values else {
            return Err(CellError::Type);
        };
        values.push(micros);
        self.nulls.append_non_null();
        Ok(())
    }

    #[inline]
    fn string(&mut self, value: &str) -> Result<(), CellError> {
        self.json(|buffer| buffer.push_str(value))
    }

    #[inline]
    fn json(&mut self, append: impl FnOnce(&mut String)) -> Result<(), CellError> {
        let Values::Text(text) = &mut self.values else {
            return Err(CellError::Type);
        };
        append(&mut text.buffer);
        text.end()?;
        self.nulls.append_non_null();
        Ok(())
    }

    fn binary(&mut self, value: &[u8]) -> Result<(), CellError> {
        let Values::Binary(text) = &mut self.values else {
            return Err(CellError::Type);
        };
        text.buffer.extend_from_slice(value);
        text.end()?;
        self.nulls.append_non_null();
        Ok(())
    }

    #[inline]
    fn structure(&mut self) -> Result<&mut [Self], CellError> {
        let Values::Structure { columns, .. } = &mut self.values else {
            return Err(CellError::Type);
        };
        self.nulls.append_non_null();
        Ok(columns)
    }

    fn list(&mut self, length: usize) -> Result<&mut Self, CellError> {
        let Values::List { ends, elements, .. } = &mut self.values else {
            return Err(CellError::Type);
        };
        ends.push(end_after(ends, length)?);
        self.nulls.append_non_null();
        Ok(elements)
    }

    fn map(&mut self, length: usize) -> Result<(&mut Self, &mut Self), CellError> {
        let Values::Map { ends, entries, .. } = &mut self.values else {
            return Err(CellError::Type);
        };
        ends.push(end_after(ends, length)?);
        self.nulls.append_non_null();
        let [keys, values] = &mut **entries;
        Ok((keys, values))
    }
}

/// The end of a list or map of this length after the last one.
fn end_after(ends: &[i32], length: usize) -> Result<i32, CellError> {
    let end = last(ends).checked_add(length).ok_or(CellError::Full)?;
    i32::try_from(end).map_err(|_| CellError::Full)
}

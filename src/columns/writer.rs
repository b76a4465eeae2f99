//! Values to the cells of a row.

use std::slice::IterMut;

use aws_smithy_types::DateTime;

use super::{Cell, CellError};
use crate::{
    codec,
    error::{Category, Error},
    facts::{Kind, Member},
    json::Writer,
    path::Path,
    shape::Shape,
    wire::{
        Context, Encoder, Key, MemberWriter, Object, UnknownMembers, Wire, text::TextEncoder,
        timestamp,
    },
};

/// Appends a value as a row: one value to each of the shape's columns, in the order of [`of`](super::of).
///
/// # Errors
///
/// Fails if the value contains what [`codec::to_string`] rejects (NaN, an infinity, a timestamp outside years 0001
/// to 9999, an unknown member with a declared name), or if a column does not take its value. Some columns then have a
/// value of this row, which the caller removes.
pub fn write<T: Shape, C: Cell>(value: &T, row: &mut [C]) -> Result<(), Error> {
    write_object(value, row).map_err(|rejected| match rejected {
        Rejected::Value => codec::encode_error(value),
        Rejected::Cell(cell) => {
            let (error, path) = *cell;
            let category = match error {
                CellError::Full => Category::Limit,
                CellError::Type => Category::Encode,
            };
            Error::new(category, path, error.to_string())
        }
    })
}

/// Why a value was not written.
enum Rejected {
    /// It cannot be encoded.
    Value,
    /// A column did not take it.
    Cell(Box<(CellError, Path)>),
}

impl From<CellError> for Rejected {
    #[cold]
    fn from(error: CellError) -> Self {
        Self::Cell(Box::new((error, Path::root())))
    }
}

impl Rejected {
    /// The same inside of the value at a path.
    #[cold]
    fn inside(mut self, outer: Path) -> Self {
        if let Self::Cell(cell) = &mut self {
            cell.1 = outer.join(&cell.1);
        }
        self
    }
}

/// Writes the members of a structure, then the unknown ones as one object.
#[inline]
fn write_object<T: Object, C: Cell>(value: &T, row: &mut [C]) -> Result<(), Rejected> {
    let mut cells = Cells(row.iter_mut());
    value.write_members(&mut cells)?;
    let cell = cells.next()?;
    if cells.0.next().is_some() {
        return Err(CellError::Type.into());
    }
    let unknown = value.undeclared();
    if unknown.is_empty() {
        return Ok(cell.null()?);
    }
    if unknown.iter().any(|(name, _)| T::position(name).is_some()) {
        return Err(Rejected::Value);
    }
    write_unknown(unknown, cell)
}

/// Writes unknown members as a JSON object.
#[cold]
fn write_unknown<C: Cell>(unknown: &UnknownMembers, cell: &mut C) -> Result<(), Rejected> {
    let mut written = Ok(());
    cell.json(|text| {
        let mut writer = Writer::append(text);
        let mut before = "{";
        for (name, json) in unknown.iter() {
            writer.punctuation(before);
            written = written.and(writer.string(name));
            writer.punctuation(":");
            written = written.and(writer.raw(json));
            before = ",";
        }
        writer.punctuation("}");
    })?;
    written.map_err(|_| Rejected::Value)
}

/// Writes a value that is present.
#[inline]
fn write_value<T: Wire, C: Cell>(value: &T, cell: &mut C) -> Result<(), Rejected> {
    if !matches!(T::KIND, Kind::LenientBoolean | Kind::LenientInteger) {
        return value.encode(CellEncoder(cell), Context::default());
    }
    // These differ from `true` and `8` if they are strings, so the column has their JSON text.
    let mut written = Ok(());
    cell.json(|text| {
        written = value.encode(TextEncoder(&mut Writer::append(text)), Context::default());
    })?;
    written.map_err(|_| Rejected::Value)
}

/// The cells of a structure that have no value of this row yet.
struct Cells<'c, C>(IterMut<'c, C>);

impl<'c, C: Cell> Cells<'c, C> {
    #[inline]
    fn next(&mut self) -> Result<&'c mut C, Rejected> {
        // Fewer columns than members are those of another shape.
        self.0.next().ok_or_else(|| CellError::Type.into())
    }
}

impl<C: Cell> MemberWriter for Cells<'_, C> {
    type Error = Rejected;

    #[inline]
    fn member<T: Wire>(
        &mut self,
        _: &'static str,
        member: &'static Member,
        value: &T,
    ) -> Result<(), Rejected> {
        let cell = self.next()?;
        let written = if value.is_absent() {
            cell.null().map_err(Rejected::from)
        } else {
            write_value(value, cell)
        };
        written.map_err(|rejected| rejected.inside(Path::root().member(member.wire_name)))
    }
}

/// The cell that a value is written to.
struct CellEncoder<'c, C>(&'c mut C);

impl<C: Cell> Encoder for CellEncoder<'_, C> {
    type Ok = ();
    type Error = Rejected;

    #[inline]
    fn string(self, value: &str) -> Result<(), Rejected> {
        Ok(self.0.string(value)?)
    }

    #[inline]
    fn boolean(self, value: bool) -> Result<(), Rejected> {
        Ok(self.0.boolean(value)?)
    }

    #[inline]
    fn integer(self, value: i64) -> Result<(), Rejected> {
        Ok(self.0.integer(value)?)
    }

    #[inline]
    fn double(self, value: f64) -> Result<(), Rejected> {
        if !value.is_finite() {
            return Err(Rejected::Value);
        }
        Ok(self.0.double(value)?)
    }

    #[inline]
    fn timestamp(self, value: DateTime, _: bool) -> Result<(), Rejected> {
        let micros = timestamp::to_micros(value).ok_or(Rejected::Value)?;
        Ok(self.0.timestamp(micros)?)
    }

    fn blob(self, value: &[u8]) -> Result<(), Rejected> {
        Ok(self.0.binary(value)?)
    }

    fn json(self, text: &str) -> Result<(), Rejected> {
        Ok(self.0.json(|buffer| buffer.push_str(text))?)
    }

    fn document(self, text: &str, _: bool) -> Result<(), Rejected> {
        self.json(text)
    }

    fn list<T: Wire>(self, elements: &[T], _: Context) -> Result<(), Rejected> {
        let cell = self.0.list(elements.len())?;
        for (index, element) in elements.iter().enumerate() {
            write_value(element, cell)
                .map_err(|rejected| rejected.inside(Path::root().index(index)))?;
        }
        Ok(())
    }

    fn map<K: Key, T: Wire>(
        self,
        entries: &[Option<(&K, &T)>],
        _: Context,
    ) -> Result<(), Rejected> {
        let (keys, values) = self.0.map(entries.len())?;
        for (key, value) in entries.iter().flatten() {
            keys.string(key.text())
                .map_err(Rejected::from)
                .and_then(|()| write_value(*value, values))
                .map_err(|rejected| rejected.inside(Path::root().member(key.text().to_owned())))?;
        }
        Ok(())
    }

    #[inline]
    fn object<T: Object>(self, value: &T, _: Context) -> Result<(), Rejected> {
        write_object(value, self.0.structure()?)
    }
}

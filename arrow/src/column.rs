//! The buffers of a column, which rows are appended to and removed from.

mod cell;
mod finish;
mod text;

use arrow_buffer::{BooleanBufferBuilder, NullBufferBuilder};
use iot_jobs::columns::{self, ColumnKind};

use self::text::Text;
use crate::schema;

/// What a column has room for.
#[derive(Clone, Copy)]
pub(crate) struct Room {
    /// The rows that are appended without allocating.
    pub(crate) rows: usize,
    /// The bytes of text, at most what an offset of 32 bits reaches.
    pub(crate) bytes: i32,
}

impl Room {
    /// The room of the elements of lists, whose number is not known.
    const fn of_elements(self) -> Self {
        Self { rows: 0, ..self }
    }
}

/// A column of a batch that is being built.
pub(crate) struct Column {
    nulls: NullBufferBuilder,
    values: Values,
}

/// The values of a column, of which nulls have any.
enum Values {
    Boolean(BooleanBufferBuilder),
    Integer(Vec<i32>),
    Long(Vec<i64>),
    Double(Vec<f64>),
    Timestamp(Vec<i64>),
    Text(Text<String>),
    Binary(Text<Vec<u8>>),
    Structure {
        fields: arrow_schema::Fields,
        columns: Vec<Column>,
    },
    List {
        field: arrow_schema::FieldRef,
        /// The number of elements before the end of each list.
        ends: Vec<i32>,
        elements: Box<Column>,
    },
    Map {
        fields: arrow_schema::Fields,
        /// The number of entries before the end of each map.
        ends: Vec<i32>,
        entries: Box<[Column; 2]>,
    },
}

impl Column {
    /// A column without rows.
    fn new(kind: &ColumnKind, room: Room) -> Self {
        Self {
            nulls: NullBufferBuilder::new(room.rows),
            values: Values::new(kind, room),
        }
    }

    /// The columns of a structure, without rows.
    pub(crate) fn all(columns: &[columns::Column], room: Room) -> Vec<Self> {
        let columns = columns.iter();
        columns
            .map(|column| Self::new(&column.kind, room))
            .collect()
    }

    /// Removes the rows from this one on from all columns.
    pub(crate) fn truncate_all(columns: &mut [Self], rows: usize) {
        for column in columns {
            column.truncate(rows);
        }
    }

    /// Removes the rows from this one on; also of a row that only some of the buffers have.
    fn truncate(&mut self, rows: usize) {
        self.nulls.truncate(rows);
        match &mut self.values {
            Values::Boolean(values) => values.truncate(rows),
            Values::Integer(values) => values.truncate(rows),
            Values::Long(values) | Values::Timestamp(values) => values.truncate(rows),
            Values::Double(values) => values.truncate(rows),
            Values::Text(text) => text.truncate(rows),
            Values::Binary(text) => text.truncate(rows),
            Values::Structure { columns, .. } => Self::truncate_all(columns, rows),
            Values::List { ends, elements, .. } => {
                ends.truncate(rows);
                elements.truncate(last(ends));
            }
            Values::Map { ends, entries, .. } => {
                ends.truncate(rows);
                Self::truncate_all(&mut **entries, last(ends));
            }
        }
    }
}

impl Values {
    fn new(kind: &ColumnKind, room: Room) -> Self {
        let rows = room.rows;
        match kind {
            ColumnKind::Boolean => Self::Boolean(BooleanBufferBuilder::new(rows)),
            ColumnKind::Integer => Self::Integer(Vec::with_capacity(rows)),
            ColumnKind::Long => Self::Long(Vec::with_capacity(rows)),
            ColumnKind::Double => Self::Double(Vec::with_capacity(rows)),
            ColumnKind::Timestamp => Self::Timestamp(Vec::with_capacity(rows)),
            ColumnKind::Binary => Self::Binary(Text::new(room)),
            ColumnKind::Structure(columns) => Self::Structure {
                fields: schema::of(columns).fields().clone(),
                columns: Column::all(columns, room),
            },
            ColumnKind::List(element) => Self::List {
                field: schema::element_field(schema::data_type(element)),
                ends: Vec::with_capacity(rows),
                elements: Box::new(Column::new(element, room.of_elements())),
            },
            ColumnKind::Map(value) => Self::Map {
                fields: schema::entry_fields(schema::data_type(value)),
                ends: Vec::with_capacity(rows),
                entries: Box::new([
                    Column::new(&ColumnKind::String, room.of_elements()),
                    Column::new(value, room.of_elements()),
                ]),
            },
            _ => Self::Text(Text::new(room)),
        }
    }
}

/// The end of the last value, which is where the next starts.
fn last(ends: &[i32]) -> usize {
    let end = ends.last().copied().unwrap_or_default();
    usize::try_from(end).unwrap_or_default()
}

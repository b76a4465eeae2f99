//! The shapes by name, for programs that learn the shape only when they run (feature `catalog`).

use std::io::BufRead;

use crate::{
    codec::{self, Decode, Lines},
    control, device, document,
    error::Error,
    event,
    primitives::DateTime,
    shape::{Shape, Structure, Unknown},
    validate::{Validate, Violation},
};

/// A value of a shape that was named at run time.
pub trait DynShape {
    /// The declared facts.
    fn structure(&self) -> &'static Structure;

    /// The canonical JSON text.
    fn to_json(&self) -> Result<String, Error>;

    /// The members and enum values that this version does not know, with their paths.
    fn unknown(&self) -> Vec<Unknown>;

    /// Everything that is wrong with it whatever the time, in document order.
    fn violations(&self) -> Vec<Violation>;

    /// The same at a time that schedules count from.
    fn violations_at(&self, now: DateTime) -> Vec<Violation>;
}

impl<T: Shape> DynShape for T {
    fn structure(&self) -> &'static Structure {
        &T::STRUCTURE
    }

    fn to_json(&self) -> Result<String, Error> {
        codec::to_string(self)
    }

    fn unknown(&self) -> Vec<Unknown> {
        Shape::unknown(self)
    }

    fn violations(&self) -> Vec<Violation> {
        Validate::violations(self)
    }

    fn violations_at(&self, now: DateTime) -> Vec<Violation> {
        Validate::violations_at(self, now)
    }
}

/// A shape in the list of all shapes.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    plane: &'static str,
    structure: &'static Structure,
    decode: Decode<Box<dyn DynShape>>,
    #[cfg(feature = "schemars")]
    schema: fn() -> schemars::Schema,
}

impl Entry {
    /// The entry of a shape.
    pub(crate) const fn of<T: Shape>() -> Self {
        Self {
            plane: "",
            structure: &T::STRUCTURE,
            decode: |json| Ok(Box::new(codec::from_slice::<T>(json)?)),
            #[cfg(feature = "schemars")]
            schema: || {
                let settings = schemars::generate::SchemaSettings::draft2020_12();
                settings.into_generator().into_root_schema_for::<T>()
            },
        }
    }

    /// The declared facts.
    pub const fn structure(&self) -> &'static Structure {
        self.structure
    }

    /// The name by which [`find`] knows it: the model's, behind `device.` on the data plane,
    /// `mqtt.` for its messages, `event.` for events and `document.` for what job documents are
    /// made of.
    pub fn name(&self) -> String {
        format!("{}{}", self.plane, self.structure.name)
    }

    /// Decodes JSON in UTF-8 as this shape.
    pub fn decode(&self, json: impl AsRef<[u8]>) -> Result<Box<dyn DynShape>, Error> {
        (self.decode)(json.as_ref())
    }

    /// The JSON Schema, draft 2020-12, with the structures it holds in `$defs`.
    ///
    /// It holds the limits of the members and what is required. Members and values of enums that
    /// this version does not know are allowed, and so is `null` for a member that need not be there.
    /// What ties members together is left to [`Validate`], and so are two limits that schemas cannot
    /// state: the bytes of a string, and the decimals of a number.
    ///
    /// ```
    /// let entry = iot_jobs::shape::find("Tag").expect("a shape of the model");
    /// let schema = entry.schema();
    /// assert_eq!(
    ///     schema.pointer("/properties/Key/maxLength").and_then(|max| max.as_u64()),
    ///     Some(128)
    /// );
    /// ```
    #[cfg(feature = "schemars")]
    pub fn schema(&self) -> schemars::Schema {
        (self.schema)()
    }

    /// Reads newline-delimited JSON as this shape, a value each line.
    pub fn lines<R: BufRead>(&self, reader: R) -> Lines<Box<dyn DynShape>, R> {
        Lines::new(reader, self.decode)
    }
}

/// The lists that the modules of shapes keep, and what stands before their names.
const CATALOGS: &[(&str, &[Entry])] = &[
    ("", control::types::CATALOG),
    ("", control::types::error::CATALOG),
    ("", control::operation::CATALOG),
    ("device.", device::types::CATALOG),
    ("device.", device::types::error::CATALOG),
    ("device.", device::operation::CATALOG),
    ("mqtt.", device::message::CATALOG),
    ("event.", event::CATALOG),
    ("document.", document::CATALOG),
];

/// Every shape, a module's after another's.
pub fn all() -> impl Iterator<Item = Entry> {
    CATALOGS.iter().flat_map(|&(plane, catalog)| {
        let entries = catalog.iter().copied();
        entries.map(move |entry| Entry { plane, ..entry })
    })
}

/// The shape with this name, such as `Job`, `device.JobExecution` or `mqtt.ErrorResponse`.
///
/// ```
/// use iot_jobs::shape;
///
/// let entry = shape::find("DescribeJobResponse").expect("a shape of the model");
/// let value = entry.decode(r#"{"job": {"status": "SOMEDAY"}}"#)?;
/// assert_eq!(value.unknown()[0].path, "job.status");
/// # Ok::<(), iot_jobs::Error>(())
/// ```
pub fn find(name: &str) -> Option<Entry> {
    all().find(|entry| name.strip_prefix(entry.plane) == Some(entry.structure.name))
}

//! The shapes by name.

use std::{io::BufRead, sync::LazyLock};

#[cfg(feature = "schemars")]
use crate::schema;
use crate::{
    check::Checks,
    codec::{self, Decode, Lines},
    control, device, document,
    error::Error,
    event,
    facts::Structure,
    primitives::DateTime,
    shape::{Shape, ShapeVisitor, Unknown},
    validate::{Validate, Violation},
};

/// A value of a shape that was named at run time.
pub trait DynShape {
    /// The declared facts.
    fn structure(&self) -> &'static Structure;

    /// The canonical JSON text.
    ///
    /// # Errors
    ///
    /// As [`codec::to_string`].
    fn to_json(&self) -> Result<String, Error>;

    /// The members and enum values that this version does not know, with their paths.
    fn unknown(&self) -> Vec<Unknown>;

    /// All violations that do not depend on the current time, in document order.
    fn violations(&self) -> Vec<Violation>;

    /// All violations, with the time that schedules are checked against.
    fn violations_at(&self, now: DateTime) -> Vec<Violation>;

    /// The violations that these checks find in the value, without those that only its text shows.
    fn violations_by(&self, checks: &Checks) -> Vec<Violation>;
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

    fn violations_by(&self, checks: &Checks) -> Vec<Violation> {
        checks.violations(self)
    }
}

/// A shape in the list of all shapes.
#[derive(Clone, Copy, Debug)]
pub struct ShapeEntry {
    prefix: &'static str,
    structure: &'static Structure,
    decode: Decode<Box<dyn DynShape>>,
    #[cfg(feature = "schemars")]
    schema: fn() -> schemars::Schema,
}

impl ShapeEntry {
    fn of<T: Shape>(prefix: &'static str) -> Self {
        Self {
            prefix,
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

    /// The name that [`find_shape`] takes: the model's, with the prefix `device.` on the data plane,
    /// `mqtt.` for its messages, `event.` for events and `document.` for the parts of job documents.
    pub fn name(&self) -> String {
        format!("{}{}", self.prefix, self.structure.name)
    }

    /// Decodes JSON in UTF-8 as this shape.
    ///
    /// # Errors
    ///
    /// As [`codec::from_slice`].
    pub fn decode(&self, json: impl AsRef<[u8]>) -> Result<Box<dyn DynShape>, Error> {
        (self.decode)(json.as_ref())
    }

    /// The JSON Schema, draft 2020-12, with the nested structures in `$defs`.
    ///
    /// It contains the limits of the members and which are required. Members and enum values that
    /// this version does not know are allowed, and so is `null` for an optional member. The rules
    /// between members are left to [`Validate`], and so are two limits that schemas cannot state:
    /// the bytes of a string, and the decimals of a number.
    ///
    /// ```
    /// let entry = iot_jobs::catalog::find_shape("Tag").expect("a shape of the model");
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

    /// The schema that rejects more, for editors of files that people write: members that the shape does not have,
    /// values of enums that this version does not know, and `null`.
    ///
    /// In job documents, members whose names begin with `_` are comments and allowed. Patterns of both schemas
    /// are regular expressions of ECMA-262 with the flag `u`.
    ///
    /// ```
    /// let entry = iot_jobs::catalog::find_shape("Tag").expect("a shape of the model");
    /// let schema = entry.strict_schema();
    /// assert_eq!(schema.get("additionalProperties"), Some(&false.into()));
    /// assert_eq!(schema.pointer("/properties/Value/type"), Some(&"string".into()));
    /// ```
    #[cfg(feature = "schemars")]
    pub fn strict_schema(&self) -> schemars::Schema {
        let mut schema = self.schema();
        schema::make_strict(schema.ensure_object(), self.prefix == "document.");
        schema
    }

    /// Reads newline-delimited JSON as this shape, one value a line.
    pub fn lines<R: BufRead>(&self, reader: R) -> Lines<Box<dyn DynShape>, R> {
        Lines::new(reader, self.decode)
    }
}

/// The entries so far, and what is put before the names of the next.
struct Entries {
    prefix: &'static str,
    entries: Vec<ShapeEntry>,
}

impl ShapeVisitor for Entries {
    fn visit<T: Shape>(&mut self) {
        self.entries.push(ShapeEntry::of::<T>(self.prefix));
    }
}

static SHAPES: LazyLock<Vec<ShapeEntry>> = LazyLock::new(|| {
    let mut all = Entries {
        prefix: "",
        entries: Vec::new(),
    };
    visit_modules(&mut all, |all, prefix| all.prefix = prefix);
    all.entries
});

/// Visits every shape; `enter` gets the prefix of the names of the shapes that follow.
fn visit_modules<V: ShapeVisitor>(visitor: &mut V, enter: impl Fn(&mut V, &'static str)) {
    control::types::visit_shapes(visitor);
    control::types::error::visit_shapes(visitor);
    control::operation::visit_shapes(visitor);
    enter(visitor, "device.");
    device::types::visit_shapes(visitor);
    device::types::error::visit_shapes(visitor);
    device::operation::visit_shapes(visitor);
    enter(visitor, "mqtt.");
    device::message::visit_shapes(visitor);
    enter(visitor, "event.");
    event::visit_shapes(visitor);
    enter(visitor, "document.");
    document::visit_shapes(visitor);
}

/// Calls a visitor with the type of every shape, in the order of [`shapes`].
///
/// ```
/// use iot_jobs::{catalog, codec, shape::{Shape, ShapeVisitor}};
///
/// /// Counts the shapes that have no required members.
/// struct Count(usize);
///
/// impl ShapeVisitor for Count {
///     fn visit<T: Shape>(&mut self) {
///         self.0 += usize::from(codec::from_str::<T>("{}").is_ok());
///     }
/// }
///
/// let mut count = Count(0);
/// catalog::visit_shapes(&mut count);
/// assert!(count.0 > 0 && count.0 < catalog::shapes().count());
/// ```
pub fn visit_shapes(visitor: &mut impl ShapeVisitor) {
    visit_modules(visitor, |_, _| {});
}

/// Every shape, module by module.
pub fn shapes() -> impl Iterator<Item = ShapeEntry> {
    SHAPES.iter().copied()
}

/// The shape with this name, such as `Job`, `device.JobExecution` or `mqtt.ErrorResponse`.
///
/// ```
/// use iot_jobs::catalog;
///
/// let entry = catalog::find_shape("DescribeJobResponse").expect("a shape of the model");
/// let value = entry.decode(r#"{"job": {"status": "SOMEDAY"}}"#)?;
/// assert_eq!(value.unknown()[0].path, "job.status");
/// # Ok::<(), iot_jobs::Error>(())
/// ```
pub fn find_shape(name: &str) -> Option<ShapeEntry> {
    shapes().find(|entry| name.strip_prefix(entry.prefix) == Some(entry.structure.name))
}

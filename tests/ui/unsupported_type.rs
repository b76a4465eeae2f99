//! Types that do not travel are refused with what to write in their place.

use iot_jobs_macros::shape;

/// A shape.
#[shape]
pub struct Types {
    /// Unsigned.
    pub count: Option<u32>,
    /// Borrowed.
    pub name: &'static str,
    /// Two in one.
    pub pair: Option<(i32, i32)>,
    /// Bytes.
    pub bytes: Vec<u8>,
    /// Keys that are not names.
    pub by_number: Option<std::collections::HashMap<i32, String>>,
    /// A map of another kind.
    pub sorted: std::collections::BTreeMap<String, String>,
    /// Absent inside of a list.
    pub gaps: Option<Vec<Option<String>>>,
    /// Absent twice.
    pub twice: Option<Option<String>>,
    /// Half of a number.
    pub single: f32,
    /// A value elsewhere.
    pub boxed: Option<Box<String>>,
    /// A list of a length.
    pub array: [i32; 3],
    /// Fine.
    pub fine: Option<Vec<std::collections::HashMap<String, i64>>>,
}

fn main() {}

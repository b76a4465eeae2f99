//! The value of a command parameter.

use iot_jobs_macros::shape;

use crate::primitives::Blob;

/// The value of one command parameter, in the member of its type.
#[shape]
pub struct CommandParameterValue {
    /// A text of at least one character, `S` on the wire.
    #[shape(STRING_PARAMETER_VALUE, wire = "S")]
    pub s: Option<String>,
    /// A boolean, `B` on the wire.
    #[shape(wire = "B")]
    pub b: Option<bool>,
    /// A signed 32-bit integer, `I` on the wire.
    #[shape(wire = "I")]
    pub i: Option<i32>,
    /// A signed 64-bit integer, `L` on the wire.
    #[shape(wire = "L")]
    pub l: Option<i64>,
    /// A 64-bit floating-point number, `D` on the wire.
    #[shape(wire = "D")]
    pub d: Option<f64>,
    /// At least one byte, in base64 under `BIN` on the wire.
    #[shape(BINARY_PARAMETER_VALUE, wire = "BIN")]
    pub bin: Option<Blob>,
    /// An unsigned 64-bit integer as 1 to 20 decimal digits, `UL` on the wire.
    #[shape(UNSIGNED_LONG_PARAMETER_VALUE, wire = "UL")]
    pub ul: Option<String>,
}

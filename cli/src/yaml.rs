//! YAML as JSON text, with the position in the YAML of each value.
//!
//! A value is what the core schema of YAML 1.2 says: only `true` and `false` are booleans, and dates are strings.
//! CloudFormation reads YAML 1.1, in which `yes` and `on` are booleans, too; none of the properties that are
//! checked is a boolean. A short form such as `!Sub x` becomes `{"Fn::Sub": "x"}`.

mod convert;
mod converted;
mod detect;
mod positions;
mod scalar;

pub(crate) use self::{
    convert::convert,
    converted::{Converted, Place, YamlError},
    detect::is_yaml,
};

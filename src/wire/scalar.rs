//! Strings, booleans, numbers, timestamps and bytes.

use std::fmt;

use aws_smithy_types::{Blob, DateTime, base64};

use super::{Context, Decoder, Encoder, FromJson, Json, Value, Walk, Wire};
use crate::{constraint::Constraint, facts::Kind, path::PathRef};

/// Implements [`Wire`] for a type that a decoder and an encoder have a method for.
macro_rules! scalar {
    ($type:ty, $kind:ident, $decode:ident, |$value:ident, $encoder:ident, $context:ident| $encode:expr, $visit:expr) => {
        impl Wire for $type {
            const KIND: Kind = Kind::$kind;

            #[inline]
            fn decode<'de, D: Decoder<'de>>(decoder: D) -> Result<Self, D::Error> {
                decoder.$decode()
            }

            #[inline]
            fn encode<E: Encoder>(
                &self,
                $encoder: E,
                $context: Context,
            ) -> Result<E::Ok, E::Error> {
                let $value = self;
                $encode
            }

            #[inline]
            fn walk(
                &self,
                at: &PathRef<'_>,
                constraint: Option<&'static Constraint>,
                walk: &mut Walk<'_>,
            ) {
                let $value = self;
                walk.value(at, constraint, $visit);
            }

            fn debug(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(self, f)
            }
        }
    };
}

scalar!(
    String,
    String,
    string,
    |value, encoder, _context| encoder.string(value),
    Value::String(value)
);
scalar!(
    bool,
    Boolean,
    boolean,
    |value, encoder, _context| encoder.boolean(*value),
    Value::Boolean(*value)
);
scalar!(
    i32,
    Integer,
    integer,
    |value, encoder, _context| encoder.integer(i64::from(*value)),
    Value::Integer(i64::from(*value))
);
scalar!(
    i64,
    Long,
    integer,
    |value, encoder, _context| encoder.integer(*value),
    Value::Integer(*value)
);
scalar!(
    f64,
    Double,
    double,
    |value, encoder, _context| encoder.double(*value),
    Value::Double(*value)
);
scalar!(
    DateTime,
    Timestamp,
    timestamp,
    |value, encoder, context| {
        let milliseconds = context.constraint.is_some_and(|limits| limits.milliseconds);
        encoder.timestamp(*value, milliseconds)
    },
    Value::Timestamp(value)
);
scalar!(
    Blob,
    Blob,
    json,
    |value, encoder, _context| encoder.blob(value.as_ref()),
    Value::Blob(value.as_ref())
);

impl FromJson for Blob {
    const KIND: Kind = Kind::Blob;

    fn from_json(json: Json<'_>) -> Option<Self> {
        match json {
            Json::String(text) => base64::decode(&*text).ok().map(Self::new),
            Json::Other(_) => None,
        }
    }
}

/// The number without its point, where that is the shorter text for the same number.
pub(super) fn without_point(number: f64) -> Option<i64> {
    // From here on the shortest text has an exponent instead of a point.
    const EXPONENT: f64 = 1e16;
    let no_fraction = number.fract() == 0.0 && number.abs() < EXPONENT;
    let not_minus_zero = number != 0.0 || number.is_sign_positive();
    // An f64 of this size without a fraction is an i64.
    #[allow(clippy::cast_possible_truncation)]
    (no_fraction && not_minus_zero).then_some(number as i64)
}

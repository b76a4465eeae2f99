//! Columns of strings, in the types that engines have for them.

use arrow_array::{
    Array, LargeStringArray, StringArray, StringViewArray, cast::AsArray, types::ByteArrayType,
};
use arrow_buffer::NullBuffer;
use arrow_schema::DataType;

/// A column of strings.
pub(super) enum Text {
    Small(StringArray),
    Large(LargeStringArray),
    View(StringViewArray),
    Dictionary {
        nulls: Option<NullBuffer>,
        /// The index of each row's value; none if there are no values.
        keys: Vec<usize>,
        values: Box<Text>,
    },
}

impl Text {
    /// The strings of an array, if it has strings.
    pub(super) fn of(array: &dyn Array) -> Option<Self> {
        Some(match array.data_type() {
            DataType::Utf8 => Self::Small(array.as_string_opt()?.clone()),
            DataType::LargeUtf8 => Self::Large(array.as_string_opt()?.clone()),
            DataType::Utf8View => Self::View(array.as_string_view_opt()?.clone()),
            DataType::Dictionary(..) => {
                let dictionary = array.as_any_dictionary_opt()?;
                let values = dictionary.values();
                Self::Dictionary {
                    nulls: dictionary.keys().nulls().cloned(),
                    keys: if values.is_empty() {
                        Vec::new()
                    } else {
                        dictionary.normalized_keys()
                    },
                    values: Box::new(Self::of(values)?),
                }
            }
            _ => return None,
        })
    }

    /// The string of a row; `None` if it is null.
    pub(super) fn get(&self, row: usize) -> Option<&str> {
        match self {
            Self::Small(array) => value(array, row),
            Self::Large(array) => value(array, row),
            Self::View(array) => array.is_valid(row).then(|| array.value(row)),
            Self::Dictionary {
                nulls,
                keys,
                values,
            } => {
                if nulls.as_ref().is_some_and(|nulls| nulls.is_null(row)) {
                    return None;
                }
                values.get(*keys.get(row)?)
            }
        }
    }
}

fn value<B: ByteArrayType>(
    array: &arrow_array::GenericByteArray<B>,
    row: usize,
) -> Option<&B::Native> {
    array.is_valid(row).then(|| array.value(row))
}

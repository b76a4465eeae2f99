//! The declaration of the open points, from which their enums and the type `Reading` are generated.

/// An open point: something that the service's documentation leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct OpenPoint {
    /// Its name, such as `abort-base`.
    pub name: &'static str,
    /// What is open, and what the documentation says about it.
    pub description: &'static str,
    /// Its values, the first of them the default.
    pub values: &'static [OpenPointValue],
}

/// One way to read an open point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct OpenPointValue {
    /// Its name, such as `notified`.
    pub name: &'static str,
    /// What it means.
    pub description: &'static str,
}

macro_rules! open_points {
    ($(
        $(#[doc = $doc:literal])+
        $member:ident $name:literal $type:ident {
            $(#[doc = $first_doc:literal])+
            $first:ident = $first_name:literal,
            $( $(#[doc = $value_doc:literal])+ $value:ident = $value_name:literal, )+
        }
    )+) => {
        pub use self::declare::{OpenPoint, OpenPointValue};

        $(
            $(#[doc = $doc])+
            #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
            pub enum $type {
                $(#[doc = $first_doc])+
                #[default]
                $first,
                $( $(#[doc = $value_doc])+ $value, )+
            }

            impl $type {
                /// All values, the default first.
                pub const VALUES: &'static [Self] = &[Self::$first $(, Self::$value)+];

                /// The name of the value.
                pub const fn name(self) -> &'static str {
                    match self {
                        Self::$first => $first_name,
                        $( Self::$value => $value_name, )+
                    }
                }
            }
        )+

        /// One reading of every open point; the default has the first value of each.
        ///
        /// ```
        /// use iot_jobs_forecast::{AbortBase, Reading};
        ///
        /// let reading = Reading::default().with("abort-base", "notified")?;
        /// assert_eq!(reading.abort_base, AbortBase::Notified);
        /// assert!(Reading::default().with("abort-base", "queued").is_err());
        /// # Ok::<(), iot_jobs_forecast::Error>(())
        /// ```
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub struct Reading {
            $( $(#[doc = $doc])+ pub $member: $type, )+
        }

        /// `pacing=even abort-base=ended`, for every open point.
        impl std::fmt::Display for Reading {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let points = [$( ($name, self.$member.name()), )+];
                let text = points.map(|(point, value)| format!("{point}={value}"));
                f.write_str(&text.join(" "))
            }
        }

        impl Reading {
            /// All open points.
            pub const POINTS: &'static [OpenPoint] = &[$(
                OpenPoint {
                    name: $name,
                    description: concat!($($doc, "\n"),+).trim_ascii(),
                    values: &[
                        OpenPointValue {
                            name: $first_name,
                            description: concat!($($first_doc, "\n"),+).trim_ascii(),
                        },
                        $( OpenPointValue {
                            name: $value_name,
                            description: concat!($($value_doc, "\n"),+).trim_ascii(),
                        }, )+
                    ],
                },
            )+];

            /// The name of an open point's value in this reading.
            pub fn get(&self, point: &str) -> Option<&'static str> {
                match point {
                    $( $name => Some(self.$member.name()), )+
                    _ => None,
                }
            }

            /// This reading with another value of an open point, both by name.
            ///
            /// # Errors
            ///
            /// Fails if there is no such open point or value.
            pub fn with(mut self, point: &str, value: &str) -> Result<Self, $crate::Error> {
                match point {
                    $( $name => {
                        let values = $type::VALUES.iter();
                        self.$member = *values.clone().find(|known| known.name() == value)
                            .ok_or_else(|| declare::no_value(point, value))?;
                    } )+
                    _ => return Err(declare::no_point(point)),
                }
                Ok(self)
            }
        }
    };
}

pub(super) use open_points;

use super::Reading;
use crate::Error;

pub(super) fn no_point(point: &str) -> Error {
    let names: Vec<_> = Reading::POINTS.iter().map(|point| point.name).collect();
    Error::Reading(format!(
        "there is no open point {point:?}: write one of {}",
        names.join(", ")
    ))
}

pub(super) fn no_value(point: &str, value: &str) -> Error {
    let points = Reading::POINTS.iter();
    let values = points
        .filter(|known| known.name == point)
        .flat_map(|point| point.values);
    let names: Vec<_> = values.map(|value| value.name).collect();
    Error::Reading(format!(
        "{point} has no value {value:?}: write {}",
        names.join(" or ")
    ))
}

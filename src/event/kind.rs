//! What happened to a job or an execution: the member `operation` of an event and the last level of
//! its topic.

/// Declares the kinds of an event once, as two enums: `operation`, which keeps unknown values, and
/// the kinds that have a topic. Each has its value and the predicate of a sentence about it.
macro_rules! event_kinds {
    (
        $(#[$doc:meta])*
        pub enum $Operation:ident, $Kind:ident {
            $( $(#[doc = $variant_doc:literal])+ $Variant:ident = $word:literal, $predicate:literal; )+
        }
    ) => {
        $crate::string_enum! {
            $(#[$doc])*
            pub enum $Operation {
                $( $(#[doc = $variant_doc])+ $Variant = $word, )+
            }
        }

        $(#[$doc])*
        ///
        #[doc = concat!("The last level of the event's topic. Unlike [`", stringify!($Operation), "`] it is always known.")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $Kind {
            $( $(#[doc = $variant_doc])+ $Variant, )+
        }

        impl $Kind {
            /// The last levels of the topics.
            pub(crate) const WORDS: &[&str] = $Operation::values();

            /// The last level of the event's topic.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $( Self::$Variant => $word, )+
                }
            }

            /// What happens to the subject of the event, as the predicate of a sentence.
            pub(crate) const fn predicate(self) -> &'static str {
                match self {
                    $( Self::$Variant => $predicate, )+
                }
            }

            /// Every kind that has a topic.
            pub const fn all() -> &'static [Self] {
                &[$(Self::$Variant),+]
            }

            /// The kind with this last level.
            pub(crate) fn from_word(word: &str) -> Option<Self> {
                match word {
                    $( $word => Some(Self::$Variant), )+
                    _ => None,
                }
            }
        }

        impl std::fmt::Display for $Kind {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl From<$Kind> for $Operation {
            fn from(kind: $Kind) -> Self {
                match kind {
                    $( $Kind::$Variant => Self::$Variant, )+
                }
            }
        }

        impl $Operation {
            /// The kind of the event's topic; `None` for a value that this version does not know.
            pub const fn kind(&self) -> Option<$Kind> {
                match self {
                    $( Self::$Variant => Some($Kind::$Variant), )+
                    Self::Unknown(_) => None,
                }
            }
        }
    };
}

pub(super) use event_kinds;

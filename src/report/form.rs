//! How what we keep is written down and read again: one `form!` a struct, and whatever is added to the struct does not
//! compile before it is in its form. Knows no struct.

mod values;

pub use values::{Hex, Written};

/// What need not be written.
pub fn is_empty<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// A struct and its written form, field by field. What stands behind an address of its own follows as `and FIELD: PART { … }`,
/// and is written beside the others. Fields in a last pair of braces belong to the form alone.
macro_rules! form {
    ($(#[$about:meta])* $vis:vis $form:ident of $part:ident { $($field:ident: $type:ty),* $(,)? }
        $(and $apart:ident: $apart_part:ident { $($apart_field:ident: $apart_type:ty),* $(,)? })?
        $({ $($own:ident: $own_type:ty),* })?) => {
        $(#[$about])*
        #[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        #[serde(deny_unknown_fields)]
        $vis struct $form {
            $($(pub(super) $own: $own_type,)*)?
            $(#[serde(default, skip_serializing_if = "crate::report::form::is_empty")] $field: $type,)*
            $($(#[serde(default, skip_serializing_if = "crate::report::form::is_empty")] $apart_field: $apart_type,)*)?
        }

        impl $crate::report::form::Written<$part> for $form {
            fn write(part: &$part) -> Self {
                let $part { $($field,)* $($apart: _)? } = part;
                $(let $apart_part { $($apart_field),* } = &**part;)?
                Self {
                    $($($own: Default::default(),)*)?
                    $($field: $crate::report::form::Written::write($field),)*
                    $($($apart_field: $crate::report::form::Written::write($apart_field),)*)?
                }
            }

            fn read(self) -> Result<$part, String> {
                Ok($part {
                    $($field: $crate::report::form::Written::read(self.$field)?,)*
                    $($apart: $apart_part {
                        $($apart_field: $crate::report::form::Written::read(self.$apart_field)?),*
                    }.kept(),)?
                })
            }
        }

        impl $crate::report::form::Written<Box<$part>> for $form {
            fn write(part: &Box<$part>) -> Self {
                $crate::report::form::Written::<$part>::write(&**part)
            }

            fn read(self) -> Result<Box<$part>, String> {
                $crate::report::form::Written::<$part>::read(self).map(Box::new)
            }
        }
    };
}

/// An enum of words, the first of which is usual, and how each is written.
macro_rules! words {
    ($(#[$about:meta])* $form:ident of $part:path { $first:ident: $first_word:literal $(, $word:ident: $written:literal)* $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        enum $form {
            #[default]
            #[serde(rename = $first_word)]
            $first,
            $(#[serde(rename = $written)] $word,)*
        }

        impl $crate::report::form::Written<$part> for $form {
            fn write(part: &$part) -> Self {
                use $part as Part;
                match part {
                    Part::$first => Self::$first,
                    $(Part::$word => Self::$word,)*
                }
            }

            fn read(self) -> Result<$part, String> {
                use $part as Part;
                Ok(match self {
                    Self::$first => Part::$first,
                    $(Self::$word => Part::$word,)*
                })
            }
        }
    };
}

pub(crate) use {form, words};

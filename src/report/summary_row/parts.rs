//! The parts of a summary as they are written.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::values::Written;
use crate::summary::{Decision, Exception, Export, Import, Link, Owner, Paragraph, Quantity, Review, Summary};

/// Start, end and line of a place.
type At = [u32; 3];

fn is_empty<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// A struct and its written form, field by field. Fields behind `|` are written only.
macro_rules! form {
    ($(#[$about:meta])* $vis:vis $form:ident of $part:ident { $($field:ident: $type:ty),* $(,)? } $({ $($own:ident: $own_type:ty),* })?) => {
        $(#[$about])*
        #[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        $vis struct $form {
            $($(pub(super) $own: $own_type,)*)?
            $(#[serde(default, skip_serializing_if = "is_empty")] pub(super) $field: $type,)*
        }

        impl Written<$part> for $form {
            fn write(part: &$part) -> Self {
                let $part { $($field),* } = part;
                Self { $($($own: Default::default(),)*)? $($field: Written::write($field)),* }
            }

            fn read(self) -> Result<$part, String> {
                Ok($part { $($field: self.$field.read()?),* })
            }
        }
    };
}

form! {
    /// What is kept of a text: what `pingless link` has to know. A place is a list of its start, its end (in bytes of
    /// UTF-8) and its line.
    pub Form of Summary {
        name: String,
        path: String,
        kind: Option<String>,
        is_guess: bool,
        title: Option<String>,
        head: At,
        is_english: bool,
        written: Option<String>,
        links: Vec<LinkForm>,
        exports: Vec<ExportForm>,
        imports: Vec<ImportForm>,
        quantities: Vec<QuantityForm>,
        decision: Option<DecisionForm>,
        log: Vec<DecisionForm>,
        owners: Vec<OwnerForm>,
        review: Option<ReviewForm>,
        paragraphs: Vec<ParagraphForm>,
        exceptions: Vec<ExceptionForm>,
    } { version: u32 }
}

form! {
    LinkForm of Link { path: String, fragment: Option<String>, spot: At }
}

form! {
    ExportForm of Export {
        id: String,
        value: String,
        owner: Option<String>,
        since: Option<String>,
        decided_by: Option<String>,
        aliases: Vec<String>,
        spot: At,
    }
}

form! {
    ImportForm of Import { id: String, value: Option<String>, seen: Option<String>, spot: At }
}

form! {
    QuantityForm of Quantity { spot: At }
}

form! {
    DecisionForm of Decision { id: String, title: String, spot: At }
}

form! {
    OwnerForm of Owner { name: String, spot: At }
}

form! {
    ReviewForm of Review { spot: At }
}

form! {
    ParagraphForm of Paragraph { spot: At }
}

form! {
    ExceptionForm of Exception { rules: Vec<String>, comment: At, spot: At }
}

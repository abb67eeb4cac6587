//! Who reads a text, as far as anybody said it. What follows for a phrase this module does not know.

use std::cell::OnceCell;
use std::sync::Arc;

use super::Document;
use crate::words::readers::Readers;

/// Who reads it, where that is known.
#[derive(Debug, Default)]
pub struct Audience {
    readers: OnceCell<Arc<Readers>>,
}

impl Document<'_> {
    /// Says who reads it. Without it, anybody may.
    pub fn set_readers(&self, readers: Arc<Readers>) {
        let is_first = self.audience.readers.set(readers).is_ok();
        debug_assert!(is_first, "the readers are known before anything is asked");
    }

    /// Who reads it, and what they know.
    pub fn readers(&self) -> &Readers {
        self.audience.readers.get_or_init(Arc::default)
    }
}

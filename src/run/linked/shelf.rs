//! Texts that are quoted in the findings of others, read when they are.

use std::collections::HashMap;

use crate::finding::Excerpt;
use crate::link::Linked;
use crate::text::{Lines, Span};

pub struct Shelf<'s> {
    read: &'s dyn Fn(&str) -> Option<String>,
    texts: HashMap<String, Option<(String, Lines)>>,
    held: usize,
}

/// More bytes of texts than this are not held at once.
const MOST_HELD: usize = 32 << 20;

impl<'s> Shelf<'s> {
    pub fn new(read: &'s dyn Fn(&str) -> Option<String>) -> Self {
        Self { read, texts: HashMap::new(), held: 0 }
    }

    /// Puts the lines of other texts into what was found.
    pub fn quote(&mut self, linked: &mut Linked) {
        for elsewhere in linked.flags_mut().flat_map(|it| &mut it.elsewhere) {
            elsewhere.excerpt = self.excerpt(&elsewhere.name, elsewhere.span);
        }
    }

    fn excerpt(&mut self, name: &str, span: Span) -> Option<Excerpt> {
        if self.held > MOST_HELD {
            self.texts.clear();
            self.held = 0;
        }
        if !self.texts.contains_key(name) {
            let text = (self.read)(name);
            self.held += text.as_ref().map_or(0, String::len);
            let read = text.map(|text| {
                let lines = Lines::of(&text);
                (text, lines)
            });
            self.texts.insert(name.to_owned(), read);
        }
        let (text, lines) = self.texts[name].as_ref()?;
        Some(Excerpt::of(text, lines, span))
    }
}

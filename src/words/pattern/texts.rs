//! Many short texts in one: a thousand of them are two places in memory, and not a thousand. They are in the program
//! itself, or found out while it runs.

use std::borrow::Cow;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Texts {
    /// One behind the other.
    pub all: Cow<'static, str>,
    /// Where each ends.
    pub ends: Cow<'static, [u32]>,
}

impl Texts {
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn get(&self, at: usize) -> &str {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.all[start as usize..self.ends[at] as usize]
    }

    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|at| self.get(at))
    }
}

impl<T: AsRef<str>> FromIterator<T> for Texts {
    fn from_iter<I: IntoIterator<Item = T>>(texts: I) -> Self {
        let mut all = Self::default();
        all.extend(texts);
        all
    }
}

impl<T: AsRef<str>> Extend<T> for Texts {
    fn extend<I: IntoIterator<Item = T>>(&mut self, texts: I) {
        let (all, ends) = (self.all.to_mut(), self.ends.to_mut());
        let texts = texts.into_iter();
        ends.reserve(texts.size_hint().0);
        for text in texts {
            all.push_str(text.as_ref());
            ends.push(all.len() as u32);
        }
    }
}

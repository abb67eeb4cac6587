//! What was found in texts that are asked for one at a time, by their letters. Knows neither what they are nor what was
//! looked for.

use std::any::{Any, TypeId};
use std::cell::RefCell;

use foldhash::{HashMap, HashMapExt};

/// Bytes of a text that is kept with what was found in it. Of a longer one each letter that is written would leave a copy for each reading.
const LONGEST: usize = 4096;

/// So many versions later, what nobody asked for is forgotten.
const LONG_AGO: usize = 32;

#[derive(Debug, Default)]
pub struct Drawer(RefCell<HashMap<TypeId, Box<dyn Any + Send>>>);

/// What one reading found.
struct Texts<R> {
    /// The version after which what was old was forgotten last.
    cleared: usize,
    /// With the version that asked last.
    found: HashMap<Box<str>, (usize, R)>,
}

impl Drawer {
    /// What `read` says of a text must depend on nothing else.
    pub fn read<R: Clone + Send + 'static, F: Fn(&str) -> R + 'static>(&self, turn: usize, text: &str, read: F) -> R {
        if text.len() > LONGEST {
            return read(text);
        }
        let mut all = self.0.borrow_mut();
        let texts = all
            .entry(TypeId::of::<F>())
            .or_insert_with(|| Box::new(Texts::<R> { cleared: turn, found: HashMap::new() }))
            .downcast_mut::<Texts<R>>();
        let Some(texts) = texts else { return read(text) };
        if turn - texts.cleared >= LONG_AGO {
            texts.found.retain(|_, (asked, _)| turn - *asked < LONG_AGO);
            texts.cleared = turn;
        }
        match texts.found.get_mut(text) {
            Some((asked, found)) => {
                *asked = turn;
                found.clone()
            }
            None => {
                let found = read(text);
                texts.found.insert(text.into(), (turn, found.clone()));
                found
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::{Drawer, LONGEST};

    #[test]
    fn what_is_long_is_read_again_and_not_kept() {
        static READ: AtomicUsize = AtomicUsize::new(0);
        let drawer = Drawer::default();
        let asked = |text: &str| {
            drawer.read(1, text, |_| READ.fetch_add(1, Ordering::Relaxed));
            READ.load(Ordering::Relaxed)
        };
        assert_eq!((asked("short"), asked("short")), (1, 1));
        let long = "a".repeat(LONGEST + 1);
        assert_eq!((asked(&long), asked(&long)), (2, 3));
    }
}

//! What finds a constant in code: the expression that a marker carries. Whose it is and what it found, it does not know.
//!
//! Strangers write them, and a text may hold ten thousand. So a class is one of letters of ASCII, as names of code are: one of
//! all scripts takes a hundred times as long to make. What was found out of one is remembered, and those of one text have an
//! [`Effort`] together.

use std::cell::RefCell;
use std::collections::HashMap;
use std::error::Error;
use std::ops::Range;
use std::rc::Rc;

use regex_automata::nfa::thompson::pikevm::PikeVM;

use crate::text::border;
use crate::words::pattern::automaton;

/// It is tried on two lines: what searches long texts faster takes longer to make than all else on a page.
pub struct Expression(PikeVM);

thread_local! {
    /// What is wrong with each that was read, if anything is.
    static READ: RefCell<HashMap<Box<str>, Option<Box<str>>>> = RefCell::default();
    /// The last that was read: who finds it to be one searches with it.
    static LAST: RefCell<Option<(Box<str>, Rc<Expression>)>> = RefCell::default();
}

/// What the expressions of one text may still cost, in states times letters. Lines and markers are as short as
/// expressions are long: all of a large file would search for seconds.
pub struct Effort(usize);

impl Effort {
    /// Enough for each marker of a text of this length, unless its expressions count to hundreds.
    pub fn for_text(length: usize) -> Self {
        const A_LETTER: usize = 64;
        const ANY_TEXT: usize = 1 << 17;
        Self(length.saturating_mul(A_LETTER).saturating_add(ANY_TEXT))
    }

    /// Whether no other expression is tried.
    pub fn is_spent(&self) -> bool {
        self.0 == 0
    }
}

impl Expression {
    /// Reads one as ripgrep does without Unicode, up to a size that nobody needs.
    ///
    /// # Errors
    /// What is wrong with it, in a few words.
    pub fn read(written: &str) -> Result<Rc<Self>, String> {
        let last = LAST.with_borrow(|it| it.as_ref().filter(|it| &*it.0 == written).map(|it| Rc::clone(&it.1)));
        if let Some(last) = last {
            return Ok(last);
        }
        let read = Rc::new(Self::made(written)?);
        LAST.with_borrow_mut(|it| *it = Some((written.into(), Rc::clone(&read))));
        Ok(read)
    }

    fn made(written: &str) -> Result<Self, String> {
        const LARGEST: usize = 1 << 15;
        if turns_on_scripts(written) {
            return Err("the flag `u` is not known here".to_owned());
        }
        let said = |error: &dyn Error| error.to_string();
        let automaton = automaton::of_ascii(written, LARGEST).map_err(|it| it.source().map_or_else(|| said(&it), said));
        let read = PikeVM::new_from_nfa(automaton.map_err(|it| last_line(&it))?);
        read.map(Self).map_err(|it| last_line(&it.to_string()))
    }

    /// Whether one can be read. Each marker is asked more than once.
    ///
    /// # Errors
    /// What is wrong with it, in a few words.
    pub fn check(written: &str) -> Result<(), String> {
        const MOST: usize = 4096;
        let known = READ.with_borrow(|all| all.get(written).cloned());
        let wrong = known.unwrap_or_else(|| {
            let wrong = Self::read(written).err().map(String::into_boxed_str);
            READ.with_borrow_mut(|all| {
                if all.len() >= MOST {
                    all.clear();
                }
                all.insert(written.into(), wrong.clone());
            });
            wrong
        });
        wrong.map_or(Ok(()), |it| Err(it.into()))
    }

    /// Its first group in a line, or all that it finds. Of a long line only the beginning is read.
    pub fn find(&self, line: &str, effort: &mut Effort) -> Option<Range<usize>> {
        const LONGEST: usize = 4096;
        let line = &line[..border(line, LONGEST)];
        effort.0 = effort.0.saturating_sub(self.0.get_nfa().states().len().saturating_mul(line.len()));
        let (mut cache, mut groups) = (self.0.create_cache(), self.0.create_captures());
        self.0.captures(&mut cache, line, &mut groups);
        let found = groups.get_group(1).or(groups.get_group(0))?.range();
        // Letters of other scripts are several bytes, and may be parted.
        (line.is_char_boundary(found.start) && line.is_char_boundary(found.end)).then_some(found)
    }
}

/// Whether a group has classes of all scripts: `(?u:\w)`.
fn turns_on_scripts(written: &str) -> bool {
    let flags = written.split("(?").skip(1).map(|it| it.split([':', ')', '<', '-']).next().unwrap_or_default());
    flags.into_iter().any(|it| it.contains('u'))
}

/// The others draw the place.
fn last_line(error: &str) -> String {
    error.lines().last().unwrap_or_default().trim().trim_start_matches("error: ").to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Effort, Expression};

    #[test]
    fn what_strangers_write_is_small() {
        let found = |written: &str, line: &str| {
            let range = Expression::read(written).expect("it can be read").find(line, &mut Effort::for_text(0))?;
            Some(line[range].to_owned())
        };
        assert_eq!(found(r"LIMIT\s*=\s*(\d+)", "const LIMIT = 12;").as_deref(), Some("12"));
        assert_eq!(found("größe: (.*)", "größe: äß").as_deref(), Some("äß"));
        assert_eq!(found("größe: (.)", "größe: äß"), None);
        for wrong in [r"((\w{50}){50}){9}", r"(?u:\w)", r"(?iu)\w", "(", r"\pL"] {
            assert!(Expression::read(wrong).is_err() && Expression::check(wrong).is_err(), "{wrong}");
            assert_eq!(Expression::check(wrong), Expression::check(wrong));
        }
    }
}

//! The owner who stands at the head of an action with the verb right behind, as notes are taken: "Maria sends the numbers", "AP Anna:
//! book the room", "2026-11-26 Maria: order the screens". Who is present and who is on the team is known to the text.

use super::Reader;
use crate::words::english::{action, by_when, given_name, person, verb};
use crate::words::list::is_among;
use crate::words::{date, near};

/// Characters of an action in which its head ends.
const REACH: usize = 160;

/// What stands before the head, and how sure it makes that a name follows.
struct Head<'t> {
    text: &'t str,
    /// "By 2026-11-26:", "For next session:".
    is_timed: bool,
}

/// Who is at the head, and what follows.
struct Led<'t> {
    names: &'t str,
    rest: &'t str,
    /// A colon or a dash stands behind the names.
    is_called: bool,
}

impl Reader<'_, '_> {
    /// Whether an action begins with those who do it.
    pub(super) fn is_led_by_name(&self, text: &str) -> bool {
        let head = Head::of(near::ahead_within(text, REACH));
        let Some(led) = Led::of(head.text) else { return false };
        let parts = || person::listed(led.names).map(str::trim).filter(|it| !it.is_empty());
        let is_present = || parts().all(|it| self.doc.is_person(it));
        let is_given = |name: &str| given_name::is_given_name(name.split(' ').next().unwrap_or_default());
        let is_known = || parts().all(|it| is_given(it) || self.doc.is_person(it));
        if led.is_called {
            return is_known() || head.is_timed && may_be_name(led.names);
        }
        let mut words = led.rest.split(' ').map(|it| it.trim_end_matches([',', '.', ':', ';']));
        let (next, object) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let are_several = parts().nth(1).is_some();
        let do_it = || are_several && verb::follows(led.rest);
        let acts = || next.ends_with('s') && !next.ends_with("ss") || is_among("can could may might", next);
        // "Multipart uploads" are a thing.
        let is_surely_told = || {
            let is_full = || person::is_full_name(led.names) && !object.is_empty() && !is_among(BEHIND_NOUNS, object);
            verb::is_of_third_person(next) && (is_among(BEFORE_NOUNS, object) || is_full())
        };
        let is_any_known = || parts().any(is_given) && parts().all(may_be_name);
        is_present() && (acts() || do_it())
            || is_known() && verb::is_of_third_person(next)
            || (is_known() || is_any_known()) && do_it()
            || may_be_name(led.names) && is_surely_told()
    }
}

/// What begins the object of a verb, and what stands behind a noun.
const BEFORE_NOUNS: &str = "the a an our all this that these its";
const BEHIND_NOUNS: &str = "for in of to and on at from with by or is are that which";

/// Whether a word or two may be what somebody is called, though nothing else says so.
fn may_be_name(names: &str) -> bool {
    let is_word = |it: &str| {
        let mut letters = it.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.clone().count() > 1
            && letters.all(char::is_lowercase)
            && !person::is_nobody(it)
            && !verb::follows(it)
    };
    names.split(' ').count() <= 2 && names.split(' ').all(is_word)
}

impl<'t> Head<'t> {
    /// A text without marks, a rank, a label and a day in front.
    fn of(text: &'t str) -> Self {
        const MOST: usize = 4;
        const LABELS: &[&str] = &["AP ", "AP:", "A.P.", "AI ", "TODO ", "ACTION "];
        let mut head = Head { text, is_timed: false };
        for _ in 0..MOST {
            let text = head.text.trim_start_matches([' ', '*', '_', ':', '-', '\u{2013}', '\u{2014}']);
            let label = || action::label(text).map(|it| it.end).filter(|it| *it > 0);
            let named = || LABELS.iter().find(|it| text.starts_with(**it)).map(|it| it.len());
            let day = || date::mentions(text).first().filter(|it| it.range.start == 0).map(|it| it.range.end);
            let time = || by_when::leading(text);
            head.is_timed |= time().is_some();
            head.text = text;
            match rank(text).or_else(named).or_else(label).or_else(time).or_else(day) {
                Some(end) => head.text = &text[end..],
                None => break,
            }
        }
        head
    }
}

/// "(P1)", "[2]".
fn rank(text: &str) -> Option<usize> {
    const LONGEST: usize = 4;
    let inside = text.strip_prefix(['(', '['])?;
    let end = inside.find([')', ']'])?;
    (end <= LONGEST && inside[..end].bytes().all(|it| it.is_ascii_alphanumeric())).then_some(end + 2)
}

impl<'t> Led<'t> {
    /// The words with capital letters that a text begins with.
    fn of(text: &'t str) -> Option<Self> {
        const MOST: usize = 8;
        let text = text.trim_start_matches(['*', '_', '(', '[']);
        let (mut end, mut at) = (0, 0);
        for word in text.split(' ').take(MOST) {
            let bare = word.trim_end_matches([',', ':', '*', '_', ')', ']']);
            let is_joint = at > 0 && matches!(word, "and" | "&" | "+" | "/");
            if !is_joint && !bare.starts_with(char::is_uppercase) {
                break;
            }
            if !is_joint {
                end = at + bare.len();
            }
            at += word.len() + 1;
            if word.trim_end_matches(['*', '_', ')', ']']).ends_with(':') {
                break;
            }
        }
        let (names, rest) = (text.get(..end).filter(|it| !it.is_empty())?, &text[end..]);
        let rest = rest.trim_start_matches(['*', '_', ')', ']']);
        let is_called = [":", " - ", " \u{2013} ", " \u{2014} "].iter().any(|it| rest.starts_with(it));
        Some(Led { names, rest: rest.trim_start_matches([' ', '*', '_']), is_called })
    }
}

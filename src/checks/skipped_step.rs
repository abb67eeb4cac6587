//! `rules/complete/skipped-step.md`

use std::cell::LazyCell;
use std::collections::{BTreeMap, HashSet};

use crate::document::{Document, Section};
use crate::finding::Findings;
use crate::words::case;
use crate::words::digit::leading_digits;
use crate::words::near;

/// A list of fewer steps may be an excerpt.
const FEWEST: usize = 3;

pub fn check(doc: &Document, found: &mut Findings) {
    // Those that stand below one heading, at one level.
    let mut lists: BTreeMap<_, Vec<(u32, &Section)>> = BTreeMap::new();
    for section in doc.sections() {
        if let Some(number) = number(&section.title) {
            lists.entry((section.parent, section.level)).or_default().push((number, section));
        }
    }
    let named = LazyCell::new(|| named(doc));
    for steps in lists.values().filter(|it| it.len() >= FEWEST && is_counted(it)) {
        for pair in steps.windows(2) {
            let [(before, _), (after, section)] = pair else { continue };
            let missing = before + 1..*after;
            if missing.is_empty() || missing.clone().any(|it| named.contains(&it)) {
                continue;
            }
            let which = match missing.len() {
                1 => format!("Was step {} left out, or is there none?", missing.start),
                _ => format!("Were steps {} to {} left out, or are there none?", missing.start, missing.end - 1),
            };
            found.flag(section.heading, format!("step {before} is the one before it")).asks(which);
        }
    }
}

/// Whether steps are counted from the first, and none comes twice.
fn is_counted(steps: &[(u32, &Section)]) -> bool {
    steps[0].0 <= 1 && steps.windows(2).all(|it| it[0].0 < it[1].0)
}

/// "Step 4: Restore the copy"; "Step 4.1" and "Steps 4-6" are parts of one, and several.
fn number(title: &str) -> Option<u32> {
    let text = title.trim_start_matches(|it: char| !it.is_alphanumeric());
    let rest = case::begins(text, "step ").then(|| &text["step ".len()..])?;
    let digits = leading_digits(rest);
    let mut behind = rest[digits..].chars();
    let (next, further) = (behind.next(), behind.next());
    let goes_on = next.is_some_and(char::is_alphanumeric)
        || next.is_some_and(|it| ".-\u{2013}/".contains(it)) && further.is_some_and(|it| it.is_ascii_digit());
    (1..=2).contains(&digits).then(|| rest[..digits].parse().ok()).flatten().filter(|_| !goes_on)
}

/// The steps that the text tells or names anywhere: "go on with step 4", "Steps 3 to 5".
fn named(doc: &Document) -> HashSet<u32> {
    const JOINTS: &[&str] = &["s", "to", "and", "or", "through"];
    const MOST: usize = 8;
    let text = doc.text().to_ascii_lowercase();
    let mut all = HashSet::new();
    for (at, word) in text.match_indices("step") {
        let words = near::ahead(&text[at + word.len()..]).split(|it: char| !it.is_alphanumeric());
        let words = words.filter(|it| !it.is_empty()).take(MOST);
        // "6a" and "6b" are step 6.
        let number = |it: &str| it.trim_end_matches(|it: char| it.is_ascii_lowercase()).parse::<u32>();
        let numbers = words.map_while(|it| match number(it) {
            Ok(number) => Some(Some(number)),
            Err(_) => JOINTS.contains(&it).then_some(None),
        });
        let numbers: Vec<u32> = numbers.flatten().filter(|it| *it < 100).collect();
        all.extend(numbers.iter().copied());
        all.extend(numbers.windows(2).flat_map(|it| it[0]..it[1]));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Source;

    #[test]
    fn headings_of_steps_are_numbered() {
        assert_eq!(number("Step 4: Restore the copy"), Some(4));
        assert_eq!(number("**STEP 4** - Restore"), Some(4));
        assert_eq!(number("Step 4. Restore"), Some(4));
        assert_eq!(number("Step 4.1: Restore"), None);
        assert_eq!(number("Step 4-6: Restore"), None);
        assert_eq!(number("Step 4b"), None);
        assert_eq!(number("Steps"), None);
    }

    #[test]
    fn steps_are_named_alone_and_in_spans() {
        let source = Source::unnamed("a.md", "Go on with step 4. Steps 6\u{2013}8 and 11, then stepping 20.\n");
        let mut named: Vec<u32> = named(&Document::new(&source)).into_iter().collect();
        named.sort_unstable();
        assert_eq!(named, [4, 6, 7, 8, 9, 10, 11]);
    }
}

//! Every address of a rule names a page of this checkout, and a section of it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use pingless::report::url;
use pingless::rule::{Catalog, Check};

use crate::sample;

/// The anchors that GitHub gives to the headings of a page: letters, digits, hyphens and underscores of the heading in
/// lower case, a space as a hyphen, and a number for the second of a name.
fn anchors(page: &str) -> BTreeSet<String> {
    let mut anchors = BTreeSet::new();
    let mut fence = None;
    for line in page.lines() {
        let ticks = line.bytes().take_while(|it| *it == b'`').count();
        match fence {
            Some(open) if ticks >= open => fence = None,
            Some(_) => {}
            None if ticks >= 3 => fence = Some(ticks),
            None => {
                let Some(heading) = line.trim_start_matches('#').strip_prefix(' ').filter(|_| line.starts_with('#'))
                else {
                    continue;
                };
                let kept = heading.trim().to_lowercase();
                let kept = kept.chars().filter(|it| it.is_alphanumeric() || matches!(it, ' ' | '-' | '_'));
                let anchor = kept.collect::<String>().replace(' ', "-");
                let number = (1..).find(|number| !anchors.contains(&format!("{anchor}-{number}"))).unwrap_or(1);
                let taken = anchors.contains(&anchor);
                anchors.insert(if taken { format!("{anchor}-{number}") } else { anchor });
            }
        }
    }
    anchors
}

#[test]
fn every_address_is_there() {
    let catalog = Catalog::builtin();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut needs = 0;
    for rule in &catalog.rules {
        let url = url::rule(rule, &catalog).unwrap_or_else(|| panic!("{} has no address", rule.id));
        let below = url.strip_prefix("https://github.com/pingless/pingless/blob/main/").expect("it is ours");
        let (path, anchor) = below.split_once('#').map_or((below, None), |(path, anchor)| (path, Some(anchor)));
        let page = fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{}: {path}: {error}", rule.id));
        // A need that nobody explains is one that its page only looks for.
        assert!(anchor.is_none() || matches!(rule.check, Check::Need { .. }), "{url}");
        if let Some(anchor) = anchor {
            needs += 1;
            assert!(anchors(&page).contains(anchor), "{}: {path} has no section #{anchor}", rule.id);
        }
    }
    assert!(needs > 100, "only {needs} needs");
}

#[test]
fn a_page_of_ones_own_has_no_address() {
    let catalog = sample::catalog();
    for id in [sample::RULE, sample::NEED] {
        assert_eq!(url::of(id, &catalog), None, "{id}");
    }
    assert_eq!(url::of("no-such-rule", &catalog), None);
}

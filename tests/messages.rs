//! What incident updates, handoffs and requests state, what is missed of them, and the rules that miss several things at
//! once.

use pingless::config::Policy;
use pingless::lint;
use pingless::rule::Catalog;
use pingless::settle::Checked;
use pingless::text::{Origin, Source};

fn checked(kind: &str, text: &str, catalog: &Catalog) -> Checked {
    let mut source = Source::unnamed("message.md", text);
    source.kind = Some(kind.to_owned());
    let policy = Policy { pedantic: true, ..Policy::default() };
    lint::check(&source, catalog, &policy)
}

/// The states of the named slots: `+` present, `~` partial, `-` absent.
#[track_caller]
fn slots(kind: &str, text: &str, wanted: &str) {
    let checked = checked(kind, text, &Catalog::builtin());
    for word in wanted.split_whitespace() {
        let (mark, name) = word.split_at(1);
        let state = checked.slots.iter().find(|it| it.slot == name).map(|it| it.state.word());
        let expected = match mark {
            "+" => "present",
            "~" => "partial",
            _ => "absent",
        };
        assert_eq!(state, Some(expected), "{name} of\n{text}");
    }
}

fn rules(kind: &str, text: &str) -> Vec<String> {
    checked(kind, text, &Catalog::builtin()).findings.into_iter().map(|it| it.rule).collect()
}

#[test]
fn an_update_tells_a_time_from_a_promise() {
    let open = "2026-11-20 09:05 UTC\n\nSearch in EU1 is slow and we are looking into it.";
    slots("incident-update", open, "+state +affected +as-of-time +time-zone -next-update -workaround");
    slots("incident-update", &format!("{open} We will keep you posted."), "~next-update");
    slots(
        "incident-update",
        &format!("{open} Next update by 09:35 UTC. Please use the old search."),
        "+next-update +workaround",
    );
}

#[test]
fn only_an_open_incident_owes_a_next_update() {
    let asks = |text: &str| rules("incident-update", text).contains(&"incident-update.next-update".to_owned());
    assert!(asks("Search in EU1 is slow and we are looking into it since 09:05 UTC."));
    assert!(asks("---\ntitle: Search\nresolved: false\n---\n\nSearches in EU1 time out since 09:05 UTC.\n"));
    assert!(!asks("Search in EU1 is back to normal since 10:12 UTC."));
    assert!(!asks("The mail server will be restarted on 2026-11-22 at 05:00 UTC."));
    assert!(!asks("---\ntitle: Search\nresolved: true\n---\n\nWe are looking into slow searches in EU1, 09:05 UTC.\n"));
}

/// A forge takes them out before anybody reads the message; in a file they are words.
#[test]
fn commands_for_a_forge_are_no_words_of_a_message() {
    let text = "The export writes a file now.\n\n/label ~bug\n/due by EOD tomorrow\n";
    let asks = |source: &Source| {
        let found = lint::check(source, &Catalog::builtin(), &Policy::default());
        found.findings.iter().any(|it| it.rule == "ambiguous-deadline")
    };
    assert!(!asks(&Source::new("message.md", text, Origin::Message)));
    assert!(asks(&Source::file("a.md", text)));
}

#[test]
fn the_newest_update_counts_wherever_it_stands() {
    let page = |first: &str, second: &str| {
        format!(
            "---\ntitle: Search\ndate: 2026-11-20T09:05:00Z\nresolved: true\naffected: [Search]\n---\n\n{first}\n\n---\n\n{second}\n"
        )
    };
    let over = "10:20 UTC\n\nSearches are fast again; this is resolved.";
    let open = "09:05 UTC\n\nSearches take a minute. We are investigating.";
    let late = "11:40 UTC\n\nIt came back, and we are investigating.";
    let contradicts = |text: String| rules("incident-update", &text).contains(&"header-contradicts-body".to_owned());
    assert!(!contradicts(page(over, open)), "newest first");
    assert!(!contradicts(page(open, over)), "oldest first");
    assert!(contradicts(page(late, over)), "open again, newest first");
    assert!(contradicts(page(over, late)), "open again, oldest first");
}

#[test]
fn what_is_missed_together_is_missed_once() {
    let about = "# Billing - Handoff\n\n## Key files\n\n- `index.rs` builds the index.\n";
    let all = rules("handoff", about);
    assert!(all.contains(&"handoff-gap".to_owned()), "{all:?}");
    assert!(!all.contains(&"handoff.blockers".to_owned()), "{all:?}");
    let one = rules("handoff", &format!("{about}\n## Next step\n\nTurn the index on for the test accounts.\n"));
    assert!(!one.contains(&"handoff-gap".to_owned()), "{one:?}");
    assert!(one.contains(&"handoff.blockers".to_owned()), "{one:?}");
}

#[test]
fn an_instant_has_a_date_a_time_and_a_zone() {
    let handoff = |line: &str| format!("# Billing - Handoff\n\n{line}\n\n## Next step\n\nTurn the index on.\n");
    slots("handoff", &handoff("As of 2026-11-20 17:00 UTC."), "+as-of-time");
    slots("handoff", &handoff("Updated: 2026-11-20T17:00Z"), "+as-of-time");
    slots("handoff", &handoff("Updated on 2026-11-20."), "~as-of-time");
    slots("handoff", &handoff("The index is new."), "-as-of-time");
}

#[test]
fn a_user_page_may_miss_several_things_at_once() {
    let page = |slots: &str| {
        let text = format!(
            "---\nsummary: a handoff without a reason\nquestion: Why?\nlevel: note\nsince: 0.1.0\nkinds: [handoff]\nabsent: {slots}\n---\n\nWhy.\n\n````md bad as=handoff\nDone.\n````\n\n````md good as=handoff\nWe decided to keep both tables, because reports read the first.\n````\n"
        );
        vec![(".pingless/rules/complete/no-reason.md".to_owned(), text)]
    };
    let catalog = Catalog::with_user_pages(&page("[decisions, tried]")).expect("the page is in its form");
    let found = checked("handoff", "The index is built.\n", &catalog).findings;
    assert!(found.iter().any(|it| it.rule == "no-reason"));
    let mistakes = Catalog::with_user_pages(&page("[decision]")).expect_err("there is no such need");
    assert!(mistakes.iter().any(|it| it.message.contains("`decision` is no need of `handoff`")));
}

#[test]
fn a_talk_and_its_address_are_one_question() {
    let text = "Discussed in Discord here:\nhttps://discord.com/channels/77538152526066483/98126000925614085/98126393344278529";
    let talks = |text: &str| rules("request", text).iter().filter(|it| *it == "lost-conversation").count();
    assert_eq!(talks(text), 1);
    assert_eq!(talks(&text.replace("here:", "last week. The other door:")), 2);
}

#[test]
fn a_title_that_names_nothing_is_one_whatever_the_issue_is() {
    let is_vague = |text: &str| {
        let checked = lint::check(&Source::new("issue", text, Origin::Issue), &Catalog::builtin(), &Policy::default());
        checked.findings.iter().any(|it| it.rule == "vague-title")
    };
    assert!(is_vague("# doesnt work\n\nhi, i installed it yesterday and it doesnt work. pls help\n"));
    assert!(is_vague("# ERROR\n\nTraceback (most recent call last):\nTypeError: rate is undefined\n"));
    assert!(!is_vague("# Book close out meeting\n\nWith all who lend a door.\n"));
}

//! What `pingless fill` puts into a text: each open question once, where it belongs, and not a byte of the rest changed.

use pingless::compose::fill::{self, Filled};
use pingless::config::Policy;
use pingless::lint;
use pingless::rule::Catalog;
use pingless::slot::State;
use pingless::text::Source;
use proptest::prelude::*;

fn source(kind: &str, text: &str) -> Source {
    Source { kind: Some(kind.to_owned()), ..Source::unnamed("a.md", text) }
}

fn filled(catalog: &Catalog, kind: &str, text: &str) -> Filled {
    fill::fill(&source(kind, text), catalog.kind(kind).expect("it is a kind"), |_| true)
}

/// The text without what was put in.
fn without(filled: &Filled) -> String {
    let mut out = String::new();
    let mut at = 0;
    for span in &filled.inserted {
        out.push_str(&filled.text[at..span.start]);
        at = span.end;
    }
    out + &filled.text[at..]
}

/// What `fill` promises of any text.
fn promise(catalog: &Catalog, kind: &str, text: &str) {
    let once = filled(catalog, kind, text);
    assert_eq!(without(&once), text, "more than insertions:\n{:?}", once.text);
    for span in &once.inserted {
        for line in once.text[span.range()].split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()) {
            let is_question =
                line.ends_with('?') && line.contains('#') || line.contains("<!-- ") && line.contains("? -->");
            assert!(is_question || line.starts_with('#'), "{line:?} was put into {text:?}");
        }
    }
    for question in &once.questions {
        assert_eq!(
            once.text.matches(question).count(),
            1 + text.matches(question).count(),
            "{question}: {:?}",
            once.text
        );
    }
    let twice = filled(catalog, kind, &once.text);
    assert_eq!(twice.text, once.text, "it is filled again:\n{text:?}");
}

/// What `inspect` sees in a text is not asked for, whatever was put in above it.
#[test]
fn what_is_said_is_not_asked() {
    let text = "Hey Tomas, I am off from tomorrow.\n\n## Done\n\n- The import.\n\n## Open\n\n- Do we need a queue?\n";
    let filled = filled(&Catalog::builtin(), "handoff", text);
    assert!(filled.text.starts_with("As of: <!-- As of when is this true? -->\n\nHey Tomas"), "{}", filled.text);
    assert!(!filled.text.contains("Is this for me?") && !filled.text.contains("## Open questions"), "{}", filled.text);
}

fn token(catalog: &Catalog) -> impl Strategy<Value = String> + use<> {
    const MARKS: &[&str] = &[
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "  ",
        "\t",
        "# ",
        "## ",
        "### ",
        "- ",
        "1. ",
        "> ",
        "```\n",
        "**",
        "<!-- ",
        " -->",
        "---\n",
        "+++\n",
        "===\n",
        "| a | b |\n|---|---|\n",
        "|",
        "<details>\n<summary>",
        "</summary>\n",
        "</details>\n",
        ": ",
        "TBD",
        "N/A",
        "2026-11-20",
        "10:00 UTC",
        "@ada",
        "word",
        "Sentence. ",
        "Really?",
        "\u{feff}",
        "\u{e9}",
        "\u{1f600}",
        "#",
        "Signed-off-by: A <a@b.c>\n",
        "- Status: accepted\n",
        "date: \n",
        "Owner:\n",
    ];
    let needs = || catalog.kinds.iter().flat_map(|page| &page.needs);
    let fields = needs().flat_map(|need| need.slot.fields.iter().map(|it| it.to_string()));
    let mut words: Vec<String> = needs().flat_map(|need| need.slot.headings.iter().cloned()).chain(fields).collect();
    words.extend(needs().filter_map(|need| need.question().map(str::to_owned)));
    let headings: Vec<String> = words.iter().map(|word| format!("\n## {word}\n")).collect();
    let labels: Vec<String> = words.iter().map(|word| format!("{word}: ")).collect();
    let comments: Vec<String> = words.iter().map(|word| format!("<!-- {word} -->")).collect();
    prop_oneof![
        8 => prop::sample::select(MARKS).prop_map(str::to_owned),
        3 => prop::sample::select(headings),
        3 => prop::sample::select(labels),
        1 => prop::sample::select(comments),
        1 => "\\PC{0,6}",
    ]
}

#[test]
fn any_text_is_kept_and_asked_once() {
    let catalog = Catalog::builtin();
    let kinds: Vec<String> =
        catalog.kinds.iter().filter(|page| page.kind.is_target).map(|page| page.kind.name.to_string()).collect();
    let texts = prop::collection::vec(token(&catalog), 0..40).prop_map(|tokens| tokens.concat());
    proptest!(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) },
        |(text in texts, kind in prop::sample::select(kinds))| promise(&catalog, &kind, &text));
}

#[test]
fn a_filled_text_leaves_nothing_else_to_ask() {
    let catalog = Catalog::builtin();
    let policy = Policy { pedantic: true, ..Policy::default() };
    for page in catalog.kinds.iter().filter(|page| page.kind.is_target) {
        for text in ["", "\n", "# Blue door\n", "# Blue door\n\n## Notes\n\nBlue.\n", "Blue door.\n\nGreen door.\n"] {
            let kind = &page.kind.name;
            promise(&catalog, kind, text);
            let filled = filled(&catalog, kind, text);
            let checked = lint::check(&source(kind, &filled.text), &catalog, &policy);
            let found: Vec<&str> = checked.findings.iter().map(|it| &*it.question).collect();
            let mut expected: Vec<&str> = filled.questions.iter().map(String::as_str).collect();
            expected.sort_by_key(|question| filled.text.find(question));
            assert_eq!(found, expected, "{kind}:\n{}", filled.text);
            let absent = checked.slots.iter().filter(|it| it.state != State::Present).count();
            assert!(absent >= expected.len(), "{kind}:\n{}", filled.text);
        }
    }
}

/// `expected` is `text` with the questions of a kind; `Q:need` stands for the question of a need.
#[track_caller]
fn check(kind: &str, text: &str, expected: &str) {
    let catalog = Catalog::builtin();
    let filled = filled(&catalog, kind, text);
    let mut expected = expected.to_owned();
    let page = catalog.kind(kind).expect("it is a kind");
    // The longest names first: one may begin as another does.
    let mut needs: Vec<_> = page.needs.iter().collect();
    needs.sort_by_key(|need| std::cmp::Reverse(need.slot.name.len()));
    for need in needs {
        expected = expected.replace(&format!("Q:{}", need.slot.name), need.question().unwrap_or_default());
    }
    assert_eq!(filled.text, expected, "\n{}\n", filled.text);
    promise(&catalog, kind, text);
}

const UPDATE: &str =
    "# Storage, 2026-11-20\n\n## Done\n\nMerged the index.\n\n## Next\n\nThe old one goes away next week.\n";

#[test]
fn a_section_goes_behind_the_one_before_it() {
    check(
        "status-update",
        UPDATE,
        "# Storage, 2026-11-20\n\n## Done\n\nMerged the index.\n\n## In progress\n\n<!-- Q:in-progress -->\n\n\
         ## Blocked\n\n<!-- Q:blocked -->\n\n## Next\n\nThe old one goes away next week.\n",
    );
}

#[test]
fn an_item_keeps_its_heading_and_a_heading_its_anchor() {
    let catalog = Catalog::builtin();
    for text in [
        "# Use a queue\n\n- ## Context\n\t- An invoice\n- ## Decision\n\t- We put it\n",
        "# Use a queue\n\n1. ## Context\n\n   An invoice\n2. ## Decision\n\n   We put it\n",
        "# Use a queue\n\n## Context\n\nAn invoice\n\n<a id=\"decision\"></a>\n## Decision\n\nWe put it\n",
        "# Use a queue\n\n## Context\n\nAn invoice\n\n(decision)=\n## Decision\n\nWe put it\n",
    ] {
        let whole =
            text.split("An invoice").nth(1).and_then(|it| it.split("We put it").next()).expect("both stand there");
        let decision = whole.trim_start_matches('\n');
        let filled = filled(&catalog, "adr", text);
        assert!(filled.text.contains(decision), "{decision:?} is torn apart:\n{}", filled.text);
        assert!(filled.text.contains("Considered options"), "{}", filled.text);
    }
}

#[test]
fn lines_end_as_they_did_and_the_byte_order_mark_stays() {
    let text = format!("\u{feff}{}", UPDATE.replace('\n', "\r\n"));
    let expected = "\u{feff}# Storage, 2026-11-20\n\n## Done\n\nMerged the index.\n\n## In progress\n\n\
                    <!-- Q:in-progress -->\n\n## Blocked\n\n<!-- Q:blocked -->\n\n## Next\n\nThe old one goes away next week.\n";
    check("status-update", &text, &expected.replace('\n', "\r\n"));
}

#[test]
fn a_heading_over_nothing_gets_its_question() {
    check(
        "status-update",
        "# Storage, 2026-11-20\n\n## Done\n\nMerged it.\n\n### In progress\n## Blocked\n\n## Next\n\nTBD\n",
        "# Storage, 2026-11-20\n\n## Done\n\nMerged it.\n\n### In progress\n\n<!-- Q:in-progress -->\n\n## Blocked\n\n\
         <!-- Q:blocked -->\n\n## Next\n\nTBD\n\n<!-- Q:next -->\n",
    );
}

#[test]
fn in_mdx_a_question_is_a_comment_of_mdx() {
    let catalog = Catalog::builtin();
    let source =
        Source { kind: Some("adr".to_owned()), ..Source::file("docs/adr/0001-door.mdx", "# Door\n\n## Context\n") };
    let once = fill::fill(&source, catalog.kind("adr").expect("it is a kind"), |_| true);
    assert!(
        once.text.contains("{/* Which problem made this decision necessary? */}") && !once.text.contains("<!--"),
        "{}",
        once.text
    );
    let again = Source { text: once.text.clone(), ..source };
    assert_eq!(fill::fill(&again, catalog.kind("adr").expect("it is a kind"), |_| true).text, once.text);
}

#[test]
fn a_label_of_two_questions_is_written_once() {
    check(
        "adr",
        "# ADR 12: Use a queue\n\n**Context**\n\nIt blocks.\n\n**Decision**\n\nWe will use a queue.\n",
        "# ADR 12: Use a queue\n\n- Status: <!-- Q:status -->\n- Date: <!-- Q:date -->\n- Deciders: <!-- Q:deciders -->\n\n\
         **Context**\n\nIt blocks.\n\n\
         **Considered options** <!-- Q:alternatives-considered --> <!-- Q:rejection-reasons -->\n\n\
         **Decision**\n\nWe will use a queue.\n\n\
         **Consequences** <!-- Q:consequences-positive --> <!-- Q:consequences-negative -->\n",
    );
}

#[test]
fn labels_get_a_label() {
    check(
        "status-update",
        "Friday, 2026-11-20\n\nYesterday: Merged the index. Found\n  two reports.\nBlocked:\n",
        "Friday, 2026-11-20\n\nYesterday: Merged the index. Found\n  two reports.\n\
         In progress: <!-- Q:in-progress -->\nBlocked: <!-- Q:blocked -->\nNext: <!-- Q:next -->\n",
    );
}

const REST: &str = "## Context\n\nIt blocks.\n\n## Considered options\n\n- A queue\n- No queue: rejected, because it blocks.\n\n\
                    ## Decision\n\nWe will use a queue.\n\n## Consequences\n\nOrders get faster. Somebody has to watch the queue.\n";

#[test]
fn the_header_goes_on_as_it_began() {
    for (before, after) in [
        (
            "# Queue\n\n* Status: accepted\n",
            "# Queue\n\n* Status: accepted\n* Date: <!-- Q:date -->\n* Deciders: <!-- Q:deciders -->\n",
        ),
        (
            "# Queue\n\n**Status:** accepted  \n**Deciders:** @ada\n",
            "# Queue\n\n**Status:** accepted  \n**Date:** <!-- Q:date -->  \n**Deciders:** @ada\n",
        ),
        (
            "# Queue\n\n| Status | accepted |\n|---|---|\n| Deciders | @ada |\n",
            "# Queue\n\n| Status | accepted |\n|---|---|\n| Date | <!-- Q:date --> |\n| Deciders | @ada |\n",
        ),
        (
            "---\nstatus: accepted\n---\n\n# Queue\n",
            "---\nstatus: accepted\ndate: # Q:date\ndeciders: # Q:deciders\n---\n\n# Queue\n",
        ),
        (
            "---\nstatus: accepted\ndate:\ndeciders: @ada\n---\n\n# Queue\n",
            "---\nstatus: accepted\ndate: # Q:date\ndeciders: @ada\n---\n\n# Queue\n",
        ),
        (
            "# Queue\n",
            "# Queue\n\n- Status: <!-- Q:status -->\n- Date: <!-- Q:date -->\n- Deciders: <!-- Q:deciders -->\n",
        ),
    ] {
        check("adr", &format!("{before}\n{REST}"), &format!("{after}\n{REST}"));
    }
}

#[test]
fn a_message_gets_its_questions_at_its_end() {
    check(
        "request",
        "@rosa, could you merge #12?\n",
        "@rosa, could you merge #12?\n\n<!-- Q:context -->\n<!-- Q:tried -->\n<!-- Q:deadline -->\n",
    );
}

#[test]
fn blanks_at_the_end_of_a_line_stay_there() {
    check(
        "request",
        "@rosa, could you merge #12?  ",
        "@rosa, could you merge #12?  \n\n<!-- Q:context -->\n<!-- Q:tried -->\n<!-- Q:deadline -->\n",
    );
    check(
        "status-update",
        "# Storage, 2026-11-20\n\n## Done\n\nMerged it.  \n\n## Next  \n\nIt goes away.\t",
        "# Storage, 2026-11-20\n\n## Done\n\nMerged it.  \n\n## In progress\n\n<!-- Q:in-progress -->\n\n## Blocked\n\n\
         <!-- Q:blocked -->\n\n## Next  \n\nIt goes away.\t",
    );
}

#[test]
fn trailers_stay_the_last_lines() {
    check(
        "request",
        "@rosa, could you merge #12 by 2026-11-20 17:00 UTC? I tried it twice.\n\nSigned-off-by: Ada <ada@example.com>\n",
        "@rosa, could you merge #12 by 2026-11-20 17:00 UTC? I tried it twice.\n\n<!-- Q:context -->\n\n\
         Signed-off-by: Ada <ada@example.com>\n",
    );
}

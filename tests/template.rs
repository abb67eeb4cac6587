//! Texts beside the templates that they were made of: what is asked, and what is not.

use std::sync::Arc;

use pingless::config::{Policy, Required};
use pingless::finding::{Confidence, Level};
use pingless::lint;
use pingless::rule::Catalog;
use pingless::settle::Checked;
use pingless::slot::State;
use pingless::template::{Demand, Template};
use pingless::text::{Origin, Source};

const FORM: &str = ".github/ISSUE_TEMPLATE/bug.yml";
const PULL: &str = ".github/pull_request_template.md";
const ADR: &str = "docs/adr/template.md";

fn template(path: &str, text: &str) -> Template {
    Template::parse(&Source::file(path, text)).expect("it is a template")
}

/// What a text leaves unanswered: `rule (line): question`, those of the templates alone.
fn asked(kind: &str, templates: &[(&str, &str)], text: &str) -> Vec<String> {
    let templates: Vec<Arc<Template>> = templates.iter().map(|(path, text)| Arc::new(template(path, text))).collect();
    let paths: Vec<String> = templates.iter().map(|it| it.path.clone()).collect();
    let mut source = Source::unnamed("a.md", text);
    source.kind = Some(kind.to_owned());
    let checked = lint::check(&source, &Catalog::builtin(), &Policy { templates, ..Policy::default() });
    let line = |at: usize| text[..at].matches('\n').count() + 1;
    let ours = checked.findings.iter().filter(|it| paths.iter().any(|path| it.at.text.contains(path.as_str())));
    ours.map(|it| format!("{} ({}): {}", it.rule, line(it.at.span.start), it.question)).collect()
}

/// Every finding by its level and rule.
fn findings(kind: &str, templates: &[(&str, &str)], text: &str) -> Vec<String> {
    let templates: Vec<Arc<Template>> = templates.iter().map(|(path, text)| Arc::new(template(path, text))).collect();
    let mut source = Source::unnamed("a.md", text);
    source.kind = Some(kind.to_owned());
    let checked = lint::check(&source, &Catalog::builtin(), &Policy { templates, ..Policy::default() });
    checked.findings.iter().map(|it| format!("{} {}", it.level.word(), it.rule)).collect()
}

fn demands(path: &str, text: &str) -> Vec<(String, Demand)> {
    template(path, text).parts.into_iter().map(|part| (part.label, part.demand)).collect()
}

fn named(list: &[(&str, Demand)]) -> Vec<(String, Demand)> {
    list.iter().map(|(label, demand)| ((*label).to_owned(), *demand)).collect()
}

#[test]
fn a_section_is_answered_by_its_parts() {
    let template =
        "# Title\n\n## Shelves\n\nThis section is required.\n\n### Height\n\nHow high?\n\n### Width\n\nHow wide?\n";
    let filled = "# Pool\n\n## Shelves\n\n### Height\n\nTwo metres.\n\n### Width\n\nThree.\n";
    assert_eq!(asked("adr", &[(ADR, template)], filled), [""; 0]);
    let empty = "# Pool\n\n## Shelves\n\n### Height\n\n### Width\n";
    assert!(asked("adr", &[(ADR, template)], empty).iter().any(|it| it.starts_with("missing-section (3)")));
}

#[test]
fn a_form_says_what_it_requires() {
    let form = "name: Bug\nbody:\n  - type: markdown\n    attributes: {value: Thanks}\n  - type: input\n    \
                attributes: {label: Version}\n    validations: {required: true}\n  - type: textarea\n    attributes:\n      \
                label: Notes\n  - type: checkboxes\n    attributes:\n      label: Read first\n      options:\n        \
                - label: I read it\n          required: true\n    validations: {required: true}\n";
    let expected = [("Version", Demand::Required), ("Notes", Demand::Optional), ("Read first", Demand::Optional)];
    assert_eq!(demands(FORM, form), named(&expected));
}

#[test]
fn a_word_for_nothing_is_no_answer_where_a_form_requires_one() {
    let form = "name: Bug\nbody:\n  - type: textarea\n    attributes: {label: Shelf of the lamp}\n    \
                validations: {required: true}\n  - type: dropdown\n    attributes: {label: Plugin}\n    \
                validations: {required: true}\n  - type: textarea\n    attributes:\n      label: Other lamps\n      \
                placeholder: or None\n    validations: {required: true}\n";
    let text = |shelf: &str| {
        format!(
            "# The lamp is dark\n\n### Shelf of the lamp\n\n{shelf}\n\n### Plugin\n\nNone\n\n### Other lamps\n\nNone\n"
        )
    };
    for nothing in ["na", "N/A", "None.", "_n/a_"] {
        let asked = asked("bug-report", &[(FORM, form)], &text(nothing));
        assert_eq!(asked.len(), 1, "{nothing}: {asked:#?}");
        assert!(asked[0].starts_with("missing-section (3)"), "{asked:#?}");
    }
    assert_eq!(asked("bug-report", &[(FORM, form)], &text("The third")), [""; 0]);
    let version =
        "name: Bug\nbody:\n  - type: input\n    attributes: {label: Version}\n    validations: {required: true}\n";
    let asked = asked("bug-report", &[(FORM, version)], "# The lamp is dark\n\n### Version\n\nn/a\n");
    assert!(asked.iter().any(|it| it.starts_with("bug-report.version (3)")), "{asked:#?}");
}

#[test]
fn a_box_that_a_form_requires_is_ticked() {
    let form = "name: Bug\nbody:\n  - type: checkboxes\n    attributes:\n      label: Before you send\n      options:\n        \
                - label: I read the guide\n          required: true\n        - label: I can help\n";
    let text = |mark: &str| {
        format!("# The lamp is dark\n\n### Before you send\n\n- [{mark}] I read the guide\n- [ ] I can help\n")
    };
    let open = asked("bug-report", &[(FORM, form)], &text(" "));
    assert_eq!(open, ["missing-section (3): Is it so?"]);
    assert_eq!(asked("bug-report", &[(FORM, form)], &text("x")), [""; 0]);
}

#[test]
fn a_form_that_is_none_says_where() {
    let broken = |text: &str| Template::parse(&Source::file(FORM, text)).expect_err("it is no form");
    assert_eq!(broken("name: Bug\nbody:\n  - type: input\n   attributes: x\n").line, 4);
    let bodiless = broken("name: Bug\n");
    assert!(bodiless.message.contains("body"), "{}", bodiless.message);
    assert!(
        template(FORM, "body:\n  - type: input\n    id: a\n    id: b\n    attributes: {label: x}\n").parts.len() == 1
    );
}

#[test]
fn markdown_says_what_may_be_left_out() {
    let text = "## What changes?\n\n## Risk (optional)\n\n## Screenshots\n\n<!-- if the page changes -->\n\n\
                **Rollback plan [required]**\n\n## Tick\n\n- [ ] I read it\n\n## Testing *\n";
    let expected = [
        ("What changes?", Demand::Expected),
        ("Risk", Demand::Optional),
        ("Screenshots", Demand::Optional),
        ("Rollback plan", Demand::Required),
        ("Tick", Demand::Optional),
        ("Testing", Demand::Required),
    ];
    assert_eq!(demands(PULL, text), named(&expected));
}

#[test]
fn a_title_and_a_heading_over_headings_ask_for_nothing() {
    let text = "# Decision record\n\n- Status: [proposed | accepted]\n\n## Options\n\n### First\n\n### Second\n";
    let expected = [
        ("Decision record", Demand::Optional),
        ("Status", Demand::Expected),
        ("Options", Demand::Optional),
        ("First", Demand::Expected),
        ("Second", Demand::Expected),
    ];
    assert_eq!(demands(ADR, text), named(&expected));
}

const STEPS: &str = "name: Bug\nlabels: [bug]\nbody:\n  - type: textarea\n    attributes:\n      label: Steps to reproduce\n      \
                     value: |\n        1.\n        2.\n      render: text\n    validations: {required: true}\n  - type: input\n    \
                     attributes: {label: Shelf number in the north warehouse}\n    validations: {required: true}\n";

#[test]
fn what_the_form_put_there_is_no_answer() {
    let text =
        "### Steps to reproduce\n\n```text\n1.\n2.\n```\n\n### Shelf number in the north warehouse\n\n_No response_\n";
    let catalog = Catalog::builtin();
    let steps = catalog.rule("bug-report.steps-to-reproduce").map_or("", |rule| &*rule.told.question);
    let expected = [
        format!("unfilled-template (1): {steps}"),
        "missing-section (8): What belongs under \u{201c}Shelf number in the north warehouse\u{201d}?".to_owned(),
    ];
    assert_eq!(asked("bug-report", &[(FORM, STEPS)], text), expected);
}

#[test]
fn a_word_more_than_the_form_put_there_is_an_answer() {
    let text =
        "### Steps to reproduce\n\n1. Open order 4711.\n2.\n\n### Shelf number in the north warehouse\n\nthe 3rd\n";
    assert!(asked("bug-report", &[(FORM, STEPS)], text).is_empty());
}

#[test]
fn a_label_in_other_words_is_the_same_label() {
    let text =
        "### How to reproduce\n\n1. Open order 4711.\n2. Print it.\n\n### Shelf number in our north warehouse\n\n12\n";
    assert!(asked("bug-report", &[(FORM, STEPS)], text).is_empty());
}

#[test]
fn steps_in_prose_are_steps() {
    let text = "I opened order 4711 and pressed \"Print\"; it says `no paper`.\n";
    assert!(asked("bug-report", &[(FORM, STEPS)], text).is_empty());
}

#[test]
fn a_text_is_measured_by_the_template_that_it_was_made_of() {
    let other = "name: Printer bug\nlabels: [bug]\nbody:\n  - type: input\n    attributes: {label: Printer}\n    \
                 validations: {required: true}\n  - type: input\n    attributes: {label: Paper}\n    validations: {required: true}\n";
    let forms = [(FORM, STEPS), (".github/ISSUE_TEMPLATE/printer.yml", other)];
    let text = "### Printer\n\nThe one in the hall\n\n### Paper\n\n_No response_\n";
    assert_eq!(asked("bug-report", &forms, text), ["missing-section (5): What belongs under \u{201c}Paper\u{201d}?"]);
    assert!(asked("bug-report", &forms, "It prints nothing.\n").is_empty(), "nobody knows which of the two it is");
    assert!(asked("request", &forms, text).is_empty(), "a request is made of no issue form");
}

#[test]
fn the_usual_template_is_meant_where_others_are_chosen() {
    let risk = "## Risk (required)\n";
    let other = (".github/PULL_REQUEST_TEMPLATE/release.md", "## Release notes (required)\n");
    let text = "The limit was counted twice.\n\n## Risk\n";
    let expected = ["missing-section (3): What belongs under \u{201c}Risk\u{201d}?"];
    assert_eq!(asked("pull-request", &[other, (PULL, risk)], text), expected);
}

#[test]
fn an_untouched_template_gets_one_error() {
    let words = "Say what you change, and for whom.\n\n<!-- Thank you. -->\n";
    let headings =
        "## Why (required)\n\n<!-- Which problem? -->\n\n## Testing\n\n- [ ] I ran the tests\n\nFixes #(issue)\n";
    let comments = "<!-- Say what you change,\nand for whom. -->\n";
    let top = "# Description\n\nPlease include a summary of the change.\n\n# Risk\n\nTODO\n";
    let expected = ["untouched-template (1): What is this about?"];
    for template in [words, headings, comments, top] {
        let windows = template.replace('\n', "\r\n");
        for text in [template, &windows, &format!("# Rework the pool\n\n{template}"), &format!("# Rework\n\n{windows}")]
        {
            assert_eq!(asked("pull-request", &[(PULL, template)], text), expected, "{text}");
            assert_eq!(findings("pull-request", &[(PULL, template)], text), ["error untouched-template"], "{text}");
        }
        let answered = format!("# Rework the pool\n\nTasks waited for each other at noon.\n\n{template}");
        assert!(
            !findings("pull-request", &[(PULL, template)], &answered).contains(&"error untouched-template".to_owned())
        );
    }
    let issue = ".github/ISSUE_TEMPLATE/bug.md";
    let form = format!("---\nname: Bug\nabout: Something fails\n---\n\n{headings}");
    assert_eq!(findings("bug-report", &[(issue, &form)], headings), ["error untouched-template"]);
}

#[test]
fn documents_older_than_their_template_are_not_measured_by_it() {
    let adr = "# [title]\n\n## Context\n\n## Decision\n\n## Consequences\n\n## Security (required)\n";
    let old = "# 1. Keep the queue\n\n## Problem\n\nRestarts lose orders.\n\n## Decision\n\nWe keep the queue.\n";
    assert!(asked("adr", &[(ADR, adr)], old).is_empty());
    let new = "# 1. Keep the queue\n\n## Context\n\nRestarts lose orders.\n\n## Decision\n\nWe keep the queue.\n\n\
               ## Consequences\n\nOrders get slower, and none is lost.\n";
    let expected = ["missing-section (1): What belongs under \u{201c}Security\u{201d}?"];
    assert_eq!(asked("adr", &[(ADR, adr)], new), expected);
}

#[test]
fn an_exception_covers_what_a_template_asks() {
    let text = "<!-- pingless: allow-file missing-section: the hall has one shelf -->\n\n### Steps to reproduce\n\n\
                1. Open order 4711.\n\n### Shelf number in the north warehouse\n";
    assert!(asked("bug-report", &[(FORM, STEPS)], text).is_empty());
}

#[test]
fn a_message_with_the_headings_of_a_form_is_what_the_form_is_for() {
    let kind = |text: &str, templates: &[(&str, &str)]| {
        let templates = templates.iter().map(|(path, text)| Arc::new(template(path, text))).collect();
        let source = Source { origin: Origin::Message, ..Source::unnamed("<stdin>", text) };
        let checked = lint::check(&source, &Catalog::builtin(), &Policy { templates, ..Policy::default() });
        checked.recognised.sure().map(str::to_owned)
    };
    let text = "### Steps to reproduce\n\nPrint it.\n\n### Shelf number in the north warehouse\n\n12\n";
    assert_eq!(kind(text, &[(FORM, STEPS)]).as_deref(), Some("bug-report"));
    assert_eq!(kind(text, &[]).as_deref(), Some("request"));
    let told = format!("<!-- pingless: kind=request -->\n{text}");
    assert_eq!(kind(&told, &[(FORM, STEPS)]).as_deref(), Some("request"));
    assert_eq!(kind("Could you look at shelf 12?\n", &[(FORM, STEPS)]).as_deref(), Some("request"));
}

/// Says nothing that anybody could ask for, in any kind of document.
const NOTHING: &str = "The sky is blue over the old shop.\n";

fn required(kind: &str, slot: &str, text: &str) -> Checked {
    let required = Required { kind: kind.to_owned(), slot: slot.to_owned(), line: "pingless.toml:2".to_owned() };
    let mut source = Source::unnamed("a.md", text);
    source.kind = Some(kind.to_owned());
    lint::check(&source, &Catalog::builtin(), &Policy { required: vec![required], ..Policy::default() })
}

#[test]
fn every_slot_can_be_required_and_excepted() {
    let catalog = Catalog::builtin();
    let mut seen = Vec::new();
    for page in catalog.kinds.iter().filter(|page| !page.quiet) {
        let kind = &page.kind.name;
        for need in page.needs.iter().filter(|need| need.is_askable()) {
            let slot = &need.slot.name;
            let checked = required(kind, slot, NOTHING);
            let state = checked.slots.iter().find(|answer| answer.slot == *slot).map(|answer| answer.state);
            if state != Some(State::Absent) {
                continue;
            }
            let rule = format!("{kind}.{slot}");
            let found: Vec<_> = checked.findings.iter().filter(|it| it.rule == rule).collect();
            let [finding] = found.as_slice() else { panic!("{rule}: {found:?}") };
            assert!(finding.level >= Level::Warn && finding.confidence == Confidence::High, "{finding:?}");
            assert_eq!(Some(&*finding.question), need.question());
            let excepted = format!("<!-- pingless: allow-file {rule}: we know -->\n\n{NOTHING}");
            let checked = required(kind, slot, &excepted);
            assert!(checked.findings.iter().all(|it| it.rule != rule && it.rule != "unused-allow"), "{rule}");
            seen.push(rule);
        }
    }
    for promised in [
        "bug-report.steps-to-reproduce",
        "bug-report.hypothesis",
        "meeting-notes.action-items-have-owner",
        "postmortem.action-items-all-have-owner",
        "request.deadline",
        "request.addressee",
    ] {
        assert!(seen.iter().any(|rule| rule == promised), "{promised} is not asked for");
    }
}

#[test]
fn a_required_slot_is_silent_where_it_is_stated() {
    let texts = [
        ("bug-report", "steps-to-reproduce", "1. Open order 4711.\n2. Press \"Print\".\n\nIt says `no paper`.\n"),
        ("bug-report", "hypothesis", "The printer says `no paper`. I suspect that its sensor is dirty.\n"),
        ("request", "deadline", "@rosa, please approve order 4711 by 2026-11-20 17:00 UTC.\n"),
        ("request", "addressee", "@rosa, please approve order 4711 by 2026-11-20 17:00 UTC.\n"),
        ("meeting-notes", "action-items-have-owner", "## Action items\n\n- @rosa: watch the queue until 2026-11-27\n"),
    ];
    for (kind, slot, text) in texts {
        let rule = format!("{kind}.{slot}");
        let checked = required(kind, slot, text);
        assert!(checked.findings.iter().all(|it| it.rule != rule), "{rule}: {:?}", checked.findings);
    }
}

#[test]
fn what_a_template_says_to_everybody_is_no_reason() {
    let told = "Before we can merge this, please make sure that all of the following are checked off.";
    let form = format!("## Description\n\ncloses: #XXXX\n\n---\n\n{told}\n\n- [ ] Wrote tests\n");
    let text = |said: &str| {
        format!(
            "# Simplify how slots are lent\n\n## Description\n\n{said}closes: #1395\n\n---\n\n{told}\n\n- [ ] Wrote tests\n"
        )
    };
    let is_asked =
        |text: &str| findings("pull-request", &[(PULL, &form)], text).contains(&"warn opaque-link".to_owned());
    assert!(is_asked(&text("")));
    assert!(!is_asked(&text("Tenants waited for the one slot that the migration held, so each has its own.\n\n")));
}

#[test]
fn an_empty_description_comes_before_other_holes() {
    let form = "## Description\n\n<!-- Describe it -->\n\n## Related issues\n\n* Closes #XXXX\n\n## Risk\n";
    let text = |said: &str| {
        format!(
            "# Lend slots\n\n## Description\n\n{said}\n\n## Related issues\n\n* Closes #XXXX\n\n## Risk\n\nIt may be slow.\n"
        )
    };
    let first = |text: &str| asked("pull-request", &[(PULL, form)], text);
    assert_eq!(
        first(&text("It lends slots.")),
        ["unfilled-template (7): What belongs under \u{201c}Related issues\u{201d}?"]
    );
    let empty = text("<!-- Describe it -->");
    assert_eq!(findings("pull-request", &[(PULL, form)], &empty), ["warn unfilled-template"]);
    let mut source = Source::unnamed("a.md", &empty);
    source.kind = Some("pull-request".to_owned());
    let templates = vec![Arc::new(template(PULL, form))];
    let checked = lint::check(&source, &Catalog::builtin(), &Policy { templates, ..Policy::default() });
    let at = checked.findings[0].at.span.start;
    assert_eq!(&empty[at..at + "Description".len()], "Description");
}

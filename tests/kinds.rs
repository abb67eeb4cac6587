//! What sort of document a text is, told by its path, its form or its wording, and how loudly its rules then speak.

use std::sync::Arc;

use pingless::config::Policy;
use pingless::finding::Level;
use pingless::kind::{By, SURE};
use pingless::lint;
use pingless::rule::Catalog;
use pingless::settle::Checked;
use pingless::template::Template;
use pingless::text::{Origin, Source};

const FAULT: &str = "# Export crashes with an error when I click Save

It worked in 2.2, and since the update to 2.3 it crashes every time. Steps to reproduce: open a report, click Export,
then Save. Expected is a file, and I get `TypeError: rows is undefined` instead.
";

const WISH: &str = "# Add an option to sort the list by date

It would be nice to have an option that sorts the list by date. Currently there is no way to do it, and users with
many reports have to scroll. My proposal is a switch beside the filter.
";

const QUESTION: &str = "# How can I sort the list by date?

Hi, I am new to this and I don't know how to sort the list. Is it possible? Can anyone help me? Thanks in advance!
";

const PAGE: &str = "# Export

The export writes a file for each report. See [the formats](formats.md).

## Configuration

Set `export.path` to the folder that the files go to.
";

fn checked(source: &Source) -> Checked {
    let policy = Policy { pedantic: true, ..Policy::default() };
    lint::check(source, &Catalog::builtin(), &policy)
}

#[track_caller]
fn check(source: &Source, kind: Option<&str>) -> Checked {
    let checked = checked(source);
    assert_eq!(checked.recognised.kind.as_deref(), kind, "{:?}", checked.recognised);
    checked
}

#[test]
fn wording_tells_a_text_without_a_name() {
    for (text, kind) in [(FAULT, "bug-report"), (WISH, "feature-request"), (QUESTION, "question")] {
        let found = check(&Source::unnamed("text", text), Some(kind));
        assert_eq!(found.recognised.by, By::Wording);
        assert!(!found.recognised.because.is_empty(), "{kind}");
    }
    check(&Source::unnamed("text", PAGE), None);
}

/// The headings that a forge's own template for bugs has.
#[test]
fn headings_with_a_word_in_italics_are_those_of_a_form() {
    let text = "### Summary\n\nThe export hangs.\n\n### Steps to reproduce\n\n1. Click Export\n\n\
                ### What is the current *bug* behavior?\n\nIt hangs.\n\n\
                ### What is the expected *correct* behavior?\n\nA file is written.\n";
    let found = check(&Source::file("a.md", text), Some("bug-report"));
    assert_eq!(found.recognised.by, By::Name);
}

#[test]
fn a_title_may_name_a_kind_and_be_of_another() {
    let steps = "When it is over, list who was affected, and draft the action items.\n";
    for (path, title, kind) in [
        ("docs/incidents/after-incident.md", "After the incident", None),
        ("docs/incidents/2026-11-18.md", "The incident of 2026-11-18", Some("postmortem")),
        ("skills/adr/contract.md", "`/adr`: what the command takes", None),
        ("docs/findings/s5.md", "S5: Large output (ADR-0024)", None),
        ("docs/adr-24.md", "ADR-0024: Spill large output", Some("adr")),
        ("network/adr007-spill/TEST.mdx", "ADR 007 – Test scenarios of large output", None),
    ] {
        let text = format!("# {title}\n\n{steps}\n## Consequences\n\nIt takes longer.\n");
        let source = Source::file(path, text);
        assert_eq!(checked(&source).recognised.sure(), kind, "{title}");
    }
}

#[test]
fn a_page_of_one_release_is_a_changelog_in_a_folder_of_them() {
    for (path, kind) in [
        ("docs/releases/v2.4.0.mdx", Some("changelog")),
        ("releases/2.4.0.md", Some("changelog")),
        ("docs/releases/v2.4.0-checklist.md", None),
        ("docs/releases/v2-plan.md", None),
        ("docs/releases/v2-migration-plan-2027.md", None),
        ("docs/releases/v2.0-postmortem-12.md", None),
        ("docs/releases/2026-11-20.md", None),
        ("docs/v2.4.0.md", None),
    ] {
        check(&Source::file(path, "# Drawers\n\nThey close by themselves.\n"), kind);
    }
}

#[test]
fn a_title_that_numbers_one_or_names_its_day_needs_no_folder() {
    let told = |text: &str, kind| {
        let recognised = checked(&Source::file("notes/a.md", text.to_owned())).recognised;
        assert_eq!(recognised.sure(), kind, "{text}");
    };
    told(
        "# ADR 0012: Two pools\n\nStatus: accepted\n\nWe split the pool, because imports starve reads.\n",
        Some("adr"),
    );
    told("# Runbook: the queue is full\n\n## Rollback\n\nRestore the copy.\n", Some("runbook"));
    told("# Handover to Lena\n\n**Date:** 2026-11-20\n\nThe importer reads half of the files.\n", Some("handoff"));
    told("# 2026-11-20\n\n## In attendance\n\nAda, Ben\n", Some("meeting-notes"));
    told("# March 9, 2026 minutes\n\nShort today: nothing was decided.\n", Some("meeting-notes"));
    told("# Meeting minutes 2/22/20\n\n## Intake\n\nAll was written.\n", Some("meeting-notes"));
    told("# Meeting notes\n\n## 27/11/2022\n\n- a\n\n## 4/12/2022\n\n- b\n", Some("meeting-notes"));
    told("# Meeting notes\n\n## How to write them\n\n- a\n\n## Where\n\n- b\n", None);
    told("---\ntype: adr\n---\n\n# Adopt a root layout\n\nWe migrate.\n", Some("adr"));
    told("---\ntype: page\n---\n\n# Adopt a root layout\n\nWe migrate.\n", None);
    // What speaks of them is none.
    told("# RFC 9110: HTTP semantics\n\nA summary for those who write a client.\n", None);
    told("# August 2026 update\n\nWe have a new office.\n", None);
    told("# ADR 12 in one page\n\nWhat it means for you.\n", None);
}

#[test]
fn a_doubt_names_the_kind_that_the_title_says_most_of() {
    let because =
        checked(&Source::file("a.md", "# Incident update: API errors\n\nWe look into it.\n")).recognised.because;
    assert_eq!(because[0], "its title says \u{201c}Incident update\u{201d}, not enough alone for `incident-update`");
}

#[test]
fn a_verdict_names_its_cues() {
    let because = check(&Source::unnamed("text", WISH), Some("feature-request")).recognised.because;
    assert!(because.iter().any(|it| it.contains("\u{201c}Add\u{201d}")), "{because:?}");
}

#[test]
fn a_folder_of_a_tracker_leaves_only_which_sort() {
    let found = check(&Source::file("export/issues/17.md", PAGE), Some("feature-request"));
    assert!(found.recognised.because[0].contains("issues"), "{:?}", found.recognised.because);
    check(&Source::file("export/pulls/17.md", PAGE), Some("pull-request"));
    check(&Source::file("docs/export.md", PAGE), None);
}

#[test]
fn a_message_without_a_title_is_a_request_whatever_its_words() {
    let body = FAULT.split_once("\n\n").map_or("", |(_, body)| body);
    let message = |text: &str| Source { origin: Origin::Message, ..Source::unnamed("<stdin>", text) };
    check(&message(body), Some("request"));
    check(&message(FAULT), Some("bug-report"));
}

#[test]
fn who_only_complains_reports_a_fault_however_short() {
    let told = |origin: Origin, text: &str| checked(&Source { origin, ..Source::unnamed("<stdin>", text) });
    let kind = |origin: Origin, text: &str| told(origin, text).recognised.sure().map(str::to_owned);
    let report = Some("bug-report".to_owned());
    let issue = "# Export\n\nThe export is broken again, please fix it.\n";
    assert_eq!(kind(Origin::Issue, issue), report);
    let asked = told(Origin::Issue, issue).findings.iter().any(|it| it.rule == "nothing-to-search-for");
    assert!(asked, "it is asked what there is to search for");
    for text in ["prod is down", "it is broken again, please fix"] {
        assert_eq!(kind(Origin::Message, text), report, "{text}");
        assert!(told(Origin::Message, text).findings.iter().any(|it| it.rule == "nothing-to-search-for"), "{text}");
    }
    for text in ["The build is broken, I'm on it.", "prod is down, see https://example.com/9", "Is prod down?"] {
        assert_eq!(kind(Origin::Message, text), Some("request".to_owned()), "{text}");
    }
    assert_ne!(kind(Origin::Unnamed, "prod is down"), report);
}

#[test]
fn an_issue_of_words_that_fit_every_fault_is_one() {
    let told = |text: &str| checked(&Source { origin: Origin::Issue, ..Source::unnamed("issue", text) });
    let kind = |text: &str| told(text).recognised.sure().map(str::to_owned);
    for text in ["# Bug\n\nNothing happens\n", "# slow\n\nvery slow\n", "# It doesn't work\n\nIt just does not work.\n"]
    {
        assert_eq!(kind(text).as_deref(), Some("bug-report"), "{text}");
        for rule in ["nothing-to-search-for", "vague-title"] {
            assert!(told(text).findings.iter().any(|it| it.rule == rule), "{rule}: {text}");
        }
    }
    assert_eq!(kind("# Help\n\nI need help with this\n").as_deref(), Some("question"));
    let told = told("# Login\n\nFails with E4031 on Android 13\n");
    assert!(!told.findings.iter().any(|it| it.rule == "nothing-to-search-for"), "a code can be looked up");
}

#[test]
fn a_kind_told_by_wording_alone_fails_nobody() {
    let complaint = "# [Bug] Export crashes, bug bug bug\n\n### Issue type\n\nBug\n";
    let mut policy = Policy { pedantic: true, ..Policy::default() };
    policy.levels.push([("bug-report.environment".to_owned(), Level::Error)].into_iter().collect());
    let level = |source: &Source| {
        let checked = lint::check(source, &Catalog::builtin(), &policy);
        assert!(checked.recognised.confidence >= SURE, "{:?}", checked.recognised);
        checked.findings.iter().find(|it| it.rule == "bug-report.environment").map(|it| it.level)
    };
    let guessed = Source::unnamed("text", complaint);
    assert_eq!(level(&guessed), Some(Level::Note));
    assert_eq!(level(&Source { kind: Some("bug-report".to_owned()), ..guessed }), Some(Level::Error));
}

#[test]
fn a_page_says_that_its_documents_tell_what_was() {
    let page = |is: &str| {
        let text = format!(
            "---\nsummary: what a shift saw\nsince: 0.1.0\nis: [{is}]\n---\n\nA report of one shift.\n\n\
             ````md good\n# Shift\n\nAll was quiet.\n````\n"
        );
        [("rules/document/shift-report.md".to_owned(), text)]
    };
    let told = |source: Source, pages: &[(String, String)]| {
        let catalog = Catalog::with_user_pages(pages).expect("the page is in its form");
        lint::check(&source, &catalog, &Policy::default()).recognised
    };
    let shift = Source { kind: Some("shift-report".to_owned()), ..Source::unnamed("text", PAGE) };
    assert!(told(shift.clone(), &page("story")).is_story);
    assert!(!told(shift, &page("")).is_story);
    let notes = Source::file("meetings/2026-11-20.md", "# Weekly sync\n\n## Attendees\n\nAda, Ben\n");
    assert!(told(notes.clone(), &[]).is_story, "{:?}", told(notes, &[]));
    assert!(!told(Source::file("docs/adr/0001-queue.md", "# 1. A queue\n\n## Status\n\nAccepted\n"), &[]).is_story);

    let mistakes = Catalog::with_user_pages(&page("strange")).expect_err("there is no such trait");
    assert!(mistakes[0].message.contains("strange"), "{}", mistakes[0].message);
    let [(_, text)] = page("story");
    let rule = [("rules/when/shift-report.md".to_owned(), text)];
    let mistakes = Catalog::with_user_pages(&rule).expect_err("a rule is no kind");
    assert!(mistakes[0].message.contains("`is` belongs to a kind of document"), "{}", mistakes[0].message);
}

#[test]
fn a_kind_that_a_template_tells_is_what_its_page_says() {
    let form = "---\nname: Bug report\nabout: Report a bug\n---\n\n## Shop\n\n## Seen by\n\n## Till\n";
    let template =
        Template::parse(&Source::file(".github/ISSUE_TEMPLATE/bug_report.md", form)).expect("it is a template");
    let policy = Policy { templates: vec![Arc::new(template)], ..Policy::default() };
    let text = "# Paper\n\n## Shop\n\nThe one in the north.\n\n## Seen by\n\nAda\n\n## Till\n\nThe second one.\n";
    let issue = Source { origin: Origin::Issue, ..Source::unnamed("text", text) };
    let told = lint::check(&issue, &Catalog::builtin(), &policy).recognised;
    assert_eq!((told.kind.as_deref(), told.is_story), (Some("bug-report"), true), "{told:?}");
}

#[test]
fn one_decision_is_no_log_of_them_whatever_its_file_is_called() {
    let one = "# Storage decisions\n\n## Status\n\nAccepted, 2026-11-20\n\n## Context\n\nInvoices lie in two places.\n\n\
               ## Decision\n\nThey lie in one.\n\n## Consequences\n\nReports come a day later.\n";
    let entry = "## Invoices\n\n### Decision\n\nThey lie in one place.\n\n### Reason\n\nTwo differ.\n\n";
    check(&Source::file("docs/storage-decisions.md", one), Some("adr"));
    check(
        &Source::file("docs/storage-decisions.md", format!("# Storage decisions\n\n{entry}{entry}")),
        Some("decision-log"),
    );
}

#[test]
fn what_was_read_on_the_way_to_a_decision_is_no_decision() {
    let read = "# ADR-12, appendix: queues that were tried\n\n| queue | lost |\n|---|---|\n| the first | 3 |\n";
    check(&Source::file("docs/adr/research/queues.md", read), None);
    check(&Source::file("docs/adr/research/queues.md", read.replace("appendix", "outcome")), Some("adr"));
}

#[test]
fn a_guide_to_any_incident_is_no_report_of_one() {
    let guide =
        "# Reviewing an incident\n\nThe review is held a few days later. Whoever was there tells what they saw.\n";
    check(&Source::file("docs/incidents/review.md", guide), None);
    let report = guide.replace("Reviewing an incident", "Incident of the storage");
    check(&Source::file("docs/incidents/review.md", &report), Some("postmortem"));
}

#[test]
fn a_kind_is_told_by_the_path_however_markdown_ends() {
    for path in ["docs/adr/0001-queue.mdx", "docs/adr/0001-queue.markdown", "docs/adr/0001-queue.MDX"] {
        let found =
            lint::check(&Source::file(path, "# A queue\n\nWe use a queue.\n"), &Catalog::builtin(), &Policy::default());
        assert_eq!(found.recognised.kind.as_deref(), Some("adr"), "{path}");
    }
    let of_day = Source::file("meetings/2026-11-18.mdx", "# Sync\n\n- Ada: ship it\n");
    check(&of_day, Some("meeting-notes"));
}

/// A proposal with a folder of its own is what its text says; the page of the folder of all proposals introduces them.
#[test]
fn a_readme_in_its_own_folder_is_what_it_says() {
    let proposal = "# Cache\n\n## Summary\n\nWe add a cache.\n\n## Motivation\n\n### Goals\n\n- one\n\n### Non-Goals\n\n- two\n\n\
                    ## Proposal\n\nAdd it.\n\n## Design Details\n\nIt is a map.\n\n## Alternatives\n\nNone, because it is small.\n";
    check(&Source::file("enhancements/storage/cache/README.md", proposal), Some("design-doc"));
    check(&Source::file("enhancements/README.md", proposal), Some("readme"));
    check(&Source::file("enhancements/storage/README.md", "# Storage\n\n- [Cache](cache)\n"), Some("readme"));
    check(&Source::file("storage/cache/README.md", proposal), Some("readme"));
}

/// A generator of pages writes the title that stands in the front matter: it is no gap that somebody has to fill.
#[test]
fn a_title_that_is_filled_in_stands_in_the_front_matter() {
    let page = "---\ntitle: Removing a shop\n---\n\n# <%= current.title %>\n\nWhat belongs to it goes as well.\n";
    check(&Source::file("docs/runbooks/removing.md", page), Some("runbook"));
    let of_braces = page.replace("<%= current.title %>", "{{ title }}");
    check(&Source::file("docs/how-to/removing.md", of_braces), Some("how-to"));
    check(&Source::file("docs/runbooks/removing.md", page.replace("<%= current.title %>", "<title>")), None);
}

#[test]
fn the_nearer_of_two_folders_tells_what_a_text_is() {
    let text = "# Queue is full\n\nThis alert is about the queue of the tills.\n\n```sh\ntill lines\n```\n\n\
                ```sh\ntill restart\n```\n";
    check(&Source::file("docs/manual/alerts/queue.md", text), Some("runbook"));
    check(&Source::file("docs/alerts/manual/queue.md", text), Some("how-to"));
}

#[test]
fn in_a_folder_of_runbooks_a_text_that_speaks_of_its_alert_is_one() {
    let text = "# Memory\n\nThis alarm rings while less than a tenth is free.\n";
    check(&Source::file("runbooks/memory.md", text), Some("runbook"));
    check(&Source::file("runbooks/memory.md", "# Memory\n\nThe tills have two gigabytes each.\n"), None);
}

#[test]
fn a_meeting_is_told_by_who_attended_and_by_its_title() {
    let notes = "# 11/20\n\n## Attending\n\n- Ada\n- Omar\n\n## Tills\n\n- Two are slow.\n";
    check(&Source::unnamed("text", notes), Some("meeting-notes"));
    let titled = "# Till team meeting - 2026-11-20\n\n- Two tills are slow.\n";
    check(&Source::file("2026/november.md", titled), Some("meeting-notes"));
    let dated = "# Till WG notes - November 2026\n\n## Slow tills\n\n- Ada: two of them.\n";
    check(&Source::file("notes/2026/2026-11.md", dated), Some("meeting-notes"));
    check(&Source::file("notes/2026/2026-11.md", dated.replace("Till WG notes", "Slow tills")), None);
}

#[test]
fn an_issue_of_a_series_that_tells_what_goes_on_is_an_update() {
    let issue =
        "# Tills weekly #12\n\nHere is what was done in the past week.\n\n## Slow tills\n\nBoth are replaced.\n";
    check(&Source::file("published/012.md", issue), Some("status-update"));
    check(&Source::file("published/012.md", issue.replace("in the past week", "by others")), None);
    check(&Source::file("published/012.md", issue.replace(" #12", "")), None);
}

#[test]
fn a_page_that_says_how_and_tells_what_to_do_is_a_how_to() {
    let page = "# How to move a till\n\n1. Close the drawer.\n2. Pull the plug.\n3. Carry it.\n";
    check(&Source::file("shop/move.md", page), Some("how-to"));
    check(&Source::file("shop/move.md", "# How to move a till\n\nNobody has done it so far.\n"), None);
}

#[test]
fn a_numbered_proposal_is_told_by_its_name_where_its_text_shows_it() {
    let text = "# Two drawers\n\n## Abstract\n\nA till has two.\n\n## Specification\n\nOne below the other.\n";
    check(&Source::file("tills/sip-12.md", text), Some("design-doc"));
    check(&Source::file("tills/sip-12.md", "# Two drawers\n\nOne below the other.\n"), None);
    check(&Source::file("accepted/drawers.md", text), Some("design-doc"));
}

#[test]
fn a_dated_or_named_page_among_handoffs_is_one() {
    let text = "# Two drawers\n\nBoth open. The second one sticks.\n";
    check(&Source::file("docs/handoffs/2026-11-20-drawers.md", text), Some("handoff"));
    check(&Source::file("docs/handoffs/HANDOFF_TILLS_001.md", text), Some("handoff"));
    check(&Source::file("docs/handoffs/drawers.md", text), None);
}

#[test]
fn a_numbered_page_among_decisions_is_one() {
    let text = "# Two drawers\n\nA till has two, because one was always full.\n";
    for path in ["docs/decisions/012-drawers.md", "docs/decisions/DEC-012-drawers.md", "decisions/d-12.md"] {
        check(&Source::file(path, text), Some("adr"));
    }
    check(&Source::file("docs/decisions/drawers.md", text), None);
}

#[test]
fn what_a_change_is_to_reach_and_what_not_makes_it_a_proposal() {
    let text = "# Two drawers\n\n## Summary\n\nA till gets two.\n\n## Goals\n\nRoom.\n\n## Non-goals\n\nA third one.\n\n\
                ## Architecture\n\nOne below the other.\n\n## Rails\n\nOf steel.\n";
    check(&Source::file("tills/drawers.md", text), Some("design-doc"));
    check(&Source::file("tills/drawers.md", text.replace("Non-goals", "Later goals")), None);
    let spec = "# Two drawers (design)\n\n## Purpose\n\nRoom.\n\n## Alternatives\n\nOne that is larger.\n";
    check(&Source::file("tills/2026-11-20-drawers-design.md", spec), Some("design-doc"));
    check(&Source::file("tills/2026-11-20-drawers.md", spec.replace(" (design)", "")), None);
    let bare = "# Two drawers (design)\n\n## Purpose\n\nRoom.\n";
    check(&Source::file("tills/2026-11-20-drawers-design.md", bare), Some("design-doc"));
    check(&Source::file("tills/2026-11-20-drawers-design.md", bare.replace(" (design)", "")), None);
}

#[test]
fn a_weekly_page_is_an_update_or_the_minutes_of_a_meeting() {
    let page =
        |title: &str| format!("# 2026-11-20 {title}\n\n## Done\n\n- two drawers\n\n## Next week\n\n- the rails\n");
    check(&Source::file("weekly/2026-11-20.md", page("Tills")), Some("status-update"));
    check(&Source::file("weekly/2026-11-20.md", page("Weekly Meeting")), Some("meeting-notes"));
    let quarter = "# Tills Q3 2026 update\n\n## Main achievements\n\nTwo drawers.\n\n## Rails\n\nOf steel.\n";
    check(&Source::file("quarterly/tills.md", quarter), Some("status-update"));
    let of_none = Source::file("quarterly/tills.md", quarter.replace(" Q3 2026", ""));
    assert_eq!(checked(&of_none).recognised.sure(), None);
}

#[test]
fn a_long_page_that_orders_little_is_no_how_to_among_guides() {
    let told = "The drawer opens to the front, and the rails bear it. ".repeat(40);
    let page = |more: &str| format!("# Drawers\n\n1. Close the drawer.\n2. Pull the plug.\n\n{told}{more}\n");
    check(&Source::file("docs/guides/drawers.md", page("")), Some("how-to"));
    check(&Source::file("docs/guides/drawers.md", page(&told)), None);
    check(&Source::file("docs/how-tos/drawers.md", page(&told)), Some("how-to"));
}

#[test]
fn a_page_that_says_that_it_shows_how_is_a_how_to_where_it_does() {
    let steps = "1. Close the drawer.\n2. Pull the plug.\n3. Move it.\n";
    let page = |first: &str| format!("# Tills on wheels\n\n{first}\n\n{steps}");
    for first in ["This short guide explains how to move a till.", "How to move a till.", "Follow these steps:"] {
        check(&Source::file("shop/wheels.md", page(first)), Some("how-to"));
    }
    let described = format!("---\ndescription: How to move a till\n---\n\n# Tills on wheels\n\n{steps}");
    check(&Source::file("shop/wheels.md", described), Some("how-to"));
    check(
        &Source::unnamed("text", page("This guide will help you, and shows you how to move a till.")),
        Some("how-to"),
    );
    // What another text shows, what shows nothing, and what somebody reports.
    check(&Source::file("shop/wheels.md", page("The manual explains how to move a till.")), None);
    check(&Source::file("shop/wheels.md", page("Till 4 has wheels.")), None);
    check(&Source::file("shop/wheels.md", "# Wheels\n\nThis guide explains how to move a till.\n"), None);
    let reported = checked(&Source::unnamed("text", page("Follow these steps:")));
    assert_ne!(reported.recognised.sure(), Some("how-to"));
}

#[test]
fn a_text_that_speaks_of_itself_as_a_runbook_is_one() {
    let page = |first: &str| format!("# Full drawers\n\n{first}\n\n1. Close the drawer.\n2. Collect the coins.\n");
    check(&Source::file("shop/full.md", page("Use this runbook when a drawer is full.")), Some("runbook"));
    check(&Source::file("shop/full.md", page("This runbook counts the coins of a drawer.")), None);
    check(&Source::file("shop/full.md", "# Full drawers\n\nUse this runbook when a drawer is full.\n"), None);
    check(
        &Source::file("shop/plan.md", page("A drawer has room for coins.").replace("Full drawers", "Rollback plan")),
        Some("runbook"),
    );
}

#[test]
fn a_list_of_boxes_confirms_a_runbook() {
    let boxes = "- [ ] Close the drawer\n- [ ] Collect the coins\n- [ ] Check the door\n";
    let text = format!("# Evenings\n\n{boxes}");
    check(&Source::file("runbooks/evenings.md", &text), Some("runbook"));
    check(&Source::file("shop/evenings.md", &text), None);
}

#[test]
fn a_page_may_be_titled_at_the_second_level() {
    let steps = "1. Close the drawer.\n2. Collect the coins.\n3. Check the door.\n";
    let text = format!("## Empty the till\n\n### Steps\n\n{steps}");
    check(&Source::file("runbooks/till.md", &text), Some("runbook"));
    let text = format!("## Empty the till\n\n## Steps\n\n{steps}");
    check(&Source::file("runbooks/till.md", &text), Some("runbook"));
    check(&Source::file("shop/till.md", &text), None);
}

#[test]
fn words_of_a_folder_are_joined_in_many_ways() {
    let text =
        "# Tills\n\nPresent: Ada, Omar\n\n## Action items\n\n- Ada: empty the till\n\n## Next meeting\n\n2026-11-27\n";
    for path in [
        "monthly_meetings/2026-11-20.md",
        "BiweeklyMeetings/2026-11-20.md",
        "_Minutes/2026-11-20.md",
        "Meeting Minutes and Agenda/November.md",
        "Core Shop Meetings/Meeting 0088.md",
        "shop-meeting-notes/November.md",
    ] {
        let found = check(&Source::file(path, text), Some("meeting-notes"));
        assert!(found.recognised.because[0].starts_with("its path"), "{path}: {:?}", found.recognised);
    }
    // Nothing is asked less for it.
    check(&Source::file("release_notes/2026-11-20.md", "# 2.4\n\nThe till opens again.\n"), None);
}

#[test]
fn a_kind_in_the_front_matter_counts_in_capital_letters_too() {
    for told in ["type: runbook", "type: Runbook", "type: RUNBOOK", "kind: runbook", "kind: RUNBOOK"] {
        let found =
            check(&Source::file("a.md", format!("---\n{told}\n---\n\n# Till\n\nIt is full.\n")), Some("runbook"));
        assert_eq!(found.recognised.by, By::Word);
    }
}

#[test]
fn a_task_with_commands_or_with_its_steps_under_a_heading_is_a_how_to() {
    let commands = "```sh\nmake till\n```\n\n```sh\nmake drawer\n```\n";
    let page = |title: &str, text: &str| Source::file("shop/a.md", format!("# {title}\n\n{text}"));
    check(&page("Installing a till", commands), Some("how-to"));
    check(&page("Testing standards", commands), None);
    check(&page("Tills", commands), None);
    let steps = "## Background\n\nIt is heavy.\n\n## Steps\n\n1. Close the drawer.\n2. Pull the plug.\n";
    check(&page("Move a till", steps), Some("how-to"));
    check(&page("34 - Move a till", steps), None);
    check(&page("Heavy tills", steps), None);
    check(&page("Heavy tills", &steps.replace("Background", "Prerequisites")), Some("how-to"));
    check(&page("How to name a till", "```yaml\nname: north\n```\n"), Some("how-to"));
}

/// Title and body of an issue, as a tracker hands it over.
fn issue(text: &str) -> Source {
    Source::new("issue", text, Origin::Issue)
}

#[test]
fn a_form_for_faults_settles_what_an_issue_is() {
    let form = "# How do I get the export?\n\n**Describe the bug**\nI press Save and get nothing. Can anyone help me?\n\n**To Reproduce**\nOpen a report, press Save.\n\n**Screenshots**\nNone.\n";
    let found = check(&issue(form), Some("bug-report"));
    assert_eq!(found.recognised.by, By::Name);
    // Elsewhere its words have the last word.
    assert_ne!(checked(&Source::unnamed("text", form)).recognised.by, By::Name);
    // Wishes are written below such headings as well.
    let wish = "# Sort by date\n\n**What is the current behavior?**\nIt would be nice to have a switch for it.\n\n**What is the expected behavior?**\nAn option that sorts.\n";
    check(&issue(wish), Some("feature-request"));
}

#[test]
fn a_message_that_asks_nobody_tells_something() {
    let message = |text: &str| Source::new("<stdin>", text, Origin::Message);
    for (text, kind) in [
        ("[INC-12] 14:20 UTC - uploads fail in the north. Next update 14:50 UTC.", "incident-update"),
        ("Handover to Kenji, as of 17:30 UTC: the copy is at 60 %.", "handoff"),
        ("yesterday: merged #12. today: the retry queue. no blockers", "status-update"),
        ("The uploads are slow. Can you look? Next update at 14:50.", "request"),
        ("We sorted the issue out, and the problem is solved.", "request"),
    ] {
        check(&message(text), Some(kind));
    }
}

#[test]
fn a_page_in_its_own_folder_says_where_it_stands() {
    let record = "# Keep a pool\n\n## Status\n\nAccepted\n\n## Context\n\nIt runs dry.\n\n## Decision\n\nWe keep ten.\n\n\
                  ## Consequences\n\nDeploys take longer.\n";
    for path in ["doc/decisions/0012-pool/index.md", "doc/decisions/pool/index.md", "doc/decisions/pool/README.md"] {
        check(&Source::file(path, record), Some("adr"));
    }
    let list = "# Decisions on storage\n\n## Context\n\n- [Pool](pool.md)\n\n## Decision\n\n- [Queue](queue.md)\n";
    check(&Source::file("doc/decisions/storage/index.md", list), Some("index"));
    check(&Source::file("doc/decisions/README.md", record), Some("readme"));
    check(&Source::file("doc/decisions/template/README.md", record), Some("readme"));
    let numbered = "---\nname: Pool\nstatus: draft\neditor: Rosa Li\n---\n\n# Introduction\n\nThe pool runs dry.\n";
    check(&Source::file("rfcs/0015-pool/index.md", "# Pool\n\nThe pool runs dry.\n"), Some("design-doc"));
    check(&Source::file("0015/README.md", numbered), Some("design-doc"));
    check(&Source::file("specs/0015/README.md", numbered), Some("design-doc"));
    check(&Source::file("0015/README.md", "# Exercise 15\n\nSort the list.\n"), Some("readme"));
    check(&Source::file("docs/adr/use-continuous-integration.md", record), Some("adr"));
    check(&Source::file("docs/shop-integration.md", "# Shop\n\nWe read it.\n"), Some("integration-guide"));
}

#[test]
fn a_first_line_is_the_title_of_minutes_in_their_folder() {
    let text = "Meeting minutes 9/2\n\n* Mended the export\n* Split the work among teams\n";
    check(&Source::file("docs/MeetingMinutes/sep2.md", text), Some("meeting-notes"));
    check(&Source::file("docs/sep2.md", text.replace("Meeting minutes", "Exports")), None);
    let board = "# Board\n\n## Participants\n\n- Rosa\n\n## Agenda\n\n- The export\n\n## Decisions Recorded\n\n- Ten.\n\n\
                 ## Numbers\n\n- 3\n\n## Outlook\n\n- 4\n";
    check(&Source::file("notes/board.md", board), Some("meeting-notes"));
}

//! What the slots of messages are seen in: prose, code, pictures, titles; and what only looks like an answer.

#[path = "slots/reports.rs"]
mod reports;
#[path = "ast/texts.rs"]
#[allow(dead_code, reason = "others read the files, too")]
mod texts;

use pingless::config::Policy;
use pingless::lint::{self, Beside};
use pingless::rule::Catalog;
use pingless::settle::Checked;
use pingless::slot::Answer;
use pingless::text::Source;

fn answers(kind: &str, text: &str) -> Vec<Answer> {
    let mut source = Source::unnamed("message.md", text);
    source.kind = Some(kind.to_owned());
    lint::check(&source, &Catalog::builtin(), &Policy::default()).slots.to_vec()
}

/// State and confidence of some slots of a bug report.
fn sureness(text: &str, slots: [&str; 2]) -> [String; 2] {
    let all = answers("bug-report", text);
    let of = |slot: &str| all.iter().find(|it| it.slot == slot).expect("a slot of bug reports");
    slots.map(|slot| format!("{} {}", of(slot).state.word(), of(slot).confidence.word()))
}

/// The slots of `text` as a message of `kind`, by state: `+` present, `~` partial, `-` absent.
fn states(kind: &str, text: &str) -> Vec<String> {
    let mark = |state: &str| match state {
        "present" => '+',
        "partial" => '~',
        _ => '-',
    };
    answers(kind, text).iter().map(|it| format!("{}{}", mark(it.state.word()), it.slot)).collect()
}

/// Each of `wanted` (as `+slot`, `~slot`, `-slot`) has to be among the states.
#[track_caller]
fn check(kind: &str, text: &str, wanted: &str) {
    let got = states(kind, text);
    for slot in wanted.split_whitespace() {
        assert!(got.iter().any(|it| it == slot), "{slot} of\n{text}\nis not among {got:?}");
    }
}

#[test]
fn one_sentence_may_say_four_things() {
    let wanted = "+observed-behaviour +expected-behaviour ~steps-to-reproduce +version -environment -logs";
    check("bug-report", "It crashes when I click Save on 2.3.1; I expected a file", wanted);
}

#[test]
fn a_title_carries_evidence() {
    let text = "# KeyError: 'rate' after the update to 5.1.0\n\nSee above, on Debian 12.\n";
    check("bug-report", text, "+logs +version +environment");
}

#[test]
fn a_heading_over_nothing_is_no_answer() {
    let text = "# Blank page\n\n## Steps to reproduce\n\n<!-- Tell us how -->\n\n## Expected behaviour\n\nN/A\n\n## Version\n\n_No response_\n";
    check("bug-report", text, "-steps-to-reproduce -expected-behaviour -version");
}

#[test]
fn a_mark_over_nothing_is_no_heading() {
    check("bug-report", "# Blank page\n\n#\u{a0}\n\nThe page stays blank.\n", "-version");
    check("bug-report", "# Blank page\n\n#\u{a0}Version\n\n2.3.1\n", "+version");
}

#[test]
fn labels_over_nothing_are_no_answer_either() {
    let form = "# Export hangs\n\n## Environment\n\n- OS:\n- Browser: <!-- its name -->\n";
    check("bug-report", form, "-environment");
    check("bug-report", &form.replace("OS:", "OS: the old one"), "+environment");
}

#[test]
fn a_change_is_no_wish_to_its_reviewer_and_a_thing_no_reason() {
    let text = "# Rework the pool\n\nAdds a timeout parameter. Not tested. Fix docs.\n";
    check("pull-request", text, "~why -testing -feedback-wanted");
    let text = "# Rework the pool\n\nDon't merge yet. Testing: none\n\n- Fix for the shop\n";
    check("pull-request", text, "~why ~testing -feedback-wanted");
    let text =
        "# Rework the pool\n\nThe pool drops slots. Tested by hand. Please check the lock.\n\n## Testing\n\nNone\n";
    check("pull-request", text, "+why +testing +feedback-wanted");
}

#[test]
fn what_is_set_in_names_the_system_and_none_is_no_log() {
    let form =
        "# Legend ignores the colour\n\nIt ignores it.\n\n    App Version : 2022.02.3\n    OS Version : Windows 11\n";
    check("bug-report", form, "+environment +version");
    let text = "# Export hangs\n\nRunning: Xubuntu 14.04\n\n### Logs\n\nNone\n\n### Steps to reproduce\n\nunknown\n";
    check("bug-report", text, "+environment -logs -steps-to-reproduce");
    check("bug-report", "# Export hangs\n\nIt hangs, see https://pastebin.com/a1b2c3.\n", "+logs");
}

#[test]
fn a_box_that_nobody_ticked_says_nothing() {
    let text =
        "# Add a cache\n\nReads are cached for a minute.\n\n- [ ] I have tested it on all platforms\n- [ ] Fixes #12\n";
    check("pull-request", text, "-testing -linked-issue");
}

#[test]
fn a_vow_of_the_form_says_nothing_either() {
    let text = "# Add a cache\n\nReads are cached for a minute.\n\n- [x] I have added tests that prove my fix works\n";
    check("pull-request", text, "-testing");
}

#[test]
fn steps_come_in_many_dresses() {
    for text in [
        "# Export hangs\n\n- open a report\n- press Export\n",
        "# Export hangs\n\n1:Open a report\n2:Press Export\n",
        "# Export hangs\n\n```\n$ report export --all\n```\n",
        "# Export hangs\n\nI opened a report and then I pressed Export. I installed it today.\n",
        "# Export hangs\n\nhttps://github.com/ada/export-hangs\n",
        "# Export hangs\n\n**To reproduce**\n\nexport any report\n",
    ] {
        check("bug-report", text, "+steps-to-reproduce");
    }
}

#[test]
fn a_version_of_the_runtime_is_none_of_the_product() {
    check("bug-report", "# Export hangs\n\nRunning Node 20.3.1 on Windows 11.\n", "-version +environment");
    check("bug-report", "# Export hangs\n\n```json\n\"report-kit\": \"^4.1.0\"\n```\n", "+version");
    check("bug-report", "# Export hangs\n\nStill there in the latest release.\n", "+version");
}

#[test]
fn output_is_a_log_and_not_code() {
    let trace = "# Export hangs\n\n```\nTypeError: rate is undefined\n    at Table.lookup (table.js:3:1)\n```\n";
    check("bug-report", trace, "+logs -code-or-link");
    let source = "# Export hangs\n\n```js\nconst table = load();\ntable.lookup('EUR');\n```\n";
    check("bug-report", source, "-logs +code-or-link");
    check("bug-report", "# Export hangs\n\n> Error: rate is undefined\n", "+logs");
}

#[test]
fn a_question_about_a_name_in_code_says_which_code_it_is_about() {
    check("question", "In `billing/proration.rb:88` we round half up. Is that intended?\n", "+code-or-link");
    check("question", "Why does `Order#total` round half up?\n", "+code-or-link");
    check("question", "Why does it round half up on `main`?\n", "-code-or-link");
}

#[test]
fn an_expectation_needs_a_norm_and_a_contrast_is_half_of_one() {
    check("bug-report", "# Export hangs\n\nIt should stop after a minute.\n", "+expected-behaviour");
    check("bug-report", "# Export hangs\n\nThe same report works in Firefox.\n", "~expected-behaviour");
    check(
        "bug-report",
        "# Export hangs\n\nIt does not work in Firefox either. What should I do?\n",
        "-expected-behaviour",
    );
}

#[test]
fn a_form_s_own_question_is_not_the_author_s() {
    let text = "**Do you want to report a bug or ask a question?**\n\nbug\n\n**What happens?**\n\nThe export hangs.\n";
    check("bug-report", text, "-ask");
}

#[test]
fn a_body_of_links_gives_no_reason_and_a_fence_may() {
    check(
        "pull-request",
        "# Rework the pool\n\nFixes #4, cc @ada\n\nSigned-off-by: Ada <ada@example.com>\n",
        "-why +linked-issue",
    );
    check("pull-request", "# Rework the pool\n\n```\nThe pool starves under load.\n```\n", "~why");
    check(
        "pull-request",
        "# Rework the pool\n\nUses AES-256, colour `#90EE90`, and works as before.\n",
        "-linked-issue",
    );
}

#[test]
fn a_recording_is_a_picture_and_a_badge_is_none() {
    check("pull-request", "# New menu\n\nhttps://example.com/menu.mp4\n", "+screenshots");
    check("pull-request", "# New menu\n\n![build](https://img.shields.io/badge/x.svg)\n", "-screenshots");
}

#[test]
fn a_request_speaks_to_somebody_or_to_anybody() {
    check("request", "ada: could you merge #12?", "+addressee +ask +evidence");
    check("request", "Hello, could you merge #12?", "-addressee");
    check("request", "Can anybody merge #12?", "~addressee");
    check("request", "@ada please merge #12 before 2026-11-20 17:00 UTC", "+deadline");
    check("request", "@ada please merge #12 when you have a minute", "~deadline");
    check("request", "I tried the key of the sandbox; which one is right?", "+tried");
}

#[test]
fn a_mail_states_everything_in_its_own_order() {
    let text = "\
# Invoice totals off by one cent

Hi all,

since yesterday's deploy (build 2024.11.3) customers in Switzerland see totals that are one cent too high. To see it, log
in as the demo user, put two items at CHF 9.95 into the basket and go to checkout; the total reads 19.91 although it ought
to be 19.90. Happens in Safari on iOS 17 as well as in Edge on my Windows laptop.

Console output:

    RoundingWarning: lost precision in Money.add

I'd guess that `Money.add` rounds each item now, since commit 4f2c9ab changed the order. Rounding once at the end makes it
right again on my machine.

Shall I send a patch, or would you rather revert?
";
    let wanted = "+observed-behaviour +expected-behaviour +steps-to-reproduce +environment +version +logs +code-or-link \
                  +hypothesis +proposed-fix +ask";
    check("bug-report", text, wanted);
}

#[test]
fn a_note_of_an_operator_quotes_and_suspects() {
    let text = "\
The nightly backup has been failing for the EU tenants for three nights. In journalctl I find \"pg_dump: error: query
failed: ERROR: permission denied for table audit_log\". Server is Debian 12, backup tool at version 0.9.2. My suspicion:
the role lost its grant when audit_log was recreated on Monday. Granting SELECT again should fix it, but I'd like someone
from @dba to confirm before I touch production.
";
    check(
        "bug-report",
        text,
        "+observed-behaviour +environment +version +logs +hypothesis +proposed-fix +ask -expected-behaviour",
    );
}

#[test]
fn a_complaint_states_nothing() {
    let text = "Hey team, uploads don't work for me any more :( Can somebody fix this? It's really urgent!!";
    check("bug-report", text, "-observed-behaviour -steps-to-reproduce -logs -code-or-link -version +ask");
}

#[test]
fn a_change_to_a_service_says_how_to_undo_it() {
    let text = "\
# Retry uploads on 503

Uploads to the object store fail about once an hour with a 503 (https://jira.example.com/browse/OPS-231). We now retry
three times with jitter.

I ran the soak test for two hours; no failure left.

To undo: set `upload.retries=0`.
";
    check("pull-request", text, "+what +why +testing +linked-issue +rollback -screenshots");
}

#[test]
fn a_letter_to_two_people_with_a_date() {
    let text = "\
Hi Priya and Tom,

we are about to freeze the schema for 5.0. Column `tenant_ref` is still nullable, and 214 rows have no value. I went
through the import logs and found no pattern.

Do we fill them with the default tenant, or keep the column nullable? We need an answer before the freeze on 2026-12-01
12:00 UTC; without one we keep it nullable.
";
    check("request", text, "+context +ask +addressee +tried +deadline ~evidence");
}

#[test]
fn a_commit_says_why_or_does_what_nobody_asks_about() {
    check("commit-message", "Add a menu\n", "+what -why");
    check("commit-message", "Add a menu\n\nThe list is too long to scroll, since every tenant has one.\n", "+why");
    check("commit-message", "Skip drafts so that the list loads at once\n", "+why");
    check("commit-message", "Remove the unused menu\n", "+why");
    check("commit-message", "Raise the parser to 2.4.1\n", "+why");
    check("commit-message", "Hide the menu (#12)\n", "+why +linked-issue");
    check("commit-message", "Mark what is there since 1.4\n", "-why");
}

#[test]
fn general_words_are_no_reason_and_name_nothing() {
    check("commit-message", "Fix bug\n\nSigned-off-by: Ada <ada@example.com>\n", "-what -why");
    check("commit-message", "Revert \"Add a menu\"\n\nThis reverts commit 0a1b2c3d4e.\n", "+what -why");
    let text = "Revert \"Add a menu\"\n\nThis reverts commit 0a1b2c3d4e. It hides the list on small screens.\n";
    check("commit-message", text, "~why");
}

#[test]
fn what_explains_in_words_we_do_not_know_is_a_part() {
    check("commit-message", "Clone over SSH\n\nThe build host has keys for that and for nothing else.\n", "~why");
}

#[test]
fn a_body_may_be_bold_or_underlined_and_still_say_something() {
    check("pull-request", "# Rework the pool\n\n- **move the lock into the pool**\n", "~why");
    check("pull-request", "# Rework the pool\n\nThe lock moves into the pool itself\n---\n\ncc @ada\n", "~why");
    check("pull-request", "# Rework the pool\n\nCloses #12\n\nCo-authored-by: Ada <ada@example.com>\n", "-why");
    check("pull-request", "# Rework the pool\n\n**What does this change?**\n", "-why");
}

#[test]
fn rollout_and_the_wish_for_feedback_are_seen() {
    let text = "# Rework the pool\n\nIt waits behind a flag. Not sure whether the lock is right: what do you think?\n";
    check("pull-request", text, "+deployment +rollback +feedback-wanted");
}

/// Whoever does not ask where a slot is stated is told the same of it.
#[test]
fn in_brief_the_same_is_stated_and_missed() {
    let (catalog, policy) = (Catalog::builtin(), Policy { pedantic: true, ..Policy::default() });
    let mut stated = 0;
    for (name, text) in texts::examples() {
        let source = Source::file(&name, text);
        let beside = Beside { is_brief: true, ..Beside::default() };
        let [whole, brief] = [Beside::default(), beside].map(|it| lint::check_beside(&source, it, &catalog, &policy));
        let states = |it: &Checked| it.slots.iter().map(|it| (it.slot.clone(), it.state)).collect::<Vec<_>>();
        assert_eq!(states(&brief), states(&whole), "{name}");
        assert_eq!((&brief.findings, brief.answered), (&whole.findings, whole.answered), "{name}");
        stated += brief.answered;
    }
    assert!(stated > 500, "{stated}");
}

/// What was turned down was considered, whatever it is called.
#[test]
fn what_a_decision_turns_down_is_an_alternative() {
    let text = "# Tests of the tills\n\n## Decision\n\nWe chose the first frame. Although there are frames for tills, they are immature, so \
                they were not chosen.\n";
    check("adr", text, "~alternatives-considered");
    check("adr", "# Tests of the tills\n\n## Decision\n\nWe chose the first frame.\n", "-alternatives-considered");
}

#[test]
fn minutes_say_who_came_in_a_row_of_names_and_what_they_agreed_on() {
    let text = "# Tills, 2026-11-20\n\nAda, Omar, Lena M\n\n- Who has the key? Agreed, Lena keeps it.\n";
    check("meeting-notes", text, "+attendees +decisions-stated");
    check("meeting-notes", &text.replace("Ada, Omar, Lena M", "Bread, milk and eggs, or nothing"), "-attendees");
    check(
        "meeting-notes",
        "# Tills, 2026-11-20\n\n## Folks\n\n| who | where |\n|---|---|\n| Ada | Oslo |\n",
        "+attendees",
    );
}

#[test]
fn what_a_review_of_an_incident_asks_for_is_its_action_items() {
    let text = "# Incident of 2026-11-20\n\n- **Review actions**:\n  - How do we hear of it sooner? See ticket 12.\n";
    check("postmortem", text, "+action-items");
    let text = "# Incident of 2026-11-20\n\n## Follow-ups this incident drove\n\n- A second till stands ready.\n";
    check("postmortem", text, "+action-items");
}

#[test]
fn a_place_to_ask_is_a_part_of_whom_to_call() {
    check("runbook", "# TillDown\n\nIf it stays down, open an issue.\n", "~escalation");
    check("runbook", "# TillDown\n\nIf it stays down, wait.\n", "-escalation");
}

#[test]
fn a_month_tells_a_part_of_which_days_an_update_covers() {
    check("status-update", "# Tills, October 2026\n\nTwo were replaced.\n", "~date");
    check("status-update", "# Tills\n\nTwo were replaced.\n", "-date");
}

#[test]
fn a_proposal_gives_its_problem_and_its_alternatives_under_other_names() {
    let text =
        "# Drawers\n\n## Background & Motivation\n\nCoins fall out.\n\n## Critique\n\nA bag, a box and a bowl.\n";
    check("design-doc", text, "+problem +alternatives");
}

#[test]
fn planned_work_says_what_cannot_be_used_meanwhile() {
    for affected in ["the wiki is read-only", "the wiki will be down", "sending will not be available"] {
        check("incident-update", &format!("On 2026-11-21 from 05:00 to 06:00 UTC {affected}."), "+affected");
    }
    check("incident-update", "Expect a short downtime on 2026-11-21 at 05:00 UTC.", "~affected");
    check("incident-update", "We work on 2026-11-21 from 05:00 UTC on.", "-affected");
}

#[test]
fn keys_that_stand_beside_each_other_are_read_each() {
    for header in ["Owner: @ada. Status: draft.", "*Owner: @ada \u{b7} Status: draft*", "> Owner: @ada | Status: draft"]
    {
        let text = format!("# Design: a cache\n\n{header}\n\nEach page draws 40 pictures.\n");
        check("design-doc", &text, "+owner +status");
    }
    let text = "# Design: a cache\n\nOwner: @ada, who has no status: none\n";
    check("design-doc", text, "+owner -status");
}

#[test]
fn a_heading_goes_on_behind_its_name() {
    let text = "# Design: a cache\n\n## Alternatives: a bigger host\n\nIt costs 400 EUR more a month.\n\n## Success: below 1 s at p95\n\nAda looks at the panel.\n";
    check("design-doc", text, "+alternatives +rejection-reasons +success-criteria");
}

//! What a report of a fault shows without naming it, and what only looks like an answer.

use pingless::config::Policy;
use pingless::lint;
use pingless::rule::Catalog;
use pingless::text::Source;

use super::{check, sureness};

#[test]
fn a_stack_trace_is_output_and_no_code() {
    let text = "\
# Import fails

```
Traceback (most recent call last):
  File \"import.py\", line 41, in run
    rows = load(path)
ValueError: row 901 has no key
```
";
    check("bug-report", text, "+logs -code-or-link -steps-to-reproduce -expected-behaviour -version");
}

#[test]
fn a_trace_without_a_fence_is_output_too() {
    let text = "\
# Import fails

java.lang.IllegalStateException: no key
at com.example.Import.run(Import.java:41)
at com.example.Main.main(Main.java:7)
";
    check("bug-report", text, "+logs -steps-to-reproduce");
}

#[test]
fn the_version_that_a_tool_prints_is_one() {
    let text = "# Import fails\n\n```\n$ report-kit --version\nreport-kit 4.1.0 (linux, amd64)\n```\n";
    check("bug-report", text, "+version +environment -steps-to-reproduce");
}

#[test]
fn lock_files_name_versions() {
    for text in [
        "# Import fails\n\n```toml\n[[package]]\nname = \"report-kit\"\nversion = \"4.1.0\"\n```\n",
        "# Import fails\n\n```\nreport-kit@^4.0.0:\n  version \"4.1.0\"\n```\n",
        "# Import fails\n\nIt came with report-kit@4.1.0.\n",
    ] {
        check("bug-report", text, "+version");
    }
}

#[test]
fn a_path_gives_the_system_away() {
    let text = "# Import fails\n\n```\nError: cannot open C:\\data\\rows.csv\n```\n";
    check("bug-report", text, "+environment +logs");
}

#[test]
fn a_package_pinned_beside_the_product_is_the_environment() {
    check("bug-report", "# Import fails\n\nThat is report-kit@4.1.0 with table-ui@2.0.3.\n", "+version +environment");
    check("bug-report", "# Import fails\n\nThat is report-kit@4.1.0.\n", "+version -environment");
}

#[test]
fn works_there_and_not_here_is_half_an_expectation() {
    let text = "# Import fails\n\nIt works in 2.1, and not in 2.2: the list stays empty.\n";
    check("bug-report", text, "~expected-behaviour +version +observed-behaviour -steps-to-reproduce");
    let text = "# Import fails\n\nIt used to skip such rows.\n";
    check("bug-report", text, "+expected-behaviour");
}

#[test]
fn expected_beside_actual_output_in_two_blocks() {
    let text = "\
# Sums are doubled

Expected:

```
total 12
```

Actual:

```
total 24
```
";
    check("bug-report", text, "+expected-behaviour +observed-behaviour +logs");
    let text = "# Sums are doubled\n\n```js\nsum([12]) // should be 12\n```\n";
    check("bug-report", text, "+expected-behaviour +code-or-link");
}

#[test]
fn a_block_that_runs_is_a_part_of_the_steps() {
    let text = "# Sums are doubled\n\n```js\nconst kit = require('report-kit');\nconsole.log(kit.sum([12]));\n```\n";
    check("bug-report", text, "+code-or-link ~steps-to-reproduce");
    check("bug-report", "# Sums are doubled\n\n```\n$ report-kit sum 12\n24\n```\n", "+steps-to-reproduce");
}

#[test]
fn a_command_without_a_prompt_is_a_part_of_the_steps() {
    let text = "# Sums are doubled\n\nnpm -g install report-kit\nnode ./sum.js\n\nIt says 24.\n";
    check("bug-report", text, "~steps-to-reproduce");
    let text = "# Sums are doubled\n\n```\ndocker run --rm report-kit sum 12\nerror: 24\n```\n";
    check("bug-report", text, "~steps-to-reproduce");
    // Who only asks for a version makes nothing happen.
    check("bug-report", "# Sums are doubled\n\ngit --version\n\nIt says 24.\n", "-steps-to-reproduce");
}

#[test]
fn a_way_is_told_in_commands_and_conditions() {
    let text = "# Errors while trim is dragged\n\nMove the bar to the left. Stop and start the editor.\n";
    check("bug-report", text, "+steps-to-reproduce");
    let text =
        "# Role sees nothing\n\nIf I define a role without \"Read\", it sees nothing. If I enable it, all is seen.\n";
    check("bug-report", text, "+steps-to-reproduce");
}

#[test]
fn nothing_in_so_many_words_is_nothing() {
    for answer in ["N/A", "n/a", "TBD", "[e.g. Firefox 131]", "...", "_No response_", "<!-- tell us -->"] {
        let text = format!("# Blank page\n\n## Environment\n\n{answer}\n\n## Steps to reproduce\n\n{answer}\n");
        check("bug-report", &text, "-environment -steps-to-reproduce");
    }
}

#[test]
fn none_answers_where_none_can_be_an_answer() {
    check("pull-request", "# Rework the pool\n\nIt starves.\n\n## Deployment\n\nNone\n", "+deployment");
}

#[test]
fn a_heading_followed_by_a_heading_announces_nothing() {
    let text = "# Blank page\n\n## Steps to reproduce\n\n## Expected behaviour\n\n## Logs\n\nIt stays blank.\n";
    check("bug-report", text, "-steps-to-reproduce -expected-behaviour +logs");
    // But a heading with headings of its own announces all that they hold.
    let text = "# Blank page\n\n## Steps to reproduce\n\n### First\n\nOpen it.\n\n## Expected behaviour\n";
    check("bug-report", text, "+steps-to-reproduce -expected-behaviour");
}

#[test]
fn labels_of_an_empty_form_are_no_answers() {
    let text = "\
# Blank page

### Steps to reproduce

1.
2.

Actual result:

Expected result:

### Screenshots

OS: [e.g. iOS]
";
    check("bug-report", text, "-steps-to-reproduce -expected-behaviour -environment");
}

#[test]
fn an_untouched_form_answers_nothing() {
    let text = "\
# Blank page

**Describe the bug**
A clear and concise description of what the bug is.

**To Reproduce**
Steps to reproduce the behavior:
1. Go to '...'
2. Click on '....'
3. Scroll down to '....'
4. See error

**Expected behavior**
A clear and concise description of what you expected to happen.
";
    check("bug-report", text, "-steps-to-reproduce -expected-behaviour");
}

#[test]
fn a_repository_in_a_sentence_is_no_reproduction() {
    let text =
        "# Blank page\n\nThe fork at https://github.com/ada/pages has the same blank page for the second week.\n";
    check("bug-report", text, "-steps-to-reproduce +code-or-link");
    let text = "# Blank page\n\nThe page is blank in https://github.com/ada/blank-page-repro since the second week.\n";
    check("bug-report", text, "+steps-to-reproduce");
}

#[test]
fn an_absence_is_sure_where_no_sign_speaks_against_it() {
    let slots = ["expected-behaviour", "steps-to-reproduce"];
    let told = "# Blank page\n\nThe page of the second tenant is blank.\n";
    assert_eq!(sureness(told, slots), ["absent high", "absent high"]);
    let hinted = "# Blank page\n\nThe page is blank after loading twice; the normal one is not.\n";
    assert_eq!(sureness(hinted, slots), ["absent medium", "absent medium"]);
}

#[test]
fn steps_are_told_in_passing() {
    for text in [
        "# Export hangs\n\nRunning \"report export\" on the sandbox shows an empty page.\n",
        "# Export hangs\n\nThe page is blank when running docker-compose up.\n",
        "# Export hangs\n\nSince Monday, setting the rate to 0 will move the total by one row.\n",
        "# Street is lost\n\nThe street is not found when searching for `Ödweg`.\n",
        "# Export hangs\n\nThe file is empty when the year is set to \"all\".\n",
    ] {
        check("bug-report", text, "~steps-to-reproduce");
    }
    for text in [
        "# Export hangs\n\nTo test, create a report with the name \"A\".\n",
        "# Export hangs\n\nMy input: report export --all\n",
        "# Export hangs\n\n1. Cloned the sandbox.\n2. Downloaded the small table.\n\nAll rows are empty.\n",
    ] {
        check("bug-report", text, "+steps-to-reproduce");
    }
    for text in [
        "# Opening a report shows nothing\n\nThe page is blank.\n",
        "# Export hangs\n\nSetting aside the money, it is slow.\n",
        "# Export hangs\n\n- Added a cache\n- Removed a lock\n",
    ] {
        check("bug-report", text, "-steps-to-reproduce");
    }
}

#[test]
fn what_stands_behind_instead_of_was_expected() {
    for text in [
        "# Link of the guide is broken\n\nThe link goes to /old/a.md instead of /new/a.md.\n",
        "# Sign-in loops\n\nUsers get stuck instead of being brought to the first page.\n",
        "# Typo\n\n```\nCurrently:\n<a>Streat</a>\n\nShould be:\n<a>Street</a>\n```\n",
        "# Tests flicker\n\n### Acceptance criteria\n\nThe tests pass twice in a row\n",
    ] {
        check("bug-report", text, "+expected-behaviour");
    }
    for text in [
        "# Export hangs\n\nMaybe the old process must end first?\n",
        "# Export hangs\n\nI should either make it a new page or hide it.\n",
        "# Why can't I export\n\nThe export hangs.\n",
        "# Export hangs\n\nI use the old table instead of the new one.\n",
    ] {
        check("bug-report", text, "-expected-behaviour");
    }
    check("bug-report", "# Export hangs\n\nI should be able to stop it.\n", "+expected-behaviour");
}

#[test]
fn versions_and_machines_in_the_words_of_their_trades() {
    for (text, wanted) in [
        ("We run a container of `rate-pool:9.5.2` on it.", "+version"),
        ("It is `rates.rs:88` that fails.", "-version"),
        ("Installed is Rate::Table 0.04 (by hand).", "+version"),
        ("rate version devel +1a2b3c4 of Wednesday", "+version"),
        ("It is the last firmware from the site.", "+version"),
        ("I see it with Emacs 24.", "+environment"),
        ("The machine has three GeForce 3090 cards.", "+environment"),
        ("Board TQR mini V 1.2", "+environment"),
        ("The board of directors met.", "-environment"),
    ] {
        check("bug-report", &format!("# Export hangs\n\n{text}\n"), wanted);
    }
}

#[test]
fn a_shift_is_handed_on_in_few_words() {
    let text = "Handover of the night, as of 17:30 UTC:\n\n- The copy is at 62 %\n";
    check("handoff", text, "+as-of-time");
    let text = "End of shift 06:00 CET → day team. The belt runs.\n";
    check("handoff", text, "+as-of-time +to-whom");
    check("handoff", "handoff of the night, me (Ada) -> Omar\nThe belt runs.\n", "+to-whom");
    check("handoff", "The flag went from Off -> On at 06:00.\n", "-to-whom -as-of-time");
    check("handoff", "They have not signed the offer, and without it we cannot start.\n", "+blockers");
}

#[test]
fn a_status_is_told_in_a_few_words() {
    for (text, wanted) in [
        ("The new rates went out on Monday.", "+shipped"),
        ("The pool is live.", "+shipped"),
        ("Done this sprint: the rates, the pool.", "+shipped"),
        ("yesterday: merged the pool. today: starting on the queue. no blockers", "+shipped +in-progress +next"),
        ("The copy is running (3 of 8).", "~in-progress -next"),
        ("Next we cut over the pool on 3 December.", "+next"),
        ("The rates are ready. Then comes the pool.", "+next"),
    ] {
        check("status-update", text, wanted);
    }
}

#[test]
fn whoever_says_that_no_news_will_come_has_said_when() {
    check("incident-update", "We are investigating it. No further updates today.\n", "+next-update");
    check("incident-update", "We are investigating it.\n", "-next-update");
}

#[test]
fn a_request_names_its_desk_what_was_tried_and_what_it_is_for() {
    for (text, wanted) in [
        ("Omar when you get a chance could you review the pool?", "+addressee -tried"),
        ("Dear support,\nsince Monday no mail arrives. Can you look?", "+addressee"),
        ("@ada it is slow. Restarted the pool, no change. Could you look?", "+tried"),
        ("The wiki says UTC but I see Berlin. Which is it?", "+tried"),
        ("No mail arrives. We did not change anything on our side. Can you look?", "-tried"),
        ("Please send me the figures so I can close the plan.", "~context"),
        ("I'd like to switch it off, nothing has been sent to it since March.", "~context"),
        ("Please send me the figures.", "-context"),
    ] {
        check("request", text, wanted);
    }
}

#[test]
fn a_feature_is_proposed_by_an_order_or_a_norm() {
    for text in
        ["Let `report list` accept `--year`.", "When the key is old, we should automatically lead to the first page."]
    {
        check("feature-request", &format!("# Reports by year\n\n{text}\n"), "+proposal");
    }
    check("feature-request", "# Reports by year\n\nThe list is long.\n", "-proposal");
}

#[test]
fn a_short_text_in_another_language_is_not_asked_for_english_words() {
    let text = "Stand Montag: Tabelle ist fertig, Kasse noch in Arbeit. Wartet auf Daten vom Amt.\n";
    let mut source = Source::unnamed("message.md", text);
    source.kind = Some("status-update".to_owned());
    let checked = lint::check(&source, &Catalog::builtin(), &Policy::default());
    assert!(checked.findings.iter().all(|it| !it.rule.ends_with("shipped")));
}

#[test]
fn a_patch_that_is_promised_without_a_day_has_no_end() {
    let rules = |text: &str| {
        let mut source = Source::unnamed("message.md", text);
        source.kind = Some("bug-report".to_owned());
        let checked = lint::check(&source, &Catalog::builtin(), &Policy::default());
        checked.findings.into_iter().map(|it| it.rule.to_string()).collect::<Vec<_>>()
    };
    let text = "# Export hangs\n\nSince 3.2.4 the export hangs at once.\nThe patch will be out as soon as possible.\n";
    assert!(rules(text).contains(&"vague-promise".to_owned()), "{:?}", rules(text));
    let text = text.replace("as soon as possible", "on 2 December 2026");
    assert!(!rules(&text).contains(&"vague-promise".to_owned()));
}

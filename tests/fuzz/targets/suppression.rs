//! Any words of an exception: they hide what they name, they are told of where they do nothing, and they add nothing else.
#![no_main]

mod judge;

use libfuzzer_sys::fuzz_target;
use pingless::finding::Finding;
use pingless::text::Source;

/// What is found in a text besides what is wrong with its exceptions.
fn of_the_text(findings: impl IntoIterator<Item = Finding>) -> Vec<(usize, String)> {
    let is_own = |it: &Finding| !matches!(it.rule.as_str(), "ineffective-comment" | "unused-allow");
    findings.into_iter().filter(is_own).map(|it| (it.at.span.start, it.rule)).collect()
}

fuzz_target!(|words: &str| {
    let text = |comment: &str| {
        let vague = "We will ship it by EOD tomorrow, see the doc. @ada please look ASAP.";
        format!("# Plan\n\n<!-- {comment} -->\n\n{vague}\n\n- {vague} <!-- {comment} -->\n- {vague}\n")
    };
    let judge = |text: String| judge::judge(&Source::file("docs/a.md", text), &judge::policy());
    judge(text(words));
    let checked = judge(text(&format!("pingless: allow {words}")));
    if words.contains("--") || words.contains(['<', '>', '\n', '\r']) {
        return;
    }
    let all = of_the_text(judge(text(&format!("pingles_: allow {}", "x".repeat(words.len())))).findings);
    let left = of_the_text(checked.findings);
    assert!(left.iter().all(|it| all.contains(it)), "{left:?} are not among {all:?}");
    assert_eq!(left.len() + checked.allowed as usize, all.len(), "{left:?} of {all:?}");
});

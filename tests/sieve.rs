//! One pass over a text says where patterns cannot match, and changes no answer: what is found before there was an
//! automaton for it is found afterwards. It belongs to the process, so each part of the texts gets a process of its own.

#[path = "ast/texts.rs"]
#[allow(dead_code, reason = "others read the files, too")]
mod texts;

use std::process::Command;
use std::sync::LazyLock;
use std::{env, thread};

use pingless::config::Policy;
use pingless::lint;
use pingless::rule::Catalog;
use pingless::text::Source;
use proptest::prelude::*;

static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::builtin);

/// Less than an automaton is made for, with room for a text that is read several times.
const BEFORE: usize = 48 * 1024;

/// More than one is made for.
const BETWEEN: usize = 300 * 1024;

/// Names the part of the texts in the process that judges it.
const PART: &str = "PINGLESS_SIEVE_PART";

const TEST: &str = "what_was_found_before_is_found_after";

fn found(text: &str) -> String {
    let source = Source::file("docs/a.md", text);
    let mut checked = lint::check(&source, &CATALOG, &Policy { pedantic: true, ..Policy::default() });
    // A fingerprint is made of words, and may hold the letter by which two texts differ here.
    checked.findings.iter_mut().for_each(|it| it.fingerprint.clear());
    format!("{:#?}\n{:#?}\n{:#?}", checked.recognised, checked.findings, checked.slots)
}

/// All examples, in parts that can be read before there is an automaton.
fn parts() -> Vec<Vec<(String, String)>> {
    let mut parts: Vec<Vec<(String, String)>> = vec![Vec::new()];
    let mut bytes = 0;
    for (name, text) in texts::examples() {
        if bytes + text.len() > BEFORE {
            parts.push(Vec::new());
            bytes = 0;
        }
        bytes += text.len();
        parts.last_mut().expect("there is one").push((name, text));
    }
    parts
}

fn judge(part: usize) {
    let parts = parts();
    let before: Vec<String> = parts[part].iter().map(|(_, text)| found(text)).collect();
    let mut bytes = 0;
    let others = || parts[..part].iter().chain(&parts[part + 1..]).flatten();
    for (_, text) in others().cycle() {
        found(text);
        bytes += text.len();
        if bytes > BETWEEN {
            break;
        }
    }
    for ((name, text), before) in parts[part].iter().zip(before) {
        assert_eq!(found(text), before, "{name} of part {part}");
    }
}

#[test]
fn what_was_found_before_is_found_after() {
    if let Some(part) = env::var(PART).ok().and_then(|it| it.parse().ok()) {
        return judge(part);
    }
    let count = parts().len();
    assert!(count > 1, "there is no other text");
    let alone = |part: usize| {
        let program = env::current_exe().expect("it runs");
        let output = Command::new(program).args(["--exact", TEST]).env(PART, part.to_string()).output();
        let output = output.expect("it starts");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    };
    thread::scope(|scope| {
        scope.spawn(|| (0..count).step_by(2).for_each(alone));
        (1..count).step_by(2).for_each(alone);
    });
}

/// Sentences of all examples, in which patterns have something to find.
fn sentences() -> &'static [String] {
    static SENTENCES: LazyLock<Vec<String>> = LazyLock::new(|| {
        let lines =
            texts::examples().into_iter().flat_map(|(_, text)| text.lines().map(str::to_owned).collect::<Vec<_>>());
        let mut lines: Vec<String> = lines.filter(|line| !line.trim().is_empty()).collect();
        lines.sort();
        lines.dedup();
        lines
    });
    &SENTENCES
}

/// A letter that is another case of one of ASCII: a text that holds it is never sifted.
const UNSIFTED: &str = "\n\n\u{212a}\n";

/// Another letter, of as many bytes, in a text that is.
const SIFTED: &str = "\n\n\u{212b}\n";

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_judged_as_if_it_were_not_sifted(
        picks in prop::collection::vec((any::<prop::sample::Index>(), any::<bool>()), 1..20),
        is_loud in any::<bool>(),
    ) {
        let lines = picks.iter().map(|(pick, is_apart)| format!("{}{}", pick.get(sentences()), if *is_apart { "\n\n" } else { "\n" }));
        let text: String = lines.collect();
        let text = if is_loud { text.to_uppercase() } else { text };
        prop_assert_eq!(found(&format!("{text}{SIFTED}")), found(&format!("{text}{UNSIFTED}")));
    }
}

//! What the words before a command say that it is for: "To run all tests, run `make ci`". What the command says by itself,
//! it does not know.

use std::sync::LazyLock;

use super::Reader;
use super::aside::{has_stem, is_to_be_typed};
use super::typed::{Typed, is_fence, said_above};
use crate::litmus::Question::{self, Deploy, Run, Test, Undo};
use crate::text::Span;
use crate::words::pattern::{Pattern, in_pieces};

/// A goal, and not far behind it the command. What comes first, or in one case, is not yet the way.
fn goal(deeds: &str) -> Pattern {
    in_pieces(&[r"(?i)^(?:\W*\d+[.)])?\W*(?:you can |now |then |finally,? )?(?:to |for )?", deeds, r"[^.;?!`]*$"])
}

static RUN: LazyLock<Pattern> = LazyLock::new(|| {
    goal(
        r"(?:run|start|launch|serve|bring up) (?:the |this |your )?(?:whole |entire |full |local )?(?:app|application|service|server|site|website|project|program|bot|stack)(?-u:\b)",
    )
});

static TEST: LazyLock<Pattern> = LazyLock::new(|| {
    goal(
        r"(?:run|execute|launch|start) (?:the |all |all the |all of the |our |its |your )?(?:full |whole |entire |unit |automated )?(?:tests|test suite|unit tests|suite|specs|spec suite)(?-u:\b)",
    )
});

static DEPLOY: LazyLock<Pattern> = LazyLock::new(|| {
    goal(
        r"(?:deploy|release|publish|roll out)(?: (?:a|an|the|this|your|new|to|it|latest|next|version|release|service|app|application|production|prod|changes|package))+(?-u:\b)",
    )
});

static UNDO: LazyLock<Pattern> = LazyLock::new(|| {
    goal(
        r"(?:roll back|rollback|undo|revert)(?: (?:a|an|the|this|your|to|it|latest|last|previous|bad|version|release|deploy|deployment))+(?-u:\b)",
    )
});

/// Says that more is needed before.
static FIRST: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?i)(?-u:\b)(?:first|need|needs|needed|must|require|requires|required|install|installed|make sure|ensure|only|single|individual|specific|if|when|before|after|without|example|see|inside|open|shell)(?-u:\b)",
    ])
});

/// Beginnings of words in headings about some machines.
const SOME_MACHINES: &[&str] = &["vagrant", "macos", "windows", "wsl"];

/// Whether the words right before a command say that this is the way to what a question asks for.
pub fn is_announced(reader: &Reader, question: Question, it: Typed) -> bool {
    let pattern = match question {
        Run => &RUN,
        Test => &TEST,
        Deploy => &DEPLOY,
        Undo => &UNDO,
        _ => return false,
    };
    let Some(said) = before(reader, it) else { return false };
    let last = said.rsplit(". ").next().unwrap_or_default();
    // What is for some machines is not yet the way.
    let is_of_some = || reader.doc.sections_around(it.span.start).any(|it| has_stem(&it.name, SOME_MACHINES));
    pattern.is_match(last) && !FIRST.is_match(last) && !is_of_some()
}

/// What stands on the line before what is typed, or on the last one before the block that holds it alone. A single word
/// may be the name of anything.
fn before<'d>(reader: &Reader<'d>, it: Typed) -> Option<&'d str> {
    let (doc, lines) = (reader.doc, reader.doc.lines());
    let at = lines.index(it.span.start);
    if !it.in_block {
        let before = doc.at(Span::new(lines.span(at, doc.text()).start, it.span.start));
        let is_way = doc.at(it.span).contains([' ', '/']) && is_to_be_typed(reader, it.span);
        return is_way.then(|| before.trim_end_matches(['`', ' ']));
    }
    let is_last = at + 1 < lines.count() && is_fence(doc.at(lines.span(at + 1, doc.text())));
    said_above(reader, it).filter(|_| is_last)
}

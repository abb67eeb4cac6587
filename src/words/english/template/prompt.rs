//! Prompts of the commonest templates, and blanks that are told in words. Knows no mark of a blank.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::near;
use crate::words::pattern::{OneOf, Pattern, in_pieces};

/// A prompt that tells its writer what to take out. It is apart because few texts hold its words, and because it has to
/// count: without an end it would be read from each of its beginnings to the end of the line.
static DELETE: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)please delete (?:options|this|sections?|any)[^.\n]{0,40}(?:not relevant|not applicable|before submitting|if not)",
    ])
});

/// Prompts of the commonest templates, and blanks in words.
static PROMPT: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)lorem ipsum(?-u:\b)",
        // "The floor plan is at (TODO: add the link to it)", "captured in (link TBD)", "accepted on ???."
        r"|[(\[](?:(?:todo|tbd|fixme):? (?:insert|add|put)(?: in)? (?:an? |the )?(?:link|url|address)s?(?: [^()\[\]\n]*)?|(?:link|url|address) (?:tbd|tba|todo|to be added|to come))[)\]]",
        r"|(?-u:\b)(?:on|by|at|until|since|from) \?{3}",
        r"|(?-u:\b)(?:task|item|action(?: item)?|step|person|name) \d* ?\((?:owner|assignee|due|due date|who)(?:[ ,/]+(?:owner|assignee|due date|due|date|deadline))*\)|",
        r"(?-u:\b)(?:a clear and concise description of (?:what|any|why|the (?:bug|issue|problem|feature|error|change|request|question|solution|proposal))",
        r"|please (?:include|provide|add|write) a (?:clear |short |brief )?(?:summary|description) of (?:the|your) (?:changes?|pull request|pr|issue)",
        r"|describe (?:your|the) changes? (?:here|in detail|below)",
        r"|add any other (?:context|information|details) (?:about|or screenshots)",
        r"|please describe (?:the tests that|how) you (?:ran|tested|have tested)",
        r"|please (?:make sure|ensure) (?:that )?your (?:pr|pull request|code|changes?|branch)(?-u:\b)|if no ?one reviews your (?:pr|pull request)|delete (?:irrelevant|unnecessary|unneeded) options|insert (?:instructions|(?:the |a |your )?(?:description|details|summary)) here",
        r"|if applicable, add screenshots|the maintainer of this repo has not yet edited this file",
        r"|instructions (?:on|for|about) [^.\n]{1,50} go here|(?:short |brief )?(?:description|summary) goes here)(?-u:\b)",
    ])
});

/// Words without which nothing is told in words alone.
pub static PROMPT_WORDS: OneOf = OneOf::of(&[&PROMPT, &DELETE]);

/// Whether a prompt stands in a text whose prose this is. One that is only quoted does not.
pub fn has_prompt(prose: &str) -> bool {
    PROMPT.is_match(prose) || DELETE.is_match(prose)
}

/// Where a text as it stands holds one.
pub fn find(text: &str) -> impl Iterator<Item = Range<usize>> {
    let prompts = PROMPT.find_iter(text).chain(DELETE.find_iter(text)).map(|it| it.range());
    prompts.filter(|it| !is_outcry(text, it) && !is_any(text, it))
}

/// "What is going on ???": whoever leaves a day or a name open so goes on with the sentence, or ends it.
fn is_outcry(text: &str, range: &Range<usize>) -> bool {
    text[range.clone()].ends_with("???") && !text[range.end..].starts_with(['.', ',', ';', ')'])
}

/// "Any summary goes here", "any short task description goes here": what a field may hold.
fn is_any(text: &str, range: &Range<usize>) -> bool {
    const WORDS: usize = 3;
    let mut before = near::behind(&text[..range.start]).split_whitespace().rev().take(WORDS);
    text[range.clone()].ends_with(" goes here") && before.any(|it| it.eq_ignore_ascii_case("any"))
}

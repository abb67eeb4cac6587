//! What a template says to its writer, and what it says to nobody else: hints, placeholders, unfilled blanks.

mod blank;
mod hint;
mod prompt;
mod unwritten;

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::case;
use crate::words::list::is_among;
use crate::words::near;
use crate::words::pattern::{Pattern, in_pieces};

pub use blank::{is_numbered_beside, is_part_of_path};
pub use prompt::{PROMPT_WORDS, has_prompt};
pub use unwritten::{is_note_to_self, is_state_of_work, is_told_gap, is_undecided, is_unwritten};

/// Every blank and every prompt of some text as it stands.
pub fn find(text: &str) -> Vec<Range<usize>> {
    let mut out = find_blanks(text);
    out.extend(prompt::find(text).filter(|it| is_meant(text, it)));
    out.sort_by_key(|range| range.start);
    out
}

/// The same without what is told in words alone: that nearly no text holds, and this is found by a mark.
pub fn find_blanks(text: &str) -> Vec<Range<usize>> {
    // "[insert a row](guide.md)" and "[insert]: address" are links.
    let is_link = |it: &Range<usize>| text[..it.end].ends_with(']') && text[it.end..].starts_with(['(', '[', ':']);
    // "[[Link to the door]]" is one, too.
    let is_page = |it: &Range<usize>| {
        text[..it.start].ends_with('[')
            && text[it.end..].starts_with(']')
            && case::begins(&text[it.start..], "[link to ")
    };
    let found = blank::find(text);
    found.filter(|it| !is_link(it) && !is_page(it) && is_meant(text, it)).collect()
}

/// Whether words are those that stand for any, and say nothing.
pub fn is_filler(words: &str) -> bool {
    words.eq_ignore_ascii_case("lorem ipsum")
}

/// Whether the words before say that there are none: "no lorem ipsum", "(not lorem ipsum)", "No placeholders (lorem ipsum) found"; or tell somebody
/// to begin with them: "Use placeholders (a film, lorem ipsum)".
pub fn is_denied(before: &str) -> bool {
    const NEAR: usize = 48;
    let lower = near::behind_within(before, NEAR).to_lowercase();
    let last = near::behind_within(&lower, 32);
    lower.ends_with("no ")
        || lower.ends_with("not ")
        || last.contains("no placeholder")
        || lower.contains("use placeholder") && lower.contains('(')
}

/// Whether some code holds them.
pub fn holds_filler(code: &str) -> bool {
    code.contains("orem ipsum") || code.contains("OREM IPSUM")
}

/// Whether they stand between the marks of code anywhere in a text, also where HTML goes on for us and ends for others.
pub fn fences_filler(text: &str) -> bool {
    text.split("\n```").skip(1).step_by(2).any(holds_filler)
}

/// Whether some text as it stands may hold a blank.
pub fn may_hold_blank(text: &str) -> bool {
    blank::has_mark(text)
}

fn is_meant(text: &str, range: &Range<usize>) -> bool {
    is_short(&text[range.clone()]) && !is_quoted(text, range) && !is_told(text, range) && !is_named(text, range)
}

/// What stands in quotation marks by itself is spoken of.
fn is_quoted(text: &str, range: &Range<usize>) -> bool {
    let marks = |it: char| matches!(it, '"' | '\u{201c}' | '\u{201d}');
    text[..range.start].ends_with(marks) && text[range.end..].starts_with(marks)
}

/// "Lorem ipsum data", "lorem ipsum is lazy", "words like lorem ipsum": whoever speaks of that sort of text has not written it.
fn is_named(text: &str, range: &Range<usize>) -> bool {
    const SORTS: &str = "data text content copy filler placeholder generator generators paragraph paragraphs sentence sentences word words approach style of for to";
    let behind = near::ahead(&text[range.end..]).trim_start_matches(['*', '_', '`', ' ']);
    let mut words = behind.split(|it: char| !it.is_alphanumeric());
    let (next, last) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    // What goes on in Latin, or in what everybody copies, is filler.
    let is_spoken_of = next == "in" && is_among("the a your our this", last) || next == "is" && last != "simply";
    let is_likened = [" like ", " such as ", " e.g. "].iter().any(|it| text[..range.start].ends_with(it));
    is_filler(&text[range.clone()]) && (is_among(SORTS, next) || is_spoken_of || is_likened)
}

/// "Never lorem ipsum": whoever forbids it has not written it. "These sections describe the changes in detail" asks nobody to.
fn is_told(text: &str, range: &Range<usize>) -> bool {
    let mut before = near::behind(&text[..range.start]).trim_end().rsplit([' ', '\n']);
    let last = before.find(|it| !matches!(*it, "the" | "any" | "a")).unwrap_or_default();
    let has_subject = || text[range.clone()].starts_with("describe ") && last.ends_with('s');
    is_among("never no not without avoid than", &last.to_lowercase()) || has_subject()
}

/// Whether a heading or a hint says that the answer may be left out.
pub fn is_optional(text: &str) -> bool {
    static OPTIONAL: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:optional|if (?:any|needed|applicable|relevant|required|necessary|you)|when (?:needed|applicable)|not required|may be (?:omitted|left)|can be (?:omitted|left|deleted|removed)|delete if)(?-u:\b)",
        ])
    });
    OPTIONAL.is_match(text)
}

/// Whether a heading or a hint says when there is nothing to write, in the longer words of a repository's own template.
pub fn may_be_left_out(text: &str) -> bool {
    static FREE: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:(?:as|where|when|whenever|if) (?:applicable|appropriate|needed|relevant|possible|useful|helpful)",
            r"|if (?:this|it|there|the|your|not|so|that|possible|yes|none)|in case|for .{1,30} only|only (?:if|for|when|needed)",
            r"|(?:add|list|include|share)? ?(?:any|some) (?:other|additional|further|extra|more)|anything else|feel free|skip (?:this|it|if)",
            r"|(?:delete|remove|omit) (?:this|the|it|if|any|section)|leave (?:this|it|empty|blank)|n/a|not applicable)(?-u:\b)",
            r"|(?-u:\b)(?:additional|further|other) (?:context|information|info|notes?|comments?|details)(?-u:\b)",
        ])
    });
    FREE.is_match(text)
}

/// Whether a heading or its hint says that an answer has to be there.
pub fn is_required(heading: &str, hint: &str) -> bool {
    static MARKED: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"[(\[*_](?:required|mandatory)[^)\]\n]{0,20}[)\]*_]|(?-u:\b)mandatory(?-u:\b)|^[^*]*[^*]\*$|: ?required$",
        ])
    });
    static TOLD: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^\W*(?:required|mandatory)(?-u:\b)|(?-u:\b)this (?:section|field|part|information) (?:is (?:required|mandatory)|must be filled)",
        ])
    });
    MARKED.is_match(heading.trim()) || TOLD.is_match(hint)
}

/// What a label of a template (normalised) asks for, in one word: "shop version", "what version do you use".
pub fn asked_thing(label: &str) -> Option<&str> {
    let words: Vec<&str> = label.split(' ').collect();
    match words.as_slice() {
        ["what" | "which", thing, _, ..] => Some(thing),
        // A label of more words asks for more than its last one says.
        [_, thing] | [_, _, thing] => Some(thing),
        _ => None,
    }
}

/// Whether a label asks for what a text says anyway, under this heading or under none.
pub fn is_general(label: &str) -> bool {
    let words =
        ["description", "describe", "detail", "details", "summary", "overview", "introduction", "about", "what"];
    label.to_lowercase().split(|it: char| !it.is_alphanumeric()).any(|word| words.contains(&word))
}

/// Whether an answer says that there is nothing to say.
pub fn is_declined(answer: &str) -> bool {
    let bare = answer.trim().trim_matches(|it: char| !it.is_alphanumeric()).to_lowercase();
    ["n/a", "na", "none", "no", "nothing", "not applicable", "not needed", "not relevant"].contains(&bare.as_str())
}

/// Whether an answer says that what was asked for is not there, or that nobody knows: "None", "Not tested", "unknown".
pub fn is_declined_or_unknown(answer: &str) -> bool {
    const UNKNOWN: &str = "unknown random randomly untested nope -";
    const LONGEST: usize = 40;
    let answer = answer.trim();
    if answer.len() > LONGEST {
        return false;
    }
    let bare = answer.trim_matches(|it: char| !it.is_alphanumeric()).to_lowercase();
    is_declined(answer) || is_among(UNKNOWN, &bare) || matches!(bare.as_str(), "not tested" | "not yet" | "not sure")
}

/// A label without its marks: "Versions (required)" is "Versions".
pub fn bare(label: &str) -> &str {
    let label = label.trim().trim_end_matches(['*', ':']).trim_end();
    let open = match label.chars().next_back() {
        Some(')') => label.rfind('('),
        Some(']') => label.rfind('['),
        _ => None,
    };
    let mark = open.filter(|open| *open > 0).map(|open| label.split_at(open));
    let mark = mark.filter(|(_, mark)| is_required(mark, "") || is_optional(mark));
    mark.map_or(label, |(name, _)| name.trim_end())
}

/// What a reader asks where a section of somebody's own template is not answered.
pub fn question(label: &str) -> String {
    let label = label.trim();
    match label.ends_with('?') && label.starts_with(char::is_uppercase) {
        true => label.to_owned(),
        false => format!("What belongs under \u{201c}{}\u{201d}?", label.trim_end_matches([':', '?', '.'])),
    }
}

/// What the issues made of a template are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    Bug,
    Feature,
    Question,
}

/// What a template is for, by how it names itself. The first such word counts.
pub fn subject(about: &str) -> Option<Subject> {
    let lower = about.to_lowercase();
    lower.split(|it: char| !it.is_alphanumeric()).find_map(|word| match word {
        "bug" | "bugs" | "bugreport" | "defect" | "crash" | "regression" | "broken" => Some(Subject::Bug),
        "feature" | "features" | "enhancement" | "proposal" | "idea" | "improvement" | "suggestion" => {
            Some(Subject::Feature)
        }
        "question" | "questions" | "support" | "help" => Some(Subject::Question),
        _ => None,
    })
}

/// Whether a hint or a blank is no longer than somebody writes one. Its expression does not count, because it would have a
/// state for each letter; instead the mark that opens a blank stands nowhere in it, so that a line is read only once.
fn is_short(blank: &str) -> bool {
    const LONGEST: usize = 80;
    blank.chars().nth(LONGEST).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let got: Vec<&str> = find(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(got, expected, "{text}");
    }

    #[test]
    fn blanks_and_prompts() {
        check("Fixes #(issue)", &["Fixes #(issue)"]);
        check("Closes #XXX, #issue_number and #<ticket>", &["Closes #XXX", "#issue_number", "#<ticket>"]);
        check("Resolves #\nand more", &["Resolves #"]);
        check("Ask [insert the owner] today.", &["[insert the owner]"]);
        check(
            "[Your name], <TODO: name> and <brief description>",
            &["[Your name]", "<TODO: name>", "<brief description>"],
        );
        check("- Task 1 (Owner, Due Date)", &["Task 1 (Owner, Due Date)"]);
        check("See [insert a row](guide.md), press <Enter>, fixes #12", &[]);
    }

    #[test]
    fn what_holds_no_mark_is_told_by_the_prose() {
        let text = "Lorem ipsum, please include a summary of the changes, [insert the owner]";
        check(text, &["Lorem ipsum", "please include a summary of the changes", "[insert the owner]"]);
        let blanks: Vec<&str> = find_blanks(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(blanks, ["[insert the owner]"]);
        assert!(has_prompt(text) && !has_prompt("Please ask [insert the owner]."));
    }

    #[test]
    fn whole_answers() {
        assert!(
            is_unwritten("TODO")
                && is_unwritten("_TBD_.")
                && is_unwritten("TBD - to be defined")
                && is_unwritten("[e.g. iOS]")
                && is_unwritten("YYYY-MM-DD")
        );
        assert!(!is_unwritten("None") && !is_unwritten("[x] done") && !is_unwritten("TBD after the beta"));
        assert!(is_undecided("TBD") && !is_undecided("TODO"));
        assert!(
            is_told_gap("TBC the tool to be used") && is_told_gap("TBD - To Be Done") && is_told_gap("TBC: who pays")
        );
        assert!(!is_told_gap("TBD") && !is_told_gap("TBD is what we write") && !is_told_gap("TBC the tool\n\n| a |"));
    }
}

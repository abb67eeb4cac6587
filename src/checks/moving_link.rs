//! `rules/refer/moving-link.md`

use crate::change::sort::is_vendored;
use crate::document::{Document, Link, Place};
use crate::finding::Findings;
use crate::words::address::local;
use crate::words::address::moving::{self, Moving};
use crate::words::digit::holds_digit;
use crate::words::edition;
use crate::words::file_name;
use crate::words::list::is_among;
use crate::words::near;

const BY_COMMIT: &str = "link to the lines in one commit: on GitHub and GitLab the key `y` writes it into the address";
const BY_WINDOW: &str = "link to a window of time with a beginning and an end";

pub fn check(doc: &Document, found: &mut Findings) {
    let is_clean = !doc.links().iter().any(|link| doc.once(&link.target, moving::moving).is_some());
    if is_clean || doc.source().path().is_some_and(is_vendored) {
        return;
    }
    for link in doc.links().iter().filter(|link| !link.image) {
        let moving = doc.once(&link.target, moving::moving).filter(|_| !doc.is_code(link));
        match moving {
            Some(Moving::Lines(branch)) if !is_of_generator(doc, link) && !is_still(doc, link) => {
                let flag = found.flag(link.span, format!("`{branch}` moves, and these lines with it"));
                flag.asks("Which lines were meant, and in which commit?").help = Some(BY_COMMIT);
                let is_named = names_target(doc, link) || is_named_beside(doc, link);
                if is_named || shows_present(doc, link) || says_what(doc, link) || is_proof(doc, link) {
                    flag.unsure();
                }
            }
            Some(Moving::Window(window)) if is_record(doc, link) => {
                let flag = found.flag(link.span, format!("`{window}` counts back from the moment of looking"));
                flag.help = Some(BY_WINDOW);
                if is_told_above(doc, link) || is_made(doc, link) {
                    flag.unsure();
                }
            }
            Some(Moving::Board) if is_record(doc, link) => {
                found.flag(link.span, "no time is given: it shows the last hours").unsure().help = Some(BY_WINDOW);
            }
            _ => {}
        }
    }
}

/// "Defined in: [pool.ts:40](…)": a program writes it anew with each version of its pages.
fn is_of_generator(doc: &Document, link: &Link) -> bool {
    let line = near::ahead(doc.at(doc.lines().around(link.span.start, doc.text())));
    line.trim_start_matches(['*', '_', '>', '-', ' ']).starts_with("Defined in:") && doc.at(link.text).contains(':')
}

/// Whether nothing moves: the words of the link are the address of one commit, or the file is of one day.
fn is_still(doc: &Document, link: &Link) -> bool {
    const COMMIT: usize = 40;
    let mut words = doc.at(link.text).split(|it: char| !it.is_ascii_hexdigit());
    !link.is_bare() && words.any(|it| it.len() == COMMIT)
        || file_name::date(file(link)).is_some()
        || file(link).split('/').any(is_release)
}

/// "charts/door/4.14.504/values.yaml": what lies in the folder of a release stays as it was released.
fn is_release(folder: &str) -> bool {
    let number = folder.strip_prefix('v').unwrap_or(folder);
    number.split('.').count() == 3 && edition::is_number(number)
}

/// Whether the numbers that it shows stand in a table right above.
fn is_told_above(doc: &Document, link: &Link) -> bool {
    let at = doc.passages().partition_point(|it| it.span.end <= link.span.start);
    let above = at.checked_sub(1).map(|it| &doc.passages()[it]);
    above.is_some_and(|it| it.place == Place::Cell)
        && doc.passages()[..at]
            .iter()
            .rev()
            .take(16)
            .any(|it| it.place == Place::Cell && it.span.len() <= LONGEST_VALUE && holds_digit(doc.at(it.span)))
}

/// "Created a [board of the doors](…)", "refreshed the numbers of the doors in [the board](…)", "deployed to https://…": the board
/// itself is meant, whatever it shows. What it shows of something else stands in a clause of its own.
fn is_made(doc: &Document, link: &Link) -> bool {
    const MADE: &str = "added built created deployed launched refreshed updated";
    const TELLING: &str = "after and as because but see seen show showed shown showing shows since so that then until when which while with";
    const MOST_WORDS: usize = 8;
    let line = doc.lines().around(link.span.start, doc.text());
    let before = near::behind(&doc.text()[line.start.min(link.span.start)..link.span.start]);
    let clause = before.rsplit([',', ';', '.', ':', ')', '(']).next().unwrap_or_default();
    let mut words = clause.split(|it: char| !it.is_alphanumeric() && it != '-').filter(|it| !it.is_empty()).rev();
    let is_telling = |it: &&str| is_among(TELLING, &it.to_lowercase());
    words.by_ref().take(MOST_WORDS).take_while(|it| !is_telling(it)).any(|it| is_among(MADE, &it.to_lowercase()))
}

/// Bytes of a cell that holds a number.
const LONGEST_VALUE: usize = 24;

/// The address of the file, without the lines.
fn file(link: &Link) -> &str {
    link.target.split(['#', '?']).next().unwrap_or_default()
}

/// Whether the words of a link are the name of what stands behind it, and not that of a file: whoever finds other lines there
/// looks for the name.
fn names_target(doc: &Document, link: &Link) -> bool {
    let text = doc.at(link.text).trim();
    let code = text.strip_prefix('`').and_then(|it| it.strip_suffix('`'));
    let name = code.unwrap_or(text);
    let has_hump = || name.as_bytes().windows(2).any(|it| it[0].is_ascii_lowercase() && it[1].is_ascii_uppercase());
    // "minimum.desktop.version"
    let is_path = || name.matches('.').count() > 1;
    let is_name = || {
        code.is_some() || has_hump() || is_path() || name.contains('_') || name.contains("::") || name.ends_with("()")
    };
    let is_file = name.contains(['/', ':']) && !name.contains("::")
        || name.contains('#') && !has_hump()
        || file(link).ends_with(name);
    !link.is_bare() && !name.contains([' ', '`']) && !is_file && is_name()
}

/// What a name in code can be the name of.
const SORTS: &str =
    "class component constant enum field file function here interface macro method struct template trait type variable";

/// Whether a name in code stands among few words of a link, or right before it: "[the `Slot` type](…)", "`Slot` [struct](…)".
fn is_named_beside(doc: &Document, link: &Link) -> bool {
    let words = doc.at(link.text);
    let few = if words.starts_with('`') { 5 } else { 3 };
    let is_in_words = !link.is_bare() && words.contains('`') && words.split_whitespace().count() <= few;
    let before = doc.text()[..link.span.start].trim_end();
    // "### `take` <a href=…>": a reference names what it leads to above each of its entries.
    let is_heading = || doc.section_at(link.span.start).is_some_and(|it| it.heading.contains(link.span));
    // "`take` ([here](…))", "the `Slot` implementation [here](…)"
    let named = before.trim_end_matches(['(', ' ']);
    let named =
        ["implementation", "definition"].iter().find_map(|it| named.strip_suffix(it)).unwrap_or(named).trim_end();
    let is_called_so = || named.ends_with('`') && !named.ends_with("``") && is_among(SORTS, &words.to_lowercase());
    // "The trait's `set_compare`: https://…", "then it waits in `case <-done` https://…"
    let led = before.strip_suffix(':').unwrap_or(before);
    let is_announced =
        || is_address(doc, link) && (led.ends_with('`') && !before.ends_with("``") || ends_with_name(led));
    is_in_words || is_called_so() || is_announced() || is_heading()
}

/// Whether a bare link stands in a line of its own below what was seen there, with a number or a name in code: "The pool keeps
/// two slots, see:". A footnote is announced where its mark stands: "`take` gives it back [3]", and at the end "[3] https://…".
fn is_proof(doc: &Document, link: &Link) -> bool {
    const MARK: usize = 8;
    const FOOTNOTE: usize = 4000;
    let tells = |words: &str| holds_digit(words) || words.contains('`');
    let line = doc.lines().around(link.span.start, doc.text());
    let opening = doc.at(line).trim().split("http").next().unwrap_or_default().trim();
    if !is_address(doc, link) || opening.len() > MARK || opening.contains(char::is_alphabetic) || !is_record(doc, link)
    {
        return false;
    }
    let mark = opening.trim_end_matches([':', ' ']);
    let is_mark = mark.starts_with('[') && mark.ends_with(']');
    let before = near::behind_within(&doc.text()[..line.start], FOOTNOTE);
    if is_mark && let Some(at) = before.find(mark) {
        return tells(near::behind(&before[..at]));
    }
    let at = doc.passages().partition_point(|it| it.span.end <= link.span.start);
    let above = at.checked_sub(1).map_or("", |it| near::behind(doc.at(doc.passages()[it].span)));
    // "It takes no more than 1024.", and below it, alone, where that stands.
    let last = above.trim_end().trim_end_matches(['.', ':']).rsplit(". ").next().unwrap_or_default();
    above.trim_end().ends_with([':', '.']) && tells(last) || is_below_code(doc, link) || is_above_lines(doc, link)
}

/// Whether the lines that are meant stand in a block right above, with no more than a sentence between.
fn is_below_code(doc: &Document, link: &Link) -> bool {
    const BETWEEN: usize = 120;
    let after = doc.code().partition_point(|it| it.body.end <= link.span.start);
    let code = after.checked_sub(1).map(|it| doc.code()[it].body);
    code.is_some_and(|it| !it.trimmed(doc.text()).is_empty() && link.span.start - it.end <= BETWEEN)
}

/// Whether the lines that are meant are quoted in the next line, or below words that say so: "I see:".
fn is_above_lines(doc: &Document, link: &Link) -> bool {
    const SEEN: &[&str] = &["see", "say", "read", "show", "contain", "line"];
    let is_shown = |line: &str| ["> ", "```", "~~~"].iter().any(|mark| line.starts_with(mark));
    let is_lead = |line: &str| line.ends_with(':') && SEEN.iter().any(|it| line.to_lowercase().contains(it));
    let mut lines = near::ahead(&doc.text()[link.span.end..]).lines().skip(1);
    match lines.next() {
        Some(next) if is_shown(next) => true,
        Some(next) => {
            let mut rest = [next].into_iter().chain(lines).filter(|it| !it.trim().is_empty());
            rest.next().is_some_and(is_lead) && rest.next().is_some_and(is_shown)
        }
        None => false,
    }
}

/// Whether nothing but the address stands there, in angle brackets or not.
fn is_address(doc: &Document, link: &Link) -> bool {
    link.is_bare() || doc.at(link.span).starts_with('<')
}

/// "The structure slot_take_t <https://…>": in a mail nothing is marked as code.
fn ends_with_name(before: &str) -> bool {
    let word = near::behind(before).trim_end_matches(['<', '(']).trim_end().rsplit(char::is_whitespace).next();
    word.is_some_and(|it| !it.contains('/') && it.trim_matches(['_', '(', ')']).contains(['_']))
}

/// Whether a standing page leads to what is so at present, and wants to: "the full list is [here](…)".
fn shows_present(doc: &Document, link: &Link) -> bool {
    const WORDS: &[&str] = &[
        "full list",
        "official list",
        "complete list",
        "current list",
        "currently in use",
        "latest",
        "up-to-date",
        "this list",
        "the list",
        "defined in the [",
        "defined in [",
        "listed in the [",
        "listed in [",
    ];
    !is_record(doc, link) && {
        let line = doc.line_near(link.span).to_lowercase();
        WORDS.iter().any(|it| line.contains(it))
    }
}

/// Whether a standing page calls what it leads to by words of its own: who keeps it up found half of such lines where they were
/// said to be, and looked for the others by those words. Behind "here" and a bare address nothing else is known.
fn says_what(doc: &Document, link: &Link) -> bool {
    let words = doc.at(link.text).to_lowercase();
    let is_nothing =
        link.is_bare() || words.ends_with("here") || words.starts_with("this ") || words.starts_with("these ");
    !is_record(doc, link) && !is_nothing
}

/// Whether the link shows what somebody saw. A standing page that leads to the present leads where it wants to; a proposal
/// leads to what was so when it was written.
fn is_record(doc: &Document, link: &Link) -> bool {
    !doc.is_page_at(link.span.start) || doc.source().path().is_some_and(is_proposal)
}

/// By its folder. Words anywhere in a path, as for texts of their day, also say it of how releases are made, and of plans to roll
/// back: there five of six such findings were wrong.
fn is_proposal(path: &str) -> bool {
    const FOLDERS: &str = "adr adrs decisions design designs design-notes design_proposals design-proposals enhancements proposal proposals rfc rfcs text";
    local::folder(path).split('/').any(|it| is_among(FOLDERS, &it.to_ascii_lowercase()))
}

//! What people said in a call, turn by turn, as somebody or something wrote it down. Nobody mends what was said.

use super::passage::Place;
use super::region::outermost;
use super::{Document, Sentence};
use crate::text::Span;
use crate::words::address::local;
use crate::words::english::chat;
use crate::words::english::given_name::is_given_name;
use crate::words::list::is_among;

/// Minutes have a line or two for each of their people, and a transcript goes round and round.
const FEWEST_TURNS: usize = 12;
const TURNS_OF_EACH: usize = 3;

impl Document<'_> {
    /// Whether the passage of a sentence begins with the name of who says it.
    pub fn has_speaker(&self, sentence: &Sentence) -> bool {
        chat::has_speaker(self.prose().passage(sentence.passage))
    }

    /// Whether a place is in a turn of a call.
    pub fn is_spoken_at(&self, at: usize) -> bool {
        let turns = self.turns();
        turns[..turns.partition_point(|it| it.start <= at)].last().is_some_and(|it| at < it.end)
    }
}

/// The turns of a transcript, in order; none where the text is none. One that is called so is a single one.
pub fn turns(doc: &Document) -> Vec<Span> {
    if doc.source().path().is_some_and(is_called_transcript) {
        return vec![Span::new(0, doc.text().len())];
    }
    let mut turns = written_out(doc);
    turns.extend(sections(doc));
    outermost(turns)
}

/// The parts that are called a transcript.
fn sections<'d>(doc: &'d Document) -> impl Iterator<Item = Span> + 'd {
    // "Transcripts" has a list of them below it.
    let is_called_so = |title: &str| {
        let title = title.trim_end_matches([' ', ':', '*']).to_lowercase();
        // "What follows from the transcript" is none.
        let is_about = || [" of ", " from ", " in ", " and ", " & ", " to "].iter().any(|it| title.contains(it));
        title.ends_with("transcript") && title.split(' ').count() <= 3 && !is_about()
    };
    doc.sections().iter().filter(move |it| it.level > 1 && is_called_so(it.short_title())).map(|it| it.body)
}

/// The turns of people who speak one after the other, again and again.
fn written_out(doc: &Document) -> Vec<Span> {
    // Each begins with a name between marks, or with a whole one at the head of its paragraph: few texts have so many of either.
    let marks = memchr::memmem::find_iter(doc.text().as_bytes(), "**").take(2 * FEWEST_TURNS).count();
    let paragraphs = || doc.passages().iter().filter(|it| it.place == Place::Paragraph);
    let named = || paragraphs().filter(|it| full_name(doc.at(it.span)).is_some()).take(FEWEST_TURNS).count();
    if marks < 2 * FEWEST_TURNS && named() < FEWEST_TURNS {
        return Vec::new();
    }
    let mut turns: Vec<Span> = Vec::new();
    let mut speakers: Vec<&str> = Vec::new();
    // Somebody speaks until somebody else does, or until it is told what came of it.
    let mut is_speaking = false;
    for passage in doc.passages() {
        if !matches!(passage.place, Place::Paragraph | Place::Item) {
            is_speaking = false;
            continue;
        }
        for line in passage.span.lines(doc.text()) {
            let said = doc.at(line);
            let named = speaker(said).or_else(|| full_name(said).filter(|_| passage.place == Place::Paragraph));
            if let Some(name) = named {
                speakers.push(name);
                turns.push(line);
                is_speaking = true;
            } else if said.trim_start().starts_with("=>") {
                is_speaking = false;
            } else if let Some(turn) = turns.last_mut().filter(|_| is_speaking) {
                turn.end = turn.end.max(line.end);
            }
        }
    }
    speakers.sort_unstable();
    speakers.dedup();
    // Programs write down each breath; who reports each day without a mark has one turn on each.
    let is_plain = marks < 2 * FEWEST_TURNS;
    let part = |it: Option<&Span>| it.and_then(|it| doc.section_at(it.start)).map(|it| it.heading.start);
    if is_plain && part(turns.first()) != part(turns.last()) {
        return Vec::new();
    }
    let of_each = if is_plain { 2 * TURNS_OF_EACH } else { TURNS_OF_EACH };
    let is_transcript = turns.len() >= FEWEST_TURNS && speakers.len() > 1 && speakers.len() * of_each <= turns.len();
    if is_transcript { turns } else { Vec::new() }
}

/// By the name of the file, or by that of a folder of them, whose front page is none.
fn is_called_transcript(path: &str) -> bool {
    let name = local::name(path);
    let mut words = name.split(|it: char| !it.is_alphanumeric());
    let is_kept_there = || is_among("transcript transcripts", &local::name(local::folder(path)).to_ascii_lowercase());
    words.any(|it| it.eq_ignore_ascii_case("transcript")) || is_kept_there() && !local::is_folder_page(path)
}

/// Who speaks in a line: "**Ana** - yes.", "**A**: yes."
fn speaker(line: &str) -> Option<&str> {
    let (name, rest) = line.trim_start().strip_prefix("**")?.split_once("**")?;
    let plain = name.trim_end_matches([':', ' ']);
    let is_said = plain.len() < name.len() || rest.trim_start().starts_with(['-', ':', '\u{2013}', '\u{2014}']);
    let first = plain.split([' ', '.']).next().unwrap_or_default();
    let is_initials = first.len() <= 2 && !first.is_empty() && first.bytes().all(|it| it.is_ascii_uppercase());
    // Labels begin with a capital letter, and many handles do not.
    let is_handle = plain == first && first.len() > 2 && first.starts_with(|it: char| it.is_ascii_lowercase());
    let is_person = || is_initials || is_handle || is_given_name(first) || first == "Speaker";
    (is_said && plain.split(' ').count() <= 3 && is_person()).then_some(plain)
}

/// Who speaks in a line as programs write it: "Ana Silva: yes."
fn full_name(line: &str) -> Option<&str> {
    /// Bytes. No name is longer, and few lines have a colon so early.
    const LONGEST: usize = 40;
    let at = memchr::memchr(b':', &line.as_bytes()[..line.len().min(LONGEST)])?;
    let name = line[..at].trim_start();
    let mut words = name.split(' ');
    let is_first = words.next().is_some_and(is_given_name);
    let is_name = words.clone().all(|it| it.starts_with(char::is_uppercase));
    (is_first && is_name && words.count() == 1 && line[at..].starts_with(": ")).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Source;

    #[test]
    fn a_transcript_goes_round() {
        let round = "**A** - We do it next week.\n**B** - Fine.\n=> Done next week\n\n**Rosa Diaz**: And then?\nWhat then?\n\nI ask.\n\n";
        let source = Source::unnamed("a.md", format!("# Call\n\n{}", round.repeat(4)));
        let doc = Document::new(&source);
        let turns = turns(&doc);
        assert_eq!(turns.len(), 12);
        assert_eq!(doc.at(turns[1]), "**B** - Fine.");
        assert_eq!(doc.at(turns[2]), "**Rosa Diaz**: And then?\nWhat then?\n\nI ask.");
    }

    #[test]
    fn what_is_called_a_transcript_is_spoken() {
        let is_spoken = |name: &str| !turns(&Document::new(&Source::file(name, "We do it next week.\n"))).is_empty();
        assert!(is_spoken("calls/2026-11/transcript-storage.md") && !is_spoken("transcripts/README.md"));
        assert!(is_spoken("calls/transcripts/2026-11-18-storage.md") && !is_spoken("transcripts/index.md"));
    }

    #[test]
    fn a_part_that_is_called_so_is_spoken() {
        let text = "# Call of 18 November\n\nA.\n\n## Full transcript\n\n### Part 1\n\nB.\n\n## Actions\n\nC.\n";
        let source = Source::unnamed("a.md", text);
        let doc = Document::new(&source);
        let spoken: Vec<char> =
            "ABC".chars().filter(|it| text.find(&format!("{it}.")).is_some_and(|at| doc.is_spoken_at(at))).collect();
        assert_eq!(spoken, ['B']);
    }

    #[test]
    fn programs_write_whole_names() {
        let round = "Rosa Diaz: We do it next week.\n\nAnd then?\n\nOmar Haddad: Fine.\n\n";
        let is_spoken = |text: String| !turns(&Document::new(&Source::unnamed("a.md", text))).is_empty();
        assert!(is_spoken(round.repeat(6)));
        assert!(!is_spoken(round.repeat(5)), "so few may be minutes");
        assert!(!is_spoken(round.replace("Rosa Diaz", "Open Points").repeat(12)), "one alone is no call");
        assert!(!is_spoken(round.replace("Rosa Diaz: ", "- Rosa Diaz: ").repeat(8)), "a list has what is to be done");
    }

    #[test]
    fn people_are_called_by_their_handles_too() {
        let round = "**rdiaz:** I do it on Saturday.\n\n**lchen:** Fine.\n\n";
        let source = Source::unnamed("a.md", round.repeat(6));
        assert_eq!(turns(&Document::new(&source)).len(), 12);
    }

    #[test]
    fn minutes_and_labels_are_no_transcript() {
        let minutes = "- **Ana**: will send it next week.\n- **Rosa**: sends it soon.\n".repeat(4);
        let labels = "- **Outcome:** the door opens.\n- **Why:** it was shut.\n".repeat(12);
        for text in [minutes, labels] {
            let source = Source::unnamed("a.md", text);
            assert!(turns(&Document::new(&source)).is_empty());
        }
    }
}

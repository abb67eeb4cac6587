//! The cues of a text that has no telling name: words by their seat, what its form says, how it is built.
//! Each is named, so that a verdict can be explained. Knows no kind and no weight.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::document::{Document, Stand};
use crate::text::{Span, border};
use crate::words::english::kind_cue::{self, CUES, Seat};
use crate::words::phrase::Phrases;
use crate::words::{address, output};

/// What a text is tells in its first words: so many bytes of clean text are read, and of comments and forms.
const READ: usize = 6000;
/// So many lines of a code block tell whether a program printed it.
const LINES_READ: usize = 40;

/// The words of a box that names a choice.
const MOST_WORDS: usize = 6;

/// A cue that was seen, and the words that made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    pub name: &'static str,
    pub words: Option<String>,
}

/// The words of each seat, made once a text has something there; the number of a list is the cue's.
struct Seats {
    title: LazyLock<Phrases>,
    heading: LazyLock<Phrases>,
    hint: LazyLock<Phrases>,
    prose: LazyLock<Phrases>,
}

static SEATS: Seats = Seats {
    title: LazyLock::new(|| words_of(&[Seat::Opening, Seat::Title])),
    heading: LazyLock::new(|| words_of(&[Seat::Heading])),
    hint: LazyLock::new(|| words_of(&[Seat::Hint])),
    prose: LazyLock::new(|| words_of(&[Seat::Prose])),
};

fn words_of(seats: &[Seat]) -> Phrases {
    let cues = CUES.iter().enumerate().filter(|(_, cue)| seats.contains(&cue.seat));
    Phrases::new(cues.flat_map(|(index, cue)| cue.words().map(move |words| (index, words))))
}

/// Every cue of a text, each once.
pub fn seen(doc: &Document) -> Vec<Seen> {
    let mut out = Cues::default();
    let title = doc.title().map(|title| doc.prose().clean(title.heading).to_owned());
    in_title(title.as_deref(), &mut out);
    in_form(doc, &mut out);
    in_prose(doc, &mut out);
    built(doc, &mut out);
    together(&mut out);
    out.list
}

#[derive(Default)]
struct Cues {
    list: Vec<Seen>,
}

impl Cues {
    fn add(&mut self, name: &'static str, words: Option<&str>) {
        if !self.list.iter().any(|it| it.name == name) {
            self.list.push(Seen { name, words: words.map(str::to_owned) });
        }
    }

    fn any(&self, names: &[&str]) -> bool {
        self.list.iter().any(|it| names.contains(&it.name))
    }

    fn add_if(&mut self, is_seen: bool, name: &'static str) {
        if is_seen {
            self.add(name, None);
        }
    }
}

fn in_title(title: Option<&str>, out: &mut Cues) {
    let Some(title) = title else { return out.add("no title", None) };
    let bare = title.trim_start_matches(|it: char| !it.is_alphanumeric());
    let opening = title.len() - bare.len();
    // "[Area] Add a switch" and "area: add a switch" open with "add".
    let second = bare.find([']', ':']).map(|at| bare[at + 1..].trim_start()).filter(|rest| !rest.is_empty());
    let second = second.map(|rest| title.len() - rest.len());
    for hit in SEATS.title.find(title) {
        let cue = &CUES[hit.list];
        let is_first = hit.range.start == opening || Some(hit.range.start) == second;
        if cue.seat == Seat::Title || is_first {
            out.add(cue.name, Some(&title[hit.range]));
        }
    }
    let words = title.split_whitespace().count();
    out.add_if(words <= 3, "title of three words at most");
    out.add_if(words > 10, "title of more than ten words");
    out.add_if(title.contains('?'), "title with a question mark");
    out.add_if(bare.starts_with(|it: char| it.is_lowercase()), "title in small letters");
    out.add_if(title.trim_start().starts_with('['), "title that opens with a bracket");
    let area = bare.split_once(": ").map(|(area, _)| area);
    let is_area = |area: &str| !area.contains(' ') && area.chars().any(char::is_lowercase);
    out.add_if(area.is_some_and(is_area), "title that opens with an area");
}

fn in_form(doc: &Document, out: &mut Cues) {
    if let Some((name, words)) = stated(doc) {
        out.add(name, Some(words));
    }
    let title = doc.title().map(|title| title.heading);
    let sections = doc.sections().iter().filter(|it| Some(it.heading) != title).map(|it| it.name.as_str());
    let labels = doc.labels().iter().map(|it| it.name.as_str());
    let mut names = 0;
    for name in sections.chain(labels).take(200) {
        names += 1;
        for hit in SEATS.heading.find(name).into_iter().filter(|hit| hit.range.start <= "what is the ".len()) {
            out.add(CUES[hit.list].name, Some(&name[hit.range]));
        }
    }
    out.add_if(names == 0, "no heading and no label");
    out.add_if(names > 8, "more than eight headings and labels");
    for comment in comments(start_of(doc.text(), READ)) {
        for hit in SEATS.hint.find(comment) {
            out.add(CUES[hit.list].name, Some(&comment[hit.range]));
        }
    }
}

/// What stands between `<!--` and `-->`.
fn comments(text: &str) -> impl Iterator<Item = &str> {
    text.split("<!--").skip(1).map(|rest| rest.split("-->").next().unwrap_or_default())
}

/// What the text says that it is: behind "Issue type", or in a box that is ticked.
fn stated<'d>(doc: &'d Document) -> Option<(&'static str, &'d str)> {
    let sections = doc.sections().iter().map(|it| (it.name.as_str(), it.lead));
    let labels = doc.labels().iter().map(|it| (it.name.as_str(), it.body));
    let asked = sections.chain(labels).filter(|(name, _)| kind_cue::asks_kind(name)).map(|(_, body)| body);
    // "I report an issue, it is no question" is a vow; "Bug report" is a choice.
    let is_choice = |line: &&str| line.split_whitespace().count() <= MOST_WORDS;
    let ticked = doc.items().iter().filter(|it| it.task == Some(true)).filter_map(|it| it.passage);
    let ticked = ticked.map(|passage| doc.at(doc.passages()[passage].span));
    let told = asked.map(|span| first_line(doc, span)).chain(ticked.filter(is_choice));
    told.into_iter().find_map(|line| Some((kind_cue::stated(line)?, line)))
}

fn first_line<'d>(doc: &'d Document, span: Span) -> &'d str {
    doc.at(span).trim().lines().next().unwrap_or_default().trim()
}

fn in_prose(doc: &Document, out: &mut Cues) {
    let own = own_words(doc);
    let text = own.as_str();
    for hit in SEATS.prose.find(text) {
        out.add(CUES[hit.list].name, Some(&text[hit.range]));
    }
    let words = text.split_whitespace().count();
    out.add_if(words < 15, "fewer than 15 words");
    out.add_if((15..60).contains(&words), "15 to 60 words");
    out.add_if((200..500).contains(&words), "200 to 500 words");
    out.add_if(words >= 500, "500 words and more");
    let last = text.trim_end().lines().next_back().unwrap_or_default().trim_end();
    out.add_if(last.ends_with('?'), "a question at the end");
    let first = text.trim_start().lines().next().unwrap_or_default().trim_end();
    out.add_if(first.ends_with('?'), "a question at the beginning");
    match text.matches("? ").count() + text.matches("?\n").count() {
        0 => {}
        1 => out.add("one question", None),
        _ => out.add("several questions", None),
    }
    out.add_if(text.contains('@'), "somebody is called by a handle");
    out.add_if([" i ", "\ni ", " i'", "\ni'"].iter().any(|it| text.contains(it)), "i in small letters");
    out.add_if(["??", "!!", "?!", "...."].iter().any(|it| text.contains(it)), "marks in a row");
    out.add_if(text.trim_start().starts_with(|it: char| it.is_lowercase()), "begins with a small letter");
}

/// The first of the running text, without what a form says: headings, the keys of labels, boxes to tick.
fn own_words(doc: &Document) -> String {
    let prose = doc.prose();
    let boxes: HashSet<usize> = doc.items().iter().filter(|it| it.task.is_some()).filter_map(|it| it.passage).collect();
    let mut out = String::new();
    for (index, passage) in doc.passages().iter().enumerate() {
        if out.len() >= READ {
            break;
        }
        if passage.place.is_heading() || boxes.contains(&index) {
            continue;
        }
        let range = prose.passage_range(index);
        let mut start = range.start;
        let first = doc.labels().partition_point(|it| it.key.start < passage.span.start);
        let labels = doc.labels()[first..].iter().take_while(|it| it.key.start < passage.span.end);
        for label in labels.filter(|it| it.bold) {
            let key = prose.clean_range(label.key);
            out.push_str(prose.text().get(start..key.start).unwrap_or_default());
            start = key.end.clamp(start, range.end);
        }
        out.push_str(prose.text().get(start..range.end).unwrap_or_default());
        out.push('\n');
    }
    for code in doc.code().iter().map(|it| doc.at(it.body)).filter(|it| is_told(it)) {
        out.push_str(start_of(code, READ));
        out.push('\n');
    }
    out.truncate(start_of(&out, READ).len());
    out
}

/// Forms put what people tell into code blocks: sentences, hardly a sign of a program, and no error.
fn is_told(code: &str) -> bool {
    let code = start_of(code, READ);
    let signs = code.bytes().filter(|it| b"{}()[];=<>|$\\/_#*".contains(it)).count();
    code.split_whitespace().nth(MOST_WORDS).is_some() && signs * 40 < code.len() && !output::holds_error(code)
}

/// How a text is built: its blocks, its addresses, its length.
fn built(doc: &Document, out: &mut Cues) {
    let filled = |span: Span| !doc.at(span).trim().is_empty();
    let code = || doc.code().iter().filter(|code| filled(code.body));
    let lines =
        |code: &crate::document::CodeBlock| doc.at(code.body).lines().take(LINES_READ).collect::<Vec<_>>().join("\n");
    out.add_if(code().next().is_some(), "code");
    out.add_if(code().any(|it| output::holds_error(&lines(it))), "an error in a block");
    out.add_if(code().any(|it| output::is_session(&lines(it))), "a shell session");
    let prose = doc.prose();
    let masks = || prose.masks(0..prose.text().len());
    out.add_if(masks().any(|(stand, _)| stand == Stand::Code), "code in a sentence");
    out.add_if(masks().any(|(stand, _)| stand == Stand::Log), "a log in running text");
    let links = || doc.links().iter();
    out.add_if(links().any(|it| it.image), "a picture");
    let is_relative = |target: &str| !target.contains("://") && !target.starts_with(['#', 'm']);
    out.add_if(links().any(|it| is_relative(&it.target)), "a link to a file beside it");
    out.add_if(links().any(|it| it.target.starts_with('#')), "a link into itself");
    out.add_if(links().filter(|it| !it.image).count() > 5, "more than five links");
    let leads_to_line =
        |target: &str| target.contains("/blob/") || target.contains("/commit/") || target.contains("/pull/");
    out.add_if(links().any(|it| leads_to_line(&it.target)), "a link into a repository");
    out.add_if(links().any(|it| !it.image && address::leads_to_sandbox(&it.target)), "a link to a sandbox");
    out.add_if(!doc.tables().is_empty(), "a table");
    out.add_if(doc.fields().iter().any(|it| it.in_front_matter), "front matter");
    out.add_if(doc.fields().iter().any(|it| !it.in_front_matter), "header lines");
    out.add_if(doc.items().iter().any(|it| it.ordered), "a numbered list");
    out.add_if(doc.items().iter().filter(|it| !it.ordered).count() > 2, "a list");
    out.add_if(doc.items().iter().any(|it| it.task.is_some()), "boxes to tick");
    out.add_if(doc.passages().iter().any(|it| it.quoted), "a quotation");
    let quoted_number = |text: &str| text.split('#').skip(1).any(|it| it.starts_with(|it: char| it.is_ascii_digit()));
    out.add_if(quoted_number(start_of(prose.text(), READ)), "a number of an issue");
    let sections = doc.passages().iter().filter(|it| it.place.is_heading()).count();
    out.add_if((3..6).contains(&sections), "three to five headings");
    out.add_if(sections >= 6, "six headings and more");
}

/// What cues say together and none of them alone.
fn together(out: &mut Cues) {
    let asks =
        out.any(&["asks for help", "asks how", "is not sure", "asks whether", "one question", "several questions"]);
    let fails = out.any(&["names an error", "an error in a block", "title names an error", "title names a failure"]);
    let wishes = out.any(&["calls something nice to have", "wishes for something"]);
    out.add_if(fails && asks, "an error, and somebody is asked");
    out.add_if(fails && !asks && !wishes, "an error, and nobody is asked");
    out.add_if(wishes && !fails, "a wish without an error");
    out.add_if(asks && !fails && !wishes, "a question without an error");
    out.add_if(!asks && !fails && !wishes, "neither error, wish nor question");
    out.add_if(!out.any(&["speaks in the first person"]), "nobody says I");
}

/// At most so many bytes of a text, on a border of its letters.
fn start_of(text: &str, most: usize) -> &str {
    &text[..border(text, most)]
}

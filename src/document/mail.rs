//! The mail that a message answers or hands on, as programs put it below the words of its writer: with no mark of a quote.

use super::Document;
use crate::text::{Origin, Span};
use crate::words::time_of_day::clock_times;

/// Lines of a header, from the first to the last that is looked for.
const HEADER: usize = 6;

/// Which words of a message are somebody else's.
pub struct Answered<'d> {
    text: &'d str,
    is_message: bool,
    /// Behind "Original Message", or with the header of another mail. A mail that begins so is the message itself.
    from: usize,
}

impl<'d> Answered<'d> {
    pub fn of(doc: &'d Document) -> Self {
        let (text, is_message) = (doc.text(), doc.source().origin == Origin::Message);
        let from = if is_message { begin(text) } else { None };
        Self { text, is_message, from: from.unwrap_or(usize::MAX) }
    }

    /// Whether a block stands in the other mail, or only says whose words are quoted below it: "On Tue, Nov 17, 2026 at
    /// 9:14 AM Bo Li wrote:".
    pub fn holds(&self, block: Span) -> bool {
        let words = block.of(self.text);
        block.start >= self.from || is_attribution(words) && (self.is_message || is_stamped(words))
    }
}

/// "On Tue, Nov 17, 2026 at 9:14 AM Bo Li wrote:", in the languages of some programs. Some of them begin it with a mark of the
/// order of bytes.
fn is_attribution(words: &str) -> bool {
    const LONGEST: usize = 200;
    const FORMS: &[(&str, &str)] = &[
        ("On ", "wrote"),
        ("Le ", "a \u{e9}crit"),
        ("Am ", " schrieb "),
        ("El ", "escribi\u{f3}"),
        ("Op ", " schreef "),
        ("Il ", "ha scritto"),
    ];
    let words = words.trim_matches(|it: char| it == '\u{feff}' || it.is_whitespace());
    let Some(line) = words.strip_suffix(':').map(str::trim_end).filter(|it| it.len() <= LONGEST) else { return false };
    // Where the verb stands before the name, the name is the end.
    let ends = |verb: &str| if verb.ends_with(' ') { line.contains(verb) } else { line.ends_with(verb) };
    FORMS.iter().any(|(begin, verb)| line.starts_with(begin) && ends(verb))
}

/// Whether a line has the hour or the address that a program puts there: in a document people write "On Monday Bo wrote:".
fn is_stamped(line: &str) -> bool {
    line.contains('@') || clock_times(line).next().is_some()
}

fn begin(text: &str) -> Option<usize> {
    if !text.contains("\nFrom: ") && !text.contains("essage") {
        return None;
    }
    let lines: Vec<Span> = Span::new(0, text.len()).lines(text).collect();
    let opens = |at: usize| is_cut(lines[at].of(text)) || is_header(text, &lines[at..lines.len().min(at + HEADER)]);
    let found = (0..lines.len()).find(|at| opens(*at)).map(|at| lines[at].start)?;
    (!text[..found].trim().is_empty()).then_some(found)
}

/// "-----Original Message-----", "---------- Forwarded message ---------", "Begin forwarded message:"
fn is_cut(line: &str) -> bool {
    let words = line.trim_matches(['-', ' ', ':']).to_ascii_lowercase();
    let is_ruled = line.trim_start().starts_with("--");
    matches!(words.as_str(), "original message" | "forwarded message") && is_ruled || words == "begin forwarded message"
}

/// "From:", and below it when and to whom it was sent.
fn is_header(text: &str, lines: &[Span]) -> bool {
    let has = |names: &[&str]| lines.iter().skip(1).any(|it| names.iter().any(|name| it.of(text).starts_with(name)));
    lines.first().is_some_and(|it| it.of(text).starts_with("From: "))
        && has(&["Sent: ", "Date: "])
        && has(&["To: ", "Subject: "])
}

#[cfg(test)]
mod tests {
    use super::{begin, is_attribution};

    #[test]
    fn a_line_that_says_whose_words_follow() {
        for line in [
            "On Tue, Nov 17, 2026 at 9:14 AM Bo Li wrote:",
            "\u{feff}On 17/11/2026 09:14, bo@example.com wrote:",
            "Le mar. 17 nov. 2026, 09:14, Bo Li a \u{e9}crit\u{a0}:",
            "Am 17.11.2026 um 09:14 schrieb Bo Li:",
        ] {
            assert!(is_attribution(line), "{line}");
        }
        assert!(!is_attribution("On Tuesday we ship it:") && !is_attribution("Bo wrote: it is red"));
    }

    #[test]
    fn another_mail_begins_where_its_header_or_a_rule_says_so() {
        let behind = |text: &str| begin(text).map(|at| text[at..].lines().next().unwrap_or_default().to_owned());
        let header =
            "From: Bo Li <bo@example.com>\nSent: Tuesday, November 17, 2026 9:14 AM\nTo: Ana\nSubject: It\n\nBy EOD.\n";
        assert_eq!(behind(&format!("It is sent.\n\n{header}")).as_deref(), Some("From: Bo Li <bo@example.com>"));
        assert_eq!(behind(header), None, "it is the message itself");
        assert_eq!(behind("It is sent.\n\nFrom: the archive\n\nTo: you\n"), None);
        for rule in ["-----Original Message-----", "---------- Forwarded message ---------", "Begin forwarded message:"]
        {
            assert_eq!(behind(&format!("See below.\n\n{rule}\nBy EOD.\n")).as_deref(), Some(rule));
        }
        assert_eq!(behind("See below.\n\nThe original message was long.\n"), None);
    }
}

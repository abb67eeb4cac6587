//! The text of a thread: a line for who and when, then the message behind marks that nothing in it can break out of.
//! Whatever somebody writes, an open fence or a line that looks like the next author, stays inside of its own quote.

use super::Message;
use crate::text::Span;
use crate::words::letters::squeezed;

/// What somebody said, before it has a place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    pub author: String,
    pub is_bot: bool,
    pub has_say: bool,
    /// In seconds since 1970 in UTC.
    pub at: Option<i64>,
    pub text: String,
}

/// Stands before each line of a message, and alone on one without words.
const MARK: &str = "> ";
const EMPTY: &str = ">";
/// Letters of a name; more is no name.
const LONGEST_NAME: usize = 80;
/// Who wrote where no name is left.
const NOBODY: &str = "ghost";

/// The text that holds all messages, and where each of them stands.
pub fn write(said: &[Said]) -> (String, Vec<Message>) {
    let mut text = String::new();
    let mut messages = Vec::with_capacity(said.len());
    for one in said {
        let author = name(&one.author);
        let start = text.len();
        text.push_str(&author);
        if let Some(at) = one.at.and_then(minute) {
            text.push_str(", ");
            text.push_str(&at);
        }
        let head = Span::new(start, text.len());
        text.push_str(":\n\n");
        let start = text.len();
        put(&mut text, &one.text);
        let body = Span::new(start, text.len());
        text.push_str("\n\n");
        messages.push(Message { author, is_bot: one.is_bot, has_say: one.has_say, at: one.at, head, body });
    }
    (text, messages)
}

/// A moment as everybody reads it: `2026-11-18 09:00 UTC`.
pub fn minute(seconds: i64) -> Option<String> {
    let moment = jiff::Timestamp::from_second(seconds).ok()?.to_zoned(jiff::tz::TimeZone::UTC);
    Some(format!("{} {:02}:{:02} UTC", moment.date(), moment.hour(), moment.minute()))
}

/// A name in one line.
fn name(author: &str) -> String {
    let plain: String = author.chars().map(|it| if it.is_control() { ' ' } else { it }).collect();
    let plain: String = squeezed(&plain).chars().take(LONGEST_NAME).collect();
    if plain.is_empty() { NOBODY.to_owned() } else { plain }
}

fn put(text: &mut String, body: &str) {
    let body = body.trim_end().replace("\r\n", "\n").replace('\r', "\n");
    for (number, line) in body.split('\n').enumerate() {
        if number > 0 {
            text.push('\n');
        }
        match line.trim_end().is_empty() {
            true => text.push_str(EMPTY),
            false => {
                text.push_str(MARK);
                text.push_str(line);
            }
        }
    }
}

/// A message without its marks, and the way back.
#[derive(Debug)]
pub struct Letter {
    pub text: String,
    /// Where each line begins: here, and in the text of the thread.
    lines: Vec<(usize, usize)>,
}

impl Letter {
    pub fn of(message: &Message, thread: &str) -> Self {
        let mut letter = Self { text: String::with_capacity(message.body.len()), lines: Vec::new() };
        for line in message.body.lines(thread) {
            let inside = line.of(thread);
            let words = inside.strip_prefix(MARK).or_else(|| inside.strip_prefix(EMPTY)).unwrap_or(inside);
            letter.lines.push((letter.text.len(), line.end - words.len()));
            letter.text.push_str(words);
            letter.text.push('\n');
        }
        letter
    }

    /// A place of this text in that of the thread.
    pub fn place(&self, span: Span) -> Span {
        let (start, end) = (self.offset(span.start), self.offset(span.end));
        Span::new(start, end.max(start))
    }

    fn offset(&self, at: usize) -> usize {
        let line = self.lines.partition_point(|(start, _)| *start <= at).saturating_sub(1);
        self.lines.get(line).map_or(0, |(here, there)| there + (at - here))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_comes_back_with_its_places() {
        let text = "One?\r\n\r\n> quoted\n```\nana, 2026-11-18 09:00 UTC:\n";
        let said = Said { author: "ben\n\u{1b}".to_owned(), at: Some(0), text: text.to_owned(), ..Said::default() };
        let (thread, messages) = write(&[said.clone(), said]);
        assert!(
            thread.starts_with("ben, 1970-01-01 00:00 UTC:\n\n> One?\n>\n> > quoted\n> ```\n> ana, 2026"),
            "{thread}"
        );
        let letter = Letter::of(&messages[1], &thread);
        assert_eq!(letter.text, "One?\n\n> quoted\n```\nana, 2026-11-18 09:00 UTC:\n");
        let at = letter.text.find("quoted").expect("it is there");
        assert_eq!(letter.place(Span::new(at, at + 6)).of(&thread), "quoted");
    }

    #[test]
    fn nobody_and_nothing_have_a_place() {
        let (thread, messages) = write(&[Said::default()]);
        assert_eq!(thread, "ghost:\n\n>\n\n");
        assert_eq!(Letter::of(&messages[0], &thread).text, "\n");
    }
}

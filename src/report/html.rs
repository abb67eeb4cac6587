//! HTML in which the words of strangers stay words. Markup comes from our own code alone, as text that is there when the
//! program is compiled; whatever else is written goes through `text`, so that nobody can forget it. Which page is
//! written, it does not know.

use std::fmt::{Display, Write};

use super::escape;

/// An attribute: its name is ours, its value anybody's.
pub type Attribute<'a> = (&'static str, &'a str);

/// A piece of HTML.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Html {
    out: String,
}

/// Words as they stand between tags and in quoted attributes. What would move a terminal or turn a line around is shown
/// as an escape, since a page may be copied from; and no log takes a part of them for an order.
pub fn text(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 8);
    let mut before = ' ';
    for letter in words.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '#' if before == '#' => out.push_str("&#35;"),
            _ if escape::is_unsafe(letter) || is_no_character(letter) => out.extend(letter.escape_unicode()),
            _ => out.push(letter),
        }
        before = letter;
    }
    out
}

/// Code points that stand for nothing in any text, and that no page may hold.
fn is_no_character(letter: char) -> bool {
    matches!(letter, '\u{fdd0}'..='\u{fdef}') || u32::from(letter) & 0xfffe == 0xfffe
}

impl Html {
    /// Markup of ours.
    pub fn markup(&mut self, markup: &'static str) -> &mut Self {
        self.out.push_str(markup);
        self
    }

    /// Words, whoever wrote them.
    pub fn text(&mut self, words: impl Display) -> &mut Self {
        self.out.push_str(&text(&words.to_string()));
        self
    }

    /// A stranger's words, of which nobody knows in which direction they run: what stands around them keeps its order.
    pub fn stranger(&mut self, words: &str) -> &mut Self {
        self.words("bdi", &[], words)
    }

    /// An element with what is in it.
    pub fn element(
        &mut self,
        name: &'static str,
        attributes: &[Attribute],
        inside: impl FnOnce(&mut Self),
    ) -> &mut Self {
        self.open(name, attributes);
        inside(self);
        // Writing to a string cannot fail.
        let _ = write!(self.out, "</{name}>");
        self
    }

    /// An element that holds words.
    pub fn words(&mut self, name: &'static str, attributes: &[Attribute], words: impl Display) -> &mut Self {
        self.element(name, attributes, |it| {
            it.text(words);
        })
    }

    /// The start of an element; the whole of one that HTML never closes.
    pub fn open(&mut self, name: &'static str, attributes: &[Attribute]) -> &mut Self {
        let _ = write!(self.out, "<{name}");
        for (name, value) in attributes {
            let _ = write!(self.out, " {name}=\"{}\"", text(value));
        }
        self.out.push('>');
        self
    }

    /// The end of a line, where people who look at the source want one.
    pub fn line(&mut self) -> &mut Self {
        self.markup("\n")
    }

    pub fn finish(self) -> String {
        self.out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words() {
        assert_eq!(text("a <b> & \"c\" 'd'"), "a &lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;");
        assert_eq!(text("a\n\0\u{202e}b\u{ffff}"), r"a\u{a}\u{0}\u{202e}b\u{ffff}");
        assert_eq!(text("##[error]"), "#&#35;[error]");
        for fine in ["日本語", "שלום", "a\tb", "#1", "👩\u{200d}💻"] {
            assert_eq!(text(fine), fine);
        }
    }

    #[test]
    fn elements_are_whole() {
        let mut html = Html::default();
        html.element("p", &[("title", "\"><img src=x>")], |it| {
            it.text("a").stranger("</p>").open("br", &[]);
        });
        assert_eq!(html.finish(), "<p title=\"&quot;&gt;&lt;img src=x&gt;\">a<bdi>&lt;/p&gt;</bdi><br></p>");
    }
}

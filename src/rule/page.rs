//! A page as text: front matter, body, examples. Read by lines and not by the Markdown module: the parser under
//! test must not be able to hide the rules.

use std::borrow::Cow;

use jiff::Timestamp;
use memchr::{memchr, memchr_iter, memmem};

use crate::later::{Later, later, made};
use crate::text::{Span, Written, instant};

/// Pages of this folder define kinds of document.
pub const KINDS: &str = "document";

/// A rule's page. Spans are into `text`.
#[derive(Debug)]
pub struct Page {
    /// `rules/<group>/<id>.md`, or a path in the user's folder.
    pub path: Cow<'static, str>,
    pub text: Cow<'static, str>,
    pub id: Cow<'static, str>,
    pub group: Cow<'static, str>,
    pub head: Span,
    pub body: Span,
    pub examples: Later<Vec<Example>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The rule must speak here.
    Bad,
    /// All default rules must be silent here.
    Good,
    /// What is printed for the `bad` example before it.
    Report,
    /// The outline of a document of this kind. A comment that holds only the name of a need, `<!-- owner -->`, stands
    /// where it is answered.
    Skeleton,
    /// What the change does that the next example describes, as `git diff --numstat` prints it.
    Change,
    /// What the next example was before a change.
    Before,
    /// What the next example lies among: a path a line, with `#` and an anchor that it has; `- PATH COMMIT` is gone.
    Tree,
    /// Another document of the repository in which the next example lies, at `at=PATH`.
    Beside,
}

impl Role {
    /// Whether it says something of the next example, and is none itself.
    pub fn is_context(self) -> bool {
        matches!(self, Role::Change | Role::Before | Role::Tree | Role::Beside)
    }
}

/// A text in a page that shows what the rule means, and is run as its test.
#[derive(Debug, Clone)]
pub struct Example {
    pub role: Role,
    /// The line of the opening fence in the page, from 1.
    pub line: usize,
    pub text: Span,
    /// `as=KIND`: the kind of the example, where the rule looks at several.
    pub kind: Option<String>,
    /// `at=PATH`: the name of the example, where the name matters.
    pub at: Option<String>,
    /// `now=INSTANT`: when the example is read, where that matters.
    pub now: Option<Timestamp>,
    /// `written=INSTANT`: when whoever handed it over says that it was written.
    pub written: Option<Written>,
    /// Messages of several people, one JSON object a line, in the neutral form of `pingless thread`.
    pub is_thread: bool,
}

/// Where a page is not in its form, in words.
#[derive(Debug, PartialEq, Eq)]
pub struct Malformed {
    pub at: Span,
    pub message: String,
    pub help: String,
}

const FENCE: &str = "````";

impl Page {
    pub fn parse(path: &str, text: impl Into<Cow<'static, str>>) -> Result<Page, Malformed> {
        let text = text.into();
        let (head, body) = split(&text)?;
        let mut parts = path.rsplit('/');
        let id = parts.next().unwrap_or_default().trim_end_matches(".md").to_owned();
        let group = parts.next().unwrap_or_default().to_owned();
        if !is_id(&id) {
            return Err(Malformed {
                at: Span::new(0, head.start),
                message: format!("`{id}` is no rule id"),
                help: "name the file in small letters and hyphens, as in `ambiguous-deadline.md`; digits may follow a letter"
                    .to_owned(),
            });
        }
        let examples = made(examples(&text, body)?);
        Ok(Page { path: path.to_owned().into(), text, id: id.into(), group: group.into(), head, body, examples })
    }

    /// A page that the binary carries, and where its definition and its body stand. It is in its form: our tests prove it.
    pub fn ours(path: &'static str, text: &'static str, head: Span, body: Span) -> Page {
        let (group, id) = path.trim_start_matches("rules/").split_once('/').unwrap_or_default();
        let id = id.trim_end_matches(".md");
        let examples = later(move || examples(text, body).unwrap_or_else(|it| panic!("{}", it.message)));
        let [path, id, group] = [path, id, group].map(Cow::Borrowed);
        Page { path, text: Cow::Borrowed(text), id, group, head, body, examples }
    }

    /// More examples of the same rule in a file of their own: `text` has no definition.
    pub fn with_cases(&self, path: &str, text: &str) -> Result<Page, Malformed> {
        let (head, body) = (Span::new(0, 0), Span::new(0, text.len()));
        let examples = made(examples(text, body)?);
        let (id, group) = (self.id.clone(), self.group.clone());
        Ok(Page { path: path.to_owned().into(), text: text.to_owned().into(), id, group, head, body, examples })
    }

    pub fn head(&self) -> &str {
        self.head.of(&self.text)
    }

    pub fn body(&self) -> &str {
        self.body.of(&self.text)
    }
}

/// Small letters, with hyphens between its parts. A digit stands behind the letter that its part begins with.
pub fn is_id(name: &str) -> bool {
    let is_part = |part: &str| !part.starts_with(|it: char| it.is_ascii_digit());
    let is_known = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-';
    !name.is_empty() && name.bytes().all(is_known) && name.split('-').all(is_part)
}

fn split(text: &str) -> Result<(Span, Span), Malformed> {
    let malformed = |message: &str| Malformed {
        at: Span::new(0, text.lines().next().map_or(0, str::len)),
        message: message.to_owned(),
        help: "begin the page with `---`, its definition in YAML, and `---`".to_owned(),
    };
    let start = ["---\n", "---\r\n"].iter().find(|open| text.starts_with(**open)).map(|open| open.len());
    let start = start.ok_or_else(|| malformed("a page begins with its definition"))?;
    // The line before the first of the definition ends with it.
    let from = start - 1;
    for found in memmem::find_iter(&text.as_bytes()[from..], "\n---") {
        let line = &text[from + found + 1..];
        let end = memchr(b'\n', line.as_bytes()).map_or(line.len(), |it| it + 1);
        if line[..end].trim_end() == "---" {
            let at = from + found + 1;
            return Ok((Span::new(start, at), Span::new(at + end, text.len())));
        }
    }
    Err(malformed("the definition is not closed"))
}

fn examples(text: &str, body: Span) -> Result<Vec<Example>, Malformed> {
    let mut out = Vec::new();
    let mut open: Option<(Span, Example)> = None;
    let (mut line, mut counted) = (1, 0);
    for fence in fences(text, body) {
        let words = fence.of(text).trim_end();
        match open.as_mut() {
            Some((_, example)) if words == FENCE => {
                example.text.end = fence.start;
                out.extend(open.take().map(|(_, example)| example));
            }
            Some(_) => {}
            None => {
                line += memchr_iter(b'\n', &text.as_bytes()[counted..fence.start]).count();
                counted = fence.start;
                let span = Span::new(fence.start, fence.start + words.len());
                open = Some((span, opening(&words[FENCE.len()..], span, fence.end, line)?));
            }
        }
    }
    match open {
        None => Ok(out),
        Some((at, example)) => Err(Malformed {
            at,
            message: format!("the example of line {} is not closed", example.line),
            help: format!("close it with a line of `{FENCE}`"),
        }),
    }
}

/// The lines that begin with a fence.
fn fences(text: &str, body: Span) -> impl Iterator<Item = Span> + '_ {
    let within = body.of(text);
    let line = move |start: usize| {
        let end = memchr(b'\n', &within.as_bytes()[start..]).map_or(within.len(), |found| start + found + 1);
        Span::new(start, end).after(body.start)
    };
    let is_first = move |at: &usize| *at == 0 || within.as_bytes()[at - 1] == b'\n';
    memmem::find_iter(within.as_bytes(), FENCE).filter(is_first).map(line)
}

fn opening(info: &str, at: Span, body: usize, line: usize) -> Result<Example, Malformed> {
    let malformed = |message: String| {
        Malformed {
        at,
        message,
        help:
            "open it with four backticks and `md bad`, `md good`, `text report`, `text change`, `text tree`, `md before`, `md beside`, `md skeleton`, `ndjson bad` or `ndjson good`; `as=KIND`, `at=PATH`, `now=INSTANT` and `written=INSTANT` may follow"
                .to_owned(),
    }
    };
    let mut words = info.split_whitespace();
    let role = match (words.next(), words.next()) {
        (Some("md" | "ndjson"), Some("bad")) => Role::Bad,
        (Some("md" | "ndjson"), Some("good")) => Role::Good,
        (Some("text"), Some("report")) => Role::Report,
        (Some("text"), Some("change")) => Role::Change,
        (Some("text"), Some("tree")) => Role::Tree,
        (Some("md" | "text"), Some("beside")) => Role::Beside,
        (Some("md"), Some("before")) => Role::Before,
        (Some("md"), Some("skeleton")) => Role::Skeleton,
        _ => return Err(malformed(format!("`{info}` is no role of an example"))),
    };
    let is_thread = info.starts_with("ndjson");
    let text = Span::new(body, body);
    let mut example = Example { role, line, text, kind: None, at: None, now: None, written: None, is_thread };
    for word in words {
        match word.split_once('=') {
            Some(("as", kind)) => example.kind = Some(kind.to_owned()),
            Some(("at", path)) => example.at = Some(path.to_owned()),
            Some(("now", moment)) if instant(moment).is_some() => example.now = instant(moment),
            Some(("written", moment)) if Written::read(moment).is_some() => example.written = Written::read(moment),
            _ => return Err(malformed(format!("`{word}` is no option of an example"))),
        }
    }
    match example.role {
        Role::Beside if example.at.is_none() => Err(malformed("a document beside an example lies nowhere".to_owned())),
        _ => Ok(example),
    }
}

#[cfg(test)]
mod tests {
    use super::Page;

    #[test]
    fn an_example_that_is_not_closed_is_shown_where_it_begins() {
        // A fuzzer found it: the last line ends in a separator of three bytes, and no line end.
        let text = "---\nsummary: s\n---\n\nWhy.\n\n````md good\u{2028}";
        let error = Page::parse("rules/own/a-rule.md", text.to_owned()).expect_err("an open example");
        assert_eq!(text.get(error.at.range()), Some("````md good"));
        assert_eq!(error.message, "the example of line 7 is not closed");
    }

    #[test]
    fn an_id_may_hold_digits_behind_a_letter() {
        let is_page = |id: &str| Page::parse(&format!("rules/own/{id}.md"), "---\nsummary: s\n---\n").is_ok();
        for id in ["no-asap", "no-asap2", "rfc2119-words", "use-h2"] {
            assert!(is_page(id), "{id}");
        }
        for id in ["", "2-words", "no-2", "no-2asap", "No-asap", "no_asap", "no.asap", "caf\u{e9}"] {
            assert!(!is_page(id), "{id}");
        }
    }
}

//! `rules/refer/private-link.md`

use std::cell::LazyCell;
use std::collections::HashSet;
use std::sync::LazyLock;

use crate::document::{Document, Link, Place};
use crate::finding::Findings;
use crate::slot::shape::chat;
use crate::text::Span;
use crate::tree::{self, Around};
use crate::words::address::private::{self, Reach};
use crate::words::english::{setup, shell};
use crate::words::near;
use crate::words::pattern::{Pattern, any_of};

pub fn check(doc: &Document, around: Option<&Around>, found: &mut Findings) {
    // What a chat keeps is asked for by others.
    let asked = LazyCell::new(|| {
        chat::bare_messages(doc).into_iter().chain(chat::only_records(doc)).collect::<HashSet<Span>>()
    });
    for link in doc.links() {
        let reach = doc.once(&link.target, private::reach).filter(|_| !doc.is_code(link));
        match reach {
            // A bare one is an argument of a command, a value to set, or an example of a path.
            Some(Reach::Disk | Reach::Program) if link.is_bare() => {}
            // The folder of its pages, to a program for sites.
            Some(Reach::Disk) if link.target.starts_with("~/") && around.is_some_and(tree::is_of_docfx) => {}
            Some(Reach::Disk) if around.is_some_and(|it| tree::is_page_from_root(it, &link.target)) => {}
            // Who sets a service up has it on the same machine.
            Some(Reach::Machine | Reach::Network) if !link.image && is_instruction(doc, link) => {}
            // "[local](http://localhost:3000/), [demo](…)": that is what it is called.
            Some(Reach::Machine) if is_called_local(doc.at(link.text)) => {}
            // What was typed, or what an address may look like, nobody wants to open.
            Some(_) if link.is_bare() && (is_typed(doc, link) || is_led_as_example(doc, link)) => {}
            // What a tunnel prints differs each time: a page shows what it looks like.
            Some(Reach::Session) if link.is_bare() && is_shown(doc, link) => {}
            Some(Reach::Members) if asked.contains(&link.span) => {}
            Some(reach @ Reach::Members) => {
                found.flag(link.span, reach.label()).unsure();
            }
            Some(reach) => {
                let flag = found.flag(link.span, reach.label());
                if reach == Reach::Disk && names_place(doc.at(link.text), &link.target) {
                    flag.unsure();
                }
            }
            None => {}
        }
    }
}

/// Whether an address stands in a command between other lines, or in one that goes on there: each line of it ends with `\`.
fn is_typed(doc: &Document, link: &Link) -> bool {
    const LINES: usize = 8;
    let mut line = doc.span_near(link.span);
    for _ in 0..LINES {
        let before = &doc.text()[..line.start];
        let above = before.strip_suffix('\n').map(|it| it.strip_suffix('\r').unwrap_or(it));
        match above.filter(|it| it.ends_with('\\')) {
            Some(above) => line = doc.span_near(Span::new(above.len() - 1, above.len())),
            None => break,
        }
    }
    shell::asks_address(doc.at(line))
}

fn is_led_as_example(doc: &Document, link: &Link) -> bool {
    setup::is_led_as_example(near::behind(&doc.text()[..link.span.start]))
}

/// Whether the words of a link say that it leads to the reader's own machine.
fn is_called_local(words: &str) -> bool {
    matches!(words.to_lowercase().as_str(), "dev" | "development" | "local" | "localhost" | "locally")
}

/// Whether the words of a link say where in the repository the file is: "[docs/pool.md](/home/ada/shop/docs/pool.md)".
fn names_place(words: &str, target: &str) -> bool {
    let words = words.trim_matches(['`', ' ']);
    let file = target.split('#').next().unwrap_or_default();
    words.contains('/') && file.trim_end_matches(|it: char| it.is_ascii_digit() || it == ':').ends_with(words)
}

/// Whether a bare address is an example, as the words before it say.
fn is_shown(doc: &Document, link: &Link) -> bool {
    static EXAMPLE: LazyLock<Pattern> = LazyLock::new(|| {
        any_of(&["in this case|in my case|like this|for example|for instance|such as|looks? like|similar to"])
    });
    let line = doc.span_near(link.span);
    EXAMPLE.is_match(doc.at(Span::new(line.start, link.span.start)))
}

/// Whether the reader is to run what answers: a standing page, a step, or code beside it.
fn is_instruction(doc: &Document, link: &Link) -> bool {
    let line = doc.span_near(link.span);
    // Its words may go on in the next line.
    let behind = Span::new(link.span.end.min(line.end), line.end);
    let (before, after) = (doc.at(Span::new(line.start, link.span.start)), doc.at(behind));
    doc.is_page_at(link.span.start)
        || setup::is_led_by_arrow(before)
        // "http://localhost:8080 is not working": what fails is on the writer's own machine, and nobody is to open it.
        || link.is_bare() && setup::opens_with_failure(before, after)
        || !doc.code().is_empty()
        || setup::is_told(doc.prose().clean(line.trimmed(doc.text())))
        || shows_address(doc, link) && is_led_there(doc, link)
}

/// Whether a reader sees where it leads, as in `<http://localhost:8080>`.
fn shows_address(doc: &Document, link: &Link) -> bool {
    doc.at(link.text).trim_matches(['<', '>']) == link.target
}

/// "Once it is built you can access the shop at:" above a bare address, and "And its traces at:" in the next item.
fn is_led_there(doc: &Document, link: &Link) -> bool {
    let (prose, passages) = (doc.prose(), doc.passages());
    let own = prose.passage_at(prose.clean_range(link.span).start);
    let is_item = |it: usize| passages.get(it).is_some_and(|it| it.place == Place::Item);
    let is_there = |it: &Link| doc.once(&it.target, private::reach) == Some(Reach::Machine);
    let shows_one = |it: usize| doc.links_in(passages[it].span).iter().any(is_there);
    let above = own.checked_sub(1).filter(|it| is_item(*it) && is_item(own) && shows_one(*it));
    above.into_iter().chain([own]).any(|it| setup::is_told(near::ahead(prose.passage(it))))
}

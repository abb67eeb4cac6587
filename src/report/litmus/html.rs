//! The outcome as one page for a browser: no script, nothing that is fetched, no word of a stranger that is more than a
//! word. First what nobody could find out, since that is what has to be written; then how it is known.

mod answers;
mod figures;
mod open;
mod systems;
mod trend;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use jiff::tz::TimeZone;
use sha2::{Digest, Sha256};

use crate::litmus::trend::Trend;
use crate::litmus::{Evidence, Litmus, Share};
use crate::report::counted;
use crate::report::html::Html;
use crate::report::uri::Uri;

/// What it looks like, for screens and for paper.
const STYLE: &str = include_str!("page.css");

/// What is known besides the outcome.
#[derive(Debug, Clone, Copy, Default)]
pub struct Page<'p> {
    /// What the repository is called.
    pub name: &'p str,
    /// The commit that was looked at, where it was one.
    pub commit: Option<&'p str>,
    /// The way from the folder of the page to the root of the repository, empty or with `/` at its end. None where the
    /// page lies elsewhere: then nothing is linked.
    pub root: Option<&'p str>,
    /// How it came to this, where somebody asked.
    pub trend: Option<&'p Trend>,
}

/// The page.
pub fn print(litmus: &Litmus, page: Page) -> String {
    let mut html = Html::default();
    html.markup("<!DOCTYPE html>\n");
    html.element("html", &[("lang", "en")], |it| {
        it.line();
        it.element("head", &[], |it| head(it, page)).line();
        it.element("body", &[], |it| body(it, litmus, page)).line();
    });
    html.line();
    html.finish()
}

fn head(html: &mut Html, page: Page) {
    // Whatever might yet slip through may neither run nor fetch anything.
    let style = BASE64_STANDARD.encode(Sha256::digest(STYLE));
    let policy = format!("default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'");
    html.line().open("meta", &[("charset", "utf-8")]).line();
    html.open("meta", &[("http-equiv", "Content-Security-Policy"), ("content", &policy)]).line();
    html.open("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]).line();
    html.open("meta", &[("name", "color-scheme"), ("content", "light dark")]).line();
    html.open("meta", &[("name", "referrer"), ("content", "no-referrer")]).line();
    html.open("meta", &[("name", "generator"), ("content", concat!("pingless ", env!("CARGO_PKG_VERSION")))]).line();
    html.words("title", &[], format!("Litmus test of {}", page.name)).line();
    html.element("style", &[], |it| {
        it.markup(STYLE);
    });
    html.line();
}

fn body(html: &mut Html, litmus: &Litmus, page: Page) {
    let trend = page.trend.filter(|it| !it.points.is_empty());
    let has_figures = figures::are_there(litmus);
    html.line().words("a", &[("class", "skip"), ("href", "#open")], "Skip to the open questions").line();
    html.element("header", &[], |it| {
        opening(it, litmus, page);
        contents(it, has_figures, trend.is_some());
    });
    html.line();
    html.element("main", &[], |it| {
        it.line();
        open::print(it, litmus);
        systems::print(it, litmus);
        answers::print(it, litmus, page.root);
        if has_figures {
            figures::print(it, litmus);
        }
        if let Some(trend) = trend {
            trend::print(it, trend);
        }
    });
    html.line();
    html.element("footer", &[], |it| closing(it, litmus));
    html.line();
}

fn opening(html: &mut Html, litmus: &Litmus, page: Page) {
    html.line();
    html.element("p", &[("class", "of")], |it| {
        it.text("Litmus test of ").stranger(page.name);
        if let Some(commit) = page.commit {
            it.text(" at commit ").words("code", &[], commit.chars().take(12).collect::<String>());
        }
        if let Some(now) = litmus.now {
            it.text(", read as of ").text(now.to_zoned(TimeZone::UTC).strftime("%Y-%m-%d %H:%M UTC"));
        }
    });
    html.line();
    html.words("h1", &[], "If the whole team were away for a day, what could somebody else pick up?").line();
    html.element("p", &[("class", "verdict")], |it| verdict(it, litmus));
    html.line();
}

/// The outcome in two sentences.
fn verdict(html: &mut Html, litmus: &Litmus) {
    let share = litmus.answered();
    let open = share.all - share.part;
    let whole = litmus.systems.iter().filter(|it| is_whole(it.answered())).count();
    if share.all == 0 {
        html.text("Nothing was asked: there is no system here.");
        return;
    }
    match open {
        0 => html
            .words("strong", &[], format!("All {}", counted(share.all, "question")))
            .text(" are answered by the texts."),
        _ => html
            .words("strong", &[("class", "open")], format!("{open} of {}", counted(share.all, "question")))
            .text(if open == 1 { " has" } else { " have" })
            .text(" no answer in the texts."),
    };
    html.text(" ");
    let systems = litmus.systems.len();
    match (whole, systems) {
        (1, 1) => html.text("It could be picked up from its texts alone."),
        (0, 1) => html.text("Nobody could pick it up from its texts alone."),
        (0, _) => html
            .text("None of the ")
            .words("strong", &[], format!("{systems} systems"))
            .text(" could be picked up from its texts alone."),
        _ => html
            .words("strong", &[], format!("{whole} of {systems} systems"))
            .text(" could be picked up from the texts alone."),
    };
}

/// Where what stands on the page.
fn contents(html: &mut Html, has_figures: bool, has_trend: bool) {
    let parts = [
        ("#open", "Open questions", true),
        ("#systems", "Systems", true),
        ("#answers", "Answers and evidence", true),
        ("#figures", "Figures", has_figures),
        ("#trend", "Trend", has_trend),
    ];
    html.element("nav", &[("aria-label", "On this page")], |it| {
        it.element("ul", &[], |it| {
            for (to, name, _) in parts.into_iter().filter(|it| it.2) {
                it.element("li", &[], |it| {
                    it.words("a", &[("href", to)], name);
                });
            }
        });
    });
    html.line();
}

fn closing(html: &mut Html, litmus: &Litmus) {
    html.line();
    html.element("p", &[], |it| {
        it.text("Answered means that a text says it, at the place that is named here. Whether it is right, only somebody who tries can tell.");
    });
    html.line();
    html.element("p", &[], |it| {
        it.text(format!("{} read.", counted(litmus.documents, "document")));
        if litmus.unread > 0 {
            it.text(format!(" {} in other forms than Markdown not read.", counted(litmus.unread, "document")));
        }
        it.text(" Nothing here says who works when, or how fast.");
    });
    html.line();
}

/// A part of the page with its heading.
fn section(html: &mut Html, id: &'static str, title: &'static str, inside: impl FnOnce(&mut Html)) {
    let heading = format!("{id}-title");
    html.element("section", &[("id", id), ("aria-labelledby", &heading)], |it| {
        it.line().words("h2", &[("id", &heading)], title).line();
        inside(it);
    });
    html.line();
}

/// A table that may be wider than the screen: it is moved by itself, with the keyboard too.
fn wide(html: &mut Html, id: &'static str, class: &'static str, caption: &str, inside: impl FnOnce(&mut Html)) {
    let region = [("class", "scroll"), ("aria-labelledby", id), ("tabindex", "0")];
    html.element("section", &region, |it| {
        it.element("table", &[("class", class)], |it| {
            it.line();
            it.element("caption", &[], |it| {
                // It stays in view when the table is moved.
                it.words("span", &[("id", id)], caption);
            });
            it.line();
            inside(it);
        });
    });
    html.line();
}

/// The heads of columns: their words, and their class where they have one.
fn columns(html: &mut Html, columns: &[(&str, &str)]) {
    html.element("thead", &[], |it| {
        it.element("tr", &[], |it| {
            for (words, class) in columns {
                let attributes = [("scope", "col"), ("class", class)];
                it.words("th", &attributes[..if class.is_empty() { 1 } else { 2 }], words);
            }
        });
    });
    html.line();
}

/// Words of ours in which what stands between backticks is code.
fn with_code(html: &mut Html, words: &str) {
    for (at, piece) in words.split('`').enumerate() {
        match at % 2 {
            0 => html.text(piece),
            _ => html.words("code", &[], piece),
        };
    }
}

/// Where an answer stands, with a link to it where one would surely lead there.
fn place(html: &mut Html, evidence: &Evidence, root: Option<&str>) {
    let line = |it: &mut Html| {
        it.stranger(&evidence.path).text(":").text(evidence.line);
    };
    match root.and_then(|root| Some(format!("{root}{}", below(&evidence.path)?))) {
        Some(target) => html.element("a", &[("class", "place"), ("href", &target)], line),
        None => html.element("span", &[("class", "place")], line),
    };
}

/// A path below the root as a part of an address: none that leaves the root, and none that a browser could read as
/// anything but a path.
fn below(path: &str) -> Option<String> {
    let is_plain = |name: &str| !matches!(name, "" | "." | "..");
    match Uri::of(path) {
        Uri::Relative(uri) if path.split(['/', '\\']).all(is_plain) => Some(uri),
        _ => None,
    }
}

/// `3 of 12`.
fn of(share: Share) -> String {
    format!("{} of {}", share.part, share.all)
}

fn is_whole(share: Share) -> bool {
    share.part == share.all
}

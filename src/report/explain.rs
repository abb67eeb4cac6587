//! A rule page for its reader: what it says, without the goldens of our own tests.

use jiff::Timestamp;

use crate::rule::{Catalog, Example, Page, Role, Rule};

pub fn page(page: &Page, catalog: &Catalog) -> String {
    let mut out = format!("{} ({})\n", page.id, page.group);
    for rule in catalog.rules.iter().filter(|rule| catalog.pages[rule.page].id == page.id) {
        if rule.id != page.id {
            out.push_str(&format!("\n{}\n", rule.id));
        }
        out.push_str(&head(rule, catalog));
        if let Some(kinds) = rule.looks_at().filter(|_| rule.id == page.id) {
            out.push_str(&format!("  looks at: {kinds}\n"));
        }
        if !rule.doubted_in.is_empty() {
            out.push_str(&format!("  shown with --pedantic only in: {}\n", rule.doubted_in.join(", ")));
        }
    }
    out.push_str(&body(page));
    // A page may be a stranger's.
    super::escape::lines(&out).into_owned()
}

/// What a kind of document has to state. Why, and with which examples, tells the page of the kind.
pub fn need(rule: &Rule, page: &Page, catalog: &Catalog) -> String {
    let kind = &page.id;
    let out = format!(
        "{} ({})\n{}\n`pingless explain {kind}` shows the page of {kind}\n",
        rule.id,
        page.group,
        head(rule, catalog)
    );
    super::escape::lines(&out).into_owned()
}

/// What a rule says, and where it is heard.
fn head(rule: &Rule, catalog: &Catalog) -> String {
    let mut out = format!("  {}: {}\n  asks: {}\n", rule.level.word(), rule.told.summary, rule.told.question);
    if let Some(help) = &rule.told.help {
        out.push_str(&format!("  help: {help}\n"));
    }
    if !catalog.is_asked(rule) {
        out.push_str("  asked for where a template, the configuration or --strict does\n");
    } else if catalog.is_doubted(rule) {
        out.push_str("  shown with --pedantic only\n");
    }
    out
}

/// Where an example lies, as which kind, and when it was written and is read, as far as its page says so.
fn circumstances(example: &Example) -> String {
    let Example { kind, at, now, written, is_thread, .. } = example;
    // A date alone is its beginning.
    let day = |word: &str, at: Timestamp| format!("{word} {}", at.to_string().replace("T00:00:00Z", ""));
    let said = [
        at.clone(),
        kind.as_ref().map(|kind| format!("as {kind}")),
        is_thread.then(|| "as a thread".to_owned()),
        written.map(|it| day("written", it.at)),
        now.map(|it| day("read", it)),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    if said.is_empty() { String::new() } else { format!(" {}", said.join(", ")) }
}

/// The body without `report` fences, as Markdown; the others stand under their role.
pub fn body(page: &Page) -> String {
    let mut out = String::new();
    let mut at = page.body.start;
    for example in page.examples.iter() {
        let fence = page.text[..example.text.start].trim_end_matches('\n').rfind('\n').map_or(0, |found| found + 1);
        let end =
            page.text[example.text.end..].find('\n').map_or(page.text.len(), |found| example.text.end + found + 1);
        out.push_str(&page.text[at..fence]);
        let word = match example.role {
            Role::Bad => "bad",
            Role::Good => "good",
            Role::Report => "",
            Role::Skeleton => "skeleton",
            Role::Change => "change",
            Role::Before => "before",
            Role::Tree => "tree",
            Role::Beside => "beside",
        };
        if !word.is_empty() {
            out.push_str(&format!("{word}{}:\n\n", circumstances(example)));
            let lines = example.text.of(&page.text).lines();
            out.extend(lines.map(|line| if line.is_empty() { "\n".to_owned() } else { format!("    {line}\n") }));
        }
        at = end;
    }
    out.push_str(&page.text[at..]);
    let mut folded = String::new();
    for line in out.lines() {
        if !(line.is_empty() && folded.ends_with("\n\n")) {
            folded.push_str(line);
            folded.push('\n');
        }
    }
    folded
}

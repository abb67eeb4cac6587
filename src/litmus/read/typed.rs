//! Lines that are typed, in blocks of code and in the midst of a sentence, and what they are for.

use super::{Reader, Role};
use crate::document::{CodeBlock, Stand};
use crate::litmus::command::{Aim, aims_at, starts_one_of_many};
use crate::text::Span;
use crate::words::english::shell;
use crate::words::list::is_among;

/// A line that is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Typed {
    pub span: Span,
    /// It stands in a block, and not in the midst of a sentence.
    pub in_block: bool,
}

/// Lines of commands, in blocks of code and in the midst of a sentence.
pub fn typed(reader: &Reader) -> Vec<Typed> {
    let doc = reader.doc;
    let is_read = |code: &&CodeBlock| shell::is_commands(&code.info, doc.at(code.body)) && !is_help(doc.at(code.body));
    let blocks = doc.code().iter().filter(is_read).flat_map(|it| whole_lines(doc.text(), it.body));
    let blocks = blocks.filter(|it| !doc.at(*it).trim_start().starts_with("# "));
    let prose = doc.prose();
    let inline = prose.masks(0..prose.text().len()).filter(|(stand, _)| *stand == Stand::Code);
    let inline = inline.map(|(_, span)| {
        let text = doc.at(span);
        let marks = (text.len() - text.trim_start_matches('`').len()).min(text.len() / 2);
        Span::new(span.start + marks, span.end - marks)
    });
    let line = |span: Span, in_block| Typed { span: span.trimmed(doc.text()), in_block };
    let lines = blocks.map(|it| line(it, true)).chain(inline.map(|it| line(it, false)));
    let mut lines: Vec<Typed> = lines.filter(|it| !it.span.is_empty()).collect();
    lines.sort();
    lines
}

/// What a program says of how it is used: the commands in it are examples.
fn is_help(block: &str) -> bool {
    let has = |begins: &str| block.lines().any(|it| it.trim_start().to_lowercase().starts_with(begins));
    has("usage:") && has("options:")
}

/// The lines of a block. One that goes on behind a `\` is one with the next.
fn whole_lines(text: &str, body: Span) -> Vec<Span> {
    let mut all: Vec<Span> = Vec::new();
    let mut goes_on = false;
    for line in body.lines(text) {
        match all.last_mut().filter(|_| goes_on) {
            Some(last) => last.end = line.end,
            None => all.push(line),
        }
        goes_on = text[line.start..line.end].trim_end().ends_with('\\');
    }
    all
}

pub fn is_fence(line: &str) -> bool {
    line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~")
}

/// What is said right above the block that a line is the first of.
pub fn said_above<'d>(reader: &Reader<'d>, it: Typed) -> Option<&'d str> {
    let (doc, lines) = (reader.doc, reader.doc.lines());
    let before = lines.index(it.span.start).checked_sub(1)?;
    let is_first = is_fence(doc.at(lines.span(before, doc.text())));
    if is_first { said_above_block(reader, it.span) } else { None }
}

/// What is said right above the block that a place lies in.
pub fn said_above_block<'d>(reader: &Reader<'d>, at: Span) -> Option<&'d str> {
    let (doc, lines) = (reader.doc, reader.doc.lines());
    let all = doc.code();
    let block = &all[..all.partition_point(|it| it.span.start <= at.start)].last().filter(|it| it.span.contains(at))?;
    let above = (0..lines.index(block.span.start)).rev().take(2);
    above.map(|number| doc.at(lines.span(number, doc.text())).trim()).find(|it| !it.is_empty())
}

/// What is installed is what the text is about, and not what it needs.
pub fn is_own(reader: &Reader, aim: Aim, line: Span) -> bool {
    if aim != Aim::Install {
        // What runs for the sake of tests or of figures is not the thing itself.
        let typed = reader.doc.at(line).to_lowercase();
        let is_of_tests =
            reader.stem().contains("test") || ["test", "bench", "coverage"].iter().any(|it| typed.contains(it));
        let is_prepared =
            ["--devenv", "--notest", "--no-run", "--list", "--doc", "skiptests", "skip-tests", "test.skip", " -x test"]
                .iter()
                .any(|it| typed.contains(it))
                || typed.split_whitespace().skip(1).any(prepares_tests);
        // An image may be of anything that is needed beside it.
        let is_image = runs_an_image(&typed);
        // What is needed beside the thing comes up, and not the thing.
        let is_need = runs_a_store(&typed)
            || ["dependenc", "-deps", ":deps", "_deps", "configur"].iter().any(|it| typed.contains(it));
        let is_one = starts_one_of_many(&typed) && !names_itself(reader, line);
        let is_other = is_of_tests || is_need || is_one || is_image && !names_itself(reader, line);
        // A thing may be called by a word for tests.
        let folder = reader.path.rsplit('/').nth(1).unwrap_or_default().to_lowercase();
        let is_script = ["yarn ", "npx ", "npm ", "pnpm "].iter().any(|it| typed.starts_with(it));
        let is_name = is_script && !folder.is_empty() && typed.split_whitespace().take(3).any(|it| it == folder);
        return !(aim == Aim::Run && is_other || aim == Aim::Test && (is_prepared || is_name));
    }
    let command = reader.doc.at(line);
    let is_here = command.ends_with(" .") || command.contains(" -e .") || command.contains("--path ");
    reader.role == Role::Readme && (is_here || names_itself(reader, line))
}

fn runs_an_image(line: &str) -> bool {
    ["docker run", "podman run", "nerdctl run"].iter().any(|it| line.contains(it))
}

/// Whether an image is started that others keep their data in: `docker run --name shop-db postgres:16`.
fn runs_a_store(line: &str) -> bool {
    const STORES: &str = "\
        postgres mysql mariadb mongo redis memcached rabbitmq elasticsearch opensearch minio cassandra zookeeper \
        localstack/localstack bitnami/kafka mcr.microsoft.com/mssql/server postgis/postgis";
    runs_an_image(line)
        && line.split_whitespace().any(|word| is_among(STORES, word.split(':').next().unwrap_or_default()))
}

/// Whether a target only prepares tests, as its name says: `set-test-secret`, `unit-test-db`.
fn prepares_tests(target: &str) -> bool {
    const DEEDS: &str = "set get create install setup prepare init clean seed migrate list reset drop lint switch";
    const NEEDED: &str = "db database deps env";
    const THINGS: &str = "db database data deps dependencies env image images container secret secrets fixtures";
    let target = target.rsplit('/').next().unwrap_or(target);
    let target = target.split('.').next().unwrap_or(target);
    let mut parts = target.split(['-', ':', '_']);
    let (first, last) = (parts.next().unwrap_or_default(), parts.next_back());
    last.is_some_and(|last| is_among(DEEDS, first) || is_among(NEEDED, first) || is_among(THINGS, last))
}

/// Whether a command names what the text is about, by its title or its folder.
pub fn names_itself(reader: &Reader, line: Span) -> bool {
    let plain = |text: &str| text.chars().filter(|it| it.is_alphanumeric()).collect::<String>().to_lowercase();
    let folder = reader.path.rsplit('/').nth(1).unwrap_or_default();
    let title = reader.doc.title().map(|it| it.title.as_str()).unwrap_or_default();
    let names = [plain(folder), plain(title)];
    let command = reader.doc.at(line).trim_start_matches("$ ");
    let words = command
        .split_whitespace()
        .filter_map(|it| it.trim_end_matches('/').rsplit('/').next())
        .map(|it| it.split(['@', '=', ':']).find(|it| !it.is_empty()).unwrap_or_default())
        .map(plain)
        .filter(|it| it.len() > 2);
    const COMMON: &[&str] =
        &["install", "add", "get", "latest", "github", "com", "run", "docker", "npm", "pip", "cargo", "brew"];
    let mut words = words.filter(|it| !COMMON.contains(&it.as_str()));
    // A short word may begin any name: `-out`.
    let begins = |name: &str, word: &str| word.len() > 3 && name.starts_with(word);
    words.any(|word| {
        names
            .iter()
            .any(|name| !name.is_empty() && (*name == word || begins(name, &word) || word.starts_with(name.as_str())))
    })
}

/// Commands that only prepare the place.
pub fn prepares(line: &str) -> bool {
    const FIRST: &[&str] = &[
        "cd",
        "git",
        "mkdir",
        "export",
        "brew",
        "apt",
        "apt-get",
        "sudo",
        "#",
        "source",
        "echo",
        "rm",
        "cp",
        "touch",
        "python",
        "curl",
        "wget",
        "tar",
        "gpg",
        "unzip",
        "chmod",
        "docker",
        "docker-compose",
        "podman",
        "kubectl",
        "virtualenv",
        "$",
    ];
    let line = line.trim_start_matches("$ ");
    let first = line.split_whitespace().next().unwrap_or_default();
    const ASIDE: &[&str] = &[
        "migrat", "lint", "build", "test", "generate", "format", "clean", "bench", "venv", "push", "update", "publish",
        "deploy", "release", "upgrade", "check", "validate", "install", "secret", "fixture", "create",
    ];
    let is_aside = ASIDE.iter().any(|it| line.contains(it)) || first.contains('=');
    let is_install = line
        .split_whitespace()
        .nth(1)
        .is_some_and(|it| matches!(it, "install" | "init" | "login" | "config" | "configure" | "auth"));
    FIRST.contains(&first) || is_aside || is_install || line.ends_with('\\') || aims_at(line, Aim::Install)
}

/// Whether a command of any name takes something back, by its words.
pub fn takes_back(line: &str) -> bool {
    let lower = line.to_lowercase();
    ["restore", "rollback", "roll-back", "revert", "undo", "downgrade", "previous", "rollout"]
        .iter()
        .any(|it| lower.contains(it))
}

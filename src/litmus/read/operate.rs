//! How to run it, to test it, to bring it out, to notice that it is broken, and to undo what went wrong.

use std::sync::LazyLock;

use super::aside::{asks_for_help, has_stem, is_of_other_matter};
use super::fit::{announced, fittest};
use super::mishap::{noticed, told_notice, way, way_back};
use super::typed::{Typed, names_itself, prepares, takes_back, typed};
use super::{Part, Reader, Role};
use crate::document::CodeBlock;
use crate::litmus::Question::{self, Deploy, Notice, Run, Test, Undo};
use crate::litmus::command::{Aim, brings_out};
use crate::text::Span;
use crate::words::english::{deed, shell, verb};
use crate::words::pattern::{Pattern, any_of, opening};

const RUN: &str = "\
    getting started, get started, quick start, quickstart, quick guide, usage, how to use, using, running, run, run \
    locally, running locally, how to run, local development, local setup, development, development setup, \
    developing, dev setup, installation, install, installing, setup, set up, setting up, start, starting, launch, \
    build and run, building and running, hacking, basic usage, try it, example usage, command, how to install, \
    launching, startup, running the app, running the application, running the service, running the server, running the \
    project, running the site, run the app, run the application, run the service, run the server, run the project, run \
    the site, start the app, start the application, start the service, start the server, starting the app, starting \
    the application, starting the service, starting the server, running in development, running in docker, running \
    with docker, running via docker, running on your machine, run in docker, run with docker";
const TEST: &str = "\
    test, testing, running test, running the test, run test, run the test, running unit test, unit test, unit \
    testing, how to test, test suite, integration test, running integration test, testing locally, test and lint, \
    linting and testing, e2e test, check, verification, running all test";
const DEPLOY: &str = "\
    deploy, deployment, deploying, how to deploy, deployment process, release, releasing, release process, how to \
    release, releasing a new version, making a release, make a release, publishing, publish, how to publish, cutting \
    a release, creating a release, create a release, rollout, shipping, releasing new version, release procedure, \
    release instruction, publishing a release, going live, continuous deployment, deploy to production";
const UNDO: &str = "\
    rollback, roll back, rolling back, how to roll back, rollback plan, rollback procedure, reverting a release, \
    reverting a deployment, back out, backing out, backout, yanking a release, undo a release";
/// Elsewhere this is what a thing can do for its users.
const UNDO_IN_RUNBOOK: &str = "\
    undo, undoing, revert, reverting, downgrade, downgrading, recovery, recovery procedure, disaster recovery, restore, restoring, restoring from backup, \
    restore from backup, backup and restore";
const NOTICE: &str = "\
    monitoring, alert, alerting, monitoring and alerting, observability, health, health check, healthcheck, health \
    and metric, dashboard, slo, sli, service level objective, metric, status page, how to notice, on-call alert, \
    monitoring and observability, logging and monitoring, log and metric, alarm, key metric, telemetry and alert";

pub fn read(reader: &mut Reader) {
    if !matches!(reader.role, Role::Readme | Role::Guide | Role::Page) {
        return;
    }
    if is_on_what_users_build(reader) {
        return;
    }
    let lines = typed(reader);
    sections(reader, &lines);
    if reader.is_of_whole() {
        alone(reader, &lines);
    }
    if reader.is_of_whole() || reader.is_runbook() {
        way_back(reader);
        noticed(reader);
    }
}

/// A guide to a library tells how that is tested and brought out which its readers build with it.
fn is_on_what_users_build(reader: &Reader) -> bool {
    const THEIRS: &[&str] =
        &["MyApp", "my_app", "my-app", "YourApp", "your_app", "your-app", "MyProject", "my_project"];
    reader.role == Role::Page
        && reader.doc.code().iter().any(|code| {
            let body = reader.doc.at(code.body);
            THEIRS.iter().any(|it| body.contains(it))
        })
}

/// Beginnings of words in headings about bringing out.
const BROUGHT_OUT: &[&str] = &["deploy", "releas", "publish", "ship", "rollout", "tag"];

/// What each question is called in headings, and by what its commands are known.
const ASKED: &[(Question, &str, &[Aim])] = &[
    (Run, RUN, &[Aim::Run, Aim::Install, Aim::Deploy]),
    (Test, TEST, &[Aim::Test]),
    (Deploy, DEPLOY, &[Aim::Deploy]),
    (Undo, UNDO, &[Aim::Undo]),
    (Notice, NOTICE, &[Aim::Health]),
];

fn sections(reader: &mut Reader, lines: &[Typed]) {
    for (question, names, aims) in ASKED {
        let names = if *question == Undo && reader.is_of_operations() {
            format!("{names}, {UNDO_IN_RUNBOOK}")
        } else {
            (*names).to_owned()
        };
        for part in reader.parts(&names) {
            // A page on one task is about that task, as its title says; a run-book also says how to see and to undo.
            let is_told = matches!(question, Undo | Notice) && reader.is_runbook();
            let is_task = part.is_title && *question != Run && reader.path.matches('/').count() < 4;
            if !reader.is_of_whole() && !is_told && !is_task {
                continue;
            }
            let from = lines.partition_point(|it| it.span.start < part.body.start);
            let inside: Vec<Typed> =
                lines[from..].iter().take_while(|it| it.span.end <= part.body.end).copied().collect();
            let said = announced(reader, *question, aims[0], &inside);
            let known = |aim: &Aim| {
                // What is installed has yet to be used.
                let worse = if *aim == Aim::Install { 2 } else { 0 };
                fittest(reader, *question, *aim, inside.iter()).map(|(line, more)| (line, worse + more))
            };
            match said.or_else(|| aims.iter().find_map(known)) {
                Some((line, worse)) => reader.say(*question, u8::from(!line.in_block) + worse, line.span),
                None => in_words(reader, *question, part, &inside),
            }
        }
    }
}

/// A part without a command that is known: steps, other commands or sentences, as far as they answer the question.
fn in_words(reader: &mut Reader, question: Question, part: Part, inside: &[Typed]) {
    let doc = reader.doc;
    // What stands under a heading of its own may be another matter, but where the whole page is about the task.
    let own = if part.is_title { part.body } else { reader.lead(part) };
    let is_own = |it: &Span| own.contains(*it) || question == Deploy && is_near(reader, *it, BROUGHT_OUT);
    let is_here = |it: &Span| is_own(it) && !is_of_other_matter(reader, question, *it);
    let step = steps(reader, part.body, is_here);
    let typed = || inside.iter().filter(|it| it.in_block).map(|it| it.span).filter(is_here);
    let is_typed = |line: &str| shell::may_be_typed(line) && !asks_for_help(line);
    let works = || {
        typed().find(|it| {
            let line = doc.at(*it);
            let is_known = line.starts_with("./") || names_itself(reader, *it);
            is_typed(line) && (is_called_by_it(reader, line) || !prepares(line) && is_known)
        })
    };
    let found = match question {
        // Elsewhere a command that is not known may be about anything.
        Run if reader.role != Role::Readme => None,
        Run => works().or_else(|| shown(reader, part.body)),
        // How tests are run is a command; what they are for is another matter.
        Test => None,
        Deploy => step
            .or_else(|| typed().find(|it| is_typed(doc.at(*it)) && brings_out(doc.at(*it))))
            .or_else(|| process(reader, own).filter(|_| reader.is_of_whole())),
        Undo => typed()
            .find(|it| takes_back(doc.at(*it)))
            .or(step.filter(|it| !BUILDS_ANEW.is_match(doc.at(*it))))
            .or_else(|| way(reader, own)),
        _ => told_notice(reader, own),
    };
    if let Some(span) = found {
        reader.say(question, 1, span);
    }
}

/// Whether a command has the name of what the page is about, whatever the words in that name mean.
fn is_called_by_it(reader: &Reader, line: &str) -> bool {
    let folder = reader.path.rsplit('/').nth(1).unwrap_or_default();
    let title = reader.doc.title().map(|it| it.title.as_str()).unwrap_or_default();
    let first = line.trim_start_matches("$ ").split_whitespace().next().unwrap_or_default();
    !first.is_empty() && (first == folder || first.eq_ignore_ascii_case(title))
}

/// The first line of code that shows how a thing is used from a program.
fn shown(reader: &Reader, body: Span) -> Option<Span> {
    let doc = reader.doc;
    const DATA: &[&str] = &[
        "", "text", "txt", "json", "yaml", "yml", "toml", "ini", "diff", "console", "output", "mermaid", "plantuml",
        "log", "http", "md", "markdown", "csv", "tree",
    ];
    let is_code = |it: &&CodeBlock| {
        let language = it.info.split([' ', ',', '{']).next().unwrap_or_default().to_ascii_lowercase();
        let is_data = DATA.contains(&language.as_str()) || shell::is_commands(&it.info, doc.at(it.body));
        !is_data && !is_of_other_matter(reader, Run, it.body)
    };
    let block = doc.code_in(body).iter().find(is_code)?;
    let lines = block.body.lines(doc.text()).map(|it| it.trimmed(doc.text()));
    let is_said = |it: &Span| {
        let line = doc.at(*it);
        line.len() > 2
            && !line.ends_with(['{', '(', '[', ','])
            && !line.starts_with(['.', ')', '}', ']'])
            && !line.starts_with(['/', '#', '*', '<'])
    };
    // What names the thing itself shows its use; the rest may be of what else is needed.
    lines.filter(is_said).find(|it| names_itself(reader, *it))
}

/// The first step that tells what to do, of two or more.
fn steps(reader: &Reader, body: Span, is_here: impl Fn(&Span) -> bool) -> Option<Span> {
    let doc = reader.doc;
    let inside =
        doc.items().iter().filter(|it| it.ordered && !it.quoted && body.contains(it.span) && is_here(&it.span));
    // An entry of a table of contents is no step.
    let is_entry = |it: &usize| doc.links_in(doc.passages()[*it].span).iter().any(|it| it.target.starts_with('#'));
    let steps = inside.filter_map(|it| it.passage).filter(|it| !is_entry(it));
    let mut told =
        steps.filter(|it| deed::is_command(doc.prose().passage(*it)) || verb::opens(doc.prose().passage(*it)));
    let first = told.next()?;
    told.next().map(|_| doc.passages()[first].span)
}

/// Begins a place from nothing, where no former state is.
static BUILDS_ANEW: LazyLock<Pattern> = LazyLock::new(|| {
    opening(&[
        r"(?:set up|provision|create|install|launch|spin up|build|buy|order) (?:a |an |the )?(?:new |fresh |blank |empty )?(?:production |staging |virtual )?(?:server|machine|host|vm|droplet|instance|account)",
    ])
});

/// Says by whom or by what a thing is brought out.
static PROCESS: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:is|are|gets?|be|will be|automatically|been) (?:automatically |then |also |always )*(?:deployed|released|published|rolled out|promoted|pushed|shipped)(?: \S+){0,4} (?:by|to|when|on|with|via|using|through|from|after|automatically|every|as)|(?:merging|pushing|tagging|a merge|a push|a tag|every merge|each merge|every push|each push|each release|merges|pushes)(?: \S+){0,8} (?:deploys?|releases?|publishes|triggers?|starts?|creates?)|to (?:deploy|release|publish) (?:a|an|the|to|it|this|your|new|changes)|to (?:cut|make|create|push|tag) (?:a|an|the|your)(?: \S+){0,2} (?:release|version|tag|deployment)|we (?:deploy|release|publish|ship)(?: \S+){0,4} (?:by|via|with|using|through|every|whenever|on|weekly|daily)|(?:deploy|release|publish)(?:es|s|ed|ment|ments|ing)?(?: of \S+| of the \S+)? (?:is|are|happens?|runs?) (?:automated|automatic|done|performed|handled|managed|manual|triggered|made|with|through|via|by)",
    ])
});

/// Sends the reader to somebody, who may be asleep.
static SENDS_AWAY: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:speak|talk) (?:with|to)|ask (?:the|a|an|your|somebody|someone)|contact|reach out|to be briefed|permissions?|must have|access tokens?|in the event|github pages|documentation|docs|website",
    ])
});

/// By what, or where to, a thing is brought out. What is only published may be an entry that somebody wrote.
static BY_WHAT: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"pipelines?|workflows?|github actions?|ci|cd|ci/cd|merg(?:e|es|ed|ing)|main|master|tags?|tagged|branch(?:es)?|commits?|push(?:es|ed|ing)?|builds?|built|npm|npmjs|pypi|crates\.io|maven|nuget|registry|registries|images?|cluster|production|staging|argo ?cd|flux|helm|terraform|jenkins|circleci|travis|buildkite|gitlab|scripts?|commands?|□",
    ])
});

fn process(reader: &Reader, body: Span) -> Option<Span> {
    reader
        .sentences(body)
        .find(|(span, text)| {
            PROCESS.is_match(text)
                && BY_WHAT.is_match(text)
                && !SENDS_AWAY.is_match(text)
                && !text.starts_with("How ")
                && !is_of_other_matter(reader, Deploy, *span)
        })
        .map(|(span, _)| span)
}

/// Commands that say by themselves what they are for, under whatever heading that is not about another matter.
fn alone(reader: &mut Reader, lines: &[Typed]) {
    for (question, aim) in
        [(Test, Aim::Test), (Undo, Aim::Undo), (Run, Aim::Run), (Deploy, Aim::Deploy), (Run, Aim::Install)]
    {
        // What is brought out in passing, in the midst of a sentence, is not this system.
        let may_be_inline = matches!(aim, Aim::Test | Aim::Undo);
        let is_told = |it: &Typed| match aim {
            Aim::Deploy => {
                is_headed(reader, it.span, BROUGHT_OUT) || is_headed(reader, it.span, &["install", "operat"])
            }
            Aim::Undo => is_headed(reader, it.span, &["roll", "revert", "undo", "restor", "recover", "back", "releas"]),
            _ => true,
        };
        let lines = lines.iter().filter(|it| (it.in_block || may_be_inline) && is_told(it));
        if let Some((line, worse)) = fittest(reader, question, aim, lines) {
            reader.say(question, 2 + worse + u8::from(aim == Aim::Install), line.span);
        }
    }
}

/// Whether a heading around a place, or the name of the page, says what it is about.
fn is_headed(reader: &Reader, at: Span, stems: &[&str]) -> bool {
    has_stem(&reader.stem(), stems) || reader.doc.sections_around(at.start).any(|it| has_stem(&it.name, stems))
}

/// Whether the nearest heading does.
fn is_near(reader: &Reader, at: Span, stems: &[&str]) -> bool {
    reader.doc.section_at(at.start).is_some_and(|it| has_stem(&it.name, stems))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::heading::normalise;

    #[test]
    fn names_are_written_as_headings_are_compared() {
        for (_, names, _) in ASKED {
            names.split(", ").for_each(|it| assert_eq!(normalise(it), it));
        }
    }
}

//! How to run it, to test it, to bring it out, to notice that it is broken, and to undo what went wrong.

use std::sync::LazyLock;

use super::typed::{Typed, is_own, prepares, takes_back, typed};
use super::{Part, Reader, Role};
use crate::document::CodeBlock;
use crate::litmus::Question::{self, Deploy, Notice, Run, Test, Undo};
use crate::litmus::command::{Aim, aims_at};
use crate::text::Span;
use crate::words::english::{deed, procedure, shell, verb};
use crate::words::pattern::{Pattern, any_of};

const RUN: &str = "\
    getting started, get started, quick start, quickstart, quick guide, usage, how to use, using, running, run, run \
    locally, running locally, how to run, local development, local setup, development, development setup, \
    developing, dev setup, installation, install, installing, setup, set up, setting up, start, starting, launch, \
    build and run, building and running, hacking, basic usage, try it, example usage, command, how to install, \
    launching";
const TEST: &str = "\
    test, testing, running test, running the test, run test, run the test, running unit test, unit test, unit \
    testing, how to test, test suite, integration test, running integration test, testing locally, test and lint, \
    linting and testing, e2e test, check, verification, running all test";
const DEPLOY: &str = "\
    deploy, deployment, deploying, how to deploy, deployment process, release, releasing, release process, how to \
    release, releasing a new version, making a release, make a release, publishing, publish, how to publish, cutting \
    a release, creating a release, create a release, rollout, shipping, releasing new version, release procedure, \
    release instruction, publishing a release, going live, upgrade, upgrading, continuous deployment, deploy to \
    production";
const UNDO: &str = "\
    rollback, roll back, rolling back, how to roll back, rollback plan, rollback procedure, undo, undoing, revert, \
    reverting, reverting a release, back out, backing out, backout, downgrade, downgrading, disaster recovery, \
    recovery, restore, restoring, restoring from backup, restore from backup, backup and restore, yanking a release, \
    undo a release, recovery procedure";
const NOTICE: &str = "\
    monitoring, alert, alerting, monitoring and alerting, observability, health, health check, healthcheck, health \
    and metric, dashboard, slo, sli, service level objective, metric, status page, how to notice, on-call alert, \
    monitoring and observability, logging and monitoring, log and metric, alarm, key metric, telemetry and alert";

/// Says by what somebody notices.
static NOTICED: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:alert|alarm|page)s? (?:fires?|is fired|is raised|triggers?|is triggered|goes off|pages?|the on-call)|(?:pages|alerts|notifies) (?:the )?(?:on-call|oncall|person on|team|us)|(?:is|are) monitored (?:by|with|in|via|through)|we monitor (?:it|this|the)|(?:errors|exceptions|failures) (?:are|is) (?:reported|sent|tracked|logged) (?:to|in|by)",
        r"health ?checks? (?:is|are|at|endpoint|on|runs)|(?:dashboards?|metrics|alerts) (?:is|are|live|can be found|at|in|on) (?:in|at|on|available|exposed|here|defined|grafana|datadog|□)",
    ])
});

/// Orders the way back.
static WAY_BACK: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:to|can be|how to|you can|please|then) (?:roll(?:ed)? back|undo(?:ne)?|revert(?:ed)?|downgrade|back out|yank)(?: \S+){0,8}|roll (?:it |them )?back (?:by|with|to|using|via)|revert (?:the|this|your) (?:commit|merge|change|release|pull request|pr|deployment)|(?:previous|last good) (?:version|release|image|revision) (?:is|can be|may be) (?:restored|deployed|selected)|redeploy the (?:previous|last)",
    ])
});

/// What is undone, and not a setting or a file of the reader's.
static CHANGE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[r"deploy\w*|releases?|roll-?outs?|upgrade|commit|merge|migrations?|production|image|revision"])
});

pub fn read(reader: &mut Reader) {
    if !matches!(reader.role, Role::Readme | Role::Guide | Role::Page) {
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

/// What each question is called in headings, and by what its commands are known.
const ASKED: &[(Question, &str, &[Aim])] = &[
    (Run, RUN, &[Aim::Run, Aim::Install]),
    (Test, TEST, &[Aim::Test]),
    (Deploy, DEPLOY, &[Aim::Deploy]),
    (Undo, UNDO, &[Aim::Undo]),
    (Notice, NOTICE, &[Aim::Health]),
];

fn sections(reader: &mut Reader, lines: &[Typed]) {
    for (question, names, aims) in ASKED {
        for part in reader.parts(names) {
            // A page on one task is about that task, as its title says; a run-book also says how to see and to undo.
            let is_told = matches!(question, Undo | Notice) && reader.is_runbook();
            let is_task = part.is_title && *question != Run && reader.path.matches('/').count() < 4;
            if !reader.is_of_whole() && !is_told && !is_task {
                continue;
            }
            let from = lines.partition_point(|it| it.span.start < part.body.start);
            let inside: Vec<Typed> =
                lines[from..].iter().take_while(|it| it.span.end <= part.body.end).copied().collect();
            let is_it = |aim: Aim, it: &Typed| aims_at(reader.doc.at(it.span), aim) && is_own(reader, aim, it.span);
            let aimed = aims.iter().find_map(|aim| inside.iter().find(|it| is_it(*aim, it)));
            match aimed {
                Some(line) => reader.say(*question, u8::from(!line.in_block), line.span),
                None => in_words(reader, *question, part, &inside),
            }
        }
    }
}

/// A part without a command that is known: steps, other commands or sentences, as far as they answer the question.
fn in_words(reader: &mut Reader, question: Question, part: Part, inside: &[Typed]) {
    let doc = reader.doc;
    let step = steps(reader, part.body);
    let typed = || inside.iter().filter(|it| it.in_block).map(|it| it.span);
    let works = || typed().find(|it| !prepares(doc.at(*it)) && shell::may_be_typed(doc.at(*it)));
    let found = match question {
        // Elsewhere a command that is not known may be about anything.
        Run if reader.role != Role::Readme => None,
        Run => works().or_else(|| step.filter(|_| typed().next().is_some())).or_else(|| shown(reader, part.body)),
        // How tests are run is a command; what they are for is another matter.
        Test => None,
        Deploy => {
            step.or_else(|| typed().next()).or_else(|| process(reader, part.body).filter(|_| reader.is_of_whole()))
        }
        Undo => typed().find(|it| takes_back(doc.at(*it))).or(step).or_else(|| way(reader, part.body)),
        _ => told_notice(reader, part.body),
    };
    if let Some(span) = found {
        reader.say(question, 1, span);
    }
}

/// The first line of code that shows how a thing is used from a program.
fn shown(reader: &Reader, body: Span) -> Option<Span> {
    let doc = reader.doc;
    const DATA: &[&str] = &["", "text", "txt", "json", "yaml", "yml", "toml", "ini", "diff", "console", "output"];
    let is_code = |it: &&CodeBlock| {
        let language = it.info.split([' ', ',', '{']).next().unwrap_or_default().to_ascii_lowercase();
        !DATA.contains(&language.as_str()) && !shell::is_commands(&it.info, doc.at(it.body))
    };
    let block = doc.code_in(body).iter().find(is_code)?;
    block
        .body
        .lines(doc.text())
        .map(|it| it.trimmed(doc.text()))
        .find(|it| it.len() > 2 && !doc.at(*it).ends_with(['{', '(', '[']))
}

fn way(reader: &Reader, body: Span) -> Option<Span> {
    reader.sentences(body).find(|(_, text)| text.split_whitespace().count() > 5).map(|(span, _)| span)
}

/// The first step that tells what to do, of two or more.
fn steps(reader: &Reader, body: Span) -> Option<Span> {
    let doc = reader.doc;
    let inside = doc.items().iter().filter(|it| it.ordered && !it.quoted && body.contains(it.span));
    let steps = inside.filter_map(|it| it.passage);
    let mut told =
        steps.filter(|it| deed::is_command(doc.prose().passage(*it)) || verb::opens(doc.prose().passage(*it)));
    let first = told.next()?;
    told.next().map(|_| doc.passages()[first].span)
}

/// Says by whom or by what a thing is brought out.
static PROCESS: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:is|are|gets?|be|will be|automatically|been) (?:automatically |then |also |always )*(?:deployed|released|published|rolled out|promoted|pushed|shipped)(?: \S+){0,4} (?:by|to|when|on|with|via|using|through|from|after|automatically|every|as)|(?:merging|pushing|tagging|a merge|a push|a tag|every merge|each merge|each release|merges|pushes)(?: \S+){0,8} (?:deploys?|releases?|publishes|triggers?|starts?|creates?)|to (?:deploy|release|publish|cut|make|create|push) (?:a|an|the|to|it|this|your|new|changes)|we (?:deploy|release|publish|ship)|(?:deploy|release|publish)(?:es|s|ed|ment|ments|ing)? (?:is|are|happens?|runs?) (?:automated|automatic|done|performed|handled|managed|manual|triggered|made|with|through|via|by)",
    ])
});

/// Sends the reader to somebody, who may be asleep.
static SENDS_AWAY: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[r"(?:speak|talk) (?:with|to)|ask (?:the|a|an|your|somebody|someone)|contact|reach out|to be briefed"])
});

fn process(reader: &Reader, body: Span) -> Option<Span> {
    reader
        .sentences(body)
        .find(|(_, text)| PROCESS.is_match(text) && !SENDS_AWAY.is_match(text) && !text.starts_with("How "))
        .map(|(span, _)| span)
}

fn told_notice(reader: &Reader, body: Span) -> Option<Span> {
    reader.sentences(body).find(|(_, text)| NOTICED.is_match(text)).map(|(span, _)| span)
}

/// Commands that say by themselves what they are for, under whatever heading.
fn alone(reader: &mut Reader, lines: &[Typed]) {
    for (question, aim) in
        [(Test, Aim::Test), (Undo, Aim::Undo), (Run, Aim::Run), (Deploy, Aim::Deploy), (Run, Aim::Install)]
    {
        // What is brought out in passing, in the midst of a sentence, is not this system.
        let may_be_inline = matches!(aim, Aim::Test | Aim::Undo);
        // A single word there may be the name of anything.
        let is_command = |it: &Typed| {
            let typed = reader.doc.at(it.span);
            typed.contains([' ', '/']) || aim == Aim::Test && (typed.contains("test") || typed.contains("spec"))
        };
        let mut lines = lines.iter().filter(|it| it.in_block || may_be_inline && is_command(it));
        let found = lines.find(|it| aims_at(reader.doc.at(it.span), aim) && is_own(reader, aim, it.span));
        if let Some(line) = found {
            reader.say(question, 2 + u8::from(aim == Aim::Install), line.span);
        }
    }
}

fn way_back(reader: &mut Reader) {
    let all = Span::new(0, reader.doc.text().len());
    let found = reader.sentences(all).find(|(_, text)| {
        let is_of_change = reader.is_runbook() || CHANGE.is_match(text);
        is_of_change && WAY_BACK.is_match(text) && procedure::find_way_back(text).is_some()
    });
    if let Some((span, _)) = found {
        reader.say(Undo, 2, span);
    }
}

/// An alert with a page of its own is noticed by it; in other texts a sentence says so.
fn noticed(reader: &mut Reader) {
    let all = Span::new(0, reader.doc.text().len());
    if reader.is_runbook() {
        const ALERT: &str = "\
            meaning, alert, symptom, trigger, when to use, when to use this, impact, alert detail";
        let told =
            reader.parts(ALERT).into_iter().filter(|it| !it.is_title).find_map(|it| reader.first_sentence(it.body, 4));
        if let Some(span) = told {
            reader.say(Notice, 1, span);
            return;
        }
    }
    if let Some(span) = told_notice(reader, all) {
        reader.say(Notice, 3, span);
    }
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

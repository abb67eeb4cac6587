//! How to run it, to test it, to bring it out, to notice that it is broken, and to undo what went wrong.

use std::sync::LazyLock;

use super::{Part, Reader, Role};
use crate::document::{CodeBlock, Stand};
use crate::litmus::Question::{self, Deploy, Notice, Run, Test, Undo};
use crate::litmus::command::{Aim, aims_at};
use crate::text::Span;
use crate::words::english::{procedure, shell};
use crate::words::pattern::{Pattern, any_of};

const RUN: &[&str] = &[
    "getting started",
    "get started",
    "quick start",
    "quickstart",
    "quick guide",
    "usage",
    "how to use",
    "using",
    "running",
    "run",
    "run locally",
    "running locally",
    "how to run",
    "local development",
    "local setup",
    "development",
    "development setup",
    "developing",
    "dev setup",
    "installation",
    "install",
    "installing",
    "setup",
    "set up",
    "setting up",
    "start",
    "starting",
    "launch",
    "build and run",
    "building and running",
    "hacking",
    "basic usage",
    "try it",
    "example usage",
    "command",
    "how to install",
    "launching",
];
const TEST: &[&str] = &[
    "test",
    "testing",
    "running test",
    "running the test",
    "run test",
    "run the test",
    "running unit test",
    "unit test",
    "unit testing",
    "how to test",
    "test suite",
    "integration test",
    "running integration test",
    "testing locally",
    "test and lint",
    "linting and testing",
    "e2e test",
    "check",
    "verification",
    "running all test",
];
const DEPLOY: &[&str] = &[
    "deploy",
    "deployment",
    "deploying",
    "how to deploy",
    "deployment process",
    "release",
    "releasing",
    "release process",
    "how to release",
    "releasing a new version",
    "making a release",
    "make a release",
    "publishing",
    "publish",
    "how to publish",
    "cutting a release",
    "creating a release",
    "create a release",
    "rollout",
    "shipping",
    "releasing new version",
    "release procedure",
    "release instruction",
    "publishing a release",
    "going live",
    "upgrade",
    "upgrading",
    "continuous deployment",
    "deploy to production",
];
const UNDO: &[&str] = &[
    "rollback",
    "roll back",
    "rolling back",
    "how to roll back",
    "rollback plan",
    "rollback procedure",
    "undo",
    "undoing",
    "revert",
    "reverting",
    "reverting a release",
    "back out",
    "backing out",
    "backout",
    "downgrade",
    "downgrading",
    "disaster recovery",
    "recovery",
    "restore",
    "restoring",
    "restoring from backup",
    "restore from backup",
    "backup and restore",
    "yanking a release",
    "undo a release",
    "recovery procedure",
];
const NOTICE: &[&str] = &[
    "monitoring",
    "alert",
    "alerting",
    "monitoring and alerting",
    "observability",
    "health",
    "health check",
    "healthcheck",
    "health and metric",
    "dashboard",
    "slo",
    "sli",
    "service level objective",
    "metric",
    "status page",
    "how to notice",
    "on-call alert",
    "monitoring and observability",
    "logging and monitoring",
    "log and metric",
    "alarm",
    "key metric",
    "telemetry and alert",
];

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
        r"(?:to|can be|how to|you can|please|then) (?:roll(?:ed)? back|undo(?:ne)?|revert(?:ed)?|go back|restored?|downgrade|back out|yank)(?: \S+){0,8}|roll (?:it |them )?back (?:by|with|to|using|via)|revert (?:the|this|your) (?:commit|merge|change|release|pull request|pr|deployment)|(?:previous|last good) (?:version|release|image|revision) (?:is|can be|may be) (?:restored|deployed|selected)|redeploy the (?:previous|last)",
    ])
});

pub fn read(reader: &mut Reader) {
    if !matches!(reader.role, Role::Readme | Role::Guide | Role::Page) {
        return;
    }
    let lines = typed(reader);
    sections(reader, &lines);
    alone(reader, &lines);
    if matches!(reader.role, Role::Guide) || reader.is_kind("runbook") {
        way_back(reader);
    }
    noticed(reader);
}

/// Lines of commands, in blocks of code and in the midst of a sentence.
fn typed(reader: &Reader) -> Vec<Span> {
    let doc = reader.doc;
    let is_read = |code: &&CodeBlock| {
        let language = code.info.split([' ', ',', '{']).next().unwrap_or_default().to_ascii_lowercase();
        shell::is_commands(&code.info, doc.at(code.body))
            || matches!(language.as_str(), "make" | "makefile" | "dockerfile")
    };
    let blocks = doc.code().iter().filter(is_read).flat_map(|it| it.body.lines(doc.text()));
    let prose = doc.prose();
    let inline = prose.masks(0..prose.text().len()).filter(|(stand, _)| *stand == Stand::Code);
    let inline = inline.map(|(_, span)| {
        let text = doc.at(span);
        let marks = text.len() - text.trim_start_matches('`').len();
        Span::new(span.start + marks.min(text.len() / 2), span.end - marks.min(text.len() / 2))
    });
    let mut lines: Vec<Span> =
        blocks.chain(inline).map(|it| it.trimmed(doc.text())).filter(|it| !it.is_empty()).collect();
    lines.sort();
    lines
}

/// What each question is called in headings, and by what its commands are known.
const ASKED: &[(Question, &[&str], &[Aim])] = &[
    (Run, RUN, &[Aim::Run, Aim::Install]),
    (Test, TEST, &[Aim::Test]),
    (Deploy, DEPLOY, &[Aim::Deploy]),
    (Undo, UNDO, &[Aim::Undo]),
    (Notice, NOTICE, &[Aim::Health]),
];

fn sections(reader: &mut Reader, lines: &[Span]) {
    for (question, names, aims) in ASKED {
        for part in reader.parts(names) {
            let from = lines.partition_point(|it| it.start < part.body.start);
            let inside: Vec<Span> = lines[from..].iter().take_while(|it| it.end <= part.body.end).copied().collect();
            let aimed = aims.iter().find_map(|aim| inside.iter().find(|it| aims_at(reader.doc.at(**it), *aim)));
            match aimed {
                Some(line) => reader.say(*question, 0, *line),
                None => in_words(reader, *question, part, &inside),
            }
        }
    }
}

/// A part without a command that is known: steps, other commands or sentences, as far as they answer the question.
fn in_words(reader: &mut Reader, question: Question, part: Part, inside: &[Span]) {
    let block = reader
        .doc
        .code_in(part.body)
        .first()
        .and_then(|it| it.body.lines(reader.doc.text()).find(|line| !line.is_empty()));
    let step = steps(reader, part.body);
    let is_sure = !part.is_title || reader.role == Role::Guide;
    let found = match question {
        Run => inside.iter().copied().find(|it| shell::may_be_typed(reader.doc.at(*it))).or(step).or(block),
        // How tests are run is a command; what they are for is another matter.
        Test => None,
        Deploy => step.or(inside.first().copied().filter(|_| is_sure)).or_else(|| process(reader, part.body)),
        Undo => inside.first().copied().or(step).or_else(|| reader.first_sentence(part.body, 6)),
        _ => told_notice(reader, part.body).or_else(|| reader.first_sentence(part.body, 6)),
    };
    if let Some(span) = found {
        reader.say(question, if is_sure { 1 } else { 3 }, span);
    }
}

/// The first of two steps or more.
fn steps(reader: &Reader, body: Span) -> Option<Span> {
    let doc = reader.doc;
    let inside = doc.items().iter().filter(|it| it.ordered && !it.quoted && body.contains(it.span));
    let mut steps = inside.filter_map(|it| it.passage).map(|it| doc.passages()[it].span);
    let first = steps.next()?;
    steps.next().map(|_| first)
}

/// Says by whom or by what a thing is brought out.
static PROCESS: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:is|are|gets?|be|will be|automatically|been) (?:automatically |then |also |always )*(?:deployed|released|published|rolled out|promoted|pushed|shipped)(?: \S+){0,4} (?:by|to|when|on|with|via|using|through|from|after|automatically|every|as)|(?:merging|pushing|tagging|a merge|a push|a tag|every merge|each merge|each release|merges|pushes)(?: \S+){0,8} (?:deploys?|releases?|publishes|triggers?|starts?|creates?)|to (?:deploy|release|publish|cut|make|create|push) (?:a|an|the|to|it|this|your|new|changes)|we (?:deploy|release|publish|ship)|(?:deploy|release|publish)(?:es|s|ed|ment|ments|ing)? (?:is|are|happens?|runs?) (?:automated|automatic|done|performed|handled|managed|manual|triggered|made|with|through|via|by)",
    ])
});

fn process(reader: &Reader, body: Span) -> Option<Span> {
    reader.sentences(body).find(|(_, text)| PROCESS.is_match(text)).map(|(span, _)| span)
}

fn told_notice(reader: &Reader, body: Span) -> Option<Span> {
    reader.sentences(body).find(|(_, text)| NOTICED.is_match(text)).map(|(span, _)| span)
}

/// Commands that say by themselves what they are for, under whatever heading.
fn alone(reader: &mut Reader, lines: &[Span]) {
    let is_near = matches!(reader.role, Role::Readme | Role::Guide) || is_of_developers(&reader.stem());
    let worse = if is_near { 2 } else { 4 };
    let aims = [(Test, Aim::Test), (Undo, Aim::Undo), (Run, Aim::Run), (Deploy, Aim::Deploy), (Run, Aim::Install)];
    for (at, (question, aim)) in aims.into_iter().enumerate() {
        // What is brought out in passing, in a guide to something else, is not this system.
        let may_speak = aim != Aim::Deploy && aim != Aim::Install || is_near;
        let found = lines.iter().filter(|_| may_speak).find(|it| aims_at(reader.doc.at(**it), aim));
        if let Some(line) = found {
            reader.say(question, worse + u8::from(at == 4), *line);
        }
    }
}

pub fn is_of_developers(stem: &str) -> bool {
    const STEMS: &[&str] = &[
        "contributing",
        "development",
        "developing",
        "developer",
        "developers",
        "hacking",
        "building",
        "testing",
        "tests",
        "running-tests",
        "building-and-testing",
        "dev",
        "dev-setup",
        "setup",
        "getting-started",
        "local-development",
        "contributor-guide",
        "maintaining",
        "release",
        "releasing",
        "release-process",
        "releases",
        "deployment",
        "deploying",
        "deploy",
        "operations",
        "ops",
        "runbook",
        "maintainers",
        "developer-guide",
        "development-guide",
        "how-to-release",
        "publishing",
        "install",
        "installation",
        "quickstart",
    ];
    STEMS.contains(&stem)
}

fn way_back(reader: &mut Reader) {
    let all = Span::new(0, reader.doc.text().len());
    let found =
        reader.sentences(all).find(|(_, text)| WAY_BACK.is_match(text) && procedure::find_way_back(text).is_some());
    if let Some((span, _)) = found {
        reader.say(Undo, 2, span);
    }
}

/// An alert with a page of its own is noticed by it; in other texts a sentence says so.
fn noticed(reader: &mut Reader) {
    let all = Span::new(0, reader.doc.text().len());
    if reader.is_kind("runbook") {
        const ALERT: &[&str] =
            &["meaning", "alert", "symptom", "trigger", "when to use", "when to use this", "impact", "alert detail"];
        let told =
            reader.parts(ALERT).into_iter().filter(|it| !it.is_title).find_map(|it| reader.first_sentence(it.body, 4));
        if let Some(span) = told {
            reader.say(Notice, 1, span);
            return;
        }
    }
    if reader.role != Role::Page
        && let Some(span) = told_notice(reader, all)
    {
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
            names.iter().for_each(|it| assert_eq!(normalise(it), *it));
        }
    }
}

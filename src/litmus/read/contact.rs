//! Where do I ask, and when does an answer come?

use std::sync::LazyLock;

use super::aside::has_stem;
use super::channel::{is_for_another_matter, leads_to_people};
use super::purpose::is_boilerplate;
use super::{Reader, Role};
use crate::litmus::Question::{Ask, Reply};
use crate::text::Span;
use crate::words::pattern::{Pattern, any_of};

const NAMES: &str = "\
    support, getting help, get help, help, need help, contact, contact u, contact information, contacting u, \
    question, support question, asking support question, asking for help, got question, have question, have a question, any question, asking question, ask a question, \
    community, communication, where to ask, where to get help, how to get help, get in touch, getting in touch, \
    feedback, discussion, escalation, on-call, who to contact, slack, chat, support channel, communication channel, \
    help and support, contact and support, support and feedback, community and support, getting support, join the \
    community, reach out, discord, mailing list, question and support, help and feedback, question and support, \
    issue and question, finding help, getting in contact, reporting issue, issue";

/// Sends whoever has a question to a place.
static SENT: LazyLock<Pattern> = LazyLock::new(|| {
    const PLACE: &str = r"(?:channels?|slack|discord|gitter|irc|zulip|matrix|forums?|mailing ?lists?|discussions?|stack ?overflow|e-?mail|telegram|chat|on-call|mattermost|#[a-z][\w-]+)";
    const NEED: &str =
        r"(?:ask|asking|questions?|help|support|stuck|troubles?|get in touch|contact us|reach (?:us|out))";
    any_of(&[
        &format!(r"(?:{NEED}|feedback)(?: \S+){{0,14}} {PLACE}"),
        &format!(r"{NEED}(?: \S+){{0,14}} (?:issue tracker|issues?|team)"),
        &format!(r"{PLACE}(?: \S+){{0,14}} (?:{NEED}|feedback)"),
        &format!(r"(?:join|chat|discuss|find us|talk to us|reach us|meet us|hang out)(?: \S+){{0,8}} {PLACE}"),
        r"(?:contact us|email us|write to us|ping us|message us)(?: \S+){0,8}",
    ])
});

/// Says after which time somebody answers.
static ANSWERED: LazyLock<Pattern> = LazyLock::new(|| {
    const WHEN: &str = r"(?:within|in|after|inside|under) (?:about |around |at most |the next |an? |one |two |three |a few |\d+(?:[-–]\d+)? ?)*(?:working |business |week)?(?:minutes?|hours?|days?|weeks?|h|same day)";
    let answer = r"(?:respon(?:d|ds|se|ses)|repl(?:y|ies)|answers?|answered|get back to|getting back|triaged?|acknowledged?|look(?:s|ed)? at|hear (?:back|from)|review(?:s|ed)?)";
    any_of(&[
        &format!(r"{answer}(?: \S+){{0,10}} {WHEN}"),
        &format!(r"{WHEN}(?: \S+){{0,8}} {answer}"),
        r"(?:response|reply|answer|resolution) times?(?: \S+){0,6} (?:\d+|hours?|days?|one|two|best)|support (?:is |are )?(?:\S+ ){0,2}(?:best[- ]effort|on weekdays|(?:during|in|outside) (?:business|working|office) hours)|(?:respond|reply|answer|answers|replies|triage)(?: \S+){0,8} (?:best[- ]effort|on weekdays|every (?:day|weekday|week|monday|tuesday|wednesday|thursday|friday)|once a (?:day|week)|twice a week|daily|weekly|(?:during|in|outside) (?:business|working|office) hours)|office hours (?:are|is|on|every|:)",
    ])
});

/// Says that people answer.
static BY_PEOPLE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"answers? (?:come |arrive )?within|we|i|us|our|maintainers?|members?|teams?|somebody|someone|reviewers?|on-call|support|staff|response times?|reply times?|office hours|owners?|you(?:'ll| will| should| can expect)? (?:to )?(?:get|receive|hear|have|expect)",
    ])
});

static QUESTIONS: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[r"questions?|help|support|ask|asking|contact|discuss(?:ed|ion|ions)?|chat|reach|touch|stuck"])
});

pub fn read(reader: &mut Reader) {
    if !matches!(reader.role, Role::Readme | Role::Guide | Role::Page) {
        return;
    }
    // What a program wrote leads to the people of that program.
    let start =
        reader.doc.text().char_indices().nth(2000).map_or(reader.doc.text(), |(at, _)| &reader.doc.text()[..at]);
    if is_boilerplate(start) {
        return;
    }
    let stem = reader.stem();
    let is_place = matches!(
        stem.as_str(),
        "support" | "contact" | "contacts" | "help" | "community" | "getting-help" | "communication"
    );
    let is_near =
        is_place || reader.role == Role::Readme || matches!(stem.as_str(), "contributing" | "faq" | "development");
    // Those who use what is built here ask elsewhere than those who keep it running.
    let is_of_users = reader.path.split('/').any(|it| matches!(it, "user" | "users" | "user-docs" | "end-users"));
    if !is_near && !reader.is_runbook() || is_of_users {
        return;
    }
    // A whole page that is called `Slack` may be about a way to connect to it.
    for part in reader.parts(NAMES).into_iter().filter(|it| is_place || !it.is_title) {
        if let Some(span) = channel(reader, part.body, part.is_title).filter(|it| !is_about_security(reader, *it)) {
            // Where faults are reported, questions are asked as well only where that is said.
            let head = reader.doc.at(part.head).to_lowercase();
            let is_of_faults = head.contains("report") || head.contains("issue") && !head.contains("question");
            let is_open = |text: &str| QUESTIONS.is_match(text) || text.contains("suggestion");
            if !is_of_faults || is_open(reader.doc.prose().clean(part.body)) {
                say(reader, if is_near { 0 } else { 2 } + u8::from(part.is_title || is_of_faults), span);
            }
        }
    }
    let all = Span::new(0, reader.doc.text().len());
    if is_place && let Some(span) = channel(reader, all, true) {
        say(reader, 1, span);
    }
    sent(reader, all);
    if is_near {
        answered(reader, all);
    }
}

/// A bare link is quoted with its address: "Slack" alone is no place.
fn say(reader: &mut Reader, rank: u8, span: Span) {
    let quote = reader.quote(span);
    let is_bare = quote.split_whitespace().count() < 3;
    let quote = if is_bare { super::short(reader.doc.at(span)) } else { quote };
    reader.say_as(Ask, rank, span, quote);
}

/// The first line of a part that leads to people. Sections in it speak of matters of their own, but where the whole text
/// is about where to ask.
fn channel(reader: &Reader, body: Span, is_whole: bool) -> Option<Span> {
    let doc = reader.doc;
    for index in doc.passages_in(body).take(60) {
        let passage = &doc.passages()[index];
        if passage.place.is_heading() && !is_whole {
            break;
        }
        if passage.place.is_heading() || passage.quoted || !body.contains(passage.span) {
            continue;
        }
        // Of a passage of many lines each sentence is read once, and each line looks at those that it holds a part of.
        let sentences: Vec<(Span, bool)> =
            reader.sentences(passage.span).map(|(span, text)| (span, is_for_another_matter(text))).collect();
        for line in passage.content.iter().flat_map(|it| it.lines(doc.text())) {
            let line = line.trimmed(doc.text());
            let ahead = &sentences[sentences.partition_point(|(it, _)| it.end <= line.start)..];
            let is_aside = ahead.iter().take_while(|(it, _)| it.start < line.end).any(|(_, is_aside)| *is_aside);
            if !is_aside && leads_to_people(reader, line) {
                // A line may end in the midst of a sentence.
                let whole = ahead.iter().map(|(span, _)| *span).find(|it| leads_to_people(reader, *it));
                return whole.filter(|it| it.start >= line.start && it.end > line.end).or(Some(line));
            }
        }
    }
    None
}

fn sent(reader: &mut Reader, body: Span) {
    let is_it = |span: Span, text: &str| {
        SENT.is_match(text)
            && !is_about_security(reader, span)
            && !speaks_of_security(text)
            && leads_to_people(reader, span)
    };
    // "Do you want to buy more? Write to us." is one matter in two sentences.
    let lines = reader.doc.lines();
    let mut aside = None;
    let found = reader.sentences(body).find(|(span, text)| {
        let goes_on = aside.is_some_and(|it| it == lines.index(span.start));
        aside = (text.ends_with('?') && is_for_another_matter(text)).then(|| lines.index(span.end));
        !goes_on && is_it(*span, text)
    });
    if let Some((span, _)) = found {
        reader.say(Ask, 2, span);
    }
}

fn speaks_of_security(text: &str) -> bool {
    let lower = text.to_lowercase();
    ["vulnerab", "security", "conduct", "abus", "harass"].iter().any(|it| lower.contains(it))
}

/// Parts that speak of other answers: of faults in security, of reviews by a program.
fn is_about_security(reader: &Reader, at: Span) -> bool {
    let mut around = reader.doc.sections_around(at.start);
    around.any(|it| ["security", "vulnerabilit", "disclosure", "embargo"].iter().any(|word| it.name.contains(word)))
}

/// Whether a part of the text is about people who answer, or the whole is.
fn is_about_people(reader: &Reader, at: Span) -> bool {
    const ABOUT: &[&str] = &[
        "support",
        "help",
        "contact",
        "contribut",
        "communit",
        "question",
        "review",
        "pull",
        "issue",
        "maint",
        "respon",
        "repl",
        "feedback",
        "touch",
        "channel",
        "slack",
        "office",
        "on-call",
        "sla",
        "team",
        "expect",
    ];
    let mut around = reader.doc.sections_around(at.start);
    reader.role != Role::Readme || around.any(|it| ABOUT.iter().any(|word| it.name.contains(word)))
}

fn answered(reader: &mut Reader, body: Span) {
    let is_it = |span: Span, text: &str| {
        ANSWERED.is_match(text)
            && BY_PEOPLE.is_match(text)
            && !is_about_security(reader, span)
            && !is_of_software(text)
            && !is_missing(text)
            && is_about_people(reader, span)
            && !is_on_tiers(reader, span)
            && !text.to_lowercase().contains("customer support")
    };
    let found = reader.sentences(body).find(|(span, text)| is_it(*span, text));
    if let Some((span, _)) = found {
        reader.say(Reply, 0, span);
    }
}

/// Which machines are supported is no answer to anybody.
fn is_on_tiers(reader: &Reader, at: Span) -> bool {
    reader.doc.sections_around(at.start).any(|it| has_stem(&it.name, &["tier", "platform"]))
}

/// What to do when nobody answers, or what is expected of whoever asks, is no time in which somebody answers.
fn is_missing(text: &str) -> bool {
    let lower = text.trim_start().to_lowercase();
    let is_of_asker = ["expect response", "expect a response", "expect your", "expect repl", "expect a repl"];
    let is_promised = lower.contains("you can expect") || lower.contains("you should expect");
    !is_promised && is_of_asker.iter().any(|it| lower.contains(it))
        || ["if no ", "if nobody ", "if none ", "if you do not ", "if you don't ", "unless "]
            .iter()
            .any(|it| lower.starts_with(it))
}

/// Programs answer too.
fn is_of_software(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "request",
        "timeout",
        "latency",
        "server",
        "api",
        "http",
        "quer",
        "millisecond",
        " ms",
        "endpoint",
        "packet",
        "client",
        "you must",
        "you have",
        "you need",
        "stale",
        " bot",
        "automatically",
    ];
    let lower = text.to_lowercase();
    WORDS.iter().any(|it| lower.contains(it)) && !lower.contains("pull request")
}

#[cfg(test)]
mod tests {
    #[test]
    fn names_are_written_as_headings_are_compared() {
        super::NAMES.split(", ").for_each(|it| assert_eq!(crate::words::heading::normalise(it), it));
    }
}

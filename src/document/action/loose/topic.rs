//! Topics of minutes: where in each something is decided, and whose list it is. What is to be done there it does not know.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::document::{Document, Section, Sentence};
use crate::words::english::nobody::{self, Duty, Voice};
use crate::words::english::{given_name, person};
use crate::words::heading;
use crate::words::near;
use crate::words::pattern::{Pattern, any_of};

/// Headings over what people agreed on.
const CONCLUSIONS: &[&str] = &[
    "conclusion",
    "resolution",
    "decision",
    "outcome",
    "agreement",
    "summary of decision",
    "decided",
    "consensus",
    "summary/conclusion",
];

/// Words after which a topic of minutes goes on with what follows from it.
static DECIDED: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"agreed|agreement|decided|decision|consensus|resolved|conclusion|approved|no objections?|let's go with|we(?:'ll| will) go with",
    ])
});

/// Whether a place stands right below a heading of conclusions.
pub(super) fn is_conclusion(doc: &Document, at: usize) -> bool {
    doc.sections_around(at).take(1).any(concludes)
}

/// Whether any place does.
pub(super) fn has_conclusions(doc: &Document) -> bool {
    doc.sections().iter().any(concludes)
}

fn concludes(section: &Section) -> bool {
    let is_entry = |entry: &str| {
        section.name.strip_prefix(entry).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '/']))
    };
    CONCLUSIONS.iter().any(|entry| is_entry(entry))
}

/// Of each topic of minutes, where a decision is first told: items below one item, or paragraphs below one heading.
pub(super) struct Topics {
    /// Of each item, the first place in the topmost item around it where something is decided.
    decided: Vec<Option<usize>>,
    /// Of each item, the topmost item around it.
    top: Vec<usize>,
    /// Of each item, whether a person speaks before it: in the item around it, or in one of its list.
    is_spoken: Vec<bool>,
    /// The text tells of one decision: what led to it, and what it is.
    is_record: bool,
}

/// So many items of a plain list are one topic.
const NEAR: usize = 2;

impl Topics {
    pub(super) fn of(doc: &Document) -> Self {
        let mut top: Vec<usize> = Vec::new();
        let mut decided: Vec<Option<usize>> = vec![None; doc.items().len()];
        for (index, item) in doc.items().iter().enumerate() {
            let root = item.parent.map_or(index, |parent| top[parent]);
            top.push(root);
            let text = item.passage.map_or("", |passage| doc.prose().passage(passage));
            if decided[root].is_none() && DECIDED.is_match(text) {
                decided[root] = Some(item.span.start);
            }
        }
        let mut decided: Vec<Option<usize>> = top.iter().map(|root| decided[*root]).collect();
        // Below a heading of its own a topic may be a plain list: what was decided there lies just before.
        let tops: Vec<usize> = (0..top.len()).filter(|index| doc.items()[*index].parent.is_none()).collect();
        for near in tops.windows(NEAR + 1).rev() {
            let Some((last, before)) = near.split_last() else { continue };
            let is_near = |index: &&usize| doc.items()[**index].list == doc.items()[*last].list;
            let found = before.iter().rev().take_while(is_near).find_map(|index| decided[*index]);
            decided[*last] = decided[*last].or(found);
        }
        let is_headed = |name: &str| doc.sections().iter().any(|it| heading::begins_with(&it.name, name));
        let is_record = is_headed("context") && is_headed("decision");
        Self { decided, top, is_spoken: spoken(doc), is_record }
    }

    /// Whether an order is the decision itself: "Add a build of the core" below the heading of a record.
    pub(super) fn is_decision(&self, doc: &Document, duty: &Duty, at: usize) -> bool {
        self.is_record && duty.voice == Voice::Order && is_conclusion(doc, at)
    }

    /// Whether a person alone stands before the list, as in updates of each, or the item around is an aim. "Will ask them",
    /// which leaves out who will, goes on with what a person said before.
    pub(super) fn is_persons(&self, doc: &Document, index: usize, duty: &Duty) -> bool {
        let parent = doc.items()[index].parent.and_then(|it| doc.items()[it].passage);
        let told = || parent.map(|it| doc.prose().passage(it));
        let own = doc.items()[index].passage.map_or("", |it| doc.prose().passage(it));
        let leaves_out = ["Will ", "will ", "Going to ", "going to "].iter().any(|it| own.starts_with(it));
        let is_told_of = || leaves_out && told().is_some_and(|it| tells_of_person(doc, it));
        if duty.voice == Voice::Unsaid && (self.is_spoken[index] || is_told_of()) {
            return true;
        }
        let is_held = |text: &str| in_brackets(text).is_some_and(|it| doc.may_be_person(it));
        if told().is_some_and(|it| nobody::is_aim(it) || is_held(it)) {
            return true;
        }
        let above = |it: &usize| doc.items()[*it].parent;
        let mut around = std::iter::successors(above(&index), above).take(MOST_AROUND);
        let is_led = |it: usize| doc.items()[it].passage.is_some_and(|it| is_led_by(doc.prose().passage(it)));
        if duty.voice == Voice::Unsaid && around.any(is_led) {
            return true;
        }
        doc.items()[self.top[index]].lead(doc).is_some_and(|lead| {
            let text = doc.prose().passage(lead);
            doc.is_person(text) || person::is_handle(text)
        })
    }

    pub(super) fn is_concluded(&self, doc: &Document, item: Option<usize>, sentence: &Sentence) -> bool {
        let at = doc.passages()[sentence.passage].span.start;
        is_conclusion(doc, at) || item.is_some_and(|index| self.decided[index].is_some_and(|decided| decided <= at))
    }
}

/// "Rosa found a leak", and below it "will report back": what somebody does whose name begins the item around.
fn tells_of_person(doc: &Document, text: &str) -> bool {
    let first = text.split([' ', ',']).next().unwrap_or_default();
    given_name::is_given_name(first) && doc.may_be_person(first)
}

/// So many items around one say whose topic it is.
const MOST_AROUND: usize = 3;

/// "The new forum (@ada, 10 minutes)", "The new forum -- [name=Ada]": who brings a topic tells of it what they will do.
fn is_led_by(topic: &str) -> bool {
    static LED_BY: LazyLock<Pattern> =
        LazyLock::new(|| Pattern::new(r"\(@[\w-]+(?:, ?@[\w-]+)?, ?\d[^()]*\)$|\[name=[A-Za-z][\w -]*\]$"));
    LED_BY.is_match(near::behind(topic.trim_end()))
}

/// Who stands in brackets at the end of what leads to a list: "The blog (Ada):".
fn in_brackets(text: &str) -> Option<&str> {
    Some(near::behind(text.strip_suffix("):")?).rsplit_once('(')?.1)
}

fn spoken(doc: &Document) -> Vec<bool> {
    let mut lists: HashMap<usize, bool> = HashMap::new();
    let mut spoken: Vec<bool> = Vec::new();
    let mut speaks: Vec<bool> = Vec::new();
    for item in doc.items() {
        let text = item.passage.map_or("", |passage| doc.prose().passage(passage));
        let is_speech = text.split_once(": ").is_some_and(|(who, _)| doc.may_be_person(who));
        let said = lists.entry(item.list).or_default();
        spoken.push(*said || item.parent.is_some_and(|parent| speaks[parent]));
        *said |= is_speech;
        speaks.push(is_speech);
    }
    spoken
}

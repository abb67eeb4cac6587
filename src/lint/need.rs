//! Whether a need is missed: by its page, by a line of the configuration, by a template, or because everything is asked.

use super::asked::{self, Asked};
use crate::change::Change;
use crate::config::edition::Standing;
use crate::config::{Policy, Required};
use crate::document::Document;
use crate::finding::{self, Confidence, Findings, Level};
use crate::rule::{KindPage, Need, Rule};
use crate::slot::{Answer, State};
use crate::template::{self, Answered, Comparison, Demand};
use crate::text::Span;
use crate::words::english::template as words;

/// What is known of a document of a kind, whichever of its needs is judged.
pub struct Contract<'c> {
    pub doc: &'c Document<'c>,
    pub page: &'c KindPage,
    pub slots: &'c [Answer],
    pub policy: &'c Policy,
    pub compared: Option<&'c Comparison<'c>>,
    /// Questions that wait in comments.
    pub asked: &'c [Asked<'c>],
    /// The change that it describes.
    pub change: Option<&'c Change>,
}

impl Contract<'_> {
    /// Whether anybody asks for the need: its page, the configuration or a template.
    pub fn asks_for(&self, need: usize) -> bool {
        let it = &self.page.needs[need];
        self.is_asked(it)
            || self.is_wanted(it)
            || self.required(it).is_some()
            || self.compared.is_some_and(|it| it.asks_for(need))
    }

    /// Whether another finding asks for it already: a comment that holds its question, or a rule that misses several
    /// things `together`. What somebody requires by name is asked for by name.
    pub fn is_told(&self, need: usize, together: &[&str]) -> bool {
        let it = &self.page.needs[need];
        let is_by_name =
            self.policy.strict || self.required(it).is_some() || self.compared.is_some_and(|it| it.asks_for(need));
        asked::stands(it, self.asked) || !is_by_name && together.contains(&&*it.name)
    }

    /// Flags the need where it is absent.
    pub fn miss(&self, need: usize, rule: &Rule, found: &mut Findings) {
        let before = found.len();
        self.find(need, rule, found);
        let head = self.doc.head();
        if let Some(flag) = found.last_after(before).filter(|it| it.at.span == head) {
            flag.is_of_whole = true;
        }
        let it = &self.page.needs[need];
        // A page that asks for one of several things says so in its words: "no steps, no error text and no code".
        let is_combined = self.is_asked(it) && !(it.together.is_empty() && it.given.is_empty());
        if let Some(flag) = found.last_after(before).filter(|_| is_combined && !self.is_missed(it)) {
            flag.message = Some(finding::absent(&it.name));
        }
    }

    /// The strongest demand speaks.
    fn find(&self, need: usize, rule: &Rule, found: &mut Findings) {
        let it = &self.page.needs[need];
        if let Some(required) = self.required(it) {
            return self.miss_required(it, required, rule, found);
        }
        if self.miss_in_template(need, rule, found) {
            return;
        }
        let is_wanted = self.is_wanted(it);
        let is_asked_for = match is_wanted {
            true => self.state(&it.name) == Some(State::Absent),
            false => self.is_asked(it) && self.is_missed(it),
        };
        if is_asked_for {
            let flag = found.flag(self.place_of(it), "nothing in this text says it");
            // Whoever asks for everything wants to see it.
            flag.confidence = if is_wanted { Confidence::High } else { self.confidence(it).min(self.certainty(it)) };
        }
    }

    /// A slot that the team itself requires is missed whatever else is there.
    fn miss_required(&self, need: &Need, required: &Required, rule: &Rule, found: &mut Findings) {
        let Some(answer) = self.answer(&need.name) else { return };
        let flag = match answer.state {
            State::Present => return,
            State::Absent => {
                let at = self.heading_of(need).unwrap_or_else(|| self.place_of(need));
                found.flag(at, format!("nothing says it, and {} requires it", required.line))
            }
            State::Partial => {
                let at = answer.evidence.first().map_or_else(|| self.doc.head(), |it| it.span);
                found.flag(at, format!("this is not all of it, and {} requires it", required.line)).unsure()
            }
        };
        flag.level = Some(self.policy.own_level(rule).max(Level::Warn));
    }

    /// Flags a need that a template asks for. Whether there is nothing more to say about it.
    fn miss_in_template(&self, need: usize, rule: &Rule, found: &mut Findings) -> bool {
        let Some(compared) = self.compared.filter(|it| it.asks_for(need)) else { return false };
        let it = &self.page.needs[need];
        let evidence = self.answer(&it.name).into_iter().flat_map(|answer| &answer.evidence);
        let path = &compared.template.path;
        let (flag, demand, is_nowhere) = match compared.answered(need, evidence.map(|it| it.span)) {
            // The words of the template stand for an answer, and are flagged themselves.
            Answered::Enough => {
                let is_hint =
                    |part: &template::Compared| part.slot == Some(need) && part.standing == template::Standing::Hint;
                return compared.parts.iter().any(is_hint);
            }
            // "TBD" below it is asked for as what it is.
            Answered::Below(heading, _) if self.is_unwritten(heading) && !self.is_wanted(it) => return true,
            Answered::Below(heading, demand) => {
                let is_declined = compared.parts.iter().any(|it| it.heading == Some(heading) && it.is_declined());
                let told = if is_declined { "no answer" } else { "nothing" };
                (found.flag(heading, format!("{told} stands below, and {path} asks for it")), demand, false)
            }
            // Who left the section out had it answered by the files.
            Answered::Nowhere(_) if self.change.is_some_and(|change| change.tells(&it.name)) => return false,
            Answered::Nowhere(demand) => {
                (found.flag(self.doc.head(), format!("nothing says it, and {path} asks for it")), demand, true)
            }
        };
        flag.level = Some(self.policy.own_level(rule).max(Level::Warn));
        // An empty section is seen; that no other words say it is as sure as our knowledge of them.
        if is_nowhere {
            flag.confidence = self.certainty(it);
        }
        if is_nowhere && demand == Demand::Expected && !compared.is_followed() {
            flag.unsure();
        }
        // What its page or the command line asks for by itself is no less sure for it.
        if self.is_wanted(it) {
            flag.confidence = Confidence::High;
        } else if self.is_asked(it) && self.is_missed(it) {
            flag.confidence = flag.confidence.max(self.confidence(it).min(self.certainty(it)));
        }
        true
    }

    /// Whether all that stands below a heading is that it is still to be written.
    fn is_unwritten(&self, heading: Span) -> bool {
        let section = self.doc.section_at(heading.start).filter(|it| it.heading == heading);
        let said = section.map_or("", |it| self.doc.at(self.doc.without_comments(it.lead)));
        !said.is_empty() && words::is_unwritten(said)
    }

    /// Whether the run asks for everything, or for this by its name.
    pub fn is_wanted(&self, need: &Need) -> bool {
        self.policy.strict || !self.is_asked(need) && need.rule.as_deref().is_some_and(|rule| self.policy.names(rule))
    }

    /// Whether its page asks for it by itself, or did so in the edition that is asked for.
    pub fn is_asked(&self, need: &Need) -> bool {
        self.pinned(need).map_or(need.is_asked, |it| it.is_asked)
    }

    fn confidence(&self, need: &Need) -> Confidence {
        self.pinned(need).map_or(need.confidence, |it| it.confidence)
    }

    fn pinned(&self, need: &Need) -> Option<Standing> {
        need.rule.as_deref().and_then(|rule| self.policy.pinned(rule))
    }

    /// Whether the need is absent, and nothing else in the text can stand for it, and what it belongs to is there.
    fn is_missed(&self, need: &Need) -> bool {
        let is_absent = |name: &str| self.state(name) == Some(State::Absent);
        is_absent(&need.name)
            && need.together.iter().all(|other| is_absent(other))
            && need.given.iter().all(|other| self.state(other) == Some(State::Present))
    }

    /// How sure an absence is, where the page says what leaves it in doubt.
    fn certainty(&self, need: &Need) -> Confidence {
        let answer = self.answer(&need.name).filter(|_| need.slot.doubts.is_some());
        answer.map_or(Confidence::High, |answer| answer.confidence)
    }

    /// Where an absence is seen: at the thing that it belongs to, or at the head of the text.
    fn place_of(&self, need: &Need) -> Span {
        let doc = self.doc;
        let first = need.given.iter().filter_map(|name| self.answer(name)).find_map(|answer| answer.evidence.first());
        first.map_or_else(|| doc.head(), |it| doc.line_around(it.span.start))
    }

    /// The heading that announces the slot, over nothing.
    fn heading_of(&self, need: &Need) -> Option<Span> {
        let sections = self.doc.sections().iter().map(|it| (&it.name, it.heading));
        let mut all = sections.chain(self.doc.labels().iter().map(|it| (&it.name, it.key)));
        all.find(|(name, _)| need.slot.headings.announce(name)).map(|(_, heading)| heading)
    }

    pub fn required(&self, need: &Need) -> Option<&Required> {
        self.policy.requires(&self.page.kind.name, &need.name)
    }

    fn answer(&self, slot: &str) -> Option<&Answer> {
        self.slots.iter().find(|answer| answer.slot == slot)
    }

    fn state(&self, slot: &str) -> Option<State> {
        self.answer(slot).map(|answer| answer.state)
    }
}

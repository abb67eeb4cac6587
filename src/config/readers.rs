//! Who reads and what they know: `[readers]`, `[team]` and `[vocab]` in `pingless.toml`.

use indexmap::IndexMap;
use jiff::civil::{Date, Time};
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::{Settings, Word};
use crate::words::month;
use crate::words::readers::{Members, Readers, Sprints, Team, Zone};

/// Who reads these texts.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Reading {
    /// The time zones of those who read, as IANA names: `["Europe/Berlin", "America/Los_Angeles"]`. Where it is only
    /// one, no time has to name it.
    #[schemars(with = "Vec<String>")]
    pub zones: Vec<Word>,
    /// When their working day begins and ends: `"09:00-17:00"`. It says what the end of a day is.
    #[schemars(with = "Option<String>")]
    pub business_hours: Option<Word>,
}

/// What the team agreed on.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Agreed {
    /// The time zone of times that name none: `"UTC"`.
    #[schemars(with = "Option<String>")]
    pub zone: Option<Word>,
    /// The month in which the business year begins: `"April"`.
    #[schemars(with = "Option<String>")]
    pub fiscal_year: Option<Word>,
    /// When sprints begin, and how long they are: `{ first-day = "2026-11-02", weeks = 2 }`.
    pub sprints: Option<Calendar>,
    /// Who works here, by name or handle: `["Ada Lovelace", "@li"]`. What one of them takes on has an owner.
    #[schemars(with = "Vec<String>")]
    pub members: Vec<Word>,
    /// Who worked here and has left, by name or handle: `["@grace"]`. What still names them as its owner has none.
    #[schemars(with = "Vec<String>")]
    pub former: Vec<Word>,
    /// Groups with somebody behind them at any time, and who that is: `{ on-call = "the rota in OPS.md", core = ["@ada"] }`.
    #[schemars(with = "IndexMap<String, People>")]
    pub groups: IndexMap<String, Spanned<People>>,
}

/// Who answers for a group: a name, a place that says so, or a list of names.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "this says of nobody that they answer: give a name, or a list of names")]
pub enum People {
    One(String),
    Several(Vec<String>),
}

impl People {
    fn is_somebody(&self) -> bool {
        let is_said = |name: &String| name.contains(char::is_alphanumeric);
        match self {
            People::One(name) => is_said(name),
            People::Several(names) => names.iter().any(is_said),
        }
    }
}

/// The calendar of sprints.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Calendar {
    /// The first day of any sprint, past or to come.
    #[schemars(with = "String")]
    pub first_day: Word,
    /// How many weeks a sprint has.
    pub weeks: u8,
}

/// Words of the house, and what they mean: `"EOD" = "18:00 UTC"`.
pub type Vocabulary = IndexMap<Word, Word>;

impl Reading {
    pub(super) fn over(self, base: Reading) -> Reading {
        Reading {
            zones: if self.zones.is_empty() { base.zones } else { self.zones },
            business_hours: self.business_hours.or(base.business_hours),
        }
    }
}

impl Agreed {
    pub(super) fn over(self, base: Agreed) -> Agreed {
        Agreed {
            zone: self.zone.or(base.zone),
            fiscal_year: self.fiscal_year.or(base.fiscal_year),
            sprints: self.sprints.or(base.sprints),
            members: base.members.into_iter().chain(self.members).collect(),
            former: base.former.into_iter().chain(self.former).collect(),
            groups: base.groups.into_iter().chain(self.groups).collect(),
        }
    }
}

/// What readers know. Words that mean nothing were reported before, and say nothing here.
pub(super) fn readers(settings: &Settings) -> Readers {
    let team = &settings.team;
    let read = |word: &Option<Word>| word.as_ref().map(|it| it.get_ref().clone());
    Readers {
        zones: settings.readers.zones.iter().filter_map(|it| Zone::named(it.get_ref())).collect(),
        business_hours: read(&settings.readers.business_hours).and_then(|it| hours(&it)),
        own_zone: read(&team.zone).and_then(|it| Zone::named(&it)),
        fiscal_start: read(&team.fiscal_year).and_then(|it| month(&it)),
        sprints: team.sprints.as_ref().and_then(|it| {
            let first_day = it.first_day.get_ref().parse().ok()?;
            (it.weeks > 0).then_some(Sprints { first_day, weeks: it.weeks })
        }),
        words: settings.vocab.iter().map(|(word, it)| (word.get_ref().to_lowercase(), it.get_ref().clone())).collect(),
        team: people(team),
    }
}

/// Words of these tables that mean nothing, each with what is wrong and the cure.
pub(super) fn problems(settings: &Settings) -> Vec<(Word, String, String)> {
    let (readers, team) = (&settings.readers, &settings.team);
    let mut found = Vec::new();
    let mut ask = |word: &Word, is_fine: bool, fault: &str, cure: &str| {
        if !is_fine {
            found.push((word.clone(), format!("`{}` is {fault}", word.get_ref()), cure.to_owned()));
        }
    };
    for word in readers.zones.iter().chain(&team.zone) {
        let is_fine = Zone::named(word.get_ref()).is_some();
        ask(word, is_fine, "no time zone", "use an IANA name such as `Europe/Berlin`, or `UTC`");
    }
    if let Some(word) = &readers.business_hours {
        let (fault, cure) = match ends(word.get_ref()) {
            Some((start, end)) if start > end => (
                "a span over midnight",
                "hours of the night are not supported: name the hours of one day, as `09:00-17:00`",
            ),
            _ => ("no span of hours", "write it as `09:00-17:00`"),
        };
        ask(word, hours(word.get_ref()).is_some(), fault, cure);
    }
    if let Some(word) = &team.fiscal_year {
        ask(word, month(word.get_ref()).is_some(), "no month", "name the month in which the year begins, as `April`");
    }
    if let Some(sprints) = &team.sprints {
        let is_day = sprints.first_day.get_ref().parse::<Date>().is_ok();
        ask(&sprints.first_day, is_day, "no day", "write it as `2026-11-02`");
        ask(&sprints.first_day, sprints.weeks > 0, "the start of sprints of no weeks", "`weeks` is at least 1");
    }
    for word in team.members.iter().chain(&team.former) {
        let is_name = word.get_ref().contains(char::is_alphabetic);
        ask(word, is_name, "no name", "give a name or a handle, as `Ada Lovelace` or `@ada`");
    }
    let plain = |word: &Word| word.get_ref().trim_start_matches('@').to_lowercase();
    let is_member = |word: &Word| team.members.iter().any(|it| plain(it) == plain(word));
    for word in &team.former {
        ask(
            word,
            !is_member(word),
            "a member here, and has left",
            "name them in `members` or in `former`, not in both",
        );
    }
    for (word, meaning) in &settings.vocab {
        let is_said = |it: &Word| it.get_ref().contains(char::is_alphanumeric);
        ask(word, is_said(word), "no word", "name the word that everybody here understands");
        if !is_said(meaning) {
            let word = Spanned::new(meaning.span(), word.get_ref().clone());
            ask(&word, false, "a word that means nothing", "say what it means to everybody here, as `\"18:00 UTC\"`");
        }
    }
    for (name, people) in &team.groups {
        let word = Spanned::new(people.span(), name.clone());
        let cure = "say who answers for it: a name, a list of names, or where to find the rota";
        ask(&word, people.get_ref().is_somebody(), "a group with nobody behind it", cure);
    }
    found
}

/// Who works here, in which group, and who did.
fn people(team: &Agreed) -> Team {
    let listed = |(name, people): (&String, &Spanned<People>)| match people.get_ref() {
        People::One(_) => None,
        People::Several(names) => Some((Team::plain(name), names.clone())),
    };
    Team {
        members: Members::of(members(team)),
        groups: team.groups.keys().map(|name| Team::plain(name)).collect(),
        inside: team.groups.iter().filter_map(listed).collect(),
        former: team.former.iter().map(|it| it.get_ref().clone()).collect(),
    }
}

/// Everybody that the configuration names: the members, and those who answer for a group.
fn members(team: &Agreed) -> Vec<String> {
    let behind = team.groups.values().flat_map(|people| match people.get_ref() {
        // "The rota in OPS.md" is a place, and no name.
        People::One(_) => &[],
        People::Several(names) => names.as_slice(),
    });
    team.members.iter().map(|it| it.get_ref().clone()).chain(behind.cloned()).collect()
}

fn hours(text: &str) -> Option<(Time, Time)> {
    ends(text).filter(|(start, end)| start < end)
}

fn ends(text: &str) -> Option<(Time, Time)> {
    let (start, end) = text.split_once('-')?;
    Some((start.trim().parse().ok()?, end.trim().parse().ok()?))
}

/// A month by its name, by the three letters or more that it begins with, or by its number.
fn month(text: &str) -> Option<i8> {
    let lower = text.trim().to_lowercase();
    if let Ok(number) = lower.parse::<i8>() {
        return (1..=12).contains(&number).then_some(number);
    }
    let index = month::NAMES.iter().position(|month| lower.len() >= 3 && month.starts_with(&lower))?;
    Some(index as i8 + 1)
}

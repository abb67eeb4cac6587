//! `rules/agree/stale-owner.md`

use std::collections::{BTreeSet, HashMap};

use crate::corpus::{Corpus, Found, Place};
use crate::finding::{Flag, quoted};
use crate::summary::{Owner, Spot, Summary, Who};
use crate::words::address::local;
use crate::words::of_its_day::is_name_of_record;
use crate::words::past_path::lies_in_past;
use crate::words::readers::Team;

/// Beside stories: kinds that tell who answered for something then, and forms.
const RECORDS: &[&str] = &["adr", "decision-log"];

pub fn check(corpus: &Corpus, found: &mut Found) {
    let team = &corpus.readers().team;
    let left = left(corpus);
    let known = known(corpus);
    for (text, summary) in corpus.summaries().iter().enumerate().filter(|(_, it)| is_live(it)) {
        for owner in summary.owners.iter().filter(|it| it.who != Who::Channel) {
            let place = Place { text, spot: owner.spot };
            if team.has_left(&owner.name) {
                ask(found.flag(place, "`[team]` lists them as former"), owner);
            } else if let Some((other, spot)) = listed(corpus, &left, summary, owner) {
                let flag = found.flag(place, "they have left");
                flag.and_in(corpus.elsewhere(Place { text: other, spot }, "listed here among those who have left"));
                ask(flag, owner);
            } else if known.as_ref().is_some_and(|it| it.is_missing(owner)) {
                ask(found.flag(place, "no list of who works here has them"), owner).unsure();
            }
        }
    }
}

fn ask<'f>(flag: &'f mut Flag, owner: &Owner) -> &'f mut Flag {
    flag.asks(format!("Who answers for this page in place of {}?", quoted(&owner.name)))
}

fn is_live(summary: &Summary) -> bool {
    let is_past = is_name_of_record(&summary.path) || lies_in_past(&summary.path);
    !summary.is_set_aside(RECORDS) && summary.former.is_empty() && !is_past
}

/// Where somebody is listed as having left: the document, and the place in it.
type Left = HashMap<String, Vec<(usize, Spot)>>;

fn left(corpus: &Corpus) -> Left {
    let mut left = Left::new();
    for (text, summary) in corpus.summaries().iter().enumerate() {
        let is_back = |it: &&Owner| !summary.owners.iter().any(|owner| owner.plain() == it.plain());
        for owner in summary.former.iter().filter(is_back) {
            left.entry(owner.plain()).or_default().push((text, owner.spot));
        }
    }
    left
}

/// The list that holds for the folder of a page, where its owner is on it and nobody else counts on them still.
fn listed(corpus: &Corpus, left: &Left, summary: &Summary, owner: &Owner) -> Option<(usize, Spot)> {
    let is_certain = owner.name.starts_with('@') || owner.name.contains(' ') || owner.who == Who::Unknown;
    let lists = left.get(&owner.plain()).filter(|_| is_certain)?;
    let is_around = |text: usize| {
        let folder = local::folder(&corpus.summaries()[text].path);
        folder.is_empty() || folder == ".github" || local::folder(&summary.path).starts_with(folder)
    };
    let found = lists.iter().copied().find(|(text, _)| is_around(*text))?;
    let mut code = corpus.owners().map(|it| it.owners_of(&summary.path)).unwrap_or_default().into_iter();
    (!code.any(|it| Team::is_same(&it.name, &owner.name))).then_some(found)
}

/// Everybody whom some list of this repository names.
struct Known {
    handles: BTreeSet<String>,
    teams: BTreeSet<String>,
    is_whole_of_people: bool,
    is_whole_of_teams: bool,
}

/// So many of those who are named have to be on the lists before a gap tells of the one who is not.
const LEAST: usize = 5;
const SHARE: (usize, usize) = (4, 5);

fn known(corpus: &Corpus) -> Option<Known> {
    let team = &corpus.readers().team;
    let code = corpus.owners().map(|it| it.all()).unwrap_or_default();
    let plain = |name: &str| name.trim_start_matches('@').to_lowercase();
    let handles: BTreeSet<String> =
        team.members.names.iter().map(|it| plain(it)).chain(code.iter().map(|it| plain(&it.name))).collect();
    let teams: BTreeSet<String> =
        team.groups.iter().cloned().chain(code.iter().map(|it| Team::plain(&it.name))).collect();
    let mut known = Known { handles, teams, is_whole_of_people: false, is_whole_of_teams: false };
    let live = corpus.summaries().iter().filter(|it| is_live(it));
    let named: BTreeSet<(bool, String)> =
        live.flat_map(|it| &it.owners).filter_map(|it| Some((handle(it)? == Who::Team, it.plain()))).collect();
    let is_whole = |of_teams: bool| {
        let all: Vec<&String> = named.iter().filter(|it| it.0 == of_teams).map(|it| &it.1).collect();
        let on = all.iter().filter(|it| known.has(it, of_teams)).count();
        all.len() >= LEAST && on * SHARE.1 >= all.len() * SHARE.0
    };
    let (people, groups) = (is_whole(false), is_whole(true));
    (known.is_whole_of_people, known.is_whole_of_teams) = (people, groups);
    (people || groups).then_some(known)
}

/// Names that lists can hold: handles of people and of teams.
fn handle(owner: &Owner) -> Option<Who> {
    (owner.name.starts_with('@') && matches!(owner.who, Who::Person | Who::Team)).then_some(owner.who)
}

impl Known {
    fn has(&self, plain: &str, is_team: bool) -> bool {
        if is_team { self.teams.contains(&Team::plain(plain)) } else { self.handles.contains(plain) }
    }

    fn is_missing(&self, owner: &Owner) -> bool {
        match handle(owner) {
            Some(Who::Team) => self.is_whole_of_teams && !self.has(&owner.plain(), true),
            Some(_) => self.is_whole_of_people && !self.has(&owner.plain(), false),
            None => false,
        }
    }
}

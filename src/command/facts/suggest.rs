//! `pingless facts --suggest` and `--accept`: what several documents state, and could declare once.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::accept::{self, Edit};
use super::{no_rows, now};
use crate::cli::{Facts, FactsFormat};
use crate::compose::fact::{self, Mark};
use crate::config::did_you_mean;
use crate::fact::marker::is_id;
use crate::input;
use crate::report::escape;
use crate::report::facts::suggestions::{self, Place, Suggestion};
use crate::run::console::{complain, print, say};
use crate::run::facts::{self, Gathered, Repository, Wanted};
use crate::run::setup::Setup;
use crate::run::{Exit, work};
use crate::summary::Summary;
use crate::survey::recurring::{self, Group, Mention};

/// So many are listed.
const MOST: usize = 20;

/// A group of one repository, with the document that is to declare it.
struct Offer<'g> {
    repository: &'g Repository,
    group: Group,
    /// The number of its place among those of the group.
    canonical: usize,
    id: String,
}

pub fn run(args: &Facts) -> Result<Exit, Exit> {
    let (mut setup, work) = work::begin(&args.rules(), &args.input, &args.paths, args.color)?;
    let gathered = facts::all(&mut setup, work, &args.selection(), Wanted::Quantities, args.color)?;
    let offers = offers(&gathered, &mut setup);
    let exit = match args.accept.is_empty() {
        true => list(args, &offers)?,
        false => accept(args, &gathered, &offers)?,
    };
    Ok(gathered.told(exit))
}

fn offers<'g>(gathered: &'g Gathered, setup: &mut Setup) -> Vec<Offer<'g>> {
    let mut taken: BTreeSet<String> = gathered.facts().into_iter().map(|it| it.id).collect();
    let mut offers = Vec::new();
    for repository in &gathered.repositories {
        let named = recurring::groups(&repository.reads, MOST).into_iter().map(|group| {
            let canonical = canonical(repository, &group);
            let id = id(&group.subject, &repository.summaries[group.places[canonical].0].path);
            (group, canonical, id)
        });
        let named: Vec<(Group, usize, String)> = named.collect();
        // Whoever names a part of a repository writes into all of it: an id is one fact everywhere.
        let ids: Vec<String> = named.iter().map(|it| it.2.clone()).collect();
        taken.extend(repository.ids_beside(setup, &ids));
        for (group, canonical, id) in named {
            let id = free(id, &taken);
            taken.insert(id.clone());
            offers.push(Offer { repository, group, canonical, id });
        }
    }
    // Each repository has its own best ones.
    offers.sort_by_key(|it| std::cmp::Reverse(it.group.agreeing));
    offers.truncate(MOST);
    offers
}

/// The document that most others lead to, among those that say what most say; the first of equals.
fn canonical(repository: &Repository, group: &Group) -> usize {
    let mut linked: HashMap<&str, BTreeSet<&str>> = HashMap::new();
    for summary in &repository.summaries {
        for link in summary.links.iter().filter(|it| summary.path != *it.path) {
            linked.entry(&link.path).or_default().insert(&summary.path);
        }
    }
    let links = |text: usize| linked.get(repository.summaries[text].path.as_str()).map_or(0, BTreeSet::len);
    let agreeing = group.places[..group.agreeing].iter().enumerate();
    agreeing.max_by_key(|(number, place)| (links(place.0), std::cmp::Reverse(*number))).map_or(0, |it| it.0)
}

/// An id made of the words of a subject; a single word follows the name of its document.
fn id(subject: &str, path: &str) -> String {
    let letter = |it: char| if it.is_alphanumeric() || it == '_' { it } else { '-' };
    let part = |word: &str| word.chars().map(letter).collect::<String>().trim_matches(['-', '_']).to_owned();
    let mut parts: Vec<String> = subject.split_whitespace().map(part).filter(|it| !it.is_empty()).collect();
    if parts.len() < 2 {
        let name = path.rsplit('/').next().and_then(|it| it.split('.').next()).unwrap_or_default();
        parts.insert(0, part(name).to_lowercase());
    }
    Some(parts.join(".")).filter(|it| is_id(it)).unwrap_or_else(|| "some.fact".to_owned())
}

/// An id that nothing else has: this one, or it with a number.
fn free(plain: String, taken: &BTreeSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{plain}-{number}"));
    std::iter::once(plain.clone()).chain(numbered).find(|it| !taken.contains(it)).unwrap_or(plain)
}

fn list(args: &Facts, offers: &[Offer]) -> Result<Exit, Exit> {
    let rows: Vec<Suggestion> = offers.iter().enumerate().map(|(index, it)| it.row(index + 1)).collect();
    match args.format {
        FactsFormat::Human => print(&suggestions::human(&rows)),
        FactsFormat::Json => print(&suggestions::json(&rows)),
        FactsFormat::Csv => return Err(no_rows("a list of suggestions")),
    }
    say(&suggestions::summary(&rows));
    Ok(Exit::Clean)
}

impl Offer<'_> {
    fn mention(&self, place: (usize, usize)) -> (&Summary, &Mention) {
        (&self.repository.summaries[place.0], &self.repository.reads[place.0].mentions[place.1])
    }

    fn row(&self, number: usize) -> Suggestion {
        let place = |place: &(usize, usize)| {
            let (summary, mention) = self.mention(*place);
            Place {
                path: summary.name().to_owned(),
                line: mention.line,
                value: mention.value.clone(),
                agrees: mention.measure == self.group.measure,
                sentence: mention.sentence.clone(),
            }
        };
        let mut places: Vec<Place> = self.group.places.iter().map(place).collect();
        let first = places.remove(self.canonical);
        places.insert(0, first);
        Suggestion {
            number,
            id: self.id.clone(),
            subject: self.group.subject.clone(),
            value: places[0].value.clone(),
            documents: places.len(),
            agreeing: self.group.agreeing,
            places,
        }
    }
}

/// The texts that a suggestion changes, by their numbers: what is to be written into each.
type Marks = BTreeMap<usize, Vec<Mark>>;

fn accept(args: &Facts, gathered: &Gathered, offers: &[Offer]) -> Result<Exit, Exit> {
    let owner = args.owner.as_deref().unwrap_or_default();
    let accepted = accepted(&args.accept, offers)?;
    check_names(args, owner, accepted.len())?;
    let moment = now(args);
    let mut edits: Vec<Edit> = Vec::new();
    let mut told = Vec::new();
    for repository in &gathered.repositories {
        let mut marks = Marks::new();
        for offer in accepted.iter().filter(|it| std::ptr::eq(it.repository, repository)) {
            mark(offer, args.id.as_deref().unwrap_or(&offer.id), owner, &moment, &mut marks);
        }
        for (text, marks) in marks {
            let edit = edit(repository, text, &marks)?;
            // Numbers are given anew by each run: what was written is told by its name and value.
            let what: Vec<&str> = marks.iter().map(|it| fact::said(&it.body)).collect();
            told.push(format!("wrote {}: {}", edit.name, what.join(", ")));
            edits.push(edit);
        }
    }
    let exit = accept::put(args, &edits)?;
    if !args.dry_run {
        told.iter().for_each(|it| say(&(escape::line(it) + "\n")));
    }
    say_what_is_left(&accepted);
    Ok(exit)
}

/// The suggestions with these numbers or ids, each once.
fn accepted<'o, 'g>(names: &[String], offers: &'o [Offer<'g>]) -> Result<Vec<&'o Offer<'g>>, Exit> {
    let mut accepted: Vec<&Offer> = Vec::new();
    for name in names {
        let number = name.parse::<usize>().ok().and_then(|it| it.checked_sub(1));
        let numbered = number.and_then(|it| offers.get(it));
        let offer = numbered.or_else(|| offers.iter().find(|it| it.id == *name)).ok_or_else(|| none(name, offers))?;
        if !accepted.iter().any(|it| std::ptr::eq(*it, offer)) {
            accepted.push(offer);
        }
    }
    Ok(accepted)
}

/// What says something else is not marked: whether it is about the same, only its reader knows.
fn say_what_is_left(accepted: &[&Offer]) {
    for offer in accepted {
        for place in &offer.group.places[offer.group.agreeing..] {
            let (summary, mention) = offer.mention(*place);
            let (name, line, value) = (summary.name(), mention.line, &mention.value);
            say(&escape::line(&format!("left as it is: {name}:{line} says {value} of {}", offer.group.subject)));
            say("\n");
        }
    }
}

fn none(name: &str, offers: &[Offer]) -> Exit {
    let help = match offers.len() {
        0 => "no quantity recurs in several documents here".to_owned(),
        count => {
            let numbers = format!("`pingless facts --suggest` numbers them from 1 to {count}");
            did_you_mean(name, offers.iter().map(|it| it.id.as_str()), &numbers)
        }
    };
    complain(&format!("there is no suggestion {name}"), &help)
}

/// What is written into a marker has to be read there again.
fn check_names(args: &Facts, owner: &str, count: usize) -> Result<(), Exit> {
    if let Some(id) = args.id.as_deref() {
        if count > 1 {
            return Err(complain("`--id` names one fact", "accept one suggestion at a time, or leave the ids to us"));
        }
        if !is_id(id) {
            return Err(complain(&format!("`{id}` is no id of a fact"), "use words with dots: `auth.token.refresh`"));
        }
    }
    let is_name = |it: char| !it.is_control() && !matches!(it, '"' | '<' | '>');
    if owner.trim().is_empty() || !owner.chars().all(is_name) || owner.contains("--") {
        return Err(complain(&format!("`{owner}` names nobody"), "name a person or a team, as in `@identity`"));
    }
    Ok(())
}

fn mark(offer: &Offer, id: &str, owner: &str, moment: &str, marks: &mut Marks) {
    // What says something else may be about something else: that is for a person to say.
    for (number, place) in offer.group.places[..offer.group.agreeing].iter().enumerate() {
        let (_, mention) = offer.mention(*place);
        let alias = offer.group.is_phrase.then_some(offer.group.subject.as_str());
        let body = match number == offer.canonical {
            true => fact::declaration(id, &mention.value, Some(owner), moment, alias),
            false => fact::assumption(id, &mention.value, moment),
        };
        marks.entry(place.0).or_default().push(Mark { at: mention.span, behind: mention.end, body });
    }
}

fn edit(repository: &Repository, text: usize, marks: &[Mark]) -> Result<Edit, Exit> {
    let input = &repository.inputs[text];
    let source = input::read(input).map_err(|it| complain(&format!("{}: {}", it.name, it.message), &it.help))?;
    let (after, left) = fact::marked(&source, marks);
    if let Some(first) = left.first() {
        let body = &marks[*first].body;
        let message = format!("{}: no place was found where this would be read: {body}", input.name);
        return Err(complain(&message, "write it into a comment near the value by hand; nothing was changed"));
    }
    Ok(Edit::new(input.name.to_string(), input.path().to_owned(), source.text, after))
}

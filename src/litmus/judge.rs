//! Asks each question of each system: which place of which page answers it best, if one does.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::belong::{Home, Place};
use super::gone::Files;
use super::page::{Page, Said};
use super::system::{self, Folders, Found};
use super::{Answer, Authors, Evidence, Figures, Litmus, Question, System, World, figures};
use crate::words::address::local;

/// Words on what is in flight hold for so many days; on a page without a date, for so many after its last change.
const FRESH: i32 = 45;
const FRESH_UNDATED: i32 = 90;

/// Who worked with how many others.
const FEW: usize = 3;

/// What came of the test.
pub fn judge(pages: &[Page], world: &World) -> Litmus {
    let folders = Folders::of(world.files);
    let owners = world.owners.map(|it| &it.parsed);
    let found = system::find(world.name, &folders, owners, world.configured);
    let today = world.now.map(|it| it.to_zoned(TimeZone::UTC).date());
    let home = Home::new(world.name, &found, &folders, &Files::of(world.files), pages);
    let lines: Vec<&str> = world.owners.map_or_else(Vec::new, |it| it.text.lines().collect());
    let authors = authors(&found, world);
    let mut systems = Vec::new();
    for (number, it) in found.iter().enumerate() {
        let asked = Question::ALL.into_iter().filter(|question| !world.is_ignored(&it.name, *question));
        let answer = |question| {
            let evidence = best(question, number, pages, &home, world, today);
            let owner = || (question == Question::Owner).then(|| owner(&it.paths, world, &lines)).flatten();
            // Who has an entry of their own in CODEOWNERS is asked first.
            let evidence = match (evidence, owner()) {
                (Some(told), Some(owner)) if told.is_shared && !owner.is_shared => Some(owner),
                (told, owner) => told.or(owner),
            };
            let evidence = evidence.map(|it| Evidence { is_shared: it.is_shared && !is_of_folder(&it.path), ..it });
            Answer { question, evidence }
        };
        systems.push(System {
            name: it.name.clone(),
            paths: it.paths.clone(),
            by: it.by,
            answers: asked.map(answer).collect(),
            authors: authors.as_ref().map(|it| it[number]),
            documents: home.documents(number),
        });
    }
    let documents = pages.iter().filter(|it| it.is_document).count();
    let figures = Figures { threads: world.threads.cloned(), ..figures::of(pages, world.now) };
    Litmus { now: world.now, systems, figures, documents, unread: world.unread }
}

/// How good an answer is, the least the best: for the whole repository, rank with depth, path, line.
type Rank<'r> = (bool, usize, &'r str, usize);

/// The best place that answers a question of a system.
fn best(
    question: Question,
    system: usize,
    pages: &[Page],
    home: &Home,
    world: &World,
    today: Option<Date>,
) -> Option<Evidence> {
    let mut best: Option<(Rank, &Page, &Said)> = None;
    for at in home.candidates(question, system) {
        let (page, said) = (&pages[at.0], &pages[at.0].said[at.1]);
        let is_expired = page.due.zip(today).is_some_and(|(due, today)| due < today);
        // A copy of the first page says nothing of the folder that it lies in.
        let is_copy = question == Question::Purpose && home.is_copied(page, said);
        if is_expired || is_copy || is_flight(question) && !is_fresh(page, said, world, today) {
            continue;
        }
        let Some(place) = home.place(system, at) else { continue };
        let depth = page.path.matches('/').count().min(6);
        let key = (place == Place::Shared, usize::from(said.rank) * 2 + depth, page.path.as_str(), said.line);
        // Of records the latest counts: they are numbered, or begin with their date.
        let is_better = |known: &Rank| match question {
            Question::Decisions => {
                (key.0, key.1) < (known.0, known.1) || (key.0, key.1) == (known.0, known.1) && key.2 > known.2
            }
            // Of lists of owners the nearest counts.
            Question::Owner if !page.is_document && best.as_ref().is_some_and(|(_, it, _)| !it.is_document) => {
                (key.0, known.1, &key.2) < (known.0, key.1, &known.2)
            }
            _ => key < *known,
        };
        if best.as_ref().is_none_or(|(known, ..)| is_better(known)) {
            best = Some((key, page, said));
        }
    }
    let ((is_shared, ..), page, said) = best?;
    Some(Evidence { path: page.path.clone(), line: said.line, quote: said.quote.clone(), is_shared })
}

/// Whether a list of owners lies in a folder, and speaks of it alone.
fn is_of_folder(path: &str) -> bool {
    path.rsplit_once('/').is_some_and(|(_, name)| matches!(name, "OWNERS" | "MAINTAINERS"))
}

fn is_flight(question: Question) -> bool {
    matches!(question, Question::InFlight | Question::Holder | Question::Blocked)
}

fn is_fresh(page: &Page, said: &Said, world: &World, today: Option<Date>) -> bool {
    let Some(today) = today else { return true };
    let is_near = |day: Date, most: i32| day.until(today).is_ok_and(|it| it.get_days() <= most);
    match (said.day, world.changed) {
        (Some(day), _) => is_near(day, FRESH),
        (None, Some(changed)) => {
            let moment = changed.get(&page.path).and_then(|it| Timestamp::from_second(*it).ok());
            moment.is_some_and(|it| is_near(it.to_zoned(TimeZone::UTC).date(), FRESH_UNDATED))
        }
        (None, None) => true,
    }
}

/// What CODEOWNERS says of a system.
fn owner(paths: &[String], world: &World, lines: &[&str]) -> Option<Evidence> {
    let owners = world.owners?;
    // A name that only patterns over whole folders match.
    let probe = |path: &str| if path.is_empty() { "-".to_owned() } else { format!("{path}/-") };
    let path = probe(paths.first()?);
    let is_owned = !owners.parsed.owners_of(&path).is_empty();
    let line = owners.parsed.line_of(&path).filter(|_| is_owned)?.line;
    let is_shared = !paths[0].is_empty() && owners.parsed.line_of("-").is_some_and(|it| it.line == line);
    let quote = super::read::cut(lines.get(line - 1).unwrap_or(&"").trim());
    Some(Evidence { path: owners.parsed.path.clone(), line, quote, is_shared })
}

/// How many people worked on each of the systems.
fn authors(found: &[Found], world: &World) -> Option<Vec<Authors>> {
    let touches = world.touches?;
    let mut by_path: HashMap<&str, Vec<usize>> = HashMap::new();
    for (number, path) in found.iter().enumerate().flat_map(|(number, it)| it.paths.iter().map(move |it| (number, it)))
    {
        by_path.entry(path).or_default().push(number);
    }
    let mut known: Vec<Vec<u32>> = vec![Vec::new(); found.len()];
    for touch in touches {
        let around = ["", touch.path.as_str()].into_iter().chain(local::folders(&touch.path));
        for number in around.filter_map(|it| by_path.get(it)).flatten() {
            let known = &mut known[*number];
            if known.len() < FEW && !known.contains(&touch.who) {
                known.push(touch.who);
            }
        }
    }
    let told = |it: Vec<u32>| if it.len() < FEW { Authors::FewerThanThree } else { Authors::AtLeastThree };
    Some(known.into_iter().map(told).collect())
}

//! The lives of findings, change by change: which are carried on, which end and how, which begin. Beside each that
//! begins, neutral words on lines of the same change are followed in the same way: its controls.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::hash::Hash;
use std::sync::Arc;

use super::compared::{Added, Fate};
use super::{Change, Mark, Step};
use crate::finding::Level;

/// Neutral words that are followed beside each finding, the nearest ones.
const CONTROLS: usize = 5;

/// How a finding, or a neutral word, ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Its line was edited into one that is not found fault with, or no longer holds the word.
    InPlace,
    /// Its line stays as it is: the text around it answers now.
    Elsewhere,
    /// Its line is gone.
    Deleted,
    /// The file was renamed, and nothing asks there: nobody did anything about it.
    Lost,
}

/// In which change something began, in which it ended, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Control {
    pub change: usize,
    pub end: Option<(usize, End)>,
}

/// A finding, from the change that brought it. It lives on where its line is moved, or reworded and still at fault.
#[derive(Debug, Clone)]
pub struct Life {
    pub rule: Arc<str>,
    /// Where it was then.
    pub path: Arc<str>,
    pub span: Control,
    /// Indexes into [`Replay::controls`].
    pub controls: Vec<usize>,
}

/// What would have been said of a change.
#[derive(Debug, Clone)]
pub struct Said {
    pub change: usize,
    pub path: Arc<str>,
    pub rule: Arc<str>,
    pub level: Level,
    pub fails: bool,
}

/// A history so far. Changes are handed to it from the oldest to the newest.
#[derive(Debug, Default)]
pub struct Replay {
    pub changes: Vec<Change>,
    pub said: Vec<Said>,
    pub lives: Vec<Life>,
    pub controls: Vec<Control>,
    files: HashMap<Arc<str>, File>,
}

/// What is followed in a file as it is now.
#[derive(Debug, Default)]
struct File {
    /// For each of its marks the life that it belongs to; none where it was there before the history began.
    marks: Vec<Option<usize>>,
    controls: Vec<Standing>,
}

/// A neutral word where it stands now.
#[derive(Debug, Clone, Copy)]
struct Standing {
    control: usize,
    added: Added,
    /// The bit of its word.
    word: u8,
}

/// A mark of the version before (with what became of its line) or after: its step and its place among the marks.
#[derive(Debug, Clone, Copy)]
struct Place {
    step: usize,
    mark: usize,
}

impl Replay {
    /// Hears of one more change. The steps name each path at most once on each side.
    pub fn hear(&mut self, change: Change, steps: &[Step]) {
        let number = self.changes.len();
        // Committers' clocks differ: time never runs backwards here.
        let time = self.changes.last().map_or(change.time, |last| last.time.max(change.time));
        self.changes.push(Change { time, ..change });
        let old: Vec<File> = steps.iter().map(|step| self.take(step)).collect();
        let mut new: Vec<File> = steps.iter().map(|_| File::default()).collect();
        for (step, it) in steps.iter().flat_map(|step| step.said.iter().map(move |it| (step, it))) {
            let path = step.path.clone();
            self.said.push(Said { change: number, path, rule: it.rule.clone(), level: it.level, fails: it.fails });
        }
        let begun = self.follow(number, steps, &old, &mut new);
        self.follow_controls(number, steps, &old, &mut new);
        for (number, (step, file)) in steps.iter().zip(&mut new).enumerate() {
            // They are in the order of the steps.
            let from = begun.partition_point(|(place, _)| place.step < number);
            let to = begun.partition_point(|(place, _)| place.step <= number);
            self.compare(step, &begun[from..to], file);
        }
        for (step, file) in steps.iter().zip(new).filter(|(step, _)| step.after.is_some()) {
            self.files.insert(step.path.clone(), file);
        }
    }

    /// How it ended, and after how many seconds.
    pub fn end(&self, it: &Control) -> Option<(i64, End)> {
        it.end.map(|(change, end)| (self.changes[change].time - self.changes[it.change].time, end))
    }

    fn take(&mut self, step: &Step) -> File {
        let known = step.from.as_ref().and_then(|from| self.files.remove(from));
        let marks = step.before.marks.len();
        known.filter(|it| it.marks.len() == marks).unwrap_or(File { marks: vec![None; marks], controls: Vec::new() })
    }

    /// Carries lives on, ends those that are not there any more, and begins new ones, which it hands back.
    fn follow(&mut self, change: usize, steps: &[Step], old: &[File], new: &mut [File]) -> Vec<(Place, usize)> {
        let (carried, ended, begun) = join(steps);
        for (step, file) in steps.iter().zip(new.iter_mut()) {
            file.marks = vec![None; step.after.as_ref().map_or(0, |it| it.marks.len())];
        }
        for (before, after) in carried {
            new[after.step].marks[after.mark] = old[before.step].marks[before.mark];
        }
        for place in ended {
            let Some(life) = old[place.step].marks[place.mark] else { continue };
            let step = &steps[place.step];
            let end = match step.compared.fate(step.before.marks[place.mark].line) {
                Fate::Kept(_) if step.from.as_ref() != Some(&step.path) => End::Lost,
                Fate::Kept(_) => End::Elsewhere,
                Fate::Edited(_) => End::InPlace,
                Fate::Gone => End::Deleted,
            };
            self.lives[life].span.end = Some((change, end));
        }
        let mut lives = Vec::new();
        for place in begun {
            let rule = after(steps, place).rule.clone();
            let path = steps[place.step].path.clone();
            new[place.step].marks[place.mark] = Some(self.lives.len());
            lives.push((place, self.lives.len()));
            self.lives.push(Life { rule, path, span: Control { change, end: None }, controls: Vec::new() });
        }
        lives
    }

    fn follow_controls(&mut self, change: usize, steps: &[Step], old: &[File], new: &mut [File]) {
        let mut moved: Option<HashMap<u64, (usize, Added)>> = None;
        for (number, (step, file)) in steps.iter().zip(old).enumerate() {
            for it in &file.controls {
                let fate = step.compared.fate(it.added.line);
                let (place, end) = match fate {
                    Fate::Kept(line) => (Some((number, Added { line, ..it.added })), End::Elsewhere),
                    Fate::Edited(line) => {
                        let line = step.compared.added_line(line).filter(|line| line.holds & it.word != 0);
                        (line.map(|line| (number, *line)), End::InPlace)
                    }
                    Fate::Gone => {
                        let moved = moved.get_or_insert_with(|| by_words(steps));
                        (moved.get(&it.added.words).copied(), End::Deleted)
                    }
                };
                match place {
                    Some((step, added)) => new[step].controls.push(Standing { added, ..*it }),
                    None => self.controls[it.control].end = Some((change, end)),
                }
            }
        }
    }

    /// Puts the nearest neutral words beside each life that begins: on prose lines of the same change in the same file,
    /// with no finding in them.
    fn compare(&mut self, step: &Step, begun: &[(Place, usize)], file: &mut File) {
        let Some(version) = step.after.as_ref().filter(|_| !begun.is_empty()) else { return };
        let marked: HashSet<u32> = version.marks.iter().map(|mark| mark.line).collect();
        let is_neutral = |it: &&Added| it.once != 0 && !marked.contains(&it.line) && version.is_prose(it.line);
        let lines: Vec<Added> = step.compared.added().iter().filter(is_neutral).copied().collect();
        let mut known: HashMap<u32, usize> = HashMap::new();
        for (place, life) in begun {
            let change = self.lives[*life].span.change;
            for added in nearest(&lines, version.marks[place.mark].line) {
                let control = *known.entry(added.line).or_insert_with(|| {
                    let control = self.controls.len();
                    self.controls.push(Control { change, end: None });
                    file.controls.push(Standing { control, added: *added, word: pick(added) });
                    control
                });
                self.lives[*life].controls.push(control);
            }
        }
    }
}

/// The nearest lines to a line, those above it first among equals. `lines` are in order.
fn nearest(lines: &[Added], line: u32) -> Vec<&Added> {
    let (above, below) = lines.split_at(lines.partition_point(|it| it.line < line));
    let mut above = above.iter().rev().take(CONTROLS).peekable();
    let mut below = below.iter().take(CONTROLS).peekable();
    let next = || {
        let is_above_nearer = match (above.peek(), below.peek()) {
            (Some(a), Some(b)) => line - a.line <= b.line - line,
            (a, _) => a.is_some(),
        };
        if is_above_nearer { above.next() } else { below.next() }
    };
    std::iter::from_fn(next).take(CONTROLS).collect()
}

/// One of the words that stand once in a line: any, but always the same.
fn pick(added: &Added) -> u8 {
    let bits: Vec<u8> = (0..8).map(|at| 1 << at).filter(|bit| added.once & bit != 0).collect();
    bits[(added.words % bits.len() as u64) as usize]
}

/// Where lines of these words stand now; the first of equal ones.
fn by_words(steps: &[Step]) -> HashMap<u64, (usize, Added)> {
    let mut places = HashMap::new();
    for (number, step) in steps.iter().enumerate().filter(|(_, step)| step.after.is_some()) {
        step.compared.added().iter().for_each(|it| {
            places.entry(it.words).or_insert((number, *it));
        });
    }
    places
}

fn after(steps: &[Step], place: Place) -> &Mark {
    &steps[place.step].after.as_ref().expect("a place after the change").marks[place.mark]
}

/// What is there before and after, what only before, what only after. The nearest likeness counts first: the same words
/// in the same line, another wording in that line, the same words in the same file, the same words in another file.
fn join(steps: &[Step]) -> (Vec<(Place, Place)>, Vec<Place>, Vec<Place>) {
    let places = |step: usize, marks: usize| (0..marks).map(move |mark| Place { step, mark });
    let mut old: Vec<Place> =
        steps.iter().enumerate().flat_map(|(at, step)| places(at, step.before.marks.len())).collect();
    let mut new: Vec<Place> = steps
        .iter()
        .enumerate()
        .flat_map(|(at, step)| places(at, step.after.as_ref().map_or(0, |it| it.marks.len())))
        .collect();
    let before = |place: &Place| &steps[place.step].before.marks[place.mark];
    let line = |place: &Place| match steps[place.step].compared.fate(before(place).line) {
        Fate::Kept(line) | Fate::Edited(line) => Some(line),
        Fate::Gone => None,
    };
    let now = |place: &Place| after(steps, *place);
    let mut joined = Vec::new();
    pair(
        &mut old,
        &mut new,
        &mut joined,
        |it| line(it).map(|line| (it.step, &before(it).text, line)),
        |it| (it.step, &now(it).text, now(it).line),
    );
    pair(
        &mut old,
        &mut new,
        &mut joined,
        |it| line(it).map(|line| (it.step, &before(it).rule, line)),
        |it| (it.step, &now(it).rule, now(it).line),
    );
    pair(&mut old, &mut new, &mut joined, |it| Some((it.step, &before(it).text)), |it| (it.step, &now(it).text));
    pair(&mut old, &mut new, &mut joined, |it| Some(&before(it).text), |it| &now(it).text);
    (joined, old, new)
}

/// Moves what has equal keys from `old` and `new` to `joined`, in order.
fn pair<K: Eq + Hash>(
    old: &mut Vec<Place>,
    new: &mut Vec<Place>,
    joined: &mut Vec<(Place, Place)>,
    old_key: impl Fn(&Place) -> Option<K>,
    new_key: impl Fn(&Place) -> K,
) {
    let mut waiting: HashMap<K, VecDeque<usize>> = HashMap::new();
    new.iter().enumerate().for_each(|(at, it)| waiting.entry(new_key(it)).or_default().push_back(at));
    let mut taken: BTreeMap<usize, Place> = BTreeMap::new();
    old.retain(|it| {
        let next = old_key(it).and_then(|key| waiting.get_mut(&key)).and_then(VecDeque::pop_front);
        next.map(|at| taken.insert(at, *it)).is_none()
    });
    joined.extend(taken.iter().map(|(at, it)| (*it, new[*at])));
    let mut at = 0..;
    new.retain(|_| !taken.contains_key(&at.next().expect("it has no end")));
}

//! Mentions of one thing in several documents, the most telling groups first.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::mention::{Mention, Read};
use crate::fact::measure::Measure;
use crate::fact::unit::{Per, What};

/// A quantity that recurs.
#[derive(Debug, Clone)]
pub struct Group {
    /// What the texts call it.
    pub subject: String,
    /// The words of the subject stand together in most of the texts: other texts may be looked through for them.
    pub is_phrase: bool,
    /// What most of the documents say.
    pub measure: Measure,
    /// Each document once by number, and its mention: those that say the same first, then by their paths.
    pub places: Vec<(usize, usize)>,
    /// How many of them say what most say.
    pub agreeing: usize,
}

/// Two words, or twice the same name, and what is measured.
type Key = (u64, u64, What, Per);

/// A group before it is known whether another one says the same better.
struct Candidate {
    score: f64,
    /// Letters between the quantity and its words: the nearer words name it better.
    distance: usize,
    key: Key,
    places: Vec<(usize, usize)>,
    agreeing: usize,
}

/// Copies of one sentence are one agreement, repeated: more of them say no more.
const MOST_COPIES: usize = 3;
/// Words that stand together name it better.
const PHRASE: f64 = 1.5;
/// A sentence that stands word for word in so many documents came with a template.
const BOILERPLATE: usize = 8;
/// Of the documents that speak of it, so many have to agree: what differs everywhere is no fact.
const LEAST_AGREEMENT: f64 = 0.5;
/// Of the sentences with both words, so many have to name a quantity.
const LEAST_SHARE: f64 = 0.25;
/// Documents that are copies of each other share everything: they give no more than so many.
const MOST_BY_SAME: usize = 2;

/// Whether the words of a key stand side by side.
fn is_together(mention: &Mention, key: &Key) -> bool {
    let orders = mention.topics.iter().filter(|it| it.print == key.0 || it.print == key.1).map(|it| it.order);
    let mut orders: Vec<usize> = orders.collect();
    orders.sort_unstable();
    orders.windows(2).all(|two| two[1] == two[0] + 1)
}

/// The sentences that nobody wrote for the document in which they stand.
fn boilerplate(reads: &[Read]) -> HashSet<u64> {
    let mut counts: HashMap<u64, usize> = HashMap::new();
    for read in reads {
        let weight = if read.is_template { BOILERPLATE } else { 1 };
        let own: BTreeSet<u64> = read.prints.iter().copied().collect();
        own.into_iter().for_each(|it| *counts.entry(it).or_default() += weight);
    }
    counts.into_iter().filter(|it| it.1 >= BOILERPLATE).map(|it| it.0).collect()
}

/// At most `most` groups. `reads` are in the order of their paths.
pub fn groups(reads: &[Read], most: usize) -> Vec<Group> {
    let mut candidates = candidates(reads);
    candidates.sort_by(|a, b| {
        b.score
            .total_cmp(&a.score)
            .then_with(|| (a.distance, &a.places, a.key.0, a.key.1).cmp(&(b.distance, &b.places, b.key.0, b.key.1)))
    });
    let mut covered: HashSet<(usize, usize)> = HashSet::new();
    let mut by_same: HashMap<Vec<usize>, usize> = HashMap::new();
    let mut groups = Vec::new();
    for it in candidates {
        let known = it.places.iter().filter(|place| covered.contains(place)).count();
        let texts: Vec<usize> = it.places.iter().map(|place| place.0).collect::<BTreeSet<_>>().into_iter().collect();
        let count = by_same.entry(texts).or_default();
        if known * 2 >= it.places.len() || *count >= MOST_BY_SAME {
            continue;
        }
        *count += 1;
        covered.extend(it.places.iter().copied());
        groups.push(group(reads, it));
        if groups.len() == most {
            break;
        }
    }
    groups
}

/// The places of quantities by what they count: each a text and one of its mentions.
type Sorts = HashMap<(What, Per), Vec<(usize, usize)>>;

fn candidates(reads: &[Read]) -> Vec<Candidate> {
    let mut by_key: BTreeMap<(u64, u64), Sorts> = BTreeMap::new();
    let boilerplate = boilerplate(reads);
    for (text, read) in reads.iter().enumerate() {
        let own = read.mentions.iter().enumerate().filter(|(_, it)| !boilerplate.contains(&it.print));
        for (number, mention) in own {
            for pair in pairs(mention) {
                let sort = (mention.measure.what.clone(), mention.measure.per.clone());
                by_key.entry(pair).or_default().entry(sort).or_default().push((text, number));
            }
        }
    }
    by_key.retain(|_, sorts| {
        sorts.retain(|_, places| places.iter().any(|it| it.0 != places[0].0));
        !sorts.is_empty()
    });
    let common = common(reads, &by_key.keys().copied().collect());
    let mut candidates = Vec::new();
    for (pair, sorts) in by_key {
        for ((what, per), places) in sorts {
            let key = (pair.0, pair.1, what, per);
            candidates.extend(candidate(reads, key, places, common.get(&pair).copied().unwrap_or(0)));
        }
    }
    candidates
}

/// The words of a mention, two by two; a name in code also alone.
fn pairs(mention: &Mention) -> impl Iterator<Item = (u64, u64)> + '_ {
    let topics = &mention.topics;
    let names = topics.iter().filter(|it| it.is_name).map(|it| (it.print, it.print));
    let two = topics.iter().enumerate().flat_map(|(number, one)| {
        topics[number + 1..].iter().map(|other| (one.print.min(other.print), one.print.max(other.print)))
    });
    names.chain(two)
}

/// How many sentences hold both words.
fn common(reads: &[Read], pairs: &HashSet<(u64, u64)>) -> HashMap<(u64, u64), usize> {
    /// A longer sentence is a list of words.
    const MOST_WORDS: usize = 40;
    let wanted: HashSet<u64> = pairs.iter().flat_map(|pair| [pair.0, pair.1]).collect();
    let mut counts: HashMap<(u64, u64), usize> = HashMap::new();
    for sentence in reads.iter().flat_map(|it| &it.sentences) {
        let words: Vec<u64> = sentence.iter().copied().filter(|it| wanted.contains(it)).take(MOST_WORDS).collect();
        for (number, one) in words.iter().enumerate() {
            for other in &words[number..] {
                if pairs.contains(&(*one, *other)) {
                    *counts.entry((*one, *other)).or_default() += 1;
                }
            }
        }
    }
    counts
}

fn candidate(reads: &[Read], key: Key, all: Vec<(usize, usize)>, common: usize) -> Option<Candidate> {
    let mention = |place: &(usize, usize)| &reads[place.0].mentions[place.1];
    let mut copies: HashMap<u64, usize> = HashMap::new();
    let mut counted: HashMap<usize, ()> = HashMap::new();
    let mut places: Vec<(usize, usize)> = Vec::new();
    let mut weight: HashMap<&Measure, usize> = HashMap::new();
    for place in &all {
        if counted.insert(place.0, ()).is_some() {
            continue;
        }
        places.push(*place);
        let copy = copies.entry(mention(place).print).or_default();
        *copy += 1;
        *weight.entry(&mention(place).measure).or_default() += usize::from(*copy <= MOST_COPIES);
    }
    let total: usize = weight.values().sum();
    let first = |measure: &Measure| places.iter().position(|it| mention(it).measure == *measure);
    let (most, agreed) = weight.iter().max_by_key(|(measure, count)| (**count, std::cmp::Reverse(first(measure))))?;
    let agreement = *agreed as f64 / total.max(1) as f64;
    let share = all.len() as f64 / common.max(all.len()) as f64;
    if *agreed < 2 || agreement < LEAST_AGREEMENT || share < LEAST_SHARE {
        return None;
    }
    let together = places.iter().filter(|it| is_together(mention(it), &key)).count() * 2 > places.len();
    let score = *agreed as f64 * agreement * share.sqrt() * if together { PHRASE } else { 1.0 };
    let most = (*most).clone();
    places.sort_by_key(|it| (mention(it).measure != most, *it));
    let agreeing = places.iter().filter(|it| mention(it).measure == most).count();
    let away = |place: &(usize, usize)| {
        let topics = &mention(place).topics;
        topics.iter().filter(|it| it.print == key.0 || it.print == key.1).map(|it| it.distance).sum::<usize>()
    };
    let distance = places.iter().map(away).sum::<usize>() / places.len();
    Some(Candidate { score, distance, key, places, agreeing })
}

/// A group with the name that its first text gives it.
fn group(reads: &[Read], it: Candidate) -> Group {
    let mention = |place: &(usize, usize)| &reads[place.0].mentions[place.1];
    let named = |place: &(usize, usize)| {
        let mut words: Vec<_> =
            mention(place).topics.iter().filter(|word| word.print == it.key.0 || word.print == it.key.1).collect();
        words.sort_by_key(|word| word.order);
        let is_together = words.windows(2).all(|two| two[1].order == two[0].order + 1);
        (words.iter().map(|word| word.word.as_str()).collect::<Vec<_>>().join(" "), is_together)
    };
    let phrases: Vec<(String, bool)> = it.places.iter().map(named).collect();
    let together = phrases.iter().find(|(_, is_together)| *is_together);
    let subject = together.unwrap_or(&phrases[0]).0.clone();
    let is_phrase = phrases.iter().filter(|(phrase, is)| *is && *phrase == subject).count() * 2 > phrases.len();
    let measure = mention(&it.places[0]).measure.clone();
    Group { subject, is_phrase, measure, places: it.places, agreeing: it.agreeing }
}

//! What an author tells about a fact in a comment: `fact ID = VALUE owner=@team …`, `assumes ID = VALUE seen=…`.
//! Reads what stands behind `pingless:`; what is wrong with it is said with its place and its cure.

use std::ops::Range;
use std::rc::Rc;

use super::expression::Expression;

/// A piece of a marker.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Part {
    /// Without the quotes around it.
    pub text: String,
    /// Bytes of the marker, without the quotes.
    pub range: Range<usize>,
}

/// What a marker does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// Declares a fact.
    Fact,
    /// Relies on a fact of another text.
    Assumes,
}

/// A marker that can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marker {
    pub verb: Verb,
    pub id: Part,
    /// None where a fact is only named: `assumes ID`.
    pub value: Option<Part>,
    /// The other parts by their keys, in order.
    keys: Vec<(Key, Part)>,
}

/// What can be said of a fact besides its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Who answers for it.
    Owner,
    /// Since when it holds.
    Since,
    /// Who or what decided it.
    DecidedBy,
    /// What running text calls it; may be said several times.
    Alias,
    /// When it ends.
    Until,
    /// The fact or the page that takes its place.
    SupersededBy,
    /// When somebody last compared what is assumed.
    Seen,
    /// What finds the constant on the next line.
    At,
    /// The unit of that constant.
    Unit,
}

/// The keys by their names, and which verbs know them.
const KEYS: &[(&str, Key, &[Verb])] = &[
    ("alias", Key::Alias, &[Verb::Fact]),
    ("at", Key::At, &[Verb::Assumes]),
    ("decided-by", Key::DecidedBy, &[Verb::Fact]),
    ("owner", Key::Owner, &[Verb::Fact, Verb::Assumes]),
    ("seen", Key::Seen, &[Verb::Assumes]),
    ("since", Key::Since, &[Verb::Fact]),
    ("superseded-by", Key::SupersededBy, &[Verb::Fact]),
    ("unit", Key::Unit, &[Verb::Assumes]),
    ("until", Key::Until, &[Verb::Fact]),
];

/// What is wrong with a marker, where, and how it is mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Malformed {
    /// Bytes of the marker.
    pub range: Range<usize>,
    pub what: String,
    pub cure: String,
}

impl Marker {
    /// Reads what stands behind `pingless:`; none where it is no marker of a fact.
    pub fn read(body: &str) -> Option<Result<Self, Malformed>> {
        let end = body.find([' ', '\t', '=', ':', '\n']).unwrap_or(body.len());
        let verb = match &body[..end] {
            "fact" => Verb::Fact,
            "assumes" => Verb::Assumes,
            _ => return None,
        };
        Some(marker(body, verb, end))
    }

    /// Reads `ID = VALUE …` as an assumption, as front matter lists it.
    pub fn assumption(line: &str) -> Result<Self, Malformed> {
        marker(line, Verb::Assumes, 0)
    }

    /// The first part under a key.
    pub fn part(&self, key: Key) -> Option<&Part> {
        self.parts(key).next()
    }

    /// All parts under a key.
    pub fn parts(&self, key: Key) -> impl Iterator<Item = &Part> {
        self.keys.iter().filter(move |it| it.0 == key).map(|it| &it.1)
    }

    /// The expression that finds the constant on the next line; valid, as the marker was read.
    pub fn at(&self) -> Option<Rc<Expression>> {
        Expression::read(&self.part(Key::At)?.text).ok()
    }
}

/// Whether a word can be the id of a fact: two words or more, of letters and digits, with dots between them. No heading
/// has an anchor with a dot, and so a link to a fact is never one to a heading.
pub fn is_id(word: &str) -> bool {
    const LONGEST: usize = 120;
    let is_part = |part: &str| {
        part.starts_with(|it: char| it.is_alphanumeric())
            && part.chars().all(|it| it.is_alphanumeric() || matches!(it, '-' | '_'))
    };
    word.len() <= LONGEST
        && word.contains('.')
        && word.contains(|it: char| it.is_alphabetic())
        && word.split('.').all(is_part)
}

fn malformed<T>(range: Range<usize>, what: impl Into<String>, cure: impl Into<String>) -> Result<T, Malformed> {
    Err(Malformed { range, what: what.into(), cure: cure.into() })
}

fn marker(body: &str, verb: Verb, from: usize) -> Result<Marker, Malformed> {
    let form = match verb {
        Verb::Fact => "write `fact ID = VALUE owner=@TEAM since=DATE`",
        Verb::Assumes => "write `assumes ID = VALUE seen=DATE`",
    };
    let words = words(body, from)?;
    let mut words = words.into_iter().peekable();
    let Some(id) = words.next_if(|it| it.key.is_none() && it.part.text != "=") else {
        return malformed(0..body.len(), "no fact is named", form);
    };
    let id = id.part;
    if !is_id(&id.text) {
        return malformed(
            id.range,
            format!("`{}` is no id of a fact", id.text),
            "use words with dots: `auth.token.refresh`",
        );
    }
    let has_sign = words.next_if(|it| it.key.is_none() && it.part.text == "=").is_some();
    let mut value = words.next_if(|it| it.key.is_none()).map(|it| it.part);
    let more = std::iter::from_fn(|| words.next_if(|it| it.key.is_none()));
    if let (Some(last), Some(value)) = (more.last(), &mut value) {
        let range = value.range.start..last.part.range.end;
        *value = Part { text: body[range.clone()].to_owned(), range };
    }
    match &value {
        Some(value) if !has_sign => {
            return malformed(value.range.clone(), "there is no `=` before the value", form);
        }
        None if has_sign || verb == Verb::Fact => return malformed(id.range, "no value is given", form),
        _ => {}
    }
    let mut keys = Vec::new();
    for word in words {
        let Some((name, key)) = word.key else {
            let cure = "put a value with spaces in quotes: `alias=\"token refresh\"`";
            return malformed(word.part.range, format!("`{}` belongs to no key", word.part.text), cure);
        };
        let key = known(body, verb, name, &key, &word.part, &keys)?;
        keys.push((key, word.part));
    }
    Ok(Marker { verb, id, value, keys })
}

/// The key of this name, where it may stand here with this value.
fn known(
    body: &str,
    verb: Verb,
    name: Range<usize>,
    key: &str,
    part: &Part,
    before: &[(Key, Part)],
) -> Result<Key, Malformed> {
    let own = || KEYS.iter().filter(|(_, _, verbs)| verbs.contains(&verb)).map(|(name, _, _)| *name);
    let Some((_, found, verbs)) = KEYS.iter().find(|it| it.0 == key) else {
        let near =
            own().max_by(|one, other| strsim::jaro_winkler(one, key).total_cmp(&strsim::jaro_winkler(other, key)));
        let near = near.filter(|it| strsim::jaro_winkler(it, key) > 0.8);
        let cure = near.map_or_else(
            || format!("known here: {}", own().collect::<Vec<_>>().join(", ")),
            |it| format!("did you mean `{it}=`?"),
        );
        return malformed(name, format!("`{key}=` is not known here"), cure);
    };
    if !verbs.contains(&verb) {
        let other = if verb == Verb::Fact { "an assumption (`assumes`)" } else { "a declared fact (`fact`)" };
        let cure = format!("known here: {}", own().collect::<Vec<_>>().join(", "));
        return malformed(name, format!("`{key}=` is said of {other}"), cure);
    }
    if part.text.trim().is_empty() {
        return malformed(name, format!("nothing stands behind `{key}=`"), "give it a value, or take it out");
    }
    if *found != Key::Alias && before.iter().any(|it| it.0 == *found) {
        return malformed(name, format!("`{key}=` is given twice"), "keep one of them");
    }
    if *found == Key::At
        && let Err(reason) = Expression::check(&part.text)
    {
        return malformed(
            part.range.clone(),
            format!("this is no expression: {reason}"),
            "write it as ripgrep reads it",
        );
    }
    if matches!(found, Key::Since | Key::Seen | Key::Until) && super::Moment::read(&part.text).is_none() {
        let what = format!("`{}` is no date", &body[part.range.clone()]);
        return malformed(part.range.clone(), what, "write it as `2026-11-17T21:40Z`");
    }
    Ok(*found)
}

/// A piece of a marker between spaces.
struct Word {
    /// The key before `=`, and where it stands.
    key: Option<(Range<usize>, String)>,
    part: Part,
}

fn words(body: &str, from: usize) -> Result<Vec<Word>, Malformed> {
    let mut words = Vec::new();
    let mut at = from;
    while let Some(start) = body[at..].find(|it: char| !it.is_whitespace()).map(|it| at + it) {
        // The first word is the id, whatever stands behind it.
        let key = key(&body[start..]).filter(|_| !words.is_empty());
        let key = key.map(|length| (start..start + length, body[start..start + length].to_owned()));
        let is_sign = body[start..].starts_with('=') && words.len() == 1;
        let begin = start + key.as_ref().map_or(0, |it| it.1.len() + 1);
        if is_sign {
            words.push(Word { key: None, part: Part { text: "=".to_owned(), range: start..start + 1 } });
            at = start + 1;
            continue;
        }
        let quote = body[begin..].chars().next().filter(|it| matches!(it, '"' | '\''));
        let (range, end) = match quote {
            Some(quote) => {
                let Some(length) = body[begin + 1..].find(quote) else {
                    return malformed(begin..body.len(), "a quote is not closed", format!("end it with `{quote}`"));
                };
                (begin + 1..begin + 1 + length, begin + length + 2)
            }
            None => {
                let is_id = words.is_empty();
                let is_end = |it: char| it.is_whitespace() || is_id && it == '=';
                let end = begin + body[begin..].find(is_end).unwrap_or(body.len() - begin);
                (begin..end, end)
            }
        };
        words.push(Word { key, part: Part { text: body[range.clone()].to_owned(), range } });
        at = end;
    }
    Ok(words)
}

/// The length of the key that a piece begins with: small letters before `=` without a space.
fn key(text: &str) -> Option<usize> {
    let end = text.find(|it: char| !it.is_ascii_lowercase() && it != '-')?;
    let value = text[end..].strip_prefix('=')?;
    // `==` compares, and belongs to a value.
    (end > 0 && !text.starts_with('-') && !value.starts_with('=')).then_some(end)
}

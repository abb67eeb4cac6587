//! What sort of document a text is, and why we think so. A kind is a name: a user's page makes one.
//! Knows the signals that pages list; nothing of what a document of a kind has to hold.

mod asked;
mod bare;
pub mod cue;
mod divided;
mod doing;
mod message;
mod path;
mod proposal;
mod purpose;
pub mod sign;
mod signature;
mod titled;
mod wording;

pub use asked::is_asked;
pub use path::{Glob, Paths};

use doing::Doing;
use sign::Sign;

use std::borrow::Cow;
use std::cell::LazyCell;

use thin_vec::{ThinVec, thin_vec};

use crate::document::Document;
use crate::later::Later;
use crate::text::{Name, Origin};
use crate::words::export;
use crate::words::file_name;
use crate::words::glob;
use crate::words::phrase::Phrases;

/// Below this a kind is shown but turns no rule on.
pub const SURE: f32 = 0.9;

/// The kind of a message whose own words name no other.
pub const MESSAGE: &str = "request";

/// What an issue of a tracker can be.
pub const OF_ISSUES: [&str; 3] = ["bug-report", "feature-request", "question"];

/// Whether somebody says that the text is an issue: it comes from a tracker, or is called one of its kinds. Of a file that only
/// looks like one nobody knows whether it is all that there is.
pub fn is_issue(doc: &Document) -> bool {
    let source = doc.source();
    source.origin == Origin::Issue || source.kind.as_deref().is_some_and(|it| OF_ISSUES.contains(&it))
}

/// A kind and how its documents are recognised.
#[derive(Debug)]
pub struct Kind {
    /// Shared by all that is recognised as it.
    pub name: Name,
    /// Globs over the path; a page may be recognised by its folder or its file name.
    pub paths: Paths,
    pub signature: Later<Signature>,
    /// What its contract asks. Where one of these stands in a comment, the text was begun from its skeleton.
    pub questions: Later<Vec<String>>,
    /// A kind that asks for nothing: a README, a licence.
    pub is_target: bool,
    /// Its documents tell what was so on their day, and nobody keeps them up.
    pub is_story: bool,
}

/// What the text of a kind's documents holds.
#[derive(Debug)]
pub struct Signature {
    /// Phrases in the title.
    pub titles: Phrases,
    /// Words of a title that speak of such documents: "guide", "template".
    pub unless: Phrases,
    /// Headings and labels, normalised, of which several together are typical of this kind alone.
    pub headings: Vec<Cow<'static, str>>,
    /// What a text of this kind does, whatever its names.
    pub signs: Vec<&'static Sign>,
}

/// A kind as recognised in one document.
#[derive(Debug, Clone, PartialEq)]
pub struct Recognised {
    pub kind: Option<Name>,
    /// 0 to 1; [`SURE`] and above turn the kind's rules on.
    pub confidence: f32,
    pub because: ThinVec<String>,
    pub by: By,
    /// Documents of this kind, where it is sure, tell what was so on their day.
    pub is_story: bool,
}

/// How a kind was told: it decides how loudly its rules may speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Whoever asks said so, or the text itself.
    Word,
    /// The path, the title or the headings.
    Name,
    /// Nothing but the wording: a guess, however sure.
    Wording,
}

impl Recognised {
    /// How sure the kind is, in hundredths, as it is told.
    pub fn told_confidence(&self) -> f64 {
        (f64::from(self.confidence) * 100.0).round() / 100.0
    }

    /// The kind whose rules apply.
    pub fn sure(&self) -> Option<&str> {
        self.kind.as_deref().filter(|_| self.confidence >= SURE)
    }

    /// As it is told; whether its documents tell a story is known to its page.
    fn new(kind: Option<Name>, confidence: f32, because: impl Into<ThinVec<String>>, by: By) -> Self {
        Self { kind, confidence, because: because.into(), by, is_story: false }
    }

    /// A message that has the headings of a template.
    pub fn by_template(kind: &Kind, path: &str) -> Self {
        let because = thin_vec![format!("it has the headings of {path}")];
        Self { is_story: kind.is_story, ..Self::new(Some(kind.name.clone()), SURE, because, By::Name) }
    }

    fn explicit(kind: &str, because: &str) -> Self {
        Self::new(Some(kind).filter(|it| *it != "none").map(Name::from), 1.0, thin_vec![because.to_owned()], By::Word)
    }

    fn named(found: Evidence) -> Self {
        Self::new(Some(found.kind.name.clone()), found.confidence, found.because, By::Name)
    }

    /// As the wording of the text speaks for it; none where no page makes a kind of that name.
    fn worded<'k>(
        name: &str,
        mut kinds: impl Iterator<Item = &'k Kind>,
        confidence: f32,
        because: impl Into<ThinVec<String>>,
    ) -> Option<Self> {
        let kind = kinds.find(|kind| *kind.name == *name)?;
        Some(Self::new(Some(kind.name.clone()), confidence, because, By::Wording))
    }

    fn unknown() -> Self {
        Self::new(None, 0.0, ThinVec::new(), By::Wording)
    }

    /// A text that is no document has no kind.
    pub fn none() -> Self {
        Self::new(None, 0.0, ThinVec::new(), By::Name)
    }
}

/// What speaks for one kind in one document.
#[derive(Debug)]
struct Evidence<'k> {
    kind: &'k Kind,
    confidence: f32,
    /// Of two kinds that are equally sure, the one with the more specific evidence wins.
    detail: usize,
    because: Vec<String>,
}

/// What sort of document it is.
pub fn recognise<'k>(doc: &Document, mut kinds: impl Iterator<Item = &'k Kind> + Clone) -> Recognised {
    let mut found = told(doc, kinds.clone());
    found.is_story = found.sure().is_some_and(|name| kinds.any(|it| *it.name == *name && it.is_story));
    found
}

/// Explicit words first, then the file's name, then folder, title and headings together. What a name settles is
/// not parsed.
fn told<'k>(doc: &Document, kinds: impl Iterator<Item = &'k Kind> + Clone) -> Recognised {
    if let Some(found) = explicit(doc, kinds.clone()) {
        return found;
    }
    let written = doc.source().path();
    let like_all = written.and_then(path::ending_like_most);
    let path = like_all.as_deref().or(written);
    let plain = path.map(export::plain);
    // The name that its writer gave it tells more than the one that an export made of it.
    let bare = plain.as_deref().filter(|plain| Some(*plain) != path);
    let of_day = path.and_then(file_name::of_folder);
    let paths = match of_day.as_deref() {
        Some(of_day) => [Some(of_day), None, None],
        // A page of a team may speak of one ending alone.
        None => [bare, path, written.filter(|it| Some(*it) != path)],
    };
    let paths = paths.map(|it| it.map(glob::Path::of));
    // "Core Dev Meetings/", "monthly_meetings/": words of a folder are joined in many ways. What has a kind by them is asked more.
    let hyphened = path.filter(|_| of_day.is_none()).and_then(path::with_hyphens);
    let hyphened = hyphened.as_deref().map(glob::Path::of);
    let joined = |kind: &'k Kind| hyphened.as_ref().filter(|_| kind.is_target).and_then(|path| kind.paths.best(path));
    let glob = |kind: &'k Kind| paths.iter().flatten().find_map(|path| kind.paths.best(path)).or_else(|| joined(kind));
    let kinds: Vec<(&Kind, Option<&Glob>)> = kinds.map(|kind| (kind, glob(kind))).collect();
    let is_message = doc.source().origin == Origin::Message;
    let counts = |found: &Evidence| !is_message || found.kind.is_target && found.confidence >= SURE;
    if let Some(found) = strongest(kinds.iter().filter_map(|(kind, glob)| path::named(kind, (*glob)?))).filter(counts) {
        let own = path.filter(|_| !found.kind.is_target).and_then(|path| in_own_folder(doc, path, &kinds));
        return Recognised::named(own.unwrap_or(found));
    }
    let (names, doing) = (signature::Names::of(doc), Doing::of(doc));
    let signed = || kinds.iter().filter_map(|(kind, glob)| signature::read(&doing, &names, kind, *glob));
    if let Some(found) = asked::read(doc, &kinds, signed()).filter(counts) {
        return Recognised::named(found);
    }
    let mut found = strongest(signed()).filter(counts);
    // Where nothing says that it is an issue, a form for faults may hold a question, and its wording has the last word.
    let is_tracked = doc.source().origin == Origin::Issue;
    let is_settled = |found: &Evidence| found.confidence >= SURE && (is_tracked || !wording::knows(&found.kind.name));
    if let Some(found) = found.take_if(|found| is_settled(found)) {
        return Recognised::named(found);
    }
    if let Some(found) = bare::read(doc, kinds.iter().map(|(kind, _)| *kind)) {
        return found;
    }
    let told = wording::kind_of(doc, kinds.iter().map(|(kind, _)| *kind));
    match (told, found) {
        (Some(told), Some(found)) if told.kind.as_deref() == Some(&found.kind.name) => Recognised::named(found),
        (Some(told), _) => told,
        (None, Some(found)) => Recognised::named(found),
        (None, None) if is_message => message::read(doc, kinds.iter().map(|(kind, _)| *kind))
            .unwrap_or_else(|| Recognised::explicit(MESSAGE, "a message in which nothing tells of another kind")),
        (None, None) => {
            let hints = kinds.iter().filter_map(|(kind, glob)| signature::hint(&names, kind, *glob));
            let told = hints.max_by_key(|(detail, _)| *detail).map(|(_, hint)| hint);
            Recognised { because: told.into_iter().collect(), ..Recognised::unknown() }
        }
    }
}

/// The page of a folder of its own, among others of one kind: `enhancements/storage/cache/README.md` is what its text is.
fn in_own_folder<'k>(doc: &Document, path: &str, kinds: &[(&'k Kind, Option<&'k Glob>)]) -> Option<Evidence<'k>> {
    let says_standing = LazyCell::new(|| proposal::says_standing(doc));
    let proposes = LazyCell::new(|| proposal::proposes(doc));
    let is_own = |glob: &Glob| {
        path::is_own_folder(path, glob)
            || path::may_be_own_folder(path, glob) && says_standing.is_some()
            || path::is_numbered_folder(path, glob) && *proposes
    };
    let among = |(_, glob): &&(&Kind, Option<&Glob>)| glob.is_some_and(is_own);
    let mut among = kinds.iter().filter(among).peekable();
    // Most pages of folders lie elsewhere, and are not read.
    among.peek()?;
    let (names, doing) = (signature::Names::of(doc), Doing::of(doc));
    // Whose front matter says who looks after it and where it stands is a numbered proposal by its folder alone.
    let numbered = |kind: &'k Kind, glob: &Glob| {
        let is_told = glob.is_hint() && *says_standing == Some(true);
        is_told.then(|| Evidence { kind, confidence: SURE, detail: glob.detail(), because: vec![glob.because()] })
    };
    let signed = among.filter_map(|(kind, glob)| {
        signature::read(&doing, &names, kind, *glob)
            .filter(|it| it.confidence >= SURE)
            .or_else(|| numbered(kind, (*glob)?))
    });
    strongest(signed).filter(|it| it.kind.is_target && it.confidence >= SURE)
}

fn strongest<'k>(evidence: impl Iterator<Item = Evidence<'k>>) -> Option<Evidence<'k>> {
    evidence.reduce(|best, next| {
        let is_better = (next.confidence, next.detail) > (best.confidence, best.detail);
        if is_better { next } else { best }
    })
}

fn explicit<'k>(doc: &Document, kinds: impl Iterator<Item = &'k Kind> + Clone) -> Option<Recognised> {
    if let Some(kind) = &doc.source().kind {
        return Some(Recognised::explicit(kind, "given for this file"));
    }
    let is_known = |name: &&str| *name == "none" || kinds.clone().any(|kind| *kind.name == **name);
    // Most texts have neither, and then nothing is parsed to know it.
    let told = doc.directives().iter().find_map(|it| doc.at(it.body).strip_prefix("kind="));
    if let Some(kind) = told.map(str::trim).filter(is_known) {
        return Some(Recognised::explicit(kind, "a pingless comment says so"));
    }
    if doc.text().trim_start_matches('\u{feff}').starts_with(['-', '+']) {
        let field = |name: &str| doc.fields().iter().find(|field| field.in_front_matter && field.name == name);
        let said = |name: &str| field(name).map(|field| field.text.as_str());
        let named = |field: &str| said(field).map(str::to_ascii_lowercase).filter(|it| is_known(&it.as_str()));
        // "type" is what others call it, and mostly something else than a kind: "page", "post".
        let of_type = || named("type").filter(|it| it != "none");
        if let Some(kind) = named("kind").or_else(of_type) {
            return Some(Recognised::explicit(&kind, "its front matter says so"));
        }
    }
    None
}

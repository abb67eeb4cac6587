//! What a team wants of pull requests: `[pull-request]` in `pingless.toml`.

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::{Settings, Word, glob};
use crate::change::{Bounds, Change, Sort, Sorts};
use crate::finding::Level;

/// How pull requests are treated.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct PullRequests {
    /// What becomes of drafts: `note` (the default) asks quietly, `check` as of any other, `skip` not at all.
    pub drafts: Option<Drafts>,
    /// What becomes of the pull requests of bots: `skip` (the default) or `check`.
    pub bots: Option<Bots>,
    /// What becomes of the messages of commits, where the base keeps them: `note` (the default), `check` or `skip`.
    pub commits: Option<Commits>,
    /// The highest level that somebody meets of whom nothing was merged before: `warn`, unless said otherwise.
    pub first_time: Option<Level>,
    /// Up to so many changed lines that a person has to read, a change is asked little [default: 10].
    #[schemars(with = "Option<u32>")]
    pub small: Option<Spanned<u32>>,
    /// Beyond so many, a reading order is asked for [default: 400].
    #[schemars(with = "Option<u32>")]
    pub large: Option<Spanned<u32>>,
    /// Globs of tests, before our own.
    #[schemars(with = "Vec<String>")]
    pub tests: Vec<Word>,
    /// Globs of documents.
    #[schemars(with = "Vec<String>")]
    pub docs: Vec<Word>,
    /// Globs of what a program writes and nobody reads.
    #[schemars(with = "Vec<String>")]
    pub generated: Vec<Word>,
    /// Globs of what changes the form of stored data.
    #[schemars(with = "Vec<String>")]
    pub migrations: Vec<Word>,
    /// Globs of what says what runs, and where.
    #[schemars(with = "Vec<String>")]
    pub infrastructure: Vec<Word>,
    /// Globs of what decides how something looks.
    #[schemars(with = "Vec<String>")]
    pub ui: Vec<Word>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Drafts {
    #[default]
    Note,
    Check,
    Skip,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Bots {
    #[default]
    Skip,
    Check,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Commits {
    #[default]
    Note,
    Check,
    Skip,
}

/// What applies to pull requests, with the defaults filled in.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Manners {
    pub drafts: Drafts,
    pub bots: Bots,
    pub commits: Commits,
    first_time: Option<Level>,
    bounds: Bounds,
    sorts: Sorts,
}

impl PullRequests {
    /// These settings over those that they extend.
    pub fn over(self, base: Self) -> Self {
        let join = |own: Vec<Word>, base: Vec<Word>| own.into_iter().chain(base).collect();
        Self {
            drafts: self.drafts.or(base.drafts),
            bots: self.bots.or(base.bots),
            commits: self.commits.or(base.commits),
            first_time: self.first_time.or(base.first_time),
            small: self.small.or(base.small),
            large: self.large.or(base.large),
            tests: join(self.tests, base.tests),
            docs: join(self.docs, base.docs),
            generated: join(self.generated, base.generated),
            migrations: join(self.migrations, base.migrations),
            infrastructure: join(self.infrastructure, base.infrastructure),
            ui: join(self.ui, base.ui),
        }
    }

    /// The globs of the house with what they stand for.
    pub fn globs(&self) -> impl Iterator<Item = (Sort, &Word)> {
        let lists = [
            (Sort::Test, &self.tests),
            (Sort::Docs, &self.docs),
            (Sort::Generated, &self.generated),
            (Sort::Migration, &self.migrations),
            (Sort::Infrastructure, &self.infrastructure),
            (Sort::Ui, &self.ui),
        ];
        lists.into_iter().flat_map(|(sort, globs)| globs.iter().map(move |glob| (sort, glob)))
    }
}

/// What is wrong with the section, and its cure.
pub(super) fn problem(settings: &Settings) -> Option<(Word, String, String)> {
    let (small, large) = (settings.pull_request.small.as_ref()?, settings.pull_request.large.as_ref()?);
    let help = "a change has at most `small` lines, or more than `large`, or lies between the two".to_owned();
    let word = Spanned::new(small.span(), String::new());
    (small > large).then(|| (word, "a small change is larger here than a large one".to_owned(), help))
}

impl Manners {
    pub fn new(settings: &PullRequests) -> Self {
        let own = settings.globs().flat_map(|(sort, glob)| glob::globs(glob.get_ref()).map(move |it| (sort, it)));
        let usual = Bounds::default();
        Self {
            drafts: settings.drafts.unwrap_or_default(),
            bots: settings.bots.unwrap_or_default(),
            commits: settings.commits.unwrap_or_default(),
            first_time: settings.first_time,
            bounds: Bounds {
                small: settings.small.as_ref().map_or(usual.small, |it| *it.get_ref()),
                large: settings.large.as_ref().map_or(usual.large, |it| *it.get_ref()),
            },
            sorts: Sorts::new(own.collect()),
        }
    }

    /// Tells a change what counts here as small, as large, and as which sort of file.
    pub fn equip(&self, change: &mut Change) {
        change.bounds = self.bounds;
        change.sorts = self.sorts.clone();
    }

    /// Why a change is not looked at, in words.
    pub fn skips(&self, change: &Change) -> Option<String> {
        let author = change.author.as_ref().filter(|author| author.is_bot);
        match author {
            Some(author) if self.bots == Bots::Skip => Some(format!(
                "{} is a bot (`bots = \"check\"` below `[pull-request]` in pingless.toml looks at it)",
                author.login
            )),
            _ if change.is_draft && self.drafts == Drafts::Skip => Some(
                "it is a draft (`drafts = \"note\"` below `[pull-request]` in pingless.toml looks at it)".to_owned(),
            ),
            _ => None,
        }
    }

    /// The highest level that the author of a change meets.
    pub fn highest(&self, change: &Change) -> Level {
        let is_quiet = change.is_draft && self.drafts == Drafts::Note;
        let is_first = change.author.as_ref().is_some_and(|author| author.is_first_time());
        let draft = if is_quiet { Level::Note } else { Level::Error };
        let first = if is_first { self.first_time.unwrap_or(Level::Warn) } else { Level::Error };
        draft.min(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::{Association, Author};

    fn change(is_draft: bool, association: Association, is_bot: bool) -> Change {
        let author = Some(Author { login: "mira".to_owned(), is_bot, association: Some(association) });
        Change { is_draft, author, ..Change::default() }
    }

    #[test]
    fn who_meets_what() {
        let usual = Manners::default();
        assert_eq!(usual.highest(&change(true, Association::Insider, false)), Level::Note);
        assert_eq!(usual.highest(&change(false, Association::FirstTime, false)), Level::Warn);
        assert_eq!(usual.highest(&change(false, Association::Insider, false)), Level::Error);
        assert!(usual.skips(&change(false, Association::Insider, true)).is_some());
        let strict = PullRequests {
            drafts: Some(Drafts::Check),
            bots: Some(Bots::Check),
            first_time: Some(Level::Error),
            ..PullRequests::default()
        };
        let strict = Manners::new(&strict);
        assert_eq!(strict.highest(&change(true, Association::FirstTime, false)), Level::Error);
        assert!(strict.skips(&change(true, Association::FirstTime, true)).is_none());
    }
}

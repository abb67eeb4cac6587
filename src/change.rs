//! What a pull request changes: its files, how many lines of each, and what is known of who opened it. Plain data that
//! a check may hold the text against. Knows no forge and no repository: `payload` and `input` make it.

/// A change that somebody is asked to review.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    /// The files, where they are known: an event alone does not list them.
    pub files: Option<Vec<ChangedFile>>,
}

/// One file of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedFile {
    /// From the root of the repository, with `/`, as it is after the change; before it where the file was deleted.
    pub path: String,
    /// Where the file was before, if it was moved.
    pub moved_from: Option<String>,
    /// Lines; none where the file is binary.
    pub added: Option<u32>,
    pub deleted: Option<u32>,
}

impl Change {
    /// Reads one file a line, as in `git diff --numstat`: lines added, lines deleted, path, with any white space between
    /// them; `-` where a file is binary. A line in another form is left out.
    pub fn of_numstat(text: &str) -> Self {
        let file = |line: &str| {
            let mut words = line.split_whitespace();
            let count = |word: &str| if word == "-" { Some(None) } else { word.parse().ok().map(Some) };
            let (added, deleted) = (count(words.next()?)?, count(words.next()?)?);
            let path = words.collect::<Vec<_>>().join(" ");
            (!path.is_empty()).then_some(ChangedFile { path, moved_from: None, added, deleted })
        };
        Self { files: Some(text.lines().filter_map(file).collect()) }
    }
}

//! One line of CODEOWNERS: a section, a pattern with its owners, or nothing.

use super::{Forge, Owner, pattern};

/// Longer patterns are no paths.
const LONGEST: usize = 1024;

/// Whoever names more for one pattern means nobody.
const MOST_OWNERS: usize = 1000;

pub enum Line {
    Nothing,
    Section { name: String, defaults: Vec<Owner> },
    Entry(Entry),
}

/// A pattern, and who answers for what it matches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// As it is written.
    pub pattern: String,
    /// What it means, for paths from the root.
    pub globs: Vec<String>,
    pub owners: Vec<Owner>,
    /// GitLab's `!`: nobody of this section answers for it.
    pub is_excluded: bool,
    /// From 1.
    pub line: usize,
    /// Where the line begins, in bytes, and what stands there.
    pub start: usize,
    pub text: String,
}

impl Entry {
    /// Whether it names a file or a folder of something, not all files, all documents or all of an ending.
    pub fn is_specific(&self) -> bool {
        const WHOLE: &[&str] =
            &["doc", "docs", "documentation", "content", "src", "source", "website", "site", ".github"];
        let is_named = |part: &str| !part.is_empty() && !part.contains('*') && !WHOLE.contains(&part);
        self.pattern.split('/').any(is_named)
    }
}

/// What a line says, or why its forge does not read it.
pub fn read(text: &str, number: usize, start: usize, forge: Forge) -> Result<Line, String> {
    let line = text.trim();
    if line.is_empty() || line.starts_with('#') {
        return Ok(Line::Nothing);
    }
    if forge == Forge::GitLab && (line.starts_with('[') || line.starts_with("^[")) {
        return section(line);
    }
    let (is_excluded, line) = match (line.strip_prefix('!'), forge) {
        (Some(_), Forge::GitHub) => return Err("GitHub reads no `!`: the whole line is skipped".to_owned()),
        (Some(rest), Forge::GitLab) => (true, rest.trim_start()),
        (None, _) => (false, line),
    };
    if line.starts_with("\\#") && forge == Forge::GitHub {
        return Err("GitHub reads no pattern that begins with `#`, escaped or not".to_owned());
    }
    let (pattern, rest) = line.split_at(end_of_pattern(line));
    if pattern.len() > LONGEST {
        return Err(format!("the pattern is longer than {LONGEST} bytes"));
    }
    let globs = pattern::globs(pattern, forge)?;
    let owners = owners(rest, forge)?;
    Ok(Line::Entry(Entry {
        pattern: pattern.to_owned(),
        globs,
        owners,
        is_excluded,
        line: number,
        start,
        text: text.to_owned(),
    }))
}

/// The first space that is not escaped.
fn end_of_pattern(line: &str) -> usize {
    let mut is_escaped = false;
    for (at, letter) in line.char_indices() {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            it if it.is_whitespace() => return at,
            _ => {}
        }
    }
    line.len()
}

fn owners(rest: &str, forge: Forge) -> Result<Vec<Owner>, String> {
    let mut owners = Vec::new();
    for word in rest.split_whitespace() {
        match Owner::parse(word) {
            Some(owner) => owners.push(owner),
            None if word.starts_with('#') && forge == Forge::GitHub => break,
            // GitLab looks for names in whatever stands here.
            None if forge == Forge::GitLab => {}
            None => return Err(format!("`{word}` is no owner: the whole line is skipped")),
        }
        if owners.len() > MOST_OWNERS {
            return Err(format!("it names more than {MOST_OWNERS} owners"));
        }
    }
    Ok(owners)
}

/// `[Name] @default`, `^[Name][2]`.
fn section(line: &str) -> Result<Line, String> {
    let inner = line.trim_start_matches('^').strip_prefix('[').unwrap_or_default();
    let Some((name, rest)) = inner.split_once(']').filter(|(name, _)| !name.trim().is_empty()) else {
        return Err("a section is written as `[Name]`".to_owned());
    };
    let rest = rest.trim_start();
    let rest = match rest.strip_prefix('[').and_then(|it| it.split_once(']')) {
        Some((count, rest)) if count.trim().parse::<u32>().is_ok() => rest,
        Some(_) => return Err("the second bracket of a section says how many have to approve".to_owned()),
        None => rest,
    };
    let defaults = owners(rest, Forge::GitLab)?;
    Ok(Line::Section { name: name.trim().to_owned(), defaults })
}

//! Whether a path is like a glob of letters, stars and simple classes, found out letter by letter: nothing is compiled, and
//! what does not fit is tried again behind the last star alone, so that no path is gone through more often than it has letters.

use memchr::memchr;

use super::spelt::rooted;

/// Whether a path of ASCII is like a glob of [`super::Shape::Simple`].
pub fn fits(pattern: &str, path: &str) -> bool {
    let (glob, path) = (rooted(pattern).as_bytes(), path.as_bytes());
    // What has no slash may stand in any folder.
    let mut stars = Stars { name: None, folders: (!pattern.contains('/')).then_some((0, 0)) };
    let (mut at, mut to) = (0, 0);
    loop {
        match &glob[at..] {
            [] if to == path.len() => return true,
            b"**" => return true,
            [b'*', b'*', b'/', ..] => {
                at += 3;
                stars = Stars { name: None, folders: Some((at, to)) };
            }
            [b'*', ..] => {
                at += 1;
                stars.name = Some((at, to));
            }
            rest => match path.get(to).and_then(|letter| step(rest, *letter)) {
                Some(length) => (at, to) = (at + length, to + 1),
                None => match stars.next(path) {
                    Some(next) => (at, to) = next,
                    None => return false,
                },
            },
        }
    }
}

/// Where a glob goes on behind the last star of a name and behind the last one of folders, and where in the path that was tried
/// last.
struct Stars {
    name: Option<(usize, usize)>,
    folders: Option<(usize, usize)>,
}

impl Stars {
    /// What is to be tried next: the star of a name takes a letter more, or that of folders one of them.
    fn next(&mut self, path: &[u8]) -> Option<(usize, usize)> {
        if let Some((at, tried)) = self.name.filter(|(_, tried)| path.get(*tried).is_some_and(|it| *it != b'/')) {
            self.name = Some((at, tried + 1));
            return self.name;
        }
        let (at, tried) = self.folders?;
        let folder = memchr(b'/', &path[tried..])?;
        *self = Self { name: None, folders: Some((at, tried + folder + 1)) };
        self.folders
    }
}

/// How many letters of a glob stand for a letter of a path, where they do.
fn step(glob: &[u8], letter: u8) -> Option<usize> {
    match glob {
        [b'?', ..] => (letter != b'/').then_some(1),
        [b'[', class @ ..] => {
            let end = memchr(b']', class)?;
            is_in(&class[..end], letter).then_some(end + 2)
        }
        [it, ..] => it.eq_ignore_ascii_case(&letter).then_some(1),
        [] => None,
    }
}

/// Whether a letter is one of a class, in any case. Whoever writes a glob may write a long one.
fn is_in(mut class: &[u8], letter: u8) -> bool {
    let cases = [letter.to_ascii_lowercase(), letter.to_ascii_uppercase()];
    loop {
        let (first, last, rest) = match class {
            [first, b'-', last, rest @ ..] => (first, last, rest),
            [it, rest @ ..] => (it, it, rest),
            [] => return false,
        };
        if cases.iter().any(|it| (first..=last).contains(&it)) {
            return true;
        }
        class = rest;
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Glob, Shape, compiled};

    /// Everything that some pieces make, up to three of them.
    fn all(pieces: &[&str]) -> Vec<String> {
        let longer = |all: Vec<String>| -> Vec<String> {
            let longer = all.iter().flat_map(|start| pieces.iter().map(move |it| format!("{start}{it}")));
            longer.chain(all.clone()).collect()
        };
        let mut all = (0..3).fold(vec![String::new()], |all, _| longer(all));
        all.sort();
        all.dedup();
        all
    }

    #[test]
    fn letter_by_letter_is_what_the_expression_says() {
        let mut paths = all(&["a", "B.a", "/", "a/", "1-"]);
        paths.extend(["x/a/b/a.md", "a/x/1-b/a.md", "a/1-b", "b/aa/ab.MD", "aab/Ab"].map(str::to_owned));
        let mut patterns = all(&["a", "b.", "*", "?", "[a-b]", "[-0-9]", "/", "**/"]);
        patterns.extend(["**/a/**/1*/*.md", "a/**", "**", "/a*", "**/*a*b.md", "a*/**/[0-9]-?"].map(str::to_owned));
        let mut count = 0;
        for pattern in patterns {
            let Ok(glob) = Glob::new(&pattern) else { continue };
            if glob.spelt.shape != Shape::Simple {
                continue;
            }
            let expression = compiled(&pattern);
            for path in &paths {
                assert_eq!(super::fits(&pattern, path), expression.is_match(path), "{pattern:?} {path:?}");
            }
            count += 1;
        }
        assert!(count > 300, "{count}");
    }

    #[test]
    fn a_class_may_be_long() {
        let class = format!("[{}]", "a".repeat(1 << 20));
        assert!(super::fits(&class, "A") && !super::fits(&class, "b"));
    }

    #[test]
    fn ours_are_simple() {
        for pattern in
            ["**/adr/[0-9]*.md", "?ep-[0-9]*.md", "**/handoffs/**/handoff[-_]*.md", "CHANGELOG*", "/docs/a.md"]
        {
            assert_eq!(Glob::new(pattern).expect("a glob").spelt.shape, Shape::Simple, "{pattern}");
        }
        for pattern in ["a.{yml,yaml}", "a**b", "**/**/a", "[!a]b", "[a-]b", "[--b]c", "\u{e9}*", r"\*a", "[]a]"] {
            assert_eq!(Glob::new(pattern).expect("a glob").spelt.shape, Shape::Other, "{pattern}");
        }
    }
}

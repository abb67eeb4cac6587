//! Which files end in the same parts of a path, without a look at any other.

/// Places in a sorted list of paths, in the order of their parts from the last to the first, in small letters: what ends
/// alike stands side by side.
#[derive(Debug)]
pub struct Ends(Vec<u32>);

impl Ends {
    pub fn of(all: &[String]) -> Self {
        let mut places: Vec<u32> = (0..u32::try_from(all.len()).unwrap_or(u32::MAX)).collect();
        places.sort_by_cached_key(|place| from_end(&all[*place as usize]));
        Self(places)
    }

    /// The files of that list whose last parts are these, in any case.
    pub fn among<'f>(&self, all: &'f [String], end: &str) -> impl Iterator<Item = &'f str> {
        let (path, wanted) = (|place: &u32| all[*place as usize].as_str(), from_end(end));
        let first = self.0.partition_point(|it| from_end(path(it)) < wanted);
        let count = self.0[first..].partition_point(|it| from_end(path(it)).starts_with(&wanted));
        self.0[first..first + count].iter().map(move |place| all[*place as usize].as_str())
    }
}

/// No part goes on in another one: a path has no such letter.
const BETWEEN: char = '\0';

fn from_end(path: &str) -> String {
    let mut out = String::with_capacity(path.len() + 1);
    for part in path.rsplit('/') {
        out.extend(part.chars().flat_map(char::to_lowercase));
        out.push(BETWEEN);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::Ends;

    #[test]
    fn whole_parts_are_compared_in_any_case() {
        const FILES: &[&str] =
            &["README.md", "README.md.bak", "a/b/README.md", "a/readme.md", "b/README.md", "b/d.md", "xb/README.md"];
        let files: Vec<String> = FILES.iter().map(|it| (*it).to_owned()).collect();
        let ends = Ends::of(&files);
        let among = |end: &str| {
            let mut found: Vec<&str> = ends.among(&files, end).collect();
            found.sort_unstable();
            found
        };
        assert_eq!(among("readme.md"), ["README.md", "a/b/README.md", "a/readme.md", "b/README.md", "xb/README.md"]);
        assert_eq!(among("B/README.md"), ["a/b/README.md", "b/README.md"]);
        assert_eq!(among("a/b/README.md"), ["a/b/README.md"]);
        assert!(["", "md", "c/README.md", "a/a/readme.md"].iter().all(|it| among(it).is_empty()));
    }
}

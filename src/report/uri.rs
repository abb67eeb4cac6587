//! Names of texts as URIs. Knows no folder and no file: what a name looks like decides.

/// A name as a URI: relative to the folder of the run, or absolute by itself.
#[derive(Debug, PartialEq, Eq)]
pub enum Uri {
    Relative(String),
    Absolute(String),
}

impl Uri {
    pub fn of(name: &str) -> Self {
        let is_word = |part: &&str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_lowercase());
        if let Some(word) = name.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).filter(is_word) {
            return Uri::Absolute(format!("{word}:"));
        }
        if let Some(id) = commit(name) {
            return Uri::Absolute(format!("commit:{id}"));
        }
        if let Some((word, number)) = request(name) {
            return Uri::Absolute(format!("{word}:{number}"));
        }
        match name.split_once(':') {
            // A text that is no file, such as `pr:body`.
            Some((scheme, rest)) if is_word(&rest) && is_word(&scheme) => Uri::Absolute(name.to_owned()),
            Some((drive, rest)) if has_drive(name) => Uri::Absolute(format!("file:///{drive}:{}", encoded(rest))),
            _ if name.starts_with("//") => Uri::Absolute(format!("file:{}", encoded(name))),
            _ if name.starts_with('/') => Uri::Absolute(format!("file://{}", encoded(name))),
            _ => Uri::Relative(encoded(name)),
        }
    }

    /// The same for a relative one under the path that it has from somewhere else.
    pub fn within(self, path: impl FnOnce() -> String) -> Self {
        match self {
            Uri::Relative(_) => Uri::Relative(encoded(&path())),
            other => other,
        }
    }
}

/// The id in the name of a commit, `commit 4f1c09a (subject)`: no file is called so.
fn commit(name: &str) -> Option<&str> {
    let (id, subject) = name.strip_prefix("commit ")?.split_once(' ')?;
    let is_id = id.len() >= 4 && id.bytes().all(|it| it.is_ascii_hexdigit());
    (is_id && subject.starts_with('(') && subject.ends_with(')')).then_some(id)
}

/// What the name of a request or an issue is made of, `pull request #12`: no document has a name without an ending.
fn request(name: &str) -> Option<(&'static str, &str)> {
    let words = [("pull request", "pull-request"), ("issue", "issue")];
    let (word, rest) = words.iter().find_map(|(word, scheme)| Some((*scheme, name.strip_prefix(word)?)))?;
    let number = if rest.is_empty() { rest } else { rest.strip_prefix(" #")? };
    number.bytes().all(|it| it.is_ascii_digit()).then_some((word, number))
}

/// Whether a name begins as `C:/` does: a file may be called `a:b.md`.
pub fn has_drive(name: &str) -> bool {
    let bytes = name.as_bytes();
    bytes.first().is_some_and(u8::is_ascii_alphabetic) && bytes.get(1..3) == Some(b":/")
}

/// A path with everything but letters, digits, `-._~` and `/` as `%XX` of its UTF-8: no name can end the path early,
/// and none can look like a scheme.
fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(byte.into()),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::Uri;

    fn relative(name: &str) -> String {
        match Uri::of(name) {
            Uri::Relative(uri) => uri,
            Uri::Absolute(uri) => panic!("{name} is absolute: {uri}"),
        }
    }

    fn absolute(name: &str) -> String {
        match Uri::of(name) {
            Uri::Absolute(uri) => uri,
            Uri::Relative(uri) => panic!("{name} is relative: {uri}"),
        }
    }

    #[test]
    fn files_of_the_run_are_relative() {
        assert_eq!(relative("docs/adr/0001-use_x.md"), "docs/adr/0001-use_x.md");
        assert_eq!(relative("../a b.md"), "../a%20b.md");
        assert_eq!(relative("é#1?.md"), "%C3%A9%231%3F.md");
        assert_eq!(relative("100%.md"), "100%25.md");
        assert_eq!(relative("re: release.md"), "re%3A%20release.md");
        assert_eq!(relative("a\n\u{202e}b.md"), "a%0A%E2%80%AEb.md");
    }

    #[test]
    fn other_files_carry_their_root() {
        assert_eq!(absolute("/tmp/a b.md"), "file:///tmp/a%20b.md");
        assert_eq!(absolute("C:/notes/a.md"), "file:///C:/notes/a.md");
        assert_eq!(absolute("//host/share/a.md"), "file://host/share/a.md");
    }

    #[test]
    fn texts_that_are_no_files_have_a_scheme_of_their_own() {
        assert_eq!(absolute("<stdin>"), "stdin:");
        assert_eq!(absolute("pr:body"), "pr:body");
        assert_eq!(absolute("commit 4f1c09a (Sort: by name)"), "commit:4f1c09a");
        assert_eq!(relative("commit notes (old).md"), "commit%20notes%20%28old%29.md");
        assert_eq!((absolute("pull request"), absolute("issue #12")), ("pull-request:".into(), "issue:12".into()));
        assert_eq!(relative("issue template.md"), "issue%20template.md");
    }
}

//! What a glob spells out, known before a path is held against it. The build finds it out of our own.

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelt {
    /// The names of files and folders, as [`bits`].
    pub names: u64,
    /// The letters that stand beside each other in its runs of letters, as [`pairs`].
    pub pairs: u64,
    /// Where the letters begin that it ends with.
    pub end: u32,
    pub shape: Shape,
}

/// What a glob stands for, as far as that is told without an expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Every name that ends with its last letters.
    Ending,
    /// What lies anywhere below a folder, and ends with its last letters: `**/adr/**/*.md`, `**/adr/**`.
    Below,
    /// Letters, stars and simple classes.
    Simple,
    Other,
}

impl Spelt {
    pub fn of(text: &str) -> Self {
        let end = end(text);
        let shape = match &text[..end] {
            "*" | "**/*" => Shape::Ending,
            _ if folder(text, end).is_some() => Shape::Below,
            _ if is_simple(text) => Shape::Simple,
            _ => Shape::Other,
        };
        let pairs = runs(text).fold(0, |all, run| all | pairs(run));
        Self { names: names(text), pairs, end: end as u32, shape }
    }

    /// The folder of a glob that stands for what lies below one.
    pub fn folder<'t>(&self, text: &'t str) -> Option<&'t str> {
        if self.shape == Shape::Below { folder(text, self.end as usize) } else { None }
    }
}

/// The names that a pattern spells out in ASCII, for others have cases of their own; of one with escapes or choices, none.
fn names(pattern: &str) -> u64 {
    let is_odd = |byte: u8| matches!(byte, b'*' | b'?' | b'[' | b']' | b'!') || !byte.is_ascii();
    match pattern.bytes().any(|it| matches!(it, b'\\' | b'{' | b'}')) {
        true => 0,
        false => bits(rooted(pattern), is_odd),
    }
}

/// A pattern without the slash that holds it to the root, where paths begin with a name.
pub fn rooted(pattern: &str) -> &str {
    pattern.strip_prefix('/').unwrap_or(pattern)
}

/// The names of files and folders in a path, in any case, but for those with an odd byte: a bit for each of 64 sorts of names.
pub fn bits(path: &str, is_odd: impl Fn(u8) -> bool) -> u64 {
    let (mut all, mut sum, mut is_name) = (0, 0u32, true);
    let bit = |sum: u32, is_name: bool| u64::from(is_name) << (sum.wrapping_mul(0x9e37_79b9) >> 26);
    for byte in path.bytes() {
        match byte {
            b'/' => {
                all |= bit(sum, is_name);
                (sum, is_name) = (0, true);
            }
            _ => {
                sum = sum.wrapping_mul(31).wrapping_add(byte.to_ascii_lowercase().into());
                is_name &= !is_odd(byte);
            }
        }
    }
    all | bit(sum, is_name)
}

/// `docs/adr` of `**/docs/adr/**/*.md` and of `**/docs/adr/**`, where that is spelt out.
fn folder(pattern: &str, end: usize) -> Option<&str> {
    let before = pattern[..end].strip_prefix("**/")?;
    let is_whole = end == pattern.len();
    let folder = before.strip_suffix("/**/*").or_else(|| before.strip_suffix("/**").filter(|_| is_whole))?;
    let is_spelt = |it: u8| it.is_ascii_alphanumeric() || matches!(it, b'.' | b'_' | b'-' | b'/');
    (!folder.is_empty() && folder.bytes().all(is_spelt)).then_some(folder)
}

/// Whether a pattern holds nothing but letters, stars of a name or of whole folders, and simple classes.
fn is_simple(pattern: &str) -> bool {
    let is_letter = |it: u8| it.is_ascii_alphanumeric() || matches!(it, b'.' | b'_' | b'-' | b'/' | b'*' | b'?');
    let is_plain = |it: &str| it.bytes().all(is_letter);
    let has_stars = |part: &str| part == "**" || !part.contains("**");
    let mut parts = pattern.split('[');
    parts.next().is_some_and(is_plain)
        && parts.all(|it| it.split_once(']').is_some_and(|(class, rest)| is_class(class) && is_plain(rest)))
        && pattern.split('/').all(has_stars)
        && !pattern.contains("**/**")
        // Of which there is nothing but folders, every path is one.
        && !matches!(rooted(pattern), "" | "**/")
}

/// Whether what stands in brackets is letters, digits and ranges of them, perhaps behind a hyphen.
fn is_class(class: &str) -> bool {
    let mut rest = class.strip_prefix('-').unwrap_or(class).as_bytes();
    loop {
        rest = match rest {
            [first, b'-', last, rest @ ..] if first.is_ascii_alphanumeric() && last.is_ascii_alphanumeric() => rest,
            [it, rest @ ..] if it.is_ascii_alphanumeric() || *it == b'_' => rest,
            _ => return rest.is_empty() && !class.is_empty(),
        };
    }
}

/// Where the letters begin that every path ends with; of a pattern with escapes, none are known.
fn end(pattern: &str) -> usize {
    if pattern.contains('\\') {
        return pattern.len();
    }
    let is_letter = |it: &u8| it.is_ascii_alphanumeric() || matches!(it, b'.' | b'_' | b'-');
    pattern.len() - pattern.bytes().rev().take_while(|it| is_letter(it)).count()
}

/// Which letters stand beside each other, in any case: a bit for each of 64 sorts of pairs. A path has no more of them than it
/// has letters, and nearly never all of a word that does not stand in it.
pub fn pairs(letters: &[u8]) -> u64 {
    let bit = |pair: &[u8]| {
        let [one, other] = [pair[0], pair[1]].map(|it| it.to_ascii_lowercase());
        1 << (one.wrapping_mul(31).wrapping_add(other) & 63)
    };
    letters.windows(2).fold(0, |all, pair| all | bit(pair))
}

/// The runs of letters outside of brackets, which stand in every path that a pattern matches; of a pattern with escapes,
/// nothing.
pub fn runs(pattern: &str) -> impl Iterator<Item = &[u8]> {
    // A bracket that a class begins with does not end it.
    let odd = ["\\", "[]", "[!]", "[^]"];
    let is_odd = pattern.contains(['\\', '[']) && odd.iter().any(|it| pattern.contains(it));
    let pattern = if is_odd { &[] } else { rooted(pattern).as_bytes() };
    let (mut depth, mut is_class) = (0usize, false);
    let mut is_letter = move |at: usize| {
        match pattern[at] {
            b'[' => is_class = true,
            b']' => is_class = false,
            b'{' if !is_class => depth += 1,
            b'}' if !is_class => depth = depth.saturating_sub(1),
            _ => {}
        }
        // Two stars take the slashes around them for their own.
        let is_taken = || pattern[..at].ends_with(b"**") || pattern[at + 1..].starts_with(b"**");
        let is_spelt = match pattern[at] {
            b'/' => !is_taken(),
            it => it.is_ascii_alphanumeric() || matches!(it, b'.' | b'_' | b'-'),
        };
        is_spelt && depth == 0 && !is_class
    };
    let mut places = 0..;
    let ends = move |_: &u8| !places.next().is_some_and(&mut is_letter);
    pattern.split(ends).filter(|run| !run.is_empty())
}

#[cfg(test)]
mod tests {
    use super::runs;

    #[test]
    fn a_path_needs_what_a_glob_spells_out() {
        let check = |pattern: &str, expected: &[&str]| {
            let runs: Vec<&str> = runs(pattern).filter_map(|it| std::str::from_utf8(it).ok()).collect();
            assert_eq!(runs, expected, "{pattern}");
        };
        check("**/docs/ADRs-and/[0-9]*.md", &["docs/ADRs-and/", ".md"]);
        check("*.{yml,yaml}", &["."]);
        check("**/kubernetes/**/*.{yml,yaml}", &["kubernetes", "."]);
        check("docs/**", &["docs"]);
        check("**", &[]);
        check(r"\*readme", &[]);
        check("[]a]b", &[]);
        check("{a,[}]bc}d", &["d"]);
    }
}

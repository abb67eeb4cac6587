//! Classes of letters, as few as English text needs: those of all the world's scripts have hundreds of ranges, and repeated
//! they make an automaton that is too large to be searched fast.

/// Letters and digits of the scripts that names beside English text are written in.
const WORD: &str =
    r"0-9A-Za-z_\x{b5}\x{c0}-\x{d6}\x{d8}-\x{f6}\x{f8}-\x{7ff}\x{3040}-\x{30ff}\x{4e00}-\x{9fff}\x{ac00}-\x{d7a3}";

/// The same without digits.
const LETTER: &str =
    r"A-Za-z\x{b5}\x{c0}-\x{d6}\x{d8}-\x{f6}\x{f8}-\x{7ff}\x{3040}-\x{30ff}\x{4e00}-\x{9fff}\x{ac00}-\x{d7a3}";

/// What a name may begin with. Further along in Latin, capitals and small letters take turns: all of them count.
const CAPITAL: &str = r"A-Z\x{c0}-\x{d6}\x{d8}-\x{de}\x{100}-\x{24f}\x{386}-\x{3ab}\x{400}-\x{42f}";

/// Writes the classes of a pattern out.
pub fn small(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while !rest.is_empty() {
        let (class, behind) = rest.split_at(length(rest));
        let written = match class {
            r"\W" => bracketed(r"[^\w]"),
            r"\w" | r"\d" | r"\p{L}" | r"\p{Lu}" => bracketed(&format!("[{class}]")),
            _ if class.starts_with('[') => bracketed(class),
            _ => class.to_owned(),
        };
        out.push_str(&written);
        rest = behind;
    }
    out
}

/// Bytes of what a pattern begins with: an escape, a class in brackets, or all up to the next of them.
fn length(pattern: &str) -> usize {
    let escape = |at: usize| {
        let named = pattern[at + 1..].strip_prefix("p{").and_then(|it| it.find('}')).map(|end| end + 4);
        // A backslash is followed by one character at least, or the pattern is none.
        named.unwrap_or_else(|| pattern[at..].chars().take(2).map(char::len_utf8).sum())
    };
    match pattern.as_bytes()[0] {
        b'\\' => escape(0),
        b'[' => {
            // A bracket that a class begins with does not end it.
            let mut at = 1 + usize::from(pattern[1..].starts_with('^'));
            at += usize::from(pattern[at..].starts_with(']'));
            while let Some(next) = pattern[at..].find(['\\', ']']) {
                at += next;
                match pattern.as_bytes()[at] {
                    b']' => return at + 1,
                    _ => at += escape(at),
                }
            }
            pattern.len()
        }
        _ => pattern.find(['\\', '[']).unwrap_or(pattern.len()),
    }
}

/// A class in brackets, with those in it written out.
fn bracketed(class: &str) -> String {
    const OTHERS: [(&str, &str); 4] = [(r"\w", WORD), (r"\d", "0-9"), (r"\p{L}", LETTER), (r"\p{Lu}", CAPITAL)];
    let written = OTHERS.iter().fold(class.to_owned(), |class, (name, letters)| class.replace(name, letters));
    // Both cases of all letters are in it, and whoever looks for others finds those of all the world.
    let others = class.replace(r"\w", "").replace(r"\p{L}", "");
    let has_both = others.len() < class.len() && !others.contains(|it: char| it.is_ascii_alphabetic());
    if has_both { format!("(?-i:{written})") } else { written }
}

#[cfg(test)]
mod tests {
    use super::{LETTER, WORD, small};

    #[test]
    fn classes_are_written_out_and_all_else_stays() {
        let check = |pattern: &str, expected: &str| assert_eq!(small(pattern), expected, "{pattern}");
        check(r"a\.b\[c\]\\w", r"a\.b\[c\]\\w");
        check(r"\w+ \d\d", &format!("(?-i:[{WORD}])+ [0-9][0-9]"));
        check(r"x[\w'-]*[^\w ]", &format!("x(?-i:[{WORD}'-])*(?-i:[^{WORD} ])"));
        check(r"[\wx][]a\]\d]\p{L}", &format!(r"[{WORD}x][]a\]0-9](?-i:[{LETTER}])"));
        check(r"[^]a]é\", "[^]a]é\\");
    }
}

//! Where in a JSON text a place is, in the words of whoever wrote it: by its keys. Judges nothing.

/// A list or an object that is open at a place, and where in it the place is.
enum Inside<'t> {
    Object(&'t str),
    List(usize),
}

/// The keys that lead to the end of what was read so far, as in `labels[0].name`. Empty outside of every key.
pub fn path(read: &str) -> String {
    let mut open: Vec<Inside> = Vec::new();
    let mut is_key = false;
    let mut chars = read.char_indices();
    while let Some((at, it)) = chars.next() {
        match it {
            '"' => {
                let end = end_of_text(&mut chars).unwrap_or(read.len());
                if let (true, Some(Inside::Object(key))) = (is_key, open.last_mut()) {
                    *key = &read[at + 1..end];
                }
            }
            '{' | '[' => {
                is_key = it == '{';
                open.push(if is_key { Inside::Object("") } else { Inside::List(0) });
            }
            '}' | ']' => drop(open.pop()),
            ':' => is_key = false,
            ',' => match open.last_mut() {
                Some(Inside::List(number)) => *number += 1,
                Some(Inside::Object(_)) => is_key = true,
                None => {}
            },
            _ => {}
        }
    }
    let mut out = String::new();
    for it in open {
        match it {
            Inside::List(number) => out.push_str(&format!("[{number}]")),
            Inside::Object("") => {}
            Inside::Object(key) if out.is_empty() => out.push_str(key),
            Inside::Object(key) => out.push_str(&format!(".{key}")),
        }
    }
    out
}

/// Reads on behind the quote that ends a text, and gives its place.
fn end_of_text(chars: &mut impl Iterator<Item = (usize, char)>) -> Option<usize> {
    while let Some((at, it)) = chars.next() {
        match it {
            '"' => return Some(at),
            '\\' => drop(chars.next()),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::path;

    #[test]
    fn a_place_is_told_by_its_keys() {
        for (read, expected) in [
            ("", ""),
            ("{", ""),
            (r#"{"commits": 1"#, "commits"),
            (r#"{"a": {"b": [1, {"c": "}", "d\"": [], "e": tr"#, "a.b[1].e"),
            (r#"{"labels": [{"name": "a, \"b\": [{"}, "bug""#, "labels[1]"),
            (r#"{"files": [{"additions": 3}"#, "files[0]"),
            (r#"{"a": 1, "b"#, "b"),
            ("]}], :\\\"", ""),
        ] {
            assert_eq!(path(read), expected, "{read}");
        }
    }
}

//! How large a file may be: `max-file-size` in `pingless.toml`. Knows the word, and no file.

use super::{Settings, Word};

/// Places in a text of more bytes no parser can name.
const MOST: u64 = 1 << 30;

/// How a size is written.
pub(super) const FORM: &str = "write a number with KiB, MiB or GiB, as `\"16 MiB\"`, and at most `\"1 GiB\"`";

/// `64 MiB`, `64MB`, `64m` and `67108864` are the same: a K is 1024, as wherever files are measured.
pub(super) fn bytes(word: &str) -> Option<u64> {
    let word = word.trim();
    let end = word.find(|it: char| !it.is_ascii_digit()).unwrap_or(word.len());
    let number: u64 = word[..end].parse().ok()?;
    let shift = match word[end..].trim_start().to_ascii_lowercase().as_str() {
        "" | "b" => 0,
        "k" | "kb" | "kib" => 10,
        "m" | "mb" | "mib" => 20,
        "g" | "gb" | "gib" => 30,
        _ => return None,
    };
    number.checked_mul(1 << shift).filter(|it| (1..=MOST).contains(it))
}

/// What is wrong with the setting, and its cure.
pub(super) fn problem(settings: &Settings) -> Option<(Word, String, String)> {
    let word = settings.max_file_size.as_ref().filter(|it| bytes(it.get_ref()).is_none())?;
    Some((word.clone(), format!("`{}` is no size of a file", word.get_ref()), FORM.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_read_as_people_write_it() {
        for word in ["64 MiB", "64MB", "64m", " 64  mib ", "65536k", "67108864", "67108864 B"] {
            assert_eq!(bytes(word), Some(64 << 20), "{word}");
        }
        assert_eq!(bytes("1 GiB"), Some(MOST));
        for word in
            ["", "MiB", "0", "-1", "1.5 MiB", "2 GiB", "99999999999999999999", "18446744073709551615 GiB", "1 é"]
        {
            assert_eq!(bytes(word), None, "{word}");
        }
    }
}

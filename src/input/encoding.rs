//! Bytes as text: UTF-8, and nothing else. Knows no file.

use memchr::memchr;

use super::Wrong;

/// Bytes as text, or why they are none.
pub fn text(bytes: Vec<u8>) -> Result<String, Wrong> {
    let wrong = |message: &str, help| Err((message.to_owned(), help));
    // The longer mark begins with one of the shorter ones.
    if bytes.starts_with(&[0xff, 0xfe, 0, 0]) || bytes.starts_with(&[0, 0, 0xfe, 0xff]) {
        return wrong("it is encoded as UTF-32", "save it as UTF-8");
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return wrong("it is encoded as UTF-16", "save it as UTF-8");
    }
    if memchr(0, &bytes).is_some() {
        return wrong("it is binary", "exclude it in `.pinglessignore`");
    }
    let help = "save it as UTF-8, or exclude it in `.pinglessignore`";
    String::from_utf8(bytes).or_else(|_| wrong("it is not encoded as UTF-8", help))
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn an_encoding_is_told_by_its_mark() {
        let told = |bytes: &[u8]| text(bytes.to_vec()).expect_err("it is no UTF-8").0;
        assert_eq!(told(b"\xff\xfea\0"), "it is encoded as UTF-16");
        assert_eq!(told(b"\xff\xfe\0\0a\0\0\0"), "it is encoded as UTF-32");
        assert_eq!(told(b"\0\0\xfe\xff\0\0\0a"), "it is encoded as UTF-32");
    }
}

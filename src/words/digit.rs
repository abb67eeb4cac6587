//! Whether a text holds a digit, and where: what asks for moments and quantities asks this of each sentence first.

/// Bytes that the processor looks at together. To stop at the first digit, each would be looked at by itself.
const TOGETHER: usize = 32;

pub fn holds_digit(text: &str) -> bool {
    text.as_bytes().chunks(TOGETHER).any(any)
}

/// Where the first digit stands.
pub fn first_digit(text: &[u8]) -> Option<usize> {
    let near = text.chunks(TOGETHER).position(any)? * TOGETHER;
    Some(near + text[near..].iter().position(u8::is_ascii_digit)?)
}

fn any(bytes: &[u8]) -> bool {
    bytes.iter().fold(false, |any, it| any | it.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{first_digit, holds_digit};

    #[test]
    fn a_digit_is_found_wherever_it_stands() {
        assert!(!holds_digit("") && !holds_digit(&"no \u{664} here, ".repeat(9)));
        assert_eq!(first_digit(b""), None);
        for at in 0..70 {
            let text = format!("{}7{}9", " ".repeat(at), "x".repeat(70 - at));
            assert_eq!((holds_digit(&text), first_digit(text.as_bytes())), (true, Some(at)));
        }
    }
}

//! Whether a text holds a digit: what asks for moments and quantities asks this of each sentence first.

/// Bytes that the processor looks at together. To stop at the first digit, each would be looked at by itself.
const TOGETHER: usize = 32;

pub fn holds_digit(text: &str) -> bool {
    let any = |bytes: &[u8]| bytes.iter().fold(false, |any, it| any | it.is_ascii_digit());
    text.as_bytes().chunks(TOGETHER).any(any)
}

#[cfg(test)]
mod tests {
    use super::holds_digit;

    #[test]
    fn a_digit_is_found_wherever_it_stands() {
        assert!(!holds_digit("") && !holds_digit(&"no \u{664} here, ".repeat(9)));
        for at in 0..70 {
            assert!(holds_digit(&format!("{}7{}", " ".repeat(at), "x".repeat(70 - at))), "{at}");
        }
    }
}

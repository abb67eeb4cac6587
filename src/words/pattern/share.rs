//! How common a piece of text is in English prose, roughly: what stands nearly everywhere says nothing.

/// At which share of the places of English prose one of these begins, roughly.
pub(super) fn share(pieces: &[String]) -> f32 {
    pieces.iter().map(|piece| share_of(piece)).sum()
}

fn share_of(piece: &str) -> f32 {
    /// What stands in nearly every sentence.
    const EVERYWHERE: &[&str] = &[
        "the", "that", "this", "and", "for", "with", "not", "are", "was", "will", "can", "should", "have", "has",
        "you", "our", "ing", "ed", "ly", "to", "of", "in", "on", "as", "is", "be", "it", "or", "an", "by", "if", "we",
        "use", "which", "from", "would", "per", "see", "there", "would be", "to be", "of the",
    ];
    if EVERYWHERE.contains(&piece.trim()) {
        return 0.008;
    }
    let mut letters = piece.chars().map(of_letter);
    let first = letters.next().unwrap_or(1.0);
    // After the first letter of a word, the next one is hardly a surprise.
    letters.fold(first, |share, next| share * (4.0 * next).min(0.2))
}

/// How much of English prose is a letter, roughly.
fn of_letter(letter: char) -> f32 {
    const IN_A_THOUSAND: [u8; 26] =
        [67, 12, 28, 32, 100, 18, 16, 40, 62, 1, 6, 34, 20, 60, 63, 19, 1, 52, 55, 75, 23, 9, 15, 2, 15, 1];
    match letter {
        ' ' => 0.17,
        '0'..='9' => 0.0015,
        'a'..='z' => f32::from(IN_A_THOUSAND[usize::from(letter as u8 - b'a')]) / 1000.0,
        '.' | ',' | '-' => 0.01,
        ':' | '(' | ')' | '\'' | '/' => 0.004,
        _ => 0.001,
    }
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn what_is_common_is_known_as_common() {
        let of = |pieces: &[&str]| share(&pieces.iter().map(|it| it.to_string()).collect::<Vec<_>>());
        // In 16 MB of proposals, of a thousand places: 18, 7 and 0.8.
        assert!(of(&["th"]) > of(&["pr"]) && of(&["pr"]) > of(&["here"]) && of(&["here"]) > of(&["friday"]));
        assert!(of(&["th", "st", "nd", "rd"]) > 0.02 && of(&["end of day", "close of"]) < 0.0001);
    }
}

//! The word that has to stand before a date which takes the place of a day. Knows what stands around it, and no calendar.

/// What has to stand before a date that takes the place of a day.
pub(super) fn before_date(before: &str, after: &str) -> &'static str {
    let goes_on = after.strip_prefix(' ').is_some_and(|it| it.starts_with(char::is_lowercase));
    match before.trim().is_empty() {
        // "Tomorrow we will land it": a day that stands alone stays so.
        true if goes_on => "On ",
        _ if has_preposition(before) => "",
        _ => "on ",
    }
}

/// Whether a date may follow as it is. Everywhere else it follows an "on".
fn has_preposition(before: &str) -> bool {
    const WORDS: &[&str] = &[
        "by", "before", "until", "till", "on", "for", "to", "is", "due", "than", "at", "from", "or", "and", "after",
        "since", "through", "of", "cover", "about", "around", "deadline",
    ];
    if before.ends_with(['(', ':']) {
        return true;
    }
    let words =
        before.trim_end_matches([' ', '(', ':']).rsplit([' ', '(', ',', '.', '\u{2026}']).filter(|it| !it.is_empty());
    // "By hopefully Friday", "until roughly Friday".
    let last = words.map(str::to_lowercase).find(|it| !(it.ends_with("ly") && it != "reply"));
    last.is_none_or(|last| WORDS.contains(&last.as_str())) || before.ends_with(", ")
}

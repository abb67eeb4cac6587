//! Who an action calls, where more than a name stands before its verb: "Rosa, supported by Omar: check …", "rosa: Lamps: check …".

use std::ops::Range;
use std::sync::LazyLock;

use super::{person, verb};
use crate::words::pattern::Pattern;

/// Behind a label, the name and what stands between it and the action. The range runs to the action.
pub fn leading(text: &str) -> Option<Range<usize>> {
    static CALLED: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(concat!(
            r"^(?P<who>[\p{L}][\w'\x{2019}-]*)(?P<with>,? (?:supported|assisted|helped|backed) by \p{Lu}[\w'\x{2019}-]*)?",
            r" ?: (?P<topic>\p{Lu}[\w-]*: )?"
        ))
    });
    let found = CALLED.captures(text)?;
    let (who, end) = (found.name("who")?.as_str(), found.get(0)?.end());
    let is_handle = person::may_be_handle(who);
    let is_name =
        who.starts_with(char::is_uppercase) && (found.name("with").is_some() || found.name("topic").is_some());
    let is_somebody = (is_handle || is_name) && !person::is_nobody(who);
    (is_somebody && verb::opens(&text[end..])).then_some(0..end)
}

#[cfg(test)]
mod tests {
    use super::leading;

    #[test]
    fn more_than_a_name_may_stand_before_the_verb() {
        for text in
            ["Rosa supported by Omar: Check it", "rosa: Lamps: Write it", "rosa: write it", "Rosa: Lamps: write it"]
        {
            assert!(leading(text).is_some(), "{text}");
        }
        for text in ["Rosa: write it", "Rosa: Lamps: all of them", "Question: Lamps: write it", "merge: write it"] {
            assert!(leading(text).is_none(), "{text}");
        }
    }
}

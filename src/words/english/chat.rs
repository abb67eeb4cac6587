//! Lines of a conversation as programs keep them: a time, who speaks, and what is said.

use std::sync::LazyLock;

use crate::words::list::is_among;
use crate::words::pattern::Pattern;

static LINE: LazyLock<Pattern> = LazyLock::new(|| {
    let time = r"\d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?";
    let name = r"@?[\p{L}][\p{L}\d_.'’|-]*(?: [\p{L}(][\p{L}\d_.'’)-]*){0,3}";
    Pattern::new(&format!(
        concat!(
            r"(?:^|\s)[\[(]?{time}[\])]?(?:[-–|]|\s){{0,3}}(?:From +{name}|<[ @+]?{name}>|\* {name}|{name} *(?:\([^)]*\) *)?: \S)",
            r"|^\W*{name} *[\[(][A-Z][a-z]{{2,8}} \d{{1,2}}(?:st|nd|rd|th)?,? (?:at )?{time}[\])]\W*$",
            r"|[Tt]o (?:[Ee]veryone|[Aa]ll [Pp]anelists)|^\W*(?P<who>{name}) *[\[(]?{time}[\])]?(?:\W*$|: )"
        ),
        time = time,
        name = name
    ))
});

/// Whether a line is of a conversation: "10:15 Ada: hello", "[10:15] <ada> hello", "Ada 10:15 AM".
pub fn is_line(line: &str) -> bool {
    // "The stand-up is at 15:00" and "Freeze from Friday 18:00" lead up to a time, and no speaker is called so.
    const LEADING: &str = "about after around at before between by for from is on starts to until today tomorrow tonight \
                           monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun";
    let is_led = |who: &str| who.split(' ').next_back().is_some_and(|it| is_among(LEADING, &it.to_ascii_lowercase()));
    let line = line.trim();
    // Most are none, and that is cheaper to know than who speaks.
    LINE.is_match(line)
        && LINE.captures(line).and_then(|it| it.name("who")).is_none_or(|it| !is_led(it.as_str().trim_end()))
}

/// Whether a text begins with the name of who says it: "BT: …", "Ada Lovelace: …", "Ada [34:01]: …", "[ada] …".
pub fn has_speaker(text: &str) -> bool {
    static SPEAKER: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(
            r"^\W{0,3}[A-Z][A-Za-z.'\u{2019}-]*(?: [A-Z][A-Za-z.'\u{2019}-]*){0,2}(?: ?[(\[]?\d{1,2}(?::\d\d){1,2}[)\]]?)? ?: |^\W{0,3}\[[a-z][a-z0-9_-]{1,20}\] ",
        )
    });
    SPEAKER.is_match(text)
}

#[cfg(test)]
mod tests {
    use super::{has_speaker, is_line};

    #[test]
    fn a_conversation_has_speakers() {
        for line in [
            "10:15 Ada: hello",
            "[10:15] <ada> hello",
            "10:15:01 From Ada Lo to Everyone: hi",
            "10:15:01\t From Ada Lo (Engines) : hi",
            "Ada 10:15 AM",
            "Ada [Jul 2nd at 9:54 AM]",
        ] {
            assert!(is_line(line), "{line}");
        }
        assert!(
            !is_line("The stand-up is at 15:00.")
                && !is_line("It moved to 14:30")
                && !is_line("Freeze from Friday 18:00.")
        );
        for line in ["14:05 The database is restarted.", "- 14:05 - Alert: errors"] {
            assert!(!is_line(line) || line.contains("Alert"), "{line}");
        }
    }

    #[test]
    fn who_speaks_may_be_told_with_the_minute() {
        for said in [
            "BT: we will",
            "Ada Lovelace: we will",
            "Ada [34:01]: we will",
            "Ada 34:01: we will",
            "Ada (1:26:05): we will",
            "[ada] we will",
        ] {
            assert!(has_speaker(said), "{said}");
        }
        assert!(!has_speaker("At 14:05 we will"));
    }
}

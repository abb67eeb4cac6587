//! What people say in minutes that they take on, in running text: "Ada agreed to open the issue", "RL will send the link".

use std::collections::HashSet;
use std::sync::LazyLock;

use super::{action, given_name, person};
use crate::words::list::is_among;
use crate::words::pattern::Pattern;

/// What somebody did who has something to do since: "agreed to". Of what they will do, only a deed of the office counts.
static TAKEN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r" (?:(?P<will>will(?: also| then)?)|(?:has |have )?(?:also )?(?:agreed|offered|volunteered) to|took (?:on )?(?:the|an) action (?:item )?to) (?P<act>[a-z][a-z-]+) [^.;]*",
    )
});

/// What is done at the meeting itself, or for nobody who waits.
const AT_MEETINGS: &str = "scribe help chair host moderate facilitate lead join attend be have present note take serve assist \
    participate support discuss meet continue try consider keep stay act accept come talk speak answer sponsor";

/// Deeds that others see once they are done.
const OF_OFFICE: &str = "start open file create write draft send share post publish update schedule organize organise circulate \
    review prepare submit contact email ask ping check investigate fix add put set document follow reach summarize summarise collect \
    report propose move merge announce";

/// Who takes something on in a sentence that begins with them.
pub fn promised(text: &str) -> Option<&str> {
    // Longer names are none.
    const LONGEST: usize = 40;
    let found = TAKEN.captures(text)?;
    let (whole, act) = (found.get(0)?, found.name("act")?.as_str());
    let who = &text[..whole.start()];
    let is_name = who.len() <= LONGEST && who.starts_with(char::is_uppercase) && !who.contains([',', ':', '(']);
    let is_nobody = || who.split(' ').any(person::is_nobody);
    let is_meant = match found.name("will").is_some() {
        true => is_among(OF_OFFICE, act),
        // "Ada offered to the group" gives something.
        false => !is_among(AT_MEETINGS, act) && !is_among("the a an this that all his her our any both us", act),
    };
    (is_name && is_meant && !is_nobody() && !action::is_talk(text) && !text.ends_with(['?', ':'])).then_some(who)
}

/// Who may be called by initials: who speaks by them, "RL noted", and whose name stands there, "Rosa Lind". Groups agree, and
/// have initials as well.
pub fn initials_in(text: &str) -> HashSet<String> {
    const SPEAKS: &str =
        "noted asked offered said replied suggested mentioned stated explained pointed reported began proposed thanked";
    const GROUPS: &str = "AC AG BG BoF CC CG DC EC EU IG IT OC PC PG PM PR SC SG TC TF TG UK US WG";
    let mut words = text.split_whitespace().peekable();
    let mut speakers = HashSet::new();
    while let Some(word) = words.next() {
        let are_initials = word.len() == 2 && word.bytes().all(|it| it.is_ascii_uppercase()) && !is_among(GROUPS, word);
        if are_initials && words.peek().is_some_and(|next| is_among(SPEAKS, next)) {
            speakers.insert(word.to_owned());
        }
        if given_name::is_given_name(word) {
            let letters = word.chars().next().into_iter().chain(words.peek().and_then(|it| it.chars().next()));
            let initials: String = letters.collect();
            speakers.extend(Some(initials).filter(|it| it.chars().all(char::is_uppercase) && !is_among(GROUPS, it)));
        }
    }
    speakers
}

#[cfg(test)]
mod tests {
    use super::{initials_in, promised};

    #[test]
    fn a_promise_is_of_work_that_others_see() {
        for (text, who) in [
            ("Ada agreed to put it into the repository.", "Ada"),
            ("RL will start an issue.", "RL"),
            ("Omar took the action to ask the lawyers.", "Omar"),
            ("Rosa Li has volunteered to write the guide.", "Rosa Li"),
        ] {
            assert_eq!(promised(text), Some(who), "{text}");
        }
        for text in [
            "Participants agreed.",
            "Ada volunteered to scribe today.",
            "Ada will be late.",
            "We agreed to put it into the repository.",
            "The next call will start an hour later.",
            "Ada agreed.",
            "Ada agreed to do the following:",
        ] {
            assert_eq!(promised(text), None, "{text}");
        }
    }

    #[test]
    fn who_speaks_is_no_group() {
        let found = initials_in("RL noted that WG noted nothing. The TC said so. Present: Omar Haddad");
        assert!(found.len() == 2 && found.contains("RL") && found.contains("OH"), "{found:?}");
    }
}

//! On what occasion a thing happens. One sign of it is no way to make it happen; several together are a part of one.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::pattern::{Pattern, any_of, opening};

/// Somebody who does things with software.
const WHO: &str = r"(?:I|we|you|one|users?|the user|a user|someone|somebody|people|they|he|she)(?:'ve|'m|'re| have| had| am| are| is| was| were)?(?: just| then| first| now| only| simply)?";

/// What people do with their hands.
const HANDS: &str = r"click\w*|press\w*|select\w*|choos\w+|open\w*|typ(?:e|es|ed|ing)|enter(?:s|ed|ing)?|drag\w*|double.?click\w*|right.?click\w*|scroll\w*|hit|navigat\w+|go(?:es|ing)?|went to|log(?:s|ged|ging)? (?:in|on|out)|sign(?:ed|ing)? in|hover\w*|tick|check";

/// What else people do to make software do something.
const DEEDS: &str = r"d(?:o|oes|id)|ran|run|running|start\w*|creat\w+|add\w*|delet\w+|remov\w+|chang\w+|edit\w*|sav(?:e|es|ed|ing)|load\w*|import\w*|export\w*|build\w*|built|compil\w+|install\w*|updat\w+|upgrad\w+|execut\w+|call\w*|invok\w+|us(?:e|es|ed|ing)|set|sets|setting|try|tried|restart\w*|mak(?:e|es|ing)|made|writ\w+|wrote|insert\w*|mov\w+|renam\w+|cop(?:y|ied)|past(?:e|ed|ing)|switch\w*|search\w*|view\w*|brows\w+|visit\w*|push\w*|pull\w*|commit\w*|connect\w*|attach\w*|mount\w*|deploy\w*|stop\w*|kill\w*|put|launch\w*|submit\w*|merg\w+|appl(?:y|ied)|defin\w+|declar\w+|configur\w+|enabl\w+|disabl\w+|attempt\w*|upload\w*|download\w*|quer(?:y|ies|ied|ying)|convert\w*|get|pass\w*|specif\w+|maximi[sz]e|resiz\w+|look";

/// What a reader is told to do with their hands. The rest of a command's verbs are wishes as often: add, change, remove.
const COMMAND: &str = r"(?:click|double-click|right-click|select|choose|press|hit|type|enter|go to|navigate to|visit|run|execute|start|launch|open|log ?in) (?:an?|the|any|on|in|to|as|with|your|some|it|this|that|□)|(?:go|navigate) to|(?:click|double-click|right-click|select|choose|press|hit|type|enter|open) ['\x22\x{201c}]\w+";

/// Programs that are told what to do by the word behind them; in prose people seldom quote such a line.
const PROGRAMS: &str = r"npm|npx|pip3?|docker(?:-compose)?|cargo|git|make|yarn|pnpm|go|python3?|mvn|gradle|composer|bundle|rake|kubectl|helm|terraform|apt(?:-get)?|brew|conda|node|php|ruby|cmake|vagrant|ansible\S*";

/// A deed that is the subject of its sentence: "Setting the rate to 0". "Clicking the button" is told of so many faults that
/// it says little.
static SUBJECT: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:^\W*|[,)] )(?:(?:currently|now|just|simply|also|but|and|then) )?(?:running|setting|searching|executing|calling|installing|enabling|disabling|passing|filtering|uploading|importing)(?-u:\b)",
    )
});

/// What comes of it.
static EFFECT: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"shows?|fails?|finds?|moves?|gives?|returns?|throws?|causes?|crash(?:es)?|produces?|prints?|hangs?|freezes?|breaks?|raises?|triggers?|deletes?|resets?|displays?|yields?|(?:results?|ends?) (?:in|with|up)|leads? to|does (?:not|nothing)|do(?:es)?n't|will (?:move|show|fail|crash|return|throw|cause|hang|freeze|break|delete|reset|give|lose|jump|not)|makes (?:the|it)",
    ])
});

/// Words between a deed and what comes of it.
const NEAR: usize = 14;

/// Where a sentence tells a deed and what comes of it: "searching for a street finds nothing".
pub fn find_effect(sentence: &str) -> Option<Range<usize>> {
    let deed = SUBJECT.find(sentence)?;
    let rest = &sentence[deed.end()..];
    let effect = EFFECT.find(rest)?;
    let between = rest[..effect.start()].split_whitespace().take(NEAR + 1).count();
    (1..=NEAR).contains(&between).then(|| deed.start()..deed.end() + effect.end())
}

/// A sign that a text tells on what occasion a thing happens, or that it does not.
pub struct Sign {
    pub name: &'static str,
    pub weight: i32,
    /// More sentences with it than these add nothing.
    pub most: usize,
    pattern: Pattern,
}

impl Sign {
    pub fn find(&self, sentence: &str) -> Option<Range<usize>> {
        self.pattern.find(sentence).map(|found| found.range())
    }
}

/// The signs in a sentence, by their names, and the place of each.
pub fn signs(sentence: &str) -> Vec<(&'static str, Range<usize>)> {
    SIGNS.iter().filter_map(|sign| Some((sign.name, sign.find(sentence)?))).collect()
}

/// A text with signs of this weight says a part of the steps.
pub const PART: i32 = 4;

/// A text with signs of this weight may say them.
pub const DOUBT: i32 = 2;

/// The signs in prose. Their weights are whole numbers set by hand on the reports of four systems that other people
/// labelled; each sign speaks the same way in all four. A linear model over forty signs, trained on three of the systems,
/// found missing steps in the fourth with F1 .72; these find them with .77 over all four, .64 to .81 in each.
pub static SIGNS: LazyLock<Vec<Sign>> = LazyLock::new(|| {
    const TYPED: &str = r"run|ran|running|execut\w+|invok\w+|get to|typ(?:e|ed|ing)|search(?:ed|ing)? (?:\w+ )?for|filter(?:ed|ing)? (?:by|for)";
    const WHEN: &str = r"(?:when(?:ever)?|if|once|after|before|while|as soon as|every time|each time|until|as)";
    let sign = |name, weight, most, pattern: &str| Sign { name, weight, most, pattern: any_of(&[pattern]) };
    vec![
        sign("condition with a deed", 2, 2, &format!("{WHEN} {WHO} (?:{HANDS}|{DEEDS})")),
        sign("condition with a person", 1, 1, &format!("{WHEN} {WHO}")),
        sign("condition without a person", 1, 2, r"(?:when|while|after|upon|by) (?:\w+ly )?\w+ing"),
        sign("occasion of a deed", 1, 1, &format!("(?:when|while|after|upon|by) (?:{HANDS}|{DEEDS})")),
        sign(
            "deed",
            1,
            2,
            &format!(
                "(?:I|we)(?:'ve|'m|'re| have| am| are| was| were| had)?(?: just| then| also| now| only| simply| first| recently)? (?:{HANDS}|{DEEDS})"
            ),
        ),
        sign("gesture", 1, 1, &format!(r"{WHO} (?:\w+ )?(?:{HANDS})")),
        sign("attempt", 2, 1, r"(?:trying|tried|attempt\w*) to"),
        sign(
            "event",
            2,
            1,
            r"(?:on|after|upon|during|before) (?:save|login|logout|startup|start|restart|reboot|shutdown|upgrade|update|installation|deletion|refresh|click|load)",
        ),
        // Whoever quotes what was typed, or names the program and its task, leaves little to guess.
        sign(
            "named command",
            2,
            1,
            &format!(
                r"{WHEN} (?:{WHO} )?(?:{TYPED}) (?:the (?:command )?)?□|{WHEN} (?:{WHO} )?(?:{TYPED}) (?:{PROGRAMS}) [\w./-]+"
            ),
        ),
        sign(
            "setting",
            4,
            1,
            r"(?:when|whenever|if|once|while|as soon as) (?:the|an?|my|its|this) (?:\w+ ){1,3}(?:is|are) (?:set to|switched (?:on|off)|turned (?:on|off)|selected|ticked)",
        ),
        Sign { pattern: opening(&[COMMAND]), ..sign("command", 2, 1, "") },
        // "Help -> Contents": whoever names the way through a menu says where to click.
        sign("menu", 3, 1, r"(?-i:[A-Z])\w*['\x22]? ?(?:-+>|>|\x{2192}|=>|\x{bb}) ?['\x22]?(?-i:[A-Z])\w+"),
        sign("order", 1, 1, "then|afterwards|subsequently"),
        sign(
            "exhibit",
            1,
            1,
            r"(?:following|this|below|simple|next|attached) (?:\w+ ){0,2}(?:code|config(?:uration)?|examples?|snippet|program|script|commands?|setup|tests?|quer(?:y|ies)|mappings?|class(?:es)?|sql|entit\w+|file|test ?case|scenario|structure)",
        ),
        // Where a text says how things should be, its conditions are as often the cases of a wish.
        sign("norm", -1, 1, r"should|must|needs? to|would be|propos\w+|suggest\w*"),
    ]
});

#[cfg(test)]
mod tests {
    use super::SIGNS;

    /// The names of the signs in a sentence.
    fn names(sentence: &str) -> Vec<&'static str> {
        SIGNS.iter().filter(|sign| sign.find(sentence).is_some()).map(|sign| sign.name).collect()
    }

    #[test]
    fn an_occasion_is_told_in_many_ways() {
        assert_eq!(names("It fails after saving"), ["condition without a person", "occasion of a deed"]);
        assert_eq!(names("It fails on startup"), ["event"]);
        assert_eq!(names("The list is empty"), [""; 0]);
        assert!(names("If I define a role without it, the list is empty").contains(&"condition with a deed"));
        assert!(names("Select \"Pay out\" on a phone").contains(&"command"));
        assert!(names("The page is blank when I open a report").contains(&"condition with a deed"));
        assert!(names("Yesterday we upgraded the server").contains(&"deed"));
        assert_eq!(names("File > Export as shows two lists"), ["menu"]);
        assert!(!names("The result is a -> B, or x > Y").contains(&"menu"));
        assert!(names("The button should be grey").contains(&"norm"));
    }
}

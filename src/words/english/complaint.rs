//! Reports that are nothing but a complaint: "The export is broken again, please fix it." They are known by all of their words.

use std::sync::LazyLock;

use super::courtesy;
use crate::words::list::is_among;
use crate::words::pattern::{Pattern, in_pieces};

/// What may go before a complaint.
const GREETING: &str = r"^\W*(?:(?:hi|hey|hello)(?: all| there| team| everyone)?\W+)?";

/// How long, and for whom.
const EXTENT: &str = r"(?: (?:again|anymore|any more|now|today|still|for me|on my (?:machine|computer|laptop|pc|phone|side|end)|at all|completely|all the time))*";

/// Asks that go with every complaint.
const PLEA: &str = r"(?:is (?:it|this) just me|(?:can|could) (?:someone|somebody|anyone|you)(?: please)? (?:check|help|fix|look|take a look|have a look)(?: (?:it|this|into it|into this|at it|at this))?|any ?(?:one|body)(?: else)?(?: (?:seeing|having|see|have) (?:it|this|the same))?|any ideas?|help)";

/// What may go behind a complaint, up to a plea, which ends it.
const END: &str = concat!(
    r"(?:[ ,.!;\x{2013}\x{2014}-]+(?:please|pls|plz|kindly)(?: (?:fix|help|check|look|look into|have a look|take a look))?",
    r"(?: (?:it|this|at it|at this|into it|into this))?(?: (?:asap|soon|quickly|urgently))?|[ ,.!;\x{2013}\x{2014}-]+",
);

/// A thing, that it fails, and a plea at most. Who says more says what happens, or does something about it.
static COMPLAINT: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        GREETING,
        r"(?:(?:the|our|my|your|this|all) )?(?:[a-z][\w/-]* ){0,2}[a-z][\w/-]*",
        r"(?: (?:(?:is|are|seems?(?: to be)?|looks?|keeps?|just|got)(?: (?:still|now|again|totally|completely|all|somehow|currently))? (?:broken|busted|down|failing|crashing|unusable|buggy|not working)",
        r"|(?:(?:just|still|now|always|suddenly) )?(?:crashes|crashed|fails|failed|breaks|broke|hangs|freezes|stopped working)",
        r"|(?:(?:still|just|suddenly) )?(?:does|do)(?: not|n['\x{2019}]t) work))",
        EXTENT,
        END,
        PLEA,
        r")?\W*$",
    ])
});

/// The same as people type it in haste: "it's broken", "still not working", "prod down". "Slow down" is none: the things that
/// are down are told by name.
static HASTY: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        GREETING,
        r"(?:(?:it|this|everything)(?:'s| is)(?: (?:still|now|again|all|totally|completely|just))? (?:broken|busted|down|failing|crashing|not working)",
        r"|(?:(?:it|this|everything) )?(?:(?:still|just|suddenly) )?(?:does(?: not|n't|nt)|do(?:n't|nt)) work",
        r"|(?:still )?not working|(?:still|again) broken|nothing (?:works|is working|happens)",
        r"|(?:(?:the|our|my) )?(?:prod|production|staging|site|website|servers?|db|database|api|login|checkout|app|build|ci|pipeline|vpn|wi-?fi|internet|network|cluster|search|export|import|upload|dashboard) (?:(?:is|are) )?(?:(?:still|again) )?(?:down|broken|dead|busted|not working))",
        EXTENT,
        END,
        PLEA,
        r")?\W*$",
    ])
});

/// A plea as a sentence of its own.
static ALSO: LazyLock<Pattern> = LazyLock::new(|| in_pieces(&[r"^\W*", PLEA, r"\W*$"]));

/// Words of which an issue is made that says nothing: it fails, and somebody is to help. A word that is not among them may be
/// a name.
const EMPTY: &str = "\
    a afternoon again all also am an and any anybody anyone anything are as at bad be been broken bug bugs but can can't cannot cant \
    could crash crashed crashes crashing did didn't didnt do does doesn't doesnt don't dont error errors even everything \
    fail failed failing fails fix for get gets getting give gives had happen happened happens has have hello help hey hi how \
    i i'm i've idea if im in is isn't isnt issue issues it it's its just keeps know last me morning my need needs night no nobody \
    not nothing now \
    of ok on or please pls plz problem problems question questions really same seems should since slow so solve some somebody \
    someone something sometimes still stopped stuff suddenly thank thanks that the there thing things this to today trouble \
    tried try trying understand urgent use used using very want was we week well what what's when whole why will with won't \
    wont work worked working works wrong yesterday you your";

/// Of these, words that say that something is not as it should be.
const FAULTS: &str = "\
    bad broken bug bugs can't cannot cant crash crashed crashes crashing didn't didnt doesn't doesnt don't dont error errors \
    fail failed failing fails isn't isnt issue issues not nothing problem problems slow stopped trouble won't wont wrong";

/// Words of one of the lists, in a sentence.
fn plain_words(sentence: &str) -> impl Iterator<Item = String> + '_ {
    let words = sentence.split_whitespace().map(|it| it.trim_matches(|it: char| it.is_ascii_punctuation()));
    words.filter(|it| !it.is_empty()).map(|it| it.to_lowercase().replace('\u{2019}', "'"))
}

/// Whether a sentence of an issue is made of words alone that fit every fault and every question.
pub fn is_empty(sentence: &str) -> bool {
    plain_words(sentence).all(|it| is_among(EMPTY, &it) || !it.contains(char::is_alphanumeric) && it != "\u{fffc}")
}

/// Whether such a sentence complains.
pub fn names_fault(sentence: &str) -> bool {
    // "Not a bug", "no problem".
    let lower = sentence.to_ascii_lowercase();
    let is_denied = ["not a ", "no ", "not an "].iter().any(|it| lower.starts_with(it));
    !is_denied && plain_words(sentence).any(|it| is_among(FAULTS, &it))
}

/// Whether such a sentence asks.
pub fn asks(sentence: &str) -> bool {
    const ASKS: &str = "help how question questions what why";
    sentence.contains('?') || plain_words(sentence).any(|it| is_among(ASKS, &it))
}

/// Words that make the subject a clause, or the complaint an answer.
const SAYS_MORE: &[&str] =
    &["if", "when", "not", "nothing", "what", "why", "who", "where", "it's", "that", "which", "fixed"];

/// Whether a sentence is nothing but a complaint.
pub fn is_all(sentence: &str) -> bool {
    const LONGEST: usize = 120;
    let says_more = || {
        let words =
            sentence.split_whitespace().map(|it| it.trim_matches(|it: char| !it.is_alphanumeric() && it != '\''));
        words.take(4).any(|word| SAYS_MORE.iter().any(|it| word.eq_ignore_ascii_case(it)))
    };
    sentence.len() <= LONGEST && (HASTY.is_match(sentence) || COMPLAINT.is_match(sentence) && !says_more())
}

/// Whether a sentence adds nothing to a complaint.
pub fn is_beside(sentence: &str) -> bool {
    courtesy::says_nothing(sentence) || courtesy::fits_every_change(sentence) || ALSO.is_match(sentence)
}

#[cfg(test)]
mod tests {
    use super::{asks, is_all, is_beside, is_empty, names_fault};

    #[test]
    fn a_thing_fails_and_nothing_else_is_said() {
        for text in [
            "The export is broken again, please fix it.",
            "prod is down",
            "it is broken again, please fix",
            "App crashes.",
            "Login doesn\u{2019}t work anymore!",
            "it's broken",
            "It's not working, is it just me?",
            "doesn't work",
            "dont work plz help",
            "nothing works",
            "still not working!!",
            "prod down",
            "prod down, please look into it",
            "Login broken",
            "Deploy failed, can someone check?",
        ] {
            assert!(is_all(text), "{text}");
        }
        for text in [
            "The export is broken again: after \"Export all\" the file ends.",
            "The build is broken, I'm on it",
            "Staging is down for maintenance until noon",
            "Deploys fail with E4031",
            "prod was down",
            "The app crashes when I rotate my iPad",
            "If it breaks, please fix it",
            "Login fails on Android 13",
            "That is broken",
            "Break the list down",
            "Slow down",
            "That's broken",
            "It's broken since the upgrade to 3.4",
            "It's working",
            "Nothing works on Android 13",
            "no problem",
        ] {
            assert!(!is_all(text), "{text}");
        }
    }

    #[test]
    fn an_issue_may_be_made_of_words_that_fit_every_fault() {
        for text in ["It just does not work. Please fix.", "Nothing happens", "very slow", "it works but it DONT!!"] {
            assert!(is_empty(text) && names_fault(text), "{text}");
        }
        assert!(is_empty("I need help with this") && !names_fault("How do I use this?"));
        assert!(asks("I need help with this") && !asks("It works now") && !names_fault("Not a bug"));
        for text in ["Fails with E4031 on Android 13", "The menu is slow", "Nothing happens on save", "\u{fffc} fails"]
        {
            assert!(!is_empty(text), "{text}");
        }
        assert!(is_beside("Is it just me?") && is_beside("Anyone else seeing this?") && !is_beside("Is it the pool?"));
    }
}

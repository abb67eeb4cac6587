//! Lists of verbs, by what it means that something is to be done: who says "should" of which, and whether it is work.

use crate::words::list::is_among;

/// What everybody may do for themselves, or reads for their own good.
pub(super) const TO_READERS: &str = "apply attend catch check come decide consider enjoy feel find follow get give join let look note read register remember say see show sign \
    subscribe talk think try understand use vote wait want welcome go keep hold take thank help have";

/// Labels over what is wanted, and not yet to be done.
pub(super) const OF_AIMS: &str = "goal goals objective objectives aim aims purpose idea ideas proposal option options question issue problem why what \
    how previously background context motivation status text details motion";

/// What a text does, or an argument: "we should note", "we need to understand why".
pub(super) const OF_TALK: &str = "see note think understand find know use say get go come wait want support allow avoid accept have treat \
    assume expect try hold consider care believe tell show learn recommend mention remember remind pick skip revisit talk discuss meet announce";

/// Orders that are as often a state or a name: "open for three weeks", "pull request", "book club".
pub(super) const OF_STATES: &str = "open pull book wrap clean complete own secure close build call ask";

/// What everybody may have to do in an argument: "so everyone must agree".
pub(super) const OF_ARGUMENT: &str =
    "agree accept understand know learn use support see have be get run upgrade wait avoid";

/// The same behind "we should", where "we will" is a promise: "we will keep an eye on it".
pub(super) const OF_OPINION: &str = "make take look keep stop continue be decide move proceed go";

/// Verbs of design: "need to track the original value" says what a program does.
pub(super) const OF_DESIGN: &str = "track use support handle store expose extend increase reduce lower limit switch replace allow set include \
    measure read run give pass import convert compile link connect bump keep understand make wait";

/// What a meeting does with a topic, and what it says of it: "skip for this week", "propose to wait".
pub(super) const OF_MEETINGS: &str = "skip defer postpone propose suggest discuss meet move continue agree support talk push drop table proceed punt roll cancel resume";

/// Work that is as a rule somebody's, where nothing says by when.
pub(super) const OF_OFFICE: &str = "announce ask assign circulate clarify collect confirm contact create document draft email file finalize follow \
    gather invite nominate notify open organize ping post prepare publish reach release remove rename report revert review \
    schedule send share submit summarize sync tag update upload verify write investigate reopen coordinate \
    add define deprecate determine develop merge port record inform arrange apply setup pr check migrate";

/// What happens to a topic by itself: "should land next week" tells of it.
pub(super) const OF_ITSELF: &str = "kick land ship launch start finish complete close merge release work help resolve improve stop continue \
    support allow go come hold get know see have require unblock need involve depend mean affect break cause restore think wonder provide learn try consider prevent take remember ensure";

/// Whether a label stands over what is wanted: "Goals", "Proposal:".
pub fn is_aim(label: &str) -> bool {
    const LONGEST: usize = 40;
    label.len() <= LONGEST && is_among(OF_AIMS, label.trim_end_matches(':').to_lowercase().as_str())
}

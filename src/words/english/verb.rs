//! Verbs that open a task. English has no ending for an order, so there is a list, and a look at the next word for
//! those that are nouns as often: "release notes", "update on".

use std::sync::LazyLock;

use foldhash::HashSet;
use memchr::memchr;

/// In the form of an order.
static VERBS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "accelerate acknowledge adapt add address adjust adopt agree align allow analyse analyze annotate announce \
    append apply approach approve archive arrange ask assess assign assist attach attempt attend audit automate \
    backfill backport backup begin benchmark bisect block book brainstorm bring bring-up build bump buy \
    calculate call cancel cap capture catch categorize celebrate centralize change chase check check-in choose \
    circulate clarify clean cleanup clone close codify collect combine come commit communicate compare compile \
    complete compose conclude conduct configure confirm connect consider consolidate consult contact continue contribute \
    convert coordinate copy cordon correct create cull customize cut debug decide decommission deduplicate \
    define delegate delete deliver demonstrate deploy deprecate deprovision describe design destroy detail \
    determine develop diagnose dig disable discuss distribute document double-check downgrade draft drive drop \
    duplicate edit eliminate email enable encourage encrypt enforce engage enhance ensure escalate establish \
    estimate evaluate examine execute expand experiment explain explore export expose extend extract familiarise \
    familiarize fetch figure file fill finalise finalize find finish fix flesh follow follow-up formalize format \
    formulate forward gate gather generate get give go grab grant group guard handle hard-refresh harden hash \
    help hire hold hook host hunt identify implement import improve include incorporate increase inform initiate \
    inspect install instrument integrate introduce investigate invite isolate iterate join justify keep kick \
    land launch lead learn liaise limit link list look loop lower maintain make manage map mark measure meet \
    merge message migrate mirror mitigate modify monitor move negotiate nominate normalize notify nudge obtain \
    offboard offer onboard open optimize order organise organize outline outreach own pair parse patch pay \
    perform pick pin ping pitch plan poll populate port post postpone pr prepare present prevent print \
    prioritise prioritize proceed process produce profile promote propose prototype provide provision prune \
    publish pull purchase purge push put raise ratify re-evaluate re-open re-review re-run reach read reassess \
    reassign rebase reboot rebuild recalculate recheck reclaim recommend reconfigure reconsider record recover \
    recreate recruit redesign redirect redo reduce refactor refine refresh regenerate register reindex reinstall reject \
    release reload remediate remind remove rename renew reopen reorder reorganize repair repeat rephrase replace \
    replicate reply report reprocess reproduce request require rerun reschedule research resend reset resize \
    resolve respond restart restore restrict restructure resume resync retest rethink retire retrieve retry \
    return reuse revert review revise revisit revoke rework rewrite roll rotate run scan schedule scope script \
    search secure see seek select send set settle setup share ship shorten show shrink shut sign simplify skip \
    socialize solicit solve sort specify spin split sponsor squash stabilize stage standardize start stop \
    streamline strengthen stub study submit subscribe suggest summarise summarize support surface survey swap \
    switch sync synchronize synthesize tackle tag take talk teach tell test think throttle tidy tighten touch \
    trace track train transcribe transfer transition translate triage trim try tune turn tweak unblock \
    understand undo unify unpin update upgrade upload upstream use validate verify vote wait walk warn watch \
    whitelist wipe work wrap write"
        .split_ascii_whitespace()
        .collect()
});

/// As often a noun.
static ALSO_NOUNS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "address approach audit backup benchmark block build call capture change check check-in commit conduct contact cut deal design detail \
    document draft drive drop edit estimate experiment figure file fix follow-up format gate group hash help host launch lead limit \
    link list map measure mention message mirror monitor offer order outline outreach pair patch pitch plan poll \
    port post pr present print process profile prototype purchase record redesign release report request research reset \
    return review rework scan schedule scope script search share sign stage start study support surface survey \
    swap switch sync tag talk test touch trace track transfer transition triage update upgrade use vote watch work"
        .split_ascii_whitespace()
        .collect()
});

/// What stands behind a noun and not behind an order.
static AFTER_A_NOUN: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "and are by for from had has in is items list meeting needed notes of on or plan plans process report status team \
    was were with"
        .split_ascii_whitespace()
        .collect()
});

/// Words in "-ing" that begin the object of an order: "review existing alerts".
static STILL_OBJECTS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "anything everything existing failing following missing outstanding pending remaining"
        .split_ascii_whitespace()
        .collect()
});

/// Whether the first word orders something: "Merge …", "Look at …".
pub fn opens(text: &str) -> bool {
    let (verb, next) = first_words(text);
    let follows_noun = || {
        let next = next.to_lowercase();
        AFTER_A_NOUN.contains(next.as_str()) || next.ends_with("ing") && !STILL_OBJECTS.contains(next.as_str())
    };
    // "Redesign and rewrite it"
    let begins_two =
        || next.eq_ignore_ascii_case("and") && third_word(text).is_some_and(|it| is_verb(it) && !is_also_noun(it));
    // "Start working on it"
    let begins_work = || next.ends_with("ing") && ["start", "stop"].iter().any(|it| verb.eq_ignore_ascii_case(it));
    is_verb(verb) && !next.is_empty() && (!is_also_noun(verb) || !follows_noun() || begins_work() || begins_two())
}

/// Whether a text begins with an order, behind the name of who speaks too: "Ada: merge …".
pub fn opens_order(text: &str) -> bool {
    opens(text) || text.rsplit_once(": ").is_some_and(|(_, said)| opens(said))
}

/// Whether the first word is such a verb in "-ing", as titles of tasks begin: "Restoring …".
pub fn opens_in_ing(text: &str) -> bool {
    let (first, next) = first_words(text);
    let Some((stem, ending)) = first.split_at_checked(first.len().saturating_sub("ing".len())) else { return false };
    if !ending.eq_ignore_ascii_case("ing") || stem.is_empty() || next.is_empty() {
        return false;
    }
    let doubled = stem.as_bytes().last_chunk::<2>().is_some_and(|[a, b]| a.eq_ignore_ascii_case(b));
    is_verb(stem) || is_verb(&format!("{stem}e")) || doubled && stem.get(..stem.len() - 1).is_some_and(is_verb)
}

/// Whether the first word can only be a verb here, behind "will" or "to".
pub fn follows(text: &str) -> bool {
    is_verb(first_words(text).0)
}

/// Whether the first word orders something and is no noun besides: what follows need not be looked at.
pub fn opens_surely(text: &str) -> bool {
    let (verb, next) = first_words(text);
    is_verb(verb) && !next.is_empty() && !is_also_noun(verb)
}

/// The same of a verb in "-ing" too, as behind "will be".
pub fn follows_in_any_form(text: &str) -> bool {
    follows(text) || opens_in_ing(&format!("{text} it"))
}

/// Whether a word is such a verb as somebody else's doing is told with: "sends", "fixes", "carries".
pub fn is_of_third_person(word: &str) -> bool {
    let Some(stem) = word.strip_suffix('s').filter(|it| it.len() > 1) else { return false };
    let of_y = || stem.strip_suffix("ie").map(|it| format!("{it}y"));
    is_verb(stem) || stem.strip_suffix('e').is_some_and(is_verb) || of_y().is_some_and(|it| is_verb(&it))
}

/// The second one is empty where there is none.
fn first_words(text: &str) -> (&str, &str) {
    let text = text.trim_start_matches(|it: char| !it.is_alphanumeric());
    let cut = |text: &str| memchr(b' ', text.as_bytes()).unwrap_or(text.len());
    let (first, rest) = text.split_at(cut(text));
    let second = rest.get(1..).unwrap_or_default();
    (first.trim_end_matches(['.', ',']), &second[..cut(second)])
}

fn third_word(text: &str) -> Option<&str> {
    text.trim_start_matches(|it: char| !it.is_alphanumeric()).split(' ').nth(2)
}

/// One verb, or one of two: "fix/close".
fn is_verb(word: &str) -> bool {
    is_in(&VERBS, word.split('/').next().unwrap_or_default())
}

fn is_also_noun(verb: &str) -> bool {
    is_in(&ALSO_NOUNS, verb)
}

/// More bytes than any of these words has.
const LONGEST: usize = 16;

/// Whether a word, in any case, is in a list of verbs.
fn is_in(verbs: &HashSet<&str>, word: &str) -> bool {
    let mut small = [0; LONGEST];
    let Some(small) = small.get_mut(..word.len()) else { return false };
    small.copy_from_slice(word.as_bytes());
    small.make_ascii_lowercase();
    std::str::from_utf8(small).is_ok_and(|it| verbs.contains(it))
}

#[cfg(test)]
mod tests {
    use super::{ALSO_NOUNS, LONGEST, VERBS, opens, opens_in_ing, opens_order};

    #[test]
    fn an_order_stands_behind_its_speaker_too() {
        assert!(opens_order("Merge the branch") && opens_order("Ada: merge the branch"));
        assert!(!opens_order("Ada: the branch") && !opens("Ada: merge the branch"));
    }

    #[test]
    fn no_verb_is_too_long_to_be_looked_up() {
        for word in VERBS.iter().chain(ALSO_NOUNS.iter()) {
            assert!(word.len() <= LONGEST, "{word}");
        }
    }

    #[test]
    fn an_order_is_not_a_noun() {
        assert!(opens("Release the new version") && opens("review existing alerts") && opens("Fix/close the old ones"));
        assert!(opens_in_ing("Restoring a backup") && opens_in_ing("Running it") && opens_in_ing("Setting up"));
        assert!(!opens_in_ing("Morning routine") && !opens_in_ing("Testing"));
        assert!(
            opens("Start working on the form")
                && opens("Detail how it is done")
                && opens("Review and explain it")
                && !opens("Start of the week")
        );
        assert!(
            !opens("Release notes for 2.0")
                && !opens("Update on the migration")
                && !opens("Review and release meeting")
                && !opens("Support")
        );
    }
}

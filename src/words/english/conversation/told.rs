//! What came of a talk, beside the place that recalls it: then its place is lost, and not its content.

use std::sync::LazyLock;

use crate::words::list::is_among;
use crate::words::near::{self, ahead};
use crate::words::pattern::{Match, Pattern, any_of, in_pieces, opening};

static OUTCOME: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:outcome|result|conclusion|because|(?:decided|agreed) (?:to|that|on|against)|the reason|summary|tl;?dr|(?:consensus|agreement) (?:is|was)|summari[sz]ed?|written (?:up|down)|recorded|documented|posted|no (?:\w+ ){0,2}(?:object\w+|concerns)|still open|chosen (?:not )?to|reproduced|recap|here(?: are|'s| is) (?:my|the|our|what))(?-u:\b)",
    ])
});

/// A sentence that begins with what was found or settled.
static OPENS_OUTCOME: LazyLock<Pattern> = LazyLock::new(|| {
    opening(&[
        r"(?:we|they|it|he|she|i|both|all|everybody|everyone|(?:the )?(?:team|teams|group|board|council|committee|developers|participants|editors|maintainers))(?: \w+ly| have| had| also| all| was| were)* (?:agreed|decided|concluded|found|settled|approved|landed on)",
        r"(?:the )?(?:general |broad |rough |main |vote |final )?(?:agreement|consensus|conclusions?|outcome|verdict|result|resolution|upshot|gist)",
        r"in short|in summary|to sum up|so the plan",
    ])
});

/// Behind a talk, in its own sentence: "discussed in Slack, will not be renamed".
static BEHIND: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"^[^.;,:\u{2013}\u{2014}-]{0,40} ?(?:[,:\u{2013}\u{2014}-]+| and| but) (?:and |so |we |they |it |i |he |she ){0,2}(?:will|won't|shall|are going to|is going to|decided|agreed|settled|no|yes)(?-u:\b)",
    ])
});

/// The same, whatever leads to the talk: "as discussed in Slack, this makes it easier to …", "it was discussed in the call and
/// we believe that …" give the judgement with its reason.
static JUDGED: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"^(?: [\w']+)?(?: [\w']+)?,? (?:and )?(?:(?:we|i) (?:believe|concluded|think) |my (?:intuition|view|understanding|opinion|impression) (?:is|was) |the answer (?:is|was) |(?:it's|its|it is) (?:\w+ )?(?:not )?worth \w+ing |(?:(?:this|that|it) )?(?:will |would )?makes? it (?:easier|harder|faster|safer|possible) )",
    ])
});

/// What somebody said there, whatever leads to it: "in an offline conversation, Bo pointed out that the tables differ", "we
/// discussed offline that they stay".
static REPORTED: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"^ that \S+ \S+ \S|^[^.;:]{0,40}?(?-u:\b)(?:pointed out|said|told (?:me|us)|noted|explained|confirmed|clarified|argued|suggested|mentioned|reported) (?:that|to) (?:\S+ ){2}",
    ])
});

/// "Discussed offline, but the limit is the number of cores."
static LIMITED: LazyLock<Pattern> = LazyLock::new(|| in_pieces(&[r"^,? but (?:\S+ ){3}"]));

/// A call has notes of its own: that the sentence goes on about the matter is enough.
static GOES_ON: LazyLock<Pattern> =
    LazyLock::new(|| in_pieces(&[r"^[^.;:]{0,40}?(?:,| and| but| [\x{2013}-]) [\w']+ [\w']+ [\w']+ [\w']+"]));

/// Before a talk: what follows it is done, and only the reason is lost.
static LEANING: LazyLock<Pattern> =
    LazyLock::new(|| in_pieces(&[r"(?-u:\b)(?:as|like|per|was|were|what)(?: \w+){0,3} ?$"]));

/// "After talking offline, we have concerns."
static AFTERWARDS: LazyLock<Pattern> = LazyLock::new(|| in_pieces(&[r"(?-u:\b)after(?: \w+){0,2} ?$"]));

/// Before "talked" these say who did. A log of what somebody did all day leaves them out.
static SUBJECT: LazyLock<Pattern> = LazyLock::new(|| in_pieces(&[r"[\w)] ?$"]));

/// Beside a link to a chat: the text itself goes on, and the chat has the rest.
static MORE: LazyLock<Pattern> =
    LazyLock::new(|| in_pieces(&[r"(?-u:\b)(?:more|further|additional(?:ly)?|also|full)(?-u:\b)"]));

static REASON: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:because|as (?:there|it|they|we|this)|since|due to|so that|in order to|therefore|leads? to|led to|leading to)(?-u:\b)",
    ])
});

/// Whether the sentence of a talk also says what came of it.
pub fn has_outcome(sentence: &str) -> bool {
    // "Post a comment that summarises what was said offline."
    static SUMMED_UP: LazyLock<Pattern> = LazyLock::new(|| {
        any_of(&[
            r"summari[sz](?:e|es|ing)|write up|writes up|off-?line and (?:present|report|bring|share|post)(?:s|ing)?",
        ])
    });
    // "Agreed on the phone": where, and not what.
    const PLACES: &[&str] = &[" the phone", " a call", " the call", " our call", " slack", " zoom", " irc", " discord"];
    let is_place = |found: &Match| {
        let rest = ahead(&sentence[found.end()..]).to_ascii_lowercase();
        found.as_str().ends_with(" on") && PLACES.iter().any(|it| rest.strip_prefix(it).is_some_and(ends_word))
    };
    OUTCOME.find_iter(sentence).any(|found| !is_place(&found)) || SUMMED_UP.is_match(sentence)
}

/// "On the phone," and not "on the phone number".
fn ends_word(rest: &str) -> bool {
    let next = rest.trim_start().split(' ').next().unwrap_or_default();
    !rest.starts_with(' ') || is_among("that and with but yesterday today earlier this last we i it", next)
}

/// Whether a sentence behind a talk says what came of it; with `first`, only if it begins with that.
pub fn tells_outcome(sentence: &str, first: bool) -> bool {
    OPENS_OUTCOME.is_match(sentence) || !first && OUTCOME.is_match(sentence)
}

/// Whether a sentence says what was found, settled or put forward in the end.
pub fn tells_proposal(sentence: &str) -> bool {
    static PROPOSAL: LazyLock<Pattern> = LazyLock::new(|| {
        any_of(&[
            r"(?:is|was|are|were|been|be) (?:\w+ly )?(?:proposed|accepted|agreed|approved|chosen|settled|rejected|withdrawn|adopted) (?:as|to|by|for|with|that)",
        ])
    });
    PROPOSAL.is_match(ahead(sentence)) || tells_outcome(sentence, true)
}

/// Whether the rest of a sentence, behind the talk that it recalls, says what came of it.
pub fn is_told_behind(before: &str, rest: &str, is_call: bool) -> bool {
    let rest = ahead(rest);
    // "Confirmed with them in the chat that they are in"
    static THEY: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^(?: that)? (?:they|he|she)(?:['\x{2019}](?:re|s|ll|d)| are| is| will| would| can| want| wants) [a-z]",
        ])
    });
    let is_told = BEHIND.is_match(rest) || is_call && GOES_ON.is_match(rest) || says_what(rest) || THEY.is_match(rest);
    is_told && !LEANING.is_match(near::behind(before)) || JUDGED.is_match(rest)
}

/// Whether the rest of a sentence tells what somebody said in the talk.
pub fn is_reported(rest: &str) -> bool {
    REPORTED.is_match(ahead(rest)) || LIMITED.is_match(ahead(rest))
}

/// Whether a sentence behind a bare "discussed offline" says what its writer does now.
pub fn tells_next_step(sentence: &str) -> bool {
    static STEP: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^\W*(?:so )?(?:i|we)(?:'ll| will|'m going to| am going to|'re going to| are going to) (?:[\w-]+ ){3}",
        ])
    });
    STEP.is_match(sentence)
}

/// "On the phone: she wants the refund today".
fn says_what(rest: &str) -> bool {
    const FARTHEST: usize = 40;
    const FEWEST: usize = 4;
    let Some((led, said)) = rest.split_once(": ").filter(|(led, _)| led.len() <= FARTHEST) else { return false };
    let mut words = said.split_whitespace();
    let is_who = words.next().is_some_and(|it| is_among("he she they we it i", &it.to_lowercase()));
    is_who && !led.contains(['.', ';', ',', ':']) && words.count() + 1 >= FEWEST
}

/// Whether what was said stands right behind a talk: "in private - the answers are …".
pub fn is_said_at_once(rest: &str) -> bool {
    const WORDS: usize = 5;
    let said = [" - ", " \u{2013} ", " \u{2014} "].iter().find_map(|it| rest.strip_prefix(it));
    said.is_some_and(|it| it.split_whitespace().nth(WORDS).is_some())
}

/// Whether a sentence tells what somebody thinks after a talk.
pub fn is_told_afterwards(before: &str, rest: &str) -> bool {
    AFTERWARDS.is_match(near::behind(before)) && rest.starts_with(", ")
}

/// "It should show as resolved in the chat", "no context that was given offline", "if it was just me, I would do it offline":
/// nothing that a reader misses was said.
static NO_TALK: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:shows?(?: up)? as (?:\w+ )?|if (?:it|this|that) (?:was|were) (?:just|only|up to) [^.;]{0,90}|(?:no|zero|any) context (?:that|which) (?:was|is) (?:\w+ )?|have been discussing (?:this|that|it) for [^.;]{0,60})$",
    ])
});

/// Whether the words of a talk say only how somebody spent a day: "spoke with him on IRC".
pub fn is_activity(before: &str, words: &str) -> bool {
    let begins = ["talked to", "talked with", "spoke to", "spoke with", "chatted with"];
    let (lower, led) = (words.to_ascii_lowercase(), before.to_ascii_lowercase());
    // "Committers participate in offline discussions" whenever there is one.
    let joins = ["participate in ", "take part in ", "join "];
    let is_any = lower.ends_with('s') && joins.iter().any(|it| led.ends_with(it));
    is_any
        || NO_TALK.is_match(near::behind(before))
        || begins.iter().any(|it| lower.starts_with(it)) && !SUBJECT.is_match(near::behind(before))
}

/// Whether a sentence says that what follows was taken from elsewhere.
pub fn is_source(sentence: &str) -> bool {
    static SOURCE: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[r"^\W*(?:(?:copied |taken |adapted |summari[sz]ed )?from|source|based on|(?:asked )?via)(?-u:\b)"])
    });
    SOURCE.is_match(sentence)
}

/// Whether a sentence says that there is more to read elsewhere.
pub fn is_more(sentence: &str) -> bool {
    MORE.is_match(sentence)
}

/// Whether a sentence says how trouble ended: "Fixed with the new hinge."
pub fn tells_remedy(sentence: &str) -> bool {
    static REMEDY: LazyLock<Pattern> =
        LazyLock::new(|| any_of(&[r"(?:fixed|resolved|mitigated|solved|reverted|rolled back) (?:with|by|in|via|to)"]));
    REMEDY.is_match(sentence)
}

/// Whether a sentence gives a reason in plain words.
pub fn gives_reason(sentence: &str) -> bool {
    REASON.is_match(sentence)
}

#[cfg(test)]
mod tests {
    use super::{has_outcome, is_activity, is_told_afterwards, is_told_behind, tells_outcome};

    #[test]
    fn what_came_of_a_talk() {
        for text in ["They agreed that it moves.", "General agreement was to wait.", "The conclusion: two of three."] {
            assert!(tells_outcome(text, true), "{text}");
        }
        assert!(has_outcome("Settled on Slack: agreed to wait.") && !has_outcome("Verdict: settled on Slack."));
        assert!(!tells_outcome("Settled on Slack.", false) && !tells_outcome("We talked because of it.", true));
        for rest in [
            " that they're in again.",
            ", will not be renamed.",
            " with Bo: no change.",
            " and there was not much support.",
        ] {
            assert!(is_told_behind("We ", rest, true) && !is_told_behind("As we ", rest, true), "{rest}");
        }
        assert!(!is_told_behind("", " and there was not much support.", false));
        assert!(
            is_told_behind("We ", ": she wants it back on her card.", false) && !is_told_behind("We ", ": ok.", false)
        );
        assert!(!is_told_behind("", ", as always.", true) && !is_told_behind("", " yesterday.", true));
        assert!(is_told_afterwards("After ", ", we have concerns.") && !is_told_afterwards("We ", ", and so on."));
        assert!(
            is_activity("Participate in ", "offline discussions") && !is_activity("we had ", "offline discussions")
        );
        assert!(is_activity("landed, ", "spoke with him on IRC") && !is_activity("Omar ", "spoke with him on IRC"));
    }
}

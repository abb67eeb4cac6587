//! Sentences that hold such a time and promise nothing by it: a user's story, a rule, a supposition, somebody's words.

use std::sync::LazyLock;

use super::leaning;
use crate::words::english::mood;
use crate::words::list::is_among;
use crate::words::near;
use crate::words::pattern::{Pattern, in_pieces};

/// Whether a sentence promises nothing, by what it is and by what stands around its time.
pub fn is_aside(sentence: &str, before: &str, after: &str) -> bool {
    // "At a future point would" supposes.
    is_mentioned(before)
        || is_of_persona(before)
        || is_spared(before)
        || is_either(before, after)
        || is_forecast(before)
        || is_of_any(before)
        || is_for_purpose(before)
        || is_enabled(before)
        || is_meaning(before)
        || is_told(after)
        || is_comforted(before)
        || is_left_room(before)
        || is_mocked(after)
        || is_content(before)
        || is_already(before, after)
        || is_of_conduct(before)
        || is_state(before)
        || leaning::is_one(before, after)
        || is_further_down(before)
        || is_granted(before)
        || is_of_third(sentence)
        || is_cut_short(sentence)
        || after.starts_with(", i.e")
        || [" would ", " we don't ", " we don\u{2019}t ", " we do not "].iter().any(|it| after.starts_with(it))
        || is_story_of_user(sentence)
        || is_rule(sentence)
}

/// "\"Coming soon, and by text meanwhile\" is that answer", "Template: Starting soon": what somebody reads elsewhere.
fn is_mentioned(before: &str) -> bool {
    before.trim_end_matches("coming ").ends_with(['"', '\u{201c}']) || before.contains("emplate: ")
}

/// "User is hungry, needs food soon", "a trend that needs attention soon"; "show a message indicating that it is coming soon":
/// what somebody is like, what is wished, and what others are shown.
fn is_of_persona(before: &str) -> bool {
    static PERSONA: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^\W*(?:the |an? )?(?:user|customer|visitor|shopper|buyer|persona)s? (?:is|are|feels?) [^.;]*(?:,| and| but) (?:needs?|wants?) (?:[\w'-]+ )+$",
            r"|(?-u:\b)needs? (?:[\w'-]+ )?attention $",
            r"|(?-u:\b)(?:message|banner|toast|text|badge|placeholder|tooltip|modal|pop-?up|splash screen)s? (?:(?:that|which) )?(?:indicat|say|stat|tell|read)(?:ing|es?|s) [^.;:]*$",
        ])
    });
    PERSONA.is_match(near::behind(before))
}

/// "It shows whether you are on call, will be soon, or not", "bills that are either due soon or late".
fn is_either(before: &str, after: &str) -> bool {
    before.contains("whether ") && after.contains(" or not") || before.contains("either ") && after.starts_with(" or ")
}

/// "This allows people to answer soon", "it allows the type to be determined later": what can be done, and nobody does it.
fn is_enabled(before: &str) -> bool {
    static ENABLED: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:allow|let|enable|permit)s? [^.;:]+ to (?:be )?[a-z]+(?: [^.;:,]*)?$",
            r"|(?-u:\b)(?:allow|enable|permit)s? (?:[\w'-]+ ){1,4}$",
        ])
    });
    // "We'll re-enable it soon": a switch, and somebody who turns it.
    static TURNED: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:i|we|they|he|she)(?:['\x{2019}]ll| will| plan to| intend to| are going to)(?: then| also)? (?:\(?re-?\)?-?)?enable (?:[\w'-]+ ){1,4}$",
        ])
    });
    ENABLED.is_match(before) && !TURNED.is_match(before)
}

/// "`pending`: data coming soon", "To do: these cards will be worked on soon", "a warning to signal that a door will be
/// removed", "the label signals that it is to be merged soon", "a mark which only indicates that a new one begins soon": what
/// a value means.
fn is_meaning(before: &str) -> bool {
    static SIGN: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)let(?:s|ting)? (?:them|him|her|people|users|everyone|others|somebody|someone) know (?:that )?(?:\w+ ){1,6}$|^\W*(?:this|that|it|the [\w-]+) (?:signals|indicates|signifies) that(?-u:\b)|(?-u:\b)(?:that|which) (?:just |only )?(?:signals|indicates|signifies) |(?-u:\b)to (?:signal|indicate) that (?:an?|any|some) [^.;:]*$|^\W*(?:to[ -]?do|(?:product |sprint )?backlog|icebox): (?:these|those) (?:issues|items|tasks|cards|tickets|stories|bugs)(?-u:\b)",
        ])
    });
    let is_value = before.trim_start().strip_prefix('\u{fffc}').is_some_and(|rest| rest.trim_start().starts_with(':'));
    is_value || SIGN.is_match(before)
}

/// "Don't worry, it will appear soon": nobody has to wait for it.
fn is_comforted(before: &str) -> bool {
    let led = before.trim_start_matches(|it: char| !it.is_alphabetic());
    let rest = ["Don't worry, ", "Don\u{2019}t worry, ", "Do not worry, "].iter().find_map(|it| led.strip_prefix(it));
    rest.is_some_and(|it| ["it ", "this ", "that ", "the "].iter().any(|word| it.starts_with(word)))
}

/// "It holds nothing yet, but it will soon": what comes, and after what, was said before.
fn is_cut_short(sentence: &str) -> bool {
    let said = near::behind(sentence).trim_end_matches(|it: char| !it.is_alphanumeric());
    said.ends_with(" will soon") || said.ends_with(" will shortly")
}

/// "A second writer (due to Rosa) soon followed": that was so.
fn is_told(after: &str) -> bool {
    const VERBS: &str = "followed became found realized realised discovered learned turned proved came grew got began started went led joined noticed";
    let next = after.trim_start().split(|it: char| !it.is_ascii_alphabetic()).next().unwrap_or_default();
    is_among(VERBS, next)
}

/// "Bills that are due soon", "cards that are coming soon", "Due soon", "All / overdue / due soon", "the token expires soon":
/// a state of each of them.
fn is_state(before: &str) -> bool {
    static STATE: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:he|she|they|who) (?:is|are|was|were) due to (?:leave|retire|go|depart|move|finish|end) $|(?-u:\b)(?:which|what|whose|each|every|any) [\w-]+ (?:is|are) due $|(?-u:\b)expir(?:es?|ing) $|(?:^|[/|,;(]) ?\W*due $|(?-u:\b)(?:that|which) (?:is|are) (?:due |coming )?$",
        ])
    });
    STATE.is_match(near::behind(before))
}

/// "As we shall see shortly": further down.
fn is_further_down(before: &str) -> bool {
    static REVEALED: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)as (?:we|you)(?: will|['\x{2019}]ll| shall) (?:see|reveal|show|learn|discuss|explain|discover|find out|describe|explore) ?$",
        ])
    });
    REVEALED.is_match(before)
}

/// "While I agree that it should land soon, …", "I expect the next family will be added soon", "I'll first take notes, and later
/// …", "I need to talk to them asap": granted, reckoned, in an order, or nobody's wait.
fn is_granted(before: &str) -> bool {
    static GRANTED: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:while|although|though|whereas) (?:i|we) (?:do |fully |totally )?(?:agree|understand|see|think|believe)(?-u:\b)[^.;,]*$",
            r"|(?-u:\b)(?:i|we) (?:expect|reckon|imagine|assume)(?: that)? (?:the|a|an|this|that|it|they|these|those|□|(?-i:[A-Z])[a-z]+ [\w.-]+)(?-u:\b)[^.;,]* will(?-u:\b)[^.;,]*$",
            r"|(?-u:\b)first (?:[^ .;]+ ){2,12}(?:and|then|but)(?: then)? $|(?-u:\b)(?:i|we) need to (?:talk|speak|chat) (?:to|with) [^.;,]*$",
        ])
    });
    GRANTED.is_match(before)
}

/// "A student has a table that she hopes to print soon": somebody who is made up.
fn is_of_third(sentence: &str) -> bool {
    static MADE_UP: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^\W*an? (?:[\w-]+ )?(?:post-?doc|student|researcher|scientist|developer|engineer|analyst|user|customer|client|visitor|player|patient|teacher|buyer|seller|colleague|manager) (?:has|is|was|wants|hopes|plans|needs)(?-u:\b)",
        ])
    });
    MADE_UP.is_match(sentence)
}

/// "Coming soon™", "coming soon (for three years now)": nobody waits any more.
fn is_mocked(after: &str) -> bool {
    static WAITED: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^(?:\x{2122}|\(tm\))|^ \((?:for|since) (?:about |over |more than |almost |nearly |the last )?(?:\d+|two|three|four|five|several|many) (?:years|months|weeks)(?-u:\b)|^ \(since \d\d\d\d",
        ])
    });
    WAITED.is_match(after)
}

/// "Show the plan over the next few weeks": the time that a picture is of.
fn is_content(before: &str) -> bool {
    static SHOWN: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^\W*(?:give|show|present|draw|sketch|include|outline|explain|describe) (?:an? |the |our |your )?(?:rough )?(?:time-?line|road-?map|schedule|plans?|outlook|calendar|overview) (?:over |for |of )?$",
        ])
    });
    SHOWN.is_match(before)
}

/// "What matters for us this week and in the near future": from now on.
fn is_already(before: &str, after: &str) -> bool {
    static NOW: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:now|today|currently|this (?:week|month|quarter|year|sprint)|at present) (?:and|or) (?:also )?$",
        ])
    });
    !after.contains(char::is_alphanumeric) && NOW.is_match(near::behind(before))
}

/// "Be patient: I will look at your change as soon as I have time": how it goes with each.
fn is_of_conduct(before: &str) -> bool {
    static PATIENCE: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^\W*(?:please )?be patient(?-u:\b)[^.;]* your (?:prs?|pull requests?|contributions?|change|patch(?:es)?|issues?|requests?|submissions?) $",
        ])
    });
    PATIENCE.is_match(before)
}

/// "It leaves room for them to be decided later", "please check back soon".
fn is_left_room(before: &str) -> bool {
    before.contains(" room for ") || before.ends_with("check back ")
}

/// "We believe that clients will need it soon", "it raises the chance that it is mended soon", "Ana thinks that they will have
/// more time soon", "Bad, because it needs …": how things may go, and nobody's promise.
fn is_forecast(before: &str) -> bool {
    static FORECAST: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:(?:(?:we|i) (?:believe|suspect|guess)|(?:we|i) expect (?:[a-z-]+ )?[a-z-]+s to(?-u:\b)|(?:i'm|i am|we are|we're) sure|(?:assum(?:e|es|ing|ption)|suppos(?:e|es|ing)) that|(?:you|they|people) think (?:that )?(?:we|it|they|you)|chances? (?:that|of))(?-u:\b)",
            r"|(?:(?:believe|think|suspect|predict|guesse)[sd]?|thought|expected) (?:that )?(?:they|he|she|people|users|most|many|[a-z]+s) |presumably |optimis(?:m|tic) (?:about|that) )[^.;]*$",
            r"|(?-u:\b)(?:(?:believe|think|suspect|predict|guesse)[sd]?|thought|expected) that $|^\W*(?:good|bad|neutral), because",
        ])
    });
    FORECAST.is_match(before) && !mood::promises_itself(before)
}

/// "Track all bugs that have to be fixed soon", "items that we want to work on in the near future": a sort of them is named.
fn is_of_any(before: &str) -> bool {
    static OF_ANY: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:[a-z-]+s|issue|bug|anything|everything|something) (?:that|which|who) (?:(?:we|they|you) (?:want|need|like|hope|would like)|(?:have|need) to|are (?:expected|likely|on track|planned|scheduled|supposed|meant)) [^.;:,]{0,60}$",
        ])
    });
    OF_ANY.is_match(before)
}

/// "To be able to detect it as soon as possible, the job is …": what for, and not what.
fn is_for_purpose(before: &str) -> bool {
    static PURPOSE: LazyLock<Pattern> =
        LazyLock::new(|| in_pieces(&[r"^\W*(?:in order )?to (?:be able to |help |make sure )?[a-z]+ "]));
    // Counted here: an expression that counts has a state for each letter.
    const LONGEST: usize = 90;
    PURPOSE.find(before).is_some_and(|it| {
        let rest = &before[it.end()..];
        !rest.contains([',', ';', ':']) && rest.chars().count() <= LONGEST
    })
}

/// "This avoids that they have to look at it again very soon": nobody does it.
fn is_spared(before: &str) -> bool {
    static SPARED: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[r"(?-u:\b)(?:avoids?|prevents?|saves?) (?:that|\w+ from|us|them|you|having to)(?-u:\b)"])
    });
    SPARED.is_match(before) && before.trim_end_matches("very ").ends_with(" again ")
}

/// Letters. More are no name of a user.
const LONGEST_USER: usize = 80;

/// "As an owner, I want to ship hosts that will be started at a later time": nobody promises what a user would do.
fn is_story_of_user(sentence: &str) -> bool {
    static STORY: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^\W*as (?:an?|the) (?P<user>[^.;]{2,}?), (?:i|we) (?:want|need|would like|'d like|can|should be able)(?-u:\b)",
        ])
    });
    let user = STORY.captures(sentence).and_then(|it| it.name("user").map(|it| it.as_str().chars().count()));
    user.is_some_and(|letters| letters <= LONGEST_USER)
}

/// "If a fix misses the release, another one will be built soon": that is always so. "Once it is approved, it will be merged
/// shortly" says after what.
fn is_rule(sentence: &str) -> bool {
    static RULE: LazyLock<Pattern> =
        LazyLock::new(|| in_pieces(&[r"^\W*(?:(?:if|when|whenever) (?:an?|any)(?-u:\b)|once [^.;,]{3,90},)"]));
    RULE.is_match(sentence)
}

#[cfg(test)]
mod tests {
    use crate::words::english::vague_promise::find;

    #[test]
    fn what_somebody_is_like_or_is_shown_is_no_promise() {
        for text in [
            "User is tired, needs a bed soon",
            "The trend is real and needs some attention soon.",
            "Show a message indicating the report is coming soon.",
            "Coming Soon (Stories 4.2-4.8):",
            "The school has flagged that they are due to leave soon.",
            "It shows which lesson is due soon.",
            "It is out of scope, but if demand for it grows, we will add it in a future release.",
            "Shall we talk soon on the layout of the tables?",
            "If not, give it ten minutes and it'll appear soon",
        ] {
            assert!(find(text).is_empty(), "{text}");
        }
        for text in [
            "Users need to be moved soon.",
            "Coming Soon (with Rosa):",
            "The message will be mended soon.",
            "We are due to leave the old host soon.",
            "We will talk soon on the layout of the tables.",
        ] {
            assert_eq!(find(text).len(), 1, "{text}");
        }
    }
}

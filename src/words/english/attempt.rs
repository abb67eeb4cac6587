//! How people say what they have tried or ruled out before they asked.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::pattern::{Match, Pattern, any_of};

static ATTEMPT: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:I|we)(?:'ve| have| also| had)? (?:\w+ )?(?:tried|tested|checked|searched|googled|looked (?:at|in|into|through|for|around)|followed|attempted|experimented|verified|confirmed|went through|ruled|reproduced|managed|fixed|debugged)|tried|tested|(?:I|we)(?:'m| am| was| were| have been|'ve been) (?:trying|looking (?:at|for|through)|currently)|I(?:'m| am) (?:currently )?using this|I (?:currently|can only|only get|end up|ended up)",
        r"(?:did|does|do|has|is)n't (?:help|work|seem|change|do the trick|show)|(?:did|does) not (?:help|work|seem|change|do the trick|show)|no (?:luck|success|effect|avail)|, (?:still )?no (?:change|difference|improvement)|made no difference|without (?:success|luck)|to no avail|(?:quick|google|web|forum) search|(?:have )?not been able to|can't (?:find|seem|get|figure)|couldn't (?:find|get|figure)|could not (?:find|get|figure)|cannot (?:find|get|figure)",
        r"works? (?:fine|well|ok|perfectly|locally|in|with|on|for|if|when|but)|it works|my (?:guess|understanding|attempt|first thought|experience)|(?:docs?|documentation|manual|readme|wiki|runbook) (?:say|says|led|suggests?|mentions?|only)|ruled out|workaround|work around|re-?trying|(?:can|still|green|fails?) (?:reproduce|locally|before)|that I can reach",
    ])
});

/// Where a sentence says what was tried.
pub fn find(sentence: &str) -> Option<Range<usize>> {
    // "We did not change anything" is the opposite of an attempt.
    let is_untouched = |it: &Match| {
        let before = sentence[..it.start()].trim_end().to_ascii_lowercase();
        it.as_str().ends_with("change") && before.split(' ').next_back().is_some_and(|who| matches!(who, "i" | "we"))
    };
    ATTEMPT.find_iter(sentence).find(|it| !is_untouched(it)).map(|found| found.range())
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn attempts_and_their_outcome() {
        assert!(find("I tried a second key").is_some());
        assert!(find("Restarting didn't help").is_some());
        assert!(find("Is there a second key?").is_none());
    }
}

//! How people say what they have tried or ruled out before they asked.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::pattern::{Pattern, any_of};

static ATTEMPT: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:I|we)(?:'ve| have| also| had)? (?:\w+ )?(?:tried|tested|checked|searched|googled|looked (?:at|in|into|through|for|around)|followed|attempted|experimented|verified|confirmed|went through|ruled|reproduced|managed|fixed|debugged)|tried|tested|(?:I|we)(?:'m| am| was| were| have been|'ve been) (?:trying|looking (?:at|for|through)|currently)|I(?:'m| am) (?:currently )?using this|I (?:currently|can only|only get|end up|ended up)",
        r"(?:did|does|do|has|is)n't (?:help|work|seem|change|do the trick|show)|(?:did|does) not (?:help|work|seem|change|do the trick|show)|no (?:luck|success|effect|avail)|without (?:success|luck)|to no avail|(?:quick|google|web|forum) search|(?:have )?not been able to|can't (?:find|seem|get|figure)|couldn't (?:find|get|figure)|could not (?:find|get|figure)|cannot (?:find|get|figure)",
        r"works? (?:fine|well|ok|perfectly|locally|in|with|on|for|if|when|but)|it works|my (?:guess|understanding|attempt|first thought|experience)|(?:docs?|documentation|manual|readme) (?:say|says|led|suggests?|mentions?|only)|ruled out|workaround|work around|re-?trying|(?:can|still|green|fails?) (?:reproduce|locally|before)|that I can reach",
    ])
});

/// Where a sentence says what was tried.
pub fn find(sentence: &str) -> Option<Range<usize>> {
    ATTEMPT.find(sentence).map(|found| found.range())
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

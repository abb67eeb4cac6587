//! How people say what they have tried or ruled out before they asked.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::pattern::any_of;

static ATTEMPT: LazyLock<Regex> = LazyLock::new(|| {
    any_of(&[
        r"(?:I|we)(?:'ve| have| also| had)? (?:\w+ )?(?:tried|tested|checked|searched|googled|looked|read|followed|attempted|experimented|verified|confirmed|went through|found|asked|ruled|reproduced|noticed|ran|managed|get|got|did)|tried|tested|(?:I|we)(?:'m| am| was| were| have been|'ve been) (?:trying|looking|reading|searching)",
        r"(?:did|does|do|has|have|is|was)n't (?:help|work|seem|change|do the trick|show|make)|(?:did|does) not (?:help|work|seem|change|do the trick|show|make)|no (?:luck|success|effect|avail)|without (?:success|luck)|to no avail|(?:quick|google|web|forum) search|can't find|couldn't (?:find|get|figure)|could not (?:find|get|figure)|can't seem|cannot (?:find|get)",
        r"work(?:s|ed)? (?:fine |well |ok )?(?:in|with|on|for|if|when|locally|but)|(?:my|best|only) (?:guess|understanding|attempt|first thought|plan|idea)|I (?:think|assume|believe|suspect|thought|guess)|(?:docs?|documentation|manual|readme) (?:say|says|led|suggests?|mentions?|does|only)|ruled out|already|so far|currently (?:I|we)|workaround|work around|instead I|according to|I (?:know|see|understand) (?:that|how|there|I)",
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

//! Words for what a choice gains and what it costs, and for saying no to an option.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::phrase::Phrases;

static GAINS: LazyLock<Phrases> = LazyLock::new(|| {
    phrases(
        "easier|easy|easily|ease|simpl*|faster|quick*|speed*|improv*|better|benefit*|advantage*|allow*|enabl*|reduc*|\
         more secure|consisten*|flexib*|reliab*|retain*|able to|clarity|clearer|good because|good, because|\
         maintainab*|reus*|automat*|less|fewer|lower|sav*|cost saving*|outweigh*|familiar|no need to|not need to|\
         no longer need*|don't need to|doesn't need to|don't have to|protect*|prevents|unif*|standardi*|ensur*|\
         help*|nicely|convenient*|efficien*|scal*|positive|gain*|good|win|straightforward|independent*|safe*|\
         robust*|full control|possible to|can be read|can use|can choose|can provide|support*",
    )
});

static COSTS: LazyLock<Phrases> = LazyLock::new(|| {
    phrases(
        "problem*|difficult*|harder|hard to|complicat*|complex*|slower|slow|cost*|need to|needs to|will need|we must|\
         must now|must be|have to|has to|will require|requires|require|additional|extra|more work|no longer|cannot|\
         can't|can not|won't|will not|not be able|unable|limitation*|risk*|drawback*|downside*|disadvantage*|lose|\
         loss|losing|break|breaks|breaking|trade-off*|tradeoff*|bad because|bad, because|overhead|unclear|confus*|\
         effort|duplicat*|debt|negative|expensive|latency|less|vendor lock*|lock-in|learning curve|unfamiliar|\
         burden|another tool|worse|manual*|disrupt*|concern*|challeng*|deprecat*|might not|may not|does not|do not|\
         don't|doesn't|care must|accept that|migration|smaller",
    )
});

static REJECTIONS: LazyLock<Phrases> = LazyLock::new(|| {
    phrases(
        "rejected|was rejected|rejected because|ruled out|rule out|discarded|dismissed|decided against|decided not to|\
         not chosen|not selected|deprioriti*|bad because|bad, because|we don't want|we do not want|does not meet|\
         doesn't meet|not meet our|not suitable|not suited|not viable|not feasible|too complex|too complicated|\
         too expensive|too slow|overkill",
    )
});

static COMPARISONS: LazyLock<Phrases> = LazyLock::new(|| {
    phrases("instead of|rather than|as opposed to|simpler than|better than|easier than|in favour of|in favor of")
});

static REASONS: LazyLock<Phrases> = LazyLock::new(|| phrases("because|so that|in order to|the reason"));

static DRAWBACKS: LazyLock<Phrases> = LazyLock::new(|| {
    phrases(
        "instead of|rather than|as opposed to|significantly simpler|simpler than|better than|easier than|outweigh*|\
         comes out best|but|however|although|lack*|drawback*|downside*|disadvantage*|con|cons|difficult*|\
         harder|hard to|complex*|problem*|expensive|slow*|cannot|can't|not comfortable|requires|require|doesn't|\
         does not|don't|do not|won't|no native|not support*|unsupported|would require|would mean|would involve|too|\
         limited|unclear|overhead|risk*|no longer maintained|outdated|not yet",
    )
});

/// Words that something gets better.
pub fn gains(text: &str) -> Vec<Range<usize>> {
    ranges(&GAINS, text)
}

/// Words that something gets worse or has to be done. "Cost savings" and "not need to" are gains.
pub fn costs(text: &str) -> Vec<Range<usize>> {
    let gains = gains(text);
    let is_in_gain = |cost: &Range<usize>| {
        gains.iter().any(|gain| gain.start < cost.end && cost.start < gain.end && gain.len() > cost.len())
    };
    ranges(&COSTS, text).into_iter().filter(|cost| !is_in_gain(cost)).collect()
}

/// Words that say no to an option.
pub fn rejections(text: &str) -> Vec<Range<usize>> {
    ranges(&REJECTIONS, text)
}

/// Words that set one thing against another.
pub fn comparisons(text: &str) -> Vec<Range<usize>> {
    ranges(&COMPARISONS, text)
}

/// Words that begin a reason.
pub fn reasons(text: &str) -> Vec<Range<usize>> {
    ranges(&REASONS, text)
}

/// Words against an option, where options are weighed.
pub fn drawbacks(text: &str) -> Vec<Range<usize>> {
    ranges(&DRAWBACKS, text)
}

fn phrases(list: &str) -> Phrases {
    Phrases::new(list.split('|').map(|phrase| (0, phrase)))
}

fn ranges(phrases: &Phrases, text: &str) -> Vec<Range<usize>> {
    phrases.find(text).into_iter().map(|hit| hit.range).collect()
}

#[cfg(test)]
mod tests {
    use super::{costs, gains};

    #[test]
    fn savings_are_no_costs() {
        assert!(costs("The cost savings are about a tenth, and we do not need to plan ahead.").is_empty());
        assert!(!costs("Every release costs a day.").is_empty());
        assert!(!gains("Deploys get faster.").is_empty());
    }
}

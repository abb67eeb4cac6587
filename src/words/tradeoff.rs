//! Words for what a choice gains and what it costs, and for saying no to an option.

use std::ops::Range;
use std::sync::LazyLock;

use super::phrase::Phrases;

const GAINS: &[&str] = &[
    "easier",
    "easy",
    "easily",
    "ease*",
    "simpl*",
    "faster",
    "quick*",
    "speed*",
    "improv*",
    "better",
    "benefit*",
    "advantage*",
    "allow*",
    "enabl*",
    "reduc*",
    "more secure",
    "consisten*",
    "flexib*",
    "reliab*",
    "retain*",
    "able to",
    "clarity",
    "clearer",
    "good because",
    "good, because",
    "maintainab*",
    "reus*",
    "automat*",
    "less",
    "fewer",
    "lower",
    "sav*",
    "cost saving*",
    "outweigh*",
    "familiar",
    "no need to",
    "not need to",
    "no longer need*",
    "don't need to",
    "doesn't need to",
    "don't have to",
    "protect*",
    "prevent*",
    "unif*",
    "standardi*",
    "ensur*",
    "help*",
    "nicely",
    "convenient*",
    "efficien*",
    "scal*",
    "positive",
    "gain*",
    "good",
    "win",
    "straightforward",
    "independent*",
    "safe*",
    "robust*",
    "full control",
    "possible to",
    "can be read",
    "can use",
    "can choose",
    "can provide",
];

const COSTS: &[&str] = &[
    "problem*",
    "difficult*",
    "harder",
    "hard to",
    "complicat*",
    "complex*",
    "slower",
    "slow",
    "cost*",
    "need to",
    "needs to",
    "will need",
    "we must",
    "must now",
    "must be",
    "have to",
    "has to",
    "will require",
    "requires",
    "require",
    "additional work",
    "additional effort",
    "additional dependenc*",
    "extra",
    "more work",
    "no longer",
    "cannot",
    "can't",
    "can not",
    "won't",
    "will not",
    "not be able",
    "unable",
    "limitation*",
    "limit*",
    "risk*",
    "drawback*",
    "downside*",
    "disadvantage*",
    "however",
    "but",
    "although",
    "lose",
    "loss",
    "losing",
    "break",
    "breaks",
    "breaking",
    "trade-off*",
    "tradeoff*",
    "bad because",
    "bad, because",
    "overhead",
    "unclear",
    "confus*",
    "effort",
    "duplicat*",
    "debt",
    "negative",
    "expensive",
    "latency",
    "less flexib*",
    "vendor lock*",
    "lock-in",
    "learning curve",
    "unfamiliar",
    "burden",
    "another tool",
    "worse",
    "less",
    "manual*",
    "disrupt*",
    "concern*",
    "challeng*",
    "deprecat*",
    "might not",
    "may not",
    "does not",
    "not handle",
    "do not",
    "don't",
    "doesn't",
    "care must",
    "accept that",
    "additional",
    "migration",
    "smaller",
];

const REJECTIONS: &[&str] = &[
    "reject*",
    "ruled out",
    "rule out",
    "discarded",
    "dismissed",
    "decided against",
    "decided not to",
    "not chosen",
    "not selected",
    "deprioriti*",
    "instead of",
    "rather than",
    "as opposed to",
    "bad because",
    "bad, because",
    "con because",
    "we don't want",
    "we do not want",
    "does not meet",
    "doesn't meet",
    "not meet our",
    "not suitable",
    "not suited",
    "not viable",
    "not feasible",
    "too complex",
    "too complicated",
    "too expensive",
    "too slow",
    "too much",
    "overkill",
    "significantly simpler",
    "simpler than",
    "better than",
    "easier than",
    "outweigh*",
];

const DRAWBACKS: &[&str] = &[
    "but",
    "however",
    "although",
    "lack*",
    "drawback*",
    "downside*",
    "disadvantage*",
    "con",
    "cons",
    "difficult*",
    "harder",
    "hard to",
    "complex*",
    "problem*",
    "expensive",
    "slow*",
    "cannot",
    "can't",
    "not comfortable",
    "requires",
    "require",
    "doesn't",
    "does not",
    "don't",
    "do not",
    "won't",
    "no native",
    "not support*",
    "unsupported",
    "offers only",
    "only",
    "would require",
    "would mean",
    "would involve",
    "too",
    "limited",
    "unclear",
    "overhead",
    "risk*",
    "no longer maintained",
    "outdated",
    "not yet",
];

macro_rules! phrases {
    ($list:expr) => {
        LazyLock::new(|| Phrases::new($list.iter().map(|phrase| (0, *phrase))))
    };
}

static GAIN: LazyLock<Phrases> = phrases!(GAINS);
static COST: LazyLock<Phrases> = phrases!(COSTS);
static REJECTION: LazyLock<Phrases> = phrases!(REJECTIONS);
static DRAWBACK: LazyLock<Phrases> = phrases!(DRAWBACKS);

/// Words that something gets better.
pub fn gains(text: &str) -> Vec<Range<usize>> {
    ranges(&GAIN, text)
}

/// Words that something gets worse or has to be done. "Cost savings" and "not need to" are gains.
pub fn costs(text: &str) -> Vec<Range<usize>> {
    let gains = gains(text);
    let is_gain = |cost: &Range<usize>| {
        gains.iter().any(|gain| gain.start < cost.end && cost.start < gain.end && gain.len() > cost.len())
    };
    ranges(&COST, text).into_iter().filter(|cost| !is_gain(cost)).collect()
}

/// Words that say no to an option.
pub fn rejections(text: &str) -> Vec<Range<usize>> {
    ranges(&REJECTION, text)
}

/// Words against an option, where options are weighed.
pub fn drawbacks(text: &str) -> Vec<Range<usize>> {
    ranges(&DRAWBACK, text)
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

//! Pages that send their reader to one person in whose head the answer is: "ask Lena, she knows".

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::list::is_among;
use crate::words::pattern::{OneOf, Pattern, in_pieces};

/// Whoever did a thing, without a name.
static UNNAMED: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:ask|ping|dm|talk to|speak (?:to|with)|check with|consult|reach out to|contact|get in touch with) (?:the (?:one|person|guy|dev|developer|engineer|colleague)|whoever|someone|somebody|people) (?:who )?(?:wrote|built|made|designed|set|knows?|remembers?)(?-u:\b)",
        r"|(?-u:\b)(?:only|nobody but) (?-i:[A-Z][a-z]+) (?:knows|has the (?:context|details|history|background)|understands|remembers)(?-u:\b)",
    ])
});

/// A person by the first name, and what they are asked for.
static NAMED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?:^|[^\w])(?:[Aa]sk|[Tt]alk to|[Ss]peak (?:to|with)|[Cc]heck with|[Cc]onsult|[Rr]each out to|[Cc]ontact) (?P<name>@?[A-Z][a-z]{2,11})(?: (?:or|and) @?[A-Z][a-z]{2,11})?(?P<next>[,.;:!?)]|$| (?:for|to|how|what|why|about|if|in|before|first|when|via)(?:[^\w]|$))",
    )
});

/// Capitalised words that are asked and are nobody's name.
const NOBODY: &str = "\
    Google Amazon Microsoft Azure Python Claude Copilot Docker Kubernetes Support Engineering Security Legal Finance \
    Sales Slack Discord Twitter Reddit Fastly Cloudflare Stripe Github Gitlab Apple Oracle Redis Postgres Terraform \
    Ansible Jenkins Prometheus Grafana Vault Consul Siri Alexa Gemini Platform Operations Infrastructure Customers \
    Users People Support Marketing Product Design Data Human Everyone Somebody Anyone Someone Yourself Them Him Her \
    Your Our The This That Each All Any Us Me Information Identity Person Contact Red First Second Third Team Teams";

/// Without one of these, nothing is found.
pub static WORDS: OneOf = OneOf::of(&[&UNNAMED, &NAMED]);

/// Where a sentence sends its reader to a person instead of an answer.
pub fn find(sentence: &str) -> Option<Range<usize>> {
    if let Some(found) = UNNAMED.find(sentence) {
        return Some(found.range());
    }
    NAMED.captures_iter(sentence).find_map(|found| {
        let name = found.name("name").filter(|name| !is_among(NOBODY, name.as_str().trim_start_matches('@')))?;
        let whole = found.get(0)?;
        let start = whole.start() + whole.as_str().find(|it: char| it.is_alphanumeric()).unwrap_or(0);
        Some(start..name.end())
    })
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn people_are_told_from_products_and_teams() {
        for text in ["Ask Lena for a fresh token.", "Ask whoever wrote it.", "Only Omar knows the order.", "Ping Bo1."]
        {
            assert_eq!(find(text).is_some(), !text.contains("Bo1"), "{text}");
        }
        for text in ["Ask Python for its version.", "Contact Platform Engineering.", "Ask the user to log in."] {
            assert!(find(text).is_none(), "{text}");
        }
    }
}

//! How people ask everybody at once: `@here`, "can someone review this?". In a place where strangers help strangers that
//! is how one asks; what one of a team has to do, it asks of nobody.

use std::ops::Range;
use std::sync::LazyLock;

use super::{ask, person};
use crate::words::pattern::{OneOf, Pattern};

/// The marks by which chats call all who are there.
static MARK: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:^|[\s(,:>*_\x{FFFC}])(?P<mark>@(?:here|channel|everyone|everybody|all|group|room)|<!(?:here|channel|everyone|group)>)(?:[\s,:;.!?)*_-]|$)",
    )
});

/// What one person of a team would do, asked of anybody.
static ANYBODY: LazyLock<Pattern> = LazyLock::new(|| {
    let work = r"(?:re-?)?(?:review|approve|merge|land|deploy|release|publish|rebase|triage|unblock|restart|reboot|rerun|retry|queue|verify|own|handle|cover|confirm)|(?:quickly |please |kindly )?(?:take|have) a (?:quick |closer )?look|look (?:at|into|over)|pick (?:this|it|that|these) up|pick up|take (?:this|it|that|these)(?: over| on)?|take over|sign off|put (?:this|it) (?:on|in)|kick (?:this|it|off)|give (?:this|it|me) (?:a|an) (?:review|look|approval|stamp)|stamp|jump on|do (?:this|it)|help (?:out )?(?:with (?:the )?(?:review|release|deploy\w*|rollout|rota))";
    Pattern::new(&format!(
        concat!(
            r"(?i)(?-u:\b)(?:(?:can|could|would|will|may) (?:some(?:one|body)|any(?:one|body))(?: else| here| from [a-z ]{{2,20}}| with [a-z ]{{2,30}})?(?:,? please)?,? (?:{work})",
            r"|(?:some(?:one|body)|any(?:one|body)),? please,? (?:{work})|please,? (?:some(?:one|body)|any(?:one|body)) (?:{work})",
            r"|(?:some(?:one|body)|any(?:one|body)) (?:able|available|free|willing|up|keen) (?:to|for) (?:{work}|a review)",
            r"|(?:need|needs|looking for|want) (?:some(?:one|body)|a volunteer|volunteers|a reviewer|reviewers) (?:to (?:{work})|for (?:this|it|the))",
            r"|any (?:takers|volunteers)(?: for| to|\?))"
        ),
        work = work
    ))
});

/// A mark that calls everybody, where it asks for something.
pub fn find_call(text: &str) -> Option<Range<usize>> {
    MARK.captures(text)?.name("mark").map(|it| it.range())
}

/// Whether words beside a call ask for something: an announcement needs nobody.
pub fn asks(sentence: &str) -> bool {
    ask::is_ask(sentence)
}

/// Without one of these, nothing is found.
pub static WORDS: OneOf = OneOf::of(&[&ANYBODY]);

/// Where a sentence asks anybody to do what one would, and names no person.
pub fn find(sentence: &str) -> Option<Range<usize>> {
    const OF_THE_WAY: &[&str] = &["how", "why", "where", "when", "what", "that", "if", "which", "so"];
    let found = ANYBODY.find(sentence)?;
    let before = sentence[..found.start()].trim_end().rsplit(' ').next().unwrap_or_default().to_lowercase();
    (!person::has_handle(sentence) && !OF_THE_WAY.contains(&before.as_str())).then(|| found.range())
}

#[cfg(test)]
mod tests {
    use super::{find, find_call};

    #[test]
    fn one_would_do() {
        assert!(find("Can someone review this?").is_some() && find("Could anybody please take a look?").is_some());
        assert!(find("Any takers?").is_some() && find("We need somebody to merge it").is_some());
        assert!(find("Does anyone know a library for this?").is_none() && find("Anyone can contribute").is_none());
        assert!(
            find("Can someone review this? @ada").is_none() && find("How can someone review code alone?").is_none()
        );
    }

    #[test]
    fn a_call_is_no_address() {
        assert!(find_call("@here please restart the queue").is_some() && find_call("Hi <!channel>: help").is_some());
        assert!(find_call("mail me at ada@here.example").is_none() && find_call("@all/queue is a package").is_none());
    }
}

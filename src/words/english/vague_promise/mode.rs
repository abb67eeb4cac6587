//! What an auxiliary makes of the clause that it stands in: a promise, a duty, a wish, or only a possibility.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::pattern::{Captures, Pattern, in_pieces};

/// What the nearest auxiliary before a time makes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// "will", "going to", "plan to"
    Promise,
    /// "should", "needs to", "please"
    Duty,
    /// "would like to"
    Wish,
    /// "may", "could"
    Maybe,
    None,
}

pub static AUXILIARY: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?P<maybe>(?-u:\b)(?:may|might|could|can)(?: \w+)? (?:want|need|have|choose|decide|like) to(?-u:\b))",
        r"|(?P<wish>(?-u:\b)(?:(?:would|should) (?:\w+ )?(?:like|love|prefer) to|wants? to|trying to|try to|looking to|keen to|hop(?:e|es|ing) to)(?-u:\b)|'d (?:\w+ )?(?:like|love|prefer) to(?-u:\b))",
        r"|(?P<perhaps>(?-u:\b)(?:(?:may|might|could) (?:\w+ )?need(?: to)?|likely to(?: be)?)(?-u:\b))|(?P<promise>(?-u:\b)(?:will|shall|going to|gonna|plan(?:s|ned|ning)? (?:to|on|for)|aim(?:s|ing)? (?:to|for)|intends? to|expect(?:s|ed|ing)?(?: to)?|scheduled|slated|set to|on track to|promised? to)(?-u:\b)|'ll(?-u:\b))",
        r"|(?P<duty>(?-u:\b)(?:should|must|ought to|needs?(?: to)?|have to|has to|gotta|let's|let us|please|pls|to be|due)(?-u:\b))",
        r"|(?P<may>(?-u:\b)(?:may|might|could|can|cannot|would|maybe|perhaps|possibly|likely)(?-u:\b)|'d(?-u:\b))",
    ])
});

/// The last auxiliary of a clause.
pub fn mode(text: &str) -> (Mode, Option<Range<usize>>) {
    let Some(found) = AUXILIARY.captures_iter(text).last() else { return (Mode::None, None) };
    (named(&found), found.get(0).map(|it| it.range()))
}

/// The auxiliary of a clause that its time opens: "soon, the team will".
pub fn mode_behind(after: &str) -> Option<(Mode, Range<usize>)> {
    static BEHIND: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[r"^,? ?(?:[\w'-]+ ){1,4}(?:will|shall|going to|should)(?-u:\b)|^,? ?\w+'ll(?-u:\b)"])
    });
    let found = BEHIND.find(after)?;
    let (mode, _) = mode(found.as_str());
    Some((mode, found.range()))
}

fn named(found: &Captures) -> Mode {
    let is = |name: &str| found.name(name).is_some();
    match () {
        () if is("maybe") || is("may") || is("perhaps") => Mode::Maybe,
        () if is("wish") => Mode::Wish,
        () if is("promise") => Mode::Promise,
        () => Mode::Duty,
    }
}

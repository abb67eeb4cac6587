//! How people name a recording, the events that are recorded, and the minutes of them.

use std::sync::LazyLock;

use aho_corasick::packed::Searcher;

use crate::words::pattern::{Pattern, any_of};

static NAMED: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:video |zoom |meeting |demo |session |call |screen ?)?recording|recorded (?:demo|session|call|video|meeting)|watch (?:the|it|here|this|on)|demo video|video (?:of|link|here)|screencast",
    ])
});

static EVENT: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"demos?|demo day|office hours?|recordings?|webinars?|screencasts?|walk-?through|video|show and tell|lightning talks?|brown ?bag|tech talks?",
    ])
});

/// What is done after each meeting, and has no day of its own.
static CHORE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?-u:\b)(?:publish|post|send|share|upload|circulate|distribute)(?: out)?(?: the| these| today's)?(?: meeting| call)? (?:minutes|notes|recordings?)(?: and (?:the )?(?:minutes|notes|recordings?|slides))?\W*$",
    )
});

static MEETING: LazyLock<Pattern> =
    LazyLock::new(|| any_of(&[r"meetings?|all[- ]hands|town ?hall|meetup|retro(?:spective)?|community calls?|sync"]));

/// `03:12`, `1:03:12`, `[03:12]`, `- 03:12`, and no zone behind it.
static MARK: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::new(r"^[^A-Za-z0-9]*(?:\d{1,2}:)?\d{1,2}:[0-5]\d(?:[^0-9A-Za-z]|$)"));

/// What stands in every text that leads to a recording.
const TRACES: [&str; 13] = [
    "youtu",
    "loom",
    "vimeo",
    "zoom",
    "wistia",
    "twitch",
    "bilibili",
    "descript",
    "vidyard",
    "creencast",
    "ecord",
    "atch ",
    "ideo",
];

/// Whether it is worth looking for a recording at all.
pub fn leaves_trace(text: &str) -> bool {
    // Every text is asked as it is written; of a few literals, many processors look at several bytes at once.
    static SEARCH: LazyLock<Option<Searcher>> = LazyLock::new(|| Searcher::new(TRACES));
    match &*SEARCH {
        Some(search) => search.find(text).is_some(),
        None => TRACES.iter().any(|it| text.contains(it)),
    }
}

/// Whether the words of a link call it a recording. "Recorded meeting notes" can be read.
pub fn is_named(words: &str) -> bool {
    let is_written = || {
        let lower = words.to_ascii_lowercase();
        ["notes", "minutes", "transcript"].iter().any(|it| lower.ends_with(it))
    };
    words.len() <= 60 && NAMED.is_match(words) && !is_written()
}

/// "Publish the minutes and the recording": whoever was there knows when, and nobody else waits for it.
pub fn is_chore(task: &str) -> bool {
    CHORE.is_match(task)
}

/// Whether a title names something that is recorded to be watched.
pub fn is_event(title: &str) -> bool {
    EVENT.is_match(title)
}

/// Whether a title names a meeting: its notes are what counts, and a recording is an extra.
pub fn is_meeting(title: &str) -> bool {
    MEETING.is_match(title)
}

/// Whether a name is that of something people come to.
pub fn is_occasion(name: &str) -> bool {
    is_meeting(name) || is_event(name) || name.to_ascii_lowercase().contains("agenda")
}

/// Whether a line begins with a minute of a recording.
pub fn begins_with_mark(line: &str) -> bool {
    MARK.is_match(line)
}

#[cfg(test)]
mod tests {
    use super::{begins_with_mark, is_event, is_named};

    #[test]
    fn names_events_and_marks() {
        assert!(is_named("Recording") && is_named("the video recording of the call") && !is_named("records"));
        assert!(!is_named("Recorded meeting notes") && is_named("Meeting notes: recording"));
        assert!(is_event("Demo of the new index") && !is_event("Democracy"));
        assert!(begins_with_mark("- 03:12 the new page") && begins_with_mark("[1:03:12] questions"));
        assert!(!begins_with_mark("at 03:12 it stopped") && !begins_with_mark("3 of 12"));
    }
}

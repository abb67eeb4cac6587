//! What an address leads to, by its host and its path.

pub mod bare;
pub mod forge;
pub mod local;
pub mod moving;
pub mod private;
mod room;
pub mod shown;
pub mod unschemed;

pub use room::{is_for_members, leads_to_message, leads_to_room};

/// Hosts where a piece of code can be run.
const SANDBOXES: &[&str] = &[
    "jsfiddle.net",
    "codesandbox.io",
    "codepen.io",
    "stackblitz.com",
    "plnkr.co",
    "jsbin.com",
    "repl.it",
    "replit.com",
    "glitch.com",
    "play.golang.org",
    "go.dev/play",
    "play.rust-lang.org",
    "godbolt.org",
    "ideone.com",
    "3v4l.org",
    "runkit.com",
    "observablehq.com",
    "colab.research.google.com",
    "typescriptlang.org/play",
    "astexplorer.net",
    "esbench.com",
    "jsperf.com",
    "sqlfiddle.com",
    "dotnetfiddle.net",
    "bit.dev",
    "requirebin.com",
    "tonicdev.com",
];

/// Hosts of repositories.
const FORGES: &[&str] = &[
    "github.com",
    "gitlab.com",
    "bitbucket.org",
    "codeberg.org",
    "sr.ht",
    "gist.github.com",
    "raw.githubusercontent.com",
    "pastebin.com",
];

/// Parts of a forge's path that are about a thread and not about code.
const TALK: &[&str] = &[
    "issues",
    "issue",
    "discussions",
    "releases",
    "wiki",
    "files",
    "user-attachments",
    "actions",
    "labels",
    "milestones",
    "projects",
    "issuecomment",
];

/// Whether an address leads to code: a file, a commit, a repository, a snippet.
pub fn leads_to_code(target: &str) -> bool {
    leads_to_sandbox(target) || leads_to_repository(target) || {
        let path = without_scheme(target);
        let (host, rest) = path.split_once('/').unwrap_or((path, ""));
        FORGES.contains(&host) && rest.contains('/') && !rest.split(['/', '#', '?']).any(|part| TALK.contains(&part))
    }
}

/// Whether an address leads to an issue, a ticket or a pull request.
pub fn leads_to_thread(target: &str) -> bool {
    let path = without_scheme(target);
    let mut parts = path.split(['/', '?', '#']).skip(1);
    let is_thread = |part: &str| {
        matches!(
            part,
            "issues"
                | "issue"
                | "pull"
                | "pulls"
                | "merge_requests"
                | "browse"
                | "ticket"
                | "tickets"
                | "discussions"
                | "bugs"
                | "work_items"
                | "show_bug.cgi"
        )
    };
    let is_tracker = ["bugs.", "bugzilla.", "jira."].iter().any(|host| path.starts_with(host));
    (is_tracker || parts.any(is_thread)) && path.contains(|it: char| it.is_ascii_digit())
}

/// Whether an address may lead to a report or a discussion, wherever that is kept: it has a number, and is no guide.
pub fn may_be_thread(target: &str) -> bool {
    const GUIDES: &[&str] = &["wiki", "contributing", "guide", "docs", "blob/", "template"];
    let lower = without_scheme(target).to_ascii_lowercase();
    lower.contains(|it: char| it.is_ascii_digit()) && !GUIDES.iter().any(|word| lower.contains(word))
}

/// A host and the beginning of a path there.
type Place = (&'static str, &'static str);

const RECORDINGS: &[Place] = &[
    ("youtube.com", "/watch"),
    ("youtube.com", "/live"),
    ("youtube.com", "/embed"),
    ("youtu.be", "/"),
    ("loom.com", "/share"),
    ("loom.com", "/embed"),
    ("vimeo.com", "/"),
    ("player.vimeo.com", "/"),
    ("zoom.us", "/rec"),
    ("wistia.com", "/medias"),
    ("twitch.tv", "/videos"),
    ("bilibili.com", "/video"),
    ("descript.com", "/view"),
    ("vidyard.com", "/watch"),
    ("screencast.com", "/"),
];

/// Whether an address leads to a recording that somebody has to watch.
pub fn leads_to_recording(target: &str) -> bool {
    let mut address = without_scheme(target);
    while let Some(rest) = address.strip_prefix("m.") {
        address = rest;
    }
    let (host, path) = host_and_path(address);
    RECORDINGS.iter().any(|place| is_at(host, path, *place))
}

fn host_and_path(address: &str) -> (&str, &str) {
    address.split_at(address.find('/').unwrap_or(address.len()))
}

/// Whether a path of a host lies at a place: there, or at a host below it.
fn is_at(host: &str, path: &str, (name, begin): Place) -> bool {
    let (host, path) = (host.as_bytes(), path.as_bytes());
    let Some(above) = host.len().checked_sub(name.len()) else { return false };
    let is_whole = above == 0 || host[above - 1] == b'.';
    let begins = || path.get(..begin.len()).is_some_and(|it| it.eq_ignore_ascii_case(begin.as_bytes()));
    is_whole && host[above..].eq_ignore_ascii_case(name.as_bytes()) && begins()
}

/// Whether an address leads into a recording, and not only to its beginning.
pub fn leads_to_moment(target: &str) -> bool {
    leads_to_recording(target) && ["?t=", "&t=", "#t=", "?start=", "&start="].iter().any(|mark| target.contains(mark))
}

/// Whether an address leads to what came out, and not to what was said of it: a picture, or a site built for a look.
pub fn shows_result(target: &str) -> bool {
    let host = host(target);
    shows_something(target) || host.split(['.', '-']).any(|part| part == "preview" || part == "pages")
}

/// Where pictures lie whose addresses have no ending.
const PICTURES: &[Place] = &[("github.com", "/user-attachments/assets/"), ("imgur.com", "/")];

/// Whether an address leads to something to look at: a picture or a recording.
pub fn shows_something(target: &str) -> bool {
    const ENDINGS: &[&str] = &[".png", ".jpg", ".jpeg", ".gif", ".webp", ".mp4", ".mov", ".webm"];
    let address = without_scheme(target);
    let path = address.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    let (host, below) = host_and_path(address);
    ENDINGS.iter().any(|ending| path.ends_with(ending))
        || PICTURES.iter().any(|place| is_at(host, below, *place))
        || host == "github.com" && is_attached(below)
        || leads_to_recording(target)
}

/// "/owner/repository/assets/12/…": where a forge kept what was dropped into a text, before that had a folder of its own.
fn is_attached(path: &str) -> bool {
    let mut parts = path.split('/').skip(3);
    parts.next() == Some("assets")
        && parts.next().is_some_and(|it| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit()))
}

/// Whether an image is a badge: it shows the state of something else.
pub fn is_badge(target: &str) -> bool {
    let target = target.to_ascii_lowercase();
    ["badge", "shields.io", "button", "ellipsis", "gitpod", ".svg", "avatar", "logo", "icon"]
        .iter()
        .any(|word| target.contains(word))
}

/// Whether an address leads to something that runs: a sandbox, a snippet.
pub fn leads_to_sandbox(target: &str) -> bool {
    let path = without_scheme(target);
    path.starts_with("gist.github.com/") || SANDBOXES.iter().any(|host| path.starts_with(host))
}

/// Whether an address leads to what others document, by its host: `docs.example.com`, `developer.example.com/v3/`.
pub fn is_documentation(target: &str) -> bool {
    let host = host(target);
    ["docs.", "doc.", "developer.", "developers."].iter().any(|it| host.starts_with(it))
        || host.ends_with("readthedocs.io")
}

/// Whether an address leads to a whole repository.
pub fn leads_to_repository(target: &str) -> bool {
    let path = without_scheme(target);
    let forge = ["github.com/", "gitlab.com/", "bitbucket.org/"].iter().find_map(|forge| path.strip_prefix(forge));
    forge.is_some_and(|rest| rest.trim_end_matches('/').matches('/').count() == 1)
}

/// Whether the name of a repository says that it was made to show something.
pub fn is_made_to_show(target: &str) -> bool {
    let name = without_scheme(target).trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
    ["repro", "bug", "issue", "minimal", "mcve", "mwe", "sample", "demo", "test-case", "testcase", "poc"]
        .iter()
        .any(|word| name.contains(word))
}

/// The host of an address, in small letters.
fn host(target: &str) -> String {
    without_scheme(target).split(['/', '?', '#']).next().unwrap_or_default().to_ascii_lowercase()
}

fn without_scheme(target: &str) -> &str {
    let mut colons = memchr::memchr_iter(b':', target.as_bytes());
    let path = colons.find_map(|at| target[at..].strip_prefix("://")).unwrap_or(target);
    path.strip_prefix("www.").unwrap_or(path)
}

/// The scheme of an address of the web that lost a letter or its colon, and what stands behind it.
pub fn misspelt_scheme(target: &str) -> Option<(&'static str, &str)> {
    const SLIPS: &[&str] = &[
        "https//",
        "http//",
        "ttps://",
        "ttp://",
        "tps://",
        "ps://",
        "htps://",
        "htp://",
        "htttps://",
        "htttp://",
        "hhttps://",
        "hhttp://",
        "https:///",
        "http:///",
        "(https://",
        "(http://",
    ];
    SLIPS.iter().find_map(|it| Some((*it, target.strip_prefix(it)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_and_recordings_are_something_to_look_at() {
        for target in [
            "shots/before.PNG",
            "https://example.com/a.mp4?raw=1",
            "https://github.com/user-attachments/assets/1f",
            "https://i.imgur.com/abc",
            "https://youtu.be/abc",
            "https://m.youtube.com/watch?v=abc",
            "https://player.vimeo.com/video/12",
            "https://example.zoom.us/rec/share/abc",
            "https://www.loom.com/share/abc",
        ] {
            assert!(shows_something(target) && shows_result(target), "{target}");
        }
        for target in ["https://example.com/a", "https://github.com/a/b", "https://youtube.com/", "notimgur.com/a"] {
            assert!(!shows_something(target), "{target}");
        }
    }

    #[test]
    fn code_is_told_from_talk() {
        assert!(leads_to_code("https://github.com/a/b/blob/main/lib.rs#L3"));
        assert!(leads_to_repository("https://github.com/a/b"));
        assert!(!leads_to_sandbox("https://github.com/a/b"));
        assert!(is_made_to_show("https://github.com/a/export-repro/"));
        assert!(!is_made_to_show("https://github.com/a/export"));
        assert!(!leads_to_code("https://github.com/a/b/issues/3"));
        assert!(!leads_to_code("https://example.com/a/b"));
    }
}

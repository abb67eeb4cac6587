//! Addresses that show something else later: lines of a branch, windows of time that end now, boards without a time.

use crate::words::digit::leading_digits;

/// What moves behind an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moving {
    /// Lines of a file on a branch, by the branch.
    Lines(String),
    /// A window that is counted back from the moment of looking, as the address writes it.
    Window(String),
    /// A board that shows the last hours, whatever they are.
    Board,
}

/// What stands between a repository and the branch of a file, by forge.
const FILES: &[&str] = &["/-/blob/", "/blob/", "/blame/", "/src/branch/"];

/// What will be different behind an address when somebody follows it later.
pub fn moving(target: &str) -> Option<Moving> {
    let rest = target.split_once("://").filter(|(scheme, _)| scheme.to_ascii_lowercase().starts_with("http"))?.1;
    let (path, query) = rest.split_at(rest.find(['?', '#']).unwrap_or(rest.len()));
    let branch = lines_of_branch(path, query).map(|it| Moving::Lines(it.to_owned()));
    branch.or_else(|| window(query).map(Moving::Window)).or_else(|| is_board(path, query).then_some(Moving::Board))
}

/// The branch of a link to a line: `/blob/main/src/a.rs#L40`.
fn lines_of_branch<'p>(path: &'p str, query: &str) -> Option<&'p str> {
    let fragment = query.rsplit_once('#')?.1;
    let line = fragment.strip_prefix('L').or_else(|| fragment.strip_prefix("lines-"))?;
    // The first line stands for the file.
    if !line.starts_with(|it: char| it.is_ascii_digit()) || line == "1" {
        return None;
    }
    let rest = FILES.iter().find_map(|mark| path.split_once(mark).map(|(_, rest)| rest))?;
    let (branch, file) = rest.split_once('/')?;
    let is_moving = !file.is_empty() && !is_fixed(branch, file);
    // "feat/pool" is one name.
    let is_half = matches!(branch, "feat" | "feature" | "fix" | "bugfix" | "hotfix" | "chore" | "user" | "users");
    let second = file.find('/').filter(|_| is_half).map_or(branch.len(), |end| branch.len() + 1 + end);
    is_moving.then(|| &rest[..second])
}

/// The letters of a whole commit.
const COMMIT: usize = 40;

/// Two numbers or more, with nothing but a sign between them: `V_9_2_P1`, `2026-07-01`, `REL_16_1`.
fn has_numbers(name: &str) -> bool {
    let is_number = |it: &&str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    let parts: Vec<&str> = name.split(['_', '-']).collect();
    parts.windows(2).any(|pair| pair.iter().all(is_number))
}

/// A commit, or what looks like the tag of a version.
fn is_fixed(name: &str, rest: &str) -> bool {
    // Forges take four letters and more of a commit, and no branch is called so.
    let is_hex = name.bytes().all(|it| it.is_ascii_hexdigit());
    let is_commit = is_hex && (name.len() >= 7 || name.len() >= 4 && name.bytes().any(|it| it.is_ascii_digit()));
    // A slash was left out behind it.
    let opens_commit = name.len() > COMMIT && name.bytes().take(COMMIT).all(|it| it.is_ascii_hexdigit());
    // A tag may hold a slash: `/blob/tags/v1.2.0/a.rs`, `/blob/release/1.2.0/a.rs`.
    let second = rest.split('/').next().filter(|_| rest.contains('/')).unwrap_or_default();
    let has_number = |it: &str| {
        let version = it.trim_start_matches(|it: char| !it.is_ascii_digit());
        version.bytes().any(|it| it.is_ascii_digit()) && (version.contains('.') || it.starts_with('v'))
    };
    let is_version =
        |it: &str| it.starts_with('v') && it[1..].starts_with(|it: char| it.is_ascii_digit()) && it.contains('.');
    // A module's own tags begin with its path: `/blob/modules/pool/v0.3.1/a.rs`.
    let has_version = rest.split('/').any(is_version);
    let is_named = has_version || matches!(name, "tags" | "refs") || name.contains(['{', '<', '$', '%']);
    // "draft-example-doors-14": each version of a draft has such a tag.
    let is_draft = name.starts_with("draft-")
        && name.rsplit('-').next().is_some_and(|it| it.len() == 2 && it.bytes().all(|it| it.is_ascii_digit()));
    let opens_tag = matches!(name, "release" | "releases" | "stable" | "tag");
    is_commit
        || opens_commit
        || is_named
        || has_number(name)
        || has_numbers(name)
        || is_draft
        || opens_tag && second.contains(|it: char| it.is_ascii_digit())
}

/// Keys whose value is a length of time that ends now.
const LENGTHS: &[&str] = &[
    "since",
    "last",
    "range",
    "window",
    "period",
    "statsperiod",
    "timerange",
    "time_range",
    "relative",
    "relativetime",
    "duration",
    "lookback",
    "timeframe",
    "timespan",
    "earliest",
    "date_from",
    "start",
    "from",
    "time",
];

/// Keys that give the moment at which a window ends.
const ENDS: &[&str] =
    &["until", "to", "end", "end_time", "endtime", "to_ts", "latest", "date_to", "cursortimestamp", "before"];

/// The part of a query that names a window without its end.
fn window(query: &str) -> Option<String> {
    if !query.contains(['=', ':', '%']) {
        return None;
    }
    let query =
        query.replace("%3A", ":").replace("%3a", ":").replace("%2D", "-").replace("%22", "\"").replace("%40", "@");
    let parts = || query.split(['?', '#', '&', ',', ';', '(', ')']).filter(|it| !it.is_empty());
    let pairs = || parts().filter_map(|part| Some((part, part.split_once(['=', ':'])?)));
    let is_ended = pairs().any(|(_, (key, value))| ENDS.contains(&&*plain(key)) && is_moment(value));
    let found = pairs().find(|(_, (key, value))| {
        let (key, value) = (plain(key), value.trim_matches('"'));
        let value = value.rsplit(['(', ':']).next().unwrap_or(value);
        is_before_now(value) || LENGTHS.contains(&&*key) && is_length(value)
    });
    found.filter(|_| !is_ended).map(|(part, _)| part.trim_matches('"').to_owned())
}

fn plain(key: &str) -> String {
    key.trim_matches('"').rsplit(['(', '{', '"', '.']).next().unwrap_or_default().to_ascii_lowercase()
}

/// A moment that stays where it is: a year, seconds or milliseconds since 1970.
fn is_moment(value: &str) -> bool {
    let value = value.trim_matches(['"', '\'', '~']);
    leading_digits(value) >= 4
}

/// `now-24h`, `-24h`, `-7d@d`, `last_7d`.
fn is_before_now(value: &str) -> bool {
    let rest = ["now-", "-", "last_", "last-"].iter().find_map(|open| value.strip_prefix(open));
    rest.is_some_and(|rest| is_length(rest.split(['@', '/', '&']).next().unwrap_or(rest)))
}

/// `24h`, `7d`, `PT1H`, `last_7d`, `last24hours`, `past_hour`.
fn is_length(value: &str) -> bool {
    let lower = value.trim_matches(['"', '\'', '~']).to_ascii_lowercase();
    let bare = ["last", "past"]
        .iter()
        .find_map(|word| lower.strip_prefix(word))
        .map(|it| it.trim_start_matches(['_', '-', '+']));
    let bare = bare.unwrap_or(&lower);
    let bare = bare
        .strip_prefix("pt")
        .or_else(|| bare.strip_prefix('p'))
        .filter(|it| it.starts_with(|it: char| it.is_ascii_digit()))
        .unwrap_or(bare);
    let digits = leading_digits(bare);
    let unit = bare[digits..].trim_start_matches(['_', '-', '+']);
    let is_unit = matches!(
        unit,
        "s" | "m"
            | "h"
            | "d"
            | "w"
            | "mo"
            | "y"
            | "min"
            | "mins"
            | "minute"
            | "minutes"
            | "hr"
            | "hrs"
            | "hour"
            | "hours"
            | "day"
            | "days"
            | "week"
            | "weeks"
            | "month"
            | "months"
    );
    is_unit && (digits > 0 && digits < 5 || bare.len() < lower.len() && digits == 0)
}

/// A Grafana board or exploration without a time.
fn is_board(path: &str, query: &str) -> bool {
    let mut parts = path.split('/').skip(1);
    let mut is_board = || parts.any(|part| part == "d" || part == "d-solo") && parts.clone().count() >= 2;
    let is_grafana = path.split('/').next().is_some_and(|host| host.contains("grafana") || host.contains("dashboard"));
    is_grafana && is_board() && !query.contains("from=")
}

#[cfg(test)]
mod tests {
    use super::{Moving, moving};

    #[test]
    fn an_address_tells_whether_it_stays() {
        let lines = |branch: &str| Some(Moving::Lines(branch.to_owned()));
        let window = |part: &str| Some(Moving::Window(part.to_owned()));
        for (target, expected) in [
            ("https://github.com/a/b/blob/main/src/pool.rs#L40", lines("main")),
            ("https://gitlab.example.com/a/b/-/blob/develop/pool.rs#L40-50", lines("develop")),
            ("https://github.com/a/b/blob/main/src/pool.rs", None),
            ("https://github.com/a/b/blob/3fa9c1d/src/pool.rs#L40", None),
            ("https://github.com/a/b/blob/v2.1.0/src/pool.rs#L40", None),
            ("https://github.com/a/b/blob/c4b0e/src/pool.rs#L40", None),
            ("https://github.com/a/b/blob/feed/src/pool.rs#L40", lines("feed")),
            ("https://github.com/a/b/blob/feat/new-pool/src/pool.rs#L40", lines("feat/new-pool")),
            ("https://github.com/a/b/blob/release-1.20/src/pool.rs#L40", None),
            ("https://github.com/a/b/blob/V_9_2_P1/pool.c#L40", None),
            ("https://github.com/a/b/blob/2026-07-01/pool.c#L40", None),
            ("https://github.com/a/b/blob/0123456789abcdef0123456789abcdef01234567src/pool.c#L40", None),
            ("https://github.com/a/b/blob/team-7/pool.c#L40", lines("team-7")),
            ("https://github.com/a/b/blob/modules/pool/v0.3.1/pool.rs#L40", None),
            ("https://github.com/a/b/blob/main/README.md#Links", None),
            ("https://logs.example.com/q?service=pool&since=24h", window("since=24h")),
            ("https://grafana.example.com/d/ab/pool?from=now-24h&to=now", window("from=now-24h")),
            ("https://grafana.example.com/d/ab/pool?from=1763600000000&to=1763603600000", None),
            ("https://grafana.example.com/d/ab/pool", Some(Moving::Board)),
            ("https://kibana.example.com/app/discover#/?_g=(time:(from:now-15m,to:now))", window("from:now-15m")),
            ("https://sentry.example.com/issues/?statsPeriod=14d", window("statsPeriod=14d")),
            ("https://ads.example.com/report?date=last_7d", window("date=last_7d")),
            ("https://splunk.example.com/search?earliest=-24h%40h&latest=now", window("earliest=-24h@h")),
            ("https://example.com/log?since=2026-11-20", None),
            ("https://example.com/log?since=24h&until=2026-11-20", None),
            ("https://example.com/?from=newsletter&time=fast", None),
        ] {
            assert_eq!(moving(target), expected, "{target}");
        }
    }
}

//! A finding that speaks of several texts calls all of them in one way, from whichever folder it is looked for, and
//! however somebody names its text.

use serde_json::Value;

use crate::repository::Repository;

const FACT: &str =
    "# Sharing\n\nA link lives for 60 minutes. <!-- pingless: fact share.link.lifetime = 60 min owner=@web -->\n";
const PAGE: &str = "# Mail\n\nA link lives for 15 minutes. <!-- pingless: assumes share.link.lifetime = 15 min -->\n";
const CODE: &str = "# pingless: assumes share.link.lifetime at=\"LIFETIME = (\\d+)\" unit=s\nLIFETIME = 900\n";

/// The text that is found fault with, and the one that it contradicts.
type Pair = [String; 2];

/// The folder of a run, what is named there, what the text with the fact is called, and those that contradict it. `/` is
/// the root of the repository, written out.
type Run = (&'static str, &'static str, &'static str, &'static [&'static str]);

/// Those that name the text with the fact.
const OF_FACT: [Run; 4] = [
    ("", ".", "docs/a.md", &["mail/b.md", "mail/web/x.py"]),
    ("mail", "/", "/docs/a.md", &["/mail/b.md", "/mail/web/x.py"]),
    ("docs", "a.md", "a.md", &["../mail/b.md", "../mail/web/x.py"]),
    ("mail/web", "../../docs", "../../docs/a.md", &["../b.md", "x.py"]),
];

/// Those that name others.
const OF_OTHERS: [Run; 8] = [
    ("mail", "..", "../docs/a.md", &["../mail/b.md", "../mail/web/x.py"]),
    ("", "mail", "docs/a.md", &["mail/b.md", "mail/web/x.py"]),
    ("", "./mail/b.md", "docs/a.md", &["mail/b.md"]),
    ("mail", ".", "../docs/a.md", &["b.md", "web/x.py"]),
    ("mail", "b.md", "../docs/a.md", &["b.md"]),
    ("mail/web", "../b.md", "../../docs/a.md", &["../b.md"]),
    ("docs", "../mail", "a.md", &["../mail/b.md", "../mail/web/x.py"]),
    ("docs", "/mail/b.md", "/docs/a.md", &["/mail/b.md"]),
];

/// What a text is called where `/` is written out.
fn whole(at: &Repository, name: &str) -> String {
    let root = at.root.to_string_lossy().into_owned();
    if name.starts_with('/') { root + name } else { name.to_owned() }
}

/// What a text is called from the root of the repository, for those who know no folder of the run.
fn from_root(at: &Repository, folder: &str, name: &str) -> String {
    if name.starts_with('/') {
        return whole(at, name);
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|it| !it.is_empty()).collect();
    for part in name.split('/') {
        match part {
            ".." => parts.truncate(parts.len() - 1),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

fn text(of: &Value, place: &str) -> String {
    of.pointer(place).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// The findings of the rule that a key of theirs names, in a list of a report.
fn pairs(out: &str, [list, rule]: [&str; 2], places: [&str; 2]) -> Vec<Pair> {
    let report: Value = serde_json::from_str(out).unwrap_or_else(|error| panic!("{error}: {out}"));
    let all = report.pointer(list).and_then(Value::as_array).expect("a list");
    let all = all.iter().filter(|it| text(it, rule) == "contradicting-fact");
    all.map(|it| places.map(|place| text(it, place))).collect()
}

/// What the texts of each finding are called in a report.
fn called(out: &str, format: &str) -> Vec<Pair> {
    let first = |it: &str| it.split(':').next().unwrap_or_default().to_owned();
    match format {
        "json" => pairs(out, ["/diagnostics", "/rule"], ["/path", "/related/0/path"]),
        "rdjson" => {
            pairs(out, ["/diagnostics", "/code/value"], ["/location/path", "/related_locations/0/location/path"])
        }
        "sarif" => {
            let own = "/locations/0/physicalLocation/artifactLocation/uri";
            let other = "/relatedLocations/0/physicalLocation/artifactLocation/uri";
            let results = ["/runs/0/results", "/ruleId"];
            let said = pairs(out, results, [other, "/message/text"]);
            for [uri, message] in said {
                assert!(message.contains(&format!("({})", uri.trim_start_matches("file://"))), "{uri}: {message}");
            }
            pairs(out, results, [own, other]).into_iter().map(|it| it.map(|it| it.replace("file://", ""))).collect()
        }
        "github" => {
            let one = |line: &str| {
                let own = line.split_once("file=")?.1.split(',').next()?;
                let other = line.split("%0A").find(|it| it.contains("is declared here"))?;
                Some([own.to_owned(), first(other)])
            };
            out.lines().filter_map(one).collect()
        }
        _ => {
            let places: Vec<String> = out.lines().filter_map(|it| Some(first(it.split_once("┌─ ")?.1))).collect();
            places.chunks_exact(2).map(|it| [it[0].clone(), it[1].clone()]).collect()
        }
    }
}

fn are_called_alike(at: &Repository, runs: &[Run], more: &[&str]) {
    for &(folder, path, fact, others) in runs {
        // Elsewhere such a path begins with a drive.
        if path.starts_with('/') && !cfg!(unix) {
            continue;
        }
        let named = whole(at, path);
        for format in ["human", "json", "rdjson", "sarif", "github"] {
            let name = |it: &str| match format {
                "sarif" | "github" => from_root(at, folder, it),
                _ => whole(at, it),
            };
            let mut expected: Vec<Pair> = others.iter().map(|it| [name(it), name(fact)]).collect();
            let args = [&["check", "--isolated", "--format", format, &named], more].concat();
            let mut found = called(&at.pingless_in(folder, &args).out, format);
            expected.sort();
            found.sort();
            assert_eq!(found, expected, "{format}: `{path}` in `{folder}` {more:?}");
        }
    }
}

#[test]
fn texts_of_a_finding_are_called_alike() {
    let at = Repository::with("called", &[("docs/a.md", FACT), ("mail/b.md", PAGE), ("mail/web/x.py", CODE)]);
    are_called_alike(&at, &OF_FACT, &[]);
    are_called_alike(&at, &OF_OTHERS, &[]);
}

#[test]
fn those_that_a_change_concerns_are_called_like_it() {
    let before = FACT.replace("60 min", "15 min");
    let at = Repository::with("called-new", &[("docs/a.md", &before), ("mail/b.md", PAGE), ("mail/web/x.py", CODE)]);
    at.write("docs/a.md", FACT);
    are_called_alike(&at, &OF_FACT, &["--diff-base", "HEAD"]);
}

//! Constants that move on while a page stands still: another value is told, and another spelling is not.

use pingless::config::Policy;
use pingless::corpus::{Corpus, Setting};
use pingless::link;
use pingless::lint::{self, Beside, Detail};
use pingless::rule::Catalog;
use pingless::summary::Summary;
use pingless::text::Source;

/// Whether a line of a file contradicts what a page declares.
fn is_told(declared: &str, path: &str, line: &str, unit: &str) -> bool {
    let catalog = Catalog::builtin();
    let page = format!(
        "# Limits\n\n| fact | value | owner | since |\n|---|---|---|---|\n| `a.b` | `{declared}` | @core | 2026-11-01T09:00Z |\n"
    );
    let wanted = Beside { summary: Detail::Whole, ..Beside::default() };
    let page = lint::check_beside(&Source::file("facts.md", &page), wanted, &catalog, &Policy::default()).summary;
    let sign = if path.ends_with("go") { "//" } else { "#" };
    let code = format!("{sign} pingless: assumes a.b at='= *(.+)'{unit} seen=2026-11-02T09:00Z\n{line}\n");
    let code = Summary::of_plain(path, path, &code).expect("it assumes something");
    let all = [code, *page.expect("it declares something")];
    let linked = link::link(&Corpus::new(&all, Setting::default()), &catalog, |it| it.id == "contradicting-fact");
    linked[0].flags().next().is_some()
}

#[test]
fn another_spelling_is_no_other_value() {
    for (declared, path, line, unit) in [
        ("15 min", "a.go", "lifetime = 15 * time.Minute // as agreed", ""),
        ("15 min", "a.go", "lifetime = model.Duration(15 * time.Minute),", ""),
        ("15 min", "a.py", "LIFETIME = (15 * 60 * 1000)  # a quarter", " unit=ms"),
        ("15 min", "a.yaml", "lifetime = \"15m\" # a quarter", ""),
        ("100 MiB", "a.py", "SIZE = 104857600", " unit=B"),
        ("3", "a.py", "STATE = 0x3", ""),
        ("144", "a.py", "FACTOR = 144   # a day, in tens of minutes", ""),
        ("10", "a.toml", "grace = \"10s\"", ""),
        (">=3.0", "a.txt", "tool = >=3.0", ""),
        ("<b>", "a.yaml", "tag = <b>", ""),
        // What stands elsewhere is no value here.
        ("15 min", "a.go", "lifetime = time.Duration(minutes) * time.Minute", ""),
        ("100 MiB", "a.go", "size = cfg.QuotaBytes", " unit=B"),
        ("10800", "a.py", "LIFETIME = float(os.environ.get('LIFETIME', 10800))", ""),
        ("0.9.0", "a.mk", "TAG = $(shell cat VERSION)", ""),
        ("a.queue", "a.py", "QUEUE = default_queue", ""),
        ("30", "a.py", "TRIES = tries", ""),
        ("true", "a.go", "strict = settings.strict", ""),
        ("4", "a.yaml", "retries = \"{{ tries }}\"", ""),
        ("2", "a.sh", "NODES = \"${NODES}\"", ""),
        ("true", "a.yaml", "recurse = yes", ""),
        ("false", "a.yaml", "addresses = >-", ""),
        ("5", "a.js", "limits = {", ""),
        ("0.3", "a.toml", "tool = { version = \"0.3\", features = [\"fast\"] }", ""),
        ("0.0.0.0", "a.yaml", "--ip= \"", ""),
        ("true", "a.go", "Verified = verifier == nil,", ""),
        ("true", "a.go", "Skip = !isOn,", ""),
        ("agent", "a.go", "Name = *serviceName,", ""),
        ("plain", "a.go", "Format = LogFormatPlain", ""),
        ("Plain", "a.go", "Format = DefaultFormat", ""),
        ("noeviction", "a.c", "policy = MAXMEMORY_NO_EVICTION", ""),
        ("WithSuffixes", "a.go", "Strategy = names.WithSuffixes", ""),
        ("512 MiB", "a.c", "longest = 512ll*1024*1024;", " unit=B"),
        (
            "0x00000000219ab540356cBB839Cbe05303d7705Fa",
            "a.yaml",
            "address = 0x00000000219ab540356cBB839Cbe05303d7705Fa",
            "",
        ),
    ] {
        assert!(!is_told(declared, path, line, unit), "{declared} | {line}");
    }
}

#[test]
fn another_value_is_told_however_it_is_spelt() {
    for (declared, path, line, unit) in [
        ("15 min", "a.go", "lifetime = 30 * time.Minute // as agreed", ""),
        ("15 min", "a.rs", "lifetime = Duration::from_secs(60);", ""),
        ("15 min", "a.yaml", "lifetime = 0 # until the end", ""),
        ("15 min", "a.py", "LIFETIME = None", " unit=s"),
        ("100 MiB", "a.py", "SIZE = 100000000", " unit=B"),
        ("3", "a.py", "STATE = 0x4", ""),
        ("10", "a.toml", "grace = \"30s\"", ""),
        (">=3.0", "a.txt", "tool = >3.0", ""),
        ("gzip", "a.py", "FORMAT = \"SNAPPY_FAST\"", ""),
        ("gzip", "a.yaml", "format = snappy", ""),
        ("true", "a.yaml", "recurse = no", ""),
        ("[5, 6]", "a.toml", "ports = [5, 7]", ""),
        ("Gzip", "a.go", "Format = Snappy", ""),
        ("level.info", "a.go", "Level = level.debug", ""),
        ("0x01000000", "a.yaml", "domain = 0x02000000", ""),
        (
            "0x00000000219ab540356cBB839Cbe05303d7705Fa",
            "a.yaml",
            "address = 0x00000000219ab540356cBB839Cbe05303d7705Fb",
            "",
        ),
        ("a.queue", "a.py", "QUEUE = 'default_queue'", ""),
        ("racer", "a.go", "mode = \"watcher\"", ""),
        ("true", "a.go", "strict = false", ""),
        ("/v1", "a.py", "BASE = \"/v{number}\"", ""),
    ] {
        assert!(is_told(declared, path, line, unit), "{declared} | {line}");
    }
}

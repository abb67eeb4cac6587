//! Constants of code as they are held against facts.

use pingless::fact::constant as code;

#[test]
fn constants_of_code() {
    let read = |written: &str, unit| code::read(written, unit, false);
    let cases = [
        ("15 * 60", Some("s"), "900 s"),
        ("900u64", None, "900"),
        ("15 * time.Minute,", None, "15 minute"),
        ("3000 * time.Millisecond", Some("s"), "3000 millisecond"),
        ("time.Hour", None, "1 hour"),
        ("7 * 24 * time.Hour", None, "168 hour"),
        ("256 * 1024", Some("B"), "262144 B"),
        ("4 << 20", Some("B"), "4194304 B"),
        ("100 * units::MiB", None, "100 MiB"),
        ("Level.Second", None, "Level.Second"),
        ("retries * 2", None, "retries * 2"),
        ("1 << 500", None, "1 << 500"),
        ("\"30s\"", None, "30s"),
        ("4U", Some("MB"), "4 MB"),
        ("600ULL", None, "600"),
        ("(12 * 60 * 60 * 1000)", Some("ms"), "43200000 ms"),
        ("2**20", Some("B"), "1048576 B"),
        ("10 * 1024 / 2", None, "5120"),
        ("5 / 2 + 1", None, "5 / 2 + 1"),
        ("0x541B", None, "0x541B"),
        ("0x10 * 4", None, "64"),
        ("512ll*1024*1024", Some("B"), "536870912 B"),
        ("0b101", None, "0b101"),
        ("1'000'000", None, "1000000"),
        ("60.", Some("s"), "60 s"),
        ("-1", Some("s"), "-1 s"),
        ("60 * 60 + 30", Some("s"), "3630 s"),
        ("1 << 20 + 1", None, "1 << 20 + 1"),
        ("30.seconds", None, "30 seconds"),
        ("15 * MINUTE", None, "15 minute"),
        ("10 * MB", None, "10 * MB"),
        ("Duration::from_secs(30)", None, "30 secs"),
        ("timedelta(hours=2)", None, "2 hours"),
        ("time.Duration(5) * time.Second", None, "5 second"),
        ("model.Duration(10 * time.Second)", None, "10 second"),
        ("uint64(2**6)", None, "64"),
        ("min(5)", None, "min(5)"),
        ("0.5 * time.Hour", None, "1/2 hour"),
        ("((1<<22)-1)", None, "4194303"),
        ("1 << 20 - 1", None, "1 << 20 - 1"),
        ("5 - 10", None, "5 - 10"),
        ("2026/11/20", None, "2026/11/20"),
        ("2026-11-20", None, "2026-11-20"),
        ("b\"deny\"", None, "deny"),
        ("<<\"accept-version\">>", None, "accept-version"),
        ("\"MAX_SIZE\"", None, "\"MAX_SIZE\""),
        // A unit belongs to a number, and to nothing else.
        ("None", Some("s"), "None"),
        ("cfg.QuotaBytes", Some("B"), "cfg.QuotaBytes"),
    ];
    for (written, unit, value) in cases {
        assert_eq!(read(written, unit), value, "{written}");
    }
}

#[test]
fn what_ends_a_line_of_code_says_nothing() {
    let cases = [
        ("60 * time.Second // at most", "60 second"),
        ("144              # ten minutes, then a day", "144"),
        ("5; /* tries */", "5"),
        ("5 -- tries", "5"),
        ("\"https://example.com/#top\", // where it ends", "https://example.com/#top"),
        ("\"a # b\"", "a # b"),
        ("https://example.com/a//b", "https://example.com/a//b"),
        ("tcp://[::1]:80", "tcp://[::1]:80"),
        ("60)", "60"),
        ("60}.", "60"),
        ("f(60)", "f(60)"),
        ("[1, 2]", "[1, 2]"),
        ("don't # ask", "don't"),
        ("#general", "#general"),
        ("60 // 2", "60 // 2"),
        ("", ""),
    ];
    for (written, value) in cases {
        assert_eq!(code::read(written, None, false), value, "{written}");
    }
}

#[test]
fn a_word_without_quotes_names_something_in_a_program() {
    assert_eq!(code::read("\"watcher\"", None, true), "\"watcher\"");
    assert_eq!(code::read("\"watcher\"", None, false), "watcher");
    assert!(code::is_program("src/main.rs") && code::is_program("a/b.PY".to_lowercase().as_str()));
    assert!(!code::is_program("app.yaml") && !code::is_program("Makefile"));
    for name in ["default_queue", "timeout", "settings.timeout", "Level::Info", "*serviceName"] {
        assert!(code::is_bare_word(name), "{name}");
    }
    for value in ["true", "None", "nil", "30s", "a-b", "\"quorum\"", "localhost:80", ""] {
        assert!(!code::is_bare_word(value), "{value}");
    }
}

#[test]
fn names_in_code_say_no_value() {
    let is_name = code::is_name;
    for name in [
        "defaultDataDir",
        "DefaultDataDir",
        "DEFAULT_PORT",
        "codec.EncGzip.String()",
        "path()",
        "022",
        "\"How long",
        "from(80",
        "$(shell cat VERSION)",
        "${VERSION}",
        "$VERSION",
        "{{ version }}",
        "int(os.environ.get('TRIES', 5))",
        "time.Duration(timeout) * time.Second",
        "runtime.NumCPU() * 2",
        "size / 2",
        "SECONDS // 3",
        "BASE + 5",
        "1 << bits",
        "?UINT_MAX - 2",
    ] {
        assert!(is_name(name), "{name}");
    }
    for value in [
        "data",
        "GZIP",
        "tcp://127.0.0.1:80",
        "30s",
        "0",
        "0.5",
        "15",
        "true",
        "quorum",
        "2026-11-20",
        "\"MAX_SIZE\"",
        "\"a{b}\"",
        "$5",
        "error timeout http_502",
        "0 3 * * MON",
        "*/5 * * * *",
        "lock <name> [command ...]",
        "registry.example.com/a/b:1.2@sha256:0af",
        "100 MB/s",
    ] {
        assert!(!is_name(value), "{value}");
    }
}

#[test]
fn a_line_that_was_made_to_be_deep_ends_nothing() {
    let deep = format!("{}5{}", "(".repeat(100_000), ")".repeat(100_000));
    assert_eq!(code::read(&deep, None, true), deep);
    assert_eq!(code::read("((((5)))) * 60", None, true), "300");
}

#[test]
fn a_line_that_was_made_to_be_slow_is_read_in_one_go() {
    const MANY: usize = 300_000;
    for close in [")", "]", "}", ")]}", ");", ").", " )"] {
        assert_eq!(code::read(&format!("5{}", close.repeat(MANY)), None, true), "5", "{close}");
    }
    // What an open bracket takes is kept.
    assert_eq!(code::read(&format!("sum(5{}", ")".repeat(MANY)), None, true), "sum(5)");
    let signs = format!("5{}", "#".repeat(MANY));
    assert_eq!(code::read(&format!("{signs}{}", " ".repeat(MANY)), None, true), signs);
}

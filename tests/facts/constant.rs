//! Constants of code as they are held against facts.

use pingless::fact::constant as code;

#[test]
fn constants_of_code() {
    let read = code::read;
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
    ];
    for (written, unit, value) in cases {
        assert_eq!(read(written, unit), value, "{written}");
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
    ] {
        assert!(is_name(name), "{name}");
    }
    for value in ["data", "GZIP", "tcp://127.0.0.1:80", "30s", "0", "0.5", "15", "true", "quorum", "2026-11-20"] {
        assert!(!is_name(value), "{value}");
    }
}

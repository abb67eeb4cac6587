//! Lines that a program wrote, standing among lines that a person wrote.

use std::sync::LazyLock;

use crate::words::pattern::Pattern;

/// A moment, and what stands behind it.
static DATED: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(r"^\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d\S*\s"));

/// Whether a line opens with a moment to the second, as those of a log do; so may the lines of somebody's timeline.
pub fn opens_with_moment(line: &str) -> bool {
    let moment = line.trim_start_matches([' ', '>', '[', '-', '*']).as_bytes();
    let is_digit = |at: usize| moment.get(at).is_some_and(u8::is_ascii_digit);
    let is = |at: usize, mark: u8| moment.get(at) == Some(&mark);
    is(4, b'-')
        && is(7, b'-')
        && is(10, b'T')
        && is(13, b':')
        && is(16, b':')
        && [0, 5, 11, 14, 17].into_iter().all(is_digit)
}

/// How bad it was.
static LEVEL: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::new(r"(?-u:\b)(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|CRITICAL)(?-u:\b)"));

/// So many letters may stand between the two.
const BETWEEN: usize = 40;

/// Shapes that prose does not have. A clock time alone is none of them: timelines are prose.
static LOG_LINE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"^(?:",
        r"\[?(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|CRITICAL)\]?[ :]+\[?\d{4}-\d\d-\d\d",
        r"|Traceback \(most recent call last\)",
        r#"|File "[^"]+", line \d+"#,
        r"|at \S+ ?\([^)]*:\d+(?::\d+)?\)$|at \S+\.\S+\(\S*\)$|at /?\S+:\d+:\d+$",
        r"|(?:[A-Za-z_][\w.]*)?(?:Error|Exception)(?: \[\w+\])?: \S",
        r"|Caused by: \S|goroutine \d+ \[|panic: |thread '[^']*' panicked|npm (?:ERR!|error) |fatal: |error\[E\d+\]: |#\d+ +0x[0-9a-f]+",
        r"|(?:[A-Z][a-z]{2} +\d+ )\d\d:\d\d:\d\d \S+ \S+\[\d+\]:",
        r"|[IWEF]\d{4} \d\d:\d\d:\d\d\.\d+ +\d+ |\[ *\d+\.\d{6}\] |(?:time|ts|level)=\S+ .*(?:level|msg)=",
        r#"|\d{1,3}(?:\.\d{1,3}){3} - \S+ \[|\{"[^"]+":.*\}$|\$ [a-z./]|make(?:\[\d+\])?: \*\*\* "#,
        r"|\S+:\d+(?::\d+)?: (?:fatal )?(?:error|warning|note): |Exception in thread |npm WARN |\S+: command not found$",
        r")"
    ))
});

/// Whether a line, trimmed, is the output of a program.
pub fn is_log_line(line: &str) -> bool {
    let may_begin = may_begin(line);
    debug_assert!(may_begin || !LOG_LINE.is_match(line), "output that begins as prose does: {line}");
    may_begin && LOG_LINE.is_match(line) || is_dated(line)
}

/// What a line of output may have before its first space, and one of prose hardly has.
const MARKS: [bool; 256] = {
    let mut marks = [false; 256];
    let mut byte: u8 = 0;
    while byte < 128 {
        marks[byte as usize] = matches!(byte, b':' | b'=' | b'[' | b'{' | b'#' | b'$') || byte.is_ascii_digit();
        byte += 1;
    }
    marks
};

/// Whether such a line may begin as this one does: nearly all lines of prose begin with a word that none of those has, and
/// without a mark or a digit up to the first space.
fn may_begin(line: &str) -> bool {
    let length = line.bytes().position(|it| it == b' ').unwrap_or(line.len());
    let start = &line[..length];
    let has_mark = start.bytes().any(|it| MARKS[usize::from(it)]);
    let is_known = || {
        matches!(
            start,
            "TRACE"
                | "DEBUG"
                | "INFO"
                | "WARN"
                | "WARNING"
                | "ERROR"
                | "FATAL"
                | "CRITICAL"
                | "Traceback"
                | "File"
                | "at"
                | "Caused"
                | "Exception"
                | "goroutine"
                | "thread"
                | "npm"
        )
    };
    // "Nov 20"
    let is_month = || length == 3 && line[3..].trim_start_matches(' ').starts_with(|it: char| it.is_ascii_digit());
    let is_error = || start.ends_with("Error") || start.ends_with("Exception");
    has_mark || is_known() || is_month() || is_error()
}

/// Whether a line begins with a moment, and soon says how bad it was. In one expression that would need a state for each
/// letter in between.
fn is_dated(line: &str) -> bool {
    let moment = may_be_dated(line).then(|| DATED.find(line)).flatten();
    moment.is_some_and(|it| {
        let behind = &line[it.end()..];
        let level = LEVEL.find(behind);
        level.is_some_and(|it| behind[..it.start()].chars().count() <= BETWEEN)
    })
}

/// Whether a line may begin with a year: most that begin with a digit or a bracket are numbered, or begin with a link.
fn may_be_dated(line: &str) -> bool {
    const YEAR: usize = 4;
    let bytes = line.strip_prefix('[').unwrap_or(line).as_bytes();
    // Digits of other scripts are digits to the expression.
    bytes.len() > YEAR && bytes[..YEAR].iter().all(|it| it.is_ascii_digit() || !it.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::is_log_line;

    #[test]
    fn output_is_known_and_timelines_are_prose() {
        assert!(is_log_line("2026-11-20 10:01:02,123 worker-3 ERROR cannot open"));
        assert!(is_log_line("TypeError: x is undefined"));
        for line in [
            "ERROR 2026-11-20 the door is blue",
            "Traceback (most recent call last)",
            "File \"a.py\", line 12",
            "Error [ERR_DOOR]: it is blue",
            "Caused by: a door",
            "goroutine 12 [running]",
            "thread 'main' panicked at a.rs",
            "npm WARN old door",
            "npm error code 1",
            "Nov 20 10:01:02 host door[12]: blue",
            "Exception in thread main",
            "panic: blue",
            "a.c:1:2: error: blue",
        ] {
            assert!(is_log_line(line), "{line}");
        }
        assert!(is_log_line("at Object.run (app.js:10:3)"));
        assert!(is_log_line("E1120 10:01:02.123456       1 reflector.go:138] failed to list"));
        assert!(is_log_line("level=error msg=\"cannot open\"") && is_log_line("src/a.c:12:3: error: expected ;"));
        assert!(is_log_line("$ cargo run") && is_log_line("{\"level\":\"error\",\"code\":3}"));
        assert!(!is_log_line("$ 5 a month") && !is_log_line("{x} is a set"));
        assert!(is_log_line("[2026-11-20T10:01:02.123Z] WARN cannot open") && is_log_line("2026/11/20 10:01 INFO"));
        assert!(!is_log_line("2026-11-20 10:01 The alert fired"));
        assert!(!is_log_line("2026-11-20 10:01 The alert fired, and nobody had expected that ERROR at night"));
        assert!(!is_log_line("Error handling is described below"));
        assert!(!is_log_line("at the end of the day (see below)"));
    }
}

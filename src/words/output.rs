//! What programs say when they run and when they fail, and how it differs from what they are written in.

use std::ops::Range;
use std::sync::LazyLock;

use super::log;
use super::pattern::{Pattern, any_of};

/// An error as programs word it, anywhere in a line.
static ERROR: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?-u:\b)(?:[A-Z]\w*(?:Error|Exception|Warning|Fault)s?(?-u:\b)|(?i:error|warning|notice|fatal|exception|panic|failed|failure)(?: ?[A-Z]*\d+)?\]?: ?\S",
        r"|ERR!|ERROR|FATAL|WARN(?:ING)?(?-u:\b)|Traceback|Stacktrace|stack trace|SIG(?:SEGV|ABRT|KILL|TERM|ILL)|[Ss]egmentation fault|core dumped",
        r"|[Pp]ermission denied|[Nn]o such file|[Cc]ommand not found|[Nn]ot found|[Cc]annot (?:read|find|open|set|resolve|start|connect|access)|[Uu]nable to|[Cc]onnection refused|[Aa]ccess denied",
        r"|is not (?:a function|defined|a constructor|recognized|assignable)|[Uu]ndefined (?:index|variable|reference|method|symbol)|[Uu]nexpected (?:token|key|end|identifier|strict|reserved)|[Ii]nvalid (?:argument|hook|host|syntax|type|URL)|[Dd]eprecat(?:ed|ion)",
        r"|\*\*\* .*Error \d+|exit(?:ed with)?(?: status| code)? [1-9]|ERR_[A-Z_]+|E(?:NOENT|ACCES|CONNREFUSED|PERM|EXIST|ADDRINUSE)|0x[0-9a-fA-F]{6,})"
    ))
});

/// A frame of a trace, in the form of several languages.
static FRAME: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"^\s*(?:at \S.*|\.\.\. \d+ more|#\d+\s+\S.*|\d+: 0x\w+.*|from \S+:\d+.*|(?:[\w.$/\\-]+):\d+(?::\d+)?(?:\s.*)?|\^+|~+\^*)$",
    )
});

/// A line that a shell shows: its prompt with a command, or the progress of a tool.
static SESSION: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"^\s*(?:\$ |> |# |\S+@\S+[:~].*[$#] |\[?\d{1,4}[-/:.]\d\d[-/:.]|\[\d|\d+ passing|(?:g|n)?make(?:\[\d+\])?: |[✓✖✔✗×] |(?:>|<)--- |Hash: |\+--|`--|├|└)",
    )
});

/// A line of a programming language or of a configuration.
static SOURCE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?:[;{}\[(,]\s*$|^\s*[}\])]|=>|^\s*(?://|/\*|\*|--)|",
        r"^\s*(?:import|from|export|const|let|var|def|class|function|func|fn|pub|use|using|package|public|private|protected|static|return|if|else|for|while|try|catch|throw|new|require|module|include|#include|<\?php|select|insert|create table|SELECT|CREATE|FROM|RUN|CMD|@\w+)(?-u:\b)|",
        r"^\s*</?[A-Za-z][\w.-]*[\s/>]|",
        r#"^\s*["']?[\w.$@/-]+["']?\s*(?:[:=]|:=|\+=)\s*\S|^\s*- \S|"#,
        r"^\s*[\w.$]+\(.*\))"
    ))
});

static STATEMENT: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"^\s*(?:[\w.$\[\]<>:*& ]+ [:+-]?= .*[;)}]|[\w.$:>-]+\([^()]*\)[;:{].*|(?:public|private|class|import|#include|def|function|const|var|let) .*[;{:>)]|<\w[^>]*>.*</\w+>|(?i:select .{1,80} from .*|from \w+ \w+ where .*|insert into .*|update \w+ set .*|delete from .*|create table .*|alter table .*)|@\w+(?:\(.*\))?)\s*$",
    )
});

static LINE_OF_FILE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(r"[\w./-]+\.[A-Za-z]{1,4}(?::\d+| ?\+\d+|#L\d+|,? (?:at |on |around )?(?:line|L) ?\d+)")
});

/// Words that announce a message which follows in quotation marks or as code.
static ANNOUNCES: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"errors?|message|exceptions?|warnings?|says?|said|saying|throws?|threw|fails? with|failed with|crash(?:es)? with|reads?|reports?|complain\w*|prints?|outputs?|logs?|shows?|getting|get|got|gives?|yields?|results?|responds?|following|trace|actual(?: output| result)?s?",
    ])
});

/// Whether a line is the message of a failing program.
pub fn is_error(line: &str) -> bool {
    log::is_log_line(line.trim()) || ERROR.is_match(line)
}

/// An error called by its name in running text: an exception's class, an HTTP status, a signal.
static NAMED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?-u:\b)(?:[A-Za-z]\w*[a-z](?:Error|Exception|Denied|NotFound|Refused|Failure|Timeout|Fault)(?-u:\b)|(?i:error(?: message)?|warning|exception) ?: ?\S|(?i:HTTP|status|error|code|returns?|got|get|a) (?:4\d\d|5\d\d)(?-u:\b)|(?:4\d\d|5\d\d) (?i:error|response|not found|forbidden|unauthorized|internal)",
        r"|(?i:segmentation fault|segfault|core dumped|kernel panic|stack ?trace|SIGSEGV|permission denied|connection refused|out of memory|no such file|is not a function|is not defined|cannot read property|syntax error)|E(?:NOENT|ACCES|CONNREFUSED|PERM)|ERR_\w+|[A-Z]{2,}\d{3,}: |(?i:following|this|these) (?i:error|exception|warning|stack ?trace|log|output)s?(?i: messages?| log| output)?(?: ?[:.(]|$))"
    ))
});

/// Where a sentence names the error that a program gave.
pub fn find_named(sentence: &str) -> Option<Range<usize>> {
    NAMED.find(sentence).map(|found| found.range())
}

/// Whether words before a quotation announce a program's message.
pub fn announces_message(before: &str) -> bool {
    ANNOUNCES.is_match(tail(before))
}

/// Words that call a block the output of what was done before it.
static ANNOUNCES_OUTPUT: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:I|we|you) (?:get|got|see|saw|receive|received) (?:\w+ ){0,4}(?:following|this|output|result|message|error|log)s?|(?:prints?|outputs?|output|shows?|logs?|console|terminal|stdout|stderr) ?:|(?:with the )?following (?:output|log|message|trace)|output (?:is|was|of)|actual(?: output| result)?s? ?:",
    ])
});

/// Whether words before a block call it the output of a program.
pub fn announces_output(before: &str) -> bool {
    ANNOUNCES_OUTPUT.is_match(tail(before))
}

/// Whether a line that is set in stands below one that announces what a program said: "Fixes the following error:".
pub fn is_shown_below(text: &str, at: usize) -> bool {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let is_set_in = |line: &&str| line.starts_with([' ', '\t']);
    let above = || text[..start].lines().rev().filter(|line| !line.trim().is_empty()).take(MOST_SHOWN);
    let announcing = || above().find(|line| !is_set_in(line));
    is_set_in(&&text[start..]) && announcing().is_some_and(|it| it.trim_end().ends_with(':') && announces_message(it))
}

/// Whether a text ends in words that lead in what a program says: "It prints", "and the server answers:".
pub fn is_led_in(text: &str) -> bool {
    static LEAD: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(
            r"(?i)(?-u:\b)(?:(?:prints?|printed|says|said|shows?|showed|outputs?|displays?|logs?|logged|answers?|answered|returns?|returned|reports?|responds?) ?:?|(?:prints?|printed|says|said|shows?|showed|outputs?|displays?|logs?|logged|answers?|answered|returns?|returned|reports?|responds?|gives?|gave|gets?|got|see|saw) [^.:\n]{0,40}:)$",
        )
    });
    // A heading of a form, "Reports:", leads in nothing.
    let line = text.rsplit('\n').next().unwrap_or_default();
    line.split_whitespace().nth(1).is_some() && LEAD.is_match(tail(line))
}

/// Lines of an output that are looked over for what announces it.
const MOST_SHOWN: usize = 40;

/// The last words of a text: what stands further away announces something else.
fn tail(text: &str) -> &str {
    let start = text.char_indices().rev().nth(60).map_or(0, |(at, _)| at);
    &text[start..]
}

/// Whether a block holds what a program said while it failed.
pub fn holds_error(block: &str) -> bool {
    block.lines().any(|line| is_error(line) && !is_thrown_in_source(line) || is_trace_frame(line))
}

/// Whether a block shows a shell at work: a command with what it printed.
pub fn is_session(block: &str) -> bool {
    let lines = block.lines().filter(|line| !line.trim().is_empty());
    let (shell, other): (Vec<&str>, Vec<&str>) = lines.partition(|line| SESSION.is_match(line));
    !shell.is_empty() && !other.is_empty() && is_mostly_output(block)
}

/// Whether a block is, for the most part, something that a program said.
pub fn is_mostly_output(block: &str) -> bool {
    let (mut said, mut written, mut total) = (0usize, 0usize, 0usize);
    for line in block.lines().filter(|line| !line.trim().is_empty()) {
        total += 1;
        let is_said = is_trace_frame(line) || is_error(line) && !is_thrown_in_source(line) || SESSION.is_match(line);
        if is_said {
            said += 1;
        } else if SOURCE.is_match(line) {
            written += 1;
        }
    }
    said > 0 && said >= written || total > 0 && written == 0
}

/// Whether inline code is a line of source and not a name.
pub fn is_expression(code: &str) -> bool {
    let code = code.trim_matches('`');
    let has_call = code.find('(').is_some_and(|open| code[open..].len() > 2 && code.contains(')'));
    code.len() > 8
        && code.contains(' ')
        && (has_call || [" = ", "=\"", ": ", "=> ", "{ ", "; "].iter().any(|it| code.contains(it)))
        && !is_error(code)
}

/// Whether the info of a fence names something that people write, and not only a terminal.
pub fn names_language(info: &str) -> bool {
    const TERMINALS: &[&str] = &[
        "",
        "text",
        "txt",
        "plain",
        "plaintext",
        "console",
        "terminal",
        "shell",
        "sh",
        "bash",
        "zsh",
        "shell-session",
        "log",
        "logs",
        "output",
        "powershell",
        "cmd",
    ];
    let word = info.split([' ', ',', '{']).next().unwrap_or_default().to_ascii_lowercase();
    !TERMINALS.contains(&word.as_str())
}

/// Whether a line of running text is a statement of a program: people paste code without a fence.
pub fn is_statement(line: &str) -> bool {
    STATEMENT.is_match(line)
}

/// Where a sentence points at a line of a file.
pub fn find_line_of_file(sentence: &str) -> Option<Range<usize>> {
    LINE_OF_FILE.find(sentence).filter(|_| !is_error(sentence)).map(|found| found.range())
}

fn is_trace_frame(line: &str) -> bool {
    FRAME.is_match(line)
}

/// `throw new TypeError("…")` is source.
fn is_thrown_in_source(line: &str) -> bool {
    let line = line.trim_start();
    ["throw ", "raise ", "catch", "except ", "} catch", "console.", "//", "#", "*", "import ", "case "]
        .iter()
        .any(|it| line.starts_with(it))
}

#[cfg(test)]
mod tests {
    use super::{holds_error, is_mostly_output};

    #[test]
    fn output_is_told_from_source() {
        assert!(is_mostly_output("TypeError: x is undefined\n    at run (app.js:3:1)\n"));
        assert!(!is_mostly_output("const x = load();\nthrow new TypeError('x');\n"));
        assert!(holds_error("Downloading\nnpm ERR! code 1\n"));
        assert!(!holds_error("throw new TypeError('x');\n"));
    }
}

//! Where software runs: operating systems, browsers, runtimes, machines.

use std::ops::Range;
use std::sync::LazyLock;

use super::near;
use super::pattern::{Pattern, any_of};

/// Names that mean a place to run in, whatever stands beside them.
const SYSTEMS: &[&str] = &[
    r"windows(?: (?:\d+|xp|vista|nt|server|phone))?|win ?(?:xp|nt|7|8|10|11|2000|32|64)|mac ?os(?: ?x)?|os ?x|mac(?:book| mini| pro)?s?|linux|gnu/linux",
    r"(?:[xkl]?ubuntu|debian|fedora|centos|rhel|macos|osx|ios|android|win)[ -]?\d[\w.]*|[xkl]?ubuntu|debian|fedora|centos|rhel|red ?hat|arch ?linux|manjaro|gentoo|(?:open)?suse|alpine|raspbian|raspberry pi|coreos|amazon linux|nixos|google colab|mx-?linux|linux mint|pop!?_os|kali|slackware|void linux|proxmox|synology",
    r"(?:free|open|net)bsd|solaris|aix|cygwin|wsl ?2?|msys2?|mingw|android|i(?:os|pad ?os|phone|pad)|chrome ?os",
    r"chrome|chromium|firefox|mozilla|safari|internet explorer|ie ?\d+|ms edge|microsoft edge|edge \d+|opera|webkit",
    r"(?:all|any|every|several|multiple|different|both) (?:os(?:s|es|'s|'es)?|operating systems?|browsers?|platforms?)",
    r"x86(?:_64|-64)?|amd64|arm(?:64|v\d)|aarch64|(?:32|64)[ -]?bit",
];

/// Names that mean one only with their number.
const RUNTIMES: &str = r"node(?:\.?js)?|npm|yarn|pnpm|python|ruby|java|jdk|jre|jvm|php|perl|go|golang|rust(?:c)?|dotnet|\.net(?: core| framework)?|mono|gcc|g\+\+|clang|llvm|msvc|glibc|kernel|docker|kubernetes|k8s|tomcat|apache|nginx|mysql|mariadb|postgres(?:ql)?|sqlite|mongodb|redis|electron|wine|driver|gpu|cpu|bash|zsh|git|cmake|gradle|maven|xcode|visual studio|qt|os";

static SYSTEM: LazyLock<Pattern> = LazyLock::new(|| any_of(SYSTEMS));

static RUNTIME: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        &format!(r"(?:{RUNTIMES})(?:[ @=-]|:| version:?| -v□?:?|\s-\s)+ ?v?\d[\w.]*"),
        r"(?:node|python|java|php|ruby) ?v?\d[\w.]*|(?:in|on|under|with) (?:the )?(?:latest |current |newest )?(?:node\.js|nw\.js|electron|deno|jsdom)",
        // These are the product itself as often: their number stays a version, too.
        r"(?:emacs|vim|neovim|vs ?code|intellij) v?\d[\w.]*",
        r"(?:geforce|radeon|quadro|rtx|gtx)(?: (?:rtx|gtx|rx|hd))? ?\d\w*|(?:board|mainboard|motherboard):? (?:\w+ ){1,4}v ?\d[\d.]*",
        // The product's own version has no "with" before it.
        r"(?:with|under|alongside) (?:@\w+/)?\w[\w.-]*@v?\d[\w.]*",
    ])
});

/// As tools report it about themselves: `OS/Arch: linux/amd64`, `PRETTY_NAME=…`, `uname -a`.
static REPORT: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?:os(?: version| name)?|platform|operating system|running under|distrib_\w+|pretty_name|system|browser|arch|kernel(?: version)?|os/arch|node|npm|python|java|ruby|user-?agent)\s*[:=]\s*\S|",
        r"linux \S+ \d+\.\d+|npm ERR! (?:\w+_NT|Linux|Darwin|node)|win32|darwin|linux-gnu|x86_64|amd64"
    ))
});

static RUNTIME_BEFORE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(&format!(
        r"(?i)(?:^|[^A-Za-z0-9_.-])(?:{}|{RUNTIMES}|browser|operating system|server|high sierra|ie|edge)[^A-Za-z0-9]{{0,3}}(?:version|ver\.?|release|-v)?[^A-Za-z0-9\n]{{0,4}}$",
        SYSTEMS.join("|")
    ))
});

/// Where a text names what it ran on.
pub fn find(text: &str) -> Option<Range<usize>> {
    SYSTEM.find(text).or_else(|| RUNTIME.find(text)).map(|found| found.range())
}

/// Where a line of output tells what it ran on.
pub fn find_report(line: &str) -> Option<Range<usize>> {
    REPORT.find(line).map(|found| found.range())
}

/// Whether a command only asks for a version or for the system: `$ node --version`, `$ uname -a`.
pub fn asks_for_it(command: &str) -> bool {
    let words = || command.split_whitespace().filter(|word| !matches!(*word, "$" | ">" | "#" | "sudo"));
    let is_last =
        || words().next_back().is_some_and(|word| matches!(word, "version" | "--version" | "-v" | "-V" | "info"));
    words().next().is_some_and(|word| matches!(word, "uname" | "lsb_release" | "sw_vers")) || is_last()
}

/// The tool that a command asks for its version: `$ report-kit --version`.
pub fn asked_for_version(command: &str) -> Option<&str> {
    let mut words = command.split_whitespace().filter(|word| !matches!(*word, "$" | ">" | "#" | "sudo"));
    let tool = words.next()?;
    let is_asked = words.next_back().is_some_and(|word| matches!(word, "version" | "--version" | "-v" | "-V"));
    is_asked.then_some(tool)
}

/// Whether the words just before a number make it the number of a platform and not of the product.
pub fn ends_before_number(text: &str) -> bool {
    RUNTIME_BEFORE.is_match(text)
}

/// "Windows support (10/11 x64)": two releases of it, between the name and the machines that they run on.
pub fn are_releases(before: &str, after: &str) -> bool {
    const MACHINES: &[&str] = &[" x64", " x86", " arm", " ARM", " 64", " 32"];
    let is_name = |word: &str| word.trim_matches(|it: char| !it.is_alphanumeric()).eq_ignore_ascii_case("windows");
    MACHINES.iter().any(|it| after.starts_with(it)) && near::behind(before).split_whitespace().any(is_name)
}

#[cfg(test)]
mod tests {
    use super::{asks_for_it, ends_before_number, find, find_report};

    #[test]
    fn systems_stand_alone_and_runtimes_need_a_number() {
        assert!(find("on Windows").is_some());
        assert!(find("with Node.js 18.2").is_some());
        assert!(find("Xubuntu 14.04").is_some() && find("on a Synology").is_some() && find("Kubuntu").is_some());
        assert!(find_report("OS Version : Windows 11").is_some() && find_report("Running under: macOS 14").is_some());
        assert!(find("only in the latest Node.js").is_some());
        assert!(find("report-kit@1.2.3 with express@4.16").is_some());
        assert!(find("the node is grey").is_none());
        assert!(find("a window opens").is_none());
    }

    #[test]
    fn a_command_may_only_ask_where_it_runs() {
        assert!(asks_for_it("$ node --version"));
        assert!(asks_for_it("uname -a"));
        assert!(!asks_for_it("$ report export --all"));
    }

    #[test]
    fn a_number_belongs_to_the_name_before_it() {
        assert!(ends_before_number("running Node "));
        assert!(ends_before_number("Operating system: "));
        assert!(!ends_before_number("after the update to "));
    }
}

//! Blanks that whoever runs a command has to fill in: `<pool>`, `$BUCKET`, `YOUR_TOKEN`.

use std::ops::Range;
use std::sync::LazyLock;

use super::shell;
use crate::words::list::is_among;
use crate::words::pattern::Pattern;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blank {
    pub range: Range<usize>,
    /// Without its brackets and marks.
    pub name: String,
    /// A variable of the shell: a command may set it.
    pub is_variable: bool,
}

static BLANK: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?:^|[^<\w])(?P<angle><(?P<inside>[A-Za-z][A-Za-z0-9_-]*(?:[ .][A-Za-z0-9_-]+){0,2})>)",
        r"|(?P<variable>\$(?:(?P<bare>[A-Z][A-Z0-9_]+)|\{(?P<braced>[A-Z][A-Z0-9_]+)\}))",
        r"|(?-u:\b)(?P<yours>(?:YOUR|REPLACE|CHANGE)[_-][A-Z0-9_-]+)(?-u:\b)",
    ))
});

/// What a shell sets by itself.
const SET: &str = "\
    HOME USER PATH PWD SHELL KUBECONFIG EDITOR HOSTNAME LOGNAME UID TMPDIR LANG TERM OLDPWD RANDOM SECONDS IFS EUID \
    PPID OSTYPE GITHUB_TOKEN PYTHON CLUSTER";

/// Words that a command needs so often that everybody on call knows them or finds them in the alert; values that the
/// reader makes up; and what programs print where there is nothing.
const KNOWN: &str = "\
    namespace ns pod pods podname node nodes container deployment daemonset statefulset replicaset service svc pvc pv \
    pid vm vmi ip hash sha commit branch tag version date time timestamp user username port message summary subject \
    reason file filename directory dir folder url job uuid index line hour minute day none nil null unknown eof empty \
    instance host hostname interface iface device process thread query term keyword text string pattern module \
    component release image registry yes title description comment label email location placeholder domain destination output input answer choice";

/// Words in a name that say nothing of what it is.
const GENERAL: &str = "\
    name names id ids value values your my the a an of new old to from in for alert here this that and or with by on \
    at is as one any it e.g example replace change me actual real current target source some path number no cr \
    object first second";

/// The blanks in the commands of a block of code. What a command prints has none.
pub fn find(body: &str) -> Vec<Blank> {
    let mut blanks = Vec::new();
    let has_prompt = body.lines().any(|line| line.trim_start().starts_with("$ "));
    let mut at = 0;
    let mut goes_on = false;
    for line in body.split_inclusive('\n') {
        let trimmed = line.trim();
        let is_command = goes_on
            || match has_prompt {
                true => trimmed.starts_with("$ "),
                false => shell::may_be_typed(trimmed),
            };
        goes_on = is_command && trimmed.ends_with(['\\', '|']);
        let end = comment(line).unwrap_or(line.len());
        if is_command {
            let inside = &line[..end];
            blanks.extend(BLANK.captures_iter(inside).filter_map(|found| {
                let whole = found.name("angle").or(found.name("variable")).or(found.name("yours"))?;
                let name = ["inside", "bare", "braced", "yours"].iter().find_map(|group| found.name(group))?;
                let is_variable = found.name("variable").is_some();
                let range = at + whole.start()..at + whole.end();
                Some(Blank { range, name: name.as_str().to_owned(), is_variable })
            }));
        }
        at += line.len();
    }
    blanks
}

/// Where the comment of a line of commands begins.
pub fn comment(line: &str) -> Option<usize> {
    if line.trim_start().starts_with('#') {
        return Some(0);
    }
    line.find(" # ").or_else(|| line.find("  #"))
}

impl Blank {
    /// The words of the name that say what it is, in small letters; none where everybody knows what goes there.
    pub fn words(&self) -> Vec<String> {
        let words = split(&self.name);
        if self.is_variable && is_among(SET, &self.name) || words.iter().any(|word| is_among(KNOWN, word)) {
            return Vec::new();
        }
        words.into_iter().filter(|word| word.len() > 2 && !is_among(GENERAL, word)).collect()
    }
}

/// The words of an identifier, in small letters: `jobName`, `JOB_NAME` and `JOBNAME` are one.
fn split(name: &str) -> Vec<String> {
    let mut words: Vec<String> = vec![String::new()];
    let mut previous = '_';
    for letter in name.chars() {
        let begins = !letter.is_alphanumeric() || letter.is_uppercase() && previous.is_lowercase();
        if begins {
            words.push(String::new());
        }
        if letter.is_alphanumeric() {
            words.last_mut().expect("there is one at least").extend(letter.to_lowercase());
        }
        previous = letter;
    }
    let bare = |word: String| {
        let word = word.strip_prefix("my").or(word.strip_prefix("your")).map_or(word.clone(), str::to_owned);
        ["name", "uid", "id", "url"].iter().find_map(|end| word.strip_suffix(end)).map_or(word.clone(), str::to_owned)
    };
    words.into_iter().map(bare).filter(|word| !word.is_empty()).collect()
}

/// Words for the same thing: a page that says one of them has named the other.
const ALIKE: &[&[&str]] = &[
    &["db", "database"],
    &["env", "environment"],
    &["cfg", "config"],
    &["repo", "repository"],
    &["pass", "password", "pwd", "passwd", "credential", "secret", "login"],
    &["token", "credential", "secret", "api key"],
    &["key", "credential"],
    &["addr", "address"],
    &["app", "application"],
    &["dev", "device"],
    &["sc", "storageclass", "storage class"],
    &["project", "workspace"],
];

/// A word of so many letters is the same thing inside of a longer one: "autoscaler". "Base" is none in "based".
const LONG: usize = 5;

/// Whether a text (in small letters) speaks of what a word of a name means.
pub fn is_spoken_of(word: &str, text: &str) -> bool {
    let stem = word.strip_suffix('s').filter(|stem| stem.len() > 2).unwrap_or(word);
    let alike = ALIKE.iter().filter(|group| group.contains(&word)).flat_map(|group| group.iter());
    std::iter::once(&stem).chain(alike).any(|it| is_said(it, text))
}

fn is_said(word: &str, text: &str) -> bool {
    word.len() >= LONG && text.contains(word)
        || text.match_indices(word).any(|(at, _)| {
            let rest = &text[at + word.len()..];
            let rest = rest.strip_prefix('s').unwrap_or(rest);
            !text[..at].ends_with(char::is_alphanumeric) && !rest.starts_with(char::is_alphanumeric)
        })
}

#[cfg(test)]
mod tests {
    use super::{Blank, find, is_spoken_of};

    fn names(body: &str) -> Vec<String> {
        find(body).into_iter().filter(|it| !it.words().is_empty()).map(|it| it.name).collect()
    }

    #[test]
    fn blanks_stand_in_commands() {
        assert_eq!(names("backup copy <bucket> --to $VAULT_ROOM\n"), ["bucket", "VAULT_ROOM"]);
        assert_eq!(names("curl -H YOUR_TOKEN \\\n  https://<gateway>/\n"), ["YOUR_TOKEN", "gateway"]);
        assert_eq!(names("$ show\nLast: <bucket>\n"), Vec::<String>::new());
        assert_eq!(names("show # see <bucket>\n# <bucket>\n"), Vec::<String>::new());
    }

    #[test]
    fn what_everybody_knows_is_no_blank() {
        for body in ["kubectl -n <namespace> get pod <pod-name>", "echo $HOME $NODE", "show <name> < <none>"] {
            assert_eq!(names(body), Vec::<String>::new(), "{body}");
        }
    }

    #[test]
    fn a_page_says_it_in_its_own_words() {
        let blank = Blank { range: 0..1, name: "DB_JOBNAME".to_owned(), is_variable: true };
        assert_eq!(blank.words().len(), 0);
        assert!(is_spoken_of("db", "the database is full") && is_spoken_of("buckets", "the bucket"));
        assert!(!is_spoken_of("bucket", "the queue is full"));
    }
}

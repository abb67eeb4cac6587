//! Commit messages as version control keeps them: the file that an editor is given, what is taken out of it before it is
//! kept, and the lines that machines read.

use std::ops::Range;

use crate::text::{Origin, Source};
use crate::words::address::local;
use crate::words::html;
use crate::words::letters::blanked;
use crate::words::list::is_among;

/// The kind of every message of a commit.
pub const KIND: &str = "commit-message";

/// A message as a text of its own, as it will be kept, under the name that reports call it by.
pub fn source(name: String, message: String) -> Source {
    let message = amending(&message).unwrap_or(message);
    Source { kind: Some(KIND.to_owned()), ..Source::new(name, message, Origin::Commit) }
}

/// The files in which git and Mercurial, Jujutsu, Subversion hand a message to an editor.
const FILES: &[(&str, &str)] = &[
    ("COMMIT_EDITMSG", ""),
    ("MERGE_MSG", ""),
    ("SQUASH_MSG", ""),
    ("TAG_EDITMSG", ""),
    ("hg-editor-", ".txt"),
    ("editor-", ".jjdescription"),
    ("svn-commit", ".tmp"),
];

/// What begins a line that is not kept.
const COMMENTS: &[&str] = &["# ", "#\t", "HG: ", "JJ: "];

/// What begins the part of the file that is not kept.
const CUTS: &[&str] =
    &["# ------------------------ >8 ------------------------", "--This line, and those below, will be ignored--"];

/// Whether a path is that of a message which is just being written.
pub fn is_message_file(path: &str) -> bool {
    let name = local::name(path);
    FILES.iter().any(|(start, end)| {
        name.strip_prefix(start).is_some_and(|rest| rest.ends_with(end) && (!end.is_empty() || rest.is_empty()))
    })
}

/// The lines of such a file that are not kept, in order: its comments, and all below the cut.
fn left_out(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    let mut is_cut = false;
    text.split_inclusive('\n').filter_map(move |line| {
        let range = at..at + line.len();
        at = range.end;
        let bare = line.trim_end();
        is_cut |= CUTS.contains(&bare);
        (is_cut || bare == "#" || COMMENTS.iter().any(|mark| line.starts_with(mark))).then_some(range)
    })
}

/// The message that is kept of such a file: the same length and the same lines, with blanks for what is not.
pub fn kept(text: &str) -> String {
    blanked(text, left_out(text))
}

/// The signs of which git chooses one for the comments of a message, where it is told to choose.
const MARKS: &str = "#;@!$%^&|:";
const SCISSORS: &str = " ------------------------ >8 ------------------------";

/// The sign that begins the comments of a message for which git chose one: the last line is a comment of git's.
pub fn chosen_mark(text: &str) -> &str {
    let mut lines = text.lines();
    let cut = lines.find_map(|line| line.strip_suffix(SCISSORS).filter(|mark| mark.len() == 1));
    let last = || text.lines().rev().find(|line| !line.trim().is_empty()).and_then(|line| line.get(..1));
    cut.or_else(last).filter(|mark| MARKS.contains(*mark)).unwrap_or("#")
}

/// What git keeps of a message, as [`kept`]: all below the scissors goes, and comments where it takes them out.
pub fn kept_by_git(text: &str, mark: &str, are_comments_out: bool) -> String {
    let mut at = 0;
    let mut is_cut = false;
    let lines = text.split_inclusive('\n').filter_map(|line| {
        let range = at..at + line.len();
        at = range.end;
        is_cut |= line.trim_end().strip_prefix(mark).is_some_and(|rest| rest == SCISSORS);
        (is_cut || are_comments_out && line.starts_with(mark)).then_some(range)
    });
    blanked(text, lines)
}

/// Whether a message is only a note of version control: of a merge, or of a commit that is to become a part of another.
pub fn is_made(message: &str) -> bool {
    let start = message.trim_start();
    is_of_merge(message) || ["fixup! ", "squash! "].iter().any(|mark| start.starts_with(mark))
}

/// Whether a message is the note of a merge that git or a forge wrote. They put what was merged in quotes, or its number
/// behind `#`: "Merge branch detection" is written by somebody.
pub fn is_of_merge(message: &str) -> bool {
    const MERGED: &[&str] = &["branch", "commit", "pull request", "remote-tracking branch", "tag"];
    let Some(rest) = message.trim_start().strip_prefix("Merge ") else { return false };
    let mut behind = MERGED.iter().filter_map(|it| rest.strip_prefix(it));
    // "Merge branches 'a' and 'b'"
    behind.any(|it| {
        let it = it.strip_prefix('s').or_else(|| it.strip_prefix("es")).unwrap_or(it);
        it.starts_with(" '") || it.starts_with(" #")
    })
}

/// A message that is to take the place of another one: its first line only names that one, and blanks stand for it here.
fn amending(message: &str) -> Option<String> {
    let start = message.len() - message.trim_start().len();
    let end = message[start..].find('\n').map_or(message.len(), |end| start + end);
    let is_more = message[start..].starts_with("amend! ") && !message[end..].trim().is_empty();
    is_more.then(|| blanked(message, std::iter::once(start..end)))
}

/// What `git cherry-pick -x` writes: the change was read and checked where it comes from.
pub const CHERRY_PICKED: &str = "(cherry picked from commit";

/// Whether a message is that of a pull request whose commits became one: its first line ends in the number.
pub fn is_squashed(message: &str) -> bool {
    let line = message.trim_start().lines().next().unwrap_or_default().trim_end();
    let number = line.strip_suffix(')').and_then(|line| line.rsplit_once(" (#")).map_or("", |(_, number)| number);
    !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// A subject without the numbers of the requests that it came with, which a forge puts behind it: "Cleanup (#12)".
fn own_subject(subject: &str) -> &str {
    let mut own = subject.trim_end();
    while let Some((rest, number)) = own.strip_suffix(')').and_then(|it| it.rsplit_once(" (")) {
        let digits = number.strip_prefix(['#', '!']).unwrap_or_default();
        if digits.is_empty() || !digits.bytes().all(|it| it.is_ascii_digit()) || rest.trim().is_empty() {
            break;
        }
        own = rest.trim_end();
    }
    own
}

/// The words of a subject: also without the key that a tracker wants in front, "BTM-469: refactor (#258)". Of a standard,
/// "UTF-8 fix", and of a proposal, "KEP-12 correction", the key is the name.
pub fn told_subject(subject: &str) -> &str {
    const STANDARDS: &str = "\
        ADR AES ANSI BIP CIP COVID CP CSS CVE CWE ECMA EIP ES GPT HTTP IEEE IEC ISO JEP KB KEP MD MIPS NEP OEP PEP PKCS RFC \
        RFD RTX SHA TEP UTF UTC ZEP";
    let own = own_subject(subject);
    let Some((key, rest)) = own.split_once([' ', ':']) else { return own };
    let key = key.trim_start_matches('[').trim_end_matches(']');
    let Some((project, number)) = key.split_once('-') else { return own };
    let is_project =
        project.len() > 1 && project.bytes().all(|it| it.is_ascii_uppercase()) && !is_among(STANDARDS, project);
    let is_key = is_project && !number.is_empty() && number.bytes().all(|it| it.is_ascii_digit());
    if is_key { rest.trim_start_matches([' ', ':', '-']) } else { own }
}

/// Letters of a subject that name its commit.
const LONGEST_SUBJECT: usize = 50;

/// What reports call a commit: `commit 4f1c09a (Lend slots per tenant)`.
pub fn name(id: &str, message: &str) -> String {
    let subject = message.lines().find(|line| !line.trim().is_empty()).unwrap_or("no message").trim();
    let mut short: String = subject.chars().take(LONGEST_SUBJECT).collect();
    if short.len() < subject.len() {
        short.push('\u{2026}');
    }
    format!("commit {id} ({short})")
}

/// Whether a line is a blank of a message's template that nobody filled: `<type>: <subject>`, `<describe the reason here>`.
pub fn is_blank(line: &str) -> bool {
    let rest = line.trim().strip_prefix('<').and_then(|it| it.strip_suffix('>')).unwrap_or_default();
    let is_words = |it: &str| {
        let mut letters = it.bytes().filter(|it| *it != b' ').peekable();
        letters.peek().is_some() && letters.all(|it| it.is_ascii_alphabetic() || matches!(it, b'-' | b'_' | b','))
    };
    match rest.split_once(">: <").or_else(|| rest.split_once(">:<")) {
        Some((sort, subject)) => {
            sort.split(">(<").all(|it| is_words(it.trim_end_matches([')', '>']))) && is_words(subject)
        }
        None => match rest.split_once(">(<").and_then(|(sort, rest)| Some((sort, rest.split_once(">): <")?))) {
            Some((sort, (scope, subject))) => [sort, scope, subject].into_iter().all(is_words),
            None => rest.contains(' ') && is_words(rest) && !html::is_tag(rest),
        },
    }
}

/// Whether a line is one that machines read below a message: `Signed-off-by: …`, `Change-Id: …`.
pub fn is_trailer(line: &str) -> bool {
    let Some((key, value)) = line.trim_start().split_once(": ") else { return false };
    let lower = key.to_ascii_lowercase();
    let is_word = key.len() < 24 && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    is_word
        && !value.is_empty()
        && (lower.ends_with("-by") || ["change-id", "cc", "git-svn-id"].contains(&lower.as_str()))
}

#[cfg(test)]
mod tests {
    use super::{is_blank, is_made, is_message_file, is_of_merge, is_trailer, kept, own_subject, told_subject};

    #[test]
    fn blanks_of_a_template() {
        for line in ["<type>: <subject>", "<type>(<scope>): <subject>", "<describe the reason here>"] {
            assert!(is_blank(line), "{line}");
        }
        for line in [
            "<br>",
            "<details open>",
            "<input disabled>",
            "Vec<T>: <Item>",
            "<a href=x>",
            "fix: <Button> is hidden",
            "<ada@example.com>",
            "",
        ] {
            assert!(!is_blank(line), "{line}");
        }
    }

    #[test]
    fn notes_of_merges_are_told_from_what_somebody_wrote_of_merging() {
        for message in [
            "Merge branch 'side'\n",
            "Merge branch 'side' into 'main'\n\nSort the list\n\nSee merge request shop/queue!12\n",
            "Merge branches 'a' and 'b'\n",
            "Merge tag 'v1.2' of https://example.com/shop\n",
            "Merge commit '4f1c09a'\n",
            "Merge remote-tracking branch 'origin/main'\n",
            "Merge remote-tracking branches 'a/b' and 'a/c'\n",
            "Merge pull request #12 from ada/side\n",
            "Merge pull request 'Sort the list' (#12) from side into main\n",
        ] {
            assert!(is_of_merge(message) && is_made(message), "{message}");
        }
        for message in [
            "Merge branch detection is rewritten\n",
            "Merge commit messages are read\n",
            "Merge tag and branch into one type\n",
            "Merge pull request templates\n",
        ] {
            assert!(!is_of_merge(message) && !is_made(message), "{message}");
        }
        assert!(is_made("fixup! Sort the list\n") && !is_of_merge("fixup! Sort the list\n"));
    }

    #[test]
    fn the_number_of_the_request_is_no_part_of_a_subject() {
        assert_eq!(own_subject("Cleanup (#12)"), "Cleanup");
        assert_eq!(own_subject("Revert \"Lend slots (#8)\" (#12) (!13)"), "Revert \"Lend slots (#8)\"");
        assert_eq!(told_subject("BTM-469: refactor (#258)"), "refactor");
        assert_eq!(told_subject("[AB-1] - refactor"), "refactor");
        assert_eq!(told_subject("UTF-8 fix"), "UTF-8 fix");
        assert_eq!(told_subject("Fix AB-12"), "Fix AB-12");
        for subject in ["Fix #812", "Fix the list (see #12)", "(#12)", " (#12)", "Sort (#a)", "Sort ()"] {
            assert_eq!(own_subject(subject), subject);
        }
    }

    #[test]
    fn files_of_editors() {
        for path in
            [".git/COMMIT_EDITMSG", "COMMIT_EDITMSG", ".git/worktrees/a/MERGE_MSG", "/tmp/hg-editor-x1.commit.hg.txt"]
        {
            assert!(is_message_file(path), "{path}");
        }
        assert!(!is_message_file("docs/COMMIT_EDITMSG.md") && !is_message_file("editor-notes.md"));
    }

    #[test]
    fn comments_are_blanks() {
        let text = "Add a menu\n\n#12 asks for it\n# Änderungen\n#\n";
        assert_eq!(kept(text), "Add a menu\n\n#12 asks for it\n             \n \n");
        let cut = "Add a menu\n# ------------------------ >8 ------------------------\ndiff --git a b\n";
        assert_eq!(kept(cut).trim_end(), "Add a menu");
        assert_eq!(kept(cut).len(), cut.len());
    }

    #[test]
    fn trailers_are_for_machines() {
        assert!(is_trailer("Signed-off-by: Ada <ada@example.com>") && is_trailer("Change-Id: I12"));
        assert!(!is_trailer("Note: by Ada") && !is_trailer("Fixed-by") && !is_trailer("What is left: by-products"));
    }
}

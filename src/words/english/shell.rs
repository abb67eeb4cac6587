//! Commands that a reader is to type, in a block of code.

use crate::words::list::is_among;

/// Languages of a block that is typed into a shell.
const SHELLS: &[&str] = &[
    "sh",
    "bash",
    "shell",
    "zsh",
    "fish",
    "console",
    "shell-session",
    "shellsession",
    "terminal",
    "powershell",
    "ps1",
    "pwsh",
    "cmd",
    "bat",
];

/// Programs that are run by hand.
const PROGRAMS: &[&str] = &[
    "$",
    "%",
    "./",
    "ansible",
    "ansible-playbook",
    "apt",
    "apt-get",
    "aws",
    "az",
    "bazel",
    "brew",
    "bundle",
    "cargo",
    "cat",
    "cd",
    "chmod",
    "chown",
    "cmake",
    "cp",
    "curl",
    "docker",
    "docker-compose",
    "dotnet",
    "echo",
    "export",
    "gcloud",
    "gh",
    "git",
    "go",
    "gradle",
    "grep",
    "gsutil",
    "helm",
    "heroku",
    "journalctl",
    "kubectl",
    "kustomize",
    "ls",
    "make",
    "mkdir",
    "mv",
    "mvn",
    "mysql",
    "npm",
    "npx",
    "oc",
    "openssl",
    "pip",
    "pip3",
    "pipenv",
    "pipx",
    "pnpm",
    "podman",
    "poetry",
    "psql",
    "pytest",
    "python",
    "python3",
    "rake",
    "redis-cli",
    "rm",
    "rspec",
    "rsync",
    "scp",
    "sed",
    "ssh",
    "sudo",
    "systemctl",
    "tail",
    "tar",
    "terraform",
    "tox",
    "uv",
    "vault",
    "vim",
    "wget",
    "yarn",
    "yum",
];

/// Whether a block of code holds commands to be typed; `info` is what its fence says.
pub fn is_commands(info: &str, body: &str) -> bool {
    let language =
        info.trim_start_matches('{').split([' ', ',', '}', ':']).next().unwrap_or_default().to_ascii_lowercase();
    if body.trim().is_empty() {
        return false;
    }
    SHELLS.contains(&language.as_str())
        || matches!(language.as_str(), "" | "text" | "txt" | "none")
            && body.lines().any(|line| is_command_line(line.trim()))
}

/// Whether a line stands behind a prompt: "$ ls".
pub fn is_at_prompt(line: &str) -> bool {
    line.trim_start().starts_with("$ ")
}

/// Whether a command takes files from where they are: nobody finds them there behind it, "git mv a.rs b.rs".
pub fn takes_away(line: &str) -> bool {
    matches!(command(line).next(), Some("mv" | "rm"))
}

/// The words of a command, from its own name on.
fn command(line: &str) -> impl Iterator<Item = &str> {
    line.split_whitespace().skip_while(|it| matches!(*it, "$" | "sudo" | "git"))
}

/// Where a command puts a copy: "cp a.md docs/b.md".
pub fn copied_to(line: &str) -> Option<&str> {
    let mut words = command(line);
    let is_copy = matches!(words.next(), Some("cp" | "mv" | "install" | "ln"));
    // With one name nothing is copied anywhere.
    words.skip(1).last().filter(|_| is_copy)
}

/// Whether a command takes down what a file set up, or deletes the file: "kubectl delete -f shop.yaml".
pub fn takes_down(line: &str) -> bool {
    const WORDS: &str = "delete --delete destroy down drop prune purge remove rm rmdir stop teardown uninstall unlink";
    line.split(|it: char| it.is_whitespace() || matches!(it, '`' | '(' | ')'))
        .any(|it| is_among(WORDS, &it.to_lowercase()))
}

/// Whether a line reads like one that is typed, in a block of them: a program first, in small letters, or a variable set.
pub fn may_be_typed(line: &str) -> bool {
    let line = line.strip_prefix("$ ").unwrap_or(line);
    let first = line.split_whitespace().next().unwrap_or_default();
    first.starts_with(|it: char| it.is_ascii_lowercase() || matches!(it, '.' | '/' | '$')) && !first.ends_with(':')
        || first.split_once('=').is_some_and(|(name, _)| name.bytes().all(|it| it.is_ascii_uppercase() || it == b'_'))
}

/// Whether a line between others is a command with an address, as somebody typed it: behind a prompt, or with a program
/// first that asks an address.
pub fn asks_address(line: &str) -> bool {
    const ASKING: &[&str] = &["curl", "wget", "http", "https", "xh", "GET", "HEAD", "PATCH", "POST", "PUT", "DELETE"];
    let line = line.trim_start();
    let typed = ["$ ", "# ", "% ", "> "].iter().find_map(|it| line.strip_prefix(it)).unwrap_or(line);
    line.starts_with("$ ") || typed.split_once(' ').is_some_and(|(first, _)| ASKING.contains(&first))
}

/// Whether a line is a command as it is typed, wherever it stands: a program first, and an option or a path behind it.
/// "go to the page" and "make sure" begin with programs as well.
pub fn is_typed(line: &str) -> bool {
    let line = line.trim();
    let is_option = |word: &str| {
        let name = word.trim_start_matches('-');
        name.len() < word.len() && name.starts_with(|it: char| it.is_ascii_alphabetic())
    };
    let is_path =
        |word: &str| word.contains('/') && word.starts_with(|it: char| it.is_ascii_lowercase() || "~./$".contains(it));
    is_command_line(line)
        && !line.ends_with(['.', ':', '?', ','])
        && line.split_whitespace().skip(1).any(|word| is_option(word) || is_path(word))
}

fn is_command_line(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or_default();
    PROGRAMS.contains(&first) || first.starts_with("./")
}

#[cfg(test)]
mod tests {
    use super::{asks_address, is_commands, is_typed};

    #[test]
    fn an_address_may_be_asked_between_other_lines() {
        let typed = [
            "$ curl -v http://a",
            "# wget http://a",
            "  curl -k https://a",
            "GET http://a",
            "$ shop open http://a",
            "http :80/a",
        ];
        assert!(typed.into_iter().all(asks_address));
        assert!(!["# Board", "http://localhost/a", "The board", "curl"].into_iter().any(asks_address));
    }

    #[test]
    fn a_command_is_known_between_sentences() {
        for line in ["npm -g install shop", "docker run -it shop sh", "tar -xf slots.tar", "cd ~/shop"] {
            assert!(is_typed(line), "{line}");
        }
        for line in
            ["make sure that it runs", "go to the page", "git is slow", "cat /etc/hosts and look at it.", "echo"]
        {
            assert!(!is_typed(line), "{line}");
        }
    }

    #[test]
    fn what_is_typed_and_what_is_shown() {
        assert!(is_commands("bash", "anything") && is_commands("", "kubectl get pods") && is_commands("", "$ ls"));
        assert!(!is_commands("yaml", "a: 1") && !is_commands("", "status: ok") && !is_commands("sh", "\n"));
    }
}

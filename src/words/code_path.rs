//! Paths of a repository as people write them in code: `src/pool.rs`, `./scripts/deploy.sh`, `docs/ops/`.

use crate::words::list::is_among;

/// Longer words are no paths that somebody typed.
const LONGEST: usize = 200;

/// The path that a piece of code is, without what is put before and behind it; none where it is anything else.
pub fn of(code: &str) -> Option<&str> {
    let code = code.trim();
    let code = code.strip_prefix("./").unwrap_or(code).trim_end_matches('/');
    let bare = match code.split_once(':') {
        Some((path, line)) if line.bytes().all(|it| it.is_ascii_digit() || matches!(it, b':' | b'-')) => path,
        Some(_) => return None,
        None => code,
    };
    let is_letter = |it: char| it.is_alphanumeric() || matches!(it, '_' | '-' | '.' | '/' | '+' | '@');
    let is_path = bare.contains('/') && bare.len() <= LONGEST && bare.chars().all(is_letter);
    let is_inside = !bare.starts_with(['/', '-', '@']) && !bare.contains("//") && !bare.contains("..");
    let has_letters = |it: &str| it.contains(char::is_alphanumeric);
    (is_path && is_inside && bare.split('/').all(has_letters)).then_some(bare)
}

/// The paths among the words of a command.
pub fn in_command(line: &str) -> impl Iterator<Item = &str> {
    let words = line.split(|it: char| {
        it.is_whitespace() || matches!(it, '"' | '\'' | '=' | ';' | '|' | '(' | ')' | '<' | '>' | '&')
    });
    words.filter(|word| of(word).is_some())
}

/// The path of the program that a command hands to an interpreter: `bash scripts/deploy.sh --all`.
pub fn run_by(command: &str) -> Option<&str> {
    const RUNNERS: &str = "bash sh zsh fish pwsh source python python3 node ruby perl php deno bun Rscript";
    let (runner, rest) = command.trim_start_matches("$ ").split_once(' ')?;
    let program = rest.split(' ').next()?;
    (is_among(RUNNERS, runner) && of(program).is_some()).then_some(program)
}

#[cfg(test)]
mod tests {
    use super::{in_command, of, run_by};

    #[test]
    fn what_an_interpreter_is_handed_is_a_path() {
        assert_eq!(run_by("bash scripts/deploy.sh --all"), Some("scripts/deploy.sh"));
        assert_eq!(run_by("$ python3 tools/list.py"), Some("tools/list.py"));
        for other in ["bash -c a/b", "cd a/b", "bash", "git add a/b"] {
            assert_eq!(run_by(other), None, "{other}");
        }
    }

    #[test]
    fn paths_are_told_from_other_code() {
        assert_eq!(of("./scripts/deploy.sh"), Some("scripts/deploy.sh"));
        assert_eq!(of("src/pool.rs:40"), Some("src/pool.rs"));
        assert_eq!(of("docs/ops/"), Some("docs/ops"));
        for other in
            ["/etc/hosts", "pool.rs", "a // b", "https://a.b/c", "../a/b", "--x/y", "@shop/pool", "a b/c", "{a}/b"]
        {
            assert_eq!(of(other), None, "{other}");
        }
        let found: Vec<_> = in_command("sh ./scripts/deploy.sh --config=ops/a.yml > /tmp/x").collect();
        assert_eq!(found, ["./scripts/deploy.sh", "ops/a.yml"]);
    }
}

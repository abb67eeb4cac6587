//! Whether a command brings something out, by the words that it says itself: what its options set is a name like any.

use super::stays_local;
use crate::words::list::is_among;

/// Whether a command brings something to where others get it, and starts nothing.
pub fn only_publishes(line: &str) -> bool {
    words(line).any(|it| is_among("push tag tags", it) || is_release(it) || it.starts_with("upload"))
}

/// Whether a command of any name brings something out, by its words.
pub fn brings_out(line: &str) -> bool {
    const LONG: &[&str] = &["deploy", "upload", "promote", "rollout", "upgrade"];
    let lower = line.to_lowercase();
    let is_deed = |word: &str| {
        is_among("push tag tags apply reapply ship ships shipit", word)
            || is_release(word)
            || LONG.iter().any(|it| word.contains(it))
    };
    // What is asked of a server may hold any word.
    let is_other = ["git checkout", "curl", "wget", "http"].iter().any(|it| lower.starts_with(it));
    !is_other && !stays_local(&lower) && words(&lower).any(is_deed)
}

/// "prerelease", "goreleaser", "publishToMavenLocal"
fn is_release(word: &str) -> bool {
    word.contains("release") || word.contains("publish")
}

/// The words of a command that may say what it does: what an option sets, or which place it names, is a name like any.
fn words(line: &str) -> impl Iterator<Item = &str> {
    const SET: &[&str] = &["--set", "--set-string", "--set-file", "--namespace", "-n"];
    let mut is_value = false;
    let said = line.split_whitespace().filter(move |it| {
        let of_option = std::mem::replace(&mut is_value, SET.contains(it));
        !of_option && !it.split_once('=').is_some_and(|(option, _)| SET.contains(&option))
    });
    said.flat_map(|it| it.split(|it: char| !it.is_alphanumeric())).filter(|it| !it.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{brings_out, only_publishes};

    #[test]
    fn a_command_brings_out_by_its_own_words() {
        for line in
            ["docker push shop/api", "git push origin --tags", "make prerelease", "./gradlew publishToMavenLocal"]
        {
            assert!(only_publishes(line) && brings_out(line), "{line}");
        }
        for line in
            ["helm install api chart -n staging", "make stage", "run --set image.tag=v2", "run --namespace=release"]
        {
            assert!(!only_publishes(line) && !brings_out(line), "{line}");
        }
        assert!(!only_publishes("helm upgrade --install api ./chart --namespace staging"));
        assert!(brings_out("make ship") && brings_out("bin/redeploy") && !brings_out("bin/membership"));
    }
}

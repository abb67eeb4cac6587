//! Whether two files are pages of a series by their paths: the same page for each of several things, each of which is
//! read alone.

use super::address::local;
use super::file_name::words;

/// Whether two paths name one page of two things: one name in folders beside each other, or names of one pattern in one
/// folder.
pub fn are_parallel(one: &str, other: &str) -> bool {
    match local::differing(one, other) {
        Some((one, other, is_name)) => !is_name || are_of_pattern(one, other),
        None => false,
    }
}

/// Whether two names have most of their words in common, in their places, and each has words of its own.
fn are_of_pattern(one: &str, other: &str) -> bool {
    let (one, other) = (words(local::stem(one)), words(local::stem(other)));
    let shorter = one.len().min(other.len());
    let first = one.iter().zip(&other).take_while(|(one, other)| one == other).count();
    let last = one.iter().rev().zip(other.iter().rev()).take_while(|(one, other)| one == other).count();
    let common = (first + last).min(shorter);
    common < shorter && common * 2 >= one.len().max(other.len())
}

#[cfg(test)]
mod tests {
    use super::are_parallel;

    #[test]
    fn pages_of_a_series_have_names_of_one_pattern() {
        for (one, other) in [
            ("charts/pool/README.md", "charts/queue/README.md"),
            ("docs/aws/setup/index.md", "docs/azure/setup/index.md"),
            ("docs/usage-swift.md", "docs/usage-kotlin.md"),
            ("docs/BuildOnLinux.md", "docs/BuildOnWindows.md"),
            ("a/pool_sandbox_stage.md", "a/queue_sandbox_stage.md"),
        ] {
            assert!(are_parallel(one, other) && are_parallel(other, one), "{one} {other}");
        }
        for (one, other) in [
            ("docs/pool.md", "docs/pool.md"),
            ("docs/pool.md", "docs/queue.md"),
            ("docs/e2e-tests.md", "docs/e2e-tests-local.md"),
            ("docs/pool/limits.md", "guide/queue/limits.md"),
            ("README.md", "docs/README.md"),
        ] {
            assert!(!are_parallel(one, other) && !are_parallel(other, one), "{one} {other}");
        }
    }
}

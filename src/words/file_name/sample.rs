//! Whether what lies at a path is a sample, or what a test reads: it may hold any words.

use super::is_of_unwritten;
use crate::words::address::local;
use crate::words::list::is_among;

/// Whether what lies at a path is read by a test, or shows how such a text may look: it may hold any words.
pub fn is_of_sample(path: &str) -> bool {
    const PARTS: &str = "fixture fixtures testdata skeleton skeletons archetypes seed seeds scaffold scaffolds scaffolding \
                         forms prompts example.md sample.md starters expected.md";
    let is_sample = |part: &str| {
        is_among(PARTS, part)
            || part.starts_with("SAMPLE-")
            || part.ends_with("-test.md")
            || part.ends_with("-fixtures")
            || is_of_unwritten(part)
    };
    let first = path.split('/').next().unwrap_or_default();
    let is_tested = is_among("test tests examples demos samples", first) && !local::is_folder_page(path);
    is_tested || path.contains("src/test/") || path.split('/').any(is_sample)
}

/// Whether a path leads through a folder of tests, wherever in the tree it lies.
pub fn is_below_tests(path: &str) -> bool {
    let is_tests = |part: &str| is_among("test tests __tests__ test-resources testcases e2e", part);
    local::folders(path).any(|it| is_tests(local::name(it)))
}

/// Whether what lies at a path is what a test reads or compares with. The page of such a folder tells what lies there.
pub fn is_data_of_tests(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    let folders = parts.len() - 1;
    let is_tests = |part: &&str| is_among("test tests spec specs __tests__ testing e2e", part);
    let is_data = |index: usize| match parts[index] {
        "__fixtures__" | "__snapshots__" | "__tests__" | "testdata" | "testthat" => true,
        "fixtures" | "fixture" => parts[..index].iter().any(is_tests),
        _ => false,
    };
    let first = (0..folders).find(|index| is_data(*index));
    // "doors.verified.md": what a program wrote, and somebody found right.
    let is_snapshot = || [".verified.", ".received."].iter().any(|it| parts[folders].contains(it));
    is_snapshot() || first.is_some_and(|index| !(index + 1 == folders && local::is_folder_page(path)))
}

#[cfg(test)]
mod tests {
    use super::is_data_of_tests;

    #[test]
    fn what_tests_read_is_no_text_of_anybody() {
        for path in [
            "tests/render/fixtures/a.md",
            "pkg/testdata/b/README.md",
            "src/__snapshots__/a.md",
            "src/__tests__/doors/a.md",
            "test/Doors.Tests/hinges.verified.md",
        ] {
            assert!(is_data_of_tests(path), "{path}");
        }
        for path in ["fixtures/a.md", "tests/fixtures/README.md", "tests/fixtures.md", "docs/test/a.md"] {
            assert!(!is_data_of_tests(path), "{path}");
        }
    }
}

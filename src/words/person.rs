//! People as texts name them: handles, names before a colon, names that do something.

use std::sync::LazyLock;

use regex::Regex;

static HANDLE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?:^|[^\w@/.`])@[A-Za-z][\w-]*(?:/[\w-]+)?").expect("a constant pattern"));

/// Whether a person or a team is named by handle.
pub fn has_handle(text: &str) -> bool {
    HANDLE.is_match(text)
}

/// Whether somebody is named: by handle, or as "Ada will …" and "owner: Ada".
pub fn names_someone(text: &str) -> bool {
    has_handle(text)
}

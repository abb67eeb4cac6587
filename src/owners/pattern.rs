//! Patterns of CODEOWNERS as globs in which `*` stops at `/`, and `**` as a whole part does not.

use super::Forge;

/// What a pattern matches, for paths from the root without a leading `/`; none where it matches nothing.
pub fn globs(pattern: &str, forge: Forge) -> Result<Vec<String>, String> {
    let is_dangling = pattern.chars().rev().take_while(|it| *it == '\\').count() % 2 == 1;
    if is_dangling {
        return Err("the pattern ends with `\\`".to_owned());
    }
    match forge {
        Forge::GitHub => github(pattern),
        Forge::GitLab => gitlab(pattern),
    }
}

/// As in a gitignore file, but without `!` and ranges; and `docs/*` means the files in `docs`, not what lies deeper.
fn github(pattern: &str) -> Result<Vec<String>, String> {
    if pattern.contains("***") {
        return Err("GitHub reads no `***`".to_owned());
    }
    let (is_rooted, rest) = match pattern.strip_prefix('/') {
        Some(rest) => (true, rest),
        None => (false, pattern),
    };
    let (is_folder, rest) = match rest.strip_suffix('/') {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    let parts: Vec<String> = rest.split('/').map(|part| literal(part, "[]{}")).collect();
    // What is empty in the middle is no folder.
    if rest.is_empty() || parts.iter().any(String::is_empty) {
        return Ok(Vec::new());
    }
    let is_anywhere = !is_rooted && parts.len() == 1 && rest != "**";
    let whole = format!("{}{}", if is_anywhere { "**/" } else { "" }, parts.join("/"));
    Ok(match parts.last().map(String::as_str) {
        Some("**") if is_folder => vec![format!("{whole}/*/**")],
        _ if is_folder => vec![format!("{whole}/**")],
        Some("*" | "**") => vec![whole],
        _ => vec![format!("{whole}/**"), whole],
    })
}

/// As Ruby's `fnmatch` reads it: a name alone is a file anywhere, and no folder.
fn gitlab(pattern: &str) -> Result<Vec<String>, String> {
    let whole = match pattern {
        "*" => "**/*".to_owned(),
        _ => {
            let (start, rest) = match pattern.strip_prefix('/') {
                Some(rest) => ("", rest),
                None => ("**/", pattern),
            };
            format!("{start}{rest}{}", if rest.ends_with('/') || rest.is_empty() { "**/*" } else { "" })
        }
    };
    let mut parts: Vec<String> = whole.split('/').map(|part| literal(part, "{}")).collect();
    // Without a `/` behind it, it is like a single one.
    if let Some(last) = parts.last_mut().filter(|it| *it == "**") {
        "*".clone_into(last);
    }
    if parts.iter().any(String::is_empty) {
        return Ok(Vec::new());
    }
    let glob = parts.join("/");
    match globset::GlobBuilder::new(&glob).literal_separator(true).backslash_escape(true).build() {
        Ok(_) => Ok(vec![glob]),
        Err(error) => Err(format!("the pattern cannot be read: {}", error.kind())),
    }
}

/// A part in which `letters` mean themselves.
fn literal(part: &str, letters: &str) -> String {
    let mut out = String::with_capacity(part.len());
    let mut is_escaped = false;
    for letter in part.chars() {
        if !is_escaped && letters.contains(letter) {
            out.push('\\');
        }
        is_escaped = !is_escaped && letter == '\\';
        out.push(letter);
    }
    out
}

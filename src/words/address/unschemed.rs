//! Addresses of the web and of mail in front of which nobody put a scheme: whoever follows one is led to a file of that name.

/// What hosts end with that files seldom do.
const ENDS: [&str; 14] =
    [".com", ".org", ".net", ".io", ".dev", ".gov", ".edu", ".app", ".ai", ".co", ".co.uk", ".site", ".xyz", ".cloud"];

/// The scheme that is missing before a target, `https://` or `mailto:`; none where it leads to a file, or stands for an address
/// that somebody is to put in.
pub fn missing(target: &str) -> Option<&'static str> {
    let is_plain = |it: u8| it.is_ascii_alphanumeric() || b"-._~/?#&=%+@,!".contains(&it);
    if !target.bytes().all(is_plain) || target.contains("..") {
        return None;
    }
    match target.split_once('@') {
        Some((local, host)) => {
            let is_local = !local.is_empty() && !local.contains(['/', '?', '#']);
            (is_local && is_host(host)).then_some("mailto:")
        }
        None => is_host(target.split(['/', '?', '#']).next().unwrap_or_default()).then_some("https://"),
    }
}

fn is_host(host: &str) -> bool {
    let lower = host.to_ascii_lowercase();
    let is_known = ENDS.iter().any(|end| lower.strip_suffix(end).is_some_and(|it| !it.is_empty()));
    let is_named = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-');
    let has_names = lower.split('.').all(is_named) && lower.matches('.').count() >= 1;
    let is_of_web = is_known || lower.starts_with("www.") && lower.matches('.').count() >= 2;
    is_of_web && has_names && !lower.split('.').any(is_sample)
}

/// Names that a form or an example has in place of a host's.
fn is_sample(name: &str) -> bool {
    const NAMES: [&str; 9] = ["example", "domain", "host", "hostname", "site", "website", "test", "foo", "acme"];
    NAMES.contains(&name) || ["your", "my-", "some", "example-"].iter().any(|it| name.starts_with(it))
}

#[cfg(test)]
mod tests {
    use super::missing;

    #[test]
    fn what_begins_with_a_host_leads_to_a_file() {
        for target in ["www.mozilla.de", "GitHub.com", "docs.rs.io/a/b.md?x=1#y", "lamps-and-doors.org/", "a.b.edu#c"] {
            assert_eq!(missing(target), Some("https://"), "{target}");
        }
        assert_eq!(missing("lamps+doors@shop.co.com"), Some("mailto:"));
    }

    #[test]
    fn files_and_blanks_are_none() {
        for target in [
            "",
            "a.md",
            "docs/shop.com",
            "/shop.com",
            "./shop.com",
            "../shop.com",
            ".com",
            "shop.com:80",
            "https://a.com",
            "mailto:a@shop.com",
            "a/b@shop.com",
            "@lamps/doors.io/x",
            "example.com",
            "www.example.net/a",
            "your-shop.com",
            "<shop>.com",
            "{shop}.com",
            "shop .com",
            "a..com",
            "www.shop",
            "me@example.com",
            "lamps@2.0.io/x",
            "caf\u{e9}.com",
        ] {
            assert_eq!(missing(target), None, "{target}");
        }
    }
}

//! Addresses of the web and of mail in front of which nobody put a scheme: whoever follows one is led to a file of that name.

use crate::words::list::is_among;

/// What hosts end with that files seldom do.
const ENDS: [&str; 7] = [".com", ".org", ".net", ".io", ".gov", ".edu", ".co.uk"];

/// What hosts end with, and files as well, which have no second dot and lie in no such folder.
const ENDS_OF_BOTH: [&str; 6] = [".dev", ".ai", ".co", ".site", ".xyz", ".cloud"];

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
        None => {
            let host = target.split(['/', '?', '#']).next().unwrap_or_default();
            let is_of_both = || ENDS_OF_BOTH.iter().any(|end| host.ends_with(end));
            let is_alone = host.len() == target.len() && host.matches('.').count() == 1;
            (is_host(host) && !(is_alone && is_of_both())).then_some("https://")
        }
    }
}

fn is_host(host: &str) -> bool {
    // "System.Net" is no host, and "GitHub.com" is one.
    let is_known = ENDS.iter().chain(&ENDS_OF_BOTH).any(|end| host.strip_suffix(end).is_some_and(|it| !it.is_empty()));
    let is_of_web = is_known || host.starts_with("www.") && host.matches('.').count() >= 2;
    let is_named = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-');
    let own = host.rsplit_once('.').map_or("", |(own, _)| own);
    is_of_web && host.split('.').all(is_named) && !own.split('.').any(|it| is_sample(&it.to_ascii_lowercase()))
}

/// Names that a form or an example has in place of a host's.
fn is_sample(name: &str) -> bool {
    const NAMES: &str = "acme bar baz company domain email example foo host hostname mycompany mydomain myhost myserver \
                         mysite mywebsite server site test website xxx";
    is_among(NAMES, name) || ["your", "my-", "some", "example-"].iter().any(|it| name.starts_with(it))
}

#[cfg(test)]
mod tests {
    use super::missing;

    #[test]
    fn what_begins_with_a_host_leads_to_a_file() {
        for target in [
            "www.mozilla.de",
            "GitHub.com",
            "lamps.site/a",
            "a.lamps.dev",
            "docs.rs.io/a/b.md?x=1#y",
            "lamps-and-doors.org/",
            "a.b.edu#c",
        ] {
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
            "mysite.com",
            "xxx@xxx.com",
            "Dockerfile.dev",
            "logo.ai",
            "System.Net",
            "door.app",
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

//! Addresses that work for whoever wrote them and for few others: their machine, their network, their disk, their
//! session. Knows addresses alone, not what a text says of them.

use std::net::Ipv4Addr;

use super::is_for_members;
use crate::words::list::is_among;

/// Whose an address is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// `localhost`: the reader's own machine answers, or nothing does.
    Machine,
    /// An address of a private network, or a name that only its resolver knows.
    Network,
    /// A file on the disk of one machine.
    Disk,
    /// A program that has to be installed and to know the same project.
    Program,
    /// A tunnel or a workspace: it is gone when its owner goes home.
    Session,
    /// Signed for some minutes or days.
    Signed,
    /// The mailbox or the settings of whoever is logged in.
    Account,
    /// Whoever is no member sees a page that asks for a password.
    Members,
}

impl Reach {
    /// Why nobody else gets there, in a few words.
    pub fn label(self) -> &'static str {
        match self {
            Reach::Machine => "each reader's own machine answers here",
            Reach::Network => "only one network knows this address",
            Reach::Disk => "this is on the disk of one machine",
            Reach::Program => "only a program on the writer's machine opens this",
            Reach::Session => "this is gone when its owner closes it",
            Reach::Signed => "this is signed for a while, and then refused",
            Reach::Account => "each reader finds their own account here",
            Reach::Members => "whoever is no member is asked for a password",
        }
    }
}

/// Schemes of editors and of programs with a store of their own.
const PROGRAMS: &[&str] =
    &["vscode", "vscode-insiders", "vscode-file", "vscode-remote", "cursor", "idea", "jetbrains", "obsidian", "zed"];

/// What such a program is asked for that only its writer has. Settings are everybody's, and so is what can be installed.
const OWN: &[&str] = &["vscode-file:", "vscode-remote:", "vscode-remote/", "file/", "open", "vault/"];

/// Names that no public resolver knows.
const INTERNAL: &[&str] = &[".local", ".internal", ".intranet", ".corp", ".lan", ".localdomain", ".home.arpa"];

/// Hosts of tunnels and of workspaces in somebody's browser.
const SESSIONS: &[&str] = &[
    ".ngrok.io",
    ".ngrok.app",
    ".ngrok-free.app",
    ".ngrok-free.dev",
    ".trycloudflare.com",
    ".loca.lt",
    ".serveo.net",
    ".gitpod.io",
    ".app.github.dev",
    ".githubpreview.dev",
];

/// What the sandboxes publish is for everybody, and only what they run for one person is not.
const PUBLISHED: &[&str] = &["www.gitpod.io", "docs.gitpod.io", "registry.gitpod.io"];

/// Marks of a signature in a query, in small letters.
const SIGNATURES: &[&str] =
    &["x-amz-signature=", "x-goog-signature=", "x-amz-security-token=", "awsaccesskeyid=", "jwt="];

/// A host that signs each of its addresses.
const OF_USERS: &str = "private-user-images.";

const ACCOUNTS: &[&str] = &[
    "mail.google.com/mail/",
    "outlook.office.com/mail",
    "outlook.office365.com/mail",
    "outlook.live.com/mail",
    "github.com/notifications",
];

/// Whose the target of a link is; none where everybody can follow it, as far as an address tells.
pub fn reach(target: &str) -> Option<Reach> {
    // A place in its own text.
    if target.starts_with('#') {
        return None;
    }
    let lower = target.to_ascii_lowercase();
    if is_on_disk(&lower) {
        return Some(Reach::Disk);
    }
    let (scheme, rest) = lower.split_once("://")?;
    let asks_for_own = || OWN.iter().any(|it| lower.starts_with(it) || rest.starts_with(it)) || is_of_project(rest);
    if PROGRAMS.contains(&scheme) && asks_for_own() {
        return Some(Reach::Program);
    }
    if !matches!(scheme, "http" | "https" | "ws" | "wss" | "ftp") {
        return None;
    }
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    let host = authority.rsplit('@').next().unwrap_or(authority);
    match host_of(host) {
        host if is_machine(host) => Some(Reach::Machine),
        host if is_network(host) => Some(Reach::Network),
        host if is_session(host) => Some(Reach::Session),
        host => by_path(host, path),
    }
}

/// "idea://navigate?project=till", "obsidian://advanced-uri?vault=till"
fn is_of_project(rest: &str) -> bool {
    let words = rest.split(['?', '&']).skip(1);
    words.filter_map(|it| it.split_once('=')).any(|(key, _)| matches!(key, "vault" | "project" | "file" | "path"))
}

fn by_path(host: &str, path: &str) -> Option<Reach> {
    let bare = format!("{}{path}", host.strip_prefix("www.").unwrap_or(host));
    let leads = |mark: &&str| bare.starts_with(*mark);
    let is_signed = bare.contains('=') && (SIGNATURES.iter().any(|mark| bare.contains(mark)) || is_shared_access(path))
        || bare.contains(OF_USERS);
    match () {
        _ if is_signed => Some(Reach::Signed),
        // A room of a chat is the same for all who are in it.
        _ if ACCOUNTS.iter().any(leads) && path.contains("#chat/space/") => Some(Reach::Members),
        // A letter that is begun for its reader opens in whose mail it is.
        _ if ACCOUNTS.iter().any(leads) && !is_front_page(path) && !path.contains("view=cm") => Some(Reach::Account),
        _ if is_for_members(&bare) => Some(Reach::Members),
        _ => None,
    }
}

/// Where everybody is sent to look at their own: the inbox and the notifications as such, and no message in them.
fn is_front_page(path: &str) -> bool {
    let place = path.split_once('#').map_or(path, |(_, place)| place);
    let is_message = match path.contains('#') {
        true => place.contains('/'),
        false => place.contains('?') || place.contains("/id/"),
    };
    !is_message
}

/// A store's shared access signature: what it allows, until when, and the signature.
fn is_shared_access(path: &str) -> bool {
    let is_given = |key: &&str| path.match_indices(key).any(|(at, _)| path[..at].ends_with(['?', '&']));
    ["sig=", "se=", "sv="].iter().all(is_given)
}

/// `file://`, a home folder, a drive.
fn is_on_disk(lower: &str) -> bool {
    // `~/assets/door.png`: what programs for sites call the folder of their source.
    let is_alias = || {
        let first = lower.strip_prefix("~/").and_then(|rest| rest.split('/').next());
        first.is_some_and(|it| is_among("assets components images img lib pages public src static", it))
    };
    let homes = ["/users/", "/home/", "/c:/", "~/"];
    let in_home = |home: &&str| lower.strip_prefix(home).is_some_and(|rest| rest.contains('/'));
    let bytes = lower.as_bytes();
    let is_drive =
        bytes.len() > 3 && bytes[0].is_ascii_lowercase() && bytes[1] == b':' && matches!(bytes[2], b'\\' | b'/');
    let is_file = lower.strip_prefix("file://").is_some_and(|rest| rest.len() > 1);
    is_file || is_drive && bytes[3] != b'/' || lower.starts_with(r"\\") || homes.iter().any(in_home) && !is_alias()
}

/// A host without its port and without the brackets of IPv6.
fn host_of(host: &str) -> &str {
    match host.strip_prefix('[') {
        Some(inside) => inside.split(']').next().unwrap_or(inside),
        None => host.split(':').next().unwrap_or(host).trim_end_matches('.'),
    }
}

fn is_machine(host: &str) -> bool {
    let is_loopback = host.parse::<Ipv4Addr>().is_ok_and(|ip| ip.is_loopback() || ip.is_unspecified());
    host == "localhost"
        || host.ends_with(".localhost")
        || host == "::1"
        || host == "host.docker.internal"
        || is_loopback
}

fn is_network(host: &str) -> bool {
    let is_private = host.parse::<Ipv4Addr>().is_ok_and(|ip| ip.is_private() || ip.is_link_local());
    is_private
        || INTERNAL.iter().any(|end| host.ends_with(end) && host.len() > end.len())
        // "rotations.corp.example.com", "http://wiki/doors": names that the resolver of a house completes.
        || host.contains(".corp.")
        || is_among("b cl cs docs g3doc gerrit go intranet jenkins jira confluence sharepoint wiki", host)
}

fn is_session(host: &str) -> bool {
    SESSIONS.iter().any(|end| host.ends_with(end)) && !PUBLISHED.contains(&host)
}

#[cfg(test)]
mod tests {
    use super::{Reach, reach};

    #[test]
    fn an_address_tells_whose_it_is() {
        for (target, expected) in [
            ("http://localhost:3000/d/9", Some(Reach::Machine)),
            ("https://user@127.0.0.1/x", Some(Reach::Machine)),
            ("http://[::1]:80/", Some(Reach::Machine)),
            ("http://10.4.0.7:9090/graph", Some(Reach::Network)),
            ("http://172.32.0.1/", None),
            ("https://ci.shop.internal/job/7", Some(Reach::Network)),
            ("https://rotations.corp.shop.com/7", Some(Reach::Network)),
            ("http://wiki/doors", Some(Reach::Network)),
            ("http://docs.shop.com/", None),
            ("https://internal.shop.com/", None),
            ("file:///tmp/report.html", Some(Reach::Disk)),
            ("/Users/mira/Desktop/a.png", Some(Reach::Disk)),
            ("/home/", None),
            ("/users/list", None),
            (r"C:\Users\mira\a.png", Some(Reach::Disk)),
            ("c://x", None),
            ("vscode://file/src/a.rs", Some(Reach::Program)),
            ("vscode://settings/editor.wordWrap", None),
            ("cursor://anysphere.cursor-deeplink/mcp/install?name=tides", None),
            ("obsidian://open?vault=Tides", Some(Reach::Program)),
            ("https://8080-shop-pool.ws-eu1.gitpod.io/", Some(Reach::Session)),
            ("https://gitpod.io/#https://example.com", None),
            ("https://files.example.com/a?X-Amz-Signature=00ff", Some(Reach::Signed)),
            ("https://x.blob.example.net/a.log?sv=2026&se=2027&sig=ab", Some(Reach::Signed)),
            ("https://mail.google.com/mail/u/0/#inbox/1", Some(Reach::Account)),
            ("https://mail.google.com/mail/u/0/#inbox", None),
            ("https://outlook.office.com/mail/inbox/id/AAQk", Some(Reach::Account)),
            ("https://github.com/notifications", None),
            ("https://docs.google.com/document/d/1", Some(Reach::Members)),
            ("https://docs.google.com/forms/d/1/viewform", None),
            ("https://example.com/localhost", None),
        ] {
            assert_eq!(reach(target), expected, "{target}");
        }
    }
}

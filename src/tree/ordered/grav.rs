//! Pages of Grav: a folder with a text is one, its address has no number before a name, and what links in it name lies there,
//! in another page, or where the settings send readers.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::plain;
use crate::words::address::local;

/// Pages whose front matter is read, at most.
const MOST: usize = 5_000;
/// Rules of the settings of a site. Each address that leads nowhere is held against them.
const MOST_RULES: usize = 500;

/// The pages of all such sites in a repository.
#[derive(Debug, Default)]
pub(super) struct Grav {
    /// The address of each folder with a text, from the root of the repository, by the path of the folder.
    folders: HashMap<String, String>,
    /// Those addresses, and of what lies beside a text.
    addresses: HashSet<String>,
    /// How addresses begin that the settings of a site send elsewhere, by the folder of its pages.
    sent: HashMap<String, Vec<Rule>>,
}

/// How an address begins, or all of it.
#[derive(Debug, PartialEq, Eq)]
struct Rule {
    begin: String,
    is_whole: bool,
}

impl Rule {
    /// Whether an address from the folder of the pages is one that it sends elsewhere.
    fn fits(&self, address: &str) -> bool {
        address.strip_prefix(self.begin.as_str()).is_some_and(|rest| rest.is_empty() || !self.is_whole)
    }
}

impl Grav {
    /// Looks for them among the files of a repository, in their order.
    pub fn among(files: &[String], text: &impl Fn(&str) -> Option<String>) -> Self {
        let mut all = Self::default();
        for pages in files.iter().filter_map(|path| folder_of_pages(path, files)).collect::<BTreeSet<&str>>() {
            let below = format!("{pages}/");
            let first = files.partition_point(|it| *it < below);
            let inside = || files[first..].iter().take_while(|it| it.starts_with(&below));
            all.add_folders(pages, inside().filter(|it| it.ends_with(".md")).take(MOST), text);
            for path in inside().filter(|it| !it.ends_with(".md")) {
                let Some(folder) = all.folders.get(local::folder(path)) else { continue };
                // Of a picture for small dots the usual one is made: `door@2x.jpg`.
                let name = local::name(path);
                all.addresses.extend([format!("{folder}/{name}"), format!("{folder}/{}", name.replace("@2x.", "."))]);
            }
            let settings = format!("{}config/site.yaml", &pages[..pages.len() - PAGES.len()]);
            let settings = text(&settings).unwrap_or_default();
            all.sent.insert(pages.to_owned(), rules(&settings).take(MOST_RULES).collect());
        }
        all
    }

    /// Each folder comes behind the one around it, as a page beside it may give it another name.
    fn add_folders<'f>(
        &mut self,
        pages: &str,
        texts: impl Iterator<Item = &'f String>,
        text: &impl Fn(&str) -> Option<String>,
    ) {
        let mut named: HashMap<&str, String> = HashMap::new();
        let mut folders: BTreeSet<&str> = BTreeSet::new();
        for path in texts {
            let folder = local::folder(path);
            folders.insert(folder);
            if let Some(slug) = text(path).as_deref().and_then(slug) {
                named.insert(folder, slug.to_owned());
            }
        }
        for folder in folders {
            let mut address = pages.to_owned();
            for inner in local::folders(folder).chain([folder]).filter(|it| it.len() > pages.len()) {
                let name = named.get(inner).map_or_else(|| plain(local::name(inner)), String::as_str);
                address = format!("{address}/{name}");
            }
            self.addresses.insert(address.clone());
            self.folders.insert(folder.to_owned(), address);
        }
    }

    /// Whether a path leads to a page, or to what lies in one.
    pub fn has(&self, path: &str) -> bool {
        if self.folders.is_empty() {
            return false;
        }
        let address = self.address(path.trim_end_matches('/'));
        let is_sent = |pages: &str| {
            let rules = self.sent.get(pages).map_or(&[][..], Vec::as_slice);
            rules.iter().any(|rule| rule.fits(&address[pages.len()..]))
        };
        // `2.png` is no file that is called `png`.
        let is_file = || self.addresses.contains(&format!("{}/{}", local::folder(&address), local::name(path)));
        self.addresses.contains(&address) || is_file() || local::folders(&address).any(is_sent)
    }

    /// A path with the address of its folder, as far as that is one.
    fn address(&self, path: &str) -> String {
        let known =
            path.match_indices('/').filter_map(|(end, _)| Some((self.folders.get(&path[..end])?, end))).next_back();
        let (start, rest) = known.map_or(("", path), |(folder, end)| (folder.as_str(), &path[end + 1..]));
        let parts = rest.split('/').map(plain);
        [start].into_iter().filter(|it| !it.is_empty()).chain(parts).collect::<Vec<_>>().join("/")
    }
}

const PAGES: &str = "pages";

/// The folder of the pages that a text is one of, where such a program has its settings beside it: `user/pages/01.home/text.md`.
fn folder_of_pages<'p>(path: &'p str, files: &[String]) -> Option<&'p str> {
    let mut folders = local::folders(path);
    let pages = folders.find(|it| local::name(it) == PAGES).filter(|_| path.ends_with(".md"))?;
    let first = folders.next().filter(|it| plain(local::name(it)).len() < local::name(it).len());
    let around = &pages[..pages.len() - PAGES.len()];
    let has = |name: &&str| files.binary_search(&format!("{around}{name}")).is_ok();
    let is_user = around == "user/" || around.ends_with("/user/");
    (first.is_some() && (is_user || ["config/site.yaml", "config/system.yaml"].iter().any(has))).then_some(pages)
}

/// What a page is called in addresses, where its front matter says so.
fn slug(text: &str) -> Option<&str> {
    let head = text.strip_prefix("---")?.split("\n---").next()?;
    let value = head.lines().find_map(|line| line.strip_prefix("slug:"))?;
    Some(unquoted(value)).filter(|it| !it.is_empty())
}

fn unquoted(value: &str) -> &str {
    value.trim().trim_matches(['"', '\''])
}

/// How addresses begin that settings send elsewhere: the keys below `redirects:` and `routes:`.
fn rules(settings: &str) -> impl Iterator<Item = Rule> {
    let mut is_list = false;
    let lines = settings.lines().filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'));
    let keys = lines.filter_map(move |line| {
        if !line.starts_with([' ', '\t']) {
            is_list = matches!(line.trim_end(), "redirects:" | "routes:");
            return None;
        }
        let (key, _) = line.split_once(": ").filter(|_| is_list)?;
        Some(unquoted(key))
    });
    keys.filter_map(rule)
}

/// What an expression begins with, which is found at the beginning of an address. A group of digits there stands for a language.
fn rule(key: &str) -> Option<Rule> {
    let key = key.trim_start_matches('^');
    let key = key.strip_prefix(r"/(\d+)").unwrap_or(key);
    let end = key.find(['(', '[', '.', '*', '?', '+', '$', '|', '\\', '{']).unwrap_or(key.len());
    let (begin, rest) = key.split_at(end);
    // "/blog.xml": the file, and not all that begins so.
    let is_file = rest.starts_with('.') && rest[1..].starts_with(|it: char| it.is_ascii_alphanumeric());
    (!is_file && begin.len() > 1 && begin.starts_with('/'))
        .then(|| Rule { begin: begin.to_owned(), is_whole: rest == "$" })
}

#[cfg(test)]
mod tests {
    use super::{Grav, Rule, rule, slug};

    fn site(files: &[&str], text: &str) -> Grav {
        let mut files: Vec<String> = files.iter().map(|it| (*it).to_owned()).collect();
        files.sort();
        Grav::among(&files, &|_| Some(text.to_owned()))
    }

    const FILES: &[&str] = &[
        "config/site.yaml",
        "pages/01.doors/01.hinges/default.md",
        "pages/01.doors/01.hinges/2.png",
        "pages/01.doors/01.hinges/a@2x.jpg",
        "pages/01.doors/02.empty/a.png",
        "pages/01.doors/default.md",
        "pages/locks/default.md",
    ];

    #[test]
    fn a_folder_with_a_text_is_a_page_without_its_number() {
        let site = site(FILES, "");
        for there in [
            "pages/01.doors/hinges",
            "pages/doors",
            "pages/doors/hinges/",
            "pages/doors/hinges/2.png",
            "pages/doors/hinges/a.jpg",
        ] {
            assert!(site.has(there), "{there}");
        }
        for lost in ["pages/doors/empty", "pages/doors/a.png", "pages/hinges", "doors", "pages/doors/hinges/default.md"]
        {
            assert!(!site.has(lost), "{lost}");
        }
    }

    #[test]
    fn other_trees_are_none() {
        assert!(!site(&FILES[1..], "").has("pages/doors/hinges"));
        assert!(!site(&["config/site.yaml", "pages/doors/default.md"], "").has("pages/doors"));
        assert!(site(&["a/user/pages/01.doors/default.md"], "").has("a/user/pages/doors"));
    }

    #[test]
    fn a_page_may_be_called_otherwise() {
        let files = ["user/pages/01.doors/02.hinges/default.md"];
        let site = site(&files, "---\ntitle: Hinges\nslug: 'hooks'\n---\nslug: none\n");
        assert!(site.has("user/pages/doors/hooks") && !site.has("user/pages/doors/hinges"));
        assert_eq!(slug("---\ntitle: a\n---\nslug: b\n"), None);
    }

    #[test]
    fn settings_send_readers_elsewhere() {
        let settings =
            "title: A\nredirects:\n  '/(\\d+)/attic/(.*)': '/doors/$1'\n  /old$: /doors\nother:\n  /no: /a\n";
        let site = site(FILES, settings);
        assert!(site.has("pages/attic/hooks") && site.has("pages/old"));
        assert!(!site.has("pages/older") && !site.has("pages/no") && !site.has("pages/attic"));
        let begin = |key: &str| rule(key).map(|Rule { begin, is_whole }| (begin, is_whole));
        assert_eq!(begin("^/a/b$"), Some(("/a/b".to_owned(), true)));
        assert_eq!(begin("/a/b(.*)$"), Some(("/a/b".to_owned(), false)));
        assert_eq!((begin("/(.*)"), begin("a"), begin(r"/(\d+)"), begin("/a.xml")), (None, None, None, None));
    }
}

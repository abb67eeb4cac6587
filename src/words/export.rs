//! Names as knowledge bases write them when they are exported: behind each stands the id of its page, which says nothing to
//! a reader. Notion adds 32 hexadecimal digits to files and folders, Confluence the number of the page to files.

use std::borrow::Cow;

/// The digits of an id of Notion.
const ID: usize = 32;

/// The path as its writer named it: without ids, and with hyphens for the blanks of such names.
pub fn plain(path: &str) -> Cow<'_, str> {
    let is_exported = |part: &str| name(part).is_some();
    // Ids stand behind one of these.
    let has_mark = path.bytes().any(|it| matches!(it, b' ' | b'_'));
    if !has_mark || !path.split('/').any(is_exported) {
        return Cow::Borrowed(path);
    }
    let part = |part: &str| name(part).map_or_else(|| part.to_owned(), |name| name.replace(' ', "-"));
    Cow::Owned(path.split('/').map(part).collect::<Vec<_>>().join("/"))
}

/// The name of a file or a folder without its id, where it has one.
fn name(part: &str) -> Option<String> {
    let (stem, extension) = match part.rfind('.') {
        Some(at) if at > 0 => part.split_at(at),
        _ => (part, ""),
    };
    let bare = notion(stem).or_else(|| confluence(stem).filter(|_| !extension.is_empty()))?;
    Some(format!("{bare}{extension}"))
}

/// `Meeting notes 5ab2c9e10f7d4836bb64e0a91c8d73f2`
fn notion(stem: &str) -> Option<&str> {
    let (name, id) = stem.rsplit_once(' ')?;
    let is_id = id.len() == ID && id.bytes().all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'));
    (is_id && !name.trim().is_empty()).then(|| name.trim_end())
}

/// `Meeting-notes_98322`; a date behind the name is no number of a page.
fn confluence(stem: &str) -> Option<&str> {
    let (name, id) = stem.rsplit_once('_')?;
    let is_number = (5..=12).contains(&id.len()) && id.bytes().all(|it| it.is_ascii_digit());
    // "20261120", "11202026": digits alone have a letter at each byte.
    let ends_in_year = || id.len() == 8 && id[4..].starts_with("20") && &id[..2] <= "31" && &id[2..4] <= "31";
    let is_date = || id.len() <= 8 && (id.starts_with("19") || id.starts_with("20")) || ends_in_year();
    (is_number && !is_date() && name.contains(|it: char| it.is_alphabetic())).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn ids_are_no_part_of_a_name() {
        let id = "5ab2c9e10f7d4836bb64e0a91c8d73f2";
        assert_eq!(plain(&format!("Shop {id}/Meeting notes {id}.md")), "Shop/Meeting-notes.md");
        assert_eq!(plain(&format!("Shop {id}/a b.md")), "Shop/a b.md");
        assert_eq!(plain("space/Runbook_98310.md"), "space/Runbook.md");
        assert_eq!(plain("Réunion 1 5ab2c9e10f7d4836bb64e0a91c8d73f2.md"), "Réunion-1.md");
    }

    #[test]
    fn other_names_stay_as_they_are() {
        for path in [
            "notes/minutes_20261120.md",
            "notes/minutes_11202026.md",
            "notes/minutes_abcé123.md",
            "notes/minutes_202611.md",
            "5ab2c9e10f7d4836bb64e0a91c8d73f2.md",
            "keys/Key 5AB2C9E10F7D4836BB64E0A91C8D73F2.md",
            "a_1234.md",
            "12_34567.md",
            "shop_98310/a.md",
            "",
            "..",
            ".md",
        ] {
            assert_eq!(plain(path), path);
        }
    }
}

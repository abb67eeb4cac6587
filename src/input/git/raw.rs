//! One record of what git prints for `--raw -z`: a file that is not the same on both sides.

/// A file before and after. Paths are bytes, since git knows no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raw {
    /// As it is after, or before where it is gone.
    pub path: Vec<u8>,
    /// Where it was before, if it was moved.
    pub moved_from: Option<Vec<u8>>,
    pub before: Side,
    pub after: Side,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// It is a file: neither absent nor a link or a submodule.
    pub is_plain: bool,
    /// The blob that it holds; none where git gives it no name, as in the working tree.
    pub id: Option<String>,
}

impl Side {
    fn new(mode: &str, id: &str) -> Self {
        let is_known = id.bytes().any(|byte| byte != b'0');
        Self { is_plain: mode.starts_with("100"), id: is_known.then(|| id.to_owned()) }
    }

    /// The blob of a plain file.
    pub fn blob(self) -> Option<String> {
        self.id.filter(|_| self.is_plain)
    }
}

impl Raw {
    /// Reads `MODE MODE ID ID STATUS` behind its colon, and takes the one or two names that follow it.
    pub fn read<'a>(head: &[u8], names: &mut impl Iterator<Item = &'a [u8]>) -> Option<Self> {
        let head = String::from_utf8_lossy(head);
        let words: Vec<&str> = head.split(' ').collect();
        let first = names.next()?.to_vec();
        let [mode_before, mode_after, id_before, id_after, status] = words[..] else { return None };
        let (path, moved_from) = match status.as_bytes().first()? {
            b'R' => (names.next()?.to_vec(), Some(first)),
            b'C' => (names.next()?.to_vec(), None),
            // An unmerged file is listed a second time, beside what is on disk.
            b'U' => return None,
            _ => (first, None),
        };
        let (before, after) = (Side::new(mode_before, id_before), Side::new(mode_after, id_after));
        Some(Self { path, moved_from, before, after })
    }
}

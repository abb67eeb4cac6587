//! A new text in the place of an old one: what stays, what is refused, and what a reader sees meanwhile.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use pingless::input::replace;

/// An empty folder of its own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fix-files").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the folder can be made");
    folder
}

fn file(folder: &Path, text: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join("a.md");
    fs::write(&path, text).expect("the file can be written");
    path
}

fn names(folder: &Path) -> Vec<String> {
    let name = |it: fs::DirEntry| it.file_name().to_string_lossy().into_owned();
    let mut names: Vec<String> = fs::read_dir(folder).expect("it is there").flatten().map(name).collect();
    names.sort();
    names
}

#[track_caller]
fn refused(path: &Path, before: &str, why: &str) {
    let bytes = fs::read(path).expect("it is there");
    let trouble = replace(path, before, "new").expect_err("it must be refused");
    assert!(trouble.message.contains(why), "{trouble:?}");
    assert_eq!(fs::read(path).expect("it is there"), bytes, "nothing is written");
    assert_eq!(names(path.parent().expect("it has one")).iter().filter(|it| it.starts_with('.')).count(), 0);
}

#[test]
fn the_new_text_is_there_and_nothing_else() {
    let folder = folder("plain");
    let path = file(&folder, "\u{feff}alt\r\né");
    replace(&path, "\u{feff}alt\r\né", "\u{feff}neu\r\né").expect("it can be written");
    assert_eq!(fs::read(&path).expect("it is there"), "\u{feff}neu\r\né".as_bytes());
    assert_eq!(names(&folder), ["a.md"]);
}

#[test]
fn what_was_changed_meanwhile_is_not_lost() {
    let folder = folder("meanwhile");
    let path = file(&folder, "somebody wrote this");
    refused(&path, "what was read", "it was changed meanwhile");
    replace(&path, "what was read", "somebody wrote this").expect("another name of it was fixed already");
}

#[test]
fn what_is_not_utf8_is_never_written() {
    let folder = folder("latin");
    let path = file(&folder, b"caf\xe9");
    refused(&path, "caf\u{fffd}", "it was changed meanwhile");
}

#[test]
fn a_file_that_is_gone_or_read_only_is_told() {
    let folder = folder("read-only");
    let trouble = replace(&folder.join("none.md"), "a", "b").expect_err("there is none");
    assert!(trouble.message.starts_with("it cannot be written: "), "{trouble:?}");
    let path = file(&folder, "old");
    let mut permissions = fs::metadata(&path).expect("it is there").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).expect("it is ours");
    refused(&path, "old", "it is read-only");
    assert!(replace(&folder, "a", "b").is_err(), "a folder is no text");
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn of_a_link_the_target_is_written() {
        let folder = folder("links");
        let path = file(&folder, "old");
        let links = folder.join("links");
        fs::create_dir(&links).expect("it can be made");
        symlink("../a.md", links.join("one.md")).expect("a link can be made");
        symlink("one.md", links.join("two.md")).expect("a link can be made");
        replace(&links.join("two.md"), "old", "new").expect("it can be written");
        assert_eq!(fs::read_to_string(&path).expect("it is there"), "new");
        assert!(links.join("one.md").is_symlink() && links.join("two.md").is_symlink());
        assert_eq!(names(&links), ["one.md", "two.md"]);
    }

    #[test]
    fn a_hard_link_is_not_parted() {
        let folder = folder("hard");
        let path = file(&folder, "old");
        fs::hard_link(&path, folder.join("b.md")).expect("a link can be made");
        refused(&path, "old", "it is hard-linked");
    }

    #[test]
    fn what_a_file_has_besides_its_text_stays() {
        let folder = folder("besides");
        let path = file(&folder, "old");
        let has_attributes = xattr::set(&path, "user.note", b"kept").is_ok();
        let before = fs::metadata(&path).expect("it is there");
        replace(&path, "old", "new").expect("it can be written");
        let after = fs::metadata(&path).expect("it is there");
        assert_eq!((after.uid(), after.gid(), after.mode()), (before.uid(), before.gid(), before.mode()));
        if has_attributes {
            assert_eq!(xattr::get(&path, "user.note").expect("it can be read").as_deref(), Some(&b"kept"[..]));
        }
    }

    #[test]
    fn a_file_of_somebody_else_stays_theirs() {
        let folder = folder("owner");
        let path = file(&folder, "old");
        // Only who may give files away can try.
        if std::os::unix::fs::chown(&path, Some(1234), Some(4321)).is_ok() {
            replace(&path, "old", "new").expect("it can be written");
            let after = fs::metadata(&path).expect("it is there");
            assert_eq!((after.uid(), after.gid()), (1234, 4321));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

        #[test]
        fn permissions_stay(mode in 0o200_u32..=0o777, text in "\\PC{0,40}") {
            let folder = folder("modes");
            let path = file(&folder, "old");
            let mode = mode | 0o600;
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("it is ours");
            replace(&path, "old", &text).expect("it can be written");
            prop_assert_eq!(fs::metadata(&path).expect("it is there").mode() & 0o7777, mode);
            prop_assert_eq!(fs::read_to_string(&path).expect("it is there"), text);
        }
    }
}

#[test]
fn a_reader_sees_the_old_text_or_the_new_one() {
    let folder = folder("reader");
    let texts = ["old ".repeat(200_000), "new! ".repeat(200_000)];
    let path = file(&folder, &texts[0]);
    let is_done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut seen = 0;
            while !is_done.load(Ordering::Relaxed) || seen == 0 {
                let text = fs::read_to_string(&path).expect("it is always there");
                assert!(texts.contains(&text), "half a file: {} bytes", text.len());
                seen += 1;
            }
        });
        for round in 0..20 {
            let (before, after) = (&texts[round % 2], &texts[(round + 1) % 2]);
            replace(&path, before, after).expect("it can be written");
        }
        is_done.store(true, Ordering::Relaxed);
        reader.join().expect("the reader saw whole texts only");
    });
}

//! Writes as code what no run has to find out: what our pages say, what our globs and words are, and the tables of our patterns.
//! And gives the program a name by which it is told from every other: a cache of one must not be read by another.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "build/cue.rs"]
mod cue;

#[path = "build/glob.rs"]
mod glob;

#[path = "build/prepare.rs"]
mod prepare;

#[path = "build/page.rs"]
mod page;

#[path = "build/table.rs"]
mod table;

#[path = "build/vocabulary.rs"]
mod vocabulary;

/// What the program itself asks of a glob.
#[allow(dead_code, reason = "the build finds out, and the program compares")]
#[path = "words/glob/spelt.rs"]
mod spelt;

/// How the program itself compares headings.
#[allow(dead_code, reason = "the build normalises, and the program compares")]
#[path = "words/heading.rs"]
mod heading;

/// What the program itself does with an expression that is in no list.
#[path = "words/pattern"]
mod pattern {
    #[allow(dead_code, reason = "the build stores, and the program loads")]
    pub mod aho_corasick;
    pub mod automaton;
    pub mod begin;
    pub mod class;
    pub mod need;
    #[allow(dead_code, reason = "the build stores, and the program loads")]
    pub mod program;
    pub mod shape;
    mod share;
    mod shortest;
    #[allow(dead_code, reason = "the build stores, and the program loads")]
    pub mod table;
    #[allow(dead_code, reason = "the build writes them, and the program reads them")]
    pub mod texts;
}

fn main() {
    println!("cargo:rerun-if-changed=rules");
    println!("cargo:rerun-if-changed=src");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    let write = |name: &str, it: &[u8]| fs::write(out.join(name), it).expect("the build folder can be written");
    let source = |path: &str| fs::read_to_string(root.join("src").join(path)).expect("there is a table");
    println!("cargo:rustc-env=PINGLESS_SOURCES={:016x}", sources(&root));
    let pages = pages(&root);
    let mut globs = glob::Globs::default();
    let (code, text) = page::code(&pages, &mut globs);
    write("pages.rs", code.as_bytes());
    write("pages.txt", text.as_bytes());
    write("sorts.rs", globs.sorts(&source("change/sort.txt")).as_bytes());
    write("globs.txt", globs.text.as_bytes());
    write("kind_cue.rs", cue::cues(&source("words/english/kind_cue.txt")).as_bytes());
    let list = source("words/pattern/expressions.json");
    let mut expressions: Vec<String> = serde_json::from_str(&list).expect("expressions.json: a list of texts");
    // Looked up by its length first, an expression is held against few others.
    expressions.sort_unstable_by(|one, other| (one.len(), one).cmp(&(other.len(), other)));
    prepare_expressions(&expressions, &root, &out);
    let (code, automaton) = vocabulary::vocabulary(&expressions, &pages);
    write("vocabulary.rs", code.as_bytes());
    write("vocabulary.bin", &automaton);
}

/// The pages in `rules`, in the order of their paths.
fn pages(root: &Path) -> Vec<page::Page> {
    let groups = sorted(&root.join("rules")).into_iter().filter(|it| it.is_dir());
    let paths = groups.flat_map(|it| sorted(&it)).filter(|path| path.extension().is_some_and(|it| it == "md"));
    let name =
        |path: &Path| path.strip_prefix(root).expect("it is below the root").to_string_lossy().replace('\\', "/");
    paths.map(|path| page::Page::of(name(&path), fs::read_to_string(&path).expect("a page can be read"))).collect()
}

/// Prepares the expressions of our patterns, unless that was done before: it takes seconds.
fn prepare_expressions(expressions: &[String], root: &Path, out: &Path) {
    let parts = ["Cargo.lock", "src/build", "src/words/pattern"].map(|it| root.join(it));
    let print = format!("{:016x}", print(root, parts.to_vec()));
    let paths = ["prepared.rs", "prepared.bin", "prepared.print"].map(|it| out.join(it));
    if paths.iter().all(|it| it.exists()) && fs::read_to_string(&paths[2]).is_ok_and(|it| it == print) {
        return;
    }
    let (code, tables) = prepare::prepare(expressions);
    for (path, bytes) in paths.iter().zip([code.as_bytes(), &tables, print.as_bytes()]) {
        fs::write(path, bytes).expect("the build folder can be written");
    }
}

/// The print of all that the program is made of. Where there is no lock file, the packages are not in it.
fn sources(root: &Path) -> u64 {
    print(root, ["Cargo.lock", "rules", "src"].map(|it| root.join(it)).to_vec())
}

/// The print of files and folders.
fn print(root: &Path, mut waiting: Vec<PathBuf>) -> u64 {
    let mut print = DefaultHasher::new();
    env!("CARGO_PKG_VERSION").hash(&mut print);
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(sorted(&path));
        } else {
            (path.strip_prefix(root).ok(), fs::read(&path).ok()).hash(&mut print);
        }
    }
    print.finish()
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).expect("the folder exists").map(|entry| entry.expect("it can be read").path()).collect();
    paths.sort();
    paths
}

/// A word as the variant that is named like it.
fn capitalised(word: &str) -> String {
    let (first, rest) = word.split_at_checked(1).unwrap_or_default();
    first.to_ascii_uppercase() + rest
}

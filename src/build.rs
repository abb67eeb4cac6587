//! Lists the rule pages so that the binary carries them, each with its definition as JSON: to read that takes a twentieth of
//! the time that YAML takes. What a definition means is decided by the same code wherever a page comes from.
//! And gives the program a name by which it is told from every other: a cache of one must not be read by another.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::Value;

#[path = "build/prepare.rs"]
mod prepare;

#[path = "build/page.rs"]
mod page;

#[path = "build/vocabulary.rs"]
mod vocabulary;

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
    let mut pages = Vec::new();
    for group in sorted(&root.join("rules")) {
        if group.is_dir() {
            pages.extend(sorted(&group).into_iter().filter(|path| path.extension().is_some_and(|it| it == "md")));
        }
    }
    let texts: Vec<String> = pages.iter().map(|it| fs::read_to_string(it).expect("a page can be read")).collect();
    let definitions: Vec<Option<Value>> = texts.iter().map(|it| page::definition(it)).collect();
    let rows: String = pages
        .iter()
        .zip(&definitions)
        .map(|(path, definition)| {
            let name = path.strip_prefix(&root).expect("it is below the root").to_string_lossy().replace('\\', "/");
            let page::Parts { head, told, signature, slots } = definition.clone().map(page::parted).unwrap_or_default();
            format!(
                "    Ours {{ path: {name:?}, text: include_str!({path:?}), head: {head:?}, told: &{told:?}, \
                 signature: {signature:?}, slots: &{slots:?} }},\n"
            )
        })
        .collect();
    let code = format!("pub static PAGES: &[Ours] = &[\n{rows}];\n");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    fs::write(out.join("pages.rs"), code).expect("the build folder can be written");
    println!("cargo:rustc-env=PINGLESS_SOURCES={:016x}", sources(&root));
    let list = fs::read_to_string(root.join("src/words/pattern/expressions.json")).expect("there is a list");
    let mut expressions: Vec<String> = serde_json::from_str(&list).expect("expressions.json: a list of texts");
    expressions.sort_unstable();
    prepare_expressions(&expressions, &root, &out);
    let definitions: Vec<Value> = definitions.into_iter().flatten().collect();
    let (code, automaton) = vocabulary::vocabulary(&expressions, &definitions, &texts.concat());
    fs::write(out.join("vocabulary.rs"), code).expect("the build folder can be written");
    fs::write(out.join("vocabulary.bin"), automaton).expect("the build folder can be written");
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

//! Lists the rule pages so that the binary carries them. Parses nothing: a page is read by the same code wherever
//! it comes from.

use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    println!("cargo:rerun-if-changed=rules");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let mut pages = Vec::new();
    for group in sorted(&root.join("rules")) {
        if group.is_dir() {
            pages.extend(sorted(&group).into_iter().filter(|path| path.extension().is_some_and(|it| it == "md")));
        }
    }
    let rows: String = pages
        .iter()
        .map(|path| {
            let name = path.strip_prefix(&root).expect("it is below the root").to_string_lossy().replace('\\', "/");
            format!("    ({name:?}, include_str!({path:?})),\n")
        })
        .collect();
    let code = format!("pub static PAGES: &[(&str, &str)] = &[\n{rows}];\n");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    fs::write(out.join("pages.rs"), code).expect("the build folder can be written");
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).expect("the folder exists").map(|entry| entry.expect("it can be read").path()).collect();
    paths.sort();
    paths
}

//! The program as it is shipped, for those who measure it.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The program as it is shipped.
pub fn released() -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("a folder around it");
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut build = Command::new(cargo);
    build.args(["build", "--release", "--locked", "--bin", "pingless", "--target-dir"]).arg(target);
    let status = build.current_dir(env!("CARGO_MANIFEST_DIR")).status().expect("cargo runs");
    assert!(status.success(), "it is not built");
    target.join("release/pingless")
}

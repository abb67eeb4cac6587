//! What the scripts of a release make for this platform, in empty environments.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use crate::client;

const BAD: &str = "# Notes\n\nDana sends the figures by Friday 2026-11-19 17:00 UTC.\n";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn script(name: &str) -> PathBuf {
    root().join(".github/release").join(name)
}

/// An empty folder.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("packages").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

#[track_caller]
fn done(command: &mut Command) -> String {
    let Output { status, stdout, stderr } = command.output().expect("it starts");
    let said = String::from_utf8_lossy(&[stdout, stderr].concat()).into_owned();
    assert!(status.success(), "{command:?}: {said}");
    said
}

fn is_there(name: &str) -> bool {
    let found = Command::new(name).arg("--version").output().is_ok();
    if !found {
        client::tell(&format!("skipped: {name} is not installed"));
    }
    found
}

/// It says its version, and finds what is wrong.
#[track_caller]
fn works(program: &Path, folder: &Path) {
    let said = done(Command::new(program).arg("--version").current_dir(folder));
    assert_eq!(said.trim(), concat!("pingless ", env!("CARGO_PKG_VERSION")));
    fs::write(folder.join("notes.md"), BAD).expect("a file");
    let output = Command::new(program).args(["check", "notes.md"]).current_dir(folder).output().expect("it starts");
    let said = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("weekday-date-mismatch"), "{said}");
}

/// The target of a release that runs here.
fn target() -> Option<&'static str> {
    match (std::env::consts::OS, std::env::consts::ARCH) {
        ("linux", "x86_64") => Some("x86_64-unknown-linux-musl"),
        ("linux", "aarch64") => Some("aarch64-unknown-linux-musl"),
        ("macos", "x86_64") => Some("x86_64-apple-darwin"),
        ("macos", "aarch64") => Some("aarch64-apple-darwin"),
        _ => None,
    }
}

/// What was just built, without what only a debugger needs.
fn built(folder: &Path) -> PathBuf {
    let program = folder.join("pingless");
    fs::copy(env!("CARGO_BIN_EXE_pingless"), &program).expect("a program");
    let _ = Command::new("strip").arg(&program).output();
    program
}

/// The archive of this platform, made once, and the folder of its program.
fn archive() -> Option<&'static (PathBuf, PathBuf)> {
    static ARCHIVE: LazyLock<Option<(PathBuf, PathBuf)>> = LazyLock::new(|| {
        let target = target().filter(|_| is_there("python3"))?;
        let folder = folder("archive");
        built(&folder);
        let said =
            done(Command::new("bash").arg(script("archive.sh")).arg(target).arg(&folder).arg(folder.join("archives")));
        let path = PathBuf::from(said.lines().last().expect("a path"));
        let expected = format!("pingless-{target}-v{}.tar.gz", env!("CARGO_PKG_VERSION"));
        // The first of the names that cargo-binstall tries.
        assert_eq!(path.file_name().expect("a name").to_string_lossy(), expected);
        Some((folder, path))
    });
    ARCHIVE.as_ref()
}

#[test]
fn an_archive_holds_a_program_that_works() {
    let Some((folder, archive)) = archive() else { return };
    let before = fs::read(archive).expect("an archive");
    done(Command::new("python3").arg(script("checksums.py")).arg("write").arg(folder.join("archives")));
    let sums = folder.join("archives/SHA256SUMS");
    if is_there("sha256sum") {
        done(Command::new("sha256sum").arg("--check").arg(&sums).current_dir(folder.join("archives")));
    }
    let empty = folder.join("empty");
    fs::create_dir(&empty).expect("a folder");
    done(Command::new("tar").arg("-xzf").arg(archive).arg("-C").arg(&empty));
    let inside = empty.join(archive.file_name().expect("a name").to_string_lossy().trim_end_matches(".tar.gz"));
    works(&inside.join("pingless"), &empty);
    assert!(["README.md", "LICENSE-MIT", "LICENSE-APACHE"].iter().all(|it| inside.join(it).is_file()));
    let again = done(
        Command::new("python3")
            .arg(script("archive.py"))
            .arg(target().expect("a target"))
            .arg(folder.join("pingless"))
            .arg(folder.join("again")),
    );
    assert!(fs::read(again.trim()).expect("an archive") == before, "the same inputs gave other bytes");
    client::tell("the archive: unpacked and run");
}

#[test]
fn npm_packages_install_without_a_download() {
    if !is_there("npm") {
        return;
    }
    let Some((_, archive)) = archive() else { return };
    let archives = archive.parent().expect("a folder");
    let folder = folder("npm");
    let packages = folder.join("packages");
    done(Command::new("bash").arg(script("npm-packages.sh")).arg(archives).arg(&packages));
    let mut files: Vec<PathBuf> =
        fs::read_dir(&packages).expect("a folder").map(|it| it.expect("an entry").path()).collect();
    files.sort();
    assert_eq!(files.len(), 2, "{files:?}");
    let empty = folder.join("empty");
    fs::create_dir(&empty).expect("a folder");
    // The packages of other platforms are optional: where they cannot be had, nothing is missed.
    let install = ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--offline", "--prefix"];
    done(Command::new("npm").args(install).arg(&empty).args(&files).env("npm_config_cache", folder.join("cache")));
    works(&empty.join("node_modules/.bin/pingless"), &empty);
    let alone = folder.join("alone");
    fs::create_dir(&alone).expect("a folder");
    done(
        Command::new("npm")
            .args(install)
            .arg(&alone)
            .arg("--omit=optional")
            .arg(&files[0])
            .env("npm_config_cache", folder.join("cache")),
    );
    client::tell("the npm packages: installed offline and run");
}

#[test]
fn the_table_of_checksums_grows_and_never_changes() {
    if !is_there("python3") {
        return;
    }
    let folder = folder("checksums");
    for part in ["release", "action"] {
        fs::create_dir_all(folder.join(part)).expect("a folder");
    }
    fs::copy(script("checksums.py"), folder.join("release/checksums.py")).expect("a script");
    let table = folder.join("action/SHA256SUMS");
    fs::write(&table, "").expect("a file");
    let add = |lines: &str| {
        let new = folder.join("new");
        fs::write(&new, lines).expect("a file");
        let mut command = Command::new("python3");
        let output = command.arg(folder.join("release/checksums.py")).arg("add").arg(&new).output().expect("it starts");
        (output.status.success(), fs::read_to_string(&table).expect("a table"))
    };
    let line = |digit: &str, version: &str| {
        format!("{}  pingless-x86_64-unknown-linux-musl-v{version}.tar.gz\n", digit.repeat(64))
    };
    let both = line("a", "0.1.0") + &line("b", "0.2.0");
    assert_eq!(add(&line("b", "0.2.0")), (true, line("b", "0.2.0")));
    assert_eq!(add(&line("a", "0.1.0")), (true, both.clone()));
    assert_eq!(add(&line("a", "0.1.0")), (true, both.clone()), "it is there already");
    assert_eq!(add(&line("c", "0.1.0")), (false, both.clone()), "a release does not change");
    assert_eq!(add("aaaa  ../x\n"), (false, both));
}

#[test]
fn a_tag_is_the_version() {
    let run = |tag: &str| Command::new("bash").arg(script("version.sh")).arg(tag).output().expect("bash starts");
    assert!(run(concat!("v", env!("CARGO_PKG_VERSION"))).status.success());
    for tag in ["v999.0.0", env!("CARGO_PKG_VERSION"), "v0.1", "$(touch canary)", ""] {
        assert!(!run(tag).status.success(), "{tag}");
    }
}

/// What the workflow builds, what npm packs and what the Action downloads are the same five.
#[test]
fn every_target_is_released_in_every_form() {
    const TARGETS: [&str; 5] = [
        "x86_64-unknown-linux-musl",
        "aarch64-unknown-linux-musl",
        "x86_64-apple-darwin",
        "aarch64-apple-darwin",
        "x86_64-pc-windows-msvc",
    ];
    for file in [".github/workflows/release.yml", ".github/release/npm.mjs", ".github/action/program.sh"] {
        let text = fs::read_to_string(root().join(file)).expect("it is there");
        let missing: Vec<&&str> = TARGETS.iter().filter(|it| !text.contains(**it)).collect();
        assert!(missing.is_empty(), "{file}: {missing:?}");
    }
}

/// Slow: it builds the wheel as pip would.
#[test]
#[ignore = "builds a wheel: cargo test --test real -- --ignored"]
fn a_wheel_holds_a_program_that_works() {
    if !is_there("python3") {
        return;
    }
    let _alone = client::alone();
    let folder = folder("wheel");
    done(Command::new("python3").args(["-m", "venv"]).arg(folder.join("venv")));
    let python = folder.join("venv/bin/python");
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("a folder");
    let wheels = folder.join("wheels");
    done(
        Command::new(&python)
            .args(["-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir"])
            .arg(&wheels)
            .arg(root())
            .env("MATURIN_PEP517_ARGS", "--profile dev")
            .env("CARGO_TARGET_DIR", target),
    );
    let wheel = fs::read_dir(&wheels).expect("a folder").next().expect("a wheel").expect("an entry").path();
    done(Command::new(&python).args(["-m", "pip", "install", "--quiet", "--no-index"]).arg(&wheel));
    works(&folder.join("venv/bin/pingless"), &folder);
    client::tell(&format!("the wheel: {}", wheel.file_name().expect("a name").to_string_lossy()));
}

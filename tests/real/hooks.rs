//! Our hooks in the hands of pre-commit and prek, in repositories that the test makes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::{client, readme};

/// A Friday that is a Thursday: an error wherever it stands.
const BAD: &str = "# Notes\n\nDana sends the figures by Friday 2026-11-19 17:00 UTC.\n";
const GOOD: &str = "# Notes\n\nDana sends the figures by Thursday 2026-11-19 17:00 UTC.\n";

const CLIENTS: [(&str, [&str; 2]); 2] = [
    ("pre-commit", ["hooks/bin/pre-commit", "hooks/Scripts/pre-commit.exe"]),
    ("prek", ["hooks/bin/prek", "hooks/Scripts/prek.exe"]),
];

/// A client, the hooks that it gets, and a repository in which they run.
struct World {
    client: PathBuf,
    folder: PathBuf,
}

impl World {
    fn new(name: &str, client: &Path) -> Self {
        let tool = client.file_stem().expect("a name").to_string_lossy();
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hooks").join(format!("{name}-{tool}"));
        let _ = fs::remove_dir_all(&folder);
        let world = World { client: client.to_owned(), folder };
        for part in ["hooks", "work", "home"] {
            fs::create_dir_all(world.folder.join(part)).expect("a folder");
            if part != "home" {
                world.git(part, &["init", "--quiet", "--initial-branch=main"]);
            }
        }
        let work = [
            ("good.md", GOOD),
            ("bad.md", BAD),
            ("bad.mdx", BAD),
            ("bad.txt", BAD),
            ("vendor/bad.md", BAD),
            ("pingless.toml", "exclude = [\"vendor/**\"]\n"),
        ];
        work.iter().for_each(|(path, text)| world.write("work", path, text));
        world
    }

    /// The hooks as they are, but with the program that was just built, which is quick.
    fn with_built_program(self) -> Self {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(".pre-commit-hooks.yaml"));
        let text = text.expect("there are hooks").replace("language: python", "language: system");
        self.write("hooks", ".pre-commit-hooks.yaml", &text.replace("language: rust", "language: system"));
        self.git("hooks", &["add", "--all"]);
        self.git("hooks", &["commit", "--quiet", "-m", "Hooks"]);
        self.git("work", &["add", "--all"]);
        self
    }

    /// The hooks as they are, with all sources to build the program from.
    fn with_sources(self) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let listed =
            Command::new("git").args(["ls-files", "-z", "-co", "--exclude-standard"]).current_dir(root).output();
        let listed = listed.expect("git starts").stdout;
        for path in listed.split(|it| *it == 0).map(String::from_utf8_lossy).filter(|it| root.join(&**it).is_file()) {
            let file = self.folder.join("hooks").join(&*path);
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            fs::copy(root.join(&*path), file).expect("a copy");
        }
        self.git("hooks", &["add", "--all"]);
        self.git("hooks", &["commit", "--quiet", "-m", "Everything"]);
        self.git("work", &["add", "--all"]);
        self
    }

    fn write(&self, part: &str, path: &str, text: &str) {
        let file = self.folder.join(part).join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, text).expect("a file");
    }

    fn command(&self, program: &Path, part: &str) -> Command {
        let built = Path::new(env!("CARGO_BIN_EXE_pingless")).parent().expect("a folder").to_owned();
        let own = self.client.parent().expect("a folder").to_owned();
        let path = std::env::var_os("PATH").unwrap_or_default();
        let path = [built, own].into_iter().chain(std::env::split_paths(&path));
        let mut command = Command::new(program);
        command.current_dir(self.folder.join(part)).env("PATH", std::env::join_paths(path).expect("a path"));
        command.env("PRE_COMMIT_HOME", self.folder.join("home")).env("PREK_HOME", self.folder.join("home"));
        command.env("GIT_CONFIG_GLOBAL", self.folder.join("none")).env_remove("GIT_DIR").env_remove("GIT_INDEX_FILE");
        // What the hooks build is built as tests are, with the libraries that are there: a release takes minutes.
        command.env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("a folder"));
        command.env("MATURIN_PEP517_ARGS", "--profile dev");
        command.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
        command.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        ["AUTHOR", "COMMITTER"].iter().for_each(|who| {
            command.env(format!("GIT_{who}_NAME"), "Rosa").env(format!("GIT_{who}_EMAIL"), "rosa@example.org");
        });
        command
    }

    fn git(&self, part: &str, arguments: &[&str]) -> Output {
        let output = self.command(Path::new("git"), part).args(arguments).output().expect("git starts");
        let hooked = arguments[0] == "commit" && part == "work";
        assert!(hooked || output.status.success(), "git {arguments:?}: {}", said(&output));
        output
    }

    fn has_commit(&self) -> bool {
        let mut command = self.command(Path::new("git"), "work");
        command.args(["rev-parse", "--verify", "--quiet", "HEAD"]).output().expect("git starts").status.success()
    }

    /// Runs one hook on these files: one that is configured, or else out of its repository, which installs it anew.
    fn hook(&self, id: &str, files: &[&str]) -> (bool, String) {
        let is_configured = self.folder.join("work/.pre-commit-config.yaml").is_file();
        let how: &[&str] = if is_configured { &["run", id] } else { &["try-repo", "../hooks", id] };
        let mut command = self.command(&self.client, "work");
        let output = command.args(how).arg("--files").args(files).output().expect("it starts");
        (output.status.success(), said(&output))
    }
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[output.stdout.as_slice(), &output.stderr].concat()).into_owned()
}

fn each(name: &str, run: impl Fn(World)) {
    for (client, programs) in CLIENTS {
        if let Some(program) = client::find(client, &programs) {
            run(World::new(name, &program));
            client::tell(&format!("{client}: {name}: as it should"));
        }
    }
}

fn blocks_and_passes(world: &World, id: &str) {
    for (file, is_clean) in [("good.md", true), ("bad.md", false), ("bad.mdx", false), ("bad.txt", true)] {
        let (passed, said) = world.hook(id, &[file]);
        assert_eq!(passed, is_clean, "{id} on {file}: {said}");
        assert_eq!(said.contains("weekday-date-mismatch"), !is_clean, "{id} on {file}: {said}");
    }
    // The client names the file; the configuration excludes it all the same.
    let (passed, said) = world.hook(id, &["vendor/bad.md"]);
    assert!(passed, "{said}");
}

#[test]
fn the_hooks_block_and_pass() {
    each("files", |world| {
        let world = world.with_built_program();
        blocks_and_passes(&world, "pingless");
        blocks_and_passes(&world, "pingless-src");
        let (passed, said) = world.hook("pingless-repo", &["good.md"]);
        assert!(!passed && said.contains("bad.md") && said.contains("bad.mdx"), "{said}");
        assert!(!said.contains("vendor"), "{said}");
    });
}

#[test]
fn what_stops_no_commit_is_shown_all_the_same() {
    each("warnings", |world| {
        let world = world.with_built_program();
        world.write("work", "asked.md", "# Notes\n\nPlease send the figures by EOD.\n");
        world.git("work", &["add", "--all"]);
        let (passed, said) = world.hook("pingless", &["asked.md"]);
        assert!(passed && said.contains("ambiguous-deadline"), "{said}");
    });
}

#[test]
fn the_hooks_are_in_the_form_of_both() {
    each("manifest", |world| {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join(".pre-commit-hooks.yaml");
        let mut command = world.command(&world.client, "work");
        let output = command.arg("validate-manifest").arg(manifest).output().expect("it starts");
        assert!(output.status.success(), "{}", said(&output));
    });
}

/// The configuration of the README, with the hooks from here.
fn configure(world: &World) {
    let hooks = world.folder.join("hooks").to_string_lossy().into_owned();
    let printed = readme::hooks();
    let config = printed.replace("https://github.com/pingless/pingless", &hooks);
    assert_ne!(config, printed);
    let revision = printed.lines().find_map(|line| line.trim().strip_prefix("rev: ")).expect("a revision");
    world.git("hooks", &["tag", revision]);
    world.write("work", ".pre-commit-config.yaml", &config);
    let mut install = world.command(&world.client, "work");
    let output = install.args(["install", "--hook-type", "pre-commit", "--hook-type", "commit-msg"]).output();
    let output = output.expect("it starts");
    assert!(output.status.success(), "{}", said(&output));
    world.git("work", &["reset", "--quiet"]);
}

fn commit(world: &World, files: &[&str], message: &str) -> (bool, String) {
    world.git("work", &[&["add", ".pre-commit-config.yaml", "pingless.toml"], files].concat());
    let output = world.git("work", &["commit", "--quiet", "-m", message]);
    (output.status.success(), said(&output))
}

#[test]
fn a_commit_is_stopped_as_the_readme_says() {
    each("readme", |world| {
        let world = world.with_built_program();
        configure(&world);
        let message = "Give the day of the figures\n\nThe team in Lima has to know when it can begin.";
        let (passed, said) = commit(&world, &["bad.md"], message);
        assert!(!passed && said.contains("weekday-date-mismatch"), "{said}");
        assert!(!said.contains("WARNING"), "{said}");
        world.git("work", &["reset", "--quiet"]);
        let (passed, said) = commit(&world, &["good.md"], "fix");
        assert!(!passed && said.contains("vague-title"), "{said}");
        assert!(!world.has_commit(), "a commit that was stopped is none");
        let (passed, said) = commit(&world, &["good.md"], message);
        assert!(passed && world.has_commit(), "{said}");
    });
}

/// Slow: it installs the hooks as users do, from a wheel that is built on the spot, and with cargo.
#[test]
#[ignore = "builds the program for each client: cargo test --test real -- --ignored"]
fn the_hooks_install_from_the_repository() {
    let _alone = client::alone();
    each("sources", |world| {
        let world = world.with_sources();
        let hooks = world.folder.join("hooks").to_string_lossy().into_owned();
        let both = "    hooks: [{ id: pingless }, { id: pingless-src }]\n";
        world.git("hooks", &["tag", "v1"]);
        let config = format!("repos:\n  - repo: {hooks}\n    rev: v1\n{both}");
        world.write("work", ".pre-commit-config.yaml", &config);
        world.git("work", &["add", "--all"]);
        blocks_and_passes(&world, "pingless");
        blocks_and_passes(&world, "pingless-src");
    });
}

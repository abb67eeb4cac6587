//! What an action finds when it starts: a repository on a server and its checkout, an event, programs on the path.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

pub struct World {
    folder: PathBuf,
    /// The name of the event.
    pub name: String,
    pub event: Value,
    /// Where the action's definition lies, from the root of our repository.
    pub action: String,
}

/// What the stand-ins do is told by files in their folder, and what was asked of them is in its logs.
const STAND_INS: [(&str, &str); 4] = [
    ("gh", include_str!("gh.sh")),
    ("cargo", include_str!("cargo.sh")),
    ("curl", include_str!("curl.sh")),
    ("program", include_str!("program.sh")),
];

/// The text of the pull request, in which everything is hostile that a stranger can choose.
pub const HOSTILE: &str =
    "a\n::error::pwned\n`touch canary` $(touch canary) \"; touch canary; '\n##[error]pwned\r\n-rf";

/// A document with an error: a Friday that is a Thursday. It is told to be a command, too.
pub const BAD: &str = "# Notes\n\nDana sends it by Friday 2026-11-19 17:00 UTC.\n\n::error::pwned ##[error]pwned\n";

/// The configuration that the change brings: it turns off what finds that error.
pub const CHANGED: &str = "ignore = [\"weekday-date-mismatch\"]\n";

/// Stands before git.
const OTHER_USER: &str = "#!/bin/bash\nPATH=${PATH#*:} GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec git \"$@\"\n";

impl World {
    /// A pull request 7 that changes a document, checked out as GitHub does it: the merge, and none of its history.
    pub fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("action").join(name);
        let _ = fs::remove_dir_all(&folder);
        for part in ["bin", "home", "stand", "temp", "workspace", "server"] {
            fs::create_dir_all(folder.join(part)).expect("a folder");
        }
        let world = World { folder, name: "pull_request".to_owned(), event: Value::Null, action: String::new() };
        for (name, script) in STAND_INS {
            world.stand_in(name, script);
        }
        world.with_repository()
    }

    fn with_repository(mut self) -> Self {
        self.server(&["init", "--quiet", "--initial-branch=main"]);
        self.server(&["config", "uploadpack.allowAnySHA1InWant", "true"]);
        self.commit("docs/note.md", "# Note\n\nOld.\n");
        self.commit("docs/old.md", BAD);
        self.commit("docs/fr\u{fc}her.md", "# Fr\u{fc}her\n");
        let base = self.commit(".pingless.toml", "# the base's\n");
        self.server(&["checkout", "--quiet", "-b", "change"]);
        self.commit(".pingless.toml", CHANGED);
        self.commit("docs/-rf $(touch canary).md", BAD);
        self.commit("docs/\n::error::pwned `touch canary`.md", "# New\n");
        let head = self.commit("docs/note.md", "# Note\n\nNew.\n");
        self.server(&["checkout", "--quiet", "main"]);
        let newer = self.commit("other.md", "# Somebody else's\n");
        self.server(&["merge", "--quiet", "--no-ff", "-m", "Merge", "change"]);
        self.server(&["update-ref", "refs/pull/7/merge", "HEAD"]);
        self.server(&["reset", "--quiet", "--hard", &newer]);
        self.server(&["branch", "--quiet", "-D", "change"]);
        self.server(&["update-ref", "refs/pull/7/head", &head]);
        self.git(&["init", "--quiet"]);
        let url = format!("file://{}", self.path("server").display());
        self.git(&["remote", "add", "origin", &url]);
        self.checkout("refs/pull/7/merge");
        self.event = json!({"pull_request": {
            "number": 7, "title": HOSTILE, "body": HOSTILE,
            "base": {"sha": base, "ref": HOSTILE},
            "head": {"sha": head, "ref": HOSTILE, "repo": {"full_name": "owner/name"}},
        }});
        self.give("live.json", json!({"title": HOSTILE, "body": HOSTILE.repeat(10_000), "draft": false}).to_string());
        self
    }

    /// The same pull request from elsewhere.
    pub fn of_fork(name: &str) -> Self {
        let mut world = World::new(name);
        world.event["pull_request"]["head"]["repo"]["full_name"] = json!("stranger/name");
        world
    }

    /// Another event, which says this.
    pub fn on(name: &str, event_name: &str, event: Value) -> Self {
        let mut world = World::new(name);
        world.name = event_name.to_owned();
        world.event = event;
        world
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    pub fn temp(&self) -> PathBuf {
        self.path("temp")
    }

    pub fn workspace(&self) -> PathBuf {
        self.path("workspace")
    }

    /// The context `github`. What an expression can reach of the event is what a stranger wrote.
    pub fn context(&self) -> Value {
        fs::write(self.path("event.json"), self.event.to_string()).expect("a file");
        json!({"event_name": self.name, "event": self.event, "repository": "owner/name", "token": "not-a-token"})
    }

    /// A file for the stand-ins.
    pub fn give(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path("stand").join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }

    /// One more stand-in.
    pub fn stand_in(&self, name: &str, script: &str) {
        let path = self.path("bin").join(name);
        fs::write(&path, script).expect("a program");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("it is ours");
    }

    /// The program itself instead of its stand-in.
    pub fn with_program(self) -> Self {
        self.stand_in("program", &format!("#!/bin/bash\nexec {:?} \"$@\"\n", env!("CARGO_BIN_EXE_pingless")));
        self
    }

    /// The same where nothing is checked out.
    pub fn without_checkout(self) -> Self {
        fs::remove_dir_all(self.workspace()).expect("it is there");
        fs::create_dir(self.workspace()).expect("a folder");
        self
    }

    /// The same where the checkout belongs to another user than the job's, as in a container.
    pub fn of_another_user(self) -> Self {
        self.stand_in("git", OTHER_USER);
        // The server's files are its own.
        self.git(&["config", "remote.origin.uploadpack", "env -u GIT_TEST_ASSUME_DIFFERENT_OWNER git-upload-pack"]);
        self
    }

    /// What the stand-ins wrote.
    pub fn taken(&self, name: &str) -> String {
        let bytes = fs::read(self.path("stand").join(name)).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// The arguments with which the program was started.
    pub fn arguments(&self) -> Vec<String> {
        self.taken("program.arguments").split('\0').filter(|it| !it.is_empty()).map(str::to_owned).collect()
    }

    /// What stands behind an option.
    pub fn option(&self, name: &str) -> Option<String> {
        let arguments = self.arguments();
        let at = arguments.iter().position(|it| it == name)?;
        arguments.get(at + 1).cloned()
    }

    pub fn git(&self, arguments: &[&str]) -> String {
        git(&self.workspace(), arguments)
    }

    pub fn server(&self, arguments: &[&str]) -> String {
        git(&self.path("server"), arguments)
    }

    pub fn checkout(&self, reference: &str) {
        self.git(&["fetch", "--quiet", "--depth=1", "origin", reference]);
        self.git(&["checkout", "--quiet", "--detach", "FETCH_HEAD"]);
    }

    fn commit(&self, path: &str, text: &str) -> String {
        let file = self.path("server").join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, text).expect("a file");
        self.server(&["add", "--all"]);
        self.server(&["commit", "--quiet", "-m", HOSTILE]);
        self.server(&["rev-parse", "HEAD"])
    }

    /// Nothing that a stranger wrote was run.
    pub fn is_unharmed(&self) -> bool {
        let mut open = vec![self.folder.clone()];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).expect("a folder").map(|it| it.expect("an entry")) {
                if entry.file_name() == "canary" {
                    return false;
                }
                if entry.file_type().expect("it has a type").is_dir() {
                    open.push(entry.path());
                }
            }
        }
        true
    }
}

fn git(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new("git")
        .args(["-c", "user.name=A", "-c", "user.email=a@example.org"])
        .args(arguments)
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", folder.join("no configuration"))
        .output()
        .expect("git starts");
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

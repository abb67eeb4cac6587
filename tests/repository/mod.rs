//! A repository made for one test, with nothing of the user's settings in it.

// Each program of tests uses a part of it.
#![allow(dead_code)]

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::{Mutex, PoisonError};

/// The folders in use: tests run beside each other, and one that took another's folder away would fail it now and then.
static IN_USE: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

pub struct Repository {
    pub root: PathBuf,
}

impl Drop for Repository {
    fn drop(&mut self) {
        IN_USE.lock().unwrap_or_else(PoisonError::into_inner).retain(|it| it != &self.root);
    }
}

/// A folder of this name that is nobody else's, and not there yet.
fn nobody_else_has(root: PathBuf) -> PathBuf {
    let mut in_use = IN_USE.lock().unwrap_or_else(PoisonError::into_inner);
    assert!(!in_use.contains(&root), "{} is in use: give each test names of its own", root.display());
    in_use.push(root.clone());
    let _ = fs::remove_dir_all(&root);
    root
}

/// What a run printed, and how it ended.
#[derive(Debug)]
pub struct Run {
    pub out: String,
    pub said: String,
    pub status: i32,
}

impl Run {
    pub fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let status = output.status.code().expect("it ends by itself");
        Self { out: text(&output.stdout), said: text(&output.stderr), status }
    }

    /// `PATH:LINE` of each finding, without its rule and its words.
    pub fn places(&self) -> Vec<String> {
        let place = |line: &str| line.splitn(3, ':').take(2).collect::<Vec<_>>().join(":");
        self.out.lines().map(place).collect()
    }

    /// `PATH:LINE RULE` of each finding.
    pub fn rules(&self) -> Vec<String> {
        let rule = |line: &str| line.split_once('[').and_then(|(_, rest)| Some(rest.split_once(']')?.0.to_owned()));
        let rules = self.out.lines().map(|line| rule(line).unwrap_or_default());
        self.places().into_iter().zip(rules).map(|(place, rule)| format!("{place} {rule}")).collect()
    }
}

impl Repository {
    /// An empty one, on the branch `main`.
    pub fn new(name: &str) -> Self {
        let all = Path::new(env!("CARGO_TARGET_TMPDIR")).join(env!("CARGO_CRATE_NAME"));
        let root = nobody_else_has(all.join(name));
        fs::create_dir_all(&root).expect("the folder can be made");
        let made = Self { root };
        made.git(&["init", "--quiet", "--initial-branch=main", "."]);
        made
    }

    /// One with a commit of these files.
    pub fn with(name: &str, files: &[(&str, &str)]) -> Self {
        let made = Self::new(name);
        files.iter().for_each(|(path, text)| made.write(path, text));
        made.commit("Begin");
        made
    }

    /// A copy of it, as `git clone` makes it with these arguments.
    pub fn cloned(&self, name: &str, args: &[&str]) -> Self {
        let root = nobody_else_has(self.root.with_file_name(name));
        let url = format!("file://{}", self.root.display());
        let mut all = vec!["clone", "--quiet"];
        all.extend(args);
        let target = root.to_string_lossy().into_owned();
        all.extend([url.as_str(), target.as_str()]);
        self.git(&all);
        Self { root }
    }

    /// `program` in its root, with nobody's own settings.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        clean(command.current_dir(&self.root));
        command
    }

    /// What git prints in it, without the line end.
    pub fn git(&self, args: &[&str]) -> String {
        printed(&mut self.command("git"), args).trim().to_owned()
    }

    pub fn write(&self, path: impl AsRef<Path>, text: impl AsRef<[u8]>) {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("the folder can be made");
        fs::write(path, text).expect("the file can be written");
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root.join(path)).expect("the file is there")
    }

    pub fn remove(&self, path: &str) {
        fs::remove_file(self.root.join(path)).expect("the file is there");
    }

    pub fn commit(&self, message: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--allow-empty", "-m", message]);
    }

    /// `pingless` in its root.
    pub fn pingless(&self, args: &[impl AsRef<OsStr>]) -> Run {
        self.pingless_in("", args)
    }

    /// `pingless` in a folder of it.
    pub fn pingless_in(&self, folder: &str, args: &[impl AsRef<OsStr>]) -> Run {
        let mut command = self.command(env!("CARGO_BIN_EXE_pingless"));
        Run::of(&command.current_dir(self.root.join(folder)).args(args).output().expect("it runs"))
    }

    /// `pingless check --diff-base`, one line a finding.
    pub fn new_since(&self, base: &str, args: &[&str]) -> Run {
        let mut all = vec!["check", "--format", "concise", "--diff-base", base];
        all.extend(args);
        self.pingless(&all)
    }
}

/// What git prints. It has to succeed.
pub fn printed(git: &mut Command, args: &[&str]) -> String {
    let output = git.args(args).output().expect("git runs");
    assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Without settings of the machine, and with somebody who commits.
fn clean(command: &mut Command) -> &mut Command {
    for who in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{who}_NAME"), "Ana").env(format!("GIT_{who}_EMAIL"), "ana@example.org");
        command.env(format!("GIT_{who}_DATE"), "2026-11-20T12:00:00+00:00");
    }
    let nothing = if cfg!(windows) { "NUL" } else { "/dev/null" };
    for variable in ["GIT_DIR", "GIT_EDITOR", "GITHUB_EVENT_PATH", "PINGLESS_CONFIG"] {
        command.env_remove(variable);
    }
    command.env("GIT_CONFIG_GLOBAL", nothing).env("GIT_CONFIG_NOSYSTEM", "1").stdin(Stdio::null())
}

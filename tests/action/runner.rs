//! Runs the steps of a composite action as GitHub's runner does: one bash a step, environment files, expressions.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::{Map, Value, json};

use crate::definition::{Action, Step, root};
use crate::expression;
use crate::world::World;

/// How a run ended.
#[derive(Debug)]
pub struct Outcome {
    /// The status of the step that failed, or 0.
    pub status: i32,
    /// What all steps printed, on both streams.
    pub log: String,
    /// The names of the steps whose script ran.
    pub ran: Vec<String>,
    pub summary: String,
    /// The outputs of the action.
    pub outputs: BTreeMap<String, String>,
}

impl Outcome {
    /// What the runner would obey, as `name message`: it reads both streams, and heeds the token that stops it.
    pub fn commands(&self) -> Vec<String> {
        let mut stopped: Option<String> = None;
        let mut out = Vec::new();
        for line in self.log.lines().map(str::trim_start) {
            let Some((head, message)) = line.strip_prefix("::").and_then(|it| it.split_once("::")) else {
                if stopped.is_none() && line.contains("##[") {
                    out.push(line.to_owned());
                }
                continue;
            };
            match &stopped {
                Some(token) if head == token => stopped = None,
                Some(_) => {}
                None if head == "stop-commands" => stopped = Some(message.to_owned()),
                None => out.push(format!("{} {message}", head.split(' ').next().unwrap_or_default())),
            }
        }
        assert_eq!(stopped, None, "commands stay stopped:\n{}", self.log);
        out
    }

    pub fn says(&self, words: &str) -> bool {
        self.commands().iter().any(|it| it.contains(words))
    }
}

/// Runs an action of ours with these inputs on an event.
pub fn run(world: &World, action: &Action, inputs: &[(&str, &str)]) -> Outcome {
    let mut values: Map<String, Value> =
        action.inputs.iter().map(|(name, input)| (name.clone(), Value::from(input.default.clone()))).collect();
    for (name, value) in inputs {
        assert!(values.contains_key(*name), "there is no input `{name}`");
        values.insert((*name).to_owned(), Value::from(*value));
    }
    let mut contexts = json!({"github": world.context(), "runner": {"temp": world.temp(), "os": "Linux"}, "steps": {}});
    // The defaults of inputs are expressions, too.
    let evaluated = values.iter().map(|(name, it)| (name, expression::text(it.as_str().expect("a text"), &contexts)));
    contexts["inputs"] = evaluated.map(|(name, it)| (name.clone(), Value::from(it))).collect::<Map<_, _>>().into();
    let mut outcome =
        Outcome { status: 0, log: String::new(), ran: Vec::new(), summary: String::new(), outputs: BTreeMap::new() };
    for step in &action.runs.steps {
        let is_wanted = step.r#if.as_ref().is_none_or(|it| expression::holds(it, &contexts));
        if let (Some(script), true, 0) = (&step.run, is_wanted, outcome.status) {
            let outputs = one(world, step, script, &contexts, &mut outcome);
            if let Some(id) = &step.id {
                contexts["steps"][id] = json!({"outputs": outputs});
            }
        }
    }
    outcome.summary = fs::read_to_string(world.path("summary")).unwrap_or_default();
    outcome.outputs =
        action.outputs.iter().map(|(name, it)| (name.clone(), expression::text(&it.value, &contexts))).collect();
    outcome
}

/// One step with a script. Gives its outputs.
fn one(world: &World, step: &Step, script: &str, contexts: &Value, outcome: &mut Outcome) -> BTreeMap<String, String> {
    assert_eq!(step.shell.as_deref(), Some("bash"), "a script names its shell");
    let file = world.path("step.sh");
    fs::write(&file, script).expect("a script");
    let output_file = world.path("output");
    fs::write(&output_file, "").expect("a file");
    let folder = step.working_directory.as_ref().map(|it| expression::text(it, contexts)).unwrap_or_default();
    let output = Command::new("bash")
        .args(["--noprofile", "--norc", "-eo", "pipefail"])
        .arg(&file)
        .current_dir(world.workspace().join(folder))
        .env_clear()
        .envs(environment(world))
        .env("GITHUB_OUTPUT", &output_file)
        .envs(step.env.iter().map(|(name, it)| (name, expression::text(it, contexts))))
        .stdin(Stdio::null())
        .output()
        .expect("bash starts");
    outcome.ran.push(step.name.clone().unwrap_or_default());
    outcome.status = output.status.code().expect("it ends by itself");
    outcome.log.push_str(&String::from_utf8_lossy(&[output.stdout, output.stderr].concat()));
    let text = fs::read_to_string(&output_file).expect("outputs are UTF-8");
    text.lines()
        .map(|line| line.split_once('=').expect("an output has a name"))
        .map(|(a, b)| (a.into(), b.into()))
        .collect()
}

fn environment(world: &World) -> Vec<(&'static str, PathBuf)> {
    let path = std::env::var_os("PATH").expect("there is a PATH");
    let stand_ins = std::iter::once(world.path("bin")).chain(std::env::split_paths(&path));
    vec![
        ("PATH", std::env::join_paths(stand_ins).expect("no folder has a colon").into()),
        ("HOME", world.path("home")),
        ("STAND", world.path("stand")),
        ("GIT_CONFIG_NOSYSTEM", "1".into()),
        // A repository of ours may lie around the folder of the test.
        ("GIT_CEILING_DIRECTORIES", world.path("")),
        ("RUNNER_TEMP", world.temp()),
        ("RUNNER_OS", "Linux".into()),
        ("RUNNER_ARCH", "X64".into()),
        ("GITHUB_ACTION_PATH", root().join(&world.action)),
        ("GITHUB_EVENT_PATH", world.path("event.json")),
        ("GITHUB_SERVER_URL", "https://github.com".into()),
        ("GITHUB_STEP_SUMMARY", world.path("summary")),
        ("GITHUB_WORKSPACE", world.workspace()),
        ("GITHUB_ACTIONS", "true".into()),
        ("CI", "true".into()),
    ]
}

//! A fork's pull request: what is at the base rules, and nothing of the change is more than a text.

use std::fs;

use serde_json::json;

use crate::definition::action;
use crate::runner::{Outcome, run};
use crate::world::World;

fn start(world: &World, inputs: &[(&str, &str)]) -> Outcome {
    let outcome = run(world, &action("action.yml"), inputs);
    assert!(world.is_unharmed(), "{}", outcome.log);
    assert_eq!(outcome.status, 0, "{}", outcome.log);
    outcome
}

#[test]
fn the_base_rules() {
    let world = World::of_fork("fork");
    let outcome = start(&world, &[("comment", "true")]);
    assert_eq!(world.taken("program.configuration"), "# the base's\n");
    assert_eq!(world.option("--diff-base"), Some(world.server(&["rev-parse", "main"])));
    assert_eq!(world.option("--head"), Some(world.git(&["rev-parse", "HEAD"])));
    assert_eq!(world.taken("program.git"), "", "the base is as it was committed");
    assert!(!outcome.ran.contains(&"Keep the comment".to_owned()), "a fork's token may not write");
    assert_eq!(world.git(&["worktree", "list"]).lines().count(), 1, "the base's files are gone again");
}

#[test]
fn a_deleted_fork_is_a_fork() {
    let mut world = World::of_fork("deleted-fork");
    world.event["pull_request"]["head"]["repo"] = json!(null);
    start(&world, &[]);
    assert_eq!(world.taken("program.configuration"), "# the base's\n");
}

#[test]
fn without_the_base_no_configuration_counts() {
    let world = World::of_fork("fork-no-base");
    world.git(&["remote", "set-url", "origin", "file:///nowhere"]);
    let outcome = start(&world, &[("config", ".pingless.toml")]);
    assert!(outcome.says("warning the base could not be fetched"));
    assert!(world.arguments().contains(&"--isolated".to_owned()));
    assert_eq!(world.option("--config"), None);
}

#[test]
fn where_git_cannot_read_the_checkout_no_configuration_counts() {
    let world = World::of_fork("fork-no-git");
    std::fs::remove_dir_all(world.workspace().join(".git")).expect("it is there");
    let outcome = start(&world, &[("config", ".pingless.toml")]);
    assert!(outcome.says("warning git cannot read what is checked out here"), "{}", outcome.log);
    assert!(world.arguments().contains(&"--isolated".to_owned()));
    assert_eq!(world.option("--config"), None);
}

#[test]
fn a_configuration_file_is_that_of_the_base() {
    let world = World::of_fork("fork-config");
    start(&world, &[("config", ".pingless.toml\nignore=[\"who\"]"), ("baseline", "docs/old.md")]);
    assert!(world.option("--baseline").is_some_and(|it| it.ends_with("/base/docs/old.md")));
    let file = world.option("--config").expect("a configuration");
    assert!(file.ends_with("/base/.pingless.toml"), "{file}");
    assert!(world.arguments().contains(&"ignore=[\"who\"]".to_owned()));
    // Git shows such a name in quotation marks, unless it is told not to.
    start(&world, &[("baseline", "docs/fr\u{fc}her.md")]);
    assert!(world.option("--baseline").is_some_and(|it| it.ends_with("/base/docs/fr\u{fc}her.md")));
    // A file that the fork calls like a setting is no configuration.
    fs::write(world.workspace().join("levels.when=\"error\""), "").expect("a file");
    start(&world, &[("config", "levels.when=\"error\"")]);
    assert_eq!(world.option("--config").as_deref(), Some("levels.when=\"error\""));
    let absolute = world.workspace().join(".pingless.toml").to_string_lossy().into_owned();
    start(&world, &[("config", &absolute)]);
    assert!(world.option("--config").is_some_and(|it| it.ends_with("/base/.pingless.toml")));
}

#[test]
fn a_configuration_file_that_only_the_change_has_does_not_count() {
    let world = World::of_fork("fork-new-config");
    let outcome = start(&world, &[("config", "docs/-rf $(touch canary).md")]);
    assert!(outcome.says("is not there at the base, so it does not count yet"), "{}", outcome.log);
    assert_eq!(world.option("--config"), None);
}

#[test]
fn a_configuration_from_another_repository_counts() {
    let world = World::of_fork("fork-other-config");
    std::fs::create_dir(world.workspace().join("shared")).expect("a folder");
    std::fs::write(world.workspace().join("shared/pingless.toml"), "").expect("a file");
    start(&world, &[("config", "shared/pingless.toml")]);
    assert!(world.option("--config").is_some_and(|it| it.ends_with("/workspace/shared/pingless.toml")));
}

#[test]
fn a_folder_that_only_the_change_has_is_left_for_the_root() {
    let world = World::of_fork("fork-folder");
    std::fs::create_dir(world.workspace().join("new")).expect("a folder");
    let outcome = start(&world, &[("working-directory", "new")]);
    assert!(outcome.says("notice the working directory is not there at the base"));
    assert_eq!(world.taken("program.configuration"), "# the base's\n");
    start(&world, &[("working-directory", "docs")]);
    assert!(world.taken("program.folder").trim().ends_with("/base/docs"));
}

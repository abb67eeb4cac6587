//! Which program is run: a build of the action's own checkout, or an archive whose checksum is known.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::definition::{action, root};
use crate::runner::run;
use crate::world::World;

#[test]
fn the_checkout_is_built_once() {
    let world = World::new("source");
    for _ in 0..2 {
        assert_eq!(run(&world, &action("action.yml"), &[]).status, 0);
    }
    let log = world.taken("cargo.log");
    assert_eq!(log.lines().count(), 1, "what the cache gave back is used: {log}");
    // Cargo reads the configuration of the folder that it is started in.
    assert!(log.starts_with(&format!("{}: build --release --locked", root().display())), "{log}");
}

#[test]
fn a_run_that_finds_something_keeps_the_build() {
    let steps = action("action.yml").runs.steps;
    let at = |uses: &str| steps.iter().position(|it| it.uses.as_deref().is_some_and(|it| it.starts_with(uses)));
    let named = |name: &str| steps.iter().position(|it| it.name.as_deref() == Some(name));
    // What a whole `actions/cache` keeps behind a job, it keeps only where no step failed.
    assert_eq!(at("actions/cache@"), None);
    let (restored, kept) = (at("actions/cache/restore@").expect("a step"), at("actions/cache/save@").expect("a step"));
    assert!(Some(restored) < named("Install the program") && named("Install the program") < Some(kept));
    assert!(Some(kept) < named("Ask what a distant reader would ask"));
    assert_eq!(steps[restored].with, steps[kept].with);
}

#[test]
fn a_build_that_does_not_run_here_is_made_anew() {
    let world = World::new("broken-source");
    fs::create_dir_all(world.temp().join("pingless/bin")).expect("a folder");
    fs::write(world.temp().join("pingless/bin/pingless"), "\x7fELF").expect("a file");
    assert_eq!(run(&world, &action("action.yml"), &[]).status, 0);
    assert_eq!(world.taken("cargo.log").lines().count(), 1);
}

/// Our own action with a table of one release, as a checkout of it would be.
fn with_release(world: &mut World, name: &str, checksum: &str) {
    let copy = world.path("action");
    fs::create_dir_all(copy.join(".github")).expect("a folder");
    let copied = Command::new("cp").arg("-R").arg(root().join(".github/action")).arg(copy.join(".github")).status();
    assert!(copied.expect("cp starts").success());
    fs::write(copy.join(".github/action/SHA256SUMS"), format!("{checksum}  {name}\n")).expect("a file");
    world.action = copy.to_string_lossy().into_owned();
}

/// An archive with the stand-in of the program.
fn archive(world: &World, folder: &str) -> String {
    let parent = world.path("packed");
    fs::create_dir_all(parent.join(folder)).expect("a folder");
    fs::copy(world.path("bin/program"), parent.join(folder).join("pingless")).expect("a program");
    let tar =
        Command::new("tar").arg("-czf").arg(world.path("stand/archive")).arg("-C").arg(&parent).arg(folder).status();
    assert!(tar.expect("tar starts").success());
    checksum(&world.path("stand/archive"))
}

fn checksum(file: &Path) -> String {
    use sha2::Digest;
    sha2::Sha256::digest(fs::read(file).expect("a file")).iter().map(|it| format!("{it:02x}")).collect()
}

#[test]
fn a_release_has_to_be_the_one_that_is_known() {
    const NAME: &str = "pingless-x86_64-unknown-linux-musl-v0.1.0";
    let mut world = World::new("release");
    let expected = archive(&world, NAME);
    with_release(&mut world, &format!("{NAME}.tar.gz"), &expected);
    let outcome = run(&world, &action("action.yml"), &[("version", "0.1.0")]);
    assert_eq!(outcome.status, 0, "{}", outcome.log);
    assert_eq!((world.arguments()[0].as_str(), world.taken("cargo.log")), ("pr", String::new()));
    assert!(world.taken("curl.log").contains(&format!("/v0.1.0/{NAME}.tar.gz")));

    let mut world = World::new("wrong-release");
    archive(&world, NAME);
    with_release(&mut world, &format!("{NAME}.tar.gz"), &"0".repeat(64));
    let outcome = run(&world, &action("action.yml"), &[("version", "0.1.0")]);
    assert!(outcome.status == 2 && outcome.says("error the archive of this release is not the one"), "{}", outcome.log);
    assert!(world.arguments().is_empty());
}

#[test]
fn a_release_that_is_not_known_is_not_even_fetched() {
    for version in ["9.9.9", "0.1.0; touch canary", "../0.1.0", "v0.1.0", "latest", ""] {
        let world = World::new("unknown-release");
        let outcome = run(&world, &action("action.yml"), &[("version", version)]);
        assert_eq!((outcome.status, world.taken("curl.log")), (2, String::new()), "{version}: {}", outcome.log);
        assert!(world.is_unharmed());
    }
}

/// What the table may hold: what `sha256sum` writes, of archives as they are named.
#[test]
fn the_table_of_checksums_is_in_its_form() {
    let text = fs::read_to_string(root().join(".github/action/SHA256SUMS")).expect("it is there");
    for line in text.lines() {
        let (checksum, name) = line.split_once("  ").expect("a checksum and a name");
        assert!(checksum.len() == 64 && checksum.bytes().all(|it| it.is_ascii_hexdigit()), "{line}");
        assert!(name.starts_with("pingless-") && (name.ends_with(".tar.gz") || name.ends_with(".zip")), "{line}");
    }
}

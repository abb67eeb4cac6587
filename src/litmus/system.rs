//! Which systems a repository holds, by its configuration, its CODEOWNERS and its folders.

use std::collections::{BTreeMap, BTreeSet};

use super::By;
use super::tongue::Tongues;
use crate::owners::Codeowners;
use crate::words::address::local;
use crate::words::copied;
use crate::words::list::is_among;

/// A system, before anything is asked of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    pub name: String,
    pub paths: Vec<String>,
    pub by: By,
}

/// Files that say that their folder is built, run or brought out by itself.
const MANIFESTS: &str = "\
    Cargo.toml package.json go.mod pyproject.toml setup.py setup.cfg pom.xml build.gradle build.gradle.kts build.sbt \
    Gemfile composer.json mix.exs Dockerfile Chart.yaml main.tf serverless.yml fly.toml Procfile CMakeLists.txt \
    meson.build Package.swift pubspec.yaml deno.json stack.yaml project.clj build.zig catalog-info.yaml \
    kustomization.yaml galaxy.yml";

/// Files by which a folder is brought out by itself, whatever its root builds.
const DEPLOYED: &str = "\
    Dockerfile Chart.yaml main.tf serverless.yml fly.toml Procfile kustomization.yaml";

/// How the names of files with code end.
const SOURCES: &str = "\
    rs go py js jsx ts tsx mjs cjs java kt kts scala rb php c h cc cpp hpp cs fs swift m ex exs erl clj hs ml lua pl \
    r jl dart zig nim sh tf sql vue svelte proto sol ps1 jsonnet libsonnet rego nix groovy";

/// Folders whose children each stand for themselves.
const CONTAINERS: &str = "\
    packages services crates apps libs modules plugins projects workspaces components charts microservices functions \
    lambdas roles operators integrations extensions stacks applications connectors";

/// Folders that are a part of what lies around them.
const PARTS: &str = "\
    src lib test tests testing __tests__ spec specs e2e bench benches benchmark benchmarks doc docs documentation \
    example examples sample samples demo demos script scripts tool tools hack build dist out target assets \
    asset static public images img media config configs conf ci include \
    bin cmd internal pkg migrations locale locales i18n types typings templates template website site www fuzz \
    testdata fixtures man packaging dev contrib resources etc utils util common changes news source sources schemas schema xtask project \
    release releases dockerfiles docker mocks snapshots playground patches cmake m4 licenses design rfcs adr \
    decisions notes integration_tests integration-tests test_data perf benchs completions data buildsrc build-logic";

/// What lies beside the systems of a folder, and is none: nobody brings it out.
const BESIDE: &str = "script scripts test tests e2e doc docs example examples fixture fixtures";

/// A generic name says little outside of its folder.
pub const GENERIC: &str = "\
    providers scripts script tools templates examples commands command modules packages services terraform source framework node react python java go worker widget git color write read parse errors logger pages library plugin plugins engine models model sdk core common utils util api server client web app cli docs shared lib ui data base main frontend backend \
    test tests types config infra build release deploy install setup monitoring support community admin auth index \
    status roadmap contributing readme logging testing security";

/// Words that headings use for other things: "Feature requests" are none of the system `requests`.
pub const ORDINARY: &str = "\
    search items item requests request concepts concept features feature users user events event jobs job tasks task \
    messages message reports report content store cache queue metrics health proxy agent agents runner manager \
    platform project projects images files storage documents settings options links home start help feedback changes \
    updates issues questions scheduler apis internal notes requirements overview usage development environment \
    environments debugging performance migration migrations analytics management";

/// What a folder holds.
#[derive(Debug, Clone, Copy, Default)]
struct Holds {
    manifest: bool,
    source: bool,
    deployed: bool,
    /// Of its files and of those below it.
    tongues: Tongues,
    /// Of its manifests.
    built: Tongues,
}

/// The folders of a repository, as deep as systems lie.
#[derive(Debug)]
pub struct Folders {
    all: BTreeMap<String, Holds>,
}

/// Systems lie at most so deep.
const DEEPEST: usize = 3;

impl Folders {
    pub fn of(files: &[String]) -> Self {
        let mut all: BTreeMap<String, Holds> = BTreeMap::new();
        for path in files {
            let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
            let ending = name.rsplit_once('.').map_or("", |(_, it)| it);
            let is_source = is_among(SOURCES, ending);
            let holds = all.entry(folder.to_owned()).or_default();
            holds.manifest |= is_among(MANIFESTS, name) || ending == "csproj" || ending == "gemspec";
            holds.deployed |= is_among(DEPLOYED, name);
            holds.source |= is_source;
            let tongue = Tongues::of_ending(ending);
            holds.tongues.add(tongue);
            holds.built.add(Tongues::of_manifest(name));
            for around in local::folders(folder).take(DEEPEST) {
                let around = all.entry(around.to_owned()).or_default();
                around.source |= is_source;
                around.tongues.add(tongue);
            }
        }
        Self { all }
    }

    fn at(&self, path: &str) -> Holds {
        self.all.get(path).copied().unwrap_or_default()
    }

    /// Whether one command at the root builds what lies below it.
    pub fn is_built_at_root(&self) -> bool {
        self.at("").manifest
    }

    /// Whether a command at the root may also test what lies in a folder.
    pub fn is_tested_by(&self, line: &str, path: &str) -> bool {
        let (folder, root) = (self.at(path), self.at("").built);
        folder.tongues.are_tested(line, root) && (path.is_empty() || !folder.built.stand_alone(root))
    }

    /// Whether a folder is brought out by itself.
    pub fn is_deployed(&self, path: &str) -> bool {
        self.at(path).deployed
    }

    fn tops(&self) -> BTreeSet<&str> {
        self.all.keys().map(|it| it.split('/').next().unwrap_or_default()).filter(|it| is_shown(it)).collect()
    }

    fn children<'f>(&'f self, top: &str) -> Vec<&'f str> {
        let start = format!("{top}/");
        let below = self.all.range(start.clone()..).map(|(it, _)| it.as_str()).take_while(|it| it.starts_with(&start));
        below.filter(|it| !it[start.len()..].contains('/') && is_shown(&it[start.len()..])).collect()
    }
}

fn is_shown(name: &str) -> bool {
    !name.is_empty() && !name.starts_with(['.', '_']) && !is_left(name)
}

/// Whether a folder holds pages and what makes a site of them: `user-docs`.
pub fn is_of_docs(folder: &str) -> bool {
    folder.to_lowercase().rsplit(['-', '_']).next().is_some_and(|last| is_among("docs documentation docusaurus", last))
}

/// Whether a folder is called by what became of it: nobody has to pick it up.
fn is_left(name: &str) -> bool {
    const LEFT: &str = "deprecated archived archive obsolete attic unmaintained graveyard retired sunset abandoned old";
    name.to_lowercase().split(['-', '_', '.']).any(|word| is_among(LEFT, word))
}

/// So many children with a manifest each make a container of any folder.
const MANY: usize = 3;

/// Finds the systems; where there are none, the repository itself, under its name.
pub fn find(
    name: &str,
    folders: &Folders,
    owners: Option<&Codeowners>,
    configured: &[(String, Vec<String>)],
) -> Vec<Found> {
    if !configured.is_empty() {
        let found = |(name, paths): &(String, Vec<String>)| Found {
            name: name.clone(),
            paths: paths.clone(),
            by: By::Configuration,
        };
        return configured.iter().map(found).collect();
    }
    let mut all: BTreeMap<String, By> = BTreeMap::new();
    for top in folders.tops() {
        for path in standing(folders, top) {
            all.insert(path.to_owned(), By::Folder);
        }
    }
    for path in owners.into_iter().flat_map(|it| it.entries().filter_map(|(pattern, _)| owned(folders, pattern))) {
        all.entry(path).or_insert(By::Owners);
    }
    let outer: Vec<String> =
        all.keys().filter(|it| !local::folders(it).any(|around| all.contains_key(around))).cloned().collect();
    if outer.len() < 2 {
        return vec![Found { name: name.to_owned(), paths: vec![String::new()], by: By::Repository }];
    }
    outer.into_iter().map(|it| Found { name: it.clone(), by: all[&it], paths: vec![it] }).collect()
}

/// What stands for itself in a folder at the top: its children, itself, or nothing.
fn standing<'f>(folders: &'f Folders, top: &'f str) -> Vec<&'f str> {
    let holds = folders.at(top);
    let children = folders.children(top);
    let with_manifest = children.iter().filter(|it| folders.at(it).manifest).count();
    let name = top.to_lowercase();
    let is_part = is_among(PARTS, &name) || copied::is_folder(&name) || top.contains("decision") || is_of_docs(top);
    if is_among(CONTAINERS, top) || with_manifest >= MANY && !holds.manifest && !is_part {
        let stands = |it: &&str| folders.at(it).manifest || folders.at(it).source && is_among(CONTAINERS, top);
        let is_beside = |it: &&str| is_among(BESIDE, &local::name(it).to_lowercase());
        return children.into_iter().filter(|it| stands(it) && !is_beside(it)).collect();
    }
    let stands = !is_part && (holds.manifest || holds.source && !folders.is_built_at_root());
    if stands { vec![top] } else { Vec::new() }
}

/// The folder that a pattern of CODEOWNERS gives away, where it holds code.
fn owned(folders: &Folders, pattern: &str) -> Option<String> {
    let path = pattern.trim_start_matches('/');
    let path = path.strip_suffix("/**").or_else(|| path.strip_suffix("/*")).unwrap_or(path).trim_end_matches('/');
    let parts: Vec<&str> = path.split('/').collect();
    let last = parts.last()?.to_lowercase();
    let is_plain =
        !path.contains(['*', '?', '[', '!', '\\']) && parts.len() < DEEPEST && parts.iter().all(|it| is_shown(it));
    let is_part = is_among(PARTS, &last) || is_among(CONTAINERS, &last) || copied::is_folder(&last);
    let is_aside = parts.len() > 1 && matches!(parts[0], "docs" | "doc" | "test" | "tests" | "examples" | "vendor");
    let holds = folders.at(path);
    (is_plain && !is_part && !is_aside && (holds.manifest || holds.source)).then(|| path.to_owned())
}

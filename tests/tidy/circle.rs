//! Files that import each other, straight or over others. A module and what lies below it count as one house: there each
//! may name the other.

use std::collections::{BTreeMap, BTreeSet};

use super::File;

/// The module of a file, by the names that lead to it.
type Module<'f> = Vec<&'f str>;

fn module(file: &File) -> Option<Module<'_>> {
    let inside = file.path.strip_prefix("src/")?.strip_suffix(".rs")?;
    Some(inside.split('/').collect())
}

/// What stands before the tests, without comments.
fn code(file: &File) -> String {
    let lines = file.text.lines().take_while(|line| line.trim() != "#[cfg(test)]");
    lines.map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// Each path that code names with `crate`, `super` or `self`, lists of names written out.
fn named(code: &str) -> Vec<String> {
    let is_name = |it: char| it.is_ascii_alphanumeric() || it == '_' || it == ':';
    let starts = ["crate::", "super::", "self::"].iter().flat_map(|start| code.match_indices(start));
    let begins = starts.map(|(at, _)| at).filter(|at| !code[..*at].ends_with(is_name));
    begins
        .flat_map(|at| {
            let rest = &code[at..];
            let path = &rest[..rest.find(|it| !is_name(it)).unwrap_or(rest.len())];
            match rest[path.len()..].strip_prefix('{').and_then(|list| list.split_once('}')) {
                // Of a list in a list the first names are enough.
                Some((list, _)) => list.split(',').map(|name| format!("{path}{}", name.trim())).collect(),
                None => vec![path.to_owned()],
            }
        })
        .collect()
}

/// The module that a path leads to: as much of it as is one.
fn target<'m>(path: &str, from: &Module<'m>, modules: &BTreeMap<String, Module<'m>>) -> Option<Module<'m>> {
    let mut names: Vec<&str> = Vec::new();
    for name in path.split("::") {
        match name {
            "crate" => names.clear(),
            "self" if names.is_empty() => names.clone_from(from),
            "self" => {}
            "super" if names.is_empty() => names.extend(&from[..from.len() - 1]),
            "super" => _ = names.pop(),
            name => names.push(name.split(|it: char| !it.is_ascii_alphanumeric() && it != '_').next().unwrap_or(name)),
        }
    }
    (1..=names.len()).rev().find_map(|count| modules.get(&names[..count].join("::")).cloned())
}

/// Each import that leads back to where it stands.
pub fn circles(files: &[File]) -> Vec<String> {
    let modules: BTreeMap<String, Module> = files.iter().filter_map(module).map(|it| (it.join("::"), it)).collect();
    let mut imports: BTreeMap<Module, BTreeSet<Module>> = BTreeMap::new();
    for (file, from) in files.iter().filter_map(|file| Some((file, module(file)?))) {
        let all = named(&code(file)).into_iter().filter_map(|path| target(&path, &from, &modules));
        let others = all.filter(|to| !to.starts_with(&from) && !from.starts_with(to));
        imports.insert(from.clone(), others.collect());
    }
    let leads_back = |from: &Module, to: &Module| {
        let (mut seen, mut next) = (BTreeSet::new(), vec![to]);
        while let Some(it) = next.pop() {
            if it == from {
                return true;
            }
            next.extend(imports[it].iter().filter(|it| seen.insert(*it)));
        }
        false
    };
    let cure = "what both need belongs into a file below both";
    let all = imports.iter().flat_map(|(from, others)| others.iter().map(move |to| (from, to)));
    all.filter(|(from, to)| leads_back(from, to))
        .map(|(from, to)| {
            format!("src/{}.rs:1: `{}` imports it, and it leads back; {cure}", from.join("/"), to.join("::"))
        })
        .collect()
}

//! Whether `src/ARCHITECTURE.md` lists the modules in the order in which they may use each other, and every program of tests.

use std::collections::BTreeSet;

use super::{File, files, silent, tier};

/// The rows of the first table below a heading of the page, with their numbers: what their first cell names.
fn rows<'p>(page: &'p File, heading: &str) -> Vec<(usize, Vec<&'p str>)> {
    let below = page.lines().skip_while(|(_, line)| !line.starts_with(heading)).skip(1);
    let table = below.skip_while(|(_, line)| !line.starts_with('|')).take_while(|(_, line)| line.starts_with('|'));
    let named = table.skip(2).map(|(number, line)| {
        let cell = line.split('|').nth(1).unwrap_or_default();
        (number, cell.split('`').skip(1).step_by(2).collect())
    });
    named.collect()
}

fn page() -> File {
    files(|path| path == "src/ARCHITECTURE.md").remove(0)
}

#[test]
fn the_code_map_stands_in_the_order_of_its_tiers() {
    let page = page();
    let mut complaints = Vec::new();
    let mut lowest = 0;
    for (number, names) in rows(&page, "## Code map") {
        for name in names {
            match tier(name) {
                None => complaints.push(page.complaint(number, &format!("there is no module `{name}`"))),
                Some(own) if own < lowest => {
                    complaints
                        .push(page.complaint(number, &format!("`{name}` stands below what may use it; move it up")));
                }
                Some(own) => lowest = own,
            }
        }
    }
    silent(complaints);
}

#[test]
fn every_program_of_tests_is_listed() {
    let page = page();
    let listed: BTreeSet<&str> = rows(&page, "## Tests").into_iter().flat_map(|(_, names)| names).collect();
    let is_program = |path: &str| path.starts_with("tests/") && path.matches('/').count() == 1 && path.ends_with(".rs");
    let programs = files(is_program);
    let name = |file: &File| file.path["tests/".len()..].trim_end_matches(".rs").to_owned();
    let missing = programs.iter().filter(|it| !listed.contains(name(it).as_str()));
    silent(missing.map(|it| it.complaint(1, "the table of tests in `src/ARCHITECTURE.md` does not list it")).collect());
}

//! `pingless completions` and `pingless man`: both follow from the flags, so that they cannot say anything else.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap_complete::Shell;
use clap_mangen::Man;

use super::{Exit, complain, hand_out};
use crate::cli::{Cli, Completions, Man as ManArgs};
use crate::rule::Catalog;

pub fn completions(args: &Completions) -> Exit {
    let mut command = with_names(Cli::whole());
    let name = command.get_name().to_owned();
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, name, &mut script);
    if args.shell == Shell::Fish {
        script.extend(for_fish(&command).into_bytes());
    }
    hand_out(&String::from_utf8_lossy(&script));
    Exit::Clean
}

/// What fish is not told otherwise: the names that stand alone. What they are, `with_names` says.
fn for_fish(command: &clap::Command) -> String {
    let mut out = String::new();
    for command in command.get_subcommands() {
        let is_ours = |arg: &&clap::Arg| matches!(arg.get_id().as_str(), "kind" | "name");
        for arg in command.get_positionals().filter(is_ours) {
            let names = arg.get_possible_values();
            let names: Vec<&str> = names.iter().map(PossibleValue::get_name).collect();
            let condition = format!("__fish_pingless_using_subcommand {}", command.get_name());
            out.push_str(&format!("complete -c pingless -n \"{condition}\" -f -a \"{}\"\n", names.join(" ")));
        }
    }
    out
}

/// The definition with the names of our rules, groups and kinds where they may stand. It is for the shell alone: what is
/// typed is read with another, so that the names of a team's own pages are taken as well.
fn with_names(command: clap::Command) -> clap::Command {
    // A definition borrows its words for as long as the program runs.
    let catalog: &'static Catalog = Box::leak(Box::new(Catalog::builtin()));
    let kinds: BTreeSet<&'static str> = catalog.kind_names().collect();
    let rules = catalog.rules.iter().map(|rule| &*rule.id);
    let pages: BTreeSet<&'static str> = rules.clone().chain(kinds.iter().copied()).collect();
    let groups = catalog.rules.iter().map(|rule| &*rule.group);
    let selectors: BTreeSet<&'static str> = pages.iter().copied().chain(groups).chain(["all"]).collect();
    command.mut_subcommands(|command| {
        let is_explain = command.get_name() == "explain";
        command.mut_args(|arg| {
            let names = match arg.get_id().as_str() {
                "kind" => &kinds,
                "select" | "ignore" | "extend_select" => &selectors,
                "name" if is_explain => &pages,
                _ => return arg,
            };
            arg.value_parser(PossibleValuesParser::new(names))
        })
    })
}

pub fn man(args: &ManArgs) -> Exit {
    let command = Cli::whole();
    let Some(folder) = &args.folder else {
        let mut page = Vec::new();
        Man::new(command).render(&mut page).expect("memory takes all bytes");
        hand_out(&String::from_utf8_lossy(&page));
        return Exit::Clean;
    };
    match write(command, folder) {
        Ok(()) => Exit::Clean,
        Err(error) => {
            complain(&format!("{} cannot be written: {error}", folder.display()), "name a folder that may be written")
        }
    }
}

fn write(command: clap::Command, folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    clap_mangen::generate_to(command, folder)
}

#[cfg(test)]
mod tests {
    use super::{for_fish, with_names};
    use crate::cli::Cli;

    #[test]
    fn a_shell_knows_our_names_and_we_take_others() {
        let known = with_names(Cli::whole());
        let is_known = |words: &str| known.clone().try_get_matches_from(words.split(' ')).is_ok();
        let is_taken = |words: &str| Cli::whole().try_get_matches_from(words.split(' ')).is_ok();
        for (ours, theirs) in [
            ("pingless explain ambiguous-deadline", "pingless explain house-name"),
            ("pingless explain adr", "pingless explain standup"),
            ("pingless new adr", "pingless new standup"),
            ("pingless check --kind adr", "pingless check --kind standup"),
            ("pingless check --select when,adr", "pingless check --select when,standup"),
            ("pingless pr --ignore ambiguous-deadline", "pingless pr --ignore house-name"),
            ("pingless rules --extend-select all", "pingless rules --extend-select house-name"),
        ] {
            assert!(is_known(ours) && is_taken(ours), "{ours}");
            assert!(!is_known(theirs) && is_taken(theirs), "{theirs}");
        }
        let fish = for_fish(&known);
        assert!(fish.contains("subcommand explain\" -f -a \"adr ") && fish.contains("subcommand new\""), "{fish}");
        assert_eq!(fish.lines().count(), 2, "{fish}");
    }
}

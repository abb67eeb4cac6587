//! `pingless completions` and `pingless man`: both follow from the flags, so that they cannot say anything else.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap_complete::Shell;
use clap_mangen::Man;

use crate::cli::{Cli, Completions, Man as ManArgs};
use crate::input::{save, whole};
use crate::report::counted;
use crate::rule::Catalog;
use crate::run::Exit;
use crate::run::console::{complain_unwritten, hand_out, say};
use crate::run::setup::shown;

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
    let Some(folder) = &args.folder else {
        hand_out(&text(&Man::new(Cli::whole())));
        return Exit::Clean;
    };
    let pages = pages(Cli::whole());
    match write(&pages, folder) {
        Ok(()) => {
            say(&format!("wrote {} into {}\n", counted(pages.len(), "page"), shown(folder)));
            Exit::Clean
        }
        Err(error) => complain_unwritten(&folder.display().to_string(), &error, "name a folder that may be written"),
    }
}

/// The page of the program, and one for each of its commands. A command has no version of its own: each page names that of
/// the program.
fn pages(command: clap::Command) -> Vec<Man> {
    let source = format!("{} {}", command.get_name(), command.get_version().unwrap_or_default());
    let commands = command.get_subcommands().cloned().collect::<Vec<_>>();
    [command].into_iter().chain(commands).map(|it| Man::new(it).source(&source)).collect()
}

fn text(page: &Man) -> String {
    let mut bytes = Vec::new();
    page.render(&mut bytes).expect("memory takes all bytes");
    String::from_utf8_lossy(&bytes).into_owned()
}

fn write(pages: &[Man], folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    pages.iter().try_for_each(|it| save(&folder.join(it.get_filename()), &whole(&text(it))))
}

#[cfg(test)]
mod tests {
    use super::{for_fish, pages, text, with_names};
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

    #[test]
    fn a_page_says_all_that_the_help_says() {
        let whole = Cli::whole();
        let commands = std::iter::once(&whole).chain(whole.get_subcommands());
        for (command, page) in commands.zip(pages(whole.clone())) {
            let (name, page) = (command.get_name(), text(&page));
            assert!(page.contains(concat!("\"pingless ", env!("CARGO_PKG_VERSION"), "\"")), "{name}: {page}");
            let plain = page.replace("\\-", "-").replace("\\*(Aq", "'").replace("\\(aq", "'").replace("\\&", "");
            let after = command.get_after_long_help().or(command.get_after_help()).map(ToString::to_string);
            let about = command.get_long_about().or(command.get_about()).map(ToString::to_string);
            let shown = command.get_arguments().filter(|it| !it.is_hide_set());
            let args = shown.filter_map(|it| it.get_long_help().or(it.get_help()));
            for said in args.map(ToString::to_string).chain(after).chain(about) {
                for line in said.lines().map(str::trim) {
                    assert!(plain.contains(line), "{name}: {line:?} is not in {plain}");
                }
            }
        }
    }
}

//! Options of `check` that do not go together, and of which one would be passed over in silence.

use crate::cli::Check;
use crate::run::Exit;
use crate::run::console::{complain, complain_of_form};

/// Ends a run of such options.
pub fn between(args: &Check, is_piped: bool) -> Option<Exit> {
    if is_piped && args.paths.len() > 1 && args.fixes.are_wanted() {
        return Some(complain("standard input is fixed alone", "name `-` alone, or files and folders"));
    }
    let prints = [
        ("--diff", "a patch", args.fixes.diff),
        ("--show-files", "a list", args.show_files),
        ("--statistics", "a table", args.statistics),
    ];
    let own = prints.iter().find(|(_, _, is_wanted)| *is_wanted && args.output.names_another_form());
    if let Some((option, what, _)) = own {
        return Some(complain_of_form(option, what));
    }
    let names_nothing = args.input.stdin_filename.is_some() && !is_piped;
    names_nothing.then(|| {
        complain("`--stdin-filename` names standard input, which is not read", "name `-` in the place of a path")
    })
}

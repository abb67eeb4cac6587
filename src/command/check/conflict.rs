//! Options of `check` that do not go together, and of which one would be passed over in silence.

use crate::cli::Check;
use crate::run::Exit;
use crate::run::console::complain;

/// Ends a run of such options.
pub fn between(args: &Check, is_piped: bool) -> Option<Exit> {
    let (message, help) = match () {
        () if is_piped && args.paths.len() > 1 && args.fixes.are_wanted() => {
            ("standard input is fixed alone", "name `-` alone, or files and folders")
        }
        () if args.fixes.diff && args.output.names_another_form() => {
            ("`--diff` prints a patch, and no report in another form", "leave out `--diff`, or the form")
        }
        () if args.show_files && args.output.names_another_form() => {
            ("`--show-files` prints a list, and no report in another form", "leave out `--show-files`, or the form")
        }
        () if args.statistics && args.output.names_another_form() => {
            ("`--statistics` prints a table, and no report in another form", "leave out `--statistics`, or the form")
        }
        () if args.input.stdin_filename.is_some() && !is_piped => {
            ("`--stdin-filename` names standard input, which is not read", "name `-` in the place of a path")
        }
        () => return None,
    };
    Some(complain(message, help))
}

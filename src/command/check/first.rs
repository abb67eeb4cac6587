//! The first run on a strange repository: whether a run is one, and what it says besides.

use std::path::Path;

use crate::cli::Check;
use crate::report::Format;
use crate::run::setup::Setup;

/// Whether nobody has set anything up here: folders are read by default, under no configuration. A run under a
/// baseline is none; that is for the caller to know.
pub fn is_first(setup: &mut Setup, args: &Check) -> bool {
    let rules = &args.rules;
    let is_chosen =
        [&rules.select, &rules.ignore, &rules.extend_select, &rules.from.config].iter().any(|it| !it.is_empty());
    let is_human = matches!(args.output.format, Format::Human | Format::Concise);
    let mut is_free = |path: &Path| {
        let is_configured = setup.for_file(&path.join("README.md")).is_ok_and(|scoped| scoped.file.is_some());
        path.is_dir() && !is_configured
    };
    is_human && !is_chosen && !rules.from.isolated && args.paths.iter().all(|path| is_free(path))
}

/// Whether there is somebody to read what to do next.
pub fn is_told(args: &Check) -> bool {
    args.output.format == Format::Human && !args.output.quiet
}

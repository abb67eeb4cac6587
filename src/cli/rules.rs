//! Which rules run, and by which configuration: the flags of whatever judges, and the few of them for what judges nothing.

use clap::{Arg, Args, ValueEnum};
use jiff::Timestamp;

use super::value::instant;

/// Which rules run.
#[derive(Debug, Clone, Args, Default)]
pub struct RuleArgs {
    /// Only these rules: ids, groups, kinds or `all`
    #[arg(long, value_delimiter = ',', value_name = "RULE")]
    pub select: Vec<String>,
    /// Not these rules
    #[arg(long, value_delimiter = ',', value_name = "RULE")]
    pub ignore: Vec<String>,
    /// These rules besides
    #[arg(long, value_delimiter = ',', value_name = "RULE")]
    pub extend_select: Vec<String>,
    /// Also show findings that are right less often than nine times in ten
    #[arg(long)]
    pub pedantic: bool,
    /// Also run new rules whose precision is not known yet
    #[arg(long)]
    pub preview: bool,
    /// Ask for everything that a document of its kind may state
    #[arg(long)]
    pub strict: bool,
    #[command(flatten)]
    pub from: ConfigArgs,
    /// The moment of reading, as in `2026-11-20T09:00:00Z`: promises for days before it are overdue
    ///
    /// A date alone is its beginning in UTC. Without it the date of the event counts that `pr` and `issue` are given; where
    /// there is none either, nothing is called overdue. The clock is never asked, so that the same text is judged alike.
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub now: Option<Timestamp>,
    /// Which parts of a text become a syntax tree
    ///
    /// It changes no finding, only how long they take.
    #[arg(long, value_name = "WHEN", value_enum, default_value_t, hide = true)]
    pub ast: AstArg,
    /// The names of those that an editor says: what is wrong with one is said of its settings.
    #[arg(skip)]
    pub of_editor: Vec<&'static str>,
}

/// Which configuration counts. It is all that what judges no text is told of rules.
#[derive(Debug, Clone, Args, Default)]
pub struct ConfigArgs {
    /// A configuration file, or one `KEY=VALUE` of TOML; may be given more than once
    ///
    /// Without a file, the one that PINGLESS_CONFIG names counts, or else the nearest around each text: `.pingless.toml`,
    /// `pingless.toml`, `pyproject.toml`, at last `.github/pingless.toml`.
    #[arg(long, value_name = "FILE|KEY=VALUE")]
    pub config: Vec<String>,
    /// Read no configuration file but one that `--config` names, no rule page and no template
    #[arg(long)]
    pub isolated: bool,
}

impl RuleArgs {
    /// Nothing that lies around a text counts.
    pub fn isolated() -> Self {
        Self { from: ConfigArgs { isolated: true, ..ConfigArgs::default() }, ..Self::default() }
    }
}

impl ConfigArgs {
    /// The rules that it chooses, and none besides, as somebody sees them who reads at this moment.
    pub fn rules(&self, now: Option<Timestamp>) -> RuleArgs {
        RuleArgs { from: self.clone(), now, ..RuleArgs::default() }
    }
}

/// Which parts of a text become a syntax tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum AstArg {
    /// Those that are not plain
    #[default]
    OnDemand,
    /// All of them
    Always,
}

/// Keeps flags out of a help that change nothing there.
pub(super) fn without(names: &'static [&'static str]) -> impl Fn(Arg) -> Arg {
    move |arg| if names.contains(&arg.get_id().as_str()) { arg.hide(true) } else { arg }
}

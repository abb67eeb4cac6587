//! What is printed, where it goes, and what fails.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use clap::builder::{OsStringValueParser, TypedValueParser};
use clap::{Args, ValueEnum};

use super::{ColorArg, FailOnArg};
use crate::report::Format;

/// What is printed, and what fails.
#[derive(Debug, Args)]
pub struct OutputArgs {
    /// The form of the report
    #[arg(long, short = 'f', visible_alias = "output-format", value_enum, default_value = "human")]
    pub format: Format,
    /// Write the report to PATH instead, or, as in `sarif=PATH`, in that form besides
    ///
    /// May be given more than once. `-` is standard output, and folders are made. A text that is read, a configuration, a
    /// baseline, a page of a rule or a file such as `.gitignore` is never written over.
    #[arg(long, short = 'o', value_name = "[FORMAT=]PATH", value_parser = OsStringValueParser::new().try_map(Output::<Format>::parse))]
    pub output_file: Vec<Output>,
    /// The lowest level that fails the run [default: error]
    ///
    /// Where only what is new counts (`pr`, `issue`, `commits`, `commit-msg`, `--diff-base`), warnings of high confidence
    /// fail by default, too. `fail-on` in the configuration says it for all.
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub fail_on: Option<FailOnArg>,
    /// Exit with 0 whatever is found; 2 stays 2
    #[arg(long)]
    pub exit_zero: bool,
    /// Print every finding, not only the worst of each file; what programs read always has all
    #[arg(long)]
    pub show_all: bool,
    /// When to print in colour
    #[arg(long, value_enum, default_value = "auto", value_name = "WHEN")]
    pub color: ColorArg,
    /// Print findings only
    #[arg(long, short = 'q')]
    pub quiet: bool,
    /// Never show how far a long run is
    #[arg(long)]
    pub no_progress: bool,
    /// Also say of what kind each text is, and why
    #[arg(long, short = 'v', conflicts_with = "quiet")]
    pub verbose: bool,
    /// Standard output holds something else: what would go there goes to standard error.
    #[arg(skip)]
    pub is_aside: bool,
}

/// A place that a report is written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output<F = Format> {
    /// None for the form that `--format` says.
    pub format: Option<F>,
    /// None for standard output.
    pub path: Option<PathBuf>,
}

impl OutputArgs {
    pub fn wants_progress(&self) -> bool {
        !self.quiet && !self.no_progress
    }

    /// Whether any of what is written is for somebody else than people.
    pub fn names_another_form(&self) -> bool {
        let named = self.output_file.iter().filter_map(|it| it.format);
        named.chain([self.format]).any(|it| it != Format::Human)
    }

    /// Whether any of what is written says why a text is of its kind.
    pub fn tells_reasons(&self) -> bool {
        let named = self.output_file.iter().filter_map(|it| it.format);
        self.verbose || named.chain([self.format]).any(|it| it == Format::Json)
    }
}

impl<F: ValueEnum> Output<F> {
    pub fn parse(word: OsString) -> Result<Self, String> {
        let Some((name, path)) = split(&word) else { return Self::to(None, &word) };
        match F::from_str(&name, false) {
            Ok(format) => Self::to(Some(format), &path),
            Err(_) if is_word(&name) => {
                let forms = F::value_variants().iter().filter_map(|it| it.to_possible_value());
                let forms: Vec<String> = forms.map(|it| it.get_name().to_owned()).collect();
                let path = Path::new(&word).display();
                Err(format!(
                    "there is no format `{name}`: use one of {}; for a file of this name write ./{path}",
                    forms.join(", ")
                ))
            }
            Err(_) => Self::to(None, &word),
        }
    }

    fn to(format: Option<F>, path: &OsStr) -> Result<Self, String> {
        match path.is_empty() {
            true => Err("a path is missing: write PATH, FORMAT=PATH, or FORMAT=- for standard output".to_owned()),
            false => Ok(Self { format, path: (path != "-").then(|| path.into()) }),
        }
    }
}

/// The parts before and behind the first `=`. A name that is no UTF-8 is a path.
fn split(word: &OsStr) -> Option<(String, OsString)> {
    let (name, path) = word.to_str()?.split_once('=')?;
    Some((name.to_owned(), path.into()))
}

/// Whether somebody meant a format by it, and no file.
fn is_word(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-')
}

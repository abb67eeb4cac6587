//! The flags of what judges a change and not all that is there: the base that it is held against.

use clap::Args;

#[derive(Debug, Args, Default)]
pub struct SinceArgs {
    /// Report only what is new: what the texts did not say where their history parted from REF
    #[arg(long, value_name = "REF")]
    pub diff_base: Option<String>,
    /// The commit whose texts are judged, instead of the files on disk
    #[arg(long, value_name = "REF", requires = "diff_base")]
    pub head: Option<String>,
}

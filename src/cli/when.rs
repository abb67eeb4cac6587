//! The command about one phrase.

use clap::Args;

use super::ListFormat;
use crate::text::Moment;

/// Say what a phrase about a time can mean for those who read it
///
/// Prints the earliest and the latest reading for each reader, the hours that lie between, and a wording that means one
/// moment. A phrase such as `tomorrow` is counted from --at; no clock is read.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  pingless when \"EOD Friday\" --at 2026-11-18
  pingless when \"by 5pm tomorrow\" --at 2026-11-18T09:00-08:00 --readers Europe/Berlin,Asia/Tokyo

Exit status: 0 what it can mean, 2 wrong usage, or a text that names no time.")]
pub struct When {
    /// The phrase: `EOD Friday`, `12/11`, `17:00 CET`
    #[arg(value_name = "TEXT")]
    pub text: String,
    /// When it was written: a day, or a moment with its zone, whose day on the writer's calendar counts
    #[arg(long, value_name = "INSTANT", value_parser = super::value::moment)]
    pub at: Option<Moment>,
    /// Who reads it: IANA zones, with commas between [default: `readers.zones` of the configuration, or anybody]
    #[arg(long, value_name = "ZONE", value_delimiter = ',')]
    pub readers: Vec<String>,
    /// The form of the answer
    #[arg(long, short = 'f', value_enum, default_value = "human")]
    pub format: ListFormat,
}

//! Writes the words by which kinds are told apart as code.

use super::{capitalised, table};

/// The cues of `words/english/kind_cue.txt`: below `[seat]` a line for each; one that begins with a space goes on.
pub fn cues(table: &str) -> String {
    let mut cues: Vec<(&str, &str, Vec<&str>)> = Vec::new();
    for (seat, line) in table::lines(table) {
        let words = match line.split_once(": ") {
            Some((name, words)) if !line.starts_with(' ') => {
                cues.push((name, seat, Vec::new()));
                words
            }
            _ => line,
        };
        let words = words.split(',').map(str::trim).filter(|word| !word.is_empty());
        cues.last_mut().into_iter().for_each(|(_, _, all)| all.extend(words.clone()));
    }
    let row = |(name, seat, words): &(&str, &str, Vec<&str>)| {
        let (seat, words) = (capitalised(seat), words.join("\n"));
        format!("    Cue {{ name: {name:?}, seat: Seat::{seat}, lines: {words:?} }},\n")
    };
    format!(
        "/// Every cue of the table.\npub static CUES: [Cue; {}] = [\n{}];\n",
        cues.len(),
        cues.iter().map(row).collect::<String>()
    )
}

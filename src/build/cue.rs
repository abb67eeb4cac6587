//! Writes the words by which kinds are told apart as code.

use super::capitalised;

/// The cues of `words/english/kind_cue.txt`: a seat in brackets, then a line for each cue; a line that begins with a space goes
/// on.
pub fn cues(table: &str) -> String {
    let mut cues: Vec<(&str, &str, Vec<&str>)> = Vec::new();
    let mut seat = "";
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            seat = name;
            continue;
        }
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

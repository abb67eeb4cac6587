//! What fixes would change, as a patch that `patch` and `git apply` take.

use std::ops::Range;

use imara_diff::{Algorithm, Diff, Hunk, InternedInput};

use super::escape;

/// For whom a patch is printed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Eyes {
    /// They see colours.
    pub color: bool,
    /// It is a terminal: what could move its cursor is shown as an escape. A file gets every byte.
    pub terminal: bool,
    /// It may be a runner, for which a line that begins with `::` behind spaces is an order: a line around a change that
    /// does is taken out and put in again, which is the same patch.
    pub obeyed: bool,
}

/// A text before and after.
#[derive(Debug)]
pub struct Patch {
    /// The bytes of its name: those of a file may be no UTF-8.
    pub name: Vec<u8>,
    pub before: String,
    pub after: String,
}

impl Patch {
    /// As `patch` and `git apply` take it; empty where nothing changes.
    pub fn print(&self, eyes: Eyes) -> String {
        print(&self.name, &self.before, &self.after, eyes)
    }
}

/// Lines around a change that are shown.
const AROUND: u32 = 3;

/// So many lines further a line is looked for that stays as it is: whoever writes more orders below each other gets no
/// patch that fits.
const FURTHER: u32 = 100;

/// The patch from one text to another; empty where they are the same. The name may be any bytes.
pub fn print(name: impl AsRef<[u8]>, before: &str, after: &str, eyes: Eyes) -> String {
    let input = InternedInput::new(before, after);
    let mut diff = Diff::compute(Algorithm::Histogram, &input);
    diff.postprocess_lines(&input);
    let sides = [before, after].map(|text| text.split_inclusive('\n').collect());
    let mut printer = Printer { sides, eyes, out: String::new() };
    let mut near: Vec<Hunk> = Vec::new();
    for hunk in diff.hunks() {
        if near.last().is_some_and(|last| printer.behind(last.before.end) < hunk.before.start.saturating_sub(AROUND)) {
            printer.together(&near);
            near.clear();
        }
        near.push(hunk);
    }
    if near.is_empty() {
        return String::new();
    }
    printer.together(&near);
    let name = quoted(name.as_ref());
    let name = if eyes.terminal { escape::line(&name) } else { name };
    let head = |marks: &str| printer.painted(BOLD, &format!("{marks} {name}")) + "\n";
    head("---") + &head("+++") + &printer.out
}

/// A name as `patch` and `git apply` read it again: one with a space ends with a tab, and one with what they would not
/// read stands in quotes.
fn quoted(name: &[u8]) -> String {
    let is_odd = |byte: &u8| byte.is_ascii_control() || matches!(byte, b'"' | b'\\');
    match std::str::from_utf8(name) {
        Ok(name) if !name.as_bytes().iter().any(is_odd) => name.to_owned() + if name.contains(' ') { "\t" } else { "" },
        _ => format!("\"{}\"", name.iter().map(spelt).collect::<String>()),
    }
}

fn spelt(byte: &u8) -> String {
    match byte {
        b'"' => "\\\"".to_owned(),
        b'\\' => "\\\\".to_owned(),
        b'\t' => "\\t".to_owned(),
        b'\n' => "\\n".to_owned(),
        b' '..=b'~' => char::from(*byte).to_string(),
        _ => format!("\\{byte:03o}"),
    }
}

struct Printer<'p> {
    /// The lines before and after, with their ends.
    sides: [Vec<&'p str>; 2],
    eyes: Eyes,
    out: String,
}

const BOLD: &str = "\u{1b}[1m";
const RED: &str = "\u{1b}[31m";
const GREEN: &str = "\u{1b}[32m";
const CYAN: &str = "\u{1b}[36m";

impl Printer<'_> {
    /// Changes that are near each other, with what stands around and between them.
    fn together(&mut self, hunks: &[Hunk]) {
        let [Some(first), Some(last)] = [hunks.first(), hunks.last()] else { return };
        let before = self.ahead(first.before.start)..self.behind(last.before.end);
        let (lead, tail) = (first.before.start - before.start, before.end - last.before.end);
        let after = first.after.start - lead..last.after.end + tail;
        // A side without a line stands behind the line before it.
        let side = |it: &Range<u32>| format!("{},{}", it.start + u32::from(!it.is_empty()), it.len());
        let line = format!("@@ -{} +{} @@", side(&before), side(&after));
        self.out += &(self.painted(CYAN, &line) + "\n");
        let mut at = before.start;
        for hunk in hunks {
            self.lines(0, at..hunk.before.start, ' ', None);
            self.lines(0, hunk.before.clone(), '-', Some(RED));
            self.lines(1, hunk.after.clone(), '+', Some(GREEN));
            at = hunk.before.end;
        }
        self.lines(0, at..before.end, ' ', None);
    }

    /// Where the lines begin that are shown before a change.
    fn ahead(&self, start: u32) -> u32 {
        (start.saturating_sub(AROUND)..start).find(|it| !self.is_order(*it)).unwrap_or(start)
    }

    /// Where those behind one end. A patch without a line that stays there is one of the end of a text.
    fn behind(&self, end: u32) -> u32 {
        let all = self.sides[0].len() as u32;
        let (most, furthest) = ((end + AROUND).min(all), (end + AROUND + FURTHER).min(all));
        let last = (end..most).rev().chain(most..furthest).find(|it| !self.is_order(*it));
        last.map_or(furthest, |it| it + 1)
    }

    /// Whether a line that stays would be obeyed.
    fn is_order(&self, number: u32) -> bool {
        self.eyes.obeyed && self.sides[0][number as usize].trim_start().starts_with("::")
    }

    fn lines(&mut self, side: usize, lines: Range<u32>, mark: char, color: Option<&str>) {
        for number in lines {
            if mark == ' ' && self.is_order(number) {
                self.lines(0, number..number + 1, '-', None);
                self.lines(0, number..number + 1, '+', None);
                continue;
            }
            let line = self.sides[side][number as usize];
            let text = line.strip_suffix('\n').unwrap_or(line);
            let shown = match self.eyes.terminal {
                true => format!("{mark}{}", escape::line(text.strip_suffix('\r').unwrap_or(text))),
                false => format!("{mark}{text}"),
            };
            self.out += &color.map_or_else(|| shown.clone(), |color| self.painted(color, &shown));
            self.out += if line.ends_with('\n') { "\n" } else { "\n\\ No newline at end of file\n" };
        }
    }

    fn painted(&self, color: &str, text: &str) -> String {
        if self.eyes.color { format!("{color}{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

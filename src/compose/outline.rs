//! A skeleton as an outline: which need is answered where.

use crate::rule::Skeleton;
use crate::rule::skeleton::TITLE;
use crate::words::heading;

/// A heading of a skeleton below its title.
#[derive(Debug)]
pub struct Part {
    pub level: usize,
    pub title: String,
    /// The same, normalised.
    pub name: String,
}

/// Where a need is answered.
#[derive(Debug)]
pub struct Spot {
    pub need: String,
    /// The heading above it, as an index into the parts; `None` above all headings.
    pub part: Option<usize>,
    /// The words before its colon, where it has a line of its own with a label.
    pub label: Option<String>,
    /// That line up to the comment.
    pub before: String,
}

#[derive(Debug, Default)]
pub struct Outline {
    pub parts: Vec<Part>,
    /// In the order of the skeleton.
    pub spots: Vec<Spot>,
}

impl Outline {
    pub fn of(skeleton: &Skeleton) -> Self {
        let mut outline = Self::default();
        let mut start = 0;
        for line in skeleton.text.split_inclusive('\n') {
            let end = start + line.len();
            let asks =
                skeleton.asks.iter().filter(|ask| start <= ask.at.start && ask.at.end <= end && ask.need != TITLE);
            let level = line.bytes().take_while(|byte| *byte == b'#').count();
            if level > 0 && !skeleton.asks.iter().any(|ask| start <= ask.at.start && ask.at.end <= end) {
                let title = line[level..].trim().to_owned();
                outline.parts.push(Part { level, name: heading::normalise(&title), title });
            }
            for ask in asks {
                let before = &skeleton.text[start..ask.at.start];
                outline.spots.push(Spot {
                    need: ask.need.clone(),
                    part: outline.parts.len().checked_sub(1),
                    label: label(before),
                    before: before.to_owned(),
                });
            }
            start = end;
        }
        outline
    }

    /// The parts by their distance from one: those before it, the nearest first, then those behind it.
    pub fn around(&self, part: usize) -> impl Iterator<Item = (usize, bool)> {
        (0..part).rev().map(|it| (it, true)).chain((part + 1..self.parts.len()).map(|it| (it, false)))
    }

    /// The needs that are answered below a heading.
    pub fn needs_of(&self, part: usize) -> impl Iterator<Item = &str> {
        self.spots.iter().filter(move |spot| spot.part == Some(part)).map(|spot| spot.need.as_str())
    }
}

/// `Date` of `- **Date**: `.
fn label(before: &str) -> Option<String> {
    let words = before.trim_start_matches(['-', '*', '+', '|', ' ']).trim_end().trim_end_matches(['*', '|', ' ']);
    let words = words.strip_suffix(':').unwrap_or(words).trim_matches(['*', ' ']);
    let is_label = before.contains(':') || before.trim_start().starts_with('|');
    Some(words.to_owned()).filter(|words| is_label && !words.is_empty() && !words.contains(':'))
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn labels_come_in_many_dresses() {
        for before in ["Date: ", "- Date: ", "* **Date:** ", "**Date**: ", "| Date | "] {
            assert_eq!(label(before).as_deref(), Some("Date"), "{before}");
        }
        assert_eq!(label("- [ ] "), None);
        assert_eq!(label(""), None);
    }
}

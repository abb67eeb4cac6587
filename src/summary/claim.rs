//! Claims to be the one place that counts for a topic, or that another one is.

use std::sync::LazyLock;

use super::Spot;
use crate::document::{Document, Sentence};
use crate::words::address::local;
use crate::words::english::claim;
use crate::words::pattern::Pattern;

/// What a document says of where the truth about something stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Claim {
    /// The words of the topic, sorted, in the singular.
    pub topic: Vec<String>,
    /// The topic as it is written, or the title of the page.
    pub said: String,
    /// Where it stands: a path from the root, or an address.
    pub source: String,
    pub spot: Spot,
}

/// More are not kept of one document.
const MOST: usize = 20;

/// The claims of a document at `path`, in order.
pub fn all(doc: &Document, path: &str) -> Vec<Claim> {
    static MARK: LazyLock<Pattern> = LazyLock::new(|| Pattern::new("(?i)of truth|canonical|authoritative|definitive"));
    if !MARK.is_match(doc.prose().text()) {
        return Vec::new();
    }
    doc.prose().sentences().iter().filter_map(|it| read(doc, path, it)).take(MOST).collect()
}

fn read(doc: &Document, path: &str, sentence: &Sentence) -> Option<Claim> {
    let prose = doc.prose();
    let text = prose.said(sentence);
    let found = claim::find(text)?;
    let span = prose.span_in(sentence, &found.range);
    let said = match &found.topic {
        Some(topic) => text[topic.clone()].trim().to_owned(),
        None => doc.title()?.title.clone(),
    };
    let source = match found.is_own {
        true => path.to_owned(),
        false => {
            let rest = prose.span_in(sentence, &(found.range.end..text.len()));
            let target = &doc.links_in(rest).first().filter(|it| !it.image)?.target;
            match local::parse(target) {
                Some(it) => it.path_from(path)?,
                None => target.clone(),
            }
        }
    };
    let topic = claim::topic(&said);
    (!topic.is_empty()).then(|| Claim { topic, said, source, spot: Spot::of(doc, span) })
}

//! `rules/decide/unknown-status.md`

use crate::document::Document;
use crate::finding::Findings;
use crate::slot::standing;
use crate::text::Span;
use crate::words::case;
use crate::words::english::{placeholder, status};

pub fn check(doc: &Document, found: &mut Findings) {
    let Some(written) = standing::statuses(doc).into_iter().next() else { return };
    if let Some((right, word)) = status::misspelt(&written.text) {
        let line = doc.at(written.span);
        let at = line.to_ascii_lowercase().find(&word).map(|start| Span::new(start, start + word.len()));
        let at = at.filter(|it| line.get(it.range()).is_some()).map(|it| it.after(written.span.start));
        let span = at.unwrap_or(written.span);
        let right = case::like(right, doc.at(span));
        let flag = found.flag(span, format!("do you mean `{right}`?"));
        // Programs that keep records write "superceded", and every reader knows what is meant; another word that is only
        // like a known one may be meant.
        if !status::is_slip(&word) || status::is_common(&word) {
            flag.unsure();
        }
        // Where marks stand between its letters, nothing but the whole line could take its place.
        let title = format!("write `{right}`");
        match at {
            Some(at) if status::is_slip(&word) => _ = flag.fix(title, at, right),
            Some(at) => _ = flag.suggest(title, at, right),
            None => {}
        }
    } else if status::standing(&written.text).is_none() && !placeholder::is_placeholder(&written.text) {
        found.flag(written.span, "no known status").unsure();
    }
}

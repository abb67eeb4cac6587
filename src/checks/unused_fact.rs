//! `rules/agree/unused-fact.md`

use crate::corpus::{Corpus, Found};

pub fn check(corpus: &Corpus, found: &mut Found) {
    if !corpus.is_whole() {
        return found.abstain();
    }
    let unused = corpus.facts().all().filter(|(_, fact)| fact.imports.is_empty());
    for (id, fact) in unused {
        // Of a fact that is declared twice the other rule speaks.
        if let [export] = fact.exports.as_slice()
            && fact.ended(export.it).is_none()
        {
            let flag = found.flag(export.place(export.it.spot), "no page links to it, and none assumes it");
            flag.message = Some(format!("nobody relies on `{id}`"));
        }
    }
}

//! `rules/agree/unresolved-assumption.md`

use crate::corpus::{Corpus, Found};
use crate::summary::Form;
use crate::words::english::slip;

/// Of so many that nobody declares it is looked for one that is nearly called so, which takes a look at each that is declared.
const MOST_GUESSED: usize = 100;

pub fn check(corpus: &Corpus, found: &mut Found) {
    if !corpus.has_neighbours() {
        return found.abstain();
    }
    let facts = corpus.facts();
    for (number, (id, fact)) in facts.all().filter(|(_, fact)| fact.exports.is_empty()).enumerate() {
        let like = if number < MOST_GUESSED { facts.like(id) } else { None };
        // A link to nothing is told as such.
        for import in fact.imports.iter().filter(|it| it.it.form != Form::Link) {
            let label = like.map_or_else(
                || "no page declares it".to_owned(),
                |it| format!("no page declares it; did you mean `{it}`?"),
            );
            let flag = found.flag(import.place(import.it.id_spot), label);
            flag.message = Some(format!("this relies on `{id}`, which nobody declares"));
            // Whose part is another word is another fact.
            if let Some(like) = like.filter(|it| slip::is_slip(id, it)) {
                flag.suggest(format!("write {like}"), import.it.id_spot.span(), like);
            }
        }
    }
}

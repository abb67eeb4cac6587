//! `rules/agree/overdue-review.md`

use jiff::civil::Date;

use crate::document::Document;
use crate::finding::{Findings, ago, quoted};
use crate::slot::review::Review;
use crate::slot::standing;
use crate::summary::Owner;
use crate::words::date;
use crate::words::english::status::Standing;

pub fn check(doc: &Document, found: &mut Findings) {
    let wanted = Review::of(doc).and_then(|it| it.due.map(|due| (it, due))).filter(|_| !is_over(doc));
    let Some(now) = doc.now() else {
        found.abstain();
        if wanted.is_some() {
            found.want_day();
        }
        return;
    };
    let Some((review, due)) = wanted.filter(|(_, due)| date::is_over(*due, now)) else { return };
    let label = format!("the next review was due on {due}, {}", ago(due, now));
    let flag = found.flag(review.place, label);
    if let Some(every) = review.every {
        flag.and(every, "counted with this");
    }
    flag.asks(question(&Owner::all(doc), review.last));
}

/// What nobody looks after any more is not to be reviewed.
fn is_over(doc: &Document) -> bool {
    standing::of(doc).is_some_and(Standing::is_over) || standing::is_put_away(doc)
}

/// Whoever reads it can ask those who answer for it.
fn question(owners: &[Owner], last: Option<Date>) -> String {
    let since = last.map(|last| format!(" since {last}")).unwrap_or_default();
    match owners.first() {
        Some(owner) => format!("Has {} looked at this{since}, and is it still true?", quoted(&owner.name)),
        None => format!("Has anybody looked at this{since}, and is it still true?"),
    }
}

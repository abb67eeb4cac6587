//! `rules/complete/missing-section.md`

use crate::document::Document;
use crate::finding::Findings;
use crate::template::{Comparison, Demand, Standing};
use crate::words::english::template;

/// Sections that no slot of the kind stands for: only a heading can tell that they are there.
pub fn check(doc: &Document, compared: Option<&Comparison>, found: &mut Findings) {
    let Some(compared) = compared.filter(|it| !it.is_untouched) else { return };
    let path = &compared.template.path;
    for it in compared.parts.iter().filter(|it| it.standing == Standing::Unticked) {
        let Some(heading) = it.heading else { continue };
        let flag = found.flag(heading, format!("a box below is open, and {path} requires it"));
        flag.message = Some("a box that the form requires is not ticked".to_owned());
        flag.asks("Is it so?").help = Some("tick the box once it is true, or say below it why it is not");
    }
    for it in compared.parts.iter().filter(|it| it.slot.is_none() && it.part.demand > Demand::Optional) {
        let is_required = it.part.demand == Demand::Required;
        let label = &it.part.label;
        let (flag, is_sure) = match (it.standing, it.heading) {
            (Standing::Empty, Some(heading)) => {
                (found.flag(heading, format!("nothing stands below, and {path} asks for it")), is_required)
            }
            (Standing::Commented, Some(heading)) if is_required => {
                (found.flag(heading, format!("only a comment stands below, and {path} asks for it")), true)
            }
            (Standing::Declined, Some(heading)) => {
                (found.flag(heading, format!("no answer stands below, and {path} requires one")), true)
            }
            // A text in other words than its template's may have the answer under another heading, or under none.
            (Standing::Missing, _) => {
                let text = format!("\u{201c}{label}\u{201d} is missing, and {path} asks for it");
                let is_sure = is_required && compared.is_followed() && !template::is_general(label);
                (found.flag(doc.head(), text).of_whole(), is_sure)
            }
            _ => continue,
        };
        flag.asks(it.question.as_str());
        if !is_sure {
            flag.unsure();
        }
    }
}

//! Where the key of a need stands in the definition of a page: its word may stand elsewhere, too.

use crate::text::Span;

const NEEDS: &str = "needs:";

/// The key of a need, with the quotes around it. Looked for in the text, as it was read without places.
pub fn of_need(head: &str, name: &str) -> Option<Span> {
    let mut lines = Span::new(0, head.len()).lines(head).skip_while(|it| !it.of(head).starts_with(NEEDS));
    let first = lines.next()?;
    if first.of(head)[NEEDS.len()..].trim_start().starts_with('{') {
        return in_braces(head, first.start + NEEDS.len(), name);
    }
    let mut indent = None;
    for line in lines {
        let said = line.of(head).trim_start();
        if said.is_empty() || said.starts_with('#') {
            continue;
        }
        let depth = line.len() - said.len();
        if depth == 0 {
            break;
        }
        // The keys of a need stand deeper than its own.
        if depth == *indent.get_or_insert(depth)
            && let Some(key) = key(said).filter(|key| bare(key) == name)
        {
            let start = line.start + depth;
            return Some(Span::new(start, start + key.len()));
        }
    }
    None
}

/// What stands before the colon of a line.
fn key(line: &str) -> Option<&str> {
    line.split_once(": ").map(|(key, _)| key).or_else(|| line.trim_end().strip_suffix(':')).map(str::trim_end)
}

fn bare(key: &str) -> &str {
    let inner = |quote| key.strip_prefix(quote)?.strip_suffix(quote);
    inner('"').or_else(|| inner('\'')).unwrap_or(key)
}

/// The first place behind an offset where the name stands as a key.
fn in_braces(head: &str, from: usize, name: &str) -> Option<Span> {
    let is_part = |it: char| it.is_alphanumeric() || it == '-' || it == '_';
    let quoted = format!("\"{name}\"");
    [name, &quoted].into_iter().filter(|it| !it.is_empty()).find_map(|written| {
        let mut all =
            head[from..].match_indices(written).map(|(at, _)| Span::new(from + at, from + at + written.len()));
        all.find(|it| !head[..it.start].ends_with(is_part) && head[it.end..].trim_start().starts_with(':'))
    })
}

#[cfg(test)]
mod tests {
    use super::of_need;

    #[test]
    fn a_need_stands_at_its_key() {
        let check = |head: &str, name: &str, before: Option<&str>| {
            let found = of_need(head, name).map(|it| &head[..it.start]);
            assert_eq!(found, before, "{name} in {head}");
        };
        const BLOCK: &str = "recognise:\n  headings: [price, exit]\n  exit: x\nneeds:\n  # exit: no\n  price:\n    \
                             phrases: [exit]\n    exit: x\n  \"exit\":\n    level: warn\n  \"\": {level: warn}\nis: []\n";
        let until = |piece: &str| BLOCK.rfind(piece).map(|at| &BLOCK[..at]);
        check(BLOCK, "exit", until("\"exit\":"));
        check(BLOCK, "price", until("price:\n"));
        check(BLOCK, "", until("\"\":"));
        check(BLOCK, "phrases", None);
        check(BLOCK, "is", None);
        const FLOW: &str = "summary: exit\nneeds: {no-exit: {phrases: [exit]}, exit: {level: warn}}";
        check(FLOW, "exit", FLOW.rfind("exit:").map(|at| &FLOW[..at]));
        check("needs:", "exit", None);
        check("summary: s", "exit", None);
    }
}

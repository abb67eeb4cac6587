//! How long a match has to be: what is shorter need not be searched.

use regex_syntax::ast::Ast;

use super::need::least;

/// Letters that every match of an expression has at least, and so its bytes.
pub fn shortest(ast: &Ast) -> usize {
    match ast {
        Ast::Empty(_) | Ast::Flags(_) | Ast::Assertion(_) => 0,
        Ast::Group(group) => shortest(&group.ast),
        Ast::Alternation(either) => either.asts.iter().map(shortest).min().unwrap_or(0),
        Ast::Concat(concat) => concat.asts.iter().map(shortest).sum(),
        Ast::Repetition(it) => shortest(&it.ast).saturating_mul(least(&it.op.kind) as usize),
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use regex_syntax::ast::parse::Parser;

    use super::shortest;

    #[test]
    fn no_match_is_shorter_than_its_parts() {
        let cases = [
            (r"(?:in |by )?[QH][1-2](?-u:\b)", 2),
            (r"\w+#\d{2,}|(?:a|bc){3}", 3),
            ("soon|x?", 0),
            ("^(?:no|never)+ \u{e9}*.$", 4),
            ("(?x) s o o n", 4),
        ];
        for (pattern, expected) in cases {
            let ast = Parser::new().parse(pattern).expect("a pattern");
            assert_eq!(shortest(&ast), expected, "{pattern}");
        }
    }
}

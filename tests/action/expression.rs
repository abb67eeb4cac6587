//! Expressions of workflows, as far as ours use them: paths into contexts, texts, `==`, `!=`, `!`, `&&`, `||`.

use serde_json::Value;

/// A text with `${{ … }}` in it, evaluated.
pub fn text(template: &str, contexts: &Value) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("${{") {
        let (inside, behind) = after.split_once("}}").expect("an expression ends");
        out.push_str(before);
        out.push_str(&word(&value(inside, contexts)));
        rest = behind;
    }
    out + rest
}

/// Whether a condition holds. It needs no `${{`.
pub fn holds(condition: &str, contexts: &Value) -> bool {
    let inside = condition.trim().strip_prefix("${{").and_then(|it| it.strip_suffix("}}"));
    is_true(&value(inside.unwrap_or(condition), contexts))
}

fn value(expression: &str, contexts: &Value) -> Value {
    let mut tokens = tokens(expression);
    tokens.reverse();
    let value = or(&mut tokens, contexts);
    assert!(tokens.is_empty(), "`{expression}`: {tokens:?} is left");
    value
}

/// What a value is in a text: nothing where there is none.
fn word(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(_) | Value::Object(_) => "Object".to_owned(),
        other => other.to_string(),
    }
}

fn is_true(value: &Value) -> bool {
    !matches!(word(value).as_str(), "" | "false" | "0")
}

fn tokens(expression: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut rest = expression.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '\'' => rest[1..].find('\'').expect("a text ends") + 2,
            '&' | '|' | '=' => 2,
            '!' if rest.starts_with("!=") => 2,
            '!' | '(' | ')' => 1,
            _ => rest.find(|it: char| !it.is_alphanumeric() && !"_-.".contains(it)).unwrap_or(rest.len()),
        };
        assert!(length > 0, "`{expression}`: what is `{rest}`?");
        out.push(rest[..length].to_owned());
        rest = rest[length..].trim_start();
    }
    out
}

/// The tokens are in reverse, so that the next one is the last.
fn or(tokens: &mut Vec<String>, contexts: &Value) -> Value {
    let mut left = and(tokens, contexts);
    while tokens.pop_if(|it| it == "||").is_some() {
        let right = and(tokens, contexts);
        left = if is_true(&left) { left } else { right };
    }
    left
}

fn and(tokens: &mut Vec<String>, contexts: &Value) -> Value {
    let mut left = comparison(tokens, contexts);
    while tokens.pop_if(|it| it == "&&").is_some() {
        let right = comparison(tokens, contexts);
        left = if is_true(&left) { right } else { left };
    }
    left
}

fn comparison(tokens: &mut Vec<String>, contexts: &Value) -> Value {
    let left = single(tokens, contexts);
    match tokens.pop_if(|it| it == "==" || it == "!=") {
        None => left,
        Some(sign) => {
            let is_equal = word(&left).eq_ignore_ascii_case(&word(&single(tokens, contexts)));
            Value::Bool(is_equal == (sign == "=="))
        }
    }
}

fn single(tokens: &mut Vec<String>, contexts: &Value) -> Value {
    let token = tokens.pop().expect("an operand");
    match token.as_str() {
        "!" => Value::Bool(!is_true(&single(tokens, contexts))),
        "(" => {
            let value = or(tokens, contexts);
            assert_eq!(tokens.pop().as_deref(), Some(")"));
            value
        }
        literal if literal.starts_with('\'') => Value::from(literal.trim_matches('\'')),
        path => path.split('.').fold(contexts.clone(), |value, key| value[key].clone()),
    }
}

#[test]
fn expressions_are_evaluated() {
    let contexts = serde_json::json!({
        "inputs": {"fail-on": "warn"},
        "github": {"event": {"pull_request": null, "issue": {"number": 7}}},
    });
    let is = |template: &str, expected: &str| assert_eq!(text(template, &contexts), expected, "{template}");
    is("plain $HOME", "plain $HOME");
    is("a ${{ inputs.fail-on }} b", "a warn b");
    is("${{ github.event.pull_request.number || github.event.issue.number }}", "7");
    is("${{ github.event.pull_request.head.repo.full_name }}", "");
    is("${{ !(inputs.fail-on == 'WARN') || inputs.none }}", "");
    assert!(holds("inputs.fail-on == 'warn' && github.event.issue.number != '8'", &contexts));
    assert!(!holds("${{ inputs.fail-on == 'note' }}", &contexts));
}

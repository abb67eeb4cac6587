//! What `gh issue view --json …` prints: any of its fields, under its own names.

use serde::Deserialize;

use super::{Issue, Unreadable};
use crate::change::Author;

const HELP: &str = "give the output of `gh issue view --json number,title,body,labels,author`";

/// Reads an issue as `gh` prints it.
pub fn read(text: &str) -> Result<Issue, Unreadable> {
    let found: View = serde_json::from_str(text).map_err(|error| Unreadable::json(&error, HELP))?;
    if found.title.is_none() && found.body.is_none() {
        return Err(Unreadable::new("it has neither `title` nor `body`", HELP));
    }
    let author = |it: Person| {
        let login = it.login.unwrap_or_default();
        // `gh` writes the login of an app as `app/NAME`.
        let is_bot = it.is_bot == Some(true) || login.starts_with("app/") || login.ends_with("[bot]");
        Author { login, is_bot, association: None }
    };
    Ok(Issue {
        number: found.number,
        title: found.title.unwrap_or_default(),
        body: found.body.unwrap_or_default(),
        author: found.author.map(author),
        labels: found.labels.unwrap_or_default().into_iter().filter_map(|it| it.name).collect(),
    })
}

#[derive(Deserialize)]
struct View {
    number: Option<u64>,
    title: Option<String>,
    body: Option<String>,
    author: Option<Person>,
    labels: Option<Vec<Label>>,
}

#[derive(Deserialize)]
struct Person {
    login: Option<String>,
    is_bot: Option<bool>,
}

#[derive(Deserialize)]
struct Label {
    name: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn any_fields_are_enough() {
        let found =
            read(r#"{"title":"Crash","labels":[{"name":"bug"}],"author":{"login":"app/renovate","is_bot":null}}"#);
        let found = found.expect("it is an issue");
        assert_eq!((found.name().as_str(), found.labels), ("issue", vec!["bug".to_owned()]));
        assert!(found.author.is_some_and(|it| it.is_bot));
        assert!(read("{}").is_err() && read("[]").is_err() && read("").is_err());
    }
}

//! The files that `pingless init` offers, as texts. What a repository calls its folders is quoted by the TOML library,
//! and is never more than one line of a comment.

use indexmap::IndexMap;
use toml::{Table, Value};

use super::{Survey, Zone};
use crate::config::edition;
use crate::report::escape;

/// The check of pull requests, as the README shows it.
pub const WORKFLOW: &str = include_str!("workflow.yml");
/// The hook, as the README shows it.
pub const HOOK: &str = include_str!("hook.yaml");

/// What a `pingless.toml` is made of.
#[derive(Debug, Clone, Copy)]
pub struct Draft<'a> {
    pub survey: &'a Survey,
    /// The paths of templates that are read by themselves.
    pub templates: &'a [String],
    pub zones: &'a [Zone],
}

/// Templates and zones that are named.
const MOST_NAMED: usize = 4;

impl Draft<'_> {
    /// A configuration: nothing but what changes something, and comments.
    pub fn toml(&self) -> String {
        let mut parts = vec![comment(
            "What pingless cannot know of this repository by itself. `pingless explain config` prints every key with its \
             meaning, and `pingless config FILE` what applies to a file, and why.",
        )];
        // A later release may be stricter; whoever sets pingless up now did not agree to that.
        parts.extend(edition::all().next_back().map(|it| entry("edition", Value::from(it.name))));
        parts.extend(self.templates_comment());
        parts.extend(self.zones_comment());
        let lines = lines(self.survey, "");
        parts.extend((!lines.is_empty()).then_some(lines));
        parts.join("\n")
    }

    /// Several in one folder are told by their folder.
    fn templates_comment(&self) -> Option<String> {
        let mut folders: IndexMap<&str, Vec<&str>> = IndexMap::new();
        for path in self.templates {
            folders.entry(path.rsplit_once('/').map_or("", |(folder, _)| folder)).or_default().push(path);
        }
        let told = |(folder, paths): (&str, Vec<&str>)| match paths.as_slice() {
            [path] => (*path).to_owned(),
            paths if folder.is_empty() => paths.join(", "),
            paths => format!("{folder} ({} files)", paths.len()),
        };
        let told: Vec<String> = folders.into_iter().map(told).collect();
        let (named, counted) = told.split_at(told.len().min(MOST_NAMED));
        let more = if counted.is_empty() { "" } else { " and others" };
        let text =
            format!("Templates need no line: what they ask for is asked for. Found: {}{more}.", named.join(", "));
        (!named.is_empty()).then(|| comment(&text))
    }

    /// A question: commits do not say what people mean by "noon".
    fn zones_comment(&self) -> Option<String> {
        let people = |it: &Zone| if it.people == 1 { "1 person".to_owned() } else { format!("{} people", it.people) };
        let (named, counted) = self.zones.split_at(self.zones.len().min(MOST_NAMED));
        let mut zones: Vec<String> = named.iter().map(|it| format!("{it} ({})", people(it))).collect();
        zones.extend((!counted.is_empty()).then(|| "other zones".to_owned()));
        let (last, rest) = zones.split_last()?;
        let text = format!(
            "Which zone do you mean when you write none? The newest commits come from {} and {last}: a deadline without \
             a zone is another moment in each. Where everybody knows what a phrase means, it may be allowed:",
            rest.join(", ")
        );
        Some(comment(&text) + "# allow.ambiguous-deadline = [\"by EOD PT\"]\n")
    }
}

/// The lines that follow from a survey, with their reasons. `table` is the table of the file that they belong to.
pub fn lines(survey: &Survey, table: &str) -> String {
    let mut out = String::new();
    if !survey.exclude.is_empty() {
        let reason = |glob: &str, reason: &str| comment(&format!("`{glob}`: {reason}."));
        survey.exclude.iter().for_each(|it| out.push_str(&reason(&it.glob, &it.reason)));
        let globs = survey.exclude.iter().map(|it| Value::from(it.glob.as_str())).collect();
        out.push_str(&if table.is_empty() { String::new() } else { format!("[{table}]\n") });
        out.push_str(&entry("exclude", Value::Array(globs)));
    }
    if !survey.kinds.is_empty() {
        let name = if table.is_empty() { "kinds".to_owned() } else { format!("{table}.kinds") };
        out.push_str(&format!("{}[{name}]\n", if out.is_empty() { "" } else { "\n" }));
        for it in &survey.kinds {
            out.push_str(&comment(&format!("{}.", it.reason)));
            out.push_str(&entry(&it.glob, Value::from(it.kind.as_str())));
        }
    }
    out
}

/// One key and its value, quoted as TOML wants it.
fn entry(key: &str, value: Value) -> String {
    let table: Table = std::iter::once((key.to_owned(), value)).collect();
    toml::to_string_pretty(&table).expect("words and lists of words are TOML")
}

const WIDTH: usize = 116;

/// Comment lines of a text.
fn comment(text: &str) -> String {
    let mut lines = vec![String::new()];
    for word in escape::line(text).split(' ') {
        let line = lines.last_mut().expect("there is one from the start");
        if line.is_empty() || line.chars().count() + word.chars().count() < WIDTH {
            line.push_str(if line.is_empty() { "" } else { " " });
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines.into_iter().map(|line| format!("# {line}\n")).collect()
}

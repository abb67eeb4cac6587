//! Threads of a Slack export: people by `users.json`, channels as folders, messages in a file a day.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use super::Talk;
use super::field::{is_true, text};
use crate::payload::{Unreadable, whole};
use crate::thread::Said;
use crate::words::program::is_program;

/// A file of an export: its path in the folder with `/`, and what it holds.
#[derive(Debug, Clone)]
pub struct File {
    pub path: String,
    pub text: String,
}

/// Whether a value is a message of a channel.
pub fn is_message(value: &Value) -> bool {
    value.get("ts").is_some_and(Value::is_string)
}

/// The threads of an export, by channel and time; only the one that begins at `only`, where that is given.
pub fn read(files: &[File], only: Option<&str>) -> Result<Vec<Talk>, Unreadable> {
    let mut people = HashMap::new();
    let mut days: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for file in files {
        let (folder, name) = file.path.rsplit_once('/').unwrap_or(("", &file.path));
        let is_day = name.len() == 15 && name.starts_with(|it: char| it.is_ascii_digit());
        if name != "users.json" && !is_day {
            continue;
        }
        let values: Vec<Value> = whole::read(file.text.trim_start_matches('\u{feff}').as_bytes()).map_err(|error| {
            let message =
                format!("{}: it is no list in JSON at line {}, column {}", file.path, error.line(), error.column());
            Unreadable::new(message, "export the channel once more")
        })?;
        match is_day {
            true => days.entry(folder.rsplit('/').next().unwrap_or_default()).or_default().extend(values),
            false => people = names(&values),
        }
    }
    if days.is_empty() {
        let message = "it holds no day of a channel, as in `general/2026-11-18.json`";
        return Err(Unreadable::new(
            message,
            "name the folder of a Slack export, with `users.json` and a folder for each channel",
        ));
    }
    let talks: Vec<Talk> = days.into_iter().flat_map(|(channel, values)| threads(channel, values, &people)).collect();
    match only {
        Some(moment) => only_at(talks, moment),
        None => Ok(talks),
    }
}

/// Of these threads the one that begins at a moment.
pub fn only_at(mut talks: Vec<Talk>, given: &str) -> Result<Vec<Talk>, Unreadable> {
    let moment = moment(given);
    talks.retain(|it| it.title.split(' ').any(|word| word == moment));
    if talks.is_empty() {
        let help = "name the `thread_ts` of its first message, or leave `--thread` out to see all";
        return Err(Unreadable::new(format!("no thread begins at {moment}"), help));
    }
    Ok(talks)
}

/// The threads of one file, whose people are known by what their messages say.
pub fn read_day(values: Vec<Value>) -> Vec<Talk> {
    threads("", values, &HashMap::new())
}

/// `1700000000.000100`, also where it was copied from a link: `p1700000000000100`.
fn moment(given: &str) -> String {
    match given.strip_prefix('p').filter(|it| it.len() > 6 && it.bytes().all(|byte| byte.is_ascii_digit())) {
        Some(digits) => format!("{}.{}", &digits[..digits.len() - 6], &digits[digits.len() - 6..]),
        None => given.to_owned(),
    }
}

/// Names by account.
fn names(values: &[Value]) -> HashMap<String, String> {
    let own = |value: &Value| Some((text(value, &["id"])?.to_owned(), name(value)?));
    values.iter().filter_map(own).collect()
}

/// How a person is called: by the name that they chose.
fn name(user: &Value) -> Option<String> {
    let filled = |value: &Value, key: &str| text(value, &[key]).filter(|it| !it.trim().is_empty()).map(str::to_owned);
    let profile = user.get("profile").unwrap_or(user);
    filled(profile, "display_name")
        .or_else(|| filled(profile, "real_name"))
        .or_else(|| filled(user, "real_name"))
        .or_else(|| filled(user, "name"))
}

fn threads(channel: &str, values: Vec<Value>, people: &HashMap<String, String>) -> Vec<Talk> {
    let mut threads: BTreeMap<String, Vec<(String, Said)>> = BTreeMap::new();
    for value in &values {
        let (Some(ts), Some(thread)) = (text(value, &["ts"]), text(value, &["thread_ts"])) else { continue };
        threads.entry(thread.to_owned()).or_default().push((ts.to_owned(), said(value, people)));
    }
    let several = threads.into_iter().filter(|(_, messages)| messages.len() > 1);
    several
        .map(|(thread, mut messages)| {
            // A message that was also sent to the channel stands in the export twice.
            messages.sort_by(|a, b| a.0.cmp(&b.0));
            messages.dedup_by(|a, b| a.0 == b.0);
            let title = if channel.is_empty() { thread } else { format!("#{channel} {thread}") };
            Talk { title, said: messages.into_iter().map(|(_, said)| said).collect(), ..Talk::default() }
        })
        .collect()
}

fn said(value: &Value, people: &HashMap<String, String>) -> Said {
    let account = text(value, &["user", "bot_id"]).unwrap_or_default();
    let profile = value.get("user_profile").and_then(name);
    let author = people.get(account).cloned().or(profile).or_else(|| text(value, &["username"]).map(str::to_owned));
    let author = author.unwrap_or_else(|| account.to_owned());
    let is_bot = text(value, &["bot_id"]).is_some()
        || text(value, &["subtype"]) == Some("bot_message")
        || account == "USLACKBOT"
        || is_true(value, "is_bot")
        || is_program(&author, "");
    let at = text(value, &["ts"]).and_then(|it| it.split('.').next()?.parse().ok());
    Said { author, is_bot, has_say: false, at, text: markdown(text(value, &["text"]).unwrap_or_default(), people) }
}

/// What Slack writes in angles, as people see it: names, channels, links.
fn markdown(text: &str, people: &HashMap<String, String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('<') {
        out.push_str(before);
        // Only up to the next angle: a text of nothing but open angles is read once.
        match behind.find(['<', '>', '\n']).filter(|end| behind[*end..].starts_with('>')) {
            Some(end) => {
                out.push_str(&shown(&behind[..end], people));
                rest = &behind[end + 1..];
            }
            None => {
                out.push('<');
                rest = behind;
            }
        }
    }
    out.push_str(rest);
    out.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

fn shown(inside: &str, people: &HashMap<String, String>) -> String {
    let (target, label) = inside.split_once('|').map_or((inside, None), |(target, label)| (target, Some(label)));
    let first = target.chars().next().unwrap_or_default();
    let id = &target[first.len_utf8().min(target.len())..];
    match first {
        '@' => format!("@{}", people.get(id).map(String::as_str).or(label).unwrap_or(id)),
        '#' => format!("#{}", label.unwrap_or(id)),
        '!' => format!("@{}", label.unwrap_or(id)),
        _ => match label {
            Some(label) => format!("[{label}]({target})"),
            None => target.to_owned(),
        },
    }
}

//! Both sides of a changed text, read from git or from the disk.

use super::chosen::Chosen;
use crate::input::git::{self, Head, Object, Objects, Refusal};
use crate::input::{self, Trouble};
use crate::run::work::notice;
use crate::settle::Notice;
use crate::text::Source;

/// Both sides of a text, where they are.
pub struct Texts {
    pub chosen: Chosen,
    pub base: Option<Source>,
    pub head: Option<Source>,
    pub troubles: Vec<Notice>,
}

impl Texts {
    pub fn read(chosen: Chosen, objects: &mut Objects, is_strict: bool) -> Result<Self, Refusal> {
        let mut texts = Self { base: None, head: None, troubles: Vec::new(), chosen };
        let it = &texts.chosen;
        let place = input::name_of(&git::path_of(&it.changed.path));
        let place_before = it.changed.moved_from.as_deref().map(|it| input::name_of(&git::path_of(it)));
        if let Some(id) = &it.changed.base {
            match blob(objects, id, (&it.name_before, it.policy_before.largest.unwrap_or(input::LARGEST)))? {
                Ok(source) => texts.base = Some(source.placed(place_before.unwrap_or_else(|| place.clone()))),
                Err(trouble) if it.changed.head.is_some() => {
                    let message = format!("it cannot be compared: at the base, {}", trouble.message);
                    let help = "all of it counts as new".to_owned();
                    texts.troubles.push(Notice { path: it.input.name.to_string(), message, help, fatal: false });
                }
                Err(_) => {}
            }
        }
        let head = match &it.changed.head {
            None => return Ok(texts),
            Some(Head::Disk(Some(id))) if !it.input.path().exists() => {
                blob(objects, id, (&it.input.name, it.input.largest.into()))?
            }
            Some(Head::Disk(_)) => input::read(&it.input),
            Some(Head::Blob(id)) => blob(objects, id, (&it.input.name, it.input.largest.into()))?,
        };
        match head {
            Ok(source) => texts.head = Some(source.placed(place)),
            Err(trouble) => {
                texts.troubles.push(notice(Trouble { named: it.input.named, ..trouble }, is_strict));
            }
        }
        Ok(texts)
    }
}

/// One file out of git, under its name, if it has no more bytes than a configuration allows.
fn blob(objects: &mut Objects, id: &str, (name, largest): (&str, u64)) -> Result<Result<Source, Trouble>, Refusal> {
    let trouble = |message: String, help: &str| Err(Trouble::new(name, (message, help), false));
    Ok(match objects.blob_within(id, largest)? {
        Object::Blob(bytes) => input::from_bytes(name, bytes),
        Object::TooLarge(size) => trouble(input::too_large(largest, Some(size)), input::TOO_LARGE),
        Object::Missing => {
            trouble("this clone does not have it".to_owned(), "fetch it: `git fetch --refetch --no-filter`")
        }
    })
}

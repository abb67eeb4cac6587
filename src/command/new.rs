//! `pingless new`: a document to begin with. The one place that asks git for a name.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::Time;

use crate::cli::{ColorArg, New, RuleArgs};
use crate::compose::RULE;
use crate::compose::name;
use crate::compose::new::{self as compose, Known, Now};
use crate::config::did_you_mean;
use crate::document::CommentForm;
use crate::input::{self, git};
use crate::rule::{self, Catalog, KindPage};
use crate::run::Exit;
use crate::run::clock;
use crate::run::console::{complain, complain_unwritten, hand_over, print_mistakes, say};
use crate::run::setup::{Setup, pages, shown};
use crate::text::Moment;

pub fn run(args: &New) -> Exit {
    // `-` is standard output, as everywhere.
    let output = args.output.as_deref().filter(|it| *it != Path::new("-"));
    match &args.rule {
        Some(id) => page(id, output),
        None => document(args, args.kind.as_deref().unwrap_or_default(), output),
    }
}

/// A page to begin a rule of one's own with.
fn page(id: &str, output: Option<&Path>) -> Exit {
    if !rule::is_id(id) {
        let help = "name it in small letters and hyphens, as in `no-asap`; `-o FOLDER/` says where it goes";
        return complain(&format!("`{id}` is no rule id"), help);
    }
    let folder = output.unwrap_or(Path::new(pages::FOLDER));
    let file = if is_folder(folder) || output.is_none() { folder.join(format!("{id}.md")) } else { folder.to_owned() };
    // What is wrong with its name is said before anybody writes it.
    if let Err(mistakes) = Catalog::with_user_pages(&[(shown(&file), RULE.to_owned())]) {
        return print_mistakes(&mistakes, ColorArg::Auto);
    }
    if output.is_some() {
        return write(&file, RULE);
    }
    hand_over(RULE);
    say(&format!("`-o {}/` would write it to {}\n", pages::FOLDER, shown(&file)));
    Exit::Clean
}

fn document(args: &New, kind: &str, output: Option<&Path>) -> Exit {
    let setup = match Setup::new(&RuleArgs::default()) {
        Ok(setup) => setup,
        Err(mistakes) => return print_mistakes(&mistakes, ColorArg::Auto),
    };
    let page = match asked_kind(&setup.catalog, kind) {
        Ok(page) => page,
        Err(exit) => return exit,
    };
    let now = args.now.as_ref().map_or_else(clock::here, told);
    let place = Place::of(page, output, now, args.title.as_deref());
    let author = args.author.clone().or_else(|| compose::names_author(page).then(git_name).flatten());
    let form = CommentForm::of(&place.file.to_string_lossy());
    let text = compose::new(page, &Known { title: place.title.clone(), author, now: Some(now), form });
    match output {
        Some(_) => write(&place.file, &text),
        None => {
            hand_over(&text);
            if place.is_kept {
                let folder = place.file.parent().map(shown).unwrap_or_default();
                say(&format!("`-o {folder}` would write it to {}\n", shown(&place.file)));
            }
            Exit::Clean
        }
    }
}

/// The page of a kind that asks for something.
fn asked_kind<'c>(catalog: &'c Catalog, name: &str) -> Result<&'c KindPage, Exit> {
    let asking = || catalog.kinds.iter().filter(|page| !page.skeleton.asks.is_empty() && page.kind.is_target);
    let names = || asking().map(|page| &*page.kind.name);
    asking().find(|page| *page.kind.name == *name).ok_or_else(|| {
        let all = names().collect::<Vec<_>>().join(", ");
        let message = match catalog.kind(name) {
            Some(_) => format!("nothing is asked of a document of the kind `{name}`"),
            None => format!("there is no kind `{name}`"),
        };
        complain(&message, &did_you_mean(name, names(), &format!("use one of {all}")))
    })
}

/// Where a new document goes, and what it is called there.
struct Place {
    file: PathBuf,
    title: Option<String>,
    /// A folder for such documents was found.
    is_kept: bool,
}

impl Place {
    fn of(page: &KindPage, output: Option<&Path>, now: Now, title: Option<&str>) -> Self {
        let given = output.map(|path| match is_folder(path) {
            true => (path.to_owned(), None),
            false => (path.parent().map(Path::to_owned).unwrap_or_default(), Some(path.to_owned())),
        });
        let home = given.is_none().then(|| home(page)).flatten();
        let is_kept = home.is_some();
        let (folder, file) = given.or(home.map(|home| (home, None))).unwrap_or_default();
        let siblings = if is_kept || output.is_some() { names_in(&folder) } else { Vec::new() };
        let number = name::next_number(page, &siblings);
        let numbered = number.as_ref().zip(title).and_then(|(number, title)| {
            let sibling = input::read_own(&folder.join(number.after.as_ref()?)).ok()?;
            let heading = sibling.lines().find_map(|line| line.strip_prefix("# "))?;
            Some(name::numbered_title(title, number, heading.trim()))
        });
        let file = file.unwrap_or_else(|| folder.join(name::file_name(page, &siblings, Some(&now.date()), title)));
        Self { file, title: numbered.or(title.map(str::to_owned)), is_kept }
    }
}

/// Whether a path is a folder, or is written as one.
fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.to_string_lossy().ends_with(std::path::is_separator)
}

/// The folder in which such documents are kept here.
fn home(page: &KindPage) -> Option<PathBuf> {
    let around = ["docs", "doc", "", "docs/architecture", "doc/architecture"];
    let mut folders =
        around.iter().flat_map(|around| page.kind.paths.folders().map(|name| Path::new(around).join(name)));
    folders.find(|folder| folder.is_dir())
}

fn names_in(folder: &Path) -> Vec<String> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Writes a file that is not there yet, and the folders that it lies in.
fn write(file: &Path, text: &str) -> Exit {
    let folder = file.parent().filter(|it| !it.as_os_str().is_empty());
    match folder.map_or(Ok(()), fs::create_dir_all).and_then(|()| input::create(file, text)) {
        Ok(()) => {
            say(&format!("wrote {}\n", shown(file)));
            Exit::Clean
        }
        Err(error) => complain_unwritten(&shown(file), &error, "name another file"),
    }
}

/// A moment as it was named; `Z` is UTC.
fn told(moment: &Moment) -> Now {
    let at = moment.day.to_datetime(moment.time.unwrap_or(Time::midnight()));
    let offset = moment.zone.as_ref().map_or(0, |zone| zone.to_offset(moment.at).seconds() / 60);
    Now { at, offset }
}

fn git_name() -> Option<String> {
    let said = git::Repository::at(".").text(["config", "user.name"]).ok()?;
    Some(said.trim().to_owned()).filter(|name| !name.is_empty())
}

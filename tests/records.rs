//! Records that later ones have overtaken: what they asked of somebody is told by `--pedantic` alone, whoever asks, and what
//! they say for good as loudly as ever.

mod repository;

use std::fs;

use repository::Repository;

const OLD: &str = "# Sync

Attendees: Ana, Ben

The page of [the shop](../shop.md) is lost.

## Action items

- Rotate the key of the shop
- Ana: tell the bank
";

/// The rules that find something in the minutes of January, by their lines.
fn of_january(repo: &Repository, more: &[&str]) -> Vec<String> {
    let all = repo.pingless(&[&["check", "--exit-zero", "--format", "concise"], more].concat()).rules();
    let own = all.iter().filter_map(|it| it.strip_prefix("minutes/2026-01-09.md:"));
    own.map(str::to_owned).collect()
}

/// Minutes of January, and others of these days.
fn minutes(name: &str, days: &[&str]) -> Repository {
    let repo = Repository::new(name);
    for day in [&["2026-01-09"], days].concat() {
        repo.write(format!("minutes/{day}.md"), OLD);
    }
    repo.commit("Begin");
    repo
}

const LOUD: [&str; 3] = ["5 broken-local-link", "9 unowned-action", "10 undated-action"];
const QUIET: [&str; 1] = ["5 broken-local-link"];

#[test]
fn what_later_minutes_have_overtaken_asks_nobody() {
    let repo = minutes("overtaken", &["2026-02-06", "2026-02-13", "2026-02-20"]);
    assert_eq!(of_january(&repo, &[]), QUIET);
    assert_eq!(of_january(&repo, &["--pedantic"]), LOUD, "whoever looks for loose ends finds them");
    assert_eq!(of_january(&repo, &["minutes/2026-01-09.md"]), QUIET, "alone it is as old");
    let run = repo.pingless(&["check", "--format", "concise", "minutes"]);
    let loud: Vec<_> = run.rules().into_iter().filter(|it| it.ends_with("unowned-action")).collect();
    assert_eq!(
        loud,
        [
            "minutes/2026-02-06.md:9 unowned-action",
            "minutes/2026-02-13.md:9 unowned-action",
            "minutes/2026-02-20.md:9 unowned-action"
        ]
    );
}

#[test]
fn one_later_day_alone_and_a_month_overtake_nothing() {
    for (name, days) in [
        ("alone", &[][..]),
        ("mistaken", &["2062-02-20"]),
        ("within", &["2026-01-16", "2026-02-09", "2026-02-20"]),
        ("before", &["2024-11-20", "2025-11-20", "2025-11-27"]),
    ] {
        assert_eq!(of_january(&minutes(name, days), &[]), LOUD, "{name}");
    }
}

#[test]
fn other_documents_of_later_days_tell_how_late_it_is_and_other_files_do_not() {
    let repo = minutes("others", &[]);
    for day in 10..20 {
        repo.write(format!("data/2026-11-{day}.csv"), "a,b\n");
    }
    repo.commit("Data");
    assert_eq!(of_january(&repo, &[]), LOUD, "a forecast is no sign of work");
    repo.write("posts/2026-10-02-launch.md", "# Launch\n");
    repo.write("posts/2026-11-06-offices.md", "# Offices\n");
    repo.commit("Posts");
    assert_eq!(of_january(&repo, &[]), QUIET);
}

#[test]
fn what_is_remembered_grows_old_as_well() {
    let repo = minutes("remembered", &["2026-01-16"]);
    let folder = repo.root.with_extension("cache");
    let _ = fs::remove_dir_all(&folder);
    let cached = |repo: &Repository| of_january(repo, &["--cache-dir", folder.to_str().expect("it is UTF-8")]);
    assert_eq!((cached(&repo), cached(&repo)), (LOUD.map(str::to_owned).to_vec(), LOUD.map(str::to_owned).to_vec()));
    repo.write("minutes/2026-02-13.md", OLD);
    repo.write("minutes/2026-02-20.md", OLD);
    repo.commit("February");
    assert_eq!(cached(&repo), QUIET);
}

#[test]
fn the_parts_of_a_log_overtake_each_other() {
    let part = |day: &&str| format!("## {day}\n\n### Action items\n\n- Rotate the key of the shop\n\n");
    let repo = Repository::new("log");
    let lines = |days: &[&str]| {
        repo.write("minutes.md", format!("# Minutes\n\n{}", days.iter().map(part).collect::<String>()));
        repo.pingless(&["check", "--exit-zero", "--format", "concise", "--select", "unowned-action"]).places()
    };
    let newest_first = ["2026-02-20", "2026-02-13", "2026-01-16", "2026-01-09"];
    assert_eq!(lines(&newest_first), ["minutes.md:7", "minutes.md:13", "minutes.md:19"]);
    assert_eq!(lines(&newest_first[2..]), ["minutes.md:7", "minutes.md:13"], "of them alone nothing came later");
}

/// It is of the day of the outage, and its tasks are open for as long as they take.
#[test]
fn a_postmortem_is_written_after_its_day() {
    let text =
        "# Outage of the tills\n\n## Impact\n\nNobody could pay.\n\n## Action items\n\n- Rotate the key of the shop\n";
    let repo = minutes("postmortem", &["2026-10-09", "2026-10-16", "2026-10-23"]);
    repo.write("postmortems/2026-01-09-tills.md", text);
    repo.commit("Postmortem");
    let run =
        repo.pingless(&["check", "--exit-zero", "--format", "concise", "--select", "unowned-action", "postmortems"]);
    assert_eq!(run.rules(), ["postmortems/2026-01-09-tills.md:9 unowned-action"]);
}

#[test]
fn a_design_of_an_old_day_is_still_worked_on() {
    let text = "# Keys\n\nDate: 2026-01-09\n\n## Proposal\n\nWe keep keys in the store. We will add the rest soon.\n";
    let repo = minutes("design", &["2026-10-09", "2026-10-16", "2026-10-23"]);
    repo.write("design/keys.md", text);
    repo.commit("Design");
    let run = repo.pingless(&["check", "--exit-zero", "--format", "concise", "--select", "vague-promise", "design"]);
    assert_eq!(run.rules(), ["design/keys.md:7 vague-promise"]);
}

//! Histories made by the test: what `pingless trial` says of each change, and what becomes of it. The arithmetic is held
//! against what must be true of any numbers.

mod repository;

use std::cell::Cell;
use std::fs;
use std::ops::Deref;
use std::process::{Command, Output};

use pingless::trial::compared::{Compared, Fate};
use pingless::trial::rate::{Share, quantile, ratio};
use proptest::prelude::*;
use repository::{Repository, printed};
use serde_json::Value;

/// A repository in which each commit is so many days later than the one before.
struct Repo {
    made: Repository,
    day: Cell<i64>,
}

impl Deref for Repo {
    type Target = Repository;

    fn deref(&self) -> &Repository {
        &self.made
    }
}

/// 2026-01-01T00:00Z.
const START: i64 = 1_767_225_600;
const DAY: i64 = 24 * 60 * 60;

impl Repo {
    fn new(name: &str) -> Self {
        Self { made: Repository::new(name), day: Cell::new(0) }
    }

    /// `program` in the repository on its day.
    fn command(&self, program: &str) -> Command {
        let date = format!("{} +0000", START + self.day.get() * DAY);
        let mut command = self.made.command(program);
        command.env("GIT_AUTHOR_DATE", &date).env("GIT_COMMITTER_DATE", &date);
        command
    }

    fn git(&self, args: &[&str]) -> String {
        printed(&mut self.command("git"), args)
    }

    fn write(&self, path: &str, text: impl AsRef<[u8]>) -> &Self {
        self.made.write(path, text);
        self
    }

    fn remove(&self, path: &str) -> &Self {
        self.made.remove(path);
        self
    }

    /// Commits all that was changed, `days` after the last one.
    fn commit(&self, days: i64) -> &Self {
        self.day.set(self.day.get() + days);
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--allow-empty", "-m", "Change"]);
        self
    }

    fn trial(&self, args: &[&str]) -> Output {
        self.command(env!("CARGO_BIN_EXE_pingless")).arg("trial").args(args).output().expect("it runs")
    }

    /// All of the history as JSON.
    fn json(&self, args: &[&str]) -> Value {
        let output = self.trial(&[&["--format", "json", "--since", "9y"], args].concat());
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
        serde_json::from_slice(&output.stdout).expect("it is JSON")
    }
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// `followed, open, repaired, answered, deleted, lost` of a rule.
fn lives(json: &Value, rule: &str) -> [u64; 6] {
    let rules = json["rules"].as_array().expect("a list");
    let found = rules.iter().find(|it| it["rule"] == rule);
    let keys = ["followed", "open", "repaired", "answered", "deleted", "lost"];
    keys.map(|key| found.map_or(0, |it| it[key].as_u64().expect("a number")))
}

/// On how many changes something was said, and how often.
fn said(json: &Value) -> [u64; 3] {
    let number = |it: &Value| it.as_u64().expect("a number");
    [number(&json["changes"]["markdown"]), number(&json["changes"]["with_findings"]), number(&json["said"])]
}

const DEADLINE: &str = "ambiguous-deadline";
const TEXT: &str = "# Move to the new queue\n\nThe workers read from both queues for a week.\n";
const VAGUE: &str = "Please look through the plan for the queue by EOD tomorrow.\n";
const CLEAR: &str = "Please look through the plan for the queue by 2026-03-02 17:00 UTC.\n";

/// A history in which one text says something vague, and then another.
fn then(name: &str, next: &str) -> Value {
    let repo = Repo::new(name);
    repo.write("a.md", TEXT).commit(0);
    repo.write("a.md", format!("{TEXT}\n{VAGUE}")).commit(1);
    repo.write("a.md", next).commit(3);
    repo.json(&[])
}

#[test]
fn a_deadline_is_mended_in_place() {
    let json = then("mended", &format!("{TEXT}\n{CLEAR}"));
    assert_eq!(lives(&json, DEADLINE), [1, 0, 1, 0, 0, 0]);
    assert_eq!(said(&json), [3, 1, 1]);
    assert_eq!(json["changes"]["failing"], 1);
    let rule = &json["rules"][0];
    let ended = &json["ended"][0];
    assert_eq!((&ended["path"], &ended["how"], &ended["days"]), (&"a.md".into(), &"repaired".into(), &3.into()));
    assert_eq!((&rule["rule"], &rule["median_days_to_repair"]), (&DEADLINE.into(), &3.into()));
}

#[test]
fn a_deadline_is_deleted() {
    assert_eq!(lives(&then("deleted", TEXT), DEADLINE), [1, 0, 0, 0, 1, 0]);
}

#[test]
fn a_deadline_is_still_there() {
    let json = then("open", &format!("{TEXT}\nThey log to the same place.\n\n{VAGUE}"));
    assert_eq!(lives(&json, DEADLINE), [1, 1, 0, 0, 0, 0]);
    assert_eq!(said(&json), [3, 1, 1]);
}

#[test]
fn a_line_that_is_reworded_and_still_at_fault_lives_on() {
    let json = then("reworded", &format!("{TEXT}\n{}", VAGUE.replace("EOD tomorrow", "end of day Friday")));
    assert_eq!(lives(&json, DEADLINE), [1, 1, 0, 0, 0, 0]);
    assert_eq!(said(&json), [3, 2, 2], "a comparison with the base says it again");
}

#[test]
fn an_exception_around_it_answers() {
    let json = then("answered", &format!("{TEXT}\n<!-- pingless: allow ambiguous-deadline: one room -->\n{VAGUE}"));
    assert_eq!(lives(&json, DEADLINE), [1, 0, 0, 1, 0, 0]);
}

#[test]
fn what_is_repaired_in_a_moved_line_was_edited() {
    let json = then("mended-and-moved", &format!("{TEXT}\nThey log to the same place.\n{CLEAR}"));
    assert_eq!(lives(&json, DEADLINE), [1, 0, 1, 0, 0, 0]);
}

#[test]
fn a_file_that_is_renamed_keeps_its_findings() {
    let repo = Repo::new("renamed");
    repo.write("a.md", format!("{TEXT}\n{VAGUE}")).commit(0);
    repo.git(&["mv", "a.md", "b.md"]);
    repo.commit(1);
    repo.write("b.md", format!("{TEXT}\n{CLEAR}")).commit(5);
    let json = repo.json(&[]);
    assert_eq!(lives(&json, DEADLINE), [1, 0, 1, 0, 0, 0]);
    assert_eq!(said(&json), [3, 1, 1]);
    assert_eq!(json["rules"][0]["median_days_to_repair"], 6);
}

#[test]
fn a_paragraph_that_is_moved_to_another_file_is_not_new() {
    let repo = Repo::new("moved");
    repo.write("a.md", format!("{TEXT}\n{VAGUE}")).write("b.md", "# Plan\n\nNothing yet.\n").commit(0);
    repo.write("a.md", TEXT).write("b.md", format!("# Plan\n\nNothing yet.\n\n{VAGUE}")).commit(1);
    let json = repo.json(&[]);
    assert_eq!(lives(&json, DEADLINE), [1, 1, 0, 0, 0, 0]);
    assert_eq!(said(&json), [2, 1, 1]);
}

#[test]
fn two_files_that_swap_their_names_are_followed() {
    let repo = Repo::new("swapped");
    let other = "# Names\n\nThe names of hosts are words and numbers.\n";
    repo.write("a.md", format!("{TEXT}\n{VAGUE}")).write("b.md", other).commit(0);
    repo.write("b.md", format!("{TEXT}\n{VAGUE}")).write("a.md", other).commit(1);
    repo.write("b.md", format!("{TEXT}\n{CLEAR}")).commit(1);
    assert_eq!(lives(&repo.json(&[]), DEADLINE), [1, 0, 1, 0, 0, 0]);
}

#[test]
fn a_file_that_is_deleted_takes_its_findings_along() {
    let repo = Repo::new("gone");
    repo.write("a.md", format!("{TEXT}\n{VAGUE}")).commit(0);
    repo.remove("a.md").commit(2);
    assert_eq!(lives(&repo.json(&[]), DEADLINE), [1, 0, 0, 0, 1, 0]);
}

#[test]
fn a_merge_is_one_change() {
    let repo = Repo::new("merge");
    repo.write("a.md", TEXT).commit(0);
    repo.git(&["switch", "--quiet", "-c", "side"]);
    repo.write("a.md", format!("{TEXT}\n{VAGUE}")).commit(1);
    repo.write("a.md", format!("{TEXT}\n{CLEAR}")).commit(1);
    repo.write("b.md", VAGUE).commit(1);
    repo.git(&["switch", "--quiet", "main"]);
    repo.write("c.md", "# Names\n\nThe names of hosts are words.\n").commit(1);
    repo.git(&["merge", "--quiet", "--no-ff", "-m", "Merge", "side"]);
    let json = repo.json(&[]);
    assert_eq!(json["commits"], 3);
    assert_eq!(said(&json), [3, 1, 1], "what was mended before the merge is not seen");
}

#[test]
fn a_revert_deletes_and_its_revert_says_it_again() {
    let repo = Repo::new("revert");
    repo.write("a.md", TEXT).commit(0);
    repo.write("a.md", format!("{TEXT}\n{VAGUE}")).commit(1);
    repo.git(&["revert", "--no-edit", "HEAD"]);
    repo.git(&["revert", "--no-edit", "HEAD"]);
    let json = repo.json(&[]);
    assert_eq!(lives(&json, DEADLINE), [2, 1, 0, 0, 1, 0]);
    assert_eq!(said(&json), [4, 2, 2]);
}

#[test]
fn old_debt_is_not_counted() {
    let repo = Repo::new("debt");
    repo.write("a.md", format!("{TEXT}\n{VAGUE}")).commit(0);
    repo.write("a.md", format!("{TEXT}\n{VAGUE}\nThey log.\n")).commit(200);
    repo.write("a.md", format!("{TEXT}\nThey log.\n")).commit(1);
    let output = repo.trial(&["--format", "json"]);
    let json: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    assert_eq!((said(&json), lives(&json, DEADLINE)), ([2, 0, 0], [0; 6]));
}

#[test]
fn since_is_a_span_a_date_or_a_commit() {
    let repo = Repo::new("since");
    for day in 0..10 {
        repo.write("a.md", format!("# Day {day}\n")).commit(if day == 0 { 0 } else { 7 });
    }
    repo.git(&["tag", "old", "HEAD~4"]);
    let commits = |args: &[&str]| {
        let output = repo.trial(&[&["--format", "json"], args].concat());
        let json: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
        json["commits"].as_u64().expect("a number")
    };
    assert_eq!(commits(&[]), 10);
    assert_eq!(commits(&["--since", "2w"]), 3);
    assert_eq!(commits(&["--since", "13d"]), 2);
    assert_eq!(commits(&["--since", "2026-02-26"]), 2);
    assert_eq!(commits(&["--since", "old"]), 4);
    assert_eq!(commits(&["--since", "old", "--limit", "2"]), 2);
    let output = repo.trial(&["--since", "HEAD"]);
    assert_eq!((output.status.code(), err(&output).contains("no commit since")), (Some(2), true));
    let output = repo.trial(&["--since", "--output=x"]);
    assert_eq!(output.status.code(), Some(2));
    let output = repo.trial(&["--since=--output=x"]);
    assert_eq!((output.status.code(), repo.root.join("x").exists()), (Some(2), false));
}

#[test]
fn paths_and_the_configuration_choose() {
    let repo = Repo::new("paths");
    repo.write("docs/a.md", VAGUE)
        .write("b.md", VAGUE)
        .write("docs/c.txt", VAGUE)
        .write(".machine/d.md", VAGUE)
        .commit(0);
    assert_eq!(said(&repo.json(&[])), [1, 1, 2]);
    assert_eq!(said(&repo.json(&["docs"])), [1, 1, 1]);
    assert_eq!(said(&repo.json(&["docs/c.txt"])), [0, 0, 0]);
    assert_eq!(said(&repo.json(&["--ignore", DEADLINE])), [1, 0, 0]);
    repo.write("pingless.toml", "exclude = [\"docs/**\"]\nfail-on = \"never\"\n");
    let json = repo.json(&[]);
    assert_eq!((said(&json), &json["changes"]["failing"]), ([1, 1, 1], &0.into()));
}

#[test]
fn a_path_that_never_was_is_told() {
    let repo = Repo::new("never");
    repo.write("docs/a.md", VAGUE).commit(0).remove("docs/a.md").write("b.md", VAGUE).commit(1);
    assert_eq!(said(&repo.json(&["docs"])), [2, 1, 1], "it need not be there any more");
    for path in ["nope", "docs/b.md", "../never-at-all"] {
        let output = repo.trial(&[path]);
        assert_eq!(output.status.code(), Some(2), "{path}: {}", err(&output));
        assert!(
            err(&output).starts_with(&format!("error: {path}: there is no such file or folder")),
            "{}",
            err(&output)
        );
    }
}

#[test]
fn nothing_to_replay_is_said() {
    let repo = Repo::new("empty");
    let output = repo.trial(&[]);
    assert_eq!((output.status.code(), err(&output).contains("no commit")), (Some(2), true), "{}", err(&output));
    repo.write("a.rs", "").commit(0);
    let output = repo.trial(&[]);
    assert_eq!(output.status.code(), Some(0));
    assert!(out(&output).contains("0 touched Markdown"), "{}", out(&output));
    let outside = std::env::temp_dir();
    let output =
        repo.command(env!("CARGO_BIN_EXE_pingless")).arg("trial").current_dir(outside).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2), "{}", err(&output));
}

#[test]
fn where_a_shallow_clone_ends_nothing_is_new() {
    let repo = Repo::new("shallow");
    repo.write("a.md", format!("{TEXT}\n{VAGUE}")).commit(0);
    repo.write("b.md", VAGUE).commit(1);
    let clone = repo.root.join("clone");
    let url = format!("file://{}", repo.root.display());
    repo.git(&["clone", "--quiet", "--depth=2", &url, "clone"]);
    let run = || {
        let mut command = repo.command(env!("CARGO_BIN_EXE_pingless"));
        command.current_dir(&clone).arg("trial").output().expect("it runs")
    };
    assert!(out(&run()).contains("replayed 2 changes"), "{}", out(&run()));
    repo.git(&["clone", "--quiet", "--depth=1", &url, "one"]);
    repo.write("c.md", TEXT).commit(1);
    fs::remove_dir_all(&clone).expect("it is there");
    repo.git(&["clone", "--quiet", "--depth=2", &url, "clone"]);
    let text = out(&run());
    assert!(text.contains("replayed 1 change ") && text.contains("shallow"), "{text}");
    assert!(text.contains("0 of 1 (0 %): 0 findings"), "{text}");
    let one = repo.command(env!("CARGO_BIN_EXE_pingless")).arg("trial").current_dir(repo.root.join("one")).output();
    let one = one.expect("it runs");
    assert_eq!((one.status.code(), err(&one).contains("shallow")), (Some(2), true), "{}", err(&one));
}

#[test]
fn a_bare_repository_is_read_as_well() {
    let repo = Repo::new("bare");
    repo.write("a.md", TEXT).commit(0);
    repo.write("a.md", format!("{TEXT}\n{VAGUE}")).commit(1);
    repo.git(&["clone", "--quiet", "--bare", ".", "copy.git"]);
    let mut command = repo.command(env!("CARGO_BIN_EXE_pingless"));
    let output = command.current_dir(repo.root.join("copy.git")).args(["trial", "--format", "json"]).output();
    let json: Value = serde_json::from_slice(&output.expect("it runs").stdout).expect("it is JSON");
    assert_eq!(said(&json), [2, 1, 1]);
}

#[test]
fn what_is_no_text_is_counted_and_holds_nothing() {
    let repo = Repo::new("binary");
    repo.write("a.md", [b'#', 0, 0xff]).write("b.md", VAGUE).commit(0);
    repo.write("a.md", [b'#', 0xfe]).commit(1);
    let json = repo.json(&[]);
    assert_eq!((said(&json), &json["unread"]), ([2, 1, 1], &2.into()));
}

/// What becomes of the texts of forty changes, each with a deadline and lines of prose.
enum Later {
    Repaired,
    /// The lines of prose are reworded, the deadlines are left.
    Reworded,
    Left,
}

fn forty(name: &str, later: Later) -> Repo {
    let repo = Repo::new(name);
    let prose = |number: usize, line: &str, last: &str| {
        let line = |at: usize| format!("Service {number} sends {line} of host {at} to a store.\n\n");
        format!("# Plan {number}\n\n{}{last}", (0..6).map(line).collect::<String>())
    };
    for number in 0..40 {
        repo.write(&format!("plan-{number}.md"), prose(number, "the report", VAGUE)).commit(1);
    }
    for number in 0..40 {
        let path = format!("plan-{number}.md");
        match later {
            Later::Repaired => repo.write(&path, prose(number, "the report", CLEAR)),
            Later::Reworded => repo.write(&path, prose(number, "each report", VAGUE)),
            Later::Left => &repo,
        };
    }
    repo.write("other.md", "# Other\n\nNothing else is here.\n").commit(1);
    repo.commit(60);
    repo
}

#[test]
fn what_people_repair_more_often_than_neutral_words_is_worth_its_level() {
    let repo = forty("wanted", Later::Repaired);
    let json = repo.json(&["--within", "50", "--config", "levels.ambiguous-deadline=\"note\""]);
    let watched = &json["rules"][0]["watched"];
    assert_eq!((&watched["findings"], &watched["changes"]), (&40.into(), &40.into()));
    assert_eq!((&watched["repaired"]["part"], &watched["neutral_repaired"]["part"]), (&40.into(), &0.into()));
    assert!(watched["ratio"]["interval"][0].as_f64().expect("a number") > 3.0, "{watched}");
    let toml = json["toml"].as_str().expect("lines");
    assert!(toml.contains("[levels]\n# people here acted on 40 of 40"), "{toml}");
    assert!(toml.contains("\"ambiguous-deadline\" = \"warn\""), "{toml}");
}

#[test]
fn what_is_said_everywhere_and_left_where_people_edit_is_not_wanted() {
    let repo = forty("unwanted", Later::Reworded);
    let json = repo.json(&["--within", "50"]);
    let toml = json["toml"].as_str().expect("lines");
    assert!(toml.contains("none of 40 was ever repaired, while 200 of 200 neutral words"), "{toml}");
    assert!(!toml.contains("fail-on"), "without it nothing fails: {toml}");
    repo.write("pingless.toml", toml);
    assert_eq!(said(&repo.json(&[])), [41, 0, 0], "the lines can be used as they are");
    let early = repo.json(&["--within", "200", "--isolated"]);
    assert!(!early["toml"].as_str().expect("lines").contains("ignore"), "nothing was watched for so long");
}

#[test]
fn where_nobody_edits_anything_history_cannot_tell() {
    let json = forty("undecided", Later::Left).json(&["--within", "50"]);
    let why = "# 40 of 41 changes would have failed; by errors alone 0\nfail-on = \"error\"\n";
    assert_eq!(json["toml"], why);
    assert_eq!(json["undecided"][0]["rule"], DEADLINE);
    assert_eq!(json["rules"][0]["watched"]["ratio"], Value::Null);
}

#[test]
fn what_a_person_reads() {
    let output = forty("human", Later::Reworded).trial(&["--since", "9y", "--within", "50"]);
    let expected = "\
replayed 42 changes from 2026-01-02 to 2026-04-12: 41 touched Markdown
  something would have been said on 40 of 41 (98 %): 40 findings
  findings on a change: 1 in the median, 1 at the 90th percentile, 1 at most
  40 of 41 (98 %) would have failed

what was said, and what became of it
                      level  said  failing  changes  followed  open  repaired  answered  deleted  days to repair
  ambiguous-deadline   warn    40       40       40        40    40         0         0        0               –

of those that could be watched for 50 days: how many were repaired or deleted, beside neutral words
                      watched  answered  acted on [95 %]  neutral words  times as often [95 %]
  ambiguous-deadline       40       0 %       0 % [0, 9]   100 % of 200         0.0 [0.0, 0.2]

what follows for pingless.toml

ignore = [
    # said on 98 % of the changes; none of 40 was ever repaired, while 200 of 200 neutral words beside them were
    \"ambiguous-deadline\",
]
";
    assert_eq!(out(&output), expected);
}

#[test]
fn the_same_history_gives_the_same_answer() {
    let repo = forty("same", Later::Repaired);
    let one = repo.trial(&["--jobs", "1"]);
    let many = repo.trial(&["--jobs", "4"]);
    assert_eq!(out(&one), out(&many));
    assert!(out(&one).contains("watched for 30 days"), "{}", out(&one));
}

#[test]
fn lines_are_kept_edited_or_gone() {
    let before = "one line\n\nThe cat sat on the mat\nby EOD\n\nlast\n";
    let after = "one line\n\nnew first\nThe cat sat on a mat\nby Friday\n\nlast\n";
    let compared = Compared::of(before, after);
    let fates: Vec<Fate> = [0, 2, 3, 5].map(|line| compared.fate(line)).to_vec();
    assert_eq!(fates, [Fate::Kept(0), Fate::Edited(3), Fate::Edited(4), Fate::Kept(6)]);
    assert_eq!(Compared::of(before, "").fate(2), Fate::Gone);
    assert_eq!(Compared::of("a\n\nTBD\n\nb\n", "a\n\nWe keep logs.\n\nb\n").fate(2), Fate::Edited(2));
}

#[test]
fn a_quantile_is_one_of_the_values() {
    assert_eq!(quantile(&mut [], 0.5), 0);
    assert_eq!(quantile(&mut [3], 0.9), 3);
    assert_eq!(quantile(&mut [4, 1, 3, 2], 0.5), 2);
    assert_eq!(quantile(&mut (1..=10).collect::<Vec<_>>(), 0.9), 9);
}

fn shares() -> impl Strategy<Value = Vec<(Share, Share)>> {
    let share = || (0..20usize, 0..20usize).prop_map(|(part, more)| Share::new(part, part + more));
    proptest::collection::vec((share(), share()), 1..20)
}

proptest! {
    #[test]
    fn an_interval_holds_its_share(part in 0..500usize, more in 0..500usize) {
        let share = Share::new(part, part + more);
        let it = share.interval();
        prop_assert!(0.0 <= it.low && it.high <= 1.0);
        prop_assert!(share.all == 0 || it.low <= share.value() + 1e-9 && share.value() <= it.high + 1e-9);
        let larger = Share::new(part * 4, (part + more) * 4).interval();
        prop_assert!(larger.high - larger.low <= it.high - it.low + 1e-9);
    }

    #[test]
    fn a_ratio_turns_around_with_its_shares(changes in shares()) {
        let turned: Vec<_> = changes.iter().map(|(a, b)| (*b, *a)).collect();
        match (ratio(&changes), ratio(&turned)) {
            (Some(one), Some(other)) => {
                prop_assert!(one.interval.low <= one.value && one.value <= one.interval.high);
                prop_assert!((one.value * other.value - 1.0).abs() < 1e-6);
                prop_assert!((one.interval.low * other.interval.high - 1.0).abs() < 1e-6);
            }
            (one, other) => prop_assert!(one.is_none() && other.is_none()),
        }
    }

    #[test]
    fn equal_shares_differ_in_nothing(changes in shares()) {
        let equal: Vec<_> = changes.iter().map(|(a, _)| (*a, *a)).collect();
        if let Some(it) = ratio(&equal) {
            prop_assert!((it.value - 1.0).abs() < 1e-9);
            prop_assert!(it.interval.low <= 1.0 && it.interval.high >= 1.0);
        }
    }

    #[test]
    fn every_line_has_one_fate(before in "([a-c ]{0,4}\n){0,12}", after in "([a-c ]{0,4}\n){0,12}") {
        let compared = Compared::of(&before, &after);
        let count = |text: &str| if text.is_empty() { 0 } else { text.matches('\n').count() as u32 + 1 };
        let old: Vec<&str> = before.split('\n').collect();
        let new: Vec<&str> = after.split('\n').collect();
        let mut seen = std::collections::HashSet::new();
        for line in 0..count(&before) {
            match compared.fate(line) {
                Fate::Kept(to) => {
                    prop_assert!(seen.insert(to) && to < count(&after));
                    prop_assert_eq!(old[line as usize].trim(), new[to as usize].trim());
                }
                Fate::Edited(to) => prop_assert!(seen.insert(to) && compared.added_line(to).is_some()),
                Fate::Gone => {}
            }
        }
    }
}

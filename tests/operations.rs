//! Documents of people who run things: which of them are recognised, and what only looks like one.

use std::sync::LazyLock;

use pingless::config::Policy;
use pingless::lint;
use pingless::rule::Catalog;
use pingless::text::Source;

static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::builtin);

/// The kind that a file is surely of.
fn kind(path: &str, text: &str) -> Option<String> {
    let source = Source::file(path, text.to_owned());
    let checked = lint::check(&source, &CATALOG, &Policy::default());
    checked.recognised.sure().map(str::to_owned)
}

const STEPS: &str = "\n1. Open the console.\n2. Stop the worker:\n\n   ```sh\n   worker stop\n   ```\n\n3. Start it again:\n\n   ```sh\n   worker start\n   ```\n";

#[test]
fn a_folder_is_believed_where_the_text_tells_what_to_do() {
    let table = "# Log retention\n\n| log | days |\n|---|---|\n| access | 30 |\n";
    assert_eq!(kind("runbooks/log-retention.md", table), None);
    assert_eq!(kind("runbooks/worker.md", &format!("# Stuck worker\n{STEPS}")).as_deref(), Some("runbook"));
    assert_eq!(kind("docs/howto/worker.md", &format!("# Workers\n{STEPS}")).as_deref(), Some("how-to"));
    assert_eq!(kind("docs/howto/index.md", &format!("# Workers\n{STEPS}")).as_deref(), Some("index"));
    assert_eq!(kind("docs/howto/faq.md", "# Workers\n\nThey do the work.\n"), None);
}

#[test]
fn a_text_alone_is_known_by_its_outline_or_its_steps() {
    let alert = "# QueueGrows\n\n## Meaning\n\nMore jobs come in than go out.\n\n## Diagnosis\n\nLook at it.\n\n## Mitigation\n\nAdd workers.\n";
    assert_eq!(kind("a.md", alert).as_deref(), Some("runbook"));
    assert_eq!(kind("a.md", &format!("# Restart a worker\n{STEPS}")).as_deref(), Some("how-to"));
    assert_eq!(kind("a.md", &format!("# Workers\n{STEPS}")), None);
    assert_eq!(kind("a.md", "# How to restart a worker?\n\nIt hangs. I ran:\n\n```sh\nworker start\n```\n"), None);
    assert_eq!(kind("README.md", &format!("# Restart a worker\n{STEPS}")).as_deref(), Some("readme"));
}

/// The lengths in minutes by which the rows of a timeline step back.
fn steps_back(rows: &[String]) -> usize {
    let list: String = rows.iter().map(|row| format!("- {row}: something happens\n")).collect();
    let mut source = Source::file("a.md", format!("# Outage on 2026-11-20\n\n## Timeline\n\n{list}"));
    source.kind = Some("postmortem".to_owned());
    let checked = lint::check(&source, &CATALOG, &Policy::default());
    checked.findings.iter().filter(|it| it.rule == "backwards-timeline").count()
}

/// Numbers that look random and are the same each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// A minute of 2026, in one of the forms in which people write it.
fn written(minute: u64, form: u64) -> String {
    let (day, hour, minute) = (minute / 1440, minute / 60 % 24, minute % 60);
    let date = jiff::civil::date(2026, 1, 1).checked_add(jiff::Span::new().days(day as i64)).expect("a day");
    let half = if hour < 12 { "am" } else { "pm" };
    match form {
        0 => format!("{hour:02}:{minute:02}"),
        1 => format!("{}:{minute:02} {half}", (hour + 11) % 12 + 1),
        2 => format!("{date} {hour:02}:{minute:02}"),
        _ => format!("{date}T{hour:02}:{minute:02}:00Z"),
    }
}

#[test]
fn whatever_runs_forwards_is_silent_in_every_form_and_over_midnight() {
    let mut numbers = Numbers(1);
    for round in 0..400 {
        let mut now = numbers.below(300 * 1440);
        // On a clock without a day, more than half a day between two events cannot be told from a step back.
        let longest = if round % 4 < 2 { 12 * 60 } else { 5 * 1440 };
        let count = 2 + numbers.below(9);
        let rows: Vec<String> = (0..count)
            .map(|_| {
                now += numbers.below(longest);
                written(now, round % 4)
            })
            .collect();
        assert_eq!(steps_back(&rows), 0, "{rows:?}");
        // Told from its end it is a log, and no fault either.
        let reversed: Vec<String> = rows.into_iter().rev().collect();
        if reversed.windows(2).all(|it| it[0] != it[1]) && round % 4 > 1 {
            assert_eq!(steps_back(&reversed), 0, "{reversed:?}");
        }
    }
}

#[test]
fn one_event_out_of_order_is_found_in_every_form() {
    let mut numbers = Numbers(2);
    for round in 0..400 {
        // Within one day, so that a clock without a day can tell.
        let mut now = numbers.below(300) * 1440 + numbers.below(600);
        let count = 4 + numbers.below(6);
        let mut minutes: Vec<u64> = (0..count)
            .map(|_| {
                now += 2 + numbers.below(40);
                now
            })
            .collect();
        let at = 1 + numbers.below(count - 2) as usize;
        minutes[at] = minutes[at - 1] - 1;
        let rows: Vec<String> = minutes.iter().map(|minute| written(*minute, round % 4)).collect();
        assert_eq!(steps_back(&rows), 1, "{rows:?}");
    }
}

#[test]
fn what_cannot_be_read_for_certain_is_not_compared() {
    let rows = |text: &str| text.split('|').map(|row| row.trim().to_owned()).collect::<Vec<_>>();
    assert_eq!(steps_back(&rows("10:00 | 10:30 | 10:20 | 10:40")), 1);
    assert_eq!(steps_back(&rows("10:00 | 10:30 | ca. 10:20 | 10:40")), 0, "a rough time");
    assert_eq!(steps_back(&rows("10:00 CET | 10:30 CET | 09:40 UTC | 10:40 CET")), 0, "two zones");
    assert_eq!(steps_back(&rows("20/11 10:00 | 20/11 10:30 | 21/11 10:20 | 21/11 10:40")), 0, "a day in no known form");
    assert_eq!(steps_back(&rows("Mon 10:00 | Mon 10:30 | Tue 10:20 | Tue 10:40")), 0, "another weekday");
    assert_eq!(steps_back(&rows("10:00 | 11:50 | The next day | 9:20 | 9:40")), 0, "a line between them");
    assert_eq!(steps_back(&rows("10:00 | 12:40 | 1:20 | 1:40")), 0, "noon on a clock of twelve hours");
    assert_eq!(steps_back(&rows("22:00 | 23:40 | 00:20 | 00:40")), 0, "midnight");
    assert_eq!(steps_back(&rows("10:40 | 10:30 | 10:20 | 10:25")), 0, "told from its end");
    assert_eq!(steps_back(&rows("10:00 | 10:30 | 10:10 | 10:20 | 10:05 | 10:50 | 10:15")), 0, "several courses");
}

/// What is counted from a timeline: the value of a slot.
fn counted(timeline: &str, slot: &str) -> Option<String> {
    let mut source = Source::file("a.md", format!("# Outage on 2026-11-20\n\n## Timeline\n\n{timeline}"));
    source.kind = Some("postmortem".to_owned());
    let checked = lint::check(&source, &CATALOG, &Policy::default());
    checked.slots.iter().find(|it| it.slot == slot).and_then(|it| it.value.clone())
}

#[test]
fn the_times_to_detect_and_to_restore_are_counted_from_the_first_event() {
    let list = "- 23:50: An empty index is deployed.\n- 00:05: The first customer complains.\n- 00:20: @ada rolls it back.\n- 01:55: Searches work again.\n";
    assert_eq!(counted(list, "time-to-detect").as_deref(), Some("15 min"));
    assert_eq!(counted(list, "time-to-restore").as_deref(), Some("2 h 5 min"));
    let headings = "### 2026-11-20 09:00\n\nPayments start to fail.\n\n### 2026-11-21 10:00\n\nA customer reports it.\n\n### 10:30\n\nPayments work again.\n";
    assert_eq!(counted(headings, "time-to-detect").as_deref(), Some("1 d 1 h"));
    assert_eq!(counted(headings, "time-to-restore").as_deref(), Some("1 d 1 h"));
}

#[test]
fn a_length_that_is_not_told_is_not_counted() {
    let alert_first = "- 09:00: The alert fires.\n- 09:30: Payments work again.\n";
    assert_eq!(counted(alert_first, "time-to-detect"), None, "when it began is not told");
    assert_eq!(
        counted("- 09:00: Payments fail.\n- 09:30: We try to get them back to normal.\n", "time-to-restore"),
        None
    );
    let wrong =
        "- 09:00: Payments fail.\n- 09:30: A customer complains.\n- 09:20: @ada looks.\n- 09:50: They work again.\n";
    assert_eq!(counted(wrong, "time-to-restore"), None, "its times run backwards");
}

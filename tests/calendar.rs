//! The calendar and the clocks as Python knows them: thousands of generated lines, and one child process for each test.
//! Without `python3`, or without its zone data, a test says so and is skipped.

use std::io::Write;
use std::process::{Command, Stdio};

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, date};
use jiff::tz::TimeZone;
use pingless::config::Policy;
use pingless::lint;
use pingless::rule::Catalog;
use pingless::text::Source;
use pingless::words::date::weekday_name;
use pingless::words::time::Window;
use pingless::words::zone::season;

/// The same numbers in every run: a line that fails can be looked at.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len() as u64) as usize]
    }

    fn between(&mut self, from: i64, until: i64) -> i64 {
        from + self.below((until - from + 1) as u64) as i64
    }
}

/// Tests hold back what they print; this is seen.
fn tell(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// What Python answers to each line; nothing where it cannot be asked.
fn python(test: &str, script: &str, lines: &[String]) -> Option<Vec<String>> {
    let child = Command::new("python3")
        .args(["-c", script])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child = match child {
        Ok(child) => child,
        Err(error) => {
            tell(&format!("skipped: {test}: python3 cannot be started: {error}"));
            return None;
        }
    };
    // The script reads everything before it answers: neither side waits for the other.
    let text = lines.join("\n");
    let written = child.stdin.take().map(|mut input| input.write_all(text.as_bytes()));
    let output = child.wait_with_output().expect("python3 ends");
    let error = String::from_utf8_lossy(&output.stderr);
    if error.contains("ZoneInfoNotFoundError") || error.contains("No module named 'zoneinfo'") {
        tell(&format!("skipped: {test}: python3 has no zone data; install `tzdata`"));
        return None;
    }
    assert!(output.status.success() && matches!(written, Some(Ok(()))), "{test}: {error}");
    let answers: Vec<String> = String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect();
    assert_eq!(answers.len(), lines.len(), "{test}: an answer for each line");
    Some(answers)
}

const DAYS: &str = r#"
import sys, datetime, calendar
def answer(year, month, day, weekday):
    names = list(calendar.day_name)
    try:
        date = datetime.date(year, month, day)
    except ValueError:
        last = datetime.date(year, month, calendar.monthrange(year, month)[1])
        beside = [f" {it}-02-29" for it in (year - 1, year + 1) if (month, day) == (2, 29) and calendar.isleap(it)]
        return f"impossible-date there is no such day {last} {last + datetime.timedelta(1)}{beside[0] if beside else ''}"
    if date.weekday() == weekday:
        return ""
    if month <= 2 and (month, day) != (2, 29) and (later := date.replace(year=year + 1)).weekday() == weekday:
        return f"weekday-date-mismatch {date} is a {names[date.weekday()]}; {later}, a year later, is a {names[weekday]}"
    near = next(it for n in (1, -1, 2, -2, 3, -3) if (it := date + datetime.timedelta(n)).weekday() == weekday)
    return f"weekday-date-mismatch {date} is a {names[date.weekday()]}; {names[weekday]} is {near}"
print("\n".join([answer(*map(int, line.split())) for line in sys.stdin.read().split("\n")]))
"#;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day as people write it, whether there is one or not.
fn written(dice: &mut Dice, [year, month, day]: [i64; 3], weekday: &str) -> String {
    let name = MONTHS[month as usize - 1];
    let (short, weekday_short) = (&name[..3], &weekday[..3]);
    match dice.below(7) {
        0 => format!("{weekday} {year}-{month:02}-{day:02}"),
        1 => format!("{year}-{month:02}-{day:02} ({weekday_short})"),
        2 => format!("{weekday}, {name} {day}, {year}"),
        3 => format!("{weekday_short}, {day} {short} {year}"),
        4 => format!("{weekday} the {day}th of {name} {year}"),
        5 => format!("{weekday_short} {year}/{month}/{day}"),
        _ => format!("{short} {day}, {year} ({weekday})"),
    }
}

/// The findings of two rules on a text, each with its line and what it says.
fn found(text: &str) -> Vec<(usize, String)> {
    let checked = lint::check(&Source::unnamed("days.md", text), &Catalog::builtin(), &Policy::default());
    let is_of_calendar = |rule: &str| matches!(rule, "weekday-date-mismatch" | "impossible-date");
    let findings = checked.findings.into_iter().filter(|it| is_of_calendar(&it.rule));
    let mut starts: Vec<usize> = vec![0];
    starts.extend(text.match_indices('\n').map(|(at, _)| at + 1));
    findings
        .map(|it| {
            let line = starts.partition_point(|start| *start <= it.at.span.start) - 1;
            let dates: Vec<String> = match it.rule.as_str() {
                "impossible-date" => it.suggestions.iter().map(|it| it.edits[0].text.clone()).collect(),
                _ => Vec::new(),
            };
            (line, [vec![it.rule, it.at.text], dates].concat().join(" "))
        })
        .collect()
}

#[test]
fn weekdays_and_days_of_no_calendar_are_those_of_python() {
    let mut dice = Dice(1);
    let weekdays: Vec<&str> = (0..7).map(|it| weekday_name(date(2024, 1, 1 + it).weekday())).collect();
    let (mut asked, mut text) = (Vec::new(), String::new());
    for _ in 0..4000 {
        let day = [dice.between(1901, 2098), dice.between(1, 12), dice.between(1, 31)];
        // Half of all weekdays are right, where there is such a day.
        let real = Date::new(day[0] as i16, day[1] as i8, day[2] as i8).ok().filter(|_| dice.below(2) == 0);
        let weekday = real.map_or(dice.below(7) as i8, |it| it.weekday().to_monday_zero_offset());
        asked.push(format!("{} {} {} {weekday}", day[0], day[1], day[2]));
        text.push_str(&format!("The cut-over is on {}.\n\n", written(&mut dice, day, weekdays[weekday as usize])));
    }
    let Some(answers) = python("weekdays", DAYS, &asked) else { return };
    let found = found(&text);
    let lines: Vec<&str> = text.lines().collect();
    let mut at = 0;
    for (index, expected) in answers.iter().enumerate() {
        let line = index * 2;
        let said: Vec<&str> = found[at..].iter().take_while(|it| it.0 == line).map(|it| it.1.as_str()).collect();
        at += said.len();
        let wanted: Vec<&str> = Some(expected.as_str()).filter(|it| !it.is_empty()).into_iter().collect();
        assert_eq!(said, wanted, "{}", lines[line]);
    }
    assert_eq!(at, found.len());
    let count = |rule: &str| answers.iter().filter(|it| it.starts_with(rule)).count();
    assert!(count("weekday") > 1000 && count("impossible") > 30, "the lines hold what they are made for");
}

const SPANS: &str = r#"
import sys, datetime
def answer(line):
    a, b = [datetime.date.fromisoformat(it) for it in line.split()]
    return f"impossible-date {b} is before {a}" if b < a else ""
print("\n".join(map(answer, sys.stdin.read().split("\n"))))
"#;

#[test]
fn spans_that_end_before_they_begin_are_those_of_python() {
    let mut dice = Dice(2);
    let (mut asked, mut text) = (Vec::new(), String::new());
    for _ in 0..2000 {
        let mut day = || date(dice.between(1990, 2040) as i16, dice.between(1, 12) as i8, dice.between(1, 28) as i8);
        let (from, to) = (day(), day());
        let joint = *dice.one(&[" to ", " - ", " \u{2013} ", " until ", " through "]);
        let form = *dice.one(&["%Y-%m-%d", "%B %-d, %Y", "%-d %b %Y"]);
        asked.push(format!("{from} {to}"));
        text.push_str(&format!("The freeze is from {}{joint}{}.\n\n", from.strftime(form), to.strftime(form)));
    }
    let Some(answers) = python("spans", SPANS, &asked) else { return };
    let wanted: Vec<(usize, String)> =
        answers.into_iter().enumerate().filter(|(_, it)| !it.is_empty()).map(|(at, it)| (at * 2, it)).collect();
    assert!(wanted.len() > 500);
    assert_eq!(found(&text), wanted);
}

/// Zones with clocks that change at midnight, by half an hour, backwards in winter, and by a whole day.
const ZONES: &[&str] = &[
    "UTC",
    "America/New_York",
    "America/Los_Angeles",
    "America/St_Johns",
    "America/Havana",
    "America/Sao_Paulo",
    "America/Phoenix",
    "Europe/London",
    "Europe/Berlin",
    "Europe/Dublin",
    "Europe/Helsinki",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Asia/Tehran",
    "Asia/Beirut",
    "Asia/Tokyo",
    "Australia/Lord_Howe",
    "Australia/Sydney",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "Pacific/Apia",
    "Pacific/Kiritimati",
];

const INSTANTS: &str = r#"
import sys, datetime, zoneinfo
zones = {}
def instants(zone, text):
    civil = datetime.datetime.fromisoformat(text).replace(tzinfo=zone)
    return [int((civil.replace(fold=fold) - civil.replace(fold=fold).utcoffset()).replace(tzinfo=datetime.timezone.utc).timestamp())
            for fold in (0, 1)]
def answer(line):
    name, start, end = line.split()
    zone = zones.setdefault(name, zoneinfo.ZoneInfo(name))
    return f"{min(instants(zone, start))} {max(instants(zone, end))}"
print("\n".join(map(answer, sys.stdin.read().split("\n"))))
"#;

/// Changes of a zone's clocks, as its own data tells them: hours beside them are where mistakes live.
fn changes(zone: &TimeZone) -> Vec<DateTime> {
    let start: Timestamp = "1990-01-01T00:00:00Z".parse().expect("an instant");
    let end: Timestamp = "2030-01-01T00:00:00Z".parse().expect("an instant");
    let all = zone.following(start).take_while(|it| it.timestamp() < end);
    all.map(|it| it.timestamp().to_zoned(zone.clone()).datetime()).collect()
}

#[test]
fn days_and_times_are_the_instants_of_python_beside_changes_of_clocks_too() {
    let mut dice = Dice(3);
    let (mut asked, mut windows) = (Vec::new(), Vec::new());
    for name in ZONES {
        let zone = TimeZone::get(name).expect("a zone of every zone database");
        let changes = changes(&zone);
        for round in 0..300 {
            let far = date(dice.between(1990, 2029) as i16, dice.between(1, 12) as i8, dice.between(1, 28) as i8);
            let near = changes.get(dice.below(changes.len().max(1) as u64) as usize).copied();
            let far = far.at(dice.below(24) as i8, dice.below(60) as i8, 0, 0);
            let civil = match near.filter(|_| round % 4 != 0) {
                Some(change) => {
                    let minutes = jiff::Span::new().minutes(dice.between(-180, 180));
                    change.checked_add(minutes).expect("a time").with().second(0).build().expect("a time")
                }
                None => far,
            };
            let window = match round % 3 {
                0 => {
                    let day = civil.date();
                    let midnight = |day: Date| day.at(0, 0, 0, 0);
                    Window { from: midnight(day), until: midnight(day.tomorrow().expect("a day")) }
                }
                _ => Window::at(civil),
            };
            asked.push(format!("{name} {} {}", window.from, window.until));
            windows.push((zone.clone(), window));
        }
    }
    let Some(answers) = python("instants", INSTANTS, &asked) else { return };
    let mut open = 0;
    for ((line, answer), (zone, window)) in asked.iter().zip(&answers).zip(&windows) {
        let interval = window.in_zone(zone).expect("an interval");
        let said = format!("{} {}", interval.earliest.as_second(), interval.latest.as_second());
        assert_eq!(&said, answer, "{line}");
        open += usize::from(window.from == window.until && !interval.is_moment());
    }
    assert!(open > 300, "gaps and folds are among them: {open}");
}

const SEASONS: &str = r#"
import sys, datetime, zoneinfo
zones = {}
def answer(line):
    day, name, written = line.split()
    zone = zones.setdefault(name, zoneinfo.ZoneInfo(name))
    at = [datetime.datetime.fromisoformat(f"{day}T{hour:02}:00").replace(tzinfo=zone) for hour in (0, 23)]
    first, last = [int(it.utcoffset().total_seconds() // 60) for it in at]
    return f"{at[0].tzname()} {first}" if first == last and first != int(written) else ""
print("\n".join(map(answer, sys.stdin.read().split("\n"))))
"#;

#[test]
fn abbreviations_belong_to_the_half_of_the_year_that_python_says() {
    const SEASONAL: &[(&str, &str, i32)] = &[
        ("EST", "America/New_York", -300),
        ("EDT", "America/New_York", -240),
        ("CDT", "America/Chicago", -300),
        ("MDT", "America/Denver", -360),
        ("PST", "America/Los_Angeles", -480),
        ("PDT", "America/Los_Angeles", -420),
        ("BST", "Europe/London", 60),
        ("CET", "Europe/Berlin", 60),
        ("CEST", "Europe/Berlin", 120),
        ("EEST", "Europe/Helsinki", 180),
        ("AEDT", "Australia/Sydney", 660),
        ("NZST", "Pacific/Auckland", 720),
        ("NZDT", "Pacific/Auckland", 780),
    ];
    let mut dice = Dice(4);
    let mut asked = Vec::new();
    let mut days = Vec::new();
    for (name, zone, minutes) in SEASONAL {
        for _ in 0..400 {
            let day = date(dice.between(1996, 2029) as i16, dice.between(1, 12) as i8, dice.between(1, 28) as i8);
            asked.push(format!("{day} {zone} {minutes}"));
            days.push((*name, day));
        }
    }
    let Some(answers) = python("seasons", SEASONS, &asked) else { return };
    for ((answer, line), (name, day)) in answers.iter().zip(&asked).zip(days) {
        let said = season::off_season(name, day).map_or(String::new(), |it| format!("{} {}", it.in_force, it.offset));
        assert_eq!(&said, answer, "{name} {line}");
    }
    assert!(answers.iter().filter(|it| !it.is_empty()).count() > 1500);
}

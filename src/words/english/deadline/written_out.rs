//! A date in the place of a day that is counted from the day of writing, as it reads in a sentence. Knows words, not what
//! dates a text.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;

use super::preposition::before_date;
use crate::words::case;
use crate::words::date;
use crate::words::list::is_among;
use crate::words::month;
use crate::words::near;
use crate::words::pattern::Pattern;
use crate::words::zone::named;

/// The date in the place of a day, with what belongs to it, as it reads in a sentence; nothing where it would be no
/// English: "Friday or Saturday", "the following Monday", "Thursday afternoons".
pub fn of(text: &str, day: &Range<usize>, date: Date) -> Option<(Range<usize>, String)> {
    let (before, after) = (&text[..day.start], &text[day.end..]);
    let last = last_word(before).to_lowercase();
    let goes_on = [
        " or ",
        " and ",
        "/",
        "-",
        " - ",
        "\u{2013}",
        " \u{2013} ",
        "\u{2014}",
        " to ",
        " through ",
        " late ",
        " early ",
        " mid",
    ]
    .iter()
    .any(|it| after.starts_with(it));
    let is_one_of_two = matches!(last.as_str(), "or" | "and" | "either" | "both" | "to" | "-");
    if is_owner(after)
        || is_shortened(&text[day.clone()], after)
        || is_told_behind(after)
        || case::begins(&text[day.clone()], "the ")
        || is_name(before)
        || is_qualified(before, after)
        || is_one_of_two && names_day(before)
        || matches!(last.as_str(), "following" | "in" | "into" | "the" | "upcoming" | "coming" | "our")
        || !ends_clause(before, after)
        || goes_on && names_day(after)
    {
        return None;
    }
    let preposition = before_date(before, after);
    for part in ["morning", "afternoon", "evening", "night"] {
        let Some(rest) = after.strip_prefix(' ').and_then(|it| it.strip_prefix(part)) else { continue };
        if rest.starts_with(char::is_alphanumeric) {
            return None;
        }
        // "The demo is Friday afternoon."
        let preposition = if matches!(last.as_str(), "is" | "be" | "was") { "on " } else { preposition };
        return Some((day.start..text.len() - rest.len(), format!("{preposition}the {part} of {date}")));
    }
    Some((day.clone(), format!("{preposition}{date}")))
}

/// "Thurs. at noon": the dot belongs to the day.
fn is_shortened(day: &str, after: &str) -> bool {
    let last = day.rsplit(' ').next().unwrap_or_default();
    let is_weekday = !last.to_lowercase().ends_with("day") && date::weekday_named(&last.to_lowercase()).is_some();
    is_weekday && after.starts_with('.') && !after.trim_end_matches([' ', '\n']).eq(".")
}

/// "Friday (8/5)", "Friday (August 5)": which one it is stands behind it.
fn is_told_behind(after: &str) -> bool {
    let Some(inside) = after.trim_start_matches(['.', ',', ' ']).strip_prefix('(') else { return false };
    let word = inside.split(|it: char| !it.is_alphanumeric()).next().unwrap_or_default();
    inside.starts_with(|it: char| it.is_ascii_digit()) || date::month(word).is_some()
}

fn last_word(before: &str) -> &str {
    before.trim_end().rsplit([' ', '(']).next().unwrap_or_default()
}

/// Whether a day or a part of one stands close by.
fn names_day(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "day",
        "tomorrow",
        "today",
        "tonight",
        "morning",
        "afternoon",
        "evening",
        "night",
        "week",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
    ];
    let words: Vec<&str> = text.split(|it: char| !it.is_alphabetic()).filter(|it| !it.is_empty()).collect();
    let near = |it: &&&str| WORDS.iter().any(|word| it.to_lowercase().trim_end_matches('s').ends_with(word));
    words.iter().take(3).any(|it| near(&it)) || words.iter().rev().take(4).any(|it| near(&it))
}

/// Whether what follows a day leaves it one: the end of the clause, a preposition, an hour or a part of the day. "The Friday
/// build", "Friday Okoro", "Monday next" and "Friday, the 6th" are something else.
fn ends_clause(before: &str, after: &str) -> bool {
    const GOES_ON: &str = "about after and around as at because before but by during for from if in of on or since so that then through \
        till to unless until via when where whether which while with without morning afternoon evening night noon midnight \
        latest please ideally hopefully probably maybe eod eob cob";
    const SUBJECTS: &str = "i you he she it we they there";
    let is_numbered = || {
        let mut words = after.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).take(4);
        words.any(is_ordinal)
    };
    // "On Friday, 11 September", and "on Friday," at the end of a paragraph.
    let behind = after.trim_start_matches([',', '.', ' ']);
    let is_open = after.trim() == "," || behind.starts_with(|it: char| it.is_ascii_digit()) && !is_hour(behind);
    let Some(rest) = after.strip_prefix(' ') else { return !is_open && !is_numbered() };
    let word = rest.split(|it: char| !it.is_alphanumeric()).next().unwrap_or_default();
    let lower = word.to_lowercase();
    let is_capital = word.starts_with(char::is_uppercase) && word.chars().nth(1).is_some_and(char::is_lowercase);
    let is_led = || before.trim().is_empty() && is_among(SUBJECTS, &lower);
    let is_mark = word.is_empty() && rest.starts_with(['(', '|', ':', '-', '\u{2013}', '\u{2014}', '@', '/', '&', '+']);
    (is_mark || !is_capital && is_among(GOES_ON, &lower) || is_led() || is_hour(rest)) && !is_numbered()
}

/// Whether a range of a sentence can be written over where it stands in its text: no mark of emphasis begins or ends inside of
/// it, and its date does not come next, in a paragraph of its own: "on Thursday", and below it "19th March".
pub fn is_apart((said, range): (&str, &Range<usize>), (text, place): (&str, Range<usize>)) -> bool {
    let next = near::ahead(&text[place.end..]).trim_start();
    let is_dated = || {
        let is_ordinal = next.split_whitespace().next().is_some_and(is_ordinal);
        is_ordinal || date::mentions(next).first().is_some_and(|it| it.range.start == 0)
    };
    let is_whole = text[place].split_whitespace().eq(said[range.clone()].split_whitespace());
    is_whole && !(said[range.end..].trim().is_empty() && next.starts_with(|it: char| it.is_ascii_digit()) && is_dated())
}

/// "6th", as the day of a month.
fn is_ordinal(word: &str) -> bool {
    let digits = word.trim_end_matches(|it: char| it.is_ascii_alphabetic());
    !digits.is_empty()
        && digits.bytes().all(|it| it.is_ascii_digit())
        && matches!(&word[digits.len()..], "st" | "nd" | "rd" | "th")
}

/// "5pm", "10:30", "9 a.m."
fn is_hour(text: &str) -> bool {
    let rest = text.trim_start_matches(|it: char| it.is_ascii_digit());
    let digits = text.len() - rest.len();
    let is_clock = rest.strip_prefix([':', '.', 'h']).is_some_and(|it| it.starts_with(|it: char| it.is_ascii_digit()));
    let half = rest.trim_start().get(..2).unwrap_or_default().to_lowercase();
    (1..=2).contains(&digits) && (is_clock || matches!(half.as_str(), "am" | "pm" | "a." | "p."))
}

/// "Tomorrow's call": a date in its place would be no English.
fn is_owner(after: &str) -> bool {
    after.starts_with("'s") || after.starts_with("\u{2019}s")
}

/// "Black Friday", "Easter Monday": a day of its own, in each year another.
pub fn is_name(before: &str) -> bool {
    let last = last_word(before);
    is_among(
        "black good easter cyber patch giving super ash shrove palm whit fat holy maundy election boxing",
        &last.to_lowercase(),
    ) && last.starts_with(char::is_uppercase)
}

/// "Friday week", "a week tomorrow", "Friday after next", "Friday, two weeks from now": another day than the next one of its name.
pub fn is_qualified(before: &str, after: &str) -> bool {
    static BEHIND: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(&format!(
            r"(?i)^,? ?(?:(?:in |of |the )?(?:\w+ ){{0,2}}(?:weeks?|fortnights?|months?|sprint|quarter)(?-u:\b)|(?:after|before) (?:next|last)(?-u:\b)|in (?:{})(?-u:\b))",
            month::NAMES.join("|")
        ))
    });
    static BEFORE: LazyLock<Pattern> =
        LazyLock::new(|| Pattern::new(r"(?i)(?-u:\b)(?:weeks?|fortnight|months?)(?: from| after| on)? $"));
    BEHIND.is_match(after) || BEFORE.is_match(before)
}

/// Whether nothing else in its sentence says when: another day, a date or a zone may be what it is counted from.
pub fn is_plain(text: &str, day: &Range<usize>) -> bool {
    let others = [&text[..day.start], &text[day.end..]];
    !date::has_date(text)
        && !named::has(text)
        && !others.iter().any(|part| {
            let mut words = part.split(|it: char| !it.is_alphabetic()).filter(|it| !it.is_empty());
            words.any(|it| is_of_calendar(&it.to_lowercase()))
        })
}

/// Whether a word names a day, or a stretch of days: "Friday", "tomorrow", "fortnight", "December".
fn is_of_calendar(word: &str) -> bool {
    const STRETCHES: &str = "today tomorrow yesterday tonight week weeks weekend fortnight month months quarter year years sprint \
        last next previous following";
    is_among(STRETCHES, word) || word.len() > 3 && (date::weekday_named(word).is_some() || month::NAMES.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::{is_plain, of};
    use jiff::civil::date;

    fn written(text: &str, day: &str) -> Option<String> {
        let start = text.find(day).expect("it names the day");
        of(text, &(start..start + day.len()), date(2026, 11, 20))
            .map(|(range, words)| format!("{}{words}{}", &text[..range.start], &text[range.end..]))
    }

    fn is_alone(text: &str, day: &str) -> bool {
        let start = text.find(day).expect("it names the day");
        is_plain(text, &(start..start + day.len()))
    }

    #[test]
    fn a_date_reads_like_the_day_it_stands_for() {
        assert_eq!(written("Ada will ship it Friday.", "Friday").as_deref(), Some("Ada will ship it on 2026-11-20."));
        assert_eq!(written("Ship it by Friday.", "Friday").as_deref(), Some("Ship it by 2026-11-20."));
        let of_part = written("The demo is Friday afternoon.", "Friday");
        assert_eq!(of_part.as_deref(), Some("The demo is on the afternoon of 2026-11-20."));
        assert_eq!(written("Friday we will land it.", "Friday").as_deref(), Some("On 2026-11-20 we will land it."));
        assert_eq!(written("Friday", "Friday").as_deref(), Some("2026-11-20"));
        let behind_dots = written("Ada sends the time...by tomorrow", "tomorrow");
        assert_eq!(behind_dots.as_deref(), Some("Ada sends the time...by 2026-11-20"));
        let at_hour = written("Ada will ship it Friday 5pm.", "Friday");
        assert_eq!(at_hour.as_deref(), Some("Ada will ship it on 2026-11-20 5pm."));
        let is_kept = |text: &str| written(text, "Friday").is_some();
        assert!(
            is_kept("Ship it by Friday so that it is out.")
                && is_kept("Ship it by Friday (or so).")
                && is_kept("Ship it Friday | Ann")
        );
        for (text, day) in [
            ("Ada will ship it on Black Friday.", "Friday"),
            ("Ada will ship it Monday\u{2013}Tuesday.", "Monday"),
            ("Ada will ship it Monday through Tuesday.", "Monday"),
            ("Ada will ship it Friday in two weeks.", "Friday"),
            ("Ada will ship it Friday week.", "Friday"),
            ("Ada will ship it a week tomorrow.", "tomorrow"),
            ("Ada will ship it Friday after next.", "Friday"),
            ("Ada will ship it Friday, two weeks from now.", "Friday"),
            ("Ada will ship it Friday in December.", "Friday"),
            ("Ada will send it by the Friday deadline.", "Friday"),
            ("A decision on Monday LTS/Release meeting.", "Monday"),
            ("A decision on upcoming Monday.", "Monday"),
            ("Ada will mend the Friday build.", "Friday"),
            ("Ada will mend Sunday opening.", "Sunday"),
            ("Talk to Friday Okoro about it.", "Friday"),
            ("Send it to Friday Inc.", "Friday"),
            ("The tenants moved in Friday evening.", "Friday"),
            ("The tenants moved in Friday.", "Friday"),
            ("Ada will ship Friday the report.", "Friday"),
            ("Ada will ship it on Friday - the 6th.", "Friday"),
            ("Ada will ship it on Friday, 6th of the month.", "Friday"),
            ("Ada will ship it on Friday 17\u{201d} of the month.", "Friday"),
            ("It meets Monday next for that.", "Monday"),
            ("The next call is this Thurs. (8/5) at one.", "this Thurs"),
            ("The next call is on Fri. at one.", "Fri"),
            ("Ada will ship it on Friday (August 5).", "Friday"),
            ("It is on Wednesday, 14\u{201d} of the month.", "Wednesday"),
            ("It will be held on Thursday,", "Thursday"),
            ("They stay until the Monday morning.", "the Monday"),
        ] {
            assert_eq!(written(text, day), None, "{text}");
        }
    }

    #[test]
    fn a_sentence_with_another_day_is_not_plain() {
        assert!(is_alone("Ada will ship it tomorrow.", "tomorrow"));
        assert!(!is_alone("On 2026-11-10 Bo wrote that Ada will ship it tomorrow.", "tomorrow"));
        assert!(!is_alone("Ada will ship it tomorrow, Thursday.", "tomorrow"));
        assert!(!is_alone("Last Friday Ada said that she will ship it tomorrow.", "tomorrow"));
        assert!(!is_alone("Ada will ship it Friday 22:00 PT.", "Friday"));
    }
}

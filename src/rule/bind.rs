//! Binds a page to what it checks, and says where it cannot be bound.

use super::form;
use super::head::{AsksOf, Words};
use super::needs;
use super::page::KINDS;
use super::phrases::{self, PhraseCheck};
use super::{Check, Head, KindPage, Mistake, Ours, Page, Rule, Told};
use crate::checks::{self, Native};
use crate::finding::{Confidence, Level};
use crate::later::{later, made};

use std::sync::Arc;

/// Before a kind, it leaves that kind out.
const BUT: char = '!';

/// Before a kind, it is doubted there.
const DOUBT: char = '?';

/// Instead of kinds it is doubted in: everywhere.
const DOUBTED: &str = "?all";

/// What a page gives: its rules, and its kind if it defines one.
pub struct Bound {
    pub rules: Vec<Rule>,
    pub kind: Option<KindPage>,
}

/// Binds page number `index`. If it is one of ours, its definition was read before, into JSON, and our tests prove that it is
/// complete; a user's page can only be data.
pub fn bind(page: &Page, index: usize, ours: Option<&'static Ours>) -> Result<Bound, Mistake> {
    let is_builtin = ours.is_some();
    let head = match ours {
        Some(ours) => ours.head(),
        None => {
            let head = form::head(page)?;
            complete(page, &head, false)?;
            head
        }
    };
    if page.group == KINDS {
        let (kind, rules) = needs::kind(page, index, head, ours)?;
        return Ok(Bound { rules, kind: Some(kind) });
    }
    let told = match ours {
        Some(ours) => later(move || Told::of(ours.told(), String::new)),
        None => made(Told::of(head.told(), String::new)),
    };
    let check = check(page, &head, is_builtin)?;
    let (everywhere, named): (Words, Words) = head.kinds.iter().cloned().partition(|it| it == DOUBTED);
    let is_doubted = !everywhere.is_empty();
    let (but, doubted_in) = (behind(&named, BUT), behind(&named, DOUBT));
    let kinds = looked_at(&named);
    if !but.is_empty() && !kinds.is_empty() {
        let help = "name the kinds that it looks at, or with a `!` those that it leaves out; a `?` is for those in which only `--pedantic` shows it";
        return Err(Mistake::about(page, "kinds", "some kinds are named, and some are left out", help));
    }
    if ours.is_none()
        && let Some(missing) = form::missing(page)
    {
        return Err(missing);
    }
    let rule = Rule {
        id: page.id.clone(),
        group: page.group.clone(),
        page: index,
        level: head.level.unwrap_or(Level::Warn),
        kinds,
        but,
        doubted_in,
        confidence: if is_doubted { Confidence::Medium } else { Confidence::High },
        told: Arc::new(told),
        preview: head.preview,
        asks_of: AsksOf::said(&head.is, &page.group),
        is_builtin,
        check,
    };
    Ok(Bound { rules: vec![rule], kind: None })
}

/// The kinds that stand behind a mark.
fn behind(marked: &Words, mark: char) -> Words {
    marked.iter().filter_map(|it| it.strip_prefix(mark)).map(|it| it.to_owned().into()).collect()
}

/// The kinds that are named, those in which it is doubted among them; none where only marks are named.
fn looked_at(named: &Words) -> Words {
    if named.iter().all(|it| it.starts_with([BUT, DOUBT])) {
        return Words::new();
    }
    let kinds = named.iter().filter(|it| !it.starts_with(BUT));
    kinds.map(|it| it.trim_start_matches(DOUBT).to_owned().into()).collect()
}

/// What finds the faults of a rule's page.
fn check(page: &Page, head: &Head, is_builtin: bool) -> Result<Check, Mistake> {
    Ok(match (&head.phrases, checks::named(&page.id)) {
        (Some(head), _) => {
            phrases::complete(page, head)?;
            Check::Phrases(Box::new(PhraseCheck::new(head)))
        }
        (None, None) if !head.absent.is_empty() && !head.kinds.is_empty() => Check::Absent(head.absent.clone()),
        (None, Some(Native::Document(check))) if is_builtin => Check::Document(check),
        (None, Some(Native::Seated(check))) if is_builtin => Check::Seated(check),
        (None, Some(Native::Change(check))) if is_builtin => Check::Change(check),
        (None, Some(Native::Edit(check))) if is_builtin => Check::Edit(check),
        (None, Some(Native::Tree(check))) if is_builtin => Check::Tree(check),
        (None, Some(Native::Corpus(check))) if is_builtin => Check::Corpus(check),
        (None, Some(Native::Thread(check))) if is_builtin => Check::Thread(check),
        (None, Some(Native::Template(check))) if is_builtin => Check::Template(check),
        (None, Some(Native::Ineffective)) if is_builtin => Check::Ineffective,
        (None, Some(Native::Unused)) if is_builtin => Check::Unused,
        (None, Some(Native::Questions)) if is_builtin => Check::Questions,
        _ => {
            return Err(Mistake::about(
                page,
                "summary",
                "this page checks nothing",
                "give it `phrases`, as `pingless new --rule my-rule` prints them, or `needs` in `document/`",
            ));
        }
    })
}

/// What every page must have, and what only some may have. Its examples are asked for where they are run.
pub fn complete(page: &Page, head: &Head, is_builtin: bool) -> Result<(), Mistake> {
    let misplaced = if page.group == KINDS { of_rules(head) } else { of_kinds(head) };
    if let Some((key, whose, cure)) = misplaced {
        return Err(Mistake::about(page, &format!("{key}:"), &format!("`{key}` belongs to {whose}"), cure));
    }
    if is_builtin && head.since.is_empty() {
        return Err(Mistake::about(page, "summary", "the page has no `since`", "name the version that it ships in"));
    }
    if is_builtin && head.preview && head.since == "0.1.0" {
        return Err(Mistake::about(
            page,
            "preview",
            "nothing of 0.1.0 is preview",
            "measure it, and set its level by what you see",
        ));
    }
    Ok(())
}

/// The first key of a definition that says nothing in the page of a rule: whose it is, and the cure.
type Misplaced = Option<(&'static str, &'static str, &'static str)>;

fn of_kinds(head: &Head) -> Misplaced {
    let keys = [
        (!head.needs.is_empty(), "needs"),
        (head.recognise.is_some(), "recognise"),
        (!head.is.iter().all(|it| it.is_of_rule()), "is"),
    ];
    let used = keys.into_iter().find(|(is_used, _)| *is_used);
    used.map(|(_, key)| (key, "a kind of document", "move the page to `document/`"))
}

/// The first key that says nothing in the page of a kind.
fn of_rules(head: &Head) -> Misplaced {
    const OF_NEED: &str = "say it of each of its `needs`, which are its rules";
    const OF_PAGE: &str = "take it out; a rule has a page of its own, beside `document/`";
    let keys = [
        (head.phrases.is_some(), "phrases", "give them a page of their own, beside `document/`"),
        (head.question.is_some(), "question", OF_NEED),
        (head.level.is_some(), "level", OF_NEED),
        (head.help.is_some(), "help", OF_NEED),
        (!head.kinds.is_empty(), "kinds", OF_PAGE),
        (!head.absent.is_empty(), "absent", OF_PAGE),
        (head.preview, "preview", OF_PAGE),
        (head.is.iter().any(|it| it.is_of_rule()), "is", OF_PAGE),
    ];
    let used = keys.into_iter().find(|(is_used, ..)| *is_used);
    used.map(|(_, key, cure)| (key, "the page of a rule", cure))
}

#[cfg(test)]
mod tests {
    use crate::rule::Catalog;

    const EXAMPLES: &str = "\n\nWhy.\n\n````md bad\nIt is bad.\n````\n\n````md good\nIt is good.\n````\n";

    /// What is said of a page, and where in its text.
    fn told(path: &str, definition: &str) -> Option<(String, String)> {
        let text = format!("---\nsummary: it is bad\n{definition}\n---{EXAMPLES}");
        let mistakes = Catalog::with_user_pages(&[(path.to_owned(), text.clone())]).err()?;
        let it = mistakes.first()?;
        Some((it.message.clone(), it.at.span.of(&text).to_owned()))
    }

    #[track_caller]
    fn check(path: &str, definition: &str, message: &str, place: &str) {
        let found = told(path, definition).unwrap_or_else(|| panic!("nothing is said of {definition}"));
        assert_eq!(found, (message.to_owned(), place.to_owned()), "{definition}");
    }

    #[test]
    fn a_phrase_is_what_can_stand_in_a_text() {
        let any =
            |list: &str| format!("question: Why?\nlevel: warn\n# \"*\" is none\nphrases: {{label: here, any: {list}}}");
        let check = |list: &str, message: &str, place: &str| check("rules/own/a-rule.md", &any(list), message, place);
        check("[]", "`any` lists no phrase", "any:");
        check("[bad, \"\"]", "this phrase begins with nothing", "\"\"");
        check("[\"*\"]", "this phrase begins with nothing", "*");
        check("[\"shape:date\"]", "`shape:date` is no phrase", "shape:date");
        for list in ["[bad]", "[\"bad*\", \"C++\", \"#help\", \"???\", \"\u{1f440}\"]"] {
            assert_eq!(told("rules/own/a-rule.md", &any(list)), None, "{list}");
        }
    }

    #[test]
    fn a_kind_says_of_its_needs_what_can_be_asked() {
        const KIND: &str = "rules/document/vendor-review.md";
        let check = |definition: &str, message: &str, place: &str| check(KIND, definition, message, place);
        let never = "the need `exit` has no `summary`, and is never asked by itself";
        check("needs: {exit: {question: How?, level: warn, phrases: [leave]}}", never, "exit");
        check("needs: {exit: {question: How?, confidence: high, phrases: [leave]}}", never, "exit");
        let itself = "the need `cost` waits for itself";
        check("needs: {cost: {summary: s, question: How?, given: [cost], phrases: [EUR]}}", itself, "cost");
        check("level: warn\nneeds: {}", "`level` belongs to the page of a rule", "level:");
        check("question: Why?", "`question` belongs to the page of a rule", "question:");
        check("kinds: [adr]", "`kinds` belongs to the page of a rule", "kinds:");
        check("is: [plan]", "`is` belongs to the page of a rule", "is:");
        check("recognise: {titles: [\"\"]}", "this phrase begins with nothing", "\"\"");
        check("recognise: {titles: [\"as*ap\"]}", "a `*` stands at the end of a word", "as*ap");
        // Its word may stand before its key.
        let twice = "recognise: {headings: [exit]}\nneeds:\n  exit:\n    question: How?\n    level: warn";
        check(twice, never, "exit");
        let text = format!("---\nsummary: it is bad\n{twice}\n---{EXAMPLES}");
        let mistakes = Catalog::with_user_pages(&[(KIND.to_owned(), text.clone())]).expect_err("a mistake");
        assert!(text[..mistakes[0].at.span.start].ends_with("needs:\n  "), "{mistakes:?}");
        for name in ["Renewal date", "renewal_date", "1", "\"\""] {
            let definition = format!("needs:\n  {name}:\n    question: How?\n    phrases: [leave]");
            check(&definition, &format!("`{}` is no name of a need", name.trim_matches('"')), name);
        }
        let contract_alone = "needs: {exit: {question: How?, phrases: [leave]}}";
        assert_eq!(told(KIND, contract_alone), None);
    }
    #[test]
    fn a_page_is_not_called_as_what_means_many() {
        let phrases = "question: Why?\nlevel: warn\nphrases: {label: here, any: [bad]}";
        for (path, message) in [
            ("rules/own/when.md", "`when` is the name of a group of rules"),
            ("rules/document/who.md", "`who` is the name of a group of rules"),
            ("rules/own/own.md", "`own` is the name of a group of rules"),
            ("rules/own/all.md", "`all` means something else wherever rules or kinds are named"),
            ("rules/own/none.md", "`none` means something else wherever rules or kinds are named"),
        ] {
            let definition = if path.contains("document") { "needs: {}" } else { phrases };
            assert_eq!(told(path, definition).map(|it| it.0).as_deref(), Some(message), "{path}");
        }
    }

    #[test]
    fn what_is_told_stands_on_one_line() {
        let text = format!(
            "---\nsummary: |\n  it is bad\n  and long\nquestion: >\n  Why?\nlevel: warn\n\
             phrases: {{label: here, any: [bad]}}\n---{EXAMPLES}"
        );
        let catalog = Catalog::with_user_pages(&[("rules/own/a-rule.md".to_owned(), text)]).expect("a page");
        let told = &catalog.rule("a-rule").expect("it is there").told;
        assert_eq!((&*told.summary, &*told.question), ("it is bad and long", "Why?"));
    }
}

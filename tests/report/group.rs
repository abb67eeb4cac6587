//! Many findings that say the same are drawn as one, and counted each.

use pingless::config::Policy;
use pingless::lint;
use pingless::report::cap::Cap;
use pingless::report::{Format, Look, human};
use pingless::rule::Catalog;
use pingless::settle::Report;
use pingless::text::Source;

use crate::report_text;

fn minutes(actions: usize) -> Report {
    let items: String = (0..actions).map(|number| format!("- Write part {number} of the plan\n")).collect();
    let text = format!("# Storage meeting, 2026-11-20\n\nPresent: Ada, Bo\n\n## Action items\n\n{items}");
    let source = Source::unnamed("meetings/2026-11-20.md", text);
    let checked = lint::check(&source, &Catalog::builtin(), &Policy::default());
    Report { documents: vec![checked], ..Report::default() }
}

#[test]
fn what_says_the_same_of_many_places_is_drawn_once() {
    for (actions, drawn, told) in [(3, 3, false), (4, 1, true), (30, 1, true)] {
        let report = minutes(actions);
        let found = report.findings().filter(|(_, it)| it.rule == "unowned-action").count();
        assert_eq!(found, actions);
        assert_eq!(
            report_text(&report, &Catalog::builtin(), Format::Concise).matches("[unowned-action]").count(),
            actions
        );
        let text = human::print(&report, &Catalog::builtin(), &Look::plain(Cap::NONE));
        assert_eq!(text.matches("[unowned-action]").count(), drawn, "{text}");
        assert_eq!(text.contains(&format!("({actions} places)")), told, "{text}");
    }
}

#[test]
fn a_rule_is_a_link_where_the_terminal_follows_links() {
    let catalog = Catalog::builtin();
    let report = minutes(1);
    let look = Look { color: true, links: true, ..Look::plain(Cap::NONE) };
    let text = human::print(&report, &catalog, &look);
    let link = "warning[\u{1b}]8;;https://github.com/pingless/pingless/blob/main/rules/who/unowned-action.md\u{1b}\\\
                unowned-action\u{1b}]8;;\u{1b}\\]";
    assert!(text.contains(link), "{text:?}");
    let plain = human::print(&report, &catalog, &Look { links: false, ..look });
    assert!(!plain.contains("\u{1b}]8"), "{plain:?}");
    assert_eq!(text.replace(link, "warning[unowned-action]"), plain);
}

#[test]
fn what_the_actions_of_minutes_lack_is_one_entry() {
    let text = "# Storage meeting, 2026-11-20\n\nPresent: Ada, Bo\n\n## Action items\n\n- Write the plan\n- Ada will call the shop\n- Move the disks\n";
    let source = Source::unnamed("meetings/2026-11-20.md", text.to_owned());
    let checked = lint::check(&source, &Catalog::builtin(), &Policy::default());
    let report = Report { documents: vec![checked], ..Report::default() };
    assert_eq!(report_text(&report, &Catalog::builtin(), Format::Concise).matches("-action]").count(), 3);
    let shown = human::print(&report, &Catalog::builtin(), &Look::plain(Cap::NONE));
    assert!(shown.contains("3 actions wait for a name or a day (unowned-action 2, undated-action 1)"), "{shown}");
    assert_eq!(shown.matches("asks: Who does each of these, and by when?").count(), 1, "{shown}");
}

//! Documents of people who run things: which of them are recognised, and what only looks like one.

use pingless::config::Policy;
use pingless::lint;
use pingless::rule::Catalog;
use pingless::text::Source;

/// The kind that a file is surely of.
fn kind(path: &str, text: &str) -> Option<String> {
    let source = Source::file(path, text.to_owned());
    let checked = lint::check(&source, &Catalog::builtin(), &Policy::default());
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

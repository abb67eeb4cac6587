//! What patterns are made of is known when the program is built: a pattern that is not in `expressions.json` is compiled in
//! every run, which takes longer than to read a message.
//! `SNAPSHOTS=overwrite cargo test --test patterns` writes the list anew.

#[path = "ast/texts.rs"]
#[allow(dead_code, reason = "others read the files, too")]
mod texts;

use std::path::Path;
use std::{env, fs};

use pingless::config::Policy;
use pingless::lint;
use pingless::rule::Catalog;
use pingless::text::Source;
use pingless::words::pattern;

#[test]
fn the_list_holds_every_expression_and_no_other() {
    let catalog = Catalog::builtin();
    let policy = Policy { pedantic: true, ..Policy::default() };
    for (name, text) in texts::examples() {
        lint::check(&Source::file(&name, text), &catalog, &policy);
    }
    let used: Vec<String> = pattern::used().into_iter().collect();
    let written = serde_json::to_string_pretty(&used).expect("a list of texts") + "\n";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/words/pattern/expressions.json");
    if env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        return fs::write(&path, written).expect("expressions.json can be written");
    }
    let listed = fs::read_to_string(&path).expect("there is a list");
    let differs = listed.lines().zip(written.lines()).position(|(one, other)| one != other);
    assert!(
        listed == written,
        "{}:{}: not the expressions of our patterns; write it anew with SNAPSHOTS=overwrite cargo test --test patterns",
        path.display(),
        differs.map_or(1, |it| it + 1)
    );
}

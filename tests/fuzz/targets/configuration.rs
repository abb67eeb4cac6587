//! Any text as a configuration: it is refused with its mistakes, or a text is judged by it.
#![no_main]

mod judge;

use libfuzzer_sys::fuzz_target;
use pingless::config::{Policies, Settings, Views};
use pingless::text::Source;

const VAGUE: &str = "# Plan\n\nWe will ship it by EOD tomorrow, 12/11, see the doc. @ada please look ASAP.\n";

fuzz_target!(|text: &str| {
    let _ = Settings::parse_pyproject("pyproject.toml", text);
    let Ok(settings) = Settings::parse("pingless.toml", text) else { return };
    if settings.mistakes("pingless.toml", text, &judge::CATALOG).is_empty() {
        let policies = Policies::new(&settings);
        let source = Source::file("docs/a.md", VAGUE);
        let views = Views::new("docs/a.md".to_owned(), []);
        policies.excludes(&views);
        judge::judge(&source, &policies.of(Some(&views)));
        judge::judge(&source, &policies.of(None));
    }
});

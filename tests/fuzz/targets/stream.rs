//! Any line of a stream: one line of JSON answers it, and can be read as a row of a corpus.
#![no_main]

mod judge;

use libfuzzer_sys::fuzz_target;
use pingless::lint::{self, Beside, Detail};
use pingless::payload::line::{self, Bad};
use pingless::payload::row;
use pingless::report::stream::{self, Carried, Error, Sender};
use pingless::text::{Origin, Source};
use serde_json::value::RawValue;

const CARRIED: Carried = Carried { diagnostics: true, summary: true };

/// What is answered to a line.
fn answer(bytes: &[u8]) -> String {
    let line = match line::read(bytes) {
        Ok(line) => line,
        Err(Bad { id, meta, why }) => {
            let error = Error { line: 1, message: &why.message, help: &why.help };
            return stream::unjudged(Sender { id: id.as_deref(), meta: meta.as_deref() }, error, CARRIED);
        }
    };
    let name = line.path.unwrap_or_else(|| "line 1".to_owned());
    let source = Source { written: line.written, kind: line.kind, ..Source::new(name, line.text, Origin::File) };
    let beside = Beside { summary: Detail::Whole, ..Beside::default() };
    let checked = lint::check_beside(&source, beside, &judge::CATALOG, &judge::policy());
    judge::inside(&source.text, &checked.findings);
    let sender = Sender { id: line.id.as_deref(), meta: line.meta.as_deref() };
    stream::judged(sender, &source.text, &checked, &judge::CATALOG, CARRIED)
}

fuzz_target!(|bytes: &[u8]| {
    let _ = row::read(bytes);
    if line::is_blank(bytes) {
        return;
    }
    let row = answer(bytes);
    let body = row.strip_suffix('\n').expect("it ends its line");
    assert!(!body.contains(['\n', '\r']), "{row}");
    // An id goes back as it came, be it a number that few programs can hold.
    serde_json::from_str::<&RawValue>(body).expect("it is JSON");
    assert!(row::read(body.as_bytes()).is_ok(), "{row}");
});

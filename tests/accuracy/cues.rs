//! Prints the cues of texts, one JSON object a line, for `train.py`: `cargo run --example cues -- FILE…`.
//! The names of the files are read from standard input, one a line, where none is given.

use std::io::{BufRead, stdin};
use std::{env, fs};

use pingless::document::Document;
use pingless::kind::cue;
use pingless::text::Source;
use serde_json::json;

fn main() {
    let mut paths: Vec<String> = env::args().skip(1).collect();
    if paths.is_empty() {
        paths = stdin().lock().lines().map_while(Result::ok).collect();
    }
    for path in paths {
        let Ok(bytes) = fs::read(&path) else { continue };
        let source = Source::unnamed(&path, String::from_utf8_lossy(&bytes));
        let doc = Document::new(&source);
        let cues: Vec<&str> = cue::seen(&doc).iter().map(|it| it.name).collect();
        println!("{}", json!({"path": path, "cues": cues, "english": doc.is_english()}));
    }
}

//! An editor that says exactly what a test wants it to say. It knows frames and JSON, and nothing of what we answer.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

/// Longer than any answer takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

pub struct Client {
    child: Child,
    to: Option<ChildStdin>,
    from: Receiver<Value>,
    /// What came and nobody has waited for yet.
    kept: Vec<Value>,
    asked: i64,
}

impl Client {
    /// Starts a server, which knows nothing yet.
    pub fn start(folder: &Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_pingless"))
            .args(["lsp", "--stdio"])
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let out = child.stdout.take().expect("it has an output");
        let (sender, from) = channel();
        thread::spawn(move || {
            let mut out = BufReader::new(out);
            while let Some(message) = frame(&mut out) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        let to = child.stdin.take();
        Self { child, to, from, kept: Vec::new(), asked: 0 }
    }

    /// A session in a folder, for an editor that can do what `capabilities` says.
    pub fn begin(folder: &Path, capabilities: &Value) -> Self {
        let mut client = Self::start(folder);
        client.initialize(folder, capabilities);
        client
    }

    pub fn initialize(&mut self, folder: &Path, capabilities: &Value) -> Value {
        let params = json!({ "processId": null, "rootUri": uri(folder), "capabilities": capabilities });
        let answer = self.ask("initialize", &params);
        self.tell("initialized", &json!({}));
        answer["result"].clone()
    }

    /// Sends bytes as they are.
    pub fn send_raw(&mut self, bytes: &[u8]) {
        let to = self.to.as_mut().expect("the session has not ended");
        // A server that has ended reads no more.
        let _ = to.write_all(bytes).and_then(|()| to.flush());
    }

    pub fn send(&mut self, message: &Value) {
        let body = message.to_string();
        self.send_raw(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    }

    pub fn tell(&mut self, method: &str, params: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Asks, and does not wait.
    pub fn put(&mut self, method: &str, params: &Value) -> i64 {
        self.asked += 1;
        self.send(&json!({ "jsonrpc": "2.0", "id": self.asked, "method": method, "params": params }));
        self.asked
    }

    /// Asks, and waits for the answer.
    pub fn ask(&mut self, method: &str, params: &Value) -> Value {
        let id = self.put(method, params);
        self.answer(id)
    }

    pub fn answer(&mut self, id: i64) -> Value {
        self.wait(|it| it["id"] == json!(id) && it["method"].is_null())
    }

    /// The first message that fits, whatever comes between.
    pub fn wait(&mut self, fits: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.kept.iter().position(&fits) {
            return self.kept.remove(at);
        }
        loop {
            let it = self.from.recv_timeout(PATIENCE).expect("an answer comes");
            if fits(&it) {
                return it;
            }
            self.kept.push(it);
        }
    }

    /// The next message that fits; what came before it is forgotten.
    pub fn next(&mut self, fits: impl Fn(&Value) -> bool) -> Value {
        let kept = std::mem::take(&mut self.kept);
        if let Some(at) = kept.iter().position(&fits) {
            self.kept = kept[at + 1..].to_vec();
            return kept[at].clone();
        }
        loop {
            let it = self.from.recv_timeout(PATIENCE).expect("a message comes");
            if fits(&it) {
                return it;
            }
        }
    }

    /// All that came in the meantime and nobody waited for.
    pub fn rest(&mut self) -> Vec<Value> {
        let mut all = std::mem::take(&mut self.kept);
        all.extend(self.from.try_iter());
        all
    }

    pub fn open(&mut self, path: &Path, version: i64, text: &str) {
        let document = json!({ "uri": uri(path), "languageId": "markdown", "version": version, "text": text });
        self.tell("textDocument/didOpen", &json!({ "textDocument": document }));
    }

    pub fn change(&mut self, path: &Path, version: i64, changes: &Value) {
        let document = json!({ "uri": uri(path), "version": version });
        self.tell("textDocument/didChange", &json!({ "textDocument": document, "contentChanges": changes }));
    }

    /// What is shown of a version of a text.
    pub fn shown(&mut self, path: &Path, version: i64) -> Vec<Value> {
        let uri = uri(path);
        let it = self.wait(|it| {
            it["method"] == "textDocument/publishDiagnostics"
                && it["params"]["uri"] == json!(uri)
                && it["params"]["version"] == json!(version)
        });
        it["params"]["diagnostics"].as_array().expect("a list").clone()
    }

    /// Ends the session as editors do, and says with which status it ended.
    pub fn end(mut self) -> Option<i32> {
        self.ask("shutdown", &Value::Null);
        self.tell("exit", &Value::Null);
        self.status()
    }

    /// How a server ends to whom nothing is said any more.
    pub fn status(&mut self) -> Option<i32> {
        self.to = None;
        self.child.wait().expect("it ends").code()
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn frame(out: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if out.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim().split_once(": ") {
            Some(("Content-Length", value)) => length = value.parse().expect("a number"),
            Some(_) => {}
            None => break,
        }
    }
    let mut body = vec![0; length];
    out.read_exact(&mut body).ok()?;
    Some(serde_json::from_slice(&body).expect("what we send is JSON"))
}

/// The address of a file, as editors write it.
pub fn uri(path: &Path) -> String {
    let plain = |it: u8| it.is_ascii_alphanumeric() || b"-._~/".contains(&it);
    let written = |it: u8| if plain(it) { char::from(it).to_string() } else { format!("%{it:02x}") };
    format!("file://{}", path.to_string_lossy().bytes().map(written).collect::<String>())
}

/// A text with some edits of an editor in it, as it applies them: in UTF-16, the last one first.
pub fn applied(text: &str, edits: &Value) -> String {
    let mut edits: Vec<(usize, usize, &str)> = edits
        .as_array()
        .expect("a list of edits")
        .iter()
        .map(|it| {
            let (start, end) = (&it["range"]["start"], &it["range"]["end"]);
            (offset(text, start), offset(text, end), it["newText"].as_str().expect("a text"))
        })
        .collect();
    edits.sort_by_key(|it| it.0);
    let mut out = String::new();
    let mut at = 0;
    for (start, end, new) in edits {
        out.push_str(&text[at..start]);
        out.push_str(new);
        at = end;
    }
    out + &text[at..]
}

/// Where a place of UTF-16 is: the end of its line, or of the text, where there is no such place.
pub fn offset(text: &str, place: &Value) -> usize {
    let number = |key: &str| usize::try_from(place[key].as_u64().expect("a number")).expect("a small one");
    let (mut line, mut units, mut last) = (0, 0, ' ');
    for (at, letter) in text.char_indices() {
        let is_second_half = last == '\r' && letter == '\n';
        if matches!(last, '\n' | '\r') && !is_second_half {
            (line, units) = (line + 1, 0);
        }
        let is_end = matches!(letter, '\n' | '\r');
        let is_here = units + letter.len_utf16() > number("character");
        if line == number("line") && !is_second_half && (is_end || is_here) {
            return at;
        }
        units += letter.len_utf16();
        last = letter;
    }
    text.len()
}

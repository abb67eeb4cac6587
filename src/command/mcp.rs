//! `pingless mcp`: the same questions for those who write with an assistant. One message a line, as the Model Context
//! Protocol says; what each tool does is in `tools.rs`. It reads the repository around it, and writes nothing.

mod tools;

use std::io::{self, Write};
use std::path::Path;

use lsp_server::ErrorCode;
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};

use crate::cli::{ColorArg, Mcp};
use crate::input::lines::{Line, Lines, Next};
use crate::payload::whole;
use crate::report::escape;
use crate::run::Exit;
use crate::run::console::{complain, print_mistakes};
use tools::Tools;

/// The versions of the protocol that are spoken, the newest first. 2025-03-26 is not among them: it alone wants several
/// messages in one line to be understood, and whoever asks for it is offered the newest.
const VERSIONS: [&str; 3] = ["2025-11-25", "2025-06-18", "2024-11-05"];

/// What an assistant is told before it uses any tool.
const INSTRUCTIONS: &str = "Could a reader in another time zone, with nobody awake to ask, act on a text? Check what you \
     wrote with check_text before you hand it over, and answer each question that it lists in the text itself. Never make \
     up a date, an owner or a decision to silence one: ask the person you write for, or leave the question in the text.";

/// Why a request has no result.
type Refused = (ErrorCode, String);

pub fn run(args: &Mcp) -> Exit {
    let mut tools = match Tools::new(&args.rules) {
        Ok(tools) => tools,
        Err(mistakes) => return print_mistakes(&mistakes, ColorArg::Auto),
    };
    let lines = match Lines::open(Path::new("-")) {
        Ok(lines) => lines,
        Err(it) => return complain(&it.message, &it.help),
    };
    let mut out = io::stdout();
    loop {
        match lines.next(None) {
            Next::Quiet => {}
            Next::End(_) => return Exit::Clean,
            Next::Lines(all) => {
                for answer in all.iter().filter_map(|line| answer(line, &mut tools)) {
                    let sent = writeln!(out, "{}", escape::json(answer)).and_then(|()| out.flush());
                    // An assistant that has gone away wants nothing more.
                    if sent.is_err() {
                        return Exit::Clean;
                    }
                }
            }
        }
    }
}

/// The name of a question, as it came: a number may be longer than any of ours.
#[derive(Deserialize)]
struct Named {
    id: Box<RawValue>,
}

/// What an answer has in the place of a name that is none.
const NO_ID: &str = "null";

/// The answer to a line; none to what is no question.
fn answer(line: &Line, tools: &mut Tools) -> Option<String> {
    if line.bytes.iter().all(u8::is_ascii_whitespace) {
        return None;
    }
    let wrong = |code: ErrorCode, why: &str| Some(failure(NO_ID, &(code, why.to_owned())));
    if line.is_cut {
        return wrong(ErrorCode::InvalidRequest, "the message is too long");
    }
    let message: Value = match whole::read(&line.bytes) {
        Ok(message) => message,
        Err(error) => return wrong(ErrorCode::ParseError, &error.to_string()),
    };
    let Some(method) = message.get("method").and_then(Value::as_str) else {
        // An answer to what was never asked.
        let is_answer = message.get("result").is_some() || message.get("error").is_some();
        return if is_answer { None } else { wrong(ErrorCode::InvalidRequest, "a message names its method") };
    };
    // Without one it is no question.
    let id = message.get("id").filter(|it| !it.is_null())?;
    if !id.is_string() && !id.is_number() {
        return wrong(ErrorCode::InvalidRequest, "an `id` is a text or a number");
    }
    let id = whole::read::<Named>(&line.bytes).map_or_else(|_| id.to_string(), |it| it.id.get().to_owned());
    let params = message.get("params").unwrap_or(&Value::Null);
    Some(match result(method, params, tools) {
        Ok(result) => format!(r#"{{"jsonrpc":"2.0","id":{id},"result":{result}}}"#),
        Err(refused) => failure(&id, &refused),
    })
}

fn failure(id: &str, (code, why): &Refused) -> String {
    let error = json!({ "code": *code as i32, "message": why });
    format!(r#"{{"jsonrpc":"2.0","id":{id},"error":{error}}}"#)
}

fn result(method: &str, params: &Value, tools: &mut Tools) -> Result<Value, Refused> {
    match method {
        "initialize" => Ok(initialized(params)),
        "ping" => Ok(json!({})),
        "tools/list" => Ok(json!({ "tools": tools::list() })),
        "tools/call" => {
            let name = params.get("name").and_then(Value::as_str).unwrap_or_default();
            let told = tools.call(name, params.get("arguments").unwrap_or(&Value::Null));
            let told = told.ok_or_else(|| (ErrorCode::InvalidParams, format!("there is no tool `{name}`")))?;
            Ok(told.into_result())
        }
        other => Err((ErrorCode::MethodNotFound, format!("pingless answers no `{other}`"))),
    }
}

fn initialized(params: &Value) -> Value {
    let asked = params.get("protocolVersion").and_then(Value::as_str);
    let version = VERSIONS.into_iter().find(|it| Some(*it) == asked).unwrap_or(VERSIONS[0]);
    json!({
        "protocolVersion": version,
        "capabilities": { "tools": { "listChanged": false } },
        "serverInfo": { "name": "pingless", "version": env!("CARGO_PKG_VERSION") },
        "instructions": INSTRUCTIONS,
    })
}

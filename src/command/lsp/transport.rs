//! Messages on a pipe: a header with their length, then JSON. Whatever the other side sends, no more is held than a message
//! may be long, and one that cannot be read is told from the end of all of them.

use std::io::{self, BufRead, Read, Write};

use lsp_server::{ErrorCode, Message};
use serde::{Deserialize, Deserializer};
use serde_json::error::Category;
use serde_json::value::RawValue;

use crate::payload::whole;

/// What came.
#[derive(Debug)]
pub enum Incoming {
    Message(Message),
    /// It is no message, and what was there in its place is passed over.
    Malformed(Wrong),
}

/// What is wrong with what came in the place of a message.
#[derive(Debug)]
pub struct Wrong {
    code: ErrorCode,
    why: String,
    /// The name under which an answer is waited for, as it came; `null` where nobody could know it again.
    id: String,
}

impl Wrong {
    fn unread(why: String) -> Self {
        Self { code: ErrorCode::ParseError, why, id: NO_ID.to_owned() }
    }

    fn refused(why: &str, id: Option<&str>) -> Self {
        Self { code: ErrorCode::InvalidRequest, why: why.to_owned(), id: id.unwrap_or(NO_ID).to_owned() }
    }
}

const NO_ID: &str = "null";

/// The longest message: the largest text that is read, with every letter written as an escape.
const LONGEST: u64 = 128 << 20;
/// The longest line of a header.
const LONGEST_LINE: u64 = 8 << 10;

/// The next message; none at the end.
pub fn read(from: &mut impl BufRead) -> io::Result<Option<Incoming>> {
    let length = match length(from)? {
        None => return Ok(None),
        Some(Err(why)) => return Ok(Some(Incoming::Malformed(Wrong::unread(why)))),
        Some(Ok(length)) => length,
    };
    if length > LONGEST {
        let passed = io::copy(&mut from.take(length), &mut io::sink())?;
        let why = format!("a message of {length} bytes is longer than {LONGEST}");
        return Ok((passed == length).then(|| Incoming::Malformed(Wrong::unread(why))));
    }
    let mut body = Vec::new();
    from.take(length).read_to_end(&mut body)?;
    if (body.len() as u64) < length {
        return Ok(None);
    }
    Ok(Some(understood(&body)))
}

/// What a body says. Where its name is none of the protocol, a question would be taken for news, and never be answered.
fn understood(body: &[u8]) -> Incoming {
    const NAMES: &str = "an `id` is a whole number of 32 bits, or a string";
    let wrong = match whole::read(body) {
        Ok(Message::Notification(it)) => match whole::read(body) {
            Ok(Named { id: None }) => return Incoming::Message(Message::Notification(it)),
            Ok(Named { id: Some(id) }) => {
                let is_number = id.get().parse::<f64>().is_ok();
                Wrong::refused(NAMES, is_number.then_some(id.get()))
            }
            Err(_) => Wrong::refused(NAMES, None),
        },
        Ok(message) => return Incoming::Message(message),
        Err(error) if error.classify() != Category::Data => Wrong::unread(whole::said(&error)),
        Err(_) if body.trim_ascii_start().starts_with(b"[") => {
            Wrong::refused("messages come one by one, and this is a list", None)
        }
        Err(error) => Wrong::refused(&whole::said(&error), None),
    };
    Incoming::Malformed(wrong)
}

/// The name of a message, whatever it is.
#[derive(Deserialize)]
struct Named {
    #[serde(default, deserialize_with = "as_it_came")]
    id: Option<Box<RawValue>>,
}

/// Also where it is `null`.
fn as_it_came<'d, D: Deserializer<'d>>(from: D) -> Result<Option<Box<RawValue>>, D::Error> {
    Box::<RawValue>::deserialize(from).map(Some)
}

/// How long the next message is, as its header says.
fn length(from: &mut impl BufRead) -> io::Result<Option<Result<u64, String>>> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        if from.take(LONGEST_LINE).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line);
        if line.trim().is_empty() {
            return Ok(Some(length.ok_or_else(|| "a header names no Content-Length".to_owned())));
        }
        let Some((name, value)) = line.split_once(':') else { continue };
        if name.trim().eq_ignore_ascii_case("content-length") {
            length = value.trim().parse().ok();
        }
    }
}

/// Sends a notification, of which what it says is JSON already: findings are long, and no tree of values is made of them.
pub fn tell(method: &str, params: &str, to: &mut impl Write) -> io::Result<()> {
    let method = serde_json::to_string(method)?;
    send(&format!(r#"{{"jsonrpc":"2.0","method":{method},"params":{params}}}"#), to)
}

/// Says what was wrong with something that came.
pub fn refuse(it: &Wrong, to: &mut impl Write) -> io::Result<()> {
    let error = serde_json::json!({ "code": it.code as i32, "message": it.why });
    send(&format!(r#"{{"jsonrpc":"2.0","id":{},"error":{error}}}"#, it.id), to)
}

fn send(body: &str, to: &mut impl Write) -> io::Result<()> {
    write!(to, "Content-Length: {}\r\n\r\n{body}", body.len())?;
    to.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &str, expected: &[&str]) {
        let mut from = bytes.as_bytes();
        let mut found = Vec::new();
        while let Some(it) = read(&mut from).expect("a slice can be read") {
            found.push(match it {
                Incoming::Message(Message::Notification(it)) => it.method,
                Incoming::Message(_) => "another".to_owned(),
                Incoming::Malformed(_) => "malformed".to_owned(),
            });
        }
        assert_eq!(found, expected, "{bytes:?}");
    }

    #[test]
    fn a_message_behind_a_broken_one_is_read() {
        let exit = "Content-Length: 33\r\n\r\n{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}";
        check(exit, &["exit"]);
        check(&format!("Content-Length: 3\r\n\r\n{{]}}{exit}"), &["malformed", "exit"]);
        check(&format!("X: y\r\n\r\n{exit}"), &["malformed", "exit"]);
        check(&format!("content-length:2\r\nContent-Type: x\r\n\r\n[]{exit}"), &["malformed", "exit"]);
        check("Content-Length: 99\r\n\r\n{}", &[]);
        check("Content-Length: 99999999999999999999\r\n\r\n", &["malformed"]);
        check("Content-Length: 9999999999999999\r\n\r\n{}", &[]);
        check("", &[]);
    }

    #[track_caller]
    fn check_wrong(body: &str, code: ErrorCode, id: &str) {
        match understood(body.as_bytes()) {
            Incoming::Malformed(it) => assert_eq!((it.code as i32, it.id.as_str()), (code as i32, id), "{body}"),
            Incoming::Message(it) => panic!("{body}: {it:?}"),
        }
    }

    #[test]
    fn what_is_json_and_no_message_is_told_from_what_is_none() {
        for body in ["[]", "{}", " [{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"x\"}]", "7", "{\"id\":1}"] {
            check_wrong(body, ErrorCode::InvalidRequest, "null");
        }
        for body in ["", "{", "nul", "{\"method\":\"x\"} x"] {
            check_wrong(body, ErrorCode::ParseError, "null");
        }
        for (id, told) in [
            ("2147483648", "2147483648"),
            ("1.50", "1.50"),
            ("null", "null"),
            ("{}", "null"),
            ("[1]", "null"),
            ("1,\"id\":2", "null"),
        ] {
            check_wrong(&format!("{{\"method\":\"shutdown\",\"id\":{id}}}"), ErrorCode::InvalidRequest, told);
        }
        let is_news = |it| matches!(it, Incoming::Message(Message::Notification(_)));
        assert!(is_news(understood(b"{\"method\":\"x\",\"params\":{\"id\":null}}")));
    }
}

//! Messages on a pipe: a header with their length, then JSON. Whatever the other side sends, no more is held than a message
//! may be long, and one that cannot be read is told from the end of all of them.

use std::io::{self, BufRead, Read, Write};

use lsp_server::Message;

use crate::payload::whole;

/// What came.
#[derive(Debug)]
pub enum Incoming {
    Message(Message),
    /// It is no message, and what was there in its place is passed over.
    Malformed(String),
}

/// The longest message: the largest text that is read, with every letter written as an escape.
const LONGEST: u64 = 128 << 20;
/// The longest line of a header.
const LONGEST_LINE: u64 = 8 << 10;

/// The next message; none at the end.
pub fn read(from: &mut impl BufRead) -> io::Result<Option<Incoming>> {
    let length = match length(from)? {
        None => return Ok(None),
        Some(Err(why)) => return Ok(Some(Incoming::Malformed(why))),
        Some(Ok(length)) => length,
    };
    if length > LONGEST {
        let passed = io::copy(&mut from.take(length), &mut io::sink())?;
        let why = format!("a message of {length} bytes is longer than {LONGEST}");
        return Ok((passed == length).then_some(Incoming::Malformed(why)));
    }
    let mut body = Vec::new();
    from.take(length).read_to_end(&mut body)?;
    if (body.len() as u64) < length {
        return Ok(None);
    }
    Ok(Some(match whole::read(&body) {
        Ok(message) => Incoming::Message(message),
        Err(error) => Incoming::Malformed(whole::said(&error)),
    }))
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

/// Says that something could not be read: nobody knows to which request it belonged.
pub fn refuse(why: &str, to: &mut impl Write) -> io::Result<()> {
    let error = serde_json::json!({
        "jsonrpc": "2.0",
        "id": null,
        "error": { "code": lsp_server::ErrorCode::ParseError as i32, "message": why },
    });
    send(&error.to_string(), to)
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
}

//! Reading JSON whose forms differ in spelling: a key that is absent, null or of another type is simply not there.

use serde_json::Value;

/// The first of these keys that holds a string.
pub fn text<'v>(value: &'v Value, keys: &[&str]) -> Option<&'v str> {
    keys.iter().find_map(|key| value.get(key)?.as_str())
}

/// The first of these keys that holds a list.
pub fn list<'v>(value: &'v Value, keys: &[&str]) -> Option<&'v [Value]> {
    keys.iter().find_map(|key| value.get(key)?.as_array()).map(Vec::as_slice)
}

pub fn is_true(value: &Value, key: &str) -> bool {
    value.get(key).and_then(Value::as_bool).unwrap_or(false)
}

/// A moment in seconds since 1970, from the first of these keys that holds one.
pub fn moment(value: &Value, keys: &[&str]) -> Option<i64> {
    seconds(text(value, keys)?)
}

/// `2026-11-18T09:00:00Z`, with any zone, in seconds since 1970 in UTC.
pub fn seconds(text: &str) -> Option<i64> {
    text.parse::<jiff::Timestamp>().ok().map(jiff::Timestamp::as_second)
}

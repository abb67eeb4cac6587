//! Markers as people write them, and what is said of those that cannot be read.

use pingless::fact::expression::Effort;
use pingless::fact::marker::Key;
use pingless::fact::{Marker, Verb};

fn read(body: &str) -> Marker {
    Marker::read(body).expect("it is a marker").unwrap_or_else(|wrong| panic!("{body}: {wrong:?}"))
}

#[test]
fn the_parts_of_a_marker_know_their_places() {
    let body = r#"fact auth.token.refresh = 60 min with 5 min grace owner=@identity since=2026-11-17T21:40Z alias="token refresh" alias=refresh"#;
    let marker = read(body);
    assert_eq!(marker.verb, Verb::Fact);
    assert_eq!(marker.id.text, "auth.token.refresh");
    let value = marker.value.as_ref().expect("there is a value");
    assert_eq!(
        (value.text.as_str(), &body[value.range.clone()]),
        ("60 min with 5 min grace", "60 min with 5 min grace")
    );
    assert_eq!(marker.part(Key::Owner).map(|it| it.text.as_str()), Some("@identity"));
    let aliases: Vec<_> = marker.parts(Key::Alias).map(|it| (it.text.as_str(), &body[it.range.clone()])).collect();
    assert_eq!(aliases, [("token refresh", "token refresh"), ("refresh", "refresh")]);
    let since = marker.part(Key::Since).expect("it has one");
    assert_eq!(&body[since.range.clone()], "2026-11-17T21:40Z");
}

#[test]
fn forms_that_people_write() {
    for (body, value) in [
        ("assumes auth.token.refresh", None),
        ("assumes auth.token.refresh seen=2026-11-17", None),
        ("assumes auth.token.refresh=15 min", Some("15 min")),
        ("assumes auth.token.refresh =15 min", Some("15 min")),
        ("assumes auth.token.refresh = \"a = b c=d\" seen=2026-11-17", Some("a = b c=d")),
        ("assumes api.base = https://example.com/?a=b&c=d", Some("https://example.com/?a=b&c=d")),
        ("assumes api.tls = >=1.2", Some(">=1.2")),
        ("assumes api.flag = A=1", Some("A=1")),
        ("fact api.mode = strict\n  owner=@api\n  since=2026-11-17", Some("strict")),
    ] {
        assert_eq!(read(body).value.map(|it| it.text).as_deref(), value, "{body}");
    }
    let at = read(r#"assumes auth.token.refresh = 15 min at='REFRESH *= *"(.+)"'"#).at().expect("it has one");
    let mut effort = Effort::for_text(0);
    assert_eq!(at.find("REFRESH = \"15m\"", &mut effort), Some(11..14));
    // Whatever stands far behind on a line that somebody made to be slow is not read.
    assert_eq!(at.find(&format!("{}REFRESH = \"15m\"", " ".repeat(5000)), &mut effort), None);
    for other in ["allow a-rule: b", "facts a.b = 1", "kind=adr", "", "assume a.b"] {
        assert!(Marker::read(other).is_none(), "{other}");
    }
}

#[test]
fn what_is_wrong_is_said_with_its_place_and_its_cure() {
    for (body, place, what, cure) in [
        ("fact", "fact", "no fact is named", "write `fact ID = VALUE"),
        ("fact refresh = 15 min", "refresh", "`refresh` is no id of a fact", "words with dots"),
        ("fact a.b", "a.b", "no value is given", "write `fact ID = VALUE"),
        ("fact a.b =", "a.b", "no value is given", "write `fact ID = VALUE"),
        ("fact a.b 15 min", "15 min", "there is no `=` before the value", "write `fact ID = VALUE"),
        ("fact a.b = 15 min ownr=@x", "ownr", "`ownr=` is not known here", "did you mean `owner=`?"),
        ("fact a.b = 15 min zzz=@x", "zzz", "`zzz=` is not known here", "known here: alias"),
        ("fact a.b = 15 min seen=2026-11-17", "seen", "`seen=` is said of an assumption", "known here: alias"),
        ("assumes a.b = 15 min since=2026-11-17", "since", "`since=` is said of a declared fact", "known here: at"),
        ("fact a.b = 15 min owner=", "owner", "nothing stands behind `owner=`", "give it a value"),
        ("fact a.b = 15 min owner=@x owner=@y", "owner", "`owner=` is given twice", "keep one"),
        (
            "fact a.b = 15 min alias=token refresh",
            "refresh",
            "`refresh` belongs to no key",
            "put a value with spaces in quotes",
        ),
        ("fact a.b = 15 min alias=\"token", "\"token", "a quote is not closed", "end it with"),
        ("fact a.b = 15 min since=yesterday", "yesterday", "`yesterday` is no date", "write it as `2026-11-17T21:40Z`"),
        ("assumes a.b = 1 at=\"(\"", "(", "this is no expression", "ripgrep"),
        ("assumes a.b = 1 at=\"(a{900}){900}\"", "(a{900}){900}", "this is no expression", "ripgrep"),
    ] {
        let wrong = Marker::read(body).expect("it is a marker").expect_err(body);
        assert!(wrong.what.contains(what) && wrong.cure.contains(cure), "{body}: {wrong:?}");
        let at =
            if body.matches(place).count() > 1 { body.rfind(place) } else { body.find(place) }.expect("it is there");
        let is_key = wrong.range.start == body.rfind(&format!("{place}=")).unwrap_or(at);
        assert!(
            body[wrong.range.clone()].contains(place) && (wrong.range.start == at || is_key || wrong.range.start == 0),
            "{body}: {wrong:?}"
        );
    }
}

//! Where a run speaks: standard output, which somebody reads or keeps, and standard error. It knows what a terminal or a
//! runner would take for an order, and whether something that belongs on standard output was lost on the way.

use std::borrow::Cow;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Read, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use super::Exit;
use crate::cli::ColorArg;
use crate::input;
use crate::report::{escape, human};
use crate::rule::Mistake;

/// Writes to standard output, for somebody or some program to read. A reader that went away wants no more.
pub fn print(text: &str) {
    hand_out(&masked(text));
}

/// Writes a text that somebody keeps: whole where it goes to a file, and harmless where it goes to a terminal.
pub fn hand_over(text: &str) {
    if io::stdout().is_terminal() { hand_out(&escape::lines(text)) } else { hand_out(text) }
}

/// Lets standard input through as it came, byte for byte, whatever it holds.
pub fn pass_through() {
    let mut from = io::stdin().lock();
    if !io::stdout().is_terminal() {
        let mut to = io::stdout().lock();
        return told(io::copy(&mut from, &mut to).and_then(|_| to.flush()));
    }
    let mut bytes = Vec::new();
    told(from.read_to_end(&mut bytes).map(drop));
    hand_over(&String::from_utf8_lossy(&bytes));
}

/// Writes to standard output as it is: what is safe in itself.
pub fn hand_out(text: &str) {
    pour_out(&input::whole(text));
}

/// The same of a text that is made while it is written.
pub fn pour_out(text: input::Text) {
    let mut out = BufWriter::new(io::stdout().lock());
    told(text(&mut out).and_then(|()| out.flush()));
}

/// Says once what standard output did not take; a reader that went away misses nothing.
pub fn told(written: io::Result<()>) {
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe && !IS_LOST.swap(true, Ordering::Relaxed) => {
            complain(&format!("standard output cannot be written: {error}"), "make room, or send it elsewhere");
        }
        _ => {}
    }
}

/// Something that belongs on standard output is not there: nobody may take what is there for all of it.
static IS_LOST: AtomicBool = AtomicBool::new(false);

/// How a run ends that would have ended so, had standard output taken everything.
pub fn ended(exit: Exit) -> Exit {
    if IS_LOST.load(Ordering::Relaxed) { Exit::Wrong } else { exit }
}

/// Writes to standard error.
pub fn say(text: &str) {
    let _ = io::stderr().lock().write_all(masked(text).as_bytes());
}

/// Where whatever runs us obeys what it reads, no line is an order.
pub fn masked(text: &str) -> Cow<'_, str> {
    if is_obeyed() { escape::orders(text) } else { Cow::Borrowed(text) }
}

/// Whether what runs us takes lines that are printed for orders.
pub fn is_obeyed() -> bool {
    ["GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION"].iter().any(|name| std::env::var_os(name).is_some())
}

/// A plain error that belongs to no file.
pub fn complain(message: &str, help: &str) -> Exit {
    say(&format!("error: {}\n  = help: {}\n", escape::line(message), escape::line(help)));
    Exit::Wrong
}

/// The same of an option that prints something of its own, beside a form that would be passed over in silence.
pub fn complain_of_form(option: &str, prints: &str) -> Exit {
    let message = format!("`{option}` prints {prints}, and no report in another form");
    complain(&message, &format!("leave out `{option}`, or the form"))
}

/// The same of a file that was not written: where there is room, `otherwise` says what to do.
pub fn complain_unwritten(name: &str, error: &io::Error, otherwise: &'static str) -> Exit {
    complain(&format!("{name} cannot be written: {error}"), input::cure_of_write(error, otherwise))
}

pub fn print_mistakes(mistakes: &[Mistake], color: ColorArg) -> Exit {
    let color = wants_color(color, &io::stderr());
    for mistake in mistakes {
        say(&human::mistake(mistake, color));
    }
    Exit::Wrong
}

/// `--color`, then NO_COLOR, then FORCE_COLOR and CLICOLOR_FORCE, then whether somebody looks.
pub fn wants_color(color: ColorArg, stream: &impl IsTerminal) -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0");
    match color {
        ColorArg::Always => true,
        ColorArg::Never => false,
        ColorArg::Auto if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) => false,
        ColorArg::Auto => is_set("FORCE_COLOR") || is_set("CLICOLOR_FORCE") || stream.is_terminal() && !is_dumb(),
    }
}

/// A terminal that shows what would steer it as letters.
pub fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|it| it == "dumb")
}

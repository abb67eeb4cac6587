//! `pingless lsp`: the same questions while a text is being written. Reads what an editor says in one thread, and answers
//! it in another, one message after the other.

mod answer;
mod before;
mod client;
mod complain;
mod desk;
mod hear;
mod outbox;
mod session;
mod settings;
mod transport;
mod watch;
mod workspace;

use std::io::{self, BufRead, BufReader, Write};
use std::thread;

use crate::cli::Lsp;
use crate::run::Exit;
use session::Session;

pub fn run(args: &Lsp) -> Exit {
    serve(args, BufReader::new(io::stdin()), io::stdout())
}

/// A whole session: what an editor says, and what it is told.
pub fn serve(args: &Lsp, mut from: impl BufRead + Send + 'static, to: impl Write) -> Exit {
    let (sender, receiver) = crossbeam_channel::unbounded();
    // It ends when the editor goes away, or with the program.
    thread::spawn(move || {
        while let Ok(Some(it)) = transport::read(&mut from) {
            if sender.send(it).is_err() {
                return;
            }
        }
    });
    Session::new(args, to).serve(&receiver)
}

//! `pingless lsp`: the same questions while a text is being written. Reads what an editor says in one thread, and answers
//! it in another, one message after the other.

mod answer;
mod client;
mod desk;
mod hear;
mod outbox;
mod session;
mod settings;
mod transport;
mod workspace;

use std::io;
use std::thread;

use super::Exit;
use crate::cli::Lsp;
use session::Session;

pub fn run(args: &Lsp) -> Exit {
    let (sender, receiver) = crossbeam_channel::unbounded();
    // It ends when the editor goes away, or with the program.
    thread::spawn(move || {
        let mut from = io::BufReader::new(io::stdin());
        while let Ok(Some(it)) = transport::read(&mut from) {
            if sender.send(it).is_err() {
                return;
            }
        }
    });
    Session::new(args, io::stdout()).serve(&receiver)
}

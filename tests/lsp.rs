//! The language server, as editors talk to it: a client that says what a test wants, and the real program.

#[path = "lsp/actions.rs"]
mod actions;
#[path = "lsp/around.rs"]
mod around;
#[path = "lsp/client.rs"]
mod client;
#[path = "lsp/places.rs"]
mod places;
mod repository;
#[path = "lsp/rough.rs"]
mod rough;
#[path = "lsp/same.rs"]
mod same;
#[path = "lsp/watched.rs"]
mod watched;

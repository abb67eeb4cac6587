//! What an editor tells, and what it is told because of it: the findings of each text as it is now.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::PathBuf;

use lsp_server::{Message, Notification};
use lsp_types::notification::{
    DidChangeConfiguration, DidChangeTextDocument, DidChangeWatchedFiles, DidChangeWorkspaceFolders,
    DidCloseTextDocument, DidOpenTextDocument, DidSaveTextDocument, Initialized, Notification as Form,
};
use lsp_types::request::{CodeLensRefresh, WorkspaceDiagnosticRefresh};
use lsp_types::{
    DidChangeConfigurationParams, DidChangeTextDocumentParams, DidChangeWatchedFilesParams,
    DidChangeWorkspaceFoldersParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams, DidSaveTextDocumentParams,
    InitializedParams, Uri,
};
use serde::de::DeserializeOwned;

use super::session::{Session, State};
use super::{settings, watch};
use crate::editor::address;
use crate::input;
use crate::payload::whole;

impl<W: Write> Session<W> {
    pub(super) fn hear(&mut self, it: Notification) {
        match it.method.as_str() {
            Initialized::METHOD => self.initialized(it.params),
            DidOpenTextDocument::METHOD => self.told::<DidOpenTextDocument>(it.params, Self::opened),
            DidChangeTextDocument::METHOD => self.told::<DidChangeTextDocument>(it.params, Self::changed),
            DidSaveTextDocument::METHOD => self.told::<DidSaveTextDocument>(it.params, Self::saved),
            DidCloseTextDocument::METHOD => self.told::<DidCloseTextDocument>(it.params, Self::closed),
            DidChangeWatchedFiles::METHOD => self.told::<DidChangeWatchedFiles>(it.params, Self::touched),
            DidChangeConfiguration::METHOD => self.told::<DidChangeConfiguration>(it.params, Self::configured),
            DidChangeWorkspaceFolders::METHOD => self.told::<DidChangeWorkspaceFolders>(it.params, Self::moved),
            // What begins so may be passed over.
            other if other.starts_with("$/") => {}
            other => self.out.log(&format!("pingless knows no `{other}`")),
        }
    }

    fn told<N: Form>(&mut self, params: serde_json::Value, hear: impl FnOnce(&mut Self, &mut State, N::Params))
    where
        N::Params: DeserializeOwned,
    {
        match serde_json::from_value(params) {
            Ok(params) => self.with(|session, state| hear(session, state, params)),
            Err(error) => self.out.log(&format!("`{}` cannot be read: {}", N::METHOD, whole::said(&error))),
        }
    }

    /// Does something with the state, which is not there before a session has begun.
    pub(super) fn with(&mut self, work: impl FnOnce(&mut Self, &mut State)) {
        let Some(mut state) = self.state.take() else { return };
        work(self, &mut state);
        self.state = Some(state);
    }

    fn initialized(&mut self, params: serde_json::Value) {
        self.told::<Initialized>(params, |session, state, _: InitializedParams| session.watch(state));
        self.gather();
        self.with(|session, state| session.watch_configurations(state));
    }

    fn opened(&mut self, state: &mut State, params: DidOpenTextDocumentParams) {
        let uri = params.text_document.uri.clone();
        let mistakes = state.desk.open(params.text_document);
        state.workspace.doubt();
        self.complain(&mistakes);
        self.watch_configurations(state);
        self.refuse_large(state, &uri);
        self.show(state, &uri);
    }

    fn changed(&mut self, state: &mut State, params: DidChangeTextDocumentParams) {
        let document = params.text_document;
        let was_read = state.desk.text(&document.uri).is_some_and(|it| it.too_large().is_none());
        state.desk.change(&document.uri, document.version, params.content_changes);
        state.workspace.doubt();
        if was_read {
            self.refuse_large(state, &document.uri);
        }
        match self.is_written_on(&document.uri) {
            // Somebody types faster than that: what was found before moves along.
            true => self.push(state, &document.uri),
            false => self.show(state, &document.uri),
        }
    }

    /// Whether the next message writes in the same text: what is found now is seen by nobody.
    fn is_written_on(&self, uri: &Uri) -> bool {
        let Some(Message::Notification(next)) = self.inbox.front() else { return false };
        let same = || next.params.get("textDocument")?.get("uri")?.as_str().map(|it| it == uri.as_str());
        next.method == DidChangeTextDocument::METHOD && same() == Some(true)
    }

    /// What the next message says, where it tells of the same: it is taken for heard.
    fn same<N: Form>(&mut self) -> Option<N::Params>
    where
        N::Params: DeserializeOwned,
    {
        let Some(Message::Notification(next)) = self.inbox.front() else { return None };
        let said = (next.method == N::METHOD).then(|| serde_json::from_value(next.params.clone()).ok())??;
        self.inbox.pop_front();
        Some(said)
    }

    /// Says once that a text is not read because it is too large.
    fn refuse_large(&mut self, state: &State, uri: &Uri) {
        let Some(open) = state.desk.text(uri) else { return };
        if let Some(why) = open.too_large() {
            self.out.warn(&format!("pingless does not read `{}`: {why}; {}", open.source.name, input::TOO_LARGE));
        }
    }

    fn saved(&mut self, state: &mut State, params: DidSaveTextDocumentParams) {
        let mut uris = vec![params.text_document.uri];
        // Whoever saves all texts at once tells of each, and all others are looked at anew for every one.
        uris.extend(std::iter::from_fn(|| self.same::<DidSaveTextDocument>()).map(|it| it.text_document.uri));
        match state.client.watches {
            // Of pictures and code, to which texts lead, it tells nothing, and not always of what lay in a folder that is gone.
            true => {
                state.workspace.sweep();
                let mistakes = state.desk.replant();
                self.complain(&mistakes);
                self.show_all(state);
            }
            // An editor that watches no files tells of this one alone.
            false => self.renew(state, &uris),
        }
    }

    fn closed(&mut self, state: &mut State, params: DidCloseTextDocumentParams) {
        let uri = params.text_document.uri;
        if let Some(open) = state.desk.close(&uri) {
            if let Some(path) = &open.path {
                state.workspace.touch(path, &mut state.desk);
            }
            self.out.publish(uri, None, Vec::new());
        }
    }

    fn touched(&mut self, state: &mut State, params: DidChangeWatchedFilesParams) {
        let more = std::iter::from_fn(|| self.same::<DidChangeWatchedFiles>()).flat_map(|it| it.changes);
        let all = params.changes.into_iter().chain(more);
        let uris: Vec<Uri> = all.filter(|it| watch::concerns(it, state)).map(|it| it.uri).collect();
        if !uris.is_empty() {
            self.renew(state, &uris);
        }
    }

    /// Looks anew at what depends on some files.
    fn renew(&mut self, state: &mut State, uris: &[Uri]) {
        let paths: BTreeSet<PathBuf> = uris.iter().filter_map(address::path).map(|it| input::placed(&it)).collect();
        if paths.iter().any(|path| watch::configures(path, state)) {
            return self.reconfigure(state);
        }
        state.workspace.sweep();
        let mistakes = state.desk.replant();
        self.complain(&mistakes);
        for path in &paths {
            state.workspace.touch(path, &mut state.desk);
        }
        self.show_all(state);
    }

    fn configured(&mut self, state: &mut State, params: DidChangeConfigurationParams) {
        // Some say only that something is otherwise.
        let wrong = settings::are_ours(&params.settings).then(|| self.settle(&params.settings)).flatten();
        wrong.into_iter().for_each(|it| self.out.warn(&it));
        self.reconfigure(state);
    }

    /// Reads configuration and pages anew. Where they are wrong, those from before count until they are right.
    fn reconfigure(&mut self, state: &mut State) {
        self.forget_complaints();
        let (setup, mistakes) = self.setup(Some(&state.desk.setup));
        self.complain(&mistakes);
        if mistakes.is_empty() {
            let mistakes = state.desk.renew(setup);
            self.complain(&mistakes);
            let mistakes = state.workspace.gather(&mut state.desk);
            self.complain(&mistakes);
            // There may be nothing left to read.
            self.conclude(state);
        }
        self.watch_configurations(state);
        self.show_all(state);
    }

    fn moved(&mut self, state: &mut State, params: DidChangeWorkspaceFoldersParams) {
        let path = |uri: &Uri| address::path(uri).map(|it| input::real(&it));
        let gone: Vec<PathBuf> = params.event.removed.iter().filter_map(|it| path(&it.uri)).collect();
        state.workspace.folders.retain(|it| !gone.contains(it));
        state.workspace.folders.extend(params.event.added.iter().filter_map(|it| path(&it.uri)));
        self.reconfigure(state);
    }

    /// Holds the texts against each other, and tells what is found so.
    pub(super) fn link(&mut self) {
        self.with(|session, state| {
            for (uri, diagnostics) in state.workspace.link(&mut state.desk) {
                session.out.publish(uri, None, diagnostics);
            }
            session.show_all(state);
            if state.client.renews_lenses {
                session.out.ask::<CodeLensRefresh>(());
            }
        });
    }

    /// Shows what is found in each open text, where that may have changed.
    fn show_all(&mut self, state: &mut State) {
        if state.client.pulls {
            if state.client.pulls_again {
                self.out.ask::<WorkspaceDiagnosticRefresh>(());
            }
            return;
        }
        for uri in state.desk.uris() {
            if state.desk.judge(&uri) {
                self.push(state, &uri);
            }
        }
    }

    /// Judges a text, and shows what is found.
    fn show(&mut self, state: &mut State, uri: &Uri) {
        if !state.client.pulls {
            state.desk.judge(uri);
            self.push(state, uri);
        }
    }

    /// Shows what is known of a text.
    fn push(&mut self, state: &State, uri: &Uri) {
        let Some(open) = state.desk.text(uri).filter(|_| !state.client.pulls) else { return };
        let diagnostics = state.desk.diagnostics(open);
        self.out.publish(uri.clone(), Some(open.version), diagnostics);
    }
}

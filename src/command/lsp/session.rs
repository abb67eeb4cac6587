//! A session with an editor, from its first message to its last: which message is for whom, in which order, and what is done
//! while none comes.

use std::collections::{BTreeSet, VecDeque};
use std::io::Write;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::time::Duration;

use crossbeam_channel::{Receiver, RecvTimeoutError, TryRecvError};
use lsp_server::{ErrorCode, Message, Notification, Request, RequestId};
use lsp_types::notification::{self, Notification as _};
use lsp_types::request::{self, Request as _};
use lsp_types::{
    CancelParams, InitializeParams, InitializeResult, NumberOrString, ServerInfo, WorkDoneProgress,
    WorkDoneProgressBegin, WorkDoneProgressCreateParams, WorkDoneProgressEnd, WorkDoneProgressReport,
};

use super::before::Shelf;
use super::client::{self, Client};
use super::complain::Complaints;
use super::desk::Desk;
use super::outbox::Outbox;
use super::settings::{self, Settings};
use super::transport::Incoming;
use super::workspace::{MOST_TEXTS, Workspace};
use crate::cli::{BaselineArgs, Lsp, RuleArgs};
use crate::payload::whole;
use crate::rule::Mistake;
use crate::run::Exit;
use crate::run::setup::Setup;
use crate::text::Encoding;

/// After so long without a word, texts are held against each other.
const PAUSE: Duration = Duration::from_millis(150);
/// The name of the work that an editor shows.
const READING: &str = "pingless/reading";

pub struct Session<W> {
    pub(super) out: Outbox<W>,
    /// What the command line says of rules.
    said: RuleArgs,
    /// The same, with what the editor says over it.
    args: RuleArgs,
    /// The same of what was known before.
    known: BaselineArgs,
    /// What came and is not answered yet.
    pub(super) inbox: VecDeque<Message>,
    pub(super) state: Option<State>,
    is_shut_down: bool,
    /// What somebody was told of configuration and pages.
    pub(super) complaints: Complaints,
    /// What columns count.
    pub(super) encoding: Encoding,
}

/// What there is once an editor has said what it can do.
pub struct State {
    pub client: Client,
    pub desk: Desk,
    pub workspace: Workspace,
    /// Configurations that an editor was asked to tell of, by their own names.
    pub(super) watched: BTreeSet<PathBuf>,
    /// An editor was told that texts are being read, and waits for the end of it.
    is_telling: bool,
}

impl<W: Write> Session<W> {
    pub fn new(args: &Lsp, to: W) -> Self {
        let plain = || Settings::default().over(&args.rules);
        Self {
            out: Outbox::new(to),
            said: plain(),
            args: plain(),
            known: args.known.clone(),
            inbox: VecDeque::new(),
            state: None,
            is_shut_down: false,
            complaints: Complaints::default(),
            encoding: Encoding::Utf16,
        }
    }

    /// Answers until the editor says that it goes, or is gone.
    pub fn serve(mut self, from: &Receiver<Incoming>) -> Exit {
        loop {
            if self.drain(from).is_break() && self.inbox.is_empty() {
                return self.end();
            }
            if let Some(message) = self.inbox.pop_front() {
                if self.handle(message).is_break() {
                    return self.end();
                }
            } else if self.is_busy() {
                self.work();
            } else {
                match from.recv_timeout(PAUSE) {
                    Ok(it) => self.take(it),
                    Err(RecvTimeoutError::Timeout) => self.rest(from),
                    Err(RecvTimeoutError::Disconnected) => return self.end(),
                }
            }
        }
    }

    /// Shows what is wrong with configuration and pages.
    pub(super) fn complain(&mut self, mistakes: &[Mistake]) {
        self.complaints.tell(mistakes, &mut self.out, self.encoding);
    }

    /// Configuration and pages have changed: what is wrong with them is told anew.
    pub(super) fn forget_complaints(&mut self) {
        self.complaints.forget(&mut self.out);
    }

    /// Who goes without saying so may have lost something.
    fn end(&self) -> Exit {
        if self.is_shut_down { Exit::Clean } else { Exit::Findings }
    }

    /// Takes in all that has come: what is not wanted any more is not begun.
    fn drain(&mut self, from: &Receiver<Incoming>) -> ControlFlow<()> {
        loop {
            match from.try_recv() {
                Ok(it) => self.take(it),
                Err(TryRecvError::Empty) => return ControlFlow::Continue(()),
                Err(TryRecvError::Disconnected) => return ControlFlow::Break(()),
            }
        }
    }

    fn take(&mut self, it: Incoming) {
        match it {
            Incoming::Malformed(wrong) => self.out.refuse(&wrong),
            Incoming::Message(Message::Notification(it)) if it.method == notification::Cancel::METHOD => {
                self.cancel(it)
            }
            Incoming::Message(message) => self.inbox.push_back(message),
        }
    }

    fn cancel(&mut self, it: Notification) {
        let Ok(CancelParams { id }) = serde_json::from_value(it.params) else { return };
        let id: RequestId = match id {
            NumberOrString::Number(id) => id.into(),
            NumberOrString::String(id) => id.into(),
        };
        let is_it = |it: &Message| matches!(it, Message::Request(it) if it.id == id);
        if let Some(at) = self.inbox.iter().position(is_it) {
            self.inbox.remove(at);
            self.out.fail(id, ErrorCode::RequestCanceled, "it was cancelled");
        }
    }

    fn handle(&mut self, message: Message) -> ControlFlow<()> {
        match message {
            Message::Request(it) if it.method == request::Initialize::METHOD && self.state.is_none() => self.begin(it),
            Message::Request(it) if self.is_shut_down => {
                self.out.fail(it.id, ErrorCode::InvalidRequest, "the session is shut down");
            }
            Message::Request(it) if self.state.is_none() => {
                self.out.fail(it.id, ErrorCode::ServerNotInitialized, "`initialize` comes first");
            }
            Message::Request(it) if it.method == request::Shutdown::METHOD => {
                self.is_shut_down = true;
                self.out.answer(lsp_server::Response::new_ok(it.id, ()));
            }
            Message::Request(it) => self.answer(it),
            Message::Notification(it) if it.method == notification::Exit::METHOD => return ControlFlow::Break(()),
            Message::Notification(it) if self.state.is_some() => self.hear(it),
            Message::Notification(_) | Message::Response(_) => {}
        }
        ControlFlow::Continue(())
    }

    fn begin(&mut self, request: Request) {
        let params: InitializeParams = match serde_json::from_value(request.params.clone()) {
            Ok(params) => params,
            Err(error) => return self.out.fail(request.id, ErrorCode::InvalidParams, &whole::said(&error)),
        };
        let client = Client::of(&params, &request.params);
        self.encoding = client.encoding;
        let folders = client::folders(&params);
        // Files are named as `check` names them there, and its configuration and pages are those that count.
        if let Some(first) = folders.first() {
            let _ = std::env::set_current_dir(first);
        }
        let options = params.initialization_options.clone().unwrap_or_default();
        let wrong = self.settle(&options);
        let (setup, mistakes) = self.setup(None);
        let desk = Desk::new(setup, Shelf::new(&self.known, &self.said), client.encoding, client.has_versions);
        let workspace = Workspace::of(folders);
        self.state = Some(State { client, desk, workspace, watched: BTreeSet::new(), is_telling: false });
        let server_info =
            ServerInfo { name: "pingless".to_owned(), version: Some(env!("CARGO_PKG_VERSION").to_owned()) };
        let capabilities = client::capabilities(&client, &params);
        let result = InitializeResult { capabilities, server_info: Some(server_info) };
        self.out.answer(lsp_server::Response::new_ok(request.id, result));
        wrong.into_iter().for_each(|it| self.out.warn(&it));
        self.complain(&mistakes);
    }

    /// Takes over what an editor says of rules, which may be for others as well; what is wrong with it, it is told.
    pub(super) fn settle(&mut self, options: &serde_json::Value) -> Option<String> {
        match Settings::read(options) {
            Ok(settings) => {
                self.args = settings.over(&self.said);
                settings::unknown(options)
            }
            Err(why) => Some(format!("pingless: a setting cannot be read: {why}")),
        }
    }

    /// Catalog and configuration, or those that the binary carries, and what is wrong with the user's.
    pub(super) fn setup(&self, earlier: Option<&Setup>) -> (Setup, Vec<Mistake>) {
        match Setup::after(earlier, &self.args) {
            Ok(setup) => (setup, Vec::new()),
            Err(mistakes) => {
                let setup = Setup::after(earlier, &RuleArgs::isolated());
                (setup.unwrap_or_else(|_| unreachable!("what the binary carries is in its form")), mistakes)
            }
        }
    }

    /// Looks at the texts around, from the beginning.
    pub(super) fn gather(&mut self) {
        let Some(state) = &mut self.state else { return };
        let mistakes = state.workspace.gather(&mut state.desk);
        let (many, shows) = (state.workspace.len(), state.client.shows_progress);
        state.is_telling = shows && many > 0;
        self.complain(&mistakes);
        if many == MOST_TEXTS {
            let message = format!("of this folder, {MOST_TEXTS} texts are held against each other, and no more");
            self.out.log(&message);
        }
        if shows && many > 0 {
            let token = NumberOrString::String(READING.to_owned());
            self.out.ask::<request::WorkDoneProgressCreate>(WorkDoneProgressCreateParams { token });
            let begin = WorkDoneProgressBegin {
                title: "Reading".to_owned(),
                message: Some(format!("{many} texts")),
                percentage: Some(0),
                cancellable: Some(false),
            };
            self.out.progress(READING, WorkDoneProgress::Begin(begin));
        }
    }

    fn is_busy(&self) -> bool {
        !self.is_shut_down && self.state.as_ref().is_some_and(|it| it.workspace.left() > 0)
    }

    /// A little of what can wait.
    fn work(&mut self) {
        let Some(state) = &mut self.state else { return };
        let percent = |state: &State| {
            let done = state.workspace.len().saturating_sub(state.workspace.left());
            (done * 100 / state.workspace.len().max(1)) as u32
        };
        let before = percent(state);
        state.workspace.step(&state.desk);
        if !state.is_telling {
            return;
        }
        let after = percent(state);
        if state.workspace.left() > 0 && before / 10 != after / 10 {
            let report = WorkDoneProgressReport { percentage: Some(after), ..WorkDoneProgressReport::default() };
            self.out.progress(READING, WorkDoneProgress::Report(report));
        }
        self.with(|session, state| session.conclude(state));
    }

    /// Tells the end of reading, where an editor waits for it and nothing is left to read.
    pub(super) fn conclude(&mut self, state: &mut State) {
        if state.workspace.left() == 0 && std::mem::take(&mut state.is_telling) {
            self.out.progress(READING, WorkDoneProgress::End(WorkDoneProgressEnd { message: None }));
        }
    }

    /// Nobody has said anything for a while.
    fn rest(&mut self, from: &Receiver<Incoming>) {
        let is_stale = self.state.as_ref().is_some_and(|it| it.workspace.is_stale());
        if is_stale && !self.is_shut_down {
            self.link();
        } else if let Ok(it) = from.recv() {
            self.take(it);
        }
    }
}

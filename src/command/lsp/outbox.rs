//! What is sent to the editor. One that has gone away gets nothing more, and is no reason to fail.

use std::io::Write;

use lsp_server::{ErrorCode, Message, Request, RequestId, Response};
use lsp_types::notification::Notification as Form;
use lsp_types::notification::{LogMessage, Progress, PublishDiagnostics, ShowMessage};
use lsp_types::request::Request as Question;
use lsp_types::{
    Diagnostic, LogMessageParams, MessageType, ProgressParams, ProgressParamsValue, PublishDiagnosticsParams,
    ShowMessageParams, Uri, WorkDoneProgress,
};

use super::transport::{self, Wrong};

pub struct Outbox<W> {
    to: W,
    /// How many questions were sent; their answers tell nothing that is waited for.
    asked: i32,
}

impl<W: Write> Outbox<W> {
    pub fn new(to: W) -> Self {
        Self { to, asked: 0 }
    }

    fn send(&mut self, message: impl Into<Message>) {
        let message: Message = message.into();
        let _ = message.write(&mut self.to);
    }

    pub fn answer(&mut self, response: Response) {
        self.send(response);
    }

    pub fn fail(&mut self, id: RequestId, code: ErrorCode, why: &str) {
        self.send(Response::new_err(id, code as i32, why.to_owned()));
    }

    /// What came was no message.
    pub fn refuse(&mut self, it: &Wrong) {
        let _ = transport::refuse(it, &mut self.to);
    }

    pub fn tell<N: Form>(&mut self, params: N::Params) {
        if let Ok(params) = serde_json::to_string(&params) {
            let _ = transport::tell(N::METHOD, &params, &mut self.to);
        }
    }

    pub fn ask<R: Question>(&mut self, params: R::Params) {
        self.asked += 1;
        self.send(Request::new(self.asked.into(), R::METHOD.to_owned(), params));
    }

    pub fn publish(&mut self, uri: Uri, version: Option<i32>, diagnostics: Vec<Diagnostic>) {
        self.tell::<PublishDiagnostics>(PublishDiagnosticsParams { uri, diagnostics, version });
    }

    /// Shows somebody what is wrong.
    pub fn warn(&mut self, message: &str) {
        self.tell::<ShowMessage>(ShowMessageParams { typ: MessageType::WARNING, message: message.to_owned() });
    }

    /// Shows somebody what they asked for.
    pub fn show(&mut self, message: &str) {
        self.tell::<ShowMessage>(ShowMessageParams { typ: MessageType::INFO, message: message.to_owned() });
    }

    pub fn log(&mut self, message: &str) {
        self.tell::<LogMessage>(LogMessageParams { typ: MessageType::LOG, message: message.to_owned() });
    }

    pub fn progress(&mut self, token: &str, value: WorkDoneProgress) {
        let token = lsp_types::NumberOrString::String(token.to_owned());
        self.tell::<Progress>(ProgressParams { token, value: ProgressParamsValue::WorkDone(value) });
    }
}

//! What an editor asks, and its answers. A question about a text that is not open has none.

use std::io::Write;

use lsp_server::{ErrorCode, Request, RequestId, Response};
use lsp_types::request::{
    ApplyWorkspaceEdit, CodeActionRequest, CodeActionResolveRequest, CodeLensRequest, Completion,
    DocumentDiagnosticRequest, DocumentSymbolRequest, ExecuteCommand, HoverRequest, Initialize, Request as Form,
};
use lsp_types::{
    ApplyWorkspaceEditParams, CodeAction, CodeActionOrCommand, CodeActionParams, CodeLens, CodeLensParams,
    CompletionParams, CompletionResponse, DocumentDiagnosticParams, DocumentDiagnosticReport,
    DocumentDiagnosticReportResult, DocumentSymbol, DocumentSymbolParams, DocumentSymbolResponse, ExecuteCommandParams,
    FullDocumentDiagnosticReport, Hover, HoverParams, Location, RelatedFullDocumentDiagnosticReport, SymbolInformation,
    Uri, WorkspaceEdit,
};
use serde_json::Value;

use super::desk::Open;
use super::session::{Session, State};
use crate::editor::{Page, action, complete, contract, fill, hover, outline};
use crate::payload::whole;
use crate::run::clock;

/// Why a question has no answer.
type Refused = (ErrorCode, String);

impl<W: Write> Session<W> {
    pub(super) fn answer(&mut self, it: Request) {
        self.with(|session, state| session.answer_with(it, state));
    }

    fn answer_with(&mut self, it: Request, state: &mut State) {
        let (id, params) = (it.id, it.params);
        match it.method.as_str() {
            DocumentDiagnosticRequest::METHOD => {
                self.reply::<DocumentDiagnosticRequest>(id, params, |it| Ok(pulled(state, it)))
            }
            CodeActionRequest::METHOD => self.reply::<CodeActionRequest>(id, params, |it| Ok(actions(state, it))),
            CodeActionResolveRequest::METHOD => {
                self.reply::<CodeActionResolveRequest>(id, params, |it| Ok(resolved(state, it)))
            }
            HoverRequest::METHOD => self.reply::<HoverRequest>(id, params, |it| Ok(hovered(state, it))),
            DocumentSymbolRequest::METHOD => {
                self.reply::<DocumentSymbolRequest>(id, params, |it| Ok(symbols(state, it)))
            }
            CodeLensRequest::METHOD => self.reply::<CodeLensRequest>(id, params, |it| Ok(lenses(state, it))),
            Completion::METHOD => self.reply::<Completion>(id, params, |it| Ok(completed(state, it))),
            ExecuteCommand::METHOD => self.execute(id, params, state),
            Initialize::METHOD => self.out.fail(id, ErrorCode::InvalidRequest, "`initialize` came before"),
            other => self.out.fail(id, ErrorCode::MethodNotFound, &format!("pingless answers no `{other}`")),
        }
    }

    fn reply<R: Form>(
        &mut self,
        id: RequestId,
        params: Value,
        answer: impl FnOnce(R::Params) -> Result<R::Result, Refused>,
    ) {
        match serde_json::from_value(params).map_err(|it| (ErrorCode::InvalidParams, whole::said(&it))).and_then(answer)
        {
            Ok(result) => self.out.answer(Response::new_ok(id, result)),
            Err((code, why)) => self.out.fail(id, code, &why),
        }
    }

    /// Puts the question of a slot into its text, or says what a lens tells.
    fn execute(&mut self, id: RequestId, params: Value, state: &mut State) {
        let (mut edit, mut told) = (None, None);
        self.reply::<ExecuteCommand>(id, params, |it: ExecuteCommandParams| {
            match it.command.as_str() {
                contract::FILL => edit = filled(state, &it.arguments)?,
                contract::TELL => told = it.arguments.first().and_then(Value::as_str).map(str::to_owned),
                other => return Err((ErrorCode::InvalidParams, format!("there is no command `{other}`"))),
            }
            Ok(None)
        });
        if let Some(edit) = edit {
            let label = Some("add the question".to_owned());
            self.out.ask::<ApplyWorkspaceEdit>(ApplyWorkspaceEditParams { label, edit });
        }
        if let Some(told) = told {
            self.out.show(&told);
        }
    }
}

/// The edit that puts in the question of a slot; none where it stands there already.
fn filled(state: &mut State, arguments: &[Value]) -> Result<Option<WorkspaceEdit>, Refused> {
    let wrong = |why: String| (ErrorCode::InvalidParams, why);
    let [uri, slot] = arguments else { return Err(wrong(NAMELESS.to_owned())) };
    let uri = uri.as_str().and_then(|it| it.parse::<Uri>().ok());
    let (Some(uri), Some(slot)) = (uri, slot.as_str()) else { return Err(wrong(NAMELESS.to_owned())) };
    let edit = |_: &State, page: &Page, _: &Open| {
        let kind = page.kind().ok_or_else(|| "nobody knows what kind of text this is".to_owned())?;
        if kind.needs.iter().all(|need| *need.name != *slot) {
            return Err(format!("a {} has no slot `{slot}`", kind.kind.name));
        }
        Ok(fill::edits(page, |need| *need.name == *slot).map(|edits| page.edit(edits)))
    };
    let found = read(state, &uri, edit).ok_or_else(|| wrong(format!("`{}` is not open", uri.as_str())))?;
    found.map_err(wrong)
}

/// Arguments that are none.
const NAMELESS: &str = "name a text and a slot";

/// Asks something of a text as it is now.
fn read<T>(state: &mut State, uri: &Uri, ask: impl FnOnce(&State, &Page, &Open) -> T) -> Option<T> {
    state.desk.judge(uri);
    let open = state.desk.text(uri)?;
    let page = state.desk.page(open)?;
    Some(ask(state, &page, open))
}

fn pulled(state: &mut State, params: DocumentDiagnosticParams) -> DocumentDiagnosticReportResult {
    let items = read(state, &params.text_document.uri, |state, _, open| state.desk.diagnostics(open));
    let full_document_diagnostic_report =
        FullDocumentDiagnosticReport { result_id: None, items: items.unwrap_or_default() };
    let report = RelatedFullDocumentDiagnosticReport { related_documents: None, full_document_diagnostic_report };
    DocumentDiagnosticReportResult::Report(DocumentDiagnosticReport::Full(report))
}

fn actions(state: &mut State, params: CodeActionParams) -> Option<Vec<CodeActionOrCommand>> {
    let found = read(state, &params.text_document.uri, |state, page, open| {
        let asked = action::Asked {
            span: page.sheet.span(params.range, &page.source.text),
            only: params.context.only.as_deref().unwrap_or_default(),
            is_lazy: state.client.is_lazy,
            judge: &|text, shift| state.desk.tried(open, text, shift),
            find: &|it| state.desk.find(it),
        };
        action::all(page, &asked)
    });
    found.map(|all| all.into_iter().map(CodeActionOrCommand::CodeAction).collect())
}

fn resolved(state: &mut State, action: CodeAction) -> CodeAction {
    let uri = action.data.as_ref().and_then(action::text_of).and_then(|it| it.parse::<Uri>().ok());
    let found = uri.and_then(|uri| {
        read(state, &uri, |state, page, open| {
            action::resolved(page, action.clone(), &|text, shift| state.desk.tried(open, text, shift))
        })
    });
    found.unwrap_or(action)
}

fn hovered(state: &mut State, params: HoverParams) -> Option<Hover> {
    let at = params.text_document_position_params;
    read(state, &at.text_document.uri, |state, page, _| {
        let offset = page.sheet.offset(at.position, &page.source.text);
        hover::at(page, offset, state.client.has_markdown)
    })?
}

fn symbols(state: &mut State, params: DocumentSymbolParams) -> Option<DocumentSymbolResponse> {
    let uri = params.text_document.uri;
    read(state, &uri, |state, page, _| {
        let all = outline::of(page);
        match state.client.has_levels {
            true => DocumentSymbolResponse::Nested(all),
            false => DocumentSymbolResponse::Flat(flat(all, &uri)),
        }
    })
}

/// The same for an editor that knows no levels.
fn flat(symbols: Vec<DocumentSymbol>, uri: &Uri) -> Vec<SymbolInformation> {
    let mut out = Vec::new();
    let mut waiting: Vec<DocumentSymbol> = symbols.into_iter().rev().collect();
    while let Some(it) = waiting.pop() {
        waiting.extend(it.children.into_iter().flatten().rev());
        #[expect(deprecated, reason = "the form has the field")]
        out.push(SymbolInformation {
            name: it.name,
            kind: it.kind,
            tags: None,
            deprecated: None,
            location: Location::new(uri.clone(), it.range),
            container_name: None,
        });
    }
    out
}

fn lenses(state: &mut State, params: CodeLensParams) -> Option<Vec<CodeLens>> {
    read(state, &params.text_document.uri, |_, page, _| contract::lenses(page))
}

fn completed(state: &mut State, params: CompletionParams) -> Option<CompletionResponse> {
    let at = params.text_document_position;
    let items = read(state, &at.text_document.uri, |_, page, _| {
        complete::at(page, page.sheet.offset(at.position, &page.source.text), clock::here())
    })?;
    Some(CompletionResponse::Array(items))
}

//! What the other side can do, as it says at the beginning, and what we offer it.

use std::path::{Path, PathBuf};

use lsp_types::{
    ClientCapabilities, CodeActionKind, CodeActionOptions, CodeActionProviderCapability, CodeLensOptions,
    CompletionOptions, DiagnosticOptions, DiagnosticServerCapabilities, ExecuteCommandOptions, HoverProviderCapability,
    InitializeParams, MarkupKind, OneOf, PositionEncodingKind, SaveOptions, ServerCapabilities,
    TextDocumentSyncCapability, TextDocumentSyncKind, TextDocumentSyncOptions, TextDocumentSyncSaveOptions,
    WorkspaceFoldersServerCapabilities, WorkspaceServerCapabilities,
};

use serde_json::Value;

use crate::editor::{action, address, complete, contract};
use crate::input;
use crate::text::Encoding;

/// What is known of an editor.
#[derive(Debug, Clone, Copy)]
pub struct Client {
    pub encoding: Encoding,
    /// It asks for the findings of a text; else they are sent.
    pub pulls: bool,
    /// It asks again where we say that something else has changed.
    pub pulls_again: bool,
    /// It asks for the edit of an action once somebody chose it.
    pub is_lazy: bool,
    pub has_markdown: bool,
    /// An edit may name the version that it is for.
    pub has_versions: bool,
    /// Outlines have levels.
    pub has_levels: bool,
    pub shows_progress: bool,
    /// It tells of files that change, where it is asked to.
    pub watches: bool,
    /// Also of files that lie in none of its folders.
    pub watches_elsewhere: bool,
    pub renews_lenses: bool,
}

impl Client {
    /// `said` is the same as it was sent: the crate of the forms looks for one capability under another name.
    pub fn of(params: &InitializeParams, said: &Value) -> Self {
        let it = &params.capabilities;
        let text = it.text_document.as_ref();
        let workspace = it.workspace.as_ref();
        let resolves = |properties: &[String]| properties.iter().any(|it| it == "edit");
        let actions = text.and_then(|it| it.code_action.as_ref());
        let hover = text.and_then(|it| it.hover.as_ref()?.content_format.as_ref());
        let symbols = text.and_then(|it| it.document_symbol.as_ref());
        Self {
            encoding: encoding(it).1,
            pulls: text.is_some_and(|it| it.diagnostic.is_some()),
            pulls_again: said["capabilities"]["workspace"]["diagnostics"]["refreshSupport"] == true,
            is_lazy: actions.and_then(|it| it.resolve_support.as_ref()).is_some_and(|it| resolves(&it.properties))
                && actions.and_then(|it| it.data_support) == Some(true),
            has_markdown: hover.is_some_and(|it| it.contains(&MarkupKind::Markdown)),
            has_versions: workspace.and_then(|it| it.workspace_edit.as_ref()?.document_changes) == Some(true),
            has_levels: symbols.and_then(|it| it.hierarchical_document_symbol_support) == Some(true),
            shows_progress: it.window.as_ref().and_then(|it| it.work_done_progress) == Some(true),
            watches: workspace.and_then(|it| it.did_change_watched_files?.dynamic_registration) == Some(true),
            watches_elsewhere: workspace.and_then(|it| it.did_change_watched_files?.relative_pattern_support)
                == Some(true),
            renews_lenses: workspace.and_then(|it| it.code_lens.as_ref()?.refresh_support) == Some(true),
        }
    }
}

/// What columns count: bytes, which cost nothing, where the other side can count them.
fn encoding(it: &ClientCapabilities) -> (PositionEncodingKind, Encoding) {
    let offered = it.general.as_ref().and_then(|it| it.position_encodings.as_deref()).unwrap_or_default();
    let known = [
        (PositionEncodingKind::UTF8, Encoding::Utf8),
        (PositionEncodingKind::UTF32, Encoding::Utf32),
        (PositionEncodingKind::UTF16, Encoding::Utf16),
    ];
    let found = known.into_iter().find(|(kind, _)| offered.contains(kind));
    found.unwrap_or((PositionEncodingKind::UTF16, Encoding::Utf16))
}

/// What we answer.
pub fn capabilities(client: &Client, params: &InitializeParams) -> ServerCapabilities {
    let sync = TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::INCREMENTAL),
        save: Some(TextDocumentSyncSaveOptions::SaveOptions(SaveOptions { include_text: None })),
        ..TextDocumentSyncOptions::default()
    };
    let actions = CodeActionOptions {
        code_action_kinds: Some(vec![CodeActionKind::QUICKFIX, action::FIX_ALL]),
        resolve_provider: Some(true),
        ..CodeActionOptions::default()
    };
    let completion = CompletionOptions {
        trigger_characters: Some(complete::TRIGGERS.map(str::to_owned).to_vec()),
        ..CompletionOptions::default()
    };
    let diagnostics = DiagnosticOptions {
        identifier: Some("pingless".to_owned()),
        inter_file_dependencies: true,
        ..DiagnosticOptions::default()
    };
    let folders =
        WorkspaceFoldersServerCapabilities { supported: Some(true), change_notifications: Some(OneOf::Left(true)) };
    ServerCapabilities {
        position_encoding: Some(encoding(&params.capabilities).0),
        text_document_sync: Some(TextDocumentSyncCapability::Options(sync)),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        completion_provider: Some(completion),
        document_symbol_provider: Some(OneOf::Left(true)),
        code_action_provider: Some(CodeActionProviderCapability::Options(actions)),
        code_lens_provider: Some(CodeLensOptions { resolve_provider: None }),
        execute_command_provider: Some(ExecuteCommandOptions {
            commands: vec![contract::FILL.to_owned(), contract::TELL.to_owned()],
            ..ExecuteCommandOptions::default()
        }),
        diagnostic_provider: client.pulls.then_some(DiagnosticServerCapabilities::Options(diagnostics)),
        workspace: Some(WorkspaceServerCapabilities { workspace_folders: Some(folders), file_operations: None }),
        ..ServerCapabilities::default()
    }
}

/// The folders that are open, as they really are.
pub fn folders(params: &InitializeParams) -> Vec<PathBuf> {
    #[expect(deprecated, reason = "older editors say it so")]
    let root =
        || params.root_uri.as_ref().and_then(address::path).or_else(|| params.root_path.as_ref().map(PathBuf::from));
    let named = params.workspace_folders.iter().flatten().filter_map(|it| address::path(&it.uri));
    let mut folders: Vec<PathBuf> = named.collect();
    if folders.is_empty() {
        folders.extend(root());
    }
    folders.iter().filter(|it| it.is_dir()).map(|it| input::real(Path::new(it))).collect()
}

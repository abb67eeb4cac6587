//! What an editor shows of one text: findings at their places, ways to mend them, its outline, its contract, and what may
//! be written next. Answers in the forms of the language server protocol; knows no session, no file and no clock.

pub mod action;
pub mod address;
mod allow;
pub mod complete;
pub mod contract;
pub mod diagnostic;
pub mod fill;
pub mod hover;
pub mod outline;
pub mod sheet;
pub mod shift;

use std::collections::HashMap;
use std::sync::Arc;

use lsp_types::{
    DocumentChanges, OneOf, OptionalVersionedTextDocumentIdentifier, TextDocumentEdit, TextEdit, Uri, WorkspaceEdit,
};

use crate::config::Policy;
use crate::document::Document;
use crate::rule::{Catalog, KindPage};
use crate::settle::Checked;
use crate::text::Source;
use sheet::Sheet;

/// A text that somebody writes, judged.
#[derive(Clone, Copy)]
pub struct Page<'p> {
    pub uri: &'p Uri,
    /// What its editor calls this state of it, where an edit may name that.
    pub version: Option<i32>,
    pub source: &'p Source,
    pub sheet: &'p Sheet,
    pub checked: &'p Checked,
    pub catalog: &'p Catalog,
    pub policy: &'p Policy,
}

impl<'p> Page<'p> {
    /// The text as a model, with its readers.
    pub fn document(&self) -> Document<'p> {
        let doc = Document::new(self.source);
        doc.set_readers(Arc::clone(&self.policy.readers));
        doc.set_now(self.policy.now);
        doc
    }

    /// The page of its kind, where that is sure.
    pub fn kind(&self) -> Option<&'p KindPage> {
        self.checked.recognised.sure().and_then(|kind| self.catalog.kind(kind))
    }

    /// These edits of the text, as an editor applies them.
    pub fn edit(&self, edits: Vec<TextEdit>) -> WorkspaceEdit {
        let Some(version) = self.version else {
            return WorkspaceEdit {
                changes: Some(HashMap::from([(self.uri.clone(), edits)])),
                ..WorkspaceEdit::default()
            };
        };
        let text_document = OptionalVersionedTextDocumentIdentifier { uri: self.uri.clone(), version: Some(version) };
        let edits = edits.into_iter().map(OneOf::Left).collect();
        let changes = DocumentChanges::Edits(vec![TextDocumentEdit { text_document, edits }]);
        WorkspaceEdit { document_changes: Some(changes), ..WorkspaceEdit::default() }
    }
}

//! Who answers for the paths of a repository, read from where the forges look.

use std::path::Path;
use std::sync::Arc;

use crate::input;
use crate::owners::{self, Codeowners};
use crate::settle::Notice;

/// The code owners of the repository at `root`. Lines that its forge does not read are told.
pub fn of(root: &Path, notices: &mut Vec<Notice>) -> Option<Arc<Codeowners>> {
    let (place, text) = input::first_of(root, owners::PLACES)?;
    let owners = Codeowners::read(&place, &text);
    notices.extend(owners.malformed.iter().map(|it| Notice {
        path: format!("{place}:{}", it.line),
        message: it.message.clone(),
        help: "mend the line: nobody answers for its paths as it stands".to_owned(),
        fatal: false,
    }));
    Some(Arc::new(owners))
}

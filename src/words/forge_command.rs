//! Commands that forges and their robots take out of a message, one a line: `/label ~bug`, `/due tomorrow`, `/retest`.

use super::list::is_among;

/// Whether a line is one of them.
pub fn is_command(line: &str) -> bool {
    /// Of GitLab, and of the robots that work for projects on GitHub; not those that are the name of a folder, too.
    const NAMES: &str = "add_child add_contacts add_email add_parent approve assign assign_reviewer award backport blocked_by \
        cc cherry-pick cherrypick child_of clear_weight clone close confidential convert_to_issue \
        copy_metadata create_merge_request draft due duplicate epic estimate estimate_time health_status hold \
        iteration kind label lgtm lifecycle lock merge milestone move ok-to-test parent priority promote \
        promote_to publish ready reassign reassign_reviewer rebase relabel relate release-note-none remind_me \
        remove-lifecycle remove_due_date remove_estimate remove_label remove_milestone remove_time_spent \
        reopen request_changes request_review retest rerun set_parent severity shrug sig spend spend_time \
        spent submit_review subscribe tableflip target_branch title todo triage unapprove unassign \
        unassign_reviewer unhold unlabel unlink unlock unrelate unsubscribe weight zoom";
    let Some(rest) = line.strip_prefix('/') else { return false };
    let name = rest.split([' ', '\t']).next().unwrap_or_default();
    is_among(NAMES, name)
}

#[cfg(test)]
mod tests {
    use super::is_command;

    #[test]
    fn a_command_is_a_line_of_its_own() {
        for line in ["/label ~bug", "/due tomorrow", "/retest", "/remind_me by EOD tomorrow"] {
            assert!(is_command(line), "{line}");
        }
        for line in ["/etc/passwd is read", "/ due tomorrow", "due tomorrow", "/api/label", "/test fails", "/", ""] {
            assert!(!is_command(line), "{line}");
        }
    }
}

//! What somebody does to make a thing happen: commands to a reader, deeds told in the first person.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::pattern::{Pattern, any_of, opening};

/// Verbs of handling software, in the form of a command.
const VERBS: &str = r"open|click|double-click|right-click|select|choose|press|hit|tap|type|enter|fill|paste|copy|drag|drop|scroll|hover|go|navigate|visit|browse|log|sign|run|execute|start|launch|restart|reboot|stop|close|install|uninstall|upgrade|update|downgrade|build|compile|deploy|create|make|add|insert|remove|delete|edit|change|modify|rename|move|set|unset|enable|disable|configure|save|load|reload|refresh|import|export|upload|download|send|call|invoke|use|try|clone|checkout|check|pull|push|commit|switch|connect|disconnect|plug|attach|wait|watch|observe|notice|see|look|repeat|resize|play|search|define|declare|have|put|write|initialize|init|configure|specify|turn|unzip|extract|mount|register|pass|apply|generate|expand|let|given|do|now|then|next|finally|first";

static COMMAND: LazyLock<Pattern> = LazyLock::new(|| opening(&[VERBS]));

/// A command in the middle of a line: "then click", "and press".
static FURTHER_COMMAND: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[r"(?:then|and|->|=>|>) (?:click|select|choose|press|open|type|enter|run|go|save|start|delete|try)"])
});

/// Commands one after the other in a sentence: "log in, put two items into the basket and go to checkout".
static CHAIN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:^|[,;:.] (?:and |then )*|(?-u:\b)(?:and then|and|then) )(?:log in|sign in|go to|go back|navigate|put|open|click|select|press|type|enter|choose|run|start|restart|save|reload|scroll|drag|create|add|remove|delete|upload|install|switch|wait|set|pick|change|try) (?:an?|the|in|on|to|as|into|for|any|your|some|it|\d+|one|two)(?-u:\b)",
    )
});

/// A command that opens a sentence with a capital letter: in running text a small one is a noun as often.
static SENTENCE_COMMAND: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"^(?:\W*)(?:Open|Click|Double-click|Right-click|Select|Choose|Press|Hit|Type|Enter|Go to|Navigate to|Visit|Run|Execute|Start|Launch|Restart|Install|Upgrade|Build|Create|Add|Insert|Remove|Delete|Edit|Change|Set|Turn|Enable|Disable|Configure|Save|Load|Import|Export|Upload|Download|Send|Call|Switch|Connect|Drag|Copy|Paste|Define|Make|Try|Put|Log in|Log out|Sign in|Sign out|Stop|Close|Move|Reload|Resize|Scroll|Hover|Expand|Collapse|Reboot|Clone|Notice|Observe|Deploy|Compile|Have|Given|Consider|Take|Write|Place)(?-u:\b)",
    )
});

/// Deeds told by the one who did them.
static DEED: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:I|we)(?:'ve|'m|'re| have| am| are| was| were| had)?(?: just| then| also| now| only| simply| first| recently)? (?:tr(?:y|ied|ying)|ran|run|running|upgrad\w+|updat\w+|install\w*|open\w*|click\w*|creat\w+|add\w*|start\w*|select\w*|went|built|build|building|delet\w+|remov\w+|deploy\w*|import\w*|press\w*|enter\w*|typ\w+|switch\w*|set|sets|setting|used|chang\w+|call\w*|execut\w+|download\w*|upload\w*|navigat\w+|sav(?:e|ed|ing)|load\w*|writ(?:e|ing)|wrote|defin\w+|configur\w+|pass\w*|follow\w*|enabl\w+|disabl\w+|connect\w*|launch\w*|restart\w*|merg\w+|pull\w*|push\w*|cop(?:y|ied)|placed|subscribe\w*|check\w*|was \w+ing|were \w+ing)",
    ])
});

/// Begins with what was done, as the items of a list do: "Cloned the sandbox".
static PAST: LazyLock<Pattern> = LazyLock::new(|| {
    opening(&[
        r"(?:(?:I|we) )?(?:then |also |just |first )?(?:cloned|downloaded|created|ran|installed|opened|clicked|pressed|started|launched|built|compiled|added|removed|deleted|set|changed|selected|chose|entered|typed|logged (?:in|out)|uploaded|imported|exported|enabled|disabled|configured|copied|pasted|pulled|checked out|executed|updated|upgraded|switched|went|saved|connected|restarted)",
    ])
});

/// Says outright that the way to it follows.
static ANNOUNCED: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:to|can|could|be|easily|how to|steps to|I|you can) reproduc(?:e|ed)|reproduc(?:es|tions?|ing)|reproducible (?:by|with|using|in|on|example|case|test)|repro(?:s|'d)?|(?:to|how to) (?:replicate|recreate)",
        r"to (?:see|trigger|provoke|get|cause|observe|show) (?:it|this|the (?:bug|problem|issue|error|fault|crash))|(?:these|the|following|my|some|same) steps|steps(?: are)?:|(?:following|this|another|simple) scenario|(?:my|the) (?:exact )?(?:input|command|call)(?: (?:to|in|on|at|for) (?:the )?\w+)?:|to test(?: it| this)?, (?:create|open|run|start|add|set|use|go|click|enter|call|select|install)|minimal (?:example|config|setup|case|code)",
        r"(?:following|this|below) (?:code|config(?:uration)?|example|snippet|program|script|command|setup|test)|(?:code|steps?|setup|config\w*|mapping|query|test|command) (?:\w+ ){0,5}(?:is|are|looks?) (?:as follows|like (?:this|the following)|the following)|(?:code|snippet|script|program|commands?|quer(?:y|ies)|test case) below",
    ])
});

/// Where a sentence announces how to make it happen.
pub fn find_announcement(sentence: &str) -> Option<Range<usize>> {
    ANNOUNCED.find(sentence).map(|found| found.range())
}

/// Where a sentence gives at least two commands, one after the other.
pub fn find_chain(sentence: &str) -> Option<Range<usize>> {
    let mut commands = CHAIN.find_iter(sentence);
    let first = commands.next()?;
    let last = commands.last()?;
    Some(first.start()..last.end())
}

/// What goes on in a head is no deed: "I was expecting a file".
const THOUGHTS: &[&str] =
    &["expecting", "wondering", "hoping", "thinking", "looking", "planning", "assuming", "going", "hitting", "seeing"];

/// Where somebody tells what they did.
pub fn find_deed(sentence: &str) -> Option<Range<usize>> {
    let is_thought = |deed: &str| THOUGHTS.iter().any(|thought| deed.ends_with(thought));
    DEED.find_iter(sentence).find(|found| !is_thought(found.as_str())).map(|found| found.range())
}

/// Whether an item of a list begins with what somebody did.
pub fn is_past(item: &str) -> bool {
    PAST.is_match(item)
}

/// Whether a line tells its reader to do something.
pub fn is_command(line: &str) -> bool {
    COMMAND.is_match(line) || FURTHER_COMMAND.is_match(line)
}

/// Whether a sentence of running text tells its reader to do something.
pub fn is_sentence_command(sentence: &str) -> bool {
    let Some(command) = SENTENCE_COMMAND.find(sentence) else { return false };
    let rest = sentence[command.end()..].trim_start();
    // "Stop.", as programs end, and "Notice: it is slow".
    if !rest.starts_with(char::is_alphanumeric) && ["Stop", "Notice"].iter().any(|it| command.as_str().ends_with(it)) {
        return false;
    }
    let next = rest.split_whitespace().next().unwrap_or_default();
    // "Export is broken": a noun after all.
    !["is", "was", "are", "does", "doesn't", "fails", "failed", "not", "button", "of", "crashes", "has", "no"]
        .contains(&next)
}

#[cfg(test)]
mod tests {
    use super::{find_announcement, find_chain, find_deed, is_command, is_sentence_command};

    #[test]
    fn commands_and_deeds() {
        assert!(is_command("- Click Save, then wait"));
        assert!(!is_command("The button is grey"));
        assert!(find_deed("Yesterday I upgraded the server").is_some());
        assert!(find_deed("I was expecting a file").is_none());
        assert!(find_chain("Sign in as a guest, add two items to the basket and go to the checkout").is_some());
        assert!(find_chain("I open the page, and the start is slow").is_none());
        assert!(is_sentence_command("Move the bar to the left") && is_sentence_command("Notice how it grows"));
        assert!(!is_sentence_command("Stop.") && !is_sentence_command("Notice: it is slow"));
        assert!(find_announcement("The snippet below shows two lists").is_some());
    }
}

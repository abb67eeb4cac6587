"""What a plain style scores: one regular expression for each slot or sentence label, as a Vale or grep rule has it.

It is the yardstick beside our own figures, written once in the way such rules are usually written (the heading of the
slot, and the words that everybody thinks of first) and never tuned. Searched without regard to case, over the raw text.
"""

import re

SLOTS = {
    # bug reports and questions
    "observed-behaviour": r"actual|observed|happen|crash|fail|error|broken|wrong|does(n't| not)|can(no|')t",
    "expected-behaviour": r"expect|should|supposed to|instead of|ought to",
    "steps-to-reproduce": r"steps|reproduc|repro\b|^\s*1[.)] |how to",
    "environment": r"environment|windows|linux|mac ?os|ubuntu|android|ios|chrome|firefox|safari|browser|platform",
    "version": r"version|\bv?\d+\.\d+(\.\d+)?\b",
    "logs": r"log|trace|exception|error:|```",
    "code-or-link": r"```|https?://|^ {4}\S",
    "hypothesis": r"i think|probably|seems|because|caused by|root cause|suspect",
    "proposed-fix": r"fix|patch|workaround|solution|should be changed",
    "ask": r"\?|please|could you|can you|help",
    # feature requests
    "problem": r"problem|motivation|background|use case|currently|because|need",
    "proposal": r"propos|suggest|solution|would like|should|add|support|allow|detailed design",
    "alternatives": r"alternativ|workaround|instead|options",
    # changes
    "what": r"\w+ \w+ \w+",
    "why": r"because|since|so that|in order to|due to|fix|motivation|why|avoid|prevent",
    "how": r"how|by (\w+ing)|using|implement|instead|via",
    "testing": r"test|verif|qa\b|checked",
    "linked-issue": r"#\d+|issues/\d+|fixes|closes|[A-Z]{2,}-\d+",
    "screenshots": r"screenshot|!\[|<img|\.gif|\.png|before.*after",
    "rollback": r"roll ?back|revert|undo|downgrade|feature flag",
    # requests
    "context": r"```|https?://|\w+ \w+ \w+ \w+ \w+ \w+ \w+ \w+",
    "addressee": r"@\w+|^\w+[:,] |^hi \w+|hey \w+",
    "deadline": r"\bby (mon|tue|wed|thu|fri|tomorrow|eod|end|\d)|before|deadline|urgent|asap|no rush|today",
    "evidence": r"```|`|https?://|#\d+|error",
    "tried": r"tried|i have|i've|already|attempted|but it|checked|searched",
    # incident updates
    "state": r"investigating|identified|monitoring|resolved|fixed|down|outage|maintenance",
    "affected": r"affect|impact|users|customers|service|unable|down",
    "as-of-time": r"\d{1,2}:\d\d|\d{4}-\d\d-\d\d",
    "time-zone": r"\b(utc|gmt|[pcem][sd]t|cest|cet|z)\b|[+-]\d\d:?\d\d",
    "next-update": r"next update|will update|more (information|details)|keep you",
    "workaround": r"workaround|work around|in the meantime|meanwhile|instead",
    # status updates and handoffs
    "shipped": r"shipped|done|completed|merged|released|finished|yesterday|last week|fixed|added",
    "in-progress": r"in progress|working on|today|this week|ongoing|wip|started",
    "blocked": r"block|waiting|stuck|impediment|problem|issue",
    "next": r"next|plan|will|tomorrow|upcoming|todo",
    "date": r"\d{4}-\d\d-\d\d|\bdate\b|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|(january|february|march|april|may|june|july|august|september|october|november|december) \d",
    "progress": r"progress|done|completed|status",
    "next-action": r"next|todo|action|start with",
    "blockers": r"block|waiting|issue|risk",
    "open-questions": r"open question|question|unclear|\?",
    "to-whom": r"@\w+|handoff to|for the next|next agent|next session|to:",
    "decisions": r"decision|decided|chose",
    # decisions
    "status": r"status|accepted|proposed|superseded",
    "decision": r"decision|decided|we will|chosen",
    "alternatives-considered": r"alternativ|considered|options",
    "rejection-reasons": r"because|reject|however|but |not chosen",
    "consequences-positive": r"positive|good|benefit|consequences|pros",
    "consequences-negative": r"negative|bad|drawback|consequences|cons\b|risk",
    "deciders": r"decider|author|owner|decided by",
    # designs
    "constraints": r"constraint|non-goal|limit|must",
    "success-criteria": r"success|metric|graduation|goal|criteria",
    "implementation-plan": r"plan|phase|milestone|timeline|implementation",
    "risks": r"risk|drawback|downside|mitigation",
    "owner": r"owner|author|maintainer|champion|assignee",
    "review-deadline": r"deadline|comment period|last call|review by|by \d",
    # incident reports
    "summary": r"summary|overview|abstract|tl;dr",
    "impact": r"impact|affected|users|customers",
    "timeline-with-times": r"timeline|\d{1,2}:\d\d",
    "timezone-stated": r"\b(utc|gmt|[pcem][sd]t|cest|cet)\b|[+-]\d\d:?\d\d",
    "root-cause": r"root cause|cause|because|due to|contributing",
    "resolution": r"resol|fix|mitigat|restored",
    "action-items": r"action items|follow.?up|todo|next steps|- \[ \]",
    "action-items-all-have-owner": r"owner|assignee|@\w+",
    "action-items-all-have-date": r"due|by \d|deadline",
    "lessons": r"lesson|learn|went well|went wrong",
    # minutes
    "attendees": r"attend|present|participants",
    "decisions-stated": r"decision|decided|agreed|approved|resolved",
    "action-items-have-owner": r"action.*@\w+|\w+ (will|to) \w+",
    "action-items-have-date": r"action.*\d{4}|due|by (mon|tue|wed|thu|fri)",
    # runbooks
    "trigger": r"when|alert|meaning|trigger|symptom",
    "steps": r"steps|^\s*1[.)] |```|mitigation|run ",
    "verification": r"verif|confirm|check that|validate|should see",
    "escalation": r"escalat|contact|owner|on.?call|slack",
}

SENTENCES = {
    "ambiguous-deadline": r"tomorrow|next week|by (mon|tue|wed|thu|fri)|\beod\b|end of (the )?(day|week)|this week|soon",
    "vague-time": r"soon|later|eventually|shortly|asap|tbd",
    "vague-reference": r"the \w+ (thing|stuff|issue)|as (discussed|mentioned)|see (above|below)",
    "ephemeral-reference": r"slack|discord|zulip|irc|offline|on the call|dm\b|zoom",
    "action-without-owner": r"todo|action item|- \[ \]|we should|someone|needs? to",
    "action-without-date": r"todo|action item|- \[ \]|will ",
}


def found(pattern, text):
    """Whether the plain style sees it anywhere in the text."""
    return re.search(pattern, text, re.IGNORECASE | re.MULTILINE) is not None

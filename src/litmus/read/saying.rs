//! Whether a sentence says what a thing is, by its words alone: it gives no order, sends nobody elsewhere, and speaks of
//! nothing else. Where it stands, it does not know.

use std::sync::LazyLock;

use crate::words::english::{person, verb};
use crate::words::list::is_among;
use crate::words::pattern::{Pattern, any_of, in_pieces, opening};

/// Says where to go, how things stand or what to do, and not what it is.
static ASIDE: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"^\W*(?:please |our |this (?:section|page|document|guide|chapter) |th(?:ese|is) (?:docs|documents|documentation|pages|notes|folder of docs)(?-u:\b)|(?:for |to |you can |we )?(?:see|read|visit|check out|refer to|click|go to|follow|join|star|watch (?:this|the|it|our)|install|download|run|note|warning|important|caution|tip|looking for|moved|this (?:repo\w*|project|package|page|file|readme|document\w*|library|chart|module|crate|service|component|plugin|action|image|role) (?:has (?:been )?(?:moved|been)|is (?:no longer|deprecated|archived|under|a work in progress|currently|generated|auto)|was (?:generated|moved|archived)|contains (?:the )?(?:documentation|docs) for contributors))",
        r"|(?:(?:all|the|full|complete|published|technical|official|further|more|additional|user|developer|api|online|latest|detailed) ){0,3}documentation (?:follows|specific|for|on|about|of|is|can|may|lives|links)|how (?:to|do|can)|finally|be aware|now (?:you|we|it)|(?:for|to receive|to get) (?:more |regular |the latest |our )*(?:updates|news|announcements|details|help|questions|support)|welcome|hello|hi |thank|english|deprecated|archived|work in progress|wip|status:|version:?|license|copyright|(?:available|licensed|released|distributed) under|(?:public |official |full )?(?:documentation|docs) (?:and|for|of)|this \w+ is (?:a )?part of|built with|made with|sponsor|support(?:ed by)|documentation|docs|website|table of contents|contents|last updated|created by|author|maintainer|if you|whether|it |they |you[ ']|there |here |below |above |in |within |inside |among |on |at |when |while |after |since |as of|as an alternative|although|example|currently|following|the following|then|open (?:the|a|an|up|your|in|it)|v\d\S*|in order to|to (?:get started|begin|learn|start)|before you|make sure|first|these are|the (?:latest |official |full |complete |up-to-date |current )*(?:documentation|docs|source code)|most of|some of|many of|several of|all of|each of|both of|\[|https?:)(?-u:\b)?",
    ])
});

/// Says in so many words what a thing is or does.
static TELLS: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:is|are) (?:an?|the|our|one|\S+'s|used|responsible|where|for|built|designed|meant|intended|written|based|to)(?-u:\b)|(?-u:\b)(?:provides?|contains?|implements?|handles?|allows?|lets|enables?|helps?|manages?|exposes?|defines?|collects?|creates?|generates?|runs|serves?|stores?|turns|makes|wraps|offers|supports|describes|holds|hosts|powers|converts?|builds|parses|adds|sends|shows|keeps|reads|writes|deploys|integrates|automates|monitors|tracks|detects|extends|includes)(?-u:\b)|^(?:an?|the|our|simple|fast|this) ",
    ])
});

/// Says where a thing came from, and not what it is.
static ORIGIN: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:is|are) written in (?:\w+\W*$|\w+ (?:and|using|with))|(?-u:\b)(?:is|was|are|were) (?:the |a |an )?(?:results?|outcomes?|products?|continuations?|successors?|rewrite|forks?) of(?-u:\b)|(?-u:\b)(?:is|was) (?:meant|intended|designed|going) to replace(?-u:\b)|(?-u:\b)tr(?:y|ies) to (?:resolve|fix|solve) (?:an |the |some )?(?:issues?|problems?|bugs?)(?-u:\b)|(?-u:\b)started (?:out )?as(?-u:\b)|(?-u:\b)(?:was|were) (?:started|begun|born|created|founded|written) (?:in|at|during|as|by|on)(?-u:\b)|(?-u:\b)name (?:\S+ ){0,4}(?:comes?|came) from(?-u:\b)|(?-u:\b)(?:is|was) named (?:after|for)(?-u:\b)|(?-u:\b)(?:is|are|was|were) (?:auto-?|automatically )?(?:generated|built|produced|copied|vendored|taken) (?:by|at|from|in) (?:this|that|the following) (?:build|commit|run|job|script|link|page|tag|revision)(?-u:\b)",
    ])
});

/// Says what a thing is not.
static DENIES: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"^\S+(?: \S+){0,3} (?:does not|doesn't|is not|isn't|are not|aren't|cannot|do not|don't)(?-u:\b)|^This functionality|^\S+(?: \S+){0,2} also(?-u:\b)|^This (?:file|document|page|readme)(?-u:\b)|^This (?:folder|directory|place) (?:\S+ ){1,5}(?:documentation|docs|documents)(?-u:\b)",
    ])
});

/// Tells what to do, or that nobody should: neither says what a thing is.
static WARNS: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"^\W*To \w+(?: \S+){0,12} (?:use|run|follow|execute|type|install|see)(?-u:\b)|^\S+(?: \S+){0,6} (?:is|are|was|has been)(?: now)? (?:deprecated|archived|retired|unmaintained|superseded|no longer)(?-u:\b)|(?-u:\b)should (?:ideally |really )?not be used(?-u:\b)|(?-u:\b)(?:should|can|must) be understood(?-u:\b)|^(?:This|It) (?:is|was) (?:designed|meant|intended|made) to be (?:run|used|called|executed|invoked|started)(?-u:\b)|(?-u:\b)(?:one[- ]time|one[- ]off)(?-u:\b)|(?-u:\b)archive status(?-u:\b)|^For (?:more |further |technical |the |all )*\w+[^.]*(?-u:\b)(?:see|refer to|visit|consult)(?-u:\b)|(?-u:\b)come to (?:its|an) end(?-u:\b)|^(?:This|The) (?:\S+ ){1,2}is (?:currently |still |just |only )*(?:an? )?(?:stub|placeholder|empty|work[- ]in[- ]progress)(?-u:\b)",
    ])
});

/// Says what has to be, or can be done, and with it at most what a thing is.
static OBLIGES: LazyLock<Pattern> =
    LazyLock::new(|| any_of(&[r"must|should|might|may|would|can|cannot|requires?|required|be aware|to find out"]));

/// Points back at what stands before it.
static POINTS_BACK: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)the above(?-u:\b)|^\W*(?:this|these|that|those|which) (?:returns?|indicates?|hopefully|will|would|works?|means?|outputs?|prints?|gives?|yields?|example|command|code|snippet|results?)(?-u:\b)",
    ])
});

/// Whether a sentence says in so many words what a thing is or does.
pub fn tells(text: &str) -> bool {
    TELLS.is_match(text)
}

/// Whether a sentence may say what a thing is.
pub fn says_what(text: &str) -> bool {
    !text.trim_end().ends_with([':', '?'])
        && (opens_with_name(text) || !verb::opens_order(text) && !ASIDE.is_match(text))
        && (tells(text) || !obliges(text))
        && ![&ORIGIN, &POINTS_BACK, &WARNS].iter().any(|it| it.is_match(text))
        && !is_praise(text)
        && !defines_a_sort(text)
        && !is_enumeration(text)
        // A line of people says who, and not what.
        && !person::has_handle(text)
}

/// What a module does, as its authors call it.
static DEED: LazyLock<Pattern> = LazyLock::new(|| {
    opening(&[
        r"(?:set up|manage|create|provision|enable|configure|deploy|monitor|collect|convert|generate|send|sync|synchroni[sz]e|track|detect|back up|expose|schedule|automate|parse|validate|render|store|export|import|turn|keep) (?:a |an |the |your |all |and \w+ )?[\w/.-]+",
    ])
});

/// Belongs to steps, and to what a reader is to do first.
static STEP: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"first|then|next|following|below|above|virtual ?env\w*|environment|dependencies|repository|repo|clone|this (?:project|app|application)|these|before|after|\.env|command|commands|terminal",
    ])
});

/// Whether an order says what a thing is for: "Use Shop to", or what it does.
pub fn orders_what(text: &str, names: &[&str]) -> bool {
    let lower = text.trim_start().to_lowercase();
    let rest = lower.strip_prefix("use ").and_then(|it| names.iter().find_map(|name| it.strip_prefix(name)));
    let is_use = rest.is_some_and(|it| it.starts_with(" to ") || it.starts_with(" for "));
    let is_deed = DEED.is_match(text) && lower.split_whitespace().count() > 5;
    (is_use || is_deed) && !STEP.is_match(text) && !text.trim_end().ends_with(':')
}

/// Whether a sentence is about what has to be done, and does not only speak of it in the end.
fn obliges(text: &str) -> bool {
    const BEGINNING: usize = 60;
    OBLIGES.find(text).is_some_and(|it| it.start() < BEGINNING)
}

/// Says how something is, and not what: "Wheels are great."
fn is_praise(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let opens = text.trim_start().to_lowercase();
    let is_of_us = opens.starts_with("we ") && !TELLS.is_match(text);
    if is_of_us
        || opens.contains(['\u{2022}', '\u{00b7}'])
        || opens.contains("&bull;")
        || opens.contains(" | ")
        || opens.contains(" here to help")
        || DENIES.is_match(text)
    {
        return true;
    }
    let is_said = text.split_whitespace().any(|it| matches!(it, "is" | "are" | "was" | "were" | "isn't" | "aren't"));
    is_said && words < 7 && !TELLS.is_match(text)
}

/// "Open Maps is", "Docs is an": a name whose first word could be an order, or send elsewhere.
pub fn opens_with_name(text: &str) -> bool {
    const NO_NAMES: &str = "this that it there here what which they these those below above we you note first next";
    let mut words = text.split_whitespace();
    let [first, second, third] = std::array::from_fn(|_| words.next().unwrap_or_default());
    let is_two = second.starts_with(char::is_uppercase) && matches!(third, "is" | "are" | "provides");
    let is_one = second == "is" && matches!(third, "a" | "an" | "the");
    let is_none = [first, second].iter().any(|it| is_among(NO_NAMES, &it.to_lowercase()));
    first.starts_with(char::is_uppercase) && !is_none && (is_two || is_one)
}

/// "A digital map provides a background": what all things of a sort are.
fn defines_a_sort(text: &str) -> bool {
    let mut words = text.split_whitespace().map(str::to_lowercase);
    let is_any = words.next().is_some_and(|it| it == "a" || it == "an");
    let named: Vec<String> = words.take(4).collect();
    let deed = named.iter().position(|it| matches!(it.as_str(), "is" | "are" | "provides" | "consists" | "means"));
    let narrows = |it: &String| matches!(it.as_str(), "that" | "which" | "to" | "for" | "of" | "who" | "where");
    is_any && deed.is_some_and(|at| !named[..at].iter().any(narrows))
}

/// "React, Vite and Tailwind": names beside each other, with nothing said of them.
fn is_enumeration(text: &str) -> bool {
    let parts: Vec<&str> = text.split([',', ';', '\u{b7}', '|', '/']).collect();
    parts.len() > 2 && parts.iter().all(|it| it.split_whitespace().count() <= 3) && !TELLS.is_match(text)
}

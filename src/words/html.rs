//! What stands between angle brackets and is no blank: the tags of HTML with the attributes that need no value.

use super::list::is_among;

/// Tags that are no word which a template would begin a blank with.
const TAGS: &str = "\
    a abbr b blockquote br button col colgroup dd del div dl dt em embed fieldset figcaption form h1 h2 h3 h4 h5 h6 hr \
    html i iframe img input ins kbd li mark nav ol optgroup p picture pre q s samp script select small span strong sub \
    sup svg table tbody td textarea tfoot th thead tr tt u ul var wbr";

/// Tags that are words as well: only an attribute tells.
const WORDS: &str = "\
    address article aside audio body caption center code data details dialog dir figure font footer frame head header \
    label legend link main menu meter object option output param progress section source style summary template time \
    title track video";

const ATTRIBUTES: &str = "\
    allowfullscreen async autofocus autoplay checked clear compact contenteditable controls default defer disabled \
    download draggable formnovalidate hidden inert ismap itemscope loop multiple muted nomodule novalidate noshade \
    nowrap open playsinline readonly required reversed selected";

/// Whether what stands between `<` and `>` is a known tag: `details open`, `th scope row`.
pub fn is_tag(inside: &str) -> bool {
    let inside = inside.trim().trim_start_matches('/').trim_end_matches('/').to_ascii_lowercase();
    let mut words = inside.split_ascii_whitespace();
    let Some(name) = words.next() else { return false };
    is_among(TAGS, name) || is_among(WORDS, name) && words.all(|it| is_among(ATTRIBUTES, it))
}

#[cfg(test)]
mod tests {
    use super::is_tag;

    #[test]
    fn tags_are_told_from_blanks() {
        for tag in ["details open", "input disabled", "ol reversed", "video controls", "th scope row", "br", "BR clear"]
        {
            assert!(is_tag(tag), "{tag}");
        }
        for blank in ["details of the change", "summary in one line", "title here", "your name", "open", ""] {
            assert!(!is_tag(blank), "{blank}");
        }
    }
}

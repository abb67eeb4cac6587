//! `required-version`: which versions of pingless a configuration is written for. It is read before anything else, since
//! what an older version does not know may be what it was written for.

use semver::{Version, VersionReq};
use serde::Deserialize;

use super::{Word, check};
use crate::rule::Mistake;

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
struct Early {
    required_version: Option<Word>,
    tool: Option<Tools>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Tools {
    pingless: Option<Box<Early>>,
}

/// Whether this version is one of those that the configuration asks for. A file that cannot be read asks for none.
pub fn fits(path: &str, text: &str) -> Result<(), Mistake> {
    let early: Early = toml::from_str(text).unwrap_or_default();
    let tool = early.tool.and_then(|tools| tools.pingless);
    let Some(wanted) = early.required_version.or(tool.and_then(|it| it.required_version)) else { return Ok(()) };
    let mistake = |message: String, help: &str| check::mistake(path, text, wanted.span(), message, help.to_owned());
    let range = VersionReq::parse(wanted.get_ref())
        .map_err(|error| mistake(format!("`{}` is no range of versions: {error}", wanted.get_ref()), RANGE))?;
    let own = Version::parse(env!("CARGO_PKG_VERSION")).expect("Cargo checks its own version");
    if range.matches(&own) {
        return Ok(());
    }
    let message = format!("this is pingless {own}, and `{}` is asked for here", wanted.get_ref());
    Err(mistake(message, "install a version that fits, or change `required-version`"))
}

const RANGE: &str = "write it as Cargo does: `>=0.1, <0.3`";

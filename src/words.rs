//! Language without structure: sentences, phrases, headings, dates. What one language says stands in a folder of its
//! own; the files of this one know none.
//! Works on plain strings; knows nothing of Markdown, documents or rules.

pub mod abroad;
pub mod address;
pub mod case;
pub mod clock;
pub mod code_path;
pub mod commit;
pub mod date;
pub mod digit;
pub mod edition;
pub mod english;
pub mod entity;
pub mod export;
pub mod file_name;
pub mod forge_command;
pub mod generated;
pub mod glob;
pub mod heading;
pub mod html;
pub mod language;
pub mod letters;
pub mod list;
pub mod log;
pub mod moment;
pub mod month;
pub mod near;
pub mod of_its_day;
pub mod output;
pub mod pair;
pub mod past_path;
pub mod pattern;
pub mod phrase;
pub mod platform;
pub mod program;
pub mod readers;
pub mod sentence;
pub mod serial;
pub mod series;
pub mod specific;
pub mod time;
pub mod time_of_day;
pub mod tracker;
pub mod version;
pub mod year;
pub mod zone;

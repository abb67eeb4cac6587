//! Folders in which the work of others lies as it came, by their names.

/// Whether a folder of this name, in small letters, holds what others wrote. A folder `vendor` may be about those who sell us things.
pub fn is_folder(name: &str) -> bool {
    const FOLDERS: &[&str] = &[
        "vendor",
        "vendored",
        "_vendor",
        "third_party",
        "third-party",
        "thirdparty",
        "3rd_party",
        "3rd-party",
        "3rdparty",
        "site-packages",
    ];
    is_of_program(name) || FOLDERS.contains(&name)
}

/// Whether only a program that fetches packages makes a folder of this name.
pub fn is_of_program(name: &str) -> bool {
    matches!(name, "node_modules" | "bower_components")
}

//! Sessions as a user has them, byte for byte: `tests/cli/*.md` and the README.
//! `TRYCMD=overwrite cargo test --test cli` writes them anew; read the diff.

#[test]
fn sessions() {
    trycmd::TestCases::new().case("tests/cli/*.md").case("README.md");
}

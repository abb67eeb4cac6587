//! Sessions as a user has them, byte for byte: `tests/cli/*.md` and the README.
//! `TRYCMD=overwrite cargo test --test cli` writes them anew; read the diff. What a text is taken for depends on where it lies
//! in its repository: sessions with a folder `NAME.out` run outside of ours, and that of their files has to be there in the end.

#[test]
fn sessions() {
    trycmd::TestCases::new().case("tests/cli/*.md").case("README.md");
}

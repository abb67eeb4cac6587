//! What the questions cost that every text is asked: `cargo bench`. Whole processes are for `command.py`, and what fails a
//! change is counted by `tests/valgrind/instructions.rs`: on a busy machine no clock is worth a failure.

mod corpus;

use std::hint::black_box;

use corpus::Form;
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main, measurement};
use pingless::config::Policy;
use pingless::document::Document;
use pingless::lint;
use pingless::markdown::{Ast, Blocks, inlines};
use pingless::report::cap::Cap;
use pingless::report::{self, Format, Look};
use pingless::rule::Catalog;
use pingless::settle::Report;
use pingless::text::Source;

const BYTES: usize = 50 * 1024;

type Group<'c> = BenchmarkGroup<'c, measurement::WallTime>;

fn source(form: Form) -> Source {
    Source::file("docs/design.md", corpus::text(form, 1, BYTES))
}

fn group<'c>(bench: &'c mut Criterion, name: &str) -> Group<'c> {
    let mut group = bench.benchmark_group(name);
    group.throughput(Throughput::Bytes(BYTES as u64)).sample_size(30);
    group
}

fn blocks(bench: &mut Criterion) {
    let mut group = group(bench, "blocks");
    for (name, form, ast) in [
        ("plain, by lines", Form::Plain, Ast::OnDemand),
        ("plain, by the grammar", Form::Plain, Ast::Always),
        ("mixed", Form::Mixed, Ast::OnDemand),
        ("marked", Form::Marked, Ast::OnDemand),
    ] {
        let text = source(form).text;
        group.bench_function(name, |bench| bench.iter(|| Blocks::parse(black_box(&text), ast)));
    }
}

fn inlines(bench: &mut Criterion) {
    let mut group = group(bench, "inlines");
    let text = source(Form::Linked).text;
    let blocks = Blocks::parse(&text, Ast::OnDemand);
    for (name, ast) in [("by a scan", Ast::OnDemand), ("by the grammar", Ast::Always)] {
        let of_all = || blocks.iter().map(|(_, block)| inlines::parse(&text, black_box(&block.content), ast).len());
        group.bench_function(name, |bench| bench.iter(|| of_all().sum::<usize>()));
    }
}

fn prose(bench: &mut Criterion) {
    let mut group = group(bench, "prose");
    let source = source(Form::Mixed);
    group.bench_function("clean text", |bench| bench.iter(|| Document::new(black_box(&source)).prose().text().len()));
}

fn check(bench: &mut Criterion) {
    let mut group = group(bench, "check");
    let catalog = Catalog::builtin();
    let policy = Policy::default();
    for form in [Form::Plain, Form::Linked, Form::Marked, Form::Mixed] {
        let source = source(form);
        let id = BenchmarkId::from_parameter(format!("{form:?}").to_lowercase());
        group.bench_with_input(id, &source, |bench, source| bench.iter(|| lint::check(source, &catalog, &policy)));
    }
}

fn pages(bench: &mut Criterion) {
    bench.bench_function("pages/set up", |bench| bench.iter(Catalog::builtin));
}

fn reports(bench: &mut Criterion) {
    let catalog = Catalog::builtin();
    let checked = lint::check(&source(Form::Mixed), &catalog, &Policy::default());
    let report = Report { documents: vec![checked], ..Report::default() };
    let look = Look::plain(Cap::NONE);
    let mut group = bench.benchmark_group("report");
    for format in [Format::Human, Format::JsonLines, Format::Sarif] {
        let id = BenchmarkId::from_parameter(format!("{format:?}").to_lowercase());
        group.bench_function(id, |bench| bench.iter(|| report::print(black_box(&report), &catalog, format, &look)));
    }
}

criterion_group!(questions, blocks, inlines, prose, check, pages, reports);
criterion_main!(questions);

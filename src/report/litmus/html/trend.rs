//! How it came to this: a line for all systems, a small one for each, and the numbers of both.

use jiff::tz::TimeZone;

use super::{columns, of, section, wide};
use crate::litmus::Share;
use crate::litmus::trend::{Point, Trend};
use crate::report::counted;
use crate::report::html::{Attribute, Html};

/// How wide and high the plane is that lines are drawn on. The page stretches it.
const WIDE: f64 = 1000.0;
const HIGH: f64 = 100.0;
/// Lines are as thick as ever, however the plane is stretched.
const STROKE: Attribute = ("vector-effect", "non-scaling-stroke");

pub(super) fn print(html: &mut Html, trend: &Trend) {
    section(html, "trend", "Trend", |it| {
        let (Some(first), Some(last)) = (trend.points.first(), trend.points.last()) else { return };
        let plane = Plane::of(trend);
        if trend.points.len() > 1 {
            chart(it, trend, &plane, first, last);
        }
        courses(it, trend, &plane);
        it.element("details", &[], |it| {
            it.element("summary", &[], |it| {
                it.words("h3", &[], "Every point");
            });
            it.line();
            all(it, trend);
        });
        it.line();
    });
}

/// Where moments and shares lie.
struct Plane {
    first: i64,
    span: i64,
}

impl Plane {
    fn of(trend: &Trend) -> Self {
        let seconds = || trend.points.iter().map(|it| it.at.as_second());
        let (first, last) = (seconds().min().unwrap_or(0), seconds().max().unwrap_or(0));
        Self { first, span: (last - first).max(1) }
    }

    fn x(&self, point: &Point) -> f64 {
        (point.at.as_second() - self.first) as f64 / self.span as f64 * WIDE
    }

    /// The corners of a line through the shares of these points; one piece for each stretch without a gap.
    fn lines(&self, points: &[Point], share: impl Fn(&Point) -> Option<Share>) -> Vec<Vec<(f64, f64)>> {
        let mut pieces = vec![Vec::new()];
        for point in points {
            match share(point).filter(|it| it.all > 0) {
                Some(share) => {
                    let corner = (self.x(point), HIGH - share.part as f64 / share.all as f64 * HIGH);
                    pieces.last_mut().expect("there is one").push(corner);
                }
                None => pieces.push(Vec::new()),
            }
        }
        pieces.retain(|it| !it.is_empty());
        pieces
    }
}

fn corners(line: &[(f64, f64)]) -> String {
    // A single point is a dot: a line of no length with a round end.
    let line = if let [only] = line { &[*only, *only][..] } else { line };
    line.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect::<Vec<_>>().join(" ")
}

fn day(point: &Point) -> String {
    point.at.to_zoned(TimeZone::UTC).date().to_string()
}

fn drawing(html: &mut Html, class: &'static str, inside: impl FnOnce(&mut Html)) {
    // Room for half of the line's width.
    let view = format!("0 -4 {WIDE} {}", HIGH + 8.0);
    let svg = [("class", class), ("viewBox", &*view), ("preserveAspectRatio", "none"), ("aria-hidden", "true")];
    html.element("svg", &svg, inside);
}

fn chart(html: &mut Html, trend: &Trend, plane: &Plane, first: &Point, last: &Point) {
    html.element("figure", &[], |it| {
        it.line();
        it.element("figcaption", &[], |it| {
            it.text("Of all questions, those that the texts answered: ");
            it.text(format!("{} % on {}, ", first.answered().percent(), day(first)));
            it.text(format!("{} % on {}.", last.answered().percent(), day(last)));
        });
        it.line();
        it.element("div", &[("class", "plot")], |it| {
            drawing(it, "chart", |it| {
                for part in 0..=2 {
                    let y = format!("{:.1}", f64::from(part) * HIGH / 2.0);
                    let ends = [("x1", "0"), ("x2", "1000"), ("y1", &*y), ("y2", &*y)];
                    it.words("line", &[&[("class", "grid"), STROKE][..], &ends].concat(), "");
                }
                for line in plane.lines(&trend.points, |it| Some(it.answered())) {
                    let (Some(left), Some(right)) = (line.first(), line.last()) else { continue };
                    let area = format!("{:.1},{HIGH} {} {:.1},{HIGH}", left.0, corners(&line), right.0);
                    it.words("polygon", &[("class", "area"), ("points", &area)], "");
                    it.words("polyline", &[("class", "line"), STROKE, ("points", &corners(&line))], "");
                }
            });
            for (class, words) in [("top", "100 %"), ("middle", "50 %"), ("bottom", "0 %")] {
                let class = format!("mark {class}");
                it.words("span", &[("class", &class), ("aria-hidden", "true")], words);
            }
        });
        it.element("p", &[("class", "span"), ("aria-hidden", "true")], |it| {
            it.words("span", &[], day(first)).words("span", &[], day(last));
        });
    });
    html.line();
}

/// Each system from its first point to its last.
fn courses(html: &mut Html, trend: &Trend, plane: &Plane) {
    let caption = format!("Each system over {}, from its first to its last", counted(trend.points.len(), "commit"));
    wide(html, "courses", "courses", &caption, |it| {
        columns(
            it,
            &[("System", ""), ("Course", "drawn"), ("First", "number"), ("Last", "number"), ("Change", "number")],
        );
        it.element("tbody", &[], |it| {
            it.line();
            let mut systems = trend.systems();
            systems.sort_by_key(|name| is_gone(trend, name));
            systems.into_iter().for_each(|name| course(it, trend, plane, name));
        });
    });
}

/// Whether a system is not there any more.
fn is_gone(trend: &Trend, name: &str) -> bool {
    trend.points.last().is_some_and(|it| it.of_system(name).is_none())
}

fn course(html: &mut Html, trend: &Trend, plane: &Plane, name: &str) {
    let shares: Vec<Option<Share>> = trend.points.iter().map(|it| it.of_system(name)).collect();
    let mut known = shares.iter().flatten();
    let Some(first) = known.next() else { return };
    let last = known.last().unwrap_or(first);
    html.element("tr", &[], |it| {
        it.element("th", &[("scope", "row")], |it| {
            it.stranger(name);
            if is_gone(trend, name) {
                it.words("span", &[("class", "by")], "no longer there");
            }
        });
        it.element("td", &[("class", "drawn")], |it| {
            drawing(it, "spark", |it| {
                for line in plane.lines(&trend.points, |it| it.of_system(name)) {
                    it.words("polyline", &[("class", "line"), STROKE, ("points", &corners(&line))], "");
                }
            });
        });
        it.words("td", &[("class", "number")], of(*first)).words("td", &[("class", "number")], of(*last));
        let (class, words) = match last.part as i64 - first.part as i64 {
            0 => ("number", "none".to_owned()),
            more @ 1.. => ("number more", format!("+{more}")),
            fewer => ("number fewer", format!("−{}", fewer.abs())),
        };
        it.words("td", &[("class", class)], words);
    });
    html.line();
}

/// The numbers that the lines are drawn by.
fn all(html: &mut Html, trend: &Trend) {
    let systems = trend.systems();
    wide(html, "points", "points", "Answered of asked, by commit", |it| {
        it.element("thead", &[], |it| {
            it.element("tr", &[], |it| {
                for name in ["Day (UTC)", "Commit", "All"] {
                    it.words("th", &[("scope", "col")], name);
                }
                for name in &systems {
                    it.element("th", &[("scope", "col")], |it| {
                        it.stranger(name);
                    });
                }
            });
        });
        it.line();
        it.element("tbody", &[], |it| {
            it.line();
            for point in &trend.points {
                it.element("tr", &[], |it| {
                    it.words("th", &[("scope", "row")], day(point));
                    it.element("td", &[], |it| {
                        it.words("code", &[], point.commit.chars().take(9).collect::<String>());
                    });
                    it.words("td", &[], of(point.answered()));
                    for name in &systems {
                        it.words("td", &[], point.of_system(name).map_or_else(|| "not there".to_owned(), of));
                    }
                });
                it.line();
            }
        });
    });
}

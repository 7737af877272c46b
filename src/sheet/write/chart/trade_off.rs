//! Points that have a name each: a series for every row of the table, and names that keep clear of each other.

use rust_xlsxwriter::{
    Chart as NativeChart, ChartDataLabel, ChartDataLabelPosition, ChartFormat, ChartLayout, ChartPoint, ChartSolidFill,
};

use super::series::{point, shaped};
use super::{Face, LABEL, POINT, Source, axes_of, font, title_face, title_room};
use crate::report::{Cell, Chart};
use crate::sheet::write::{WriteError, measure, palette};

/// Pixels that the values beside the chart and their title take, what is kept free at the other side, and what the
/// values below take.
const SIDES: (f64, f64, f64) = (86.0, 26.0, 50.0);
/// Height of the title without its lines, and of each of these.
const TITLE_HEIGHT: (f64, f64) = (20.0, 18.0);
/// Height of a line of a name, and what a name keeps away from its point.
const LINE: f64 = 14.0;
const AWAY: f64 = 6.0;
/// Half the side of a marker.
const MARKER: f64 = 5.0;
/// Some programs break a name at a share of the chart's smaller side that hangs on their letters: at no less than the
/// first, and a word of less than the second stays whole.
const BROKEN_AT: (f64, f64) = (0.28, 0.31);
/// The sizes of names in points: the first in which no word is broken.
const SIZES: [u32; 3] = [LABEL.size, 8, 7];
/// Half the width of the line where a difference is nothing.
const ZERO: f64 = 1.0;
/// How often the places are gone through; they settle in two or three rounds.
const ROUNDS: usize = 8;

/// The places of names, the one that is liked most where there is nothing in the way first.
const PLACES: [ChartDataLabelPosition; 4] = [
    ChartDataLabelPosition::Right,
    ChartDataLabelPosition::Left,
    ChartDataLabelPosition::Above,
    ChartDataLabelPosition::Below,
];

/// A rectangle: left, top, right, bottom.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Area(f64, f64, f64, f64);

impl Area {
    /// A rectangle around a point, so far to each side.
    fn around((x, y): (f64, f64), (across, up): (f64, f64)) -> Area {
        Area(x - across, y - up, x + across, y + up)
    }

    fn size(self) -> f64 {
        (self.2 - self.0).max(0.0) * (self.3 - self.1).max(0.0)
    }

    /// What two rectangles have in common.
    fn shared(self, other: Area) -> f64 {
        Area(self.0.max(other.0), self.1.max(other.1), self.2.min(other.2), self.3.min(other.3)).size()
    }
}

/// Adds a series for each row of the table: one point, labelled with the row's name.
pub(super) fn series(
    native: &mut NativeChart,
    chart: &Chart,
    source: Source,
    size: (u32, u32),
) -> Result<(), WriteError> {
    let Some(series) = chart.series.first() else { return Ok(()) };
    let names = source.table.rows.iter().map(|cells| match cells.first() {
        Some(Cell::Text(name)) => name.as_str(),
        _ => "",
    });
    let names: Vec<&str> = names.collect();
    let plot = plot(chart, size);
    let (across, up) = axes_of(chart, source)?;
    let within = |share: f64, from: f64, to: f64| from + share * (to - from);
    let points = source.values(&chart.categories)?.into_iter().zip(source.values(&series.values)?);
    let points: Vec<(f64, f64)> =
        points.map(|(x, y)| (within(across.share(x), plot.0, plot.2), within(up.share(y), plot.3, plot.1))).collect();
    let side = f64::from(size.0.min(size.1));
    let face = face(&names, side * BROKEN_AT.1);
    let inside = |share: &f64| (0.0..=1.0).contains(share);
    let upright = Some(across.share(0.0)).filter(inside).map(|share| within(share, plot.0, plot.2));
    let level = Some(up.share(0.0)).filter(inside).map(|share| within(share, plot.3, plot.1));
    let upright = upright.map(|x| Area(x - ZERO, plot.1, x + ZERO, plot.3));
    let level = level.map(|y| Area(plot.0, y - ZERO, plot.2, y + ZERO));
    let zeros: Vec<Area> = upright.into_iter().chain(level).collect();
    let places = places(&points, (&names, face, side * BROKEN_AT.0), plot, &zeros);
    for (row, (name, place)) in names.into_iter().zip(places).enumerate() {
        let colour = palette::colour(row + 1);
        let mut label = ChartDataLabel::new();
        label.set_value(name).set_position(PLACES[place]).set_font(font(face.size).set_color(colour));
        // The series has no format but its marker's: the engine writes that before the format of a series, and the schema
        // wants it after. Programs that do not take the colour from the marker find it at the one point.
        point(native, (chart, source), series, row)?
            .set_name(name)
            .set_marker(&shaped(row + 1, colour, POINT))
            .set_points(&[ChartPoint::new()
                .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(colour)))])
            .set_custom_data_labels(&[label]);
    }
    let (width, height) = (f64::from(size.0), f64::from(size.1));
    native.plot_area().set_layout(
        &ChartLayout::new()
            .set_offset(plot.0 / width, plot.1 / height)
            .set_dimensions((plot.2 - plot.0) / width, (plot.3 - plot.1) / height),
    );
    Ok(())
}

/// Where the points are drawn: said to the spreadsheet program, for names are placed by it.
fn plot(chart: &Chart, (width, height): (u32, u32)) -> Area {
    let lines = measure::lines(&chart.title, title_face(width), title_room(width)).len().clamp(1, 3) as f64;
    let top = TITLE_HEIGHT.0 + lines * TITLE_HEIGHT.1;
    let (left, right, below) = SIDES;
    Area(left, top, (f64::from(width) - right).max(left + 40.0), (f64::from(height) - below).max(top + 40.0))
}

/// How names are written of which every word is to be no wider.
fn face(names: &[&str], widest: f64) -> Face {
    let faces = SIZES.map(|size| Face { size, ..LABEL });
    let whole = |face: &Face| names.iter().all(|name| measure::widest_word(name, *face) <= widest);
    faces.into_iter().find(whole).unwrap_or(faces[SIZES.len() - 1])
}

/// The place of each name in [`PLACES`], so that names cover neither each other nor points nor some lines, and stay inside.
fn places(
    points: &[(f64, f64)],
    (names, face, broken_at): (&[&str], Face, f64),
    plot: Area,
    drawn: &[Area],
) -> Vec<usize> {
    // Some programs break names and others do not: both must be legible.
    let sizes = names.iter().map(|name| {
        let lines = measure::lines(name, face, broken_at.max(0.0) as u32);
        let widest = lines.iter().map(|line| measure::width(line, face)).fold(0.0, f64::max);
        [(widest, LINE * lines.len() as f64), (measure::width(name, face), LINE)]
    });
    let sizes: Vec<[(f64, f64); 2]> = sizes.collect();
    let areas = |at: usize, place: usize| sizes[at].map(|size| area(points[at], size, place));
    // A line may stand below the axis, for a point on it.
    let inside = Area(plot.0, plot.1 - LINE, plot.2 + SIDES.1 - AWAY, plot.3 + LINE);
    let middle = (plot.0 + plot.2) / 2.0;
    let alone = |at: usize, place: usize| {
        let others = points.iter().enumerate().filter(|(other, _)| *other != at);
        let marks: Vec<Area> = others.map(|(_, point)| Area::around(*point, (MARKER, MARKER))).collect();
        let taken = areas(at, place).map(|area| {
            let covered: f64 = marks.iter().chain(drawn).map(|mark| area.shared(*mark)).sum();
            area.size() - area.shared(inside) + covered
        });
        // Towards the middle, where there is room for it.
        let outward = place == usize::from(points[at].0 <= middle);
        taken.iter().sum::<f64>() + place as f64 + if outward { 2.0 } else { 0.0 }
    };
    let between = |one: (usize, usize), other: (usize, usize)| {
        let pairs = areas(one.0, one.1).into_iter().zip(areas(other.0, other.1));
        pairs.map(|(one, other)| one.shared(other)).sum::<f64>()
    };
    let cost = |chosen: &[usize], at: usize, place: usize| {
        let others = (0..chosen.len()).filter(|other| *other != at);
        alone(at, place) + others.map(|other| between((at, place), (other, chosen[other]))).sum::<f64>()
    };
    let total = |chosen: &[usize]| (0..chosen.len()).map(|at| cost(chosen, at, chosen[at])).sum::<f64>();
    let settled = (0..PLACES.len()).map(|start| {
        let mut chosen = vec![start; points.len()];
        for _ in 0..ROUNDS {
            for at in 0..points.len() {
                let costs = (0..PLACES.len()).map(|place| (place, cost(&chosen, at, place)));
                chosen[at] = costs.min_by(|a, b| a.1.total_cmp(&b.1)).map_or(0, |(place, _)| place);
            }
        }
        chosen
    });
    settled.min_by(|a, b| total(a).total_cmp(&total(b))).unwrap_or_default()
}

/// Where a name of a size stands at a point.
fn area((x, y): (f64, f64), (width, height): (f64, f64), place: usize) -> Area {
    let (across, up) = (width / 2.0, height / 2.0);
    let middle = match PLACES[place] {
        ChartDataLabelPosition::Left => (x - AWAY - across, y),
        ChartDataLabelPosition::Above => (x, y - AWAY - up),
        ChartDataLabelPosition::Below => (x, y + AWAY + up),
        _ => (x + AWAY + across, y),
    };
    Area::around(middle, (across, up))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLOT: Area = Area(86.0, 38.0, 500.0, 170.0);

    /// What the names cover of each other, written on one line.
    fn covered(points: &[(f64, f64)], names: &[&str], places: &[usize]) -> f64 {
        let areas: Vec<Area> = (points.iter().zip(names).zip(places))
            .map(|((point, name), place)| area(*point, (measure::width(name, LABEL), LINE), *place))
            .collect();
        let pairs = (0..areas.len()).flat_map(|one| (0..one).map(move |other| (one, other)));
        pairs.map(|(one, other)| areas[one].shared(areas[other])).sum()
    }

    #[test]
    fn a_name_stands_towards_the_middle_where_nothing_is_in_the_way() {
        let points = [(100.0, 60.0), (480.0, 150.0)];
        assert_eq!(places(&points, (&["One side", "Other side"], LABEL, 60.0), PLOT, &[]), [0, 1]);
    }

    #[test]
    fn names_of_points_in_one_place_keep_clear_of_each_other() {
        let points = [(300.0, 100.0), (300.0, 100.0), (301.0, 103.0), (306.0, 112.0)];
        let names = ["New technicians, well used", "200 new technicians", "The programme of 2012", "All"];
        let places = places(&points, (&names, LABEL, 60.0), PLOT, &[]);
        // A row of pixels, which no letter reaches: the longest name is 150 wide.
        assert!(covered(&points, &names, &places) < 150.0, "{places:?}");
        // To the right alone they would not.
        assert!(covered(&points, &names, &[0; 4]) > 1_000.0);
    }

    #[test]
    fn a_name_at_the_edge_stays_inside() {
        for point in [(500.0, 38.0), (86.0, 170.0), (500.0, 170.0), (86.0, 38.0)] {
            let place = places(&[point], (&["Plan, cut and pay-per-use"], LABEL, 60.0), PLOT, &[])[0];
            let area = area(point, (measure::width("Plan, cut and pay-per-use", LABEL), LINE), place);
            assert!(area.0 >= PLOT.0 && area.2 <= PLOT.2 + SIDES.1, "{point:?}: {area:?}");
        }
    }

    #[test]
    fn a_name_keeps_off_the_line_of_no_difference() {
        let (point, level) = ((300.0, 101.0), Area(PLOT.0, 99.0, PLOT.2, 101.0));
        let place = |drawn: &[Area]| places(&[point], (&["All five"], LABEL, 60.0), PLOT, drawn)[0];
        assert_eq!(place(&[]), 1);
        // Above and below are both clear of it, above comes first.
        assert_eq!(place(&[level]), 2);
    }

    #[test]
    fn names_are_smaller_where_a_word_would_be_broken() {
        let size = |name: &str| face(&["All", name], 220.0 * BROKEN_AT.1).size;
        assert_eq!(size("Registration"), 9);
        assert_eq!(size("Restructuring"), 8);
        assert_eq!(size("Incomprehensibilities"), 7);
    }
}

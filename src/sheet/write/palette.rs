//! The colours of scenarios: the same scenario has the same colour, dash and marker in every chart.

use rust_xlsxwriter::{ChartLineDashType, ChartMarkerType};

/// The baseline's grey, and then the colours of scenarios: those of Okabe and Ito, which people with any colour vision
/// tell apart, changed so that each stands out from white paper and neighbours are light and dark in turn, to be told
/// apart in grey.
const PALETTE: [u32; 8] = [0x8C_8C8C, 0x00_5E9E, 0xC9_8500, 0x00_5A44, 0x3D_9BD6, 0x9C_3A00, 0xCF_5BB0, 0x22_2222];
const DASHES: [ChartLineDashType; 5] = [
    ChartLineDashType::Solid,
    ChartLineDashType::Dash,
    ChartLineDashType::SquareDot,
    ChartLineDashType::LongDashDot,
    ChartLineDashType::RoundDot,
];
const MARKERS: [ChartMarkerType; 4] =
    [ChartMarkerType::Circle, ChartMarkerType::Square, ChartMarkerType::Triangle, ChartMarkerType::Diamond];

/// The colour of a place: 0 for the baseline, from 1 on the scenarios, of whom the eighth has the first one's again.
pub(super) fn colour(place: usize) -> u32 {
    let scenarios = PALETTE.len() - 1;
    let at = if place == 0 { 0 } else { 1 + (place - 1) % scenarios };
    PALETTE.get(at).copied().unwrap_or(PALETTE[0])
}

/// The dashes of a place's line. There are five beside four markers, so that lines differ where no colour is printed, and
/// scenarios of one colour as well.
pub(super) fn dash(place: usize) -> ChartLineDashType {
    DASHES.get(place % DASHES.len()).copied().unwrap_or(ChartLineDashType::Solid)
}

/// The marker of a place's points.
pub(super) fn marker(place: usize) -> ChartMarkerType {
    MARKERS.get(place % MARKERS.len()).copied().unwrap_or(ChartMarkerType::Circle)
}

#[cfg(test)]
mod tests {
    use std::mem::discriminant;

    use super::*;

    type Linear = [f64; 3];

    /// Linear red, green and blue (IEC 61966-2-1).
    fn linear(colour: u32) -> Linear {
        [16, 8, 0].map(|shift| match f64::from(colour >> shift & 0xFF) / 255.0 {
            part if part <= 0.04045 => part / 12.92,
            part => libm::pow((part + 0.055) / 1.055, 2.4),
        })
    }

    fn times(matrix: [Linear; 3], colour: Linear) -> Linear {
        matrix.map(|row| row.iter().zip(colour).map(|(a, b)| a * b).sum())
    }

    fn luminance(colour: Linear) -> f64 {
        0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]
    }

    /// CIE 1976 L*, a*, b* under D65.
    fn lab(colour: Linear) -> Linear {
        let xyz = times([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]], colour);
        let of = |value: f64, white: f64| match value / white {
            share if share > 0.008_856 => libm::cbrt(share),
            share => 7.787 * share + 16.0 / 116.0,
        };
        let (x, y, z) = (of(xyz[0], 0.9505), of(xyz[1], 1.0), of(xyz[2], 1.089));
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }

    #[test]
    fn every_colour_stands_out_from_white() {
        // WCAG 2.1, 1.4.11: graphical objects have a contrast of at least 3 to 1.
        for colour in PALETTE {
            let contrast = 1.05 / (luminance(linear(colour)) + 0.05);
            assert!(contrast >= 3.0, "{colour:06X}: {contrast}");
        }
    }

    #[test]
    fn neighbours_differ_in_grey() {
        let light = |place: usize| lab(linear(colour(place)))[0];
        for place in 1..14 {
            let apart = (light(place) - light(place + 1)).abs();
            assert!(apart >= 15.0, "{place}: {apart}");
        }
    }

    #[test]
    fn any_two_differ_to_the_colour_blind() {
        // Machado, Oliveira and Fernandes (2009): no red, no green, no blue cones. Below 2.3 eyes see no difference.
        const VISIONS: [[Linear; 3]; 3] = [
            [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
            [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
            [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
        ];
        for vision in VISIONS {
            let seen = PALETTE.map(|colour| lab(times(vision, linear(colour)).map(|part| part.clamp(0.0, 1.0))));
            for (at, one) in seen.iter().enumerate() {
                for other in &seen[..at] {
                    let apart: f64 = one.iter().zip(other).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt();
                    assert!(apart >= 10.0, "colour {at}: {apart}");
                }
            }
        }
    }

    #[test]
    fn the_grey_is_the_baselines_alone_and_no_two_scenarios_are_drawn_alike() {
        let drawn = |place: usize| (colour(place), discriminant(&dash(place)), discriminant(&marker(place)));
        for place in 1..=28 {
            assert_ne!(colour(place), colour(0));
            assert!((1..place).all(|other| drawn(other) != drawn(place)), "{place}");
        }
        // Without colours as well, as far as twenty.
        for place in 1..=20 {
            assert!((1..place).all(|other| (drawn(other).1, drawn(other).2) != (drawn(place).1, drawn(place).2)));
        }
    }
}

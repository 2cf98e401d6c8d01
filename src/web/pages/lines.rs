//! Values as the points of a line in a small drawing. Pure.

use serde::Serialize;

/// Drawings have points for decimals in every language.
use crate::domain::units::number as coordinate;

/// A box 120 wide, with 4 to spare on each side.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    /// How high what is drawn may be.
    pub height: f64,
}

const SPARE: f64 = 4.0;
const WIDTH: f64 = 112.0;

impl Frame {
    /// The points of a line on a scale; where nothing moves on it, in the middle.
    #[must_use]
    pub fn points(self, values: &[f64], least: f64, most: f64) -> Vec<(f64, f64)> {
        let gaps = f64::from(u32::try_from(values.len().saturating_sub(1)).unwrap_or(1).max(1));
        let part = |value: f64| if most - least < 1e-9 { 0.5 } else { (value - least) / (most - least) };
        let at = |index: usize| SPARE + WIDTH * f64::from(u32::try_from(index).unwrap_or(0)) / gaps;
        let height = |value: f64| SPARE + self.height * (1.0 - part(value));
        values.iter().enumerate().map(|(index, value)| (at(index), height(*value))).collect()
    }

    /// Where a line ends, as texts; of one without points, where it would begin.
    #[must_use]
    pub fn end(self, points: &[(f64, f64)]) -> (String, String) {
        let (x, y) = points.last().copied().unwrap_or((SPARE, SPARE + self.height));
        (coordinate(x, 1), coordinate(y, 1))
    }
}

/// The points as an SVG polyline has them.
#[must_use]
pub fn joined(points: &[(f64, f64)]) -> String {
    let texts = points.iter().map(|(x, y)| format!("{},{}", coordinate(*x, 1), coordinate(*y, 1)));
    texts.collect::<Vec<_>>().join(" ")
}

/// The least and the most of some values.
pub fn span(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), value| (least.min(value), most.max(value)))
}

/// One bar of a row of them, in the same frame as a line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bar {
    /// Its left side.
    pub x: String,
    /// Its top.
    pub y: String,
    /// Its width.
    pub width: String,
    /// Its height.
    pub height: String,
}

impl Frame {
    /// Bars from nothing up, side by side; the highest fills the frame.
    #[must_use]
    pub fn bars(self, values: &[f64]) -> Vec<Bar> {
        let most = values.iter().copied().fold(0.0, f64::max).max(1e-9);
        let room = WIDTH / f64::from(u32::try_from(values.len()).unwrap_or(1).max(1));
        let bar = |(index, value): (usize, &f64)| {
            let height = self.height * (value.max(0.0) / most);
            Bar {
                x: coordinate(SPARE + room * (f64::from(u32::try_from(index).unwrap_or(0)) + 0.15), 1),
                y: coordinate(SPARE + self.height - height, 1),
                width: coordinate(room * 0.7, 1),
                height: coordinate(height, 1),
            }
        };
        values.iter().enumerate().map(bar).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_fills_its_frame_and_one_that_stands_still_is_in_the_middle() {
        let drawn = |values: &[f64]| {
            let (least, most) = span(values.iter().copied());
            joined(&Frame { height: 28.0 }.points(values, least, most))
        };
        assert_eq!(drawn(&[100.0, 110.0, 105.0]), "4,32 60,4 116,18");
        assert_eq!(drawn(&[100.0, 100.0]), "4,18 116,18");
        assert_eq!(drawn(&[80.0]), "4,18");
        assert_eq!(drawn(&[]), "");
        assert_eq!(Frame { height: 28.0 }.end(&[]), ("4".to_owned(), "32".to_owned()));
    }

    #[test]
    fn bars_stand_on_the_ground_and_the_highest_fills_the_frame() {
        let bars = Frame { height: 50.0 }.bars(&[0.0, 5.0, 10.0, 2.5]);
        let drawn: Vec<_> = bars.iter().map(|bar| (bar.y.as_str(), bar.height.as_str())).collect();
        assert_eq!(drawn, [("54", "0"), ("29", "25"), ("4", "50"), ("41.5", "12.5")]);
        assert_eq!((bars[0].x.as_str(), bars[0].width.as_str()), ("8.2", "19.6"));
        assert!(Frame { height: 50.0 }.bars(&[0.0]).iter().all(|bar| bar.height == "0"));
        assert!(Frame { height: 50.0 }.bars(&[]).is_empty());
    }
}

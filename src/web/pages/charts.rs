//! Three futures as lines: one chart a lift, the futures on one scale. Proposals and the plan show
//! them alike.

#[cfg(test)]
mod samples;

use serde::Serialize;

use super::lines::{self, Frame};
use super::words;
use crate::domain::forecast::{Futures, LiftLine, Measure};
use crate::domain::profile::Units;
use crate::wording::{exercises, texts};

/// One lift in three futures, in a box of 120 by 60.
#[derive(Debug, Clone, Serialize)]
pub struct Chart {
    /// The lift.
    pub name: String,
    /// The picture in words.
    pub words: String,
    /// `kg`, `lb`, `reps` or `s`.
    pub unit: &'static str,
    /// Success, mixed, miss.
    pub lines: Vec<FutureLine>,
    /// Week by week, what each line says.
    pub rows: Vec<Vec<String>>,
}

/// One future of a lift.
#[derive(Debug, Clone, Serialize)]
pub struct FutureLine {
    /// `success`, `mixed` or `miss`.
    pub scenario: &'static str,
    /// `Goes well`.
    pub name: &'static str,
    /// Points of the line.
    pub points: String,
    /// The last point.
    pub last_x: String,
    /// The last point.
    pub last_y: String,
    /// The first week's value.
    pub from: String,
    /// The last week's.
    pub to: String,
}

const FRAME: Frame = Frame { height: 52.0 };

/// One chart for each lift that all three futures have.
#[must_use]
pub fn of(futures: &Futures, units: Units) -> Vec<Chart> {
    let rest = futures.mixed.iter().zip(&futures.miss);
    futures.success.iter().zip(rest).map(|(up, (mixed, miss))| chart([up, mixed, miss], units)).collect()
}

fn chart(three: [&LiftLine; 3], units: Units) -> Chart {
    let [up, ..] = three;
    let name = exercises::name(&up.exercise_id).unwrap_or(&up.name).to_owned();
    let values = three.iter().flat_map(|line| line.values.iter().copied());
    let scale = lines::span(values);
    let unit = match up.measure {
        Measure::Kg => units.as_str(),
        Measure::Reps => texts::say("plan-future-reps"),
        Measure::Seconds => "s",
    };
    let names = [
        ("success", texts::say("plan-future-success")),
        ("mixed", texts::say("plan-future-mixed")),
        ("miss", texts::say("plan-future-miss")),
    ];
    let drawn = names.into_iter().zip(three);
    let drawn: Vec<FutureLine> = drawn.map(|(name, line)| future(name, line, scale, units)).collect();
    let keys = ["plan-future-success-to", "plan-future-mixed-to", "plan-future-miss-to"];
    let told = keys.into_iter().zip(&drawn);
    let told = told.map(|(key, line)| texts::with(key, &[("to", format!("{} {unit}", line.to).into())]));
    let told = told.collect::<Vec<_>>().join(", ");
    let from = drawn.first().map_or("", |line| line.from.as_str());
    let words = texts::with(
        "plan-future-words",
        &[
            ("lift", name.as_str().into()),
            ("weeks", words::count(up.values.len(), "count-weeks").into()),
            ("from", format!("{from} {unit}").into()),
            ("told", told.into()),
        ],
    );
    let rows = (0..up.values.len()).map(|week| {
        let cells = three.iter().map(|line| shown(line.values.get(week), line.measure, units));
        cells.collect()
    });
    Chart { name, words, unit, lines: drawn, rows: rows.collect() }
}

fn shown(value: Option<&f64>, measure: Measure, units: Units) -> String {
    match (value, measure) {
        (None, _) => String::new(),
        (Some(kg), Measure::Kg) => words::load(*kg, units),
        (Some(count), _) => words::number(*count, 0),
    }
}

fn future(
    (scenario, name): (&'static str, &'static str),
    line: &LiftLine,
    (least, most): (f64, f64),
    units: Units,
) -> FutureLine {
    let points = FRAME.points(&line.values, least, most);
    let (last_x, last_y) = FRAME.end(&points);
    FutureLine {
        scenario,
        name,
        points: lines::joined(&points),
        last_x,
        last_y,
        from: shown(line.values.first(), line.measure, units),
        to: shown(line.values.last(), line.measure, units),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(measure: Measure, values: &[f64]) -> LiftLine {
        LiftLine { exercise_id: "row".into(), name: "Row".into(), measure, values: values.to_vec() }
    }

    #[test]
    fn the_futures_share_a_scale_and_are_told_in_words() {
        let futures = Futures {
            weeks: 3,
            success: vec![line(Measure::Kg, &[60.0, 62.5, 65.0])],
            mixed: vec![line(Measure::Kg, &[60.0, 60.0, 62.5])],
            miss: vec![line(Measure::Kg, &[60.0, 55.0, 55.0])],
        };
        let charts = of(&futures, Units::Kg);
        assert_eq!(
            charts[0].words,
            "Row, 3 weeks from 60 kg: goes well to 65 kg, mixed to 62.5 kg, misses to 55 kg"
        );
        assert_eq!(charts[0].lines[0].points, "4,30 60,17 116,4");
        assert_eq!(charts[0].lines[2].points, "4,30 60,56 116,56");
        assert_eq!(charts[0].rows[1], ["62.5", "60", "55"]);
        let pounds = of(&futures, Units::Lb);
        assert_eq!((pounds[0].unit, pounds[0].lines[0].from.as_str()), ("lb", "132.3"));
    }

    #[test]
    fn lines_that_stand_still_or_are_missing_do_no_harm() {
        let still = vec![line(Measure::Reps, &[8.0])];
        let futures = Futures { weeks: 1, success: still.clone(), mixed: still.clone(), miss: still };
        let charts = of(&futures, Units::Kg);
        assert_eq!((charts[0].unit, charts[0].lines[1].points.as_str()), ("reps", "4,30"));
        let empty = vec![line(Measure::Seconds, &[])];
        let futures = Futures { weeks: 0, success: empty.clone(), mixed: empty.clone(), miss: empty };
        assert_eq!(of(&futures, Units::Kg)[0].lines[0].points, "");
        let unequal =
            Futures { weeks: 0, success: vec![line(Measure::Kg, &[1.0])], mixed: vec![], miss: vec![] };
        assert!(of(&unequal, Units::Kg).is_empty());
    }
}

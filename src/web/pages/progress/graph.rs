//! A drawing of numbers over time, with the table that says the same.

#[cfg(test)]
mod samples;

use serde::Serialize;

use crate::domain::profile::Units;
use crate::service::lifts::WeekTotal;
use crate::service::progress::Lift;
use crate::web::pages::lines::{self, Bar, Frame};
use crate::web::pages::words;
use crate::wording::texts;

const FRAME: Frame = Frame { height: 52.0 };

/// A line or a row of bars, in a box of 120 by 60.
#[derive(Debug, Clone, Serialize)]
pub struct Graph {
    /// Part of ids on the page.
    pub id: &'static str,
    /// `Estimated one-rep max`.
    pub title: String,
    /// The picture in words.
    pub words: String,
    /// `kg`, `lb` or `sets`.
    pub unit: &'static str,
    /// The most on its scale.
    pub most: String,
    /// The least on it.
    pub least: String,
    /// Where it begins.
    pub from: String,
    /// Where it ends.
    pub to: String,
    /// Points of the line; empty for bars.
    pub points: String,
    /// The last point.
    pub last_x: String,
    /// The last point.
    pub last_y: String,
    /// The bars; none for a line.
    pub bars: Vec<Bar>,
    /// What it says, newest first.
    pub rows: Vec<GraphRow>,
}

/// One number of it.
#[derive(Debug, Clone, Serialize)]
pub struct GraphRow {
    /// `Mon 23 Nov`.
    pub when: String,
    /// With its unit.
    pub value: String,
}

/// The estimated one-repetition maximum day by day; none with fewer than two days.
pub fn estimates(lift: &Lift, units: Units) -> Option<Graph> {
    let (oldest, newest) = (lift.trend.first()?, lift.trend.last()?);
    if lift.trend.len() < 2 {
        return None;
    }
    let values: Vec<f64> = lift.trend.iter().map(|point| point.e1rm_kg).collect();
    let (least, most) = lines::span(values.iter().copied());
    let points = FRAME.points(&values, least, most);
    let (last_x, last_y) = FRAME.end(&points);
    let (from, to) = (words::day(oldest.date), words::day(newest.date));
    let said = |kg: f64| words::rounded(kg, units);
    let rows = lift.trend.iter().rev();
    Some(Graph {
        id: "e1rm",
        title: texts::say("progress-graph-e1rm").to_owned(),
        words: texts::with(
            "progress-graph-e1rm-words",
            &[
                ("first", said(oldest.e1rm_kg).into()),
                ("from", from.as_str().into()),
                ("last", said(newest.e1rm_kg).into()),
                ("to", to.as_str().into()),
                ("least", said(least).into()),
                ("most", said(most).into()),
            ],
        ),
        unit: units.as_str(),
        most: said(most),
        least: said(least),
        points: lines::joined(&points),
        last_x,
        last_y,
        bars: Vec::new(),
        rows: rows
            .map(|point| GraphRow { when: words::day(point.date), value: said(point.e1rm_kg) })
            .collect(),
        from,
        to,
    })
}

/// Load times repetitions, week by week; none where nothing was lifted.
pub fn volume(weeks: &[WeekTotal], units: Units) -> Option<Graph> {
    let said = |kg: f64| format!("{} {units}", words::volume(kg, units));
    let values: Vec<f64> = weeks.iter().map(|week| week.volume_kg).collect();
    bars("volume", texts::say("progress-graph-volume"), units.as_str(), weeks, &values, said)
}

/// Hard sets, week by week; none where there were none.
pub fn sets(weeks: &[WeekTotal]) -> Option<Graph> {
    let count = |week: &WeekTotal| f64::from(u32::try_from(week.hard_sets).unwrap_or(0));
    let values: Vec<f64> = weeks.iter().map(count).collect();
    let (title, unit) = (texts::say("progress-graph-sets"), texts::say("progress-graph-sets-unit"));
    bars("sets", title, unit, weeks, &values, super::counted)
}

fn bars(
    id: &'static str,
    title: &str,
    unit: &'static str,
    weeks: &[WeekTotal],
    values: &[f64],
    said: impl Fn(f64) -> String,
) -> Option<Graph> {
    let most = values.iter().copied().fold(0.0, f64::max);
    let (first, last) = (weeks.first()?, weeks.last()?);
    if most <= 0.0 {
        return None;
    }
    let this_week = values.last().copied().unwrap_or(0.0);
    let rows = weeks.iter().zip(values).rev();
    Some(Graph {
        id,
        title: title.to_owned(),
        words: texts::with(
            "progress-graph-weeks-words",
            &[("n", weeks.len().into()), ("most", said(most).into()), ("now", said(this_week).into())],
        ),
        unit,
        most: said(most),
        least: "0".to_owned(),
        from: words::day(first.week_start),
        to: words::day(last.week_start),
        points: String::new(),
        last_x: String::new(),
        last_y: String::new(),
        bars: FRAME.bars(values),
        rows: rows
            .map(|(week, value)| GraphRow { when: words::day(week.week_start), value: said(*value) })
            .collect(),
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::service::progress::TrendPoint;

    #[test]
    fn a_line_says_in_words_what_it_draws() {
        let point = |day, e1rm_kg| TrendPoint { date: date(2026, 3, day), e1rm_kg };
        let mut lift = Lift {
            exercise_id: "row".into(),
            name: "Row".into(),
            e1rm_kg: Some(92.0),
            trend: vec![point(2, 90.0), point(4, 95.0), point(6, 92.0)],
            next: None,
        };
        let graph = estimates(&lift, Units::Kg).unwrap();
        assert_eq!(graph.words, "From 90 kg on Mon 2 Mar to 92 kg on Fri 6 Mar, between 90 kg and 95 kg");
        assert_eq!((graph.points.as_str(), graph.rows.len()), ("4,56 60,4 116,35.2", 3));
        assert_eq!(graph.rows[0].value, "92 kg");
        assert_eq!(estimates(&lift, Units::Lb).unwrap().most, "209.4 lb");
        lift.trend.truncate(1);
        assert!(estimates(&lift, Units::Kg).is_none());
    }

    #[test]
    fn weeks_of_nothing_draw_nothing() {
        let week =
            |day, hard_sets, volume_kg| WeekTotal { week_start: date(2026, 3, day), hard_sets, volume_kg };
        assert!(volume(&[week(2, 0, 0.0)], Units::Kg).is_none());
        assert!(sets(&[]).is_none());
        let graph = sets(&[week(2, 4, 800.0), week(9, 1, 200.0)]).unwrap();
        assert_eq!(graph.words, "The last 2 weeks, at most 4 sets; this week 1 set");
        assert_eq!(graph.rows[1].value, "4 sets");
    }
}

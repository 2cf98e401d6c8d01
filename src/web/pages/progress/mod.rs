//! Progress as a page: numbers from the use case, lines and bars as SVG.

mod view;

use axum::extract::State;
use http::StatusCode;

use super::error::Paged;
use super::lines::{self, Frame};
use super::visitor::Visitor;
use super::{page, today, weeks, words};
use crate::domain::profile::Units;
use crate::domain::session::RecordKind;
use crate::service::progress::{self, BandStatus, Best, MuscleWeek};
use crate::service::{athlete, plans};
use crate::web::WebState;
pub use view::{Lift, MuscleRow, ProgressPage};

use super::workout::RecordLine;

/// A lift's trend.
const FRAME: Frame = Frame { height: 28.0 };

/// GET /progress
pub async fn show(State(state): State<WebState>, visitor: Visitor) -> Paged {
    let progress = progress::summary(&state.core, visitor.id()).await?;
    let week = plans::week(&state.core, visitor.id(), None).await?;
    let next = weeks::next_day(&week, athlete::local_day(&visitor.profile, state.clock.now()));
    let units = visitor.units();
    let most = progress.muscles.iter().map(|muscle| muscle.sets.max(muscle.target_max)).fold(1.0, f64::max);
    let rows = progress.muscles.iter().filter(|muscle| muscle.target_min > 0.0 || muscle.sets > 0.0);
    let page = ProgressPage {
        week_words: format!("week of {}", progress.week_start.strftime("%-d %B")),
        sessions: progress.sessions_completed.to_string(),
        streak: progress.streak_weeks.to_string(),
        volume: words::volume(progress.volume_kg, units),
        lifts: progress.lifts.iter().filter_map(|found| lift(found, units)).collect(),
        muscles: rows.map(|muscle| row(muscle, most)).collect(),
        records: records(&progress.records, units),
        resume: today::is_active(&state, &visitor).await?,
        next_day: next.map_or_else(String::new, |day| day.day.clone()),
        next_focus: next.map_or_else(String::new, |day| day.focus.clone()),
        key: state.clock.new_id(),
    };
    Ok(page::answer(StatusCode::OK, &visitor.shell("progress", "Progress"), &page))
}

fn lift(lift: &progress::Lift, units: Units) -> Option<Lift> {
    let now = lift.e1rm_kg?;
    let first = lift.trend.first()?;
    let values: Vec<f64> = lift.trend.iter().map(|point| point.e1rm_kg).collect();
    let (least, most) = lines::span(values.iter().copied());
    let points = FRAME.points(&values, least, most);
    let (last_x, last_y) = FRAME.end(&points);
    let since = words::day(first.date);
    let next = lift.next.as_ref().map(|next| {
        let range = words::range(next.reps_min, next.reps_max);
        match next.weight_kg.filter(|kg| *kg > 0.0) {
            Some(kg) => format!("Next: {} × {range}", words::weight(kg, units)),
            None => format!("Next: bodyweight × {range}"),
        }
    });
    Some(Lift {
        id: lift.exercise_id.clone(),
        name: lift.name.clone(),
        e1rm: words::load((now * 10.0).round() / 10.0, units),
        words: match values.len() {
            1 => format!("First estimate, {since}"),
            _ => format!("{} since {since}", words::change(first.e1rm_kg.round(), now.round(), units)),
        },
        next: next.unwrap_or_default(),
        trend_words: format!(
            "From {} on {since} to {} now",
            words::rounded(first.e1rm_kg, units),
            words::rounded(now, units)
        ),
        points: if points.len() < 2 { String::new() } else { lines::joined(&points) },
        last_x,
        last_y,
    })
}

fn row(muscle: &MuscleWeek, most: f64) -> MuscleRow {
    let part = |sets: f64| words::number((sets / most * 100.0).clamp(0.0, 100.0), 1);
    let number = |sets: f64| words::number(sets, 1);
    let (tone, words) = match muscle.status {
        BandStatus::None if muscle.target_min > 0.0 => ("", "None yet".to_owned()),
        BandStatus::None => ("", String::new()),
        BandStatus::Under => ("wait", format!("{} to go", number(muscle.target_min - muscle.sets))),
        BandStatus::InRange if muscle.target_min <= 0.0 => ("", "Counted".to_owned()),
        BandStatus::InRange => ("good", "In range".to_owned()),
        BandStatus::Over => ("stop", format!("{} over", number(muscle.sets - muscle.target_max))),
    };
    MuscleRow {
        id: muscle.muscle.as_str(),
        name: words::plain(muscle.muscle.as_str()),
        sets: number(muscle.sets),
        band: format!("{} to {}", number(muscle.target_min), number(muscle.target_max)),
        band_x: part(muscle.target_min),
        band_width: part(muscle.target_max - muscle.target_min),
        width: part(muscle.sets),
        status: muscle.status.as_str(),
        words,
        tone,
    }
}

/// One line an exercise, its bests side by side.
fn records(bests: &[Best], units: Units) -> Vec<RecordLine> {
    let mut lines: Vec<RecordLine> = Vec::new();
    for line in bests.iter().map(|best| record(best, units)) {
        match lines.last_mut().filter(|last| last.name == line.name) {
            Some(last) => last.words = format!("{}\n{}", last.words, line.words),
            None => lines.push(line),
        }
    }
    lines
}

fn record(best: &Best, units: Units) -> RecordLine {
    let value = match best.kind {
        RecordKind::E1rm => format!("e1RM {}", words::rounded(best.value, units)),
        RecordKind::Weight => words::weight(best.value, units),
        RecordKind::Reps => format!("{} reps", words::number(best.value, 0)),
    };
    let date = best.date.map_or_else(String::new, |date| format!(" · {}", date.strftime("%-d %b")));
    RecordLine { name: best.name.clone(), words: format!("{value}{date}") }
}

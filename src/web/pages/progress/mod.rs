//! Progress as pages: numbers from the use case, a map of the body, lines and bars as SVG. They carry
//! an entity tag made from version counters, so that coming back costs next to nothing.

mod body;
mod graph;
mod lift;
mod view;

use axum::extract::State;
use http::{HeaderMap, StatusCode};

use super::error::Paged;
use super::lines::{self, Frame};
use super::visitor::Visitor;
use super::{page, today, weeks, words};
use crate::domain::profile::Units;
use crate::domain::session::RecordKind;
use crate::domain::units;
use crate::service::lifts::{self, MuscleWork, Work};
use crate::service::pagination::Ask;
use crate::service::progress::{self, BandStatus, Best, MuscleWeek};
use crate::service::{Error, athlete, plans, sessions};
use crate::web::{WebState, etag};
use crate::wording::{Word as _, exercises, reasons, texts};
pub use lift::{LiftPage, show as show_lift};
pub use view::{Lift, MuscleRow, ProgressPage, WorkLine};

use super::workout::RecordLine;

/// A lift's trend.
const FRAME: Frame = Frame { height: 28.0 };

/// GET /progress
pub async fn show(State(state): State<WebState>, visitor: Visitor, headers: HeaderMap) -> Paged {
    let shell = visitor.shell("progress", texts::say("progress-title"));
    let resume = today::is_active(&state, &visitor).await?;
    // The start form's key serves once: a page that was drawn before a workout began is not it.
    let newest = newest_session(&state, &visitor).await?;
    let data = progress::current_tag(&state.core, visitor.id()).await?;
    let tag = page::tag(&shell, &data, &format!("{newest} {resume}"));
    if etag::unchanged(&headers, &tag) {
        return Ok(etag::not_modified(&tag));
    }
    let mut response = page::answer(StatusCode::OK, &shell, &summary(&state, &visitor, resume).await?);
    etag::stamp(&mut response, &tag);
    Ok(response)
}

async fn newest_session(state: &WebState, visitor: &Visitor) -> Result<String, Error> {
    let newest = sessions::list(&state.core, visitor.id(), &Ask::new(None, Some(1))?).await?;
    Ok(newest.items.first().map_or_else(String::new, |session| session.id.clone()))
}

async fn summary(state: &WebState, visitor: &Visitor, resume: bool) -> Result<ProgressPage, Error> {
    let progress = progress::summary(&state.core, visitor.id()).await?.worded();
    let work = lifts::by_muscle(&state.core, visitor.id()).await?;
    let weeks = lifts::weeks_of_all(&state.core, visitor.id()).await?;
    let week = plans::week(&state.core, visitor.id(), None).await?.worded();
    let next = weeks::next_day(&week, athlete::local_day(&visitor.profile, state.clock.now()));
    let units = visitor.units();
    let most = progress.muscles.iter().map(|muscle| muscle.sets.max(muscle.target_max)).fold(1.0, f64::max);
    let rows: Vec<MuscleRow> =
        progress.muscles.iter().map(|muscle| row(muscle, most, work.get(&muscle.muscle))).collect();
    Ok(ProgressPage {
        week_words: texts::with("progress-week", &[("day", words::day_month(progress.week_start).into())]),
        sessions: progress.sessions_completed.to_string(),
        streak: progress.streak_weeks.to_string(),
        volume: words::volume(progress.volume_kg, units),
        lifts: progress.lifts.iter().filter_map(|found| lift(found, units)).collect(),
        regions: body::regions(&progress.muscles, |muscle| {
            let row = row(muscle, most, None);
            let words = reasons::within(&row.words);
            texts::with(
                "progress-map-muscle",
                &[
                    ("muscle", row.name.into()),
                    ("sets", counted(muscle.sets).into()),
                    ("words", words.into()),
                ],
            )
        }),
        levels: body::levels(),
        trained: progress.muscles.iter().any(|muscle| muscle.sets > 0.0),
        muscles: rows,
        graphs: [graph::sets(&weeks), graph::volume(&weeks, units)].into_iter().flatten().collect(),
        records: records(&progress.records, units),
        resume,
        next_day: next.map_or_else(String::new, |day| day.day.clone()),
        next_focus: next.map_or_else(String::new, |day| day.focus.clone()),
        key: state.clock.new_id(),
    })
}

/// `1 set`, `2.5 sets`.
fn counted(sets: f64) -> String {
    let number = words::number(sets, 1);
    match number.parse() {
        Ok(whole) => words::count(whole, "count-sets"),
        Err(_) => texts::with("progress-part-sets", &[("n", number.into())]),
    }
}

/// `Next: 82.5 kg × 6–8`; empty for nothing.
fn next(lift: &progress::Lift, units: Units) -> String {
    let Some(next) = &lift.next else { return String::new() };
    let range = words::range(next.reps_min, next.reps_max);
    match next.weight_kg.filter(|kg| *kg > 0.0) {
        Some(kg) => {
            let weight = words::weight(kg, units);
            texts::with("progress-next", &[("weight", weight.into()), ("reps", range.into())])
        }
        None => texts::with("progress-next-bodyweight", &[("reps", range.into())]),
    }
}

fn lift(lift: &progress::Lift, units: Units) -> Option<Lift> {
    let now = lift.e1rm_kg?;
    let first = lift.trend.first()?;
    let values: Vec<f64> = lift.trend.iter().map(|point| point.e1rm_kg).collect();
    let (least, most) = lines::span(values.iter().copied());
    let points = FRAME.points(&values, least, most);
    let (last_x, last_y) = FRAME.end(&points);
    let since = words::day(first.date);
    Some(Lift {
        id: lift.exercise_id.clone(),
        name: lift.name.clone(),
        e1rm: words::load((now * 10.0).round() / 10.0, units),
        words: if values.len() == 1 {
            texts::with("progress-first-estimate", &[("day", since.as_str().into())])
        } else {
            let change = words::change(first.e1rm_kg.round(), now.round(), units);
            texts::with("progress-since", &[("change", change.into()), ("day", since.as_str().into())])
        },
        next: next(lift, units),
        trend_words: texts::with(
            "progress-trend",
            &[
                ("from", words::rounded(first.e1rm_kg, units).into()),
                ("day", since.as_str().into()),
                ("to", words::rounded(now, units).into()),
            ],
        ),
        points: if points.len() < 2 { String::new() } else { lines::joined(&points) },
        last_x,
        last_y,
    })
}

fn row(muscle: &MuscleWeek, most: f64, work: Option<&MuscleWork>) -> MuscleRow {
    let part = |sets: f64| units::number((sets / most * 100.0).clamp(0.0, 100.0), 1);
    let number = |sets: f64| words::number(sets, 1);
    let (least, most_sets) = (number(muscle.target_min), number(muscle.target_max));
    let (tone, words) = match muscle.status {
        BandStatus::None if muscle.target_min > 0.0 => ("", texts::say("progress-none-yet").to_owned()),
        BandStatus::None => ("", texts::say("progress-none").to_owned()),
        BandStatus::Under => {
            let missing = number(muscle.target_min - muscle.sets);
            ("wait", texts::with("progress-to-go", &[("n", missing.into())]))
        }
        BandStatus::InRange if muscle.target_min <= 0.0 => ("", texts::say("progress-counted").to_owned()),
        BandStatus::InRange => ("good", texts::say("progress-in-range").to_owned()),
        BandStatus::Over => {
            let beyond = number(muscle.sets - muscle.target_max);
            ("stop", texts::with("progress-over", &[("n", beyond.into())]))
        }
    };
    MuscleRow {
        id: muscle.muscle.as_str(),
        name: words::plain(muscle.muscle.as_str()),
        sets: number(muscle.sets),
        band: texts::with("progress-band-range", &[("least", least.into()), ("most", most_sets.into())]),
        band_x: part(muscle.target_min),
        band_width: part(muscle.target_max - muscle.target_min),
        width: part(muscle.sets),
        status: muscle.status.as_str(),
        words,
        tone,
        told: against_target(muscle),
        done: work.map(|work| worked(&work.done)).unwrap_or_default(),
        planned: work.map(|work| worked(&work.planned)).unwrap_or_default(),
    }
}

/// What the sets are held against.
fn against_target(muscle: &MuscleWeek) -> String {
    let sets = counted(muscle.sets);
    let (least, most) = (words::number(muscle.target_min, 1), words::number(muscle.target_max, 1));
    if muscle.target_min > 0.0 {
        texts::with("progress-told", &[("sets", sets.into()), ("least", least.into()), ("most", most.into())])
    } else {
        texts::with("progress-told-along", &[("sets", sets.into()), ("most", most.into())])
    }
}

fn worked(work: &[Work]) -> Vec<WorkLine> {
    let line = |work: &Work| WorkLine {
        id: work.exercise_id.clone(),
        name: exercises::name(&work.exercise_id).unwrap_or(&work.name).to_owned(),
        sets: counted(work.sets),
    };
    work.iter().map(line).collect()
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
        RecordKind::E1rm => {
            let weight = words::rounded(best.value, units);
            texts::with("progress-record-e1rm", &[("weight", weight.into())])
        }
        RecordKind::Weight => words::weight(best.value, units),
        RecordKind::Reps => texts::with("progress-record-reps", &[("n", best.value.round().into())]),
    };
    let date = best.date.map_or_else(String::new, |date| format!(" · {}", words::short_day_month(date)));
    RecordLine { name: best.name.clone(), words: format!("{value}{date}") }
}

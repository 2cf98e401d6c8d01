//! The weekly plan as pages: the week, its editor, its versions.

mod edit;
mod versions;
mod view;

use axum::extract::State;
use http::StatusCode;
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::error::Paged;
use super::visitor::Visitor;
use super::{charts, page, today, weeks, words};
use crate::domain::catalogue::Catalogue;
use crate::domain::plan::{PlanSource, Prescribed, WeekDay, WeeklyPlan};
use crate::domain::profile::Units;
use crate::service::{athlete, plans, profiles, simulation};
use crate::web::WebState;
use crate::web::extract::Params;
use crate::wording::{Word as _, dates, texts};
pub use edit::{EditPage, MovedPage, moved, show as edit};
pub use versions::{VersionPage, VersionsPage, list as versions, restore, show as version};
pub use view::{DayCard, ExerciseLine, Futures, MuscleSets, PlanDiffView, PlanPage};

/// The query.
#[derive(Debug, Default, serde::Deserialize, schemars::JsonSchema)]
#[serde(default)]
pub struct Asked {
    week_start: Option<Date>,
    told: String,
}

/// What was just done, in words.
fn confirmation(what: &str) -> Option<String> {
    let words = match what {
        "saved" => texts::say("plan-saved"),
        "restored" => texts::say("plan-restored"),
        _ => return None,
    };
    Some(words.to_owned())
}

/// GET /plan
pub async fn show(State(state): State<WebState>, visitor: Visitor, Params(asked): Params<Asked>) -> Paged {
    let tag = plans::current_tag(&state.core, visitor.id()).await?;
    let week = plans::week(&state.core, visitor.id(), asked.week_start).await?.worded();
    let active = today::is_active(&state, &visitor).await?;
    let today = athlete::local_day(&visitor.profile, state.clock.now());
    let current = week.week_start == athlete::monday_of(today);
    let next = weeks::next_day(&week, today).filter(|_| current && !active);
    let days = calendar(cards(&state, &visitor, &week, today).await?, &week, today);
    let page = PlanPage {
        etag: tag.as_str().to_owned(),
        week_start: week.week_start.to_string(),
        week_words: week_words(week.week_start),
        previous: shifted(week.week_start, -7),
        following: shifted(week.week_start, 7),
        current,
        split: words::split(week.split.as_str()),
        source: source(week.meta.source).to_owned(),
        notes: notes(&week),
        next_day: next.map_or_else(String::new, |day| day.day.clone()),
        next_focus: next.map_or_else(String::new, |day| day.focus.clone()),
        days,
        muscles: muscles(&week),
        key: state.clock.new_id(),
        resume: active,
        ask: state.agents.is_some(),
        futures: if current { Some(ahead(&state, &visitor).await?) } else { None },
    };
    let shell =
        page::Shell { message: confirmation(&asked.told), ..visitor.shell("plan", texts::say("plan-title")) };
    Ok(page::answer(StatusCode::OK, &shell, &page))
}

/// The main lifts in the weeks to come.
async fn ahead(state: &WebState, visitor: &Visitor) -> Result<Futures, crate::service::Error> {
    let futures = simulation::standing_futures(&state.core, visitor.id()).await?.worded();
    let charts = charts::of(&futures, visitor.units());
    Ok(Futures { id: "plan", weeks: futures.weeks, charts })
}

/// The week's days as cards.
pub async fn cards(
    state: &WebState,
    visitor: &Visitor,
    week: &WeeklyPlan,
    today: Date,
) -> Result<Vec<DayCard>, crate::service::Error> {
    let catalogue = profiles::catalogue(&state.catalogue, &mut state.read().await?, visitor.id()).await?;
    let card = |day: &WeekDay| DayCard {
        key: day.day.clone(),
        focus: day.focus.clone(),
        when: weeks::when(day, today),
        on_paper: day.date.filter(|date| *date == today).map(words::day).unwrap_or_default(),
        status: day.status.as_str(),
        status_words: weeks::status_words(day.status),
        facts: weeks::facts(day),
        exercises: day.exercises.iter().map(|it| line(it, &catalogue, visitor.units())).collect(),
        form_key: state.clock.new_id(),
    };
    Ok(week.days.iter().map(card).collect())
}

/// Monday to Sunday with what each holds, each under its date; only the training days where one has none.
fn calendar(mut cards: Vec<DayCard>, week: &WeeklyPlan, today: Date) -> Vec<DayCard> {
    for (card, day) in cards.iter_mut().zip(&week.days) {
        card.when = weeks::dated(day, today);
    }
    if week.days.iter().any(|day| day.date.is_none()) {
        return cards;
    }
    let mut shown = Vec::new();
    for date in (0..7).filter_map(|offset: i64| week.week_start.checked_add(offset.days()).ok()) {
        let on_it = week.days.iter().zip(&cards).filter(|(day, _)| day.date == Some(date));
        let before = shown.len();
        shown.extend(on_it.map(|(_, card)| card.clone()));
        if shown.len() == before {
            shown.push(DayCard::rest(words::day(date)));
        }
    }
    shown
}

fn line(exercise: &Prescribed, catalogue: &Catalogue, units: Units) -> ExerciseLine {
    let timed = catalogue.get(&exercise.exercise_id).is_some_and(crate::domain::exercise::Exercise::is_timed);
    let mut loads: Vec<String> = exercise
        .sets
        .iter()
        .filter_map(|set| set.weight_kg)
        .filter(|kg| *kg > 0.0)
        .map(|kg| words::load(kg, units))
        .collect();
    loads.dedup();
    let weight = if loads.is_empty() { String::new() } else { format!("{} {units}", loads.join(", ")) };
    let rpe = exercise.sets.iter().find_map(|set| set.rpe);
    let rpe = rpe.map(|rpe| texts::with("plan-rpe", &[("rpe", words::number(rpe, 1).into())]));
    let rest = texts::with("plan-rest", &[("time", words::clock(exercise.rest_seconds.into()).into())]);
    ExerciseLine {
        id: exercise.exercise_id.clone(),
        name: exercise.name.clone(),
        group: exercise.group.clone(),
        sets: words::sets(&exercise.sets, timed),
        weight,
        hint: rpe.into_iter().chain([rest]).collect::<Vec<_>>().join(" · "),
        note: exercise.note.clone(),
        boxes: exercise.sets.iter().map(|set| words::range(set.reps_min, set.reps_max)).collect(),
    }
}

fn shifted(monday: Date, days: i64) -> String {
    monday.checked_add(days.days()).unwrap_or(monday).to_string()
}

/// `23 – 29 November`.
fn week_words(monday: Date) -> String {
    dates::span(monday, monday.checked_add(6.days()).unwrap_or(monday))
}

/// What the generator noted, after a lighter week that is worth taking.
fn notes(week: &WeeklyPlan) -> Vec<String> {
    let lighter = week.meta.deload_suggested.as_ref().map(|suggested| suggested.because.clone());
    lighter.into_iter().chain(week.meta.notes.iter().cloned()).collect()
}

fn source(source: PlanSource) -> &'static str {
    match source {
        PlanSource::Generated => texts::say("plan-source-generated"),
        PlanSource::User => texts::say("plan-source-user"),
        PlanSource::Coach => texts::say("plan-source-coach"),
        PlanSource::Restored => texts::say("plan-source-restored"),
    }
}

fn muscles(week: &WeeklyPlan) -> Vec<MuscleSets> {
    let sets = week.meta.sets_per_muscle.iter();
    sets.map(|(muscle, sets)| MuscleSets {
        name: words::plain(muscle.as_str()),
        sets: words::number(*sets, 1),
    })
    .collect()
}

//! The active workout: the next set, every set's card, the copilot.

pub(super) mod blocks;
mod cards;
mod fallback_next_set;
pub(super) mod offline_exercises;
mod parts;
mod supersets;
mod swaps;

use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use http::StatusCode;

use self::blocks::{Aim, WorkoutView};
use super::view::{ActivePage, Rack, Suggestion};
use super::{last, start};
use crate::service::athlete::{self, Athlete};
use crate::service::sessions::{self, SessionView};
use crate::service::{Error, conversations, plans};
use crate::web::WebState;
use crate::web::extract::Params;
use crate::web::pages::error::{Fault, Paged};
use crate::web::pages::visitor::Visitor;
use crate::web::pages::{coach, page, today, weeks, words};
use crate::wording::{Word as _, sets, texts};
pub use swaps::swap;

/// The query.
#[derive(Debug, Default, serde::Deserialize, schemars::JsonSchema)]
#[serde(default)]
pub struct Asked {
    add: String,
}

/// GET /workout: the active one, or a day to begin with. `?add=` shows one more exercise.
pub async fn show(State(state): State<WebState>, visitor: Visitor, Params(asked): Params<Asked>) -> Paged {
    match today::active(&state, &visitor).await? {
        Some(session) => {
            let aim = aim(&state, &visitor, &session).await?;
            answer(&state, &visitor, (&session, aim), &asked.add).await
        }
        None => start::answer(&state, &visitor).await,
    }
}

/// GET /workout/ahead: the next workout as it would begin now, for the device to keep: where there is
/// no signal it begins from this copy, under the id that is on it. 204 while one is active.
pub async fn ahead(State(state): State<WebState>, visitor: Visitor) -> Paged {
    if today::is_active(&state, &visitor).await? {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let week = plans::week(&state.core, visitor.id(), None).await?;
    let next = weeks::next_day(&week, athlete::local_day(&visitor.profile, state.clock.now()));
    let day = next.map(|day| day.day.clone());
    let (session, first) = sessions::ahead(&state.core, visitor.id(), day).await?;
    let (session, first) = (session.worded(), first.worded());
    answer(&state, &visitor, (&session, first.as_ref().and_then(Aim::of_engine)), "").await
}

async fn answer(
    state: &WebState,
    visitor: &Visitor,
    (session, aim): (&SessionView, Option<Aim>),
    add: &str,
) -> Result<Response, Fault> {
    let athlete = Athlete::load(&mut state.read().await?, &state.core, visitor.id()).await?;
    let aim = aim.or_else(|| fallback_next_set::next(session, &athlete, add));
    let week = plans::week(&state.core, visitor.id(), None).await?.worded();
    let view = WorkoutView {
        session,
        athlete: &athlete,
        last: last::of(state, visitor.id(), session).await?,
        aim: aim.as_ref(),
        clock: &state.clock,
        units: visitor.units(),
    };
    let said = conversations::find_of_session(&state.core, visitor.id(), &session.id).await?;
    let exercises = view.blocks(add);
    let elapsed = state.clock.now().as_second() - session.started_at.as_second();
    let page = ActivePage {
        id: session.id.clone(),
        focus: blocks::focus(session, &week),
        split_day: session.split_day.clone().unwrap_or_default(),
        started_ms: session.started_at.as_millisecond(),
        now_ms: state.clock.now().as_millisecond(),
        elapsed: words::clock(elapsed),
        done: exercises.iter().map(|block| block.done).sum(),
        total: exercises.iter().map(|block| block.total).sum(),
        suggestion: aim.as_ref().map(|aim| suggestion(aim, &view)),
        swaps: view.later_swaps(),
        exercises,
        finish_key: state.clock.new_id(),
        notes: session.notes.clone().unwrap_or_default(),
        copilot: state.agents.is_some(),
        run_id: said.as_ref().and_then(|said| said.active_run_id.clone()).unwrap_or_default(),
        messages: said.map_or_else(Vec::new, |said| coach::messages(&said, &coach::Look::of(state, visitor))),
        ask_key: state.clock.new_id(),
        offers: offline_exercises::all(&athlete, visitor.units()),
        blank: offline_exercises::blank(),
    };
    let shell = visitor.shell("workout", texts::say("workout-title")).folded();
    Ok(page::answer(StatusCode::OK, &shell, &page))
}

/// The open suggestion, or the engine's next set where there is none (agents off); none while coaching is stopped.
async fn aim(state: &WebState, visitor: &Visitor, session: &SessionView) -> Result<Option<Aim>, Error> {
    if let Some(aim) = session.suggestion.as_ref().and_then(Aim::of_proposal) {
        return Ok(Some(aim));
    }
    match sessions::next_set(&state.core, visitor.id(), &session.id).await {
        Ok(next) => Ok(Aim::of_engine(&next.worded())),
        Err(Error::Locked { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

fn suggestion(aim: &Aim, view: &WorkoutView<'_>) -> Suggestion {
    let units = view.units;
    let exercise = view.athlete.catalogue.get(&aim.exercise_id);
    let weight = words::load(aim.weight_kg, units);
    let before = view.last.get(&aim.exercise_id);
    let heaviest = before.map(|last| last.iter().map(|set| set.weight_kg).fold(0.0, f64::max));
    let working = !aim.kind.is_warmup();
    Suggestion {
        proposal_id: aim.proposal_id.clone(),
        exercise_id: aim.exercise_id.clone(),
        name: blocks::name(&aim.exercise_id, view.session, &view.athlete.catalogue),
        label: view.label(aim),
        words: sets::lifted(aim.weight_kg, &[aim.count], aim.timed),
        index: aim.index,
        kind: aim.kind.as_str(),
        weight_kg: aim.weight_kg.to_string(),
        weight,
        count: aim.count.to_string(),
        count_name: parts::count_name(aim.timed),
        count_step: parts::count_step(aim.timed),
        timed: aim.timed,
        rest: words::clock(aim.rest_seconds.into()),
        rest_seconds: view.rest(&aim.exercise_id),
        rpe: aim.rpe.map_or_else(String::new, |rpe| words::number(rpe, 1)),
        change: heaviest
            .filter(|_| working)
            .map_or_else(String::new, |from| words::change(from, aim.weight_kg, units)),
        last: before.map_or_else(String::new, |sets| last::time(sets)),
        because: aim.because.clone(),
        step: exercise.map_or_else(|| "1".to_owned(), |exercise| parts::step(view.athlete, exercise, units)),
        key: view.clock.new_id(),
        new_id: view.clock.new_id(),
        swap: view.swap(&aim.exercise_id),
        rack: exercise.map_or_else(Rack::default, |exercise| parts::rack(view.athlete, exercise)),
        tag: view.tag(&aim.exercise_id),
        partner: view.partner(&aim.exercise_id),
    }
}

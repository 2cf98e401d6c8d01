//! No workout is active: choose a day.

use axum::response::Response;
use http::StatusCode;

use super::view::{Recent, StartPage};
use crate::domain::plan::WeeklyPlan;
use crate::domain::session::SessionStatus;
use crate::service::pagination::Ask;
use crate::service::sessions::{self, SessionView};
use crate::service::{athlete, plans};
use crate::web::WebState;
use crate::web::pages::error::Fault;
use crate::web::pages::visitor::Visitor;
use crate::web::pages::{page, plan, weeks, words};
use crate::wording::{Word as _, texts};

/// Workouts listed.
const LISTED: i64 = 5;

/// The page.
pub async fn answer(state: &WebState, visitor: &Visitor) -> Result<Response, Fault> {
    let week = plans::week(&state.core, visitor.id(), None).await?.worded();
    let today = athlete::local_day(&visitor.profile, state.clock.now());
    let next = weeks::next_day(&week, today);
    let recent = sessions::list(&state.core, visitor.id(), &Ask::new(None, Some(LISTED))?).await?;
    let page = StartPage {
        lead: next.map_or_else(
            || texts::say("workout-lead-done").to_owned(),
            |day| texts::with("workout-lead", &[("day", day.focus.as_str().into())]),
        ),
        next_day: next.map_or_else(String::new, |day| day.day.clone()),
        next_focus: next.map_or_else(String::new, |day| day.focus.clone()),
        days: plan::cards(state, visitor, &week, today).await?,
        key: state.clock.new_id(),
        free_key: state.clock.new_id(),
        recent: recent.items.iter().map(|session| lately(session, &week, visitor)).collect(),
    };
    Ok(page::answer(StatusCode::OK, &visitor.shell("workout", texts::say("workout-title")), &page))
}

fn lately(session: &SessionView, week: &WeeklyPlan, visitor: &Visitor) -> Recent {
    let date = words::day(athlete::local_day(&visitor.profile, session.started_at));
    let minutes = session.ended_at.map_or(0, |end| (end.as_second() - session.started_at.as_second()) / 60);
    let minutes = texts::with("workout-minutes", &[("n", minutes.into())]);
    let mut facts = vec![words::count(session.sets.len(), "count-sets"), minutes];
    if session.status == SessionStatus::Abandoned {
        facts.push(texts::say("workout-fact-stopped").to_owned());
    }
    Recent {
        id: session.id.clone(),
        title: format!("{}, {date}", super::active::blocks::focus(session, week)),
        facts: facts.join(" · "),
    }
}

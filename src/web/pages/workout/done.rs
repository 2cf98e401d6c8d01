//! What a workout came to, and what comes next.

use axum::extract::State;
use http::StatusCode;
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::active::blocks;
use super::last;
use super::view::{DecisionCard, DonePage, NextUp, RecordLine};
use crate::domain::catalogue::Catalogue;
use crate::domain::plan::{WeekDay, WeeklyPlan};
use crate::domain::profile::Units;
use crate::domain::session::{Decision, LoadPoint, LoggedSet, Record, RecordKind, Rule, SessionStatus};
use crate::service::sessions::{self, SessionView};
use crate::service::{Error, athlete, plans, profiles};
use crate::web::WebState;
use crate::web::extract::Ids;
use crate::web::pages::error::Paged;
use crate::web::pages::today::Line;
use crate::web::pages::visitor::{Visitor, see_other};
use crate::web::pages::{page, weeks, words};
use crate::wording::{Word as _, texts};

/// GET /workout/{id}; an active one is shown at /workout.
pub async fn show(State(state): State<WebState>, visitor: Visitor, Ids([id]): Ids<1>) -> Paged {
    let session = sessions::get(&state.core, visitor.id(), &id).await?.worded();
    if session.status == SessionStatus::Active {
        return Ok(see_other("/workout"));
    }
    let week = plans::week(&state.core, visitor.id(), None).await?.worded();
    let catalogue = profiles::catalogue(&state.catalogue, &mut state.read().await?, visitor.id()).await?;
    let mut page = build(&session, &catalogue, visitor.units());
    page.title = ended(session.status, blocks::focus(&session, &week));
    page.next = next_up(&state, &visitor, &week).await?;
    page.date = words::day(athlete::local_day(&visitor.profile, session.started_at));
    Ok(page::answer(StatusCode::OK, &visitor.shell("workout", texts::say("workout-done-title")), &page))
}

/// The day that is next in this week, else the first of the week after.
async fn next_up(state: &WebState, visitor: &Visitor, week: &WeeklyPlan) -> Result<Option<NextUp>, Error> {
    let today = athlete::local_day(&visitor.profile, state.clock.now());
    if let Some(day) = weeks::next_day(week, today) {
        return Ok(Some(up(day, today)));
    }
    let Ok(monday) = athlete::monday_of(today).checked_add(7.days()) else { return Ok(None) };
    let after = plans::week(&state.core, visitor.id(), Some(monday)).await?.worded();
    Ok(weeks::next_day(&after, today).map(|day| up(day, today)))
}

fn up(day: &WeekDay, today: Date) -> NextUp {
    NextUp { focus: day.focus.clone(), when: weeks::when(day, today), facts: weeks::facts(day) }
}

fn ended(status: SessionStatus, focus: String) -> String {
    let day = [("day", focus.into())];
    match status {
        SessionStatus::Abandoned => texts::with("workout-day-stopped", &day),
        _ => texts::with("workout-day-done", &day),
    }
}

fn build(session: &SessionView, catalogue: &Catalogue, units: Units) -> DonePage {
    let summary = session.summary.as_ref();
    let seconds = session.ended_at.map_or(0, |end| end.as_second() - session.started_at.as_second());
    let volume = crate::domain::summary::volume_of(session.sets.iter());
    let hard = session.sets.iter().filter(|set| set.is_hard()).count();
    let name = |id: &str| blocks::name(id, session, catalogue);
    DonePage {
        title: String::new(),
        date: String::new(),
        volume: words::volume(volume, units),
        sets: hard.to_string(),
        minutes: (seconds / 60).to_string(),
        records: summary
            .map_or_else(Vec::new, |it| it.records.iter().map(|it| record(it, &name, units)).collect()),
        decisions: summary
            .map_or_else(Vec::new, |it| it.decisions.iter().map(|it| decision(it, &name, units)).collect()),
        none: match session.status {
            SessionStatus::Abandoned => texts::say("workout-none-stopped"),
            _ => texts::say("workout-none-done"),
        },
        lines: lines(&session.sets, &name),
        notes: session.notes.clone(),
        next: None,
    }
}

fn record(record: &Record, name: &impl Fn(&str) -> String, units: Units) -> RecordLine {
    let value = |value: f64| match record.kind {
        RecordKind::E1rm => {
            texts::with("workout-record-e1rm", &[("weight", words::rounded(value, units).into())])
        }
        RecordKind::Weight => words::weight(value, units),
        RecordKind::Reps => texts::with("workout-reps", &[("n", words::number(value, 0).into())]),
    };
    let now = value(record.value);
    let words = match record.previous {
        Some(before) => {
            let both = [("now", now.into()), ("before", value(before).into())];
            texts::with("workout-record-before", &both)
        }
        None => now,
    };
    RecordLine { name: name(&record.exercise_id), words }
}

fn decision(decision: &Decision, name: &impl Fn(&str) -> String, units: Units) -> DecisionCard {
    DecisionCard {
        name: name(&decision.exercise_id),
        tone: match decision.rule {
            Rule::Advance => "good",
            Rule::Deload | Rule::Return => "wait",
            Rule::Hold | Rule::Manual => "",
        },
        next: point(&decision.next, units),
        change: change(decision, units),
        because: decision.because.clone(),
        flips_if: decision.flips_if.clone(),
    }
}

fn point(point: &LoadPoint, units: Units) -> String {
    let range = words::range(point.reps_min, point.reps_max);
    match point.weight_kg {
        Some(kg) if kg > 0.0 => format!("{} × {range}", words::weight(kg, units)),
        _ => range,
    }
}

fn change(decision: &Decision, units: Units) -> String {
    let next = decision.next.weight_kg.unwrap_or(0.0);
    let by = decision.from.weight_kg.map(|from| words::change(from, next, units));
    match (decision.rule, by) {
        (Rule::Deload, Some(by)) => texts::with("workout-change-deload", &[("change", by.into())]),
        (Rule::Return, Some(by)) => texts::with("workout-change-return", &[("change", by.into())]),
        (_, Some(by)) => by,
        (_, None) => texts::say("workout-change-first").to_owned(),
    }
}

fn lines(sets: &[LoggedSet], name: &impl Fn(&str) -> String) -> Vec<Line> {
    let hard = || sets.iter().filter(|set| !set.is_warmup());
    let mut order: Vec<&str> = Vec::new();
    for set in hard() {
        if !order.contains(&set.exercise_id.as_str()) {
            order.push(&set.exercise_id);
        }
    }
    let line = |id: &&str| {
        let own: Vec<LoggedSet> = hard().filter(|set| set.exercise_id == *id).cloned().collect();
        Line { name: name(id), sets: last::in_words(&own) }
    };
    order.iter().map(line).collect()
}

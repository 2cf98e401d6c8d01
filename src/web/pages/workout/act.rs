//! The workout's forms. Each writes once under its own key and leads back to the workout.

use axum::extract::State;
use http::StatusCode;

use crate::domain::profile::Units;
use crate::domain::session::{SessionStatus, SetKind};
use crate::reason;
use crate::service::sessions::{self, PatchSession, StartSession};
use crate::service::sets::{self, SetInput};
use crate::service::{Error, FieldError};
use crate::web::pages::error::{Fault, Paged};
use crate::web::pages::form::Fields;
use crate::web::pages::idempotent_form::{Leads, once};
use crate::web::pages::visitor::Visitor;
use crate::web::pages::words;
use crate::web::{Problem, WebState};

/// POST /workout/start. With a workout active already, that one is shown. The script names the id that is
/// on its copy of the next workout, so that a start whose answer is lost and one without signal are one.
pub async fn start(State(state): State<WebState>, visitor: Visitor, form: Fields) -> Paged {
    let ask =
        StartSession { split_day: form.some("split_day"), id: form.some("id"), ..StartSession::default() };
    once(&state, &visitor, "/workout/start", &form, async |write| {
        match sessions::start_next(write, ask).await {
            Ok(_) => Ok(Leads::to("/workout")),
            Err(error) => Err(unless(error, "session-active", "/workout")),
        }
    })
    .await
}

/// POST /workout/sets
pub async fn log(State(state): State<WebState>, visitor: Visitor, form: Fields) -> Paged {
    let input = set_input(&form, visitor.units()).map_err(Problem::invalid)?;
    once(&state, &visitor, "/workout/sets", &form, async |write| {
        sets::log(write, form.text("session_id"), input).await?;
        Ok(Leads::to("/workout"))
    })
    .await
}

/// POST /workout/undo
pub async fn undo(State(state): State<WebState>, visitor: Visitor, form: Fields) -> Paged {
    once(&state, &visitor, "/workout/undo", &form, async |write| {
        match sets::delete(write, form.text("session_id"), form.text("set_id")).await {
            // Gone already is what was wanted.
            Ok(()) | Err(Error::NotFound) => Ok(Leads::to("/workout")),
            Err(error) => Err(error.into()),
        }
    })
    .await
}

/// POST /workout/finish
pub async fn finish(State(state): State<WebState>, visitor: Visitor, form: Fields) -> Paged {
    let id = form.text("session_id").to_owned();
    let status = match SessionStatus::parse(form.text("status")) {
        Some(status) if status != SessionStatus::Active => status,
        _ => {
            let reason = reason!("form_how_it_ends");
            return Err(Problem::new(StatusCode::BAD_REQUEST, "status-needed", reason).into());
        }
    };
    let patch = PatchSession { status: Some(status), notes: form.some("notes").map(Some) };
    let ended = format!("/workout/{id}");
    once(&state, &visitor, "/workout/finish", &form, async |write| {
        match sessions::patch(write, &id, patch).await {
            Ok(_) => Ok(Leads::to(ended)),
            Err(error) => Err(unless(error, "session-final", &ended)),
        }
    })
    .await
}

/// Why a form was refused; for a conflict of this kind a look at what is there will do.
fn unless(error: Error, kind: &str, page: &str) -> Fault {
    match error {
        Error::Conflict(conflict) if conflict.kind == kind => Fault::Instead(page.to_owned()),
        error => error.into(),
    }
}

/// The set that a form describes; every field that is no number is told.
fn set_input(form: &Fields, units: Units) -> Result<SetInput, Vec<FieldError>> {
    let mut errors = Vec::new();
    let mut wrong = |pointer: &str, text: String| {
        errors.push(FieldError::new(pointer, "invalid", reason!("form_number_does_not_fit", text = text)));
    };
    let weight = weight(form, units).unwrap_or_else(|text| {
        wrong("/weight_kg", text);
        None
    });
    let count = form.whole::<u32>("count").unwrap_or_else(|text| {
        wrong("/reps", text);
        None
    });
    let index = form.whole::<u16>("set_index").unwrap_or_else(|text| {
        wrong("/set_index", text);
        None
    });
    let rpe = form.number("rpe").unwrap_or_else(|text| {
        wrong("/rpe", text);
        None
    });
    if !errors.is_empty() {
        return Err(errors);
    }
    let timed = form.text("timed") == "true";
    Ok(SetInput {
        id: form.some("id"),
        exercise_id: form.text("exercise_id").to_owned(),
        set_index: index.unwrap_or(0),
        reps: count.filter(|_| !timed).map(|count| u16::try_from(count).unwrap_or(u16::MAX)),
        duration_seconds: count.filter(|_| timed),
        weight_kg: weight,
        rpe,
        kind: SetKind::parse(form.text("kind")),
        pain: Some(form.text("pain") == "true"),
        note: form.some("note"),
        logged_at: None,
        proposal_id: form.some("proposal_id"),
    })
}

/// The load in kilograms. A number left as it was shown keeps its exact value, whatever the units
/// round it to.
fn weight(form: &Fields, units: Units) -> Result<Option<f64>, String> {
    let typed = form.number("weight")?;
    let untouched = form.text("weight") == form.text("shown");
    match form.number("exact") {
        Ok(Some(exact)) if untouched => Ok(Some(exact)),
        _ => Ok(typed.map(|typed| words::to_kg(typed, units))),
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;

    use super::*;

    fn read(text: &'static str, units: Units) -> Result<SetInput, Vec<FieldError>> {
        set_input(&Fields::read(Bytes::from_static(text.as_bytes())), units)
    }

    #[test]
    fn a_tap_keeps_the_exact_load_and_a_typed_one_is_converted() {
        let untouched =
            read("weight=132.3&shown=132.3&exact=60&count=8&set_index=2&exercise_id=x", Units::Lb).unwrap();
        assert_eq!((untouched.weight_kg, untouched.reps, untouched.set_index), (Some(60.0), Some(8), 2));
        let typed = read("weight=135&shown=132.3&exact=60&count=8&set_index=2", Units::Lb).unwrap();
        assert!((typed.weight_kg.unwrap() - 61.235).abs() < 0.001);
        let comma =
            read("weight=62%2C5&shown=60&exact=60&count=45&timed=true&set_index=1", Units::Kg).unwrap();
        assert_eq!((comma.weight_kg, comma.reps, comma.duration_seconds), (Some(62.5), None, Some(45)));
    }

    #[test]
    fn every_field_that_is_no_number_is_told() {
        let errors = read("weight=heavy&count=many&set_index=-1&rpe=hard", Units::Kg).unwrap_err();
        let pointers: Vec<_> = errors.iter().map(|error| error.pointer.as_str()).collect();
        assert_eq!(pointers, ["/weight_kg", "/reps", "/set_index", "/rpe"]);
    }
}

//! The first minute: six questions, and the plan that comes of them.

mod view;

use axum::extract::State;
use http::StatusCode;

use super::error::Paged;
use super::form::Fields;
use super::page;
use super::settings::{in_words, language};
use super::visitor::{Visitor, see_other};
use super::words::to_kg;
use crate::domain::exercise::Equipment;
use crate::domain::field_error::FieldError;
use crate::domain::profile::{Experience, Goal, Profile, Units};
use crate::reason;
use crate::service::precondition::IfMatch;
use crate::service::{Error, profiles};
use crate::web::{Problem, WebState};
use crate::wording::texts;
#[cfg(test)]
pub use view::WelcomePage;

/// GET /welcome
pub async fn show(visitor: Visitor) -> Paged {
    Ok(page::answer(
        StatusCode::OK,
        &visitor.shell("", texts::say("shell-welcome")).folded(),
        &view::questions(&visitor.profile),
    ))
}

/// POST /welcome: the answers make the profile, and the profile the plan.
pub async fn save(State(state): State<WebState>, visitor: Visitor, form: Fields) -> Paged {
    let (profile, errors) = answered(&visitor.profile, &form);
    let saved =
        if errors.is_empty() { keep(&state, &visitor, &profile).await } else { Err(Error::Invalid(errors)) };
    let Err(error) = saved else { return Ok(see_other("/plan")) };
    let problem = Problem::from(error);
    let mut page = view::questions(&profile);
    // What was typed stands there again, also where it is no number.
    form.text("bodyweight").clone_into(&mut page.bodyweight);
    page.errors = problem.errors.iter().map(in_words).collect();
    if page.errors.is_empty() {
        page.problem = problem.detail();
    }
    let shell = visitor.shell("", texts::say("shell-welcome")).folded();
    Ok(page::answer(problem.status, &shell, &page))
}

async fn keep(state: &WebState, visitor: &Visitor, profile: &Profile) -> Result<(), Error> {
    let mut write = state.core.write(visitor.id()).await?;
    profiles::replace(&mut write, profile.clone(), &IfMatch::Any).await?;
    write.commit().await
}

/// The profile with the six answers in it; what was not answered stays.
fn answered(before: &Profile, form: &Fields) -> (Profile, Vec<FieldError>) {
    let units = Units::parse(form.text("units")).unwrap_or(before.units);
    let mut errors = Vec::new();
    let bodyweight_kg = match form.number("bodyweight") {
        Ok(typed) => typed.map(|typed| to_kg(typed, units)).or(before.bodyweight_kg),
        Err(text) => {
            let reason = reason!("form_not_a_number", text = text);
            errors.push(FieldError::new("/bodyweight_kg", "invalid", reason));
            before.bodyweight_kg
        }
    };
    let language = language(before, form).unwrap_or_else(|error| {
        errors.push(error);
        before.language
    });
    let gear: Vec<Equipment> = form.all("equipment").filter_map(Equipment::parse).collect();
    let profile = Profile {
        goal: Goal::parse(form.text("goal")).unwrap_or(before.goal),
        experience: Experience::parse(form.text("experience")).unwrap_or(before.experience),
        days_per_week: form.whole("days_per_week").ok().flatten().unwrap_or(before.days_per_week),
        session_minutes: form.whole("session_minutes").ok().flatten().unwrap_or(before.session_minutes),
        equipment: gear,
        bodyweight_kg,
        units,
        language,
        ..before.clone()
    };
    (profile, errors)
}

#[cfg(test)]
mod tests {
    use super::*;
    use bytes::Bytes;

    #[test]
    fn six_answers_change_six_things() {
        let before = Profile { birth_year: Some(1990), ..Profile::default() };
        let text = "goal=strength&experience=advanced&days_per_week=4&session_minutes=45&equipment=dumbbell\
                    &bodyweight=180&units=lb";
        let (after, errors) = answered(&before, &Fields::read(Bytes::from_static(text.as_bytes())));
        assert_eq!(errors, []);
        assert_eq!((after.goal, after.experience), (Goal::Strength, Experience::Advanced));
        assert_eq!((after.days_per_week, after.session_minutes), (4, 45));
        assert_eq!(after.equipment, [Equipment::Dumbbell]);
        assert!((after.bodyweight_kg.unwrap() - 81.6466).abs() < 0.001);
        assert_eq!(after.birth_year, Some(1990));
        assert_eq!(after.check(), []);
    }

    #[test]
    fn a_bodyweight_that_is_no_number_is_told() {
        let (_, errors) =
            answered(&Profile::default(), &Fields::read(Bytes::from_static(b"bodyweight=many")));
        assert_eq!(errors.len(), 1);
    }
}

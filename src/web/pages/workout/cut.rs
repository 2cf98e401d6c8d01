//! A prescribed set that will not be done today, by form.

use axum::extract::State;

use crate::service::sessions::{self, Cut};
use crate::web::WebState;
use crate::web::pages::error::Paged;
use crate::web::pages::form::Fields;
use crate::web::pages::idempotent_form::{Leads, once};
use crate::web::pages::visitor::Visitor;

/// POST /workout/remove: takes the last open set of an exercise out of this workout.
pub async fn remove(State(state): State<WebState>, visitor: Visitor, form: Fields) -> Paged {
    let set_index = form.whole("set_index").ok().flatten().unwrap_or_default();
    let last = Cut { exercise_id: form.text("exercise_id").to_owned(), set_index };
    once(&state, &visitor, "/workout/remove", &form, async |write| {
        sessions::cut(write, form.text("session_id"), &last).await?;
        Ok(Leads::to("/workout"))
    })
    .await
}

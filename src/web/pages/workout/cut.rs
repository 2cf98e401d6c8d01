//! A prescribed set that will not be done today, by form.

use axum::extract::State;

use crate::service::sessions::{self, Cut};
use crate::web::WebState;
use crate::web::pages::error::Paged;
use crate::web::pages::form::Fields;
use crate::web::pages::idempotent_form::{self, Start};
use crate::web::pages::visitor::Visitor;

/// POST /workout/remove: takes the last open set of an exercise out of this workout.
pub async fn remove(State(state): State<WebState>, visitor: Visitor, form: Fields) -> Paged {
    let mut doing = match idempotent_form::begin(&state, visitor.id(), "/workout/remove", &form).await? {
        Start::Done(answer) => return Ok(answer),
        Start::Doing(doing) => doing,
    };
    let set_index = form.whole("set_index").ok().flatten().unwrap_or_default();
    let last = Cut { exercise_id: form.text("exercise_id").to_owned(), set_index };
    sessions::cut(doing.write(), form.text("session_id"), &last).await?;
    doing.done("/workout").await
}

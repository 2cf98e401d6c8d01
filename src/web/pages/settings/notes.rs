//! Standing notes: added by hand, and each deleted by one tap, whoever wrote it.

use axum::extract::State;

use super::again;
use crate::domain::profile::{Note, NoteSource};
use crate::service::precondition::IfMatch;
use crate::service::{Error, profiles};
use crate::web::WebState;
use crate::web::pages::error::Paged;
use crate::web::pages::form::Fields;
use crate::web::pages::visitor::{Visitor, see_other};

/// POST /settings/notes; the same words again add nothing.
pub async fn add(State(state): State<WebState>, visitor: Visitor, form: Fields) -> Paged {
    let text = form.text("text").to_owned();
    let kept = change(&state, &visitor, |notes| {
        if notes.iter().all(|note| note.text != text) {
            notes.push(Note { id: String::new(), text, source: NoteSource::Person });
        }
    });
    match kept.await {
        Ok(()) => Ok(see_other("/settings?done=note#notes")),
        Err(error) => again(&state, &visitor, error).await,
    }
}

/// POST /settings/notes/delete; one that is gone already stays gone.
pub async fn delete(State(state): State<WebState>, visitor: Visitor, form: Fields) -> Paged {
    let id = form.text("id").to_owned();
    change(&state, &visitor, |notes| notes.retain(|note| note.id != id)).await?;
    Ok(see_other("/settings?done=unnoted#notes"))
}

async fn change(
    state: &WebState,
    visitor: &Visitor,
    change: impl FnOnce(&mut Vec<Note>),
) -> Result<(), Error> {
    let mut write = state.core.write(visitor.id()).await?;
    let mut profile = profiles::load(&mut write.tx, visitor.id()).await?.profile;
    let before = profile.notes.clone();
    change(&mut profile.notes);
    if profile.notes == before {
        return Ok(());
    }
    profiles::replace(&mut write, profile, &IfMatch::Any).await?;
    write.commit().await
}

//! A form that writes once: it carries a key minted when the page was rendered, and the answer (a
//! redirect) is recorded in the same transaction as the effect, so that a double tap or a reload
//! leads to the same place and changes nothing more.

use axum::response::Response;
use http::StatusCode;

use super::error::{Fault, Paged};
use super::form::Fields;
use super::visitor::see_other;
use crate::reason;
use crate::service::idempotency::{self, Attempt, Begun, Saved};
use crate::service::{Error, Write};
use crate::web::{Problem, WebState};

/// What a form's key led to.
pub enum Start {
    /// Do it in here, then [`Doing::done`].
    Doing(Doing),
    /// It was done before: answer this.
    Done(Response),
}

/// A form's write that has begun.
pub struct Doing {
    attempt: Box<Attempt>,
}

/// Begins the write of a form of this person. The key is bound to the path and to all fields.
pub async fn begin(state: &WebState, user_id: &str, path: &str, form: &Fields) -> Result<Start, Fault> {
    let key = form.text("key");
    let fits = (16..=128).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic());
    if !fits {
        let reason = reason!("form_key_needed");
        return Err(Problem::new(StatusCode::BAD_REQUEST, "form-key-needed", reason).into());
    }
    let fingerprint = idempotency::fingerprint("POST", path, &form.bytes);
    Ok(match idempotency::begin(&state.core, user_id, key, &fingerprint).await? {
        Begun::Fresh(attempt) => Start::Doing(Doing { attempt }),
        Begun::Replay(saved) => Start::Done(see_other(&saved.body)),
    })
}

impl Doing {
    /// Where the effect happens.
    pub fn write(&mut self) -> &mut Write {
        &mut self.attempt.write
    }

    /// Why the effect was refused; a red flag in it is raised all the same.
    pub async fn refused(self, error: Error) -> Error {
        self.attempt.refused(error).await
    }

    /// Commits the effect together with where it leads.
    pub async fn done(self, path: &str) -> Paged {
        let saved = Saved { status: 303, headers: "{}".to_owned(), body: path.to_owned() };
        self.attempt.finish(&saved).await?;
        Ok(see_other(path))
    }
}

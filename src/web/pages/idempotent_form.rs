//! A form that writes once: it carries a key minted when the page was rendered, and the answer (a
//! redirect) is recorded in the same transaction as the effect, so that a double tap or a reload
//! leads to the same place and changes nothing more.

use http::StatusCode;

use super::error::{Fault, Paged};
use super::form::Fields;
use super::visitor::{Visitor, see_other};
use crate::reason;
use crate::service::Write;
use crate::service::idempotency::{self, Request, Saved};
use crate::web::{Problem, WebState};

/// Where a form leads once its effect is durable.
#[must_use = "it is the answer"]
pub struct Leads {
    to: String,
    then: Then,
}

type Then = Box<dyn FnOnce() + Send>;

impl Leads {
    /// To this path.
    pub fn to(path: impl Into<String>) -> Self {
        Self { to: path.into(), then: Box::new(|| {}) }
    }

    /// What is done after the commit, and never for a second tap.
    pub fn then(self, then: impl FnOnce() + Send + 'static) -> Self {
        Self { then: Box::new(then), ..self }
    }
}

/// Does the work of a form that went to this path, once. Its key is bound to the path and to all fields.
/// A refusal leaves nothing but a red flag that was raised in it.
pub async fn once(
    state: &WebState,
    visitor: &Visitor,
    path: &str,
    form: &Fields,
    work: impl AsyncFnOnce(&mut Write) -> Result<Leads, Fault>,
) -> Paged {
    let (user_id, key) = (visitor.id(), form.text("key"));
    let fits = (16..=128).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic());
    if !fits {
        let reason = reason!("form_key_needed");
        return Err(Problem::new(StatusCode::BAD_REQUEST, "form-key-needed", reason).into());
    }
    let request = Request { user_id, key, method: "POST", path, body: &form.bytes };
    let answered = idempotency::once(&state.core, request, async |write| {
        let Leads { to, then } = work(write).await?;
        Ok::<_, Fault>((Saved { status: 303, headers: "{}".to_owned(), body: to }, then))
    });
    let answered = answered.await?;
    if let Some(then) = answered.fresh {
        then();
    }
    Ok(see_other(&answered.saved.body))
}

//! Taking the last open set of an exercise out of a session. What was lifted is still judged by all
//! that was prescribed: doing less is no way to a heavier load.

use schemars::JsonSchema;
use serde::Deserialize;

use super::finish::is_final;
use super::{SessionView, find, load, suggest};
use crate::domain::session::{LoggedSet, SessionStatus};
use crate::reason;
use crate::service::athlete::Athlete;
use crate::service::core::Write;
use crate::service::error::{Error, Result};
use crate::storage::sessions::{self as storage, Session};
use crate::storage::sets;

/// Which set goes.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cut {
    /// An exercise of this session's prescription.
    pub exercise_id: String,
    /// Its last prescribed set, from 1. Naming it keeps a request that comes twice from taking two.
    pub set_index: u16,
}

/// Takes the last prescribed set of an exercise out of an active session, if it is not logged and not
/// the only one, and makes the suggestion anew.
pub async fn cut(write: &mut Write, id: &str, cut: &Cut) -> Result<SessionView> {
    let user_id = write.user_id.clone();
    let mut session = find(&mut write.tx, &user_id, id).await?;
    if session.status != SessionStatus::Active {
        return Err(is_final(&session));
    }
    let athlete = Athlete::without_states(&mut write.tx, &write.core, &user_id).await?;
    let stored = sets::of_session(&mut write.tx, id).await?;
    let lifted: Vec<LoggedSet> = stored.iter().map(|stored| stored.set.clone()).collect();
    shorten(&mut session, &lifted, cut)?;
    storage::update(&mut write.tx, &mut session).await?;
    suggest::suggest_after(write, &athlete, &session, stored).await?;
    load(&mut write.tx, &user_id, id).await
}

fn shorten(session: &mut Session, lifted: &[LoggedSet], cut: &Cut) -> Result<()> {
    let exercise_id = cut.exercise_id.as_str();
    let found = session.prescribed.iter_mut().find(|planned| planned.exercise_id == exercise_id);
    let Some(planned) = found else {
        return Err(Error::field("/exercise_id", "not_prescribed", reason!("session_not_prescribed")));
    };
    let last = planned.sets.len();
    let done = |set: &LoggedSet| {
        set.exercise_id == exercise_id && !set.is_warmup() && usize::from(set.set_index) == last
    };
    if last < 2 || usize::from(cut.set_index) != last || lifted.iter().any(done) {
        return Err(Error::field("/set_index", "nothing_to_take_out", reason!("session_only_the_last_set")));
    }
    let whole = planned.clone();
    planned.sets.pop();
    if !session.swapped.iter().any(|one| one.exercise_id == exercise_id) {
        session.swapped.push(whole);
    }
    Ok(())
}

//! logSet (gated).

use serde_json::{Value, json};

use super::base::{Base, own};
use crate::domain::exercise::Exercise;
pub use crate::domain::proposal::LogSetArgs as Args;
use crate::domain::proposal::SetPreview;
use crate::domain::rules::Author;
use crate::domain::session::{NextSet, SetKind};
use crate::reason;
use crate::service::athlete::Athlete;
use crate::service::sets::{self, SetInput};
use crate::service::{Error, Result, Write, sessions};
use crate::storage::sessions::Session;

/// The session's version.
pub async fn base(write: &mut Write, session: Option<&str>) -> Result<Base> {
    let id = own(session)?;
    let found = sessions::find(&mut write.tx, &write.user_id, id).await?;
    let (resource, version) = (format!("session:{id}"), found.version.to_string());
    Ok(Base { resource, version, session: Some(found) })
}

/// The set, and what the engine says beside it.
pub async fn preview(write: &mut Write, session: Option<&str>, args: &Args) -> Result<Value> {
    let Looked { exercise, next, is_next, .. } = looked_up(write, session, args).await?;
    let preview = SetPreview {
        exercise: exercise.name,
        set_index: args.set_index,
        kind: args.kind.unwrap_or(SetKind::Working),
        reps: args.reps,
        duration_seconds: args.duration_seconds,
        weight_kg: args.weight_kg,
        target_rpe: next.rpe.filter(|_| is_next),
        rest_seconds: is_next.then_some(next.rest_seconds),
        reason: None,
        because: None,
    };
    Ok(serde_json::to_value(preview)?)
}

/// What a set is judged and shown by.
struct Looked {
    session: Session,
    athlete: Athlete,
    exercise: Exercise,
    /// The engine's next set.
    next: NextSet,
    /// It is this one.
    is_next: bool,
}

async fn looked_up(write: &mut Write, session: Option<&str>, args: &Args) -> Result<Looked> {
    let user_id = write.user_id.clone();
    let found = sessions::find(&mut write.tx, &user_id, own(session)?).await?;
    let athlete = Athlete::load(&mut write.tx, &write.core, &user_id).await?;
    let unknown = || Error::field("/exercise_id", "unknown_exercise", reason!("input_no_such_exercise"));
    let exercise = athlete.catalogue.get(&args.exercise_id).ok_or_else(unknown)?.clone();
    let next = sessions::next_set_of(&mut write.tx, &athlete, &found).await?;
    let is_next =
        next.exercise_id.as_ref() == Some(&args.exercise_id) && next.set_index == Some(args.set_index);
    Ok(Looked { session: found, athlete, exercise, next, is_next })
}

/// A load that an agent proposes is held to the cap as it stands now, or to what the engine itself says.
fn check_cap(looked: &Looked, args: &Args) -> Result<()> {
    let engine = looked.next.weight_kg.filter(|_| looked.is_next);
    let caps = sessions::caps(&looked.athlete, &looked.session, &looked.exercise, engine);
    if sessions::fits(args.weight_kg, &caps, &looked.exercise) {
        return Ok(());
    }
    let most = caps.into_iter().fold(0.0, f64::max);
    Err(Error::field("/weight_kg", "load_cap", reason!("input_above_cap", most_kg = most)))
}

/// Logs the set, by the same rules as a person's own tap; a load that an agent proposed is held to
/// the cap, when it is drafted and once more when it is confirmed. `found` is the session, where it
/// was just read.
pub async fn perform(
    write: &mut Write,
    session: Option<&str>,
    found: Option<Session>,
    author: Author,
    args: Args,
) -> Result<Value> {
    if author == Author::Agent {
        check_cap(&looked_up(write, session, &args).await?, &args)?;
    }
    let found = match found {
        Some(found) => found,
        None => sessions::find(&mut write.tx, &write.user_id, own(session)?).await?,
    };
    let input = SetInput {
        id: None,
        exercise_id: args.exercise_id,
        set_index: args.set_index,
        reps: args.reps,
        duration_seconds: args.duration_seconds,
        weight_kg: Some(args.weight_kg),
        rpe: args.rpe,
        kind: args.kind,
        pain: None,
        note: None,
        logged_at: None,
        proposal_id: None,
    };
    let set = sets::log_in(write, found, input).await?;
    Ok(json!({ "set": set }))
}

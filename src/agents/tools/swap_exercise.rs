//! swapExercise (gated).

use serde_json::{Value, json};

use super::base::{Base, own};
pub use crate::domain::swap::SwapExerciseArgs as Args;
use crate::service::sessions::{self, Swap};
use crate::service::{Result, Write};
use crate::wording::Word as _;

fn wanted(args: &Args) -> Swap {
    Swap { exercise_id: args.exercise_id.clone(), replacement_id: args.replacement_id.clone() }
}

/// The session's version.
pub async fn base(write: &mut Write, session: Option<&str>) -> Result<Base> {
    super::log_set::base(write, session).await
}

/// What goes, what comes, and with which loads.
pub async fn preview(write: &mut Write, session: Option<&str>, args: &Args) -> Result<Value> {
    let preview = sessions::preview_swap(write, own(session)?, &wanted(args)).await?;
    Ok(serde_json::to_value(preview)?)
}

/// Swaps, by the same rules as a person's own.
pub async fn perform(write: &mut Write, session: Option<&str>, args: &Args) -> Result<Value> {
    let session = sessions::swap(write, own(session)?, &wanted(args)).await?;
    Ok(json!({ "prescribed": session.prescribed.worded() }))
}

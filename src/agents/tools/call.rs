//! Calling a tool: arguments in, an answer, a draft or a write out.

use serde_json::{Value, json};

use super::base::Base;
use super::bounded::{MOST_DRAFT, MOST_RESULT, fit};
use super::{Effect, Scope, Tool};
use super::{
    draft_weekly_plan, get_exercises, get_profile, get_progress, get_session, get_weekly_plan, log_set,
    save_weekly_plan, suggest_next_set, swap_exercise, update_profile,
};
use crate::domain::rules::Author;
use crate::reason;
use crate::service::json_input::{as_written, from_value};
use crate::service::proposals::Draft;
use crate::service::{Error, Result, Write};
use crate::storage::sessions::Session;
use crate::wording::{self, Word as _};

/// Most broken rules that a model is told of at once.
const MOST_VIOLATIONS: usize = 10;
/// Why a call gave nothing, as the model is told. `None` when it is no fault of the call: then the
/// step is tried again or the run fails.
#[must_use]
pub fn fault(error: &Error) -> Option<Value> {
    let (code, errors) = match error {
        Error::Invalid(errors) => {
            let list = errors.iter().map(|error| {
                let message = wording::reason(&error.reason);
                json!({"pointer": error.pointer, "code": error.code, "message": message})
            });
            ("invalid_arguments", list.collect())
        }
        Error::Rules(violations) => {
            let told = violations.get(..MOST_VIOLATIONS).unwrap_or(violations);
            ("plan_rules", json!(told.to_vec().worded()))
        }
        Error::NotFound => ("not_found", Value::Null),
        Error::Conflict(conflict) => (conflict.kind, Value::Null),
        Error::Gone(_) => ("gone", Value::Null),
        Error::Stale { .. } => ("stale_state", Value::Null),
        Error::Locked { .. } => ("locked", Value::Null),
        _ => return None,
    };
    let message = wording::reason(&error.reason());
    Some(if errors.is_null() {
        json!({"error": {"code": code, "message": message}})
    } else {
        json!({"error": {"code": code, "message": message, "errors": errors}})
    })
}

/// The argument text as the tool's strict schema wants it, or what is wrong with it.
pub fn parse(tool: Tool, text: &str) -> Result<Value> {
    let text = if text.trim().is_empty() { "{}" } else { text };
    let value: Value = serde_json::from_str(text).map_err(|error| {
        let reason = reason!("input_arguments_broken", line = error.line(), column = error.column());
        Error::field("", "broken_json", reason)
    })?;
    conform(tool, &value)
}

/// The same for arguments that are JSON already: a person's edit of a proposal.
pub fn conform(tool: Tool, value: &Value) -> Result<Value> {
    let (_, schema) = tool.schema();
    let mut value = value.clone();
    if tool == Tool::SaveWeeklyPlan {
        // A plan that was read is often sent back as it came.
        as_written(&mut value);
    }
    crate::service::conform::conform(&schema, &value).map_err(Error::Invalid)
}

fn read_as<T: serde::de::DeserializeOwned>(args: &Value) -> Result<T> {
    from_value(args).map_err(|error| Error::Invalid(vec![error]))
}

/// Answers a reading call, bounded in size.
pub async fn read(tool: Tool, scope: &Scope<'_>, args: &Value) -> Result<Value> {
    let value = match tool {
        Tool::GetProfile => get_profile::read(scope).await?,
        Tool::GetExercises => get_exercises::read(scope, read_as(args)?).await?,
        Tool::GetWeeklyPlan => get_weekly_plan::read(scope).await?,
        Tool::DraftWeeklyPlan => draft_weekly_plan::read(scope, read_as(args)?).await?,
        Tool::GetProgress => get_progress::read(scope, read_as(args)?).await?,
        Tool::GetSession => get_session::read(scope).await?,
        Tool::SuggestNextSet => suggest_next_set::read(scope).await?,
        Tool::UpdateProfile | Tool::SaveWeeklyPlan | Tool::LogSet | Tool::SwapExercise => {
            return Err(Error::NotFound);
        }
    };
    let most = if tool == Tool::DraftWeeklyPlan { MOST_DRAFT } else { MOST_RESULT };
    Ok(fit(value, most))
}

/// What a writing tool works on, now.
pub async fn base(tool: Tool, write: &mut Write, session: Option<&str>) -> Result<Base> {
    match tool {
        Tool::UpdateProfile => update_profile::base(write).await,
        Tool::SaveWeeklyPlan => save_weekly_plan::base(write).await,
        Tool::LogSet => log_set::base(write, session).await,
        Tool::SwapExercise => swap_exercise::base(write, session).await,
        _ => Err(Error::NotFound),
    }
}

/// Checks a writing call, tries it inside a savepoint that is undone, and makes what is shown of it.
pub async fn draft(
    tool: Tool,
    write: &mut Write,
    session: Option<&str>,
    author: Author,
    args: &Value,
) -> Result<Draft> {
    if tool.effect() == Effect::Read {
        return Err(Error::NotFound);
    }
    let base = base(tool, write, session).await?;
    write.tx.savepoint().await?;
    let tried = preview(tool, write, session, author, args).await;
    let tried = match tried {
        Ok(preview) => perform(tool, write, (session, None), author, args).await.map(|_| preview),
        Err(error) => Err(error),
    };
    write.tx.rollback_to_savepoint().await?;
    Ok(Draft {
        tool: tool.name(),
        args: args.to_string(),
        preview: tried?.to_string(),
        resource: base.resource,
        base_version: base.version,
    })
}

async fn preview(
    tool: Tool,
    write: &mut Write,
    session: Option<&str>,
    author: Author,
    args: &Value,
) -> Result<Value> {
    match tool {
        Tool::UpdateProfile => update_profile::preview(write, &read_as(args)?).await,
        Tool::SaveWeeklyPlan => save_weekly_plan::preview(write, author, &read_as(args)?).await,
        Tool::LogSet => log_set::preview(write, session, &read_as(args)?).await,
        Tool::SwapExercise => swap_exercise::preview(write, session, &read_as(args)?).await,
        _ => Err(Error::NotFound),
    }
}

/// Performs a writing call. The gate alone calls it, after a confirm. Of the session there is the id,
/// and what was just read of it.
pub async fn perform(
    tool: Tool,
    write: &mut Write,
    (session, found): (Option<&str>, Option<Session>),
    author: Author,
    args: &Value,
) -> Result<Value> {
    match tool {
        Tool::UpdateProfile => update_profile::perform(write, author, read_as(args)?).await,
        Tool::SaveWeeklyPlan => save_weekly_plan::perform(write, author, read_as(args)?).await,
        Tool::LogSet => log_set::perform(write, session, found, author, read_as(args)?).await,
        Tool::SwapExercise => swap_exercise::perform(write, session, &read_as(args)?).await,
        _ => Err(Error::NotFound),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_arguments_say_so() {
        for text in ["{", "{\"a\":", "nonsense", "[]", "3", "{\"user_id\":\"someone\"}"] {
            let error = parse(Tool::GetProfile, text).unwrap_err();
            assert!(fault(&error).is_some(), "{text}");
        }
        assert_eq!(parse(Tool::GetProfile, "").unwrap(), json!({}));
    }
}

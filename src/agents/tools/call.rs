//! Calling a tool: arguments in, an answer, a draft or a write out.

use serde_json::{Value, json};

use super::base::Base;
use super::{Effect, Scope, Tool};
use super::{
    draft_weekly_plan, get_exercises, get_profile, get_progress, get_session, get_weekly_plan, log_set,
    save_weekly_plan, suggest_next_set, swap_exercise, update_profile,
};
use crate::domain::rules::Author;
use crate::service::fields::{as_written, from_value};
use crate::service::proposals::Draft;
use crate::service::{Error, Result, Write};

/// Most bytes of a result that a model is given: some 2,700 tokens of JSON, which fit into a context of
/// 8,192 beside the prompt, the tools and an answer.
pub const MOST_RESULT: usize = 8_000;
/// The same of a draft, which has to be whole to be saved: six days of an advanced lifter have 9,000.
const MOST_DRAFT: usize = 10_000;
/// A text that is longer is shortened first, where a result does not fit.
const LONG_TEXT: usize = 80;
/// Most broken rules that a model is told of at once.
const MOST_VIOLATIONS: usize = 10;
/// The field of a result that did not fit, and what it tells a model.
const CUT_MARK: &str = "cut_to_fit";
const CUT: &str = "Some of this was shortened or left out to fit; more exists. Ask for something narrower.";

/// Why a call gave nothing, as the model is told. `None` when it is no fault of the call: then the
/// step is tried again or the run fails.
#[must_use]
pub fn fault(error: &Error) -> Option<Value> {
    let (code, errors) = match error {
        Error::Invalid(errors) => {
            let list = errors
                .iter()
                .map(|error| json!({"pointer": error.pointer, "code": error.code, "message": error.message}));
            ("invalid_arguments", list.collect())
        }
        Error::Rules(violations) => {
            let told = violations.get(..MOST_VIOLATIONS).unwrap_or(violations);
            ("plan_rules", json!(told))
        }
        Error::NotFound => ("not_found", Value::Null),
        Error::Conflict(conflict) => (conflict.kind, Value::Null),
        Error::Gone(_) => ("gone", Value::Null),
        Error::Stale { .. } => ("stale_state", Value::Null),
        Error::Locked { .. } => ("locked", Value::Null),
        _ => return None,
    };
    let message = error.to_string();
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
        Error::field("", "broken_json", format!("The arguments are not valid JSON: {error}."))
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
        Ok(preview) => perform(tool, write, session, author, args).await.map(|_| preview),
        Err(error) => Err(error),
    };
    write.tx.rollback_to_savepoint().await?;
    write.tx.release_savepoint().await?;
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
        Tool::UpdateProfile => update_profile::preview(write, author, &read_as(args)?).await,
        Tool::SaveWeeklyPlan => save_weekly_plan::preview(write, author, &read_as(args)?).await,
        Tool::LogSet => log_set::preview(write, session, author, &read_as(args)?).await,
        Tool::SwapExercise => swap_exercise::preview(write, session, &read_as(args)?).await,
        _ => Err(Error::NotFound),
    }
}

/// Performs a writing call. The gate alone calls it, after a confirm.
pub async fn perform(
    tool: Tool,
    write: &mut Write,
    session: Option<&str>,
    author: Author,
    args: &Value,
) -> Result<Value> {
    match tool {
        Tool::UpdateProfile => update_profile::perform(write, author, read_as(args)?).await,
        Tool::SaveWeeklyPlan => save_weekly_plan::perform(write, author, read_as(args)?).await,
        Tool::LogSet => log_set::perform(write, session, author, read_as(args)?).await,
        Tool::SwapExercise => swap_exercise::perform(write, session, &read_as(args)?).await,
        _ => Err(Error::NotFound),
    }
}

/// Shortens texts, then the longest list again and again, until the result fits, and says so.
fn fit(mut value: Value, most: usize) -> Value {
    if value.to_string().len() <= most {
        return value;
    }
    let room = most.saturating_sub(CUT.len() + 20);
    shorten(&mut value);
    while value.to_string().len() > room {
        let Some(list) = longest(&mut value) else {
            return json!({"error": {"code": "too_large", "message": "The result is too large; ask for less."}});
        };
        list.truncate((list.len() * 3 / 4).max(1));
    }
    if let Value::Object(object) = &mut value {
        object.insert(CUT_MARK.to_owned(), CUT.into());
    }
    value
}

/// Brings a result to the bound by leaving out the oldest entries, which come first in this list of it.
pub fn keep_newest(value: &mut Value, list: &str) {
    if value.to_string().len() <= MOST_RESULT {
        return;
    }
    shorten(value);
    value[CUT_MARK] = CUT.into();
    while value.to_string().len() > MOST_RESULT {
        let Some(entries) = value[list].as_array_mut().filter(|entries| entries.len() > 1) else { return };
        entries.drain(..entries.len().div_ceil(4));
    }
}

fn shorten(value: &mut Value) {
    match value {
        Value::String(text) => {
            if let Some((at, _)) = text.char_indices().nth(LONG_TEXT) {
                text.truncate(at);
                text.push('…');
            }
        }
        Value::Array(items) => items.iter_mut().for_each(shorten),
        Value::Object(fields) => fields.values_mut().for_each(shorten),
        _ => {}
    }
}

/// The list with the most text in it that has more than one entry.
fn longest(value: &mut Value) -> Option<&mut Vec<Value>> {
    let pointer = heaviest(value, "").map(|(_, pointer)| pointer)?;
    value.pointer_mut(&pointer)?.as_array_mut()
}

fn heaviest(value: &Value, at: &str) -> Option<(usize, String)> {
    let children: Vec<(String, &Value)> = match value {
        Value::Array(items) => items.iter().enumerate().map(|(i, item)| (i.to_string(), item)).collect(),
        Value::Object(fields) => {
            fields.iter().map(|(key, item)| (crate::service::fields::escape(key), item)).collect()
        }
        _ => return None,
    };
    let own = value.as_array().filter(|items| items.len() > 1);
    let own = own.map(|_| (value.to_string().len(), at.to_owned()));
    let inner = children.into_iter().filter_map(|(key, item)| heaviest(item, &format!("{at}/{key}")));
    own.into_iter().chain(inner).max_by_key(|(weight, pointer)| (*weight, std::cmp::Reverse(pointer.len())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_that_is_too_long_is_cut_and_says_so() {
        let items: Vec<_> = (0..2000).map(|n| json!({"id": n, "name": "x".repeat(20)})).collect();
        let fitted = fit(json!({"items": items, "few": [1, 2]}), MOST_RESULT);
        let size = fitted.to_string().len();
        assert!((MOST_RESULT / 2..=MOST_RESULT).contains(&size), "{size}");
        assert_eq!(fitted["cut_to_fit"], CUT);
        assert_eq!(fitted["few"], json!([1, 2]));
    }

    #[test]
    fn texts_are_shortened_before_entries_are_left_out() {
        let notes: Vec<_> = (0..50).map(|n| json!({"id": n, "text": "é".repeat(500)})).collect();
        let fitted = fit(json!({"notes": notes}), MOST_RESULT);
        assert!(fitted["notes"].as_array().unwrap().len() > 35, "{fitted}");
        let short = fit(json!({"text": "x".repeat(20_000)}), MOST_RESULT);
        assert_eq!(short["text"].as_str().unwrap().chars().count(), LONG_TEXT + 1);
    }

    #[test]
    fn what_cannot_be_cut_is_an_error() {
        let wide: serde_json::Map<String, Value> = (0..3000).map(|n| (n.to_string(), n.into())).collect();
        assert_eq!(fit(wide.into(), MOST_RESULT)["error"]["code"], "too_large");
    }

    #[test]
    fn broken_arguments_say_so() {
        for text in ["{", "{\"a\":", "nonsense", "[]", "3", "{\"user_id\":\"someone\"}"] {
            let error = parse(Tool::GetProfile, text).unwrap_err();
            assert!(fault(&error).is_some(), "{text}");
        }
        assert_eq!(parse(Tool::GetProfile, "").unwrap(), json!({}));
    }
}

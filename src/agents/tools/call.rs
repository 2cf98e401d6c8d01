//! Calling a tool: arguments in, an answer, a draft or a write out.

use serde_json::{Value, json};

use super::base::Base;
use super::bounded::fit;
use super::contracts::hash;
use super::spec::{Call, Work};
use super::{Scope, ToolSpec};
use crate::reason;
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
pub fn parse(tool: &ToolSpec, text: &str) -> Result<Value> {
    let text = if text.trim().is_empty() { "{}" } else { text };
    let value: Value = serde_json::from_str(text).map_err(|error| {
        let reason = reason!("input_arguments_broken", line = error.line(), column = error.column());
        Error::field("", "broken_json", reason)
    })?;
    conform(tool, &value)
}

/// Arguments that are JSON already, such as a person's edit of a proposal, as the tool's strict schema
/// wants them.
pub fn conform(tool: &ToolSpec, value: &Value) -> Result<Value> {
    let (_, schema) = tool.schema();
    let mut value = value.clone();
    if let Work::Write(writing) = &tool.work {
        (writing.tidy)(&mut value);
    }
    crate::service::conform::conform(&schema, &value).map_err(Error::Invalid)
}

/// Answers a reading call, bounded in size.
pub async fn read(tool: &ToolSpec, scope: &Scope<'_>, args: &Value) -> Result<Value> {
    let Work::Read(reading) = &tool.work else { return Err(Error::NotFound) };
    Ok(fit((reading.answer)(scope, args).await?, reading.most))
}

/// What a writing tool works on, now.
pub async fn base(tool: &ToolSpec, write: &mut Write, session: Option<&str>) -> Result<Base> {
    (tool.writing()?.base)(write, session).await
}

/// Whether a proposal's arguments were checked against the contract that the tool has now.
#[must_use]
pub fn same_contract(tool: &ToolSpec, schema_hash: &str) -> bool {
    hash(tool) == schema_hash
}

/// Checks a writing call, tries it inside a savepoint that is undone, and makes what is shown of it.
pub async fn draft(tool: &ToolSpec, write: &mut Write, call: Call<'_>, args: &Value) -> Result<Draft> {
    let writing = tool.writing()?;
    let base = (writing.base)(write, call.session).await?;
    write.tx.savepoint().await?;
    let tried = match (writing.preview)(write, call, args).await {
        Ok(preview) => (writing.perform)(write, call, None, args).await.map(|_| preview),
        Err(error) => Err(error),
    };
    write.tx.rollback_to_savepoint().await?;
    Ok(Draft {
        tool: tool.name,
        schema_hash: hash(tool),
        lasts: writing.lasts,
        args: args.to_string(),
        preview: tried?.to_string(),
        resource: base.resource,
        base_version: base.version,
    })
}

/// Performs a writing call. The gate alone calls it, after a confirm. `found` is the session, where it
/// was just read.
pub async fn perform(
    tool: &ToolSpec,
    write: &mut Write,
    call: Call<'_>,
    found: Option<Session>,
    args: &Value,
) -> Result<Value> {
    (tool.writing()?.perform)(write, call, found, args).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_arguments_say_so() {
        let profile = ToolSpec::named("getProfile").unwrap();
        for text in ["{", "{\"a\":", "nonsense", "[]", "3", "{\"user_id\":\"someone\"}"] {
            let error = parse(profile, text).unwrap_err();
            assert!(fault(&error).is_some(), "{text}");
        }
        assert_eq!(parse(profile, "").unwrap(), json!({}));
    }
}

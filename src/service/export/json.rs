//! Everything as one JSON object.

use serde::Serialize;
use serde_json::{Value, json};

use super::{InWords, Out, PAGE};
use crate::service::core::Core;
use crate::service::error::{Error, Result};
use crate::service::{profiles, sessions};
use crate::storage::{conversations, moment, plans, profiles as profile_storage, proposals, users};
use crate::storage::{exports, sessions as session_storage};

/// Version of the shape.
const VERSION: u32 = 1;

/// Writes everything of a person.
pub async fn write(core: &Core, user_id: &str, out: &Out, words: InWords) -> Result<()> {
    out.send(format!("{{{}", head(core, user_id).await?)).await?;
    out.send(",\n\"sessions\": [").await?;
    sessions_of(core, user_id, out, words).await?;
    out.send("],\n\"conversations\": [").await?;
    conversations_of(core, user_id, out, words).await?;
    out.send("]}\n").await
}

fn text<T: Serialize>(value: &T) -> Result<String> {
    Ok(serde_json::to_string(value)?)
}

/// All that does not grow with the years, without the braces around it.
async fn head(core: &Core, user_id: &str) -> Result<String> {
    let conn = &mut core.read().await?;
    let user = users::by_id(conn, user_id).await?.ok_or(Error::NotFound)?;
    let states = plans::load_states(conn, user_id).await?;
    let states: Vec<Value> =
        states.iter().map(|(key, state)| json!({"range": key, "state": state})).collect();
    let weights = exports::bodyweights(conn, user_id).await?;
    let weights: Vec<Value> =
        weights.iter().map(|(date, kg)| json!({"date": date, "bodyweight_kg": kg})).collect();
    let mut versions = Vec::new();
    for saved in exports::plan_versions(conn, user_id).await? {
        let plan = saved.plan;
        versions.push(json!({
            "plan_version": plan.version, "source": plan.source, "created_at": saved.created_at,
            "plan": plan.doc,
        }));
    }
    let head = json!({
        "format": "spotter",
        "format_version": VERSION,
        "exported_at": core.clock.now(),
        "account": {"name": user.name},
        "profile": profiles::load(conn, user_id).await?,
        "own_exercises": profile_storage::own_exercises(conn, user_id).await?,
        "bodyweights": weights,
        "plan_versions": versions,
        "load_states": states,
    });
    let whole = text(&head)?;
    Ok(whole.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).unwrap_or_default().to_owned())
}

/// Sessions with their sets and the decisions they made, newest first.
async fn sessions_of(core: &Core, user_id: &str, out: &Out, words: InWords) -> Result<()> {
    let mut before = (i64::MAX, String::new());
    let mut first = true;
    loop {
        let mut conn = core.read().await?;
        let page = session_storage::page(&mut conn, user_id, (before.0, &before.1), PAGE).await?;
        let Some(last) = page.last() else { return Ok(()) };
        before = (last.started_at.as_millisecond(), last.id.clone());
        let views = sessions::views(&mut conn, page).await?;
        drop(conn);
        for mut view in views {
            (words.session)(&mut view);
            let comma = if std::mem::take(&mut first) { "\n" } else { ",\n" };
            out.send(format!("{comma}{}", text(&view)?)).await?;
        }
    }
}

/// Conversations, all that was said in them, and what was proposed.
async fn conversations_of(core: &Core, user_id: &str, out: &Out, words: InWords) -> Result<()> {
    let now = core.clock.now();
    let all = exports::conversations(&mut core.read().await?, user_id).await?;
    for (at, row) in all.into_iter().enumerate() {
        let mut conn = core.read().await?;
        let messages = conversations::messages(&mut conn, &row.id, i64::MAX).await?;
        let made = proposals::of_conversation(&mut conn, &row.id, i64::MAX).await?;
        drop(conn);
        let messages: Vec<Value> = messages
            .into_iter()
            .map(|message| {
                let body: Value = serde_json::from_str(&message.body).unwrap_or_default();
                json!({"id": message.id, "run_id": message.run_id, "created_at": moment(message.created_at), "body": body})
            })
            .collect();
        let mut made: Vec<_> =
            made.into_iter().map(|row| Ok(row.view()?.seen_at(now))).collect::<Result<_>>()?;
        made.iter_mut().for_each(words.proposal);
        let conversation = json!({
            "id": row.id, "title": row.title, "session_id": row.session_id,
            "created_at": moment(row.created_at), "updated_at": moment(row.updated_at),
            "messages": messages, "proposals": made,
        });
        let comma = if at == 0 { "\n" } else { ",\n" };
        out.send(format!("{comma}{}", text(&conversation)?)).await?;
    }
    Ok(())
}

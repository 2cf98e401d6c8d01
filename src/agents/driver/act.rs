//! Handling one call: a read is answered, a write becomes a proposal, whatever is wrong with the
//! call is told to the model. What only a model is told stands here, in English; a summary is for people,
//! in their language.

use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::Instant;
use tracing::{Instrument as _, info, info_span, trace};

use super::Agents;
use super::persist::{Loaded, load};
use super::said::locked_text;
use crate::agents::model::Call;
use crate::agents::roster::Agent;
use crate::agents::run::{Acted, Input, Next, Run};
use crate::agents::tools::{self, Call as GatedCall, Effect, Scope, ToolSpec};
use crate::domain::rules::Author;
use crate::service::proposals::{self, Draft, Origin};
use crate::service::{Error, Result, Write, safety};
use crate::telemetry::CONTENT;
use crate::wording::{self, texts};

/// Longest that one read may take.
const LONGEST_READ: Duration = Duration::from_secs(30);

impl Agents {
    /// Handles the call of this place.
    pub(super) async fn act(&self, loaded: &Loaded, agent: Agent, ordinal: usize) -> Result<()> {
        let Some(slot) = loaded.run.slots.get(ordinal) else { return Ok(()) };
        let call = &slot.call;
        // What a model calls a tool may be anything; what is logged is a tool that exists.
        let tool = ToolSpec::named(&call.name).map_or("unknown", |tool| tool.name);
        let span = info_span!(
            "execute_tool",
            gen_ai.operation.name = "execute_tool",
            gen_ai.tool.name = tool,
            gen_ai.tool.call.id = call.id,
        );
        trace!(target: CONTENT, run = loaded.row.id, tool = call.name, arguments = call.arguments, "a call");
        let began = Instant::now();
        let done = self.handle(loaded, agent, ordinal, call).instrument(span).await;
        let millis = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
        info!(tool, run = loaded.row.id, millis, ok = done.is_ok(), "a tool call was handled");
        done
    }

    async fn handle(&self, loaded: &Loaded, agent: Agent, ordinal: usize, call: &Call) -> Result<()> {
        let outcome = match ToolSpec::find(&call.name, agent) {
            None => unknown(&call.name, agent),
            Some(tool) => match tools::parse(tool, &call.arguments) {
                Err(error) => faulty(&error).ok_or(error)?,
                Ok(args) if tool.effect() == Effect::Write => {
                    return self.propose(loaded, tool, ordinal, &args).await;
                }
                Ok(args) => self.read(loaded, tool, &args).await?,
            },
        };
        let input = Input::Acted { step: loaded.run.step, ordinal, outcome };
        self.transition(&loaded.row.user_id, &loaded.row.id, input, &[]).await
    }

    async fn read(&self, loaded: &Loaded, tool: &ToolSpec, args: &Value) -> Result<Acted> {
        let scope = Scope {
            core: &self.0.core,
            user_id: &loaded.row.user_id,
            session_id: loaded.row.session_id.as_deref(),
        };
        let answer = tokio::time::timeout(LONGEST_READ, tools::read(tool, &scope, args)).await;
        match answer.map_err(|_| Error::Busy)? {
            Ok(value) => {
                Ok(Acted::Result { content: value.to_string(), summary: tool.say("done"), ok: true })
            }
            Err(error) => faulty(&error).ok_or(error),
        }
    }

    /// Draft, proposal, state and event are one transaction.
    async fn propose(&self, loaded: &Loaded, tool: &ToolSpec, ordinal: usize, args: &Value) -> Result<()> {
        let mut write = self.0.core.write(&loaded.row.user_id).await?;
        let mut loaded = load(&mut write.tx, &loaded.row.id).await?.ok_or(Error::NotFound)?;
        if loaded.run.next() != Next::Act(ordinal) {
            return Ok(());
        }
        if let Some(lock) = safety::locked(&mut write.tx, &write.user_id.clone()).await? {
            let input = Input::Flagged { text: locked_text(&lock.flag) };
            let staged = self.advance(&mut write, &mut loaded, input, &[]).await?;
            write.commit().await?;
            staged.publish();
            return Ok(());
        }
        let outcome = proposed(&mut write, &loaded, tool, ordinal, args).await?;
        let input = Input::Acted { step: loaded.run.step, ordinal, outcome };
        let staged = self.advance(&mut write, &mut loaded, input, &[]).await?;
        write.commit().await?;
        staged.publish();
        self.settle_log(&loaded);
        Ok(())
    }
}

async fn proposed(
    write: &mut Write,
    loaded: &Loaded,
    tool: &ToolSpec,
    ordinal: usize,
    args: &Value,
) -> Result<Acted> {
    if let Some(refused) = declined(&loaded.run, tool, args) {
        return Ok(refused);
    }
    let call = GatedCall { session: loaded.row.session_id.as_deref(), author: Author::Agent };
    let drafted = tools::draft(tool, write, call, args).await;
    let draft: Draft = match drafted {
        Ok(draft) => draft,
        Err(error) => return faulty(&error).ok_or(error),
    };
    let origin = Origin {
        conversation_id: Some(loaded.row.conversation_id.clone()),
        session_id: loaded.row.session_id.clone(),
        run_id: Some(loaded.row.id.clone()),
        step: i64::from(loaded.run.step),
        ordinal: i64::try_from(ordinal).unwrap_or(i64::MAX),
        call_id: loaded.run.slots.get(ordinal).map(|slot| slot.call.id.clone()),
    };
    let proposal = proposals::create(write, origin, draft).await?;
    Ok(Acted::Proposed(Box::new(proposal)))
}

/// The answer to a call that was declined in this run before: given at once, nobody is asked again.
fn declined(run: &Run, tool: &ToolSpec, args: &Value) -> Option<Acted> {
    let before = run.declined_before(tool.name, &args.to_string())?;
    let content = json!({
        "status": "declined",
        "reason": before.reason,
        "message": "The person said no to exactly this before; they were not asked again.",
    });
    Some(Acted::Result {
        content: content.to_string(),
        summary: texts::with("agents-did-nothing-declined", &[]),
        ok: false,
    })
}

fn faulty(error: &Error) -> Option<Acted> {
    let content = tools::fault(error)?.to_string();
    Some(Acted::Result { content, summary: wording::reason(&error.reason()), ok: false })
}

fn unknown(name: &str, agent: Agent) -> Acted {
    let known: Vec<_> = ToolSpec::of(agent).map(|tool| tool.name).collect();
    let shown: String = name.chars().take(64).collect();
    let message = format!("There is no tool {shown}. The tools are: {}.", known.join(", "));
    let content = json!({"error": {"code": "unknown_tool", "message": message}}).to_string();
    Acted::Result { content, summary: texts::with("agents-did-nothing-unknown", &[]), ok: false }
}

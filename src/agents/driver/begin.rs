//! Beginning a run: a message becomes a run inside the caller's write, so that the answer can be
//! recorded under its idempotency key in the same commit; the run is set to work after it.

use jiff::ToSpan as _;
use serde::Serialize;

use super::Agents;
use super::log::Staged;
use super::persist::{Loaded, loaded, remember};
use super::said::flag_text;
use crate::agents::builtin;
use crate::agents::model::Message;
use crate::agents::roster::Agent;
use crate::agents::run::event::RunEvent;
use crate::agents::run::{Effect, Input, Next, Run, RunStatus};
use crate::domain::profile::Profile;
use crate::domain::safety::{RedFlag, scan};
use crate::reason;
use crate::service::{Conflict, Error, Result, Write, profiles, proposals, safety, sessions};
use crate::storage::runs::StoredRun;
use crate::storage::{conversations, runs};
use crate::wording;

/// Characters of a message that name a conversation.
const TITLE: usize = 60;

/// What a run is begun with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begin {
    /// Who answers.
    pub agent: Agent,
    /// Where.
    pub conversation_id: String,
    /// The session of a copilot run.
    pub session_id: Option<String>,
    /// What the person said.
    pub text: String,
}

/// A run that is written but not yet at work. After the commit call [`Begun::launch`].
#[derive(Debug)]
#[must_use = "a run that is not launched waits for the next sweep"]
pub struct Begun {
    /// The run.
    pub run_id: String,
    staged: Staged,
    /// The run that this one ended.
    ended: Option<Ended>,
    agents: Agents,
}

/// A run that had to make room, not yet told.
#[derive(Debug)]
struct Ended {
    run_id: String,
    staged: Staged,
}

/// The answer to a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct RunStarted {
    /// The run.
    pub run_id: String,
    /// Where its events stream.
    pub events_url: String,
}

impl Begun {
    /// The answer to the message.
    #[must_use]
    pub fn answer(&self) -> RunStarted {
        let run_id = self.run_id.clone();
        RunStarted { events_url: format!("/api/v1/runs/{run_id}/events"), run_id }
    }

    /// The write is durable: tells those who watch and sets the run to work.
    pub fn launch(self) {
        if let Some(ended) = self.ended {
            ended.staged.publish();
            self.agents.let_go(&ended.run_id);
        }
        self.staged.publish();
        self.agents.nudge(&self.run_id);
    }
}

impl Agents {
    /// Begins a run. While one runs in the conversation this is a conflict that names it; one that
    /// waits for a person is overtaken. A red flag is answered by its fixed text, and locks.
    pub async fn begin(&self, write: &mut Write, begin: Begin) -> Result<Begun> {
        let user_id = write.user_id.clone();
        let profile = profiles::load(&mut write.tx, &user_id).await?.profile;
        let flag = scan(&begin.text, profile.is_pregnant());
        if flag.is_none() {
            safety::refuse_locked(&mut write.tx, &user_id).await?;
        }
        let ended = self.make_room(write, &begin.conversation_id, flag).await?;
        let counted = flag.is_none() && self.model_name() != builtin::NAME;
        if counted {
            self.refuse_beyond_cap(write, &profile).await?;
        }
        let mut run = self.insert(write, &begin, counted).await?;
        let staged = self.open(write, &begin, &mut run, flag).await?;
        Ok(Begun { run_id: run.row.id, staged, ended, agents: self.clone() })
    }

    /// Ends what waits in the conversation; refuses while something runs, unless a red flag stops it.
    async fn make_room(
        &self,
        write: &mut Write,
        conversation_id: &str,
        flag: Option<RedFlag>,
    ) -> Result<Option<Ended>> {
        let Some(row) = runs::active(&mut write.tx, conversation_id).await? else { return Ok(None) };
        let mut active = loaded(row)?;
        // With decisions that nobody has taken up yet it may be about to go on.
        let mut effects = self.decisions_in(write, &mut active).await?;
        let input = match (active.run.next(), flag) {
            (Next::Wait, _) if active.run.status() == RunStatus::Paused => Input::Overtaken,
            (_, Some(_)) => Input::Cancelled,
            _ => return Err(busy(&active.row.id)),
        };
        effects.extend(active.run.apply(input, &self.0.limits.run));
        let staged = self.store(write, &mut active, effects).await?;
        Ok(Some(Ended { run_id: active.row.id, staged }))
    }

    async fn insert(&self, write: &mut Write, begin: &Begin, counted: bool) -> Result<Loaded> {
        let id = write.core.clock.new_id();
        let run = Run { language: wording::current().language, ..Run::new(id.clone()) };
        let row = StoredRun {
            id,
            user_id: write.user_id.clone(),
            conversation_id: begin.conversation_id.clone(),
            session_id: begin.session_id.clone(),
            agent: begin.agent.as_str().to_owned(),
            status: run.status().as_str().to_owned(),
            model: self.model_name().to_owned(),
            state: serde_json::to_string(&run)?,
            steps: 0,
            input_tokens: 0,
            output_tokens: 0,
            counted,
            epoch: 1,
            started_at: write.core.clock.now().as_millisecond(),
            ended_at: None,
        };
        runs::insert(&mut write.tx, &row).await?;
        let said = Message::User { text: begin.text.clone() };
        remember(write, &row, &[said]).await?;
        let title: String = begin.text.chars().take(TITLE).collect();
        conversations::touch(&mut write.tx, &begin.conversation_id, title.trim(), write.core.clock.now())
            .await?;
        Ok(Loaded { row, run })
    }

    /// The first events; with a red flag also the last ones.
    async fn open(
        &self,
        write: &mut Write,
        begin: &Begin,
        run: &mut Loaded,
        flag: Option<RedFlag>,
    ) -> Result<Staged> {
        let started = RunEvent::Started {
            run_id: run.row.id.clone(),
            agent: begin.agent,
            model: run.row.model.clone(),
        };
        let mut effects = vec![Effect::Tell(started)];
        if let Some(flag) = flag {
            safety::raise(write, flag.as_str()).await?;
            run.run.step = 0;
            let flagged = run.run.apply(Input::Flagged { text: flag_text(flag) }, &self.0.limits.run);
            let voids = |effect: &Effect| matches!(effect, Effect::Tell(RunEvent::StepReset { .. }));
            effects.extend(flagged.into_iter().filter(|effect| !voids(effect)));
        } else if let Some(session) = &begin.session_id {
            let now = write.core.clock.now();
            let stands = proposals::suggestion(&mut write.tx, session).await?;
            if !stands.is_some_and(|proposal| proposal.is_open(now)) {
                sessions::renew_suggestion(write, session).await?;
            }
            let open = proposals::suggestion(&mut write.tx, session).await?;
            let open = open.filter(|proposal| proposal.is_open(now)).map(Box::new);
            effects.extend(open.map(|proposal| Effect::Tell(RunEvent::ProposalCreated { proposal })));
        }
        self.store(write, run, effects).await
    }

    /// 429 beyond the daily cap; a day is the person's own.
    async fn refuse_beyond_cap(&self, write: &mut Write, profile: &Profile) -> Result<()> {
        let now = write.core.clock.now();
        let day = now.to_zoned(profile.zone());
        let midnight = day.start_of_day().map_or(now, |start| start.timestamp());
        let user_id = write.user_id.clone();
        let count = runs::counted_since(&mut write.tx, &user_id, midnight.as_millisecond()).await?;
        if count < self.0.limits.runs_per_day {
            return Ok(());
        }
        let next = day.checked_add(1.day()).and_then(|next| next.start_of_day());
        let resets_at = next.map_or(now + 24.hours(), |next| next.timestamp());
        let left = resets_at.as_second() - now.as_second();
        Err(Error::TooMany {
            reason: reason!("too_many_runs", count = count),
            retry_after: u64::try_from(left.max(1)).unwrap_or(3600),
            resets_at: Some(resets_at),
        })
    }
}

fn busy(run_id: &str) -> Error {
    Conflict::new("run-active", reason!("conflict_run_active"))
        .with(serde_json::json!({ "run_id": run_id }))
        .into()
}

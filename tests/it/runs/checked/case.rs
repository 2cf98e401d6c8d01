//! One person in one run of the test: what happens is done to the real thing and told to the book.

use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use serde_json::{Value, json};
use spotter::agents::driver::{Agents, Begin, Limits};
use spotter::agents::model::Message;
use spotter::agents::roster::Agent;
use spotter::agents::run::RunStatus;
use spotter::agents::run::history::is_valid;
use spotter::domain::plan::PlanDoc;
use spotter::domain::proposal::{Proposal, ProposalStatus};
use spotter::service::conversations::{self, NewConversation};
use spotter::service::pagination::Ask;
use spotter::service::{Core, Result, Write, accounts, proposals, sessions};
use spotter::storage::{self, users};

use super::book::Book;
use super::ops::Op;
use super::player::{Player, Step};

/// Longest that a run may need to come to rest.
const LONGEST: Duration = Duration::from_secs(20);

/// A run that is not known to be over.
#[derive(Debug, Clone)]
pub struct Going {
    pub id: String,
    pub number: u32,
    pub copilot: bool,
    pub conversation: String,
}

/// One person.
pub struct Case {
    pub core: Core,
    pub plan: PlanDoc,
    pub agents: Agents,
    pub player: Player,
    pub up: bool,
    pub user: String,
    pub chat: String,
    pub session: Option<String>,
    /// Every session there was.
    pub sessions: Vec<String>,
    pub going: Vec<Going>,
    pub book: Book,
    /// Counts up, so that every change is another one.
    pub number: u32,
    /// Every step so far, to be shown when something is wrong.
    pub steps: Vec<Op>,
    pub restarts: u64,
}

fn limits() -> Limits {
    let never = Duration::from_hours(1);
    Limits { retries: 0, sweep: never, idle_after_pause: Duration::from_secs(1), ..Limits::default() }
}

impl Case {
    pub async fn begin(core: Core, plan: PlanDoc) -> Self {
        let name = format!("person {}", core.clock.new_id());
        let user = accounts::create(&core, &name, None).await.unwrap().id;
        let mut write = core.write(&user).await.unwrap();
        let chat = conversations::create(&mut write, NewConversation::default()).await.unwrap().id;
        write.commit().await.unwrap();
        let player = Player::default();
        let agents = Agents::new(core.clone(), Arc::new(player.clone()), limits());
        agents.recover().await.unwrap();
        Self {
            core,
            plan,
            agents,
            player,
            up: true,
            user,
            chat,
            session: None,
            sessions: Vec::new(),
            going: Vec::new(),
            book: Book::default(),
            number: 0,
            steps: Vec::new(),
            restarts: 0,
        }
    }

    pub fn now(&self) -> Timestamp {
        self.core.clock.now()
    }

    pub fn next_number(&mut self) -> u32 {
        self.number += 1;
        self.number
    }

    /// Minutes of a session that nobody asked for yet.
    pub fn minutes(&mut self) -> u32 {
        70 + self.next_number() % 110
    }

    pub async fn write(&self) -> Write {
        self.core.write(&self.user).await.unwrap()
    }

    pub async fn crash(&mut self) {
        self.agents.shutdown().await;
        self.up = false;
    }

    pub async fn restart(&mut self) {
        self.agents = Agents::new(self.core.clone(), Arc::new(self.player.clone()), limits());
        self.agents.recover().await.unwrap();
        (self.up, self.restarts) = (true, self.restarts + 1);
    }

    /// The newest run of these that is not over, and where it stands.
    pub async fn active(&self, which: impl Fn(&Going) -> bool) -> Option<(Going, RunStatus)> {
        let going = self.going.iter().rev().find(|going| which(going))?.clone();
        let status = self.agents.run(&self.user, &going.id).await.unwrap().status;
        (!status.is_final()).then_some((going, status))
    }

    /// Begins a run; the model will take these steps.
    pub async fn tell(&mut self, copilot: bool, conversation: &str, steps: Vec<Step>) -> Result<()> {
        let number = self.next_number();
        let text = self.player.plan(number, steps);
        let id = self.say(copilot, conversation, text).await?;
        self.going.push(Going { id, number, copilot, conversation: conversation.to_owned() });
        Ok(())
    }

    pub async fn say(&self, copilot: bool, conversation_id: &str, text: String) -> Result<String> {
        let message = Begin {
            agent: if copilot { Agent::Copilot } else { Agent::Coach },
            conversation_id: conversation_id.to_owned(),
            session_id: self.session.clone().filter(|_| copilot),
            text,
        };
        let mut write = self.write().await;
        let begun = self.agents.begin(&mut write, message).await?;
        write.commit().await?;
        let id = begun.run_id.clone();
        begun.launch();
        Ok(id)
    }

    /// Where what a proposal is based on stands now.
    pub async fn current(&self, proposal: &Proposal) -> String {
        let mut conn = self.core.read().await.unwrap();
        let versions = users::versions(&mut conn, &self.user).await.unwrap().unwrap();
        match proposal.resource.split_once(':') {
            Some((_, session)) => {
                let version = storage::sessions::version(&mut conn, &self.user, session).await.unwrap();
                version.unwrap().to_string()
            }
            None if proposal.resource == "profile" => versions.profile_version.to_string(),
            None => spotter::service::plans::base_version(&mut conn, &self.user).await.unwrap(),
        }
    }

    pub async fn proposals(&self) -> Vec<Proposal> {
        let ask = Ask::new(None, Some(100)).unwrap();
        proposals::list(&self.core, &self.user, None, &ask).await.unwrap().items
    }

    /// Waits until every run ended, waits for a person, or listens to a silent model; while coaching
    /// is stopped only an end will do. A run that gets to none of these is stuck.
    pub async fn settle(&mut self) {
        if !self.up {
            return;
        }
        self.agents.sweep().await.unwrap();
        let began = Instant::now();
        while !self.is_at_rest().await {
            assert!(began.elapsed() < LONGEST, "stuck: {:#?}\nafter {:?}", self.going, self.steps);
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }

    async fn is_at_rest(&mut self) -> bool {
        let mut still = Vec::new();
        for going in std::mem::take(&mut self.going) {
            let view = self.agents.run(&self.user, &going.id).await.unwrap();
            if !view.status.is_final() {
                still.push((going, view));
            }
        }
        self.going = still.iter().map(|(going, _)| going.clone()).collect();
        if still.is_empty() {
            return true;
        }
        let all = self.proposals().await;
        let open =
            |id: &String| all.iter().any(|one| one.id == *id && one.status == ProposalStatus::Proposed);
        let rests = |(going, view): &(Going, spotter::agents::driver::RunView)| match view.status {
            RunStatus::Paused => !view.pending.is_empty() && view.pending.iter().all(open),
            _ => self.player.is_silent(going.number),
        };
        !self.book.locked && still.iter().all(rests)
    }

    /// The laws, after every step.
    pub async fn check(&mut self) {
        let all = self.proposals().await;
        let now = self.now();
        self.book.compare(all, now);
        assert_eq!(self.player.faults(), Vec::<String>::new());
        self.check_writes().await;
        let mut conn = self.core.read().await.unwrap();
        let mut conversations = vec![self.chat.clone()];
        if let Some(session) = &self.session {
            let beside = storage::conversations::of_session(&mut conn, &self.user, session).await.unwrap();
            conversations.extend(beside.map(|conversation| conversation.id));
        }
        for id in conversations {
            let rows = storage::conversations::messages(&mut conn, &id, 1000).await.unwrap();
            let history: Vec<Message> =
                rows.iter().map(|row| serde_json::from_str(&row.body).unwrap()).collect();
            assert!(is_valid(&history), "an invalid history: {history:#?}");
        }
    }

    /// What was written is what was done by hand and what was confirmed, each once.
    async fn check_writes(&self) {
        let mut conn = self.core.read().await.unwrap();
        let versions = users::versions(&mut conn, &self.user).await.unwrap().unwrap();
        let mut sets = 0;
        for session in &self.sessions {
            sets += storage::sets::of_session(&mut conn, session).await.unwrap().len();
        }
        let profiles = versions.profile_version - 1 - self.book.profiles_by_hand;
        let plans = versions.plan_version - self.book.plans_by_hand;
        let logged = sets + self.book.sets_deleted - self.book.sets_by_hand;
        let written = |tool: &str| self.book.written(tool);
        assert_eq!(usize::try_from(profiles).unwrap(), written("updateProfile"), "profiles");
        assert_eq!(usize::try_from(plans).unwrap(), written("saveWeeklyPlan"), "plans");
        assert_eq!(logged, written("logSet"), "sets");
        let writes = written("updateProfile") + written("saveWeeklyPlan") + logged + written("swapExercise");
        assert_eq!(writes, self.book.confirms, "each confirm that was done wrote once");
    }

    /// Leaves nothing behind that another case's agents would take up.
    pub async fn end(mut self) -> Self {
        for going in std::mem::take(&mut self.going) {
            self.agents.cancel(&self.user, &going.id).await.unwrap();
        }
        self.agents.shutdown().await;
        self
    }

    /// The engine's suggestion as the session shows it.
    pub async fn suggested(&self) -> Option<Value> {
        let session = self.session.as_ref()?;
        let view = sessions::get(&self.core, &self.user, session).await.unwrap();
        view.suggestion.map(|suggestion| suggestion.args)
    }

    /// What is lifted first in the session.
    pub async fn first_exercise(&self) -> String {
        let session = self.session.as_ref().expect("a session");
        let view = sessions::get(&self.core, &self.user, session).await.unwrap();
        view.prescribed[0].exercise_id.clone()
    }
}

/// A set as it is sent.
pub fn set_of(
    args: &Value,
    proposal_id: Option<&str>,
    note: Option<&str>,
) -> spotter::service::sets::SetInput {
    let mut input = args.clone();
    input["proposal_id"] = json!(proposal_id);
    input["note"] = json!(note);
    serde_json::from_value(input).unwrap()
}

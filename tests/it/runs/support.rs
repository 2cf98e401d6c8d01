//! A database of its own, an account, the agents with a script.

use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt as _;
use jiff::Timestamp;
use serde_json::Value;

use super::script::{Play, Script};
use crate::support::database::Database;
use spotter::agents::driver::{Agents, Begin, Cursor, Limits, RunView, Sent};
use spotter::agents::roster::Agent;
use spotter::agents::run::RunStatus;
use spotter::agents::run::event::is_last;
use spotter::clock::Clock;
use spotter::domain::proposal::{Proposal, ProposalStatus};
use spotter::service::conversations::{self, NewConversation};
use spotter::service::pagination::Ask;
use spotter::service::sessions::{self, SessionView, StartSession};
use spotter::service::{Core, Result, accounts, proposals};

/// Longest that anything in a test may take.
const LONGEST: Duration = Duration::from_secs(20);

pub struct World {
    pub core: Core,
    pub agents: Agents,
    pub script: Script,
    pub user: String,
    pub conversation: String,
    _database: Database,
}

pub fn quick() -> Limits {
    Limits {
        backoff: Duration::from_millis(5),
        idle_after_pause: Duration::from_secs(2),
        sweep: Duration::from_millis(50),
        ..Limits::default()
    }
}

impl World {
    pub async fn new(steps: Vec<Play>) -> Self {
        Self::with(steps, quick()).await
    }

    pub async fn with(steps: Vec<Play>, limits: Limits) -> Self {
        let clock = Clock::fake("2026-03-04T10:00:00Z".parse::<Timestamp>().unwrap());
        let database = Database::new();
        let core = spotter::app::open(&database.url, clock, true).await.unwrap();
        let user = accounts::create(&core, "Ada", None).await.unwrap().id;
        let mut write = core.write(&user).await.unwrap();
        let made = conversations::create(&mut write, NewConversation::default()).await.unwrap();
        write.commit().await.unwrap();
        let script = Script::of(steps);
        let agents = Agents::new(core.clone(), Arc::new(script.clone()), limits);
        agents.recover().await.unwrap();
        Self { core, agents, script, user, conversation: made.id, _database: database }
    }

    /// The same database under a new driver, as after a restart.
    pub async fn restart(&mut self) {
        self.agents.shutdown().await;
        self.agents = Agents::new(self.core.clone(), Arc::new(self.script.clone()), quick());
        self.agents.recover().await.unwrap();
    }

    pub async fn try_say(&self, text: &str) -> Result<String> {
        let message = Begin {
            agent: Agent::Coach,
            conversation_id: self.conversation.clone(),
            session_id: None,
            text: text.to_owned(),
        };
        self.begin(message).await
    }

    async fn begin(&self, message: Begin) -> Result<String> {
        let mut write = self.core.write(&self.user).await?;
        let begun = self.agents.begin(&mut write, message).await?;
        write.commit().await?;
        let id = begun.run_id.clone();
        begun.launch();
        Ok(id)
    }

    pub async fn say(&self, text: &str) -> String {
        self.try_say(text).await.unwrap()
    }

    pub async fn ask_copilot(&self, session: &str, text: &str) -> String {
        let mut write = self.core.write(&self.user).await.unwrap();
        let conversation = conversations::of_session(&mut write, session).await.unwrap();
        write.commit().await.unwrap();
        let begin = Begin {
            agent: Agent::Copilot,
            conversation_id: conversation.id,
            session_id: Some(session.to_owned()),
            text: text.to_owned(),
        };
        self.begin(begin).await.unwrap()
    }

    pub async fn session(&self) -> SessionView {
        let mut write = self.core.write(&self.user).await.unwrap();
        let ask = StartSession { split_day: Some("Day1".to_owned()), ..StartSession::default() };
        let session = sessions::start(&mut write, ask).await.unwrap();
        write.commit().await.unwrap();
        session
    }

    /// Waits until the run has this status.
    pub async fn until(&self, run: &str, status: RunStatus) -> RunView {
        let waited = async {
            loop {
                let view = self.agents.run(&self.user, run).await.unwrap();
                if view.status == status {
                    return view;
                }
                assert!(!view.status.is_final(), "it became {:?}: {:?}", view.status, self.events(run).await);
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        tokio::time::timeout(LONGEST, waited).await.expect("the run gets there")
    }

    /// Waits until the run waits for so many proposals.
    pub async fn until_pending(&self, run: &str, count: usize) -> RunView {
        let waited = async {
            loop {
                let view = self.agents.run(&self.user, run).await.unwrap();
                if view.pending.len() == count {
                    return view;
                }
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        tokio::time::timeout(LONGEST, waited).await.expect("the run gets there")
    }

    /// Waits until no run keeps anything in memory.
    pub async fn until_released(&self) {
        let waited = async {
            while self.agents.logs_held() > 0 {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        tokio::time::timeout(LONGEST, waited).await.expect("everything is released");
    }

    /// Waits until the run sends this, and gives what it sent until then.
    pub async fn until_sent(&self, run: &str, event: &str) -> Vec<Sent> {
        let mut watch = self.agents.watch(&self.user, run, None).await.unwrap().expect("it goes on");
        let mut all = Vec::new();
        loop {
            let sent =
                tokio::time::timeout(LONGEST, watch.next()).await.expect("it is sent").expect("it goes on");
            let found = sent.event == event;
            all.push(sent);
            if found {
                return all;
            }
        }
    }

    /// Every event of the run, read to its end or to a pause after which nothing came.
    pub async fn events(&self, run: &str) -> Vec<Sent> {
        self.events_after(run, None).await
    }

    pub async fn events_after(&self, run: &str, after: Option<Cursor>) -> Vec<Sent> {
        let Some(mut watch) = self.agents.watch(&self.user, run, after).await.unwrap() else {
            return Vec::new();
        };
        let mut all: Vec<Sent> = Vec::new();
        loop {
            let sent = tokio::time::timeout(LONGEST, watch.next()).await.expect("it goes on or ends");
            let Some(sent) = sent else { break };
            let last = is_last(&sent.event);
            all.push(sent);
            if last {
                break;
            }
        }
        all
    }

    pub async fn names(&self, run: &str) -> Vec<String> {
        let mut names: Vec<String> = self.events(run).await.into_iter().map(|sent| sent.event).collect();
        names.dedup();
        names
    }

    /// The one open proposal of the person.
    pub async fn open(&self) -> Proposal {
        let all = self.proposals(Some(ProposalStatus::Proposed)).await;
        assert_eq!(all.len(), 1, "{all:?}");
        all.into_iter().next().unwrap()
    }

    pub async fn proposals(&self, status: Option<ProposalStatus>) -> Vec<Proposal> {
        let ask = Ask::new(None, Some(100)).unwrap();
        proposals::list(&self.core, &self.user, status, &ask).await.unwrap().items
    }

    pub async fn confirm(&self, proposal: &Proposal) -> Result<Proposal> {
        self.agents.confirm(&self.user, &proposal.id, &proposal.digest).await
    }

    pub async fn save_profile(&self, profile: spotter::domain::profile::Profile) {
        use spotter::service::{precondition::IfMatch, profiles};
        let mut write = self.core.write(&self.user).await.unwrap();
        profiles::replace(&mut write, profile, &IfMatch::Any).await.unwrap();
        write.commit().await.unwrap();
    }

    pub async fn days_per_week(&self) -> u8 {
        spotter::service::profiles::get(&self.core, &self.user).await.unwrap().profile.days_per_week
    }
}

/// What the model was told of its calls, in order.
pub fn results(script: &Script) -> Vec<Value> {
    let last = script.asked().pop().expect("it was asked");
    let contents = last.messages.into_iter().filter_map(|message| match message {
        spotter::agents::model::Message::Tool { content, .. } => {
            Some(serde_json::from_str(&content).unwrap())
        }
        _ => None,
    });
    contents.collect()
}

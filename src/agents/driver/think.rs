//! One model step: text goes out as it comes, calls only when the step is whole.

use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt as _;
use rand::RngExt as _;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tracing::field::Empty;
use tracing::{Instrument as _, Span, info, info_span, trace, warn};

use super::log::Log;
use super::persist::{Loaded, load};
use super::said::{failure, locked_text, reset};
use super::{Agents, Limits};
use crate::agents::model::{Call, ModelError, ModelEvent, ModelRequest, StepEnd};
use crate::agents::prompt_leak::{Filter, Found, holds};
use crate::agents::prompts;
use crate::agents::roster::Agent;
use crate::agents::run::Input;
use crate::agents::run::event::RunEvent;
use crate::service::{Result, safety};
use crate::telemetry::{CONTENT, metrics};

/// Longest text of one step, bytes: ten times what a person would read in a chat.
const LONGEST_TEXT: usize = 64 * 1024;
/// A server that asks for a longer wait is not waited for: a person looks at the page meanwhile, and
/// can write again.
const LONGEST_WAIT: Duration = Duration::from_secs(20);

/// How a model step went.
struct Thought {
    result: Result<(String, StepEnd), ModelError>,
    /// Text was shown that is not part of a whole answer.
    shown: bool,
}

/// Logs how a step went, with its tokens on its span. What a server says of an error may hold what
/// was sent to it, so only the error's code stands in the log; the person sees the rest.
fn log_step(span: &Span, run: &str, thought: &Thought, millis: u64) {
    match &thought.result {
        Ok((text, end)) => {
            span.record("gen_ai.usage.input_tokens", end.usage.input_tokens);
            span.record("gen_ai.usage.output_tokens", end.usage.output_tokens);
            info!(run, millis, calls = end.calls.len(), "a model step was taken");
            trace!(target: CONTENT, run, text, calls = ?end.calls, "a model's answer");
        }
        Err(error) => {
            span.record("error.type", error.code());
            warn!(run, millis, code = error.code(), "a model step failed");
            trace!(target: CONTENT, run, %error, "a model's fault");
        }
    }
}

impl Agents {
    /// Takes the run's model step.
    pub(super) async fn think(
        &self,
        loaded: &Loaded,
        agent: Agent,
        cancel: &CancellationToken,
    ) -> Result<()> {
        let (user, id) = (&loaded.row.user_id, &loaded.row.id);
        let log = match Box::pin(self.prepare(loaded)).await? {
            Ok(log) => log,
            Err(flagged) => return Box::pin(self.transition(user, id, flagged, &[])).await,
        };
        let span = info_span!(
            "chat",
            gen_ai.operation.name = "chat",
            gen_ai.request.model = self.0.model.name(),
            gen_ai.usage.input_tokens = Empty,
            gen_ai.usage.output_tokens = Empty,
            error.type = Empty,
            run = id,
        );
        let began = Instant::now();
        let asked = self.ask_in_time(loaded, agent, &log, cancel);
        let thought = asked.instrument(span.clone()).await?;
        let millis = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
        span.in_scope(|| log_step(&span, id, &thought, millis));
        Box::pin(self.conclude(loaded, thought, millis)).await
    }

    /// The log to write to, or what happened while coaching is locked.
    async fn prepare(&self, loaded: &Loaded) -> Result<Result<Arc<Log>, Input>> {
        let mut conn = self.0.core.read().await?;
        if let Some(lock) = safety::locked(&mut conn, &loaded.row.user_id).await? {
            return Ok(Err(Input::Flagged { text: locked_text(&lock.flag) }));
        }
        Ok(Ok(self.0.logs.open(&mut conn, &loaded.row).await?))
    }

    /// Asks within the working time that is left.
    async fn ask_in_time(
        &self,
        loaded: &Loaded,
        agent: Agent,
        log: &Log,
        cancel: &CancellationToken,
    ) -> Result<Thought> {
        let left = (self.0.limits.run_seconds * 1000).saturating_sub(loaded.run.worked_ms);
        let step = cancel.child_token();
        let mut shown = false;
        let asked = self.ask(loaded, agent, log, &step, &mut shown);
        if let Ok(result) = tokio::time::timeout(Duration::from_millis(left), asked).await {
            return Ok(Thought { result: result?, shown });
        }
        step.cancel();
        let after = Duration::from_secs(self.0.limits.run_seconds);
        Ok(Thought { result: Err(ModelError::OutOfTime { after }), shown })
    }

    /// Writes down how the step went. A step that was cancelled is left to whoever cancelled it.
    async fn conclude(&self, loaded: &Loaded, thought: Thought, millis: u64) -> Result<()> {
        let (input, before) = match thought.result {
            Ok((text, end)) => {
                metrics::tokens(end.usage.input_tokens, end.usage.output_tokens);
                (Input::Replied { step: loaded.run.step, text, end }, None)
            }
            Err(ModelError::Cancelled) => return Ok(()),
            Err(error) => {
                let input = Input::Failed {
                    code: error.code().to_owned(),
                    message: failure(&error),
                    retryable: error.retryable(),
                };
                (input, thought.shown.then(|| reset(&loaded.run)))
            }
        };
        self.transition_worked(loaded, input, before.as_slice(), millis).await
    }

    async fn transition_worked(
        &self,
        loaded: &Loaded,
        input: Input,
        before: &[RunEvent],
        millis: u64,
    ) -> Result<()> {
        let mut write = self.0.core.write(&loaded.row.user_id).await?;
        let Some(mut loaded) = load(&mut write.tx, &loaded.row.id).await? else {
            return Ok(());
        };
        if loaded.run.status().is_final() {
            return Ok(());
        }
        loaded.run.worked_ms = loaded.run.worked_ms.saturating_add(millis);
        let staged = self.advance(&mut write, &mut loaded, input, before).await?;
        write.commit().await?;
        staged.publish();
        self.settle_log(&loaded);
        Ok(())
    }

    /// Asks, and asks again where that may help. What was shown of a failed try is voided first.
    async fn ask(
        &self,
        loaded: &Loaded,
        agent: Agent,
        log: &Log,
        cancel: &CancellationToken,
        shown: &mut bool,
    ) -> Result<Result<(String, StepEnd), ModelError>> {
        let mut tried = 0;
        loop {
            // Made anew for each try: nothing of its size is held while the answer comes.
            let request = Box::pin(self.request(loaded, agent)).await?;
            trace!(target: CONTENT, run = loaded.row.id, messages = ?request.messages, "a model step");
            let answer = self.listen(loaded, log, request, cancel, shown).await;
            let error = match answer {
                Ok(answer) => return Ok(Ok(answer)),
                Err(error) => error,
            };
            let wait = self.wait_before(&error, tried);
            let Some(wait) = wait.filter(|_| !cancel.is_cancelled()) else { return Ok(Err(error)) };
            tried += 1;
            if std::mem::take(shown) {
                Box::pin(self.void(loaded)).await?;
            }
            tokio::select! {
                () = tokio::time::sleep(wait) => {}
                () = cancel.cancelled() => return Ok(Err(ModelError::Cancelled)),
            }
        }
    }

    /// How long to wait before trying again; None when that would not help.
    fn wait_before(&self, error: &ModelError, tried: u32) -> Option<Duration> {
        let Limits { retries, backoff, .. } = self.0.limits;
        (tried < retries).then(|| pause(error, backoff, tried, rand::rng().random_range(0.0..1.0))).flatten()
    }

    async fn void(&self, loaded: &Loaded) -> Result<()> {
        let mut write = self.0.core.write(&loaded.row.user_id).await?;
        let Some(now) = load(&mut write.tx, &loaded.row.id).await? else { return Ok(()) };
        if now.run.status().is_final() {
            return Ok(());
        }
        let staged = self.0.logs.stage(&mut write, &now.row, &[reset(&now.run)]).await?;
        write.commit().await?;
        staged.publish();
        Ok(())
    }

    /// One try: sends text as it comes and gives the whole step.
    async fn listen(
        &self,
        loaded: &Loaded,
        log: &Log,
        request: ModelRequest,
        cancel: &CancellationToken,
        shown: &mut bool,
    ) -> Result<(String, StepEnd), ModelError> {
        let mut stream = self.0.model.stream(request, cancel.clone());
        let mut text = String::new();
        let mark = prompts::mark(&loaded.row.user_id);
        let mut filter = Filter::new(&mark);
        loop {
            let event = tokio::select! {
                event = stream.next() => event,
                () = cancel.cancelled() => return Err(ModelError::Cancelled),
            };
            match event {
                None => return Err(ModelError::Cut),
                Some(Err(error)) => return Err(error),
                Some(Ok(ModelEvent::End(end))) => {
                    let said = |call: &Call| holds(&call.arguments, &mark) || holds(&call.name, &mark);
                    if end.calls.iter().any(said) {
                        return Err(ModelError::Withheld);
                    }
                    self.show(loaded, log, &filter.rest(), &mut text, shown).await;
                    return Ok((text, end));
                }
                Some(Ok(ModelEvent::Text(piece))) => {
                    let free = filter.pass(&piece).map_err(|Found| ModelError::Withheld)?;
                    if text.len() + free.len() + filter.held() > LONGEST_TEXT {
                        return Err(endless());
                    }
                    self.show(loaded, log, &free, &mut text, shown).await;
                }
            }
        }
    }

    /// Sends a piece of text to whoever watches.
    async fn show(&self, loaded: &Loaded, log: &Log, piece: &str, text: &mut String, shown: &mut bool) {
        if piece.is_empty() {
            return;
        }
        text.push_str(piece);
        *shown = true;
        if log.delta(&loaded.run.message_id(), piece).await {
            self.store_soon();
        }
    }
}

fn endless() -> ModelError {
    ModelError::Protocol { detail: "the answer has no end".to_owned() }
}

/// The pause before another try: our own, which doubles, or what the server asks for if that is more,
/// and up to half as much again, by a number below 1, so that many who were refused together do not
/// come back together. None when another try would not help, or is too far away.
fn pause(error: &ModelError, backoff: Duration, tried: u32, random: f64) -> Option<Duration> {
    let asked = match error {
        ModelError::RateLimited { retry_after } | ModelError::Server { retry_after, .. } => *retry_after,
        _ => None,
    };
    let least = asked.unwrap_or_default().max(backoff.saturating_mul(2_u32.saturating_pow(tried)));
    let soon = error.retryable() && least <= LONGEST_WAIT;
    soon.then(|| least.mul_f64(1.0 + random / 2.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agents::builtin::BuiltIn;
    use crate::agents::driver::Begin;
    use crate::clock::Clock;
    use crate::domain::catalogue::Catalogue;
    use crate::service::alarm::Alarm;
    use crate::service::conversations::{self, NewConversation};
    use crate::service::{Core, accounts};
    use crate::storage::{Db, run_events};

    /// A run that was cancelled while a step of it had just begun.
    async fn cancelled() -> (Agents, Loaded) {
        let folder = std::env::temp_dir().join(format!("spotter-think-{}", Clock::system().new_id()));
        std::fs::create_dir_all(&folder).unwrap();
        let db = Db::open(&format!("sqlite://{}", folder.join("spotter.db").display())).await.unwrap();
        let (clock, catalogue) = (Clock::system(), Catalogue::embedded());
        let core = Core { db, clock, catalogue, agents: true, alarm: Alarm::default() };
        let user = accounts::create(&core, "Ada", None).await.unwrap().id;
        let agents = Agents::new(core.clone(), Arc::new(BuiltIn), Limits::default());
        let mut write = core.write(&user).await.unwrap();
        let made = conversations::create(&mut write, NewConversation::default()).await.unwrap();
        let message = Begin::from_message(made, Some("hello")).unwrap();
        let begun = agents.begin(&mut write, message).await.unwrap();
        write.commit().await.unwrap();
        let id = begun.run_id.clone();
        drop(begun);
        let loaded = load(&mut core.read().await.unwrap(), &id).await.unwrap().unwrap();
        agents.cancel(&user, &id).await.unwrap();
        assert_eq!(agents.logs_held(), 0);
        (agents, loaded)
    }

    #[tokio::test]
    async fn a_step_of_a_run_that_is_over_voids_nothing() {
        let (agents, loaded) = cancelled().await;
        agents.void(&loaded).await.unwrap();
        let mut conn = agents.core().read().await.unwrap();
        let events = run_events::after(&mut conn, &loaded.row.id, 1, 0).await.unwrap();
        let names: Vec<_> = events.iter().map(|stored| stored.event.as_str()).collect();
        assert_eq!(names, ["run.started", "run.cancelled"]);
    }

    #[tokio::test]
    async fn a_step_that_opened_the_log_of_a_run_that_is_over_leaves_nothing_in_memory() {
        let (agents, loaded) = cancelled().await;
        assert!(agents.prepare(&loaded).await.unwrap().is_ok());
        let hung_up = CancellationToken::new();
        hung_up.cancel();
        agents.attend(&loaded.row.id, &hung_up).await;
        assert_eq!(agents.logs_held(), 0);
    }

    #[test]
    fn a_pause_doubles_honours_what_is_asked_for_and_is_bounded() {
        let backoff = Duration::from_millis(400);
        let limited = |seconds| ModelError::RateLimited { retry_after: Some(Duration::from_secs(seconds)) };
        let failed = |retry_after| ModelError::Server { status: 503, retry_after, detail: String::new() };
        let millis = |error: &ModelError, tried, random| {
            pause(error, backoff, tried, random).map(|pause| pause.as_millis())
        };
        for (error, tried, random, expected) in [
            (ModelError::Cut, 0, 0.0, Some(400)),
            (ModelError::Cut, 1, 0.0, Some(800)),
            (ModelError::Cut, 1, 0.5, Some(1000)),
            (failed(None), 2, 0.0, Some(1600)),
            (failed(Some(Duration::from_secs(3))), 0, 0.0, Some(3000)),
            (limited(3), 0, 0.9, Some(4350)),
            (limited(0), 1, 0.0, Some(800)),
            (limited(20), 0, 0.0, Some(20_000)),
            (limited(21), 0, 0.0, None),
            (limited(u64::MAX), 0, 0.0, None),
            (ModelError::Cut, 4_000_000_000, 0.0, None),
            (ModelError::Unauthorized { status: 401 }, 0, 0.0, None),
            (ModelError::Refused { status: 400, detail: String::new() }, 0, 0.0, None),
            (ModelError::Cancelled, 0, 0.0, None),
        ] {
            assert_eq!(millis(&error, tried, random), expected, "{error:?}, try {tried}, {random}");
        }
    }
}

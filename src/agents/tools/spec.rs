//! What a tool is: [`ReadTool`] and [`WriteTool`] are what its file says of it, [`ToolSpec`] is the same
//! behind one type, so that the registry, the driver, the gate and the pages go through a list and know
//! no tool by its name.

use std::future::Future;
use std::pin::Pin;

use jiff::SignedDuration;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde::{Deserialize as _, Serialize};
use serde_json::Value;

use super::base::Base;
use super::bounded::MOST_RESULT;
use super::card::{Card, EditableField, Edits};
use super::choice::Choice;
use super::{Scope, TOOLS, schema};
use crate::agents::roster::Agent;
use crate::domain::profile::Units;
use crate::domain::rules::Author;
use crate::service::json_input::from_value;
use crate::service::{Error, Result, Write};
use crate::storage::sessions::Session;
use crate::wording::texts;

/// What a tool does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Answers at once and changes nothing.
    Read,
    /// Becomes a proposal.
    Write,
}

/// For whom, and where, a gated call is tried or performed.
#[derive(Debug, Clone, Copy)]
pub struct Call<'a> {
    /// The run's own session, for the Copilot.
    pub session: Option<&'a str>,
    /// By whose rules.
    pub author: Author,
}

/// A tool that answers at once and changes nothing.
pub trait ReadTool: 'static {
    /// Its arguments; the type's doc comment is what the model reads of the tool.
    type Args: DeserializeOwned + JsonSchema + Send;
    /// Its name, camelCase.
    const NAME: &'static str;
    /// Who may call it.
    const AGENTS: &'static [Agent];
    /// Most bytes of an answer.
    const MOST: usize = MOST_RESULT;

    /// The answer.
    fn answer(scope: &Scope<'_>, args: Self::Args) -> impl Future<Output = Result<Value>> + Send;
}

/// A gated tool: a call of it is shown to the person, and performed after they confirmed it.
pub trait WriteTool: 'static {
    /// Its arguments; the type's doc comment is what the model reads of the tool.
    type Args: DeserializeOwned + JsonSchema + Send + Sync;
    /// What a person is shown of a call, stored under the proposal's digest.
    type Preview: Serialize + DeserializeOwned;
    /// Its name, camelCase.
    const NAME: &'static str;
    /// Who may call it.
    const AGENTS: &'static [Agent];
    /// Arguments that name an exercise, and which ids a request lists for them: only where an id that
    /// does not exist would cost the person a turn.
    const CHOICES: &'static [(&'static str, Choice)];
    /// How long a proposal of it can be confirmed.
    const LASTS: SignedDuration = SignedDuration::from_hours(24);
    /// The page that shows what was done.
    const SEEN_AT: Option<&'static str>;

    /// Makes arguments that models send in another form into what the schema wants.
    fn tidy(_args: &mut Value) {}

    /// What a call works on, as it is now.
    fn base(write: &mut Write, session: Option<&str>) -> impl Future<Output = Result<Base>> + Send;

    /// What a person is shown, or why the call is refused.
    fn preview(
        write: &mut Write,
        call: Call<'_>,
        args: &Self::Args,
    ) -> impl Future<Output = Result<Self::Preview>> + Send;

    /// Performs the call. `found` is the session, where the gate has just read it.
    fn perform(
        write: &mut Write,
        call: Call<'_>,
        found: Option<Session>,
        args: Self::Args,
    ) -> impl Future<Output = Result<Value>> + Send;

    /// Puts words into what is stored of a preview; `exercise_id` is the call's, where it names one.
    fn word(_preview: &mut Self::Preview, _exercise_id: &str) {}

    /// The card of a preview that is worded.
    fn card(preview: Self::Preview, units: Units) -> Card;

    /// What of the arguments a person can change before they confirm; nothing unless it says so.
    fn fields(_args: &Value, _units: Units) -> Vec<EditableField> {
        Vec::new()
    }

    /// The arguments with what a person changed. What was not touched stays to the letter; what is no
    /// number goes on as it was typed, for the gate to refuse by its name.
    fn edit(_args: &mut Value, _edits: &Edits<'_>, _units: Units) {}
}

/// What is under way.
pub(super) type Pending<'a, T> = Pin<Box<dyn Future<Output = Result<T>> + Send + 'a>>;

/// What a reading tool does.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading {
    pub answer: for<'a> fn(&'a Scope<'a>, &'a Value) -> Pending<'a, Value>,
    pub most: usize,
}

/// What a gated tool does.
#[derive(Debug, Clone, Copy)]
pub(super) struct Writing {
    pub choices: &'static [(&'static str, Choice)],
    pub lasts: SignedDuration,
    seen_at: Option<&'static str>,
    pub tidy: fn(&mut Value),
    pub base: for<'a> fn(&'a mut Write, Option<&'a str>) -> Pending<'a, Base>,
    pub preview: for<'a> fn(&'a mut Write, Call<'a>, &'a Value) -> Pending<'a, Value>,
    pub perform: for<'a> fn(&'a mut Write, Call<'a>, Option<Session>, &'a Value) -> Pending<'a, Value>,
    word: fn(&mut Value, &str),
    card: fn(&Value, Units) -> Option<Card>,
    fields: fn(&Value, Units) -> Vec<EditableField>,
    edit: fn(&mut Value, &Edits<'_>, Units),
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Work {
    Read(Reading),
    Write(Writing),
}

/// A tool as the registry holds it.
#[derive(Debug)]
pub struct ToolSpec {
    /// Its name, camelCase.
    pub name: &'static str,
    /// Who may call it.
    pub agents: &'static [Agent],
    schema: fn() -> (String, Value),
    pub(super) work: Work,
}

impl ToolSpec {
    /// Of a tool that reads.
    pub(super) const fn read<T: ReadTool>() -> Self {
        let work = Work::Read(Reading { answer: answer::<T>, most: T::MOST });
        Self { name: T::NAME, agents: T::AGENTS, schema: schema::strict::<T::Args>, work }
    }

    /// Of a gated tool.
    pub(super) const fn write<T: WriteTool>() -> Self {
        let work = Work::Write(Writing {
            choices: T::CHOICES,
            lasts: T::LASTS,
            seen_at: T::SEEN_AT,
            tidy: T::tidy,
            base: base::<T>,
            preview: preview::<T>,
            perform: perform::<T>,
            word: word::<T>,
            card: card::<T>,
            fields: T::fields,
            edit: T::edit,
        });
        Self { name: T::NAME, agents: T::AGENTS, schema: schema::strict::<T::Args>, work }
    }

    /// The tool with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        TOOLS.iter().find(|tool| tool.name == name)
    }

    /// The tool with this name, if this agent may call it.
    #[must_use]
    pub fn find(name: &str, agent: Agent) -> Option<&'static Self> {
        Self::named(name).filter(|tool| tool.agents.contains(&agent))
    }

    /// The tools of an agent, in the order in which models are told of them.
    pub fn of(agent: Agent) -> impl Iterator<Item = &'static Self> {
        TOOLS.iter().filter(move |tool| tool.agents.contains(&agent))
    }

    /// Whether it reads or writes.
    #[must_use]
    pub const fn effect(&self) -> Effect {
        match self.work {
            Work::Read(_) => Effect::Read,
            Work::Write(_) => Effect::Write,
        }
    }

    /// What the model reads, and the strict schema of the arguments.
    #[must_use]
    pub fn schema(&self) -> (String, Value) {
        (self.schema)()
    }

    pub(super) fn writing(&self) -> Result<&Writing> {
        match &self.work {
            Work::Write(writing) => Ok(writing),
            Work::Read(_) => Err(Error::NotFound),
        }
    }

    /// Its words of one kind, for the person: `doing` (of a gated one `preparing`), `done`, and of a gated
    /// one `title`, `executed`, `outcome`, and `seen-at` where a page shows what was done.
    #[must_use]
    pub fn say(&self, kind: &str) -> String {
        texts::with(&format!("tool-{}-{kind}", self.name), &[])
    }

    /// Puts words into a stored preview. What is not understood stays as it is.
    pub(super) fn word(&self, preview: &mut Value, exercise_id: &str) {
        if let Ok(writing) = self.writing() {
            (writing.word)(preview, exercise_id);
        }
    }

    /// The card of a preview that is worded; none of one that is not understood.
    #[must_use]
    pub fn card(&self, preview: &Value, units: Units) -> Option<Card> {
        self.writing().ok().and_then(|writing| (writing.card)(preview, units))
    }

    /// The page that shows what was done.
    #[must_use]
    pub fn seen_at(&self) -> Option<&'static str> {
        self.writing().ok().and_then(|writing| writing.seen_at)
    }

    /// What of these arguments a person can change before they confirm.
    #[must_use]
    pub fn fields(&self, args: &Value, units: Units) -> Vec<EditableField> {
        self.writing().map(|writing| (writing.fields)(args, units)).unwrap_or_default()
    }

    /// Puts what a person changed into the arguments.
    pub fn edit(&self, args: &mut Value, edits: &Edits<'_>, units: Units) {
        if let Ok(writing) = self.writing() {
            (writing.edit)(args, edits, units);
        }
    }
}

fn read_as<T: DeserializeOwned>(args: &Value) -> Result<T> {
    from_value(args).map_err(|error| Error::Invalid(vec![error]))
}

fn answer<'a, T: ReadTool>(scope: &'a Scope<'a>, args: &'a Value) -> Pending<'a, Value> {
    Box::pin(async move { T::answer(scope, read_as(args)?).await })
}

fn base<'a, T: WriteTool>(write: &'a mut Write, session: Option<&'a str>) -> Pending<'a, Base> {
    Box::pin(T::base(write, session))
}

fn preview<'a, T: WriteTool>(write: &'a mut Write, call: Call<'a>, args: &'a Value) -> Pending<'a, Value> {
    Box::pin(async move {
        let args: T::Args = read_as(args)?;
        Ok(serde_json::to_value(T::preview(write, call, &args).await?)?)
    })
}

fn perform<'a, T: WriteTool>(
    write: &'a mut Write,
    call: Call<'a>,
    found: Option<Session>,
    args: &'a Value,
) -> Pending<'a, Value> {
    Box::pin(async move { T::perform(write, call, found, read_as(args)?).await })
}

fn word<T: WriteTool>(preview: &mut Value, exercise_id: &str) {
    let Ok(mut shown) = T::Preview::deserialize(&*preview) else { return };
    T::word(&mut shown, exercise_id);
    if let Ok(worded) = serde_json::to_value(shown) {
        *preview = worded;
    }
}

fn card<T: WriteTool>(preview: &Value, units: Units) -> Option<Card> {
    let preview = serde_json::from_value::<T::Preview>(preview.clone()).ok()?;
    Some(T::card(preview, units))
}

//! The plan's editor, and what it shows when the plan moved while it was open. The editor itself is
//! browser code: it gets the plan as data here, has it checked as it changes, and saves it over the
//! API under If-Match.

#[cfg(test)]
mod samples;

use std::collections::BTreeMap;

use axum::extract::State;
use http::StatusCode;
use serde::Serialize;

use super::view::PlanDiffView;
use crate::domain::exercise::{Equipment, Muscle};
use crate::domain::plan::PlanDoc;
use crate::reason;
use crate::service::plan_edits::{self, Editing};
use crate::web::pages::error::Paged;
use crate::web::pages::form::Fields;
use crate::web::pages::page::{self, Page};
use crate::web::pages::visitor::Visitor;
use crate::web::pages::words;
use crate::web::{Problem, WebState};
use crate::wording::{self, Word as _, exercises, focus, texts};

/// The values of `plan_edit.html`.
#[derive(Debug, Clone, Serialize)]
pub struct EditPage {
    /// What the editor begins with.
    pub start: Start,
    /// Muscles and equipment by name, as JSON text.
    pub words: String,
    /// The coach can be asked.
    pub ask: bool,
}

impl Page for EditPage {
    const TEMPLATE: &'static str = "plan_edit.html";
}

/// What an editor begins with, as JSON texts.
#[derive(Debug, Clone, Serialize)]
pub struct Start {
    /// The plan's entity tag, unquoted.
    pub etag: String,
    /// The plan as written.
    pub doc: String,
    /// Its exercises by id: name, timed, the engine's loads.
    pub known: String,
    /// Weekly sets by muscle.
    pub muscles: String,
}

impl Start {
    /// In the person's words: what days are about comes back so, and [`focus::unword`] takes it.
    fn of(editing: Editing) -> Result<Self, Problem> {
        let mut known = editing.known;
        for (id, exercise) in &mut known {
            exercises::rename(&mut exercise.name, id);
        }
        Ok(Self {
            etag: editing.tag.as_str().to_owned(),
            doc: json(&editing.doc.worded())?,
            known: json(&known)?,
            muscles: json(&editing.sets_per_muscle)?,
        })
    }
}

/// The values of `plan_moved.html`.
#[derive(Debug, Clone, Serialize)]
pub struct MovedPage {
    /// The plan that stands now.
    pub theirs: Start,
    /// Mine taken onto it, as JSON text.
    pub merged: String,
    /// What I changed.
    pub mine: PlanDiffView,
    /// What changed meanwhile.
    pub meanwhile: PlanDiffView,
    /// Where both changed the same.
    pub overlaps: Vec<String>,
}

impl Page for MovedPage {
    const TEMPLATE: &'static str = "plan_moved.html";
}

fn json<T: Serialize>(value: &T) -> Result<String, Problem> {
    serde_json::to_string(value).map_err(|error| Problem::internal(&error.to_string()))
}

/// The words for muscles and equipment that the editor draws.
fn named() -> Result<String, Problem> {
    let words = Muscle::ALL.iter().map(|it| it.as_str()).chain(Equipment::ALL.iter().map(|it| it.as_str()));
    json(&words.map(|word| (word, words::plain(word))).collect::<BTreeMap<_, _>>())
}

/// GET /plan/edit
pub async fn show(State(state): State<WebState>, visitor: Visitor) -> Paged {
    let start = Start::of(plan_edits::open(&state.core, visitor.id()).await?)?;
    let page = EditPage { start, words: named()?, ask: state.agents.is_some() };
    Ok(page::answer(StatusCode::OK, &visitor.shell("plan", texts::say("plan-edit-title")), &page))
}

/// POST /plan/moved: what the editor began with and what it holds, beside what stands. Writes nothing.
pub async fn moved(State(state): State<WebState>, visitor: Visitor, form: Fields) -> Paged {
    let (base, mine) = (doc(&form, "base")?, doc(&form, "mine")?);
    let found = plan_edits::moved(&state.core, visitor.id(), &base, &mine).await?;
    let page = MovedPage {
        theirs: Start::of(found.theirs)?,
        merged: json(&found.merged.worded())?,
        mine: PlanDiffView::of(found.mine),
        meanwhile: PlanDiffView::of(found.meanwhile),
        overlaps: found.overlaps.iter().map(wording::reason).collect(),
    };
    Ok(page::answer(StatusCode::OK, &visitor.shell("plan", texts::say("plan-moved-shell")), &page))
}

fn doc(form: &Fields, name: &str) -> Result<PlanDoc, Problem> {
    let mut doc: PlanDoc = serde_json::from_str(form.text(name))
        .map_err(|_| Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid", reason!("form_no_plan")))?;
    focus::unword(&mut doc);
    Ok(doc)
}

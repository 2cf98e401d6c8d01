//! The plan's versions: listed, one compared with today's, and brought back.

#[cfg(test)]
mod samples;

use axum::extract::State;
use http::StatusCode;
use serde::Serialize;

use super::view::PlanDiffView;
use crate::domain::plan::Severity;
use crate::service::Error;
use crate::service::pagination::Ask;
use crate::service::plan_versions::{self, Restore, VersionLine};
use crate::service::precondition::IfMatch;
use crate::web::extract::{Ids, Params};
use crate::web::pages::error::{Fault, Paged};
use crate::web::pages::form::Fields;
use crate::web::pages::idempotent_form::{Leads, once};
use crate::web::pages::page::{self, Page};
use crate::web::pages::visitor::Visitor;
use crate::web::pages::words;
use crate::web::{Problem, WebState};
use crate::wording::{Word as _, texts};

/// Versions on one page.
const LISTED: i64 = 20;

/// The query of the list.
#[derive(Debug, Default, serde::Deserialize, schemars::JsonSchema)]
#[serde(default)]
pub struct Older {
    cursor: Option<String>,
}

/// The query of one version.
#[derive(Debug, Default, serde::Deserialize, schemars::JsonSchema)]
#[serde(default)]
pub struct Asked {
    moved: bool,
}

/// The values of `plan_versions.html`.
#[derive(Debug, Clone, Serialize)]
pub struct VersionsPage {
    /// Newest first.
    pub versions: Vec<VersionRow>,
    /// Cursor of the older ones; empty on the last page.
    pub next: String,
    /// The newest ones.
    pub first: bool,
}

impl Page for VersionsPage {
    const TEMPLATE: &'static str = "plan_versions.html";
}

/// The values of `plan_version.html`.
#[derive(Debug, Clone, Serialize)]
pub struct VersionPage {
    /// Which.
    pub version: VersionRow,
    /// What bringing it back would change.
    pub diff: PlanDiffView,
    /// Rules that it breaks now: it cannot be brought back.
    pub errors: Vec<String>,
    /// Rules that it brushes against.
    pub warnings: Vec<String>,
    /// The plan's entity tag, unquoted.
    pub etag: String,
    /// Idempotency key of the form.
    pub key: String,
}

impl Page for VersionPage {
    const TEMPLATE: &'static str = "plan_version.html";
}

/// One version.
#[derive(Debug, Clone, Serialize)]
pub struct VersionRow {
    /// Its number.
    pub number: i64,
    /// `Mon 23 Nov, 18:05`.
    pub when: String,
    /// `written by you`.
    pub source: &'static str,
    /// `Upper/lower, 4 days`.
    pub facts: String,
    /// It is the standing plan.
    pub current: bool,
}

fn row(line: &VersionLine, visitor: &Visitor) -> VersionRow {
    VersionRow {
        number: line.plan_version,
        when: words::moment(line.created_at, &visitor.zone()),
        source: super::source(line.source),
        facts: format!("{}, {}", words::split(line.split.as_str()), words::count(line.days, "count-days")),
        current: line.current,
    }
}

/// GET /plan/versions
pub async fn list(State(state): State<WebState>, visitor: Visitor, Params(older): Params<Older>) -> Paged {
    let ask = Ask::new(older.cursor.as_deref(), Some(LISTED))?;
    let found = plan_versions::list(&state.core, visitor.id(), &ask).await?;
    let page = VersionsPage {
        versions: found.items.iter().map(|line| row(line, &visitor)).collect(),
        next: found.next_cursor.unwrap_or_default(),
        first: older.cursor.is_none(),
    };
    let shell = visitor.shell("plan", texts::say("plan-versions-shell"));
    Ok(page::answer(StatusCode::OK, &shell, &page))
}

/// GET /plan/versions/{version}
pub async fn show(
    State(state): State<WebState>,
    visitor: Visitor,
    Ids([version]): Ids<1>,
    Params(asked): Params<Asked>,
) -> Paged {
    let number = version.parse().map_err(|_| Problem::not_found())?;
    let mut found = plan_versions::compare(&state.core, visitor.id(), number).await?;
    found.violations.word();
    let said = |severity: Severity| {
        let rules = found.violations.iter().filter(|rule| rule.severity == severity);
        rules.map(|rule| rule.message.clone()).collect()
    };
    let page = VersionPage {
        version: row(&found.line, &visitor),
        errors: said(Severity::Error),
        warnings: said(Severity::Warning),
        etag: found.tag.as_str().to_owned(),
        key: state.clock.new_id(),
        diff: PlanDiffView::of(found.diff),
    };
    let message = asked.moved.then(|| texts::say("plan-version-moved").to_owned());
    let shell = page::Shell { message, ..visitor.shell("plan", texts::say("plan-version-shell")) };
    Ok(page::answer(StatusCode::OK, &shell, &page))
}

/// POST /plan/restore
pub async fn restore(State(state): State<WebState>, visitor: Visitor, form: Fields) -> Paged {
    let plan_version = form.whole::<i64>("version").ok().flatten().ok_or_else(Problem::not_found)?;
    once(&state, &visitor, "/plan/restore", &form, async |write| {
        let if_match = IfMatch::Tags(vec![form.text("etag").to_owned()]);
        match plan_versions::restore(write, Restore { plan_version }, &if_match).await {
            Ok(_) => Ok(Leads::to("/plan?told=restored")),
            Err(Error::Stale { .. }) => {
                Err(Fault::Instead(format!("/plan/versions/{plan_version}?moved=true")))
            }
            Err(error) => Err(error.into()),
        }
    })
    .await
}

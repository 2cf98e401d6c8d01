//! One lift in full: its estimate over time, its weeks, its bests and what stands next.

#[cfg(test)]
mod samples;

use axum::extract::State;
use axum::response::IntoResponse as _;
use http::{HeaderMap, StatusCode};
use serde::Serialize;

use super::graph::{self, Graph};
use crate::service::{lifts, progress};
use crate::web::extract::Ids;
use crate::web::pages::error::Paged;
use crate::web::pages::page::{self, Page};
use crate::web::pages::visitor::Visitor;
use crate::web::pages::workout::RecordLine;
use crate::web::{WebState, etag};
use crate::wording::{Word as _, texts};

/// The values of `progress_lift.html`.
#[derive(Debug, Clone, Serialize)]
pub struct LiftPage {
    /// Its name.
    pub name: String,
    /// What stands next; empty for nothing.
    pub next: String,
    /// Estimate, sets, volume; only those that have something to show.
    pub graphs: Vec<Graph>,
    /// Its bests.
    pub records: Vec<RecordLine>,
    /// Nothing was lifted yet.
    pub empty: bool,
}

impl Page for LiftPage {
    const TEMPLATE: &'static str = "progress_lift.html";
}

/// GET /progress/{id}
pub async fn show(
    State(state): State<WebState>,
    visitor: Visitor,
    headers: HeaderMap,
    Ids([id]): Ids<1>,
) -> Paged {
    let shell = visitor.shell("progress", texts::say("progress-lift-shell"));
    let tag = page::tag(&shell, &progress::exercise_tag(&state.core, visitor.id(), &id).await?, &id);
    if etag::unchanged(&headers, &tag) {
        return Ok(etag::not_modified(&tag));
    }
    let mut found = lifts::history(&state.core, visitor.id(), &id).await?;
    found.lift.word();
    found.records.word();
    let units = visitor.units();
    let drawn =
        [graph::estimates(&found.lift, units), graph::sets(&found.weeks), graph::volume(&found.weeks, units)];
    let graphs: Vec<Graph> = drawn.into_iter().flatten().collect();
    let records = found.records.iter().map(|best| super::record(best, units)).collect::<Vec<_>>();
    let page = LiftPage {
        next: super::next(&found.lift, units),
        empty: graphs.is_empty() && records.is_empty(),
        name: found.lift.name,
        graphs,
        records,
    };
    let mut response = page::answer(StatusCode::OK, &shell, &page).into_response();
    etag::stamp(&mut response, &tag);
    Ok(response)
}

//! Importing by form: look at what a file comes to, then take it in.

#[cfg(test)]
mod samples;

use axum::extract::State;
use http::StatusCode;
use serde::Serialize;

use super::settings::again;
use crate::domain::import::Refusal;
use crate::domain::import::names::Certainty;
use crate::domain::profile::Units;
use crate::reason;
use crate::service::Error;
use crate::service::import::{self, Choices, ImportReport, ImportedExercise, Likely, Unknown};
use crate::web::WebState;
use crate::web::pages::error::Paged;
use crate::web::pages::form::Fields;
use crate::web::pages::idempotent_form::{Leads, once};
use crate::web::pages::page::{self, Page};
use crate::web::pages::visitor::Visitor;
use crate::web::upload::Upload;
use crate::wording::{self, Wording, exercises, texts};

/// Most refused lines that are shown.
const SHOWN: usize = 50;

/// The values of `import.html`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ImportPage {
    /// What would be new, in words.
    pub lead: String,
    /// Whether there is anything to take in.
    pub anything: bool,
    /// The form's key.
    pub key: String,
    /// Finds the file again.
    pub ticket: String,
    /// As chosen.
    pub units: String,
    /// As chosen.
    pub unknown: String,
    /// As chosen.
    pub likely: String,
    /// What each name becomes.
    pub names: Vec<NameRow>,
    /// Lines that are not taken.
    pub refused: Vec<RefusedRow>,
    /// How many more there are.
    pub refused_more: usize,
}

impl Page for ImportPage {
    const TEMPLATE: &'static str = "import.html";
}

/// A name of the file.
#[derive(Debug, Clone, Serialize)]
pub struct NameRow {
    name: String,
    becomes: String,
    sure: &'static str,
    sets: usize,
}

/// A line that is not taken.
#[derive(Debug, Clone, Serialize)]
pub struct RefusedRow {
    line: u64,
    reason: String,
}

fn choices(text: impl Fn(&str) -> String) -> Choices {
    Choices {
        units: Units::parse(&text("units")),
        unknown: Unknown::parse(&text("unknown")),
        likely: Likely::parse(&text("likely")),
    }
}

/// POST /settings/import: what the file comes to. Nothing is written.
pub async fn look(State(state): State<WebState>, visitor: Visitor, upload: Upload) -> Paged {
    let chosen = choices(|name| upload.text(name).to_owned());
    let report = import::preview(&state.core, visitor.id(), upload.file.clone().into(), chosen).await;
    let report = match report {
        Ok(report) => report,
        Err(error) => return again(&state, &visitor, error).await,
    };
    let page = ImportPage {
        key: state.core.clock.new_id(),
        ticket: state.uploads.keep(visitor.id(), upload.file.clone()),
        units: upload.text("units").to_owned(),
        unknown: upload.text("unknown").to_owned(),
        likely: upload.text("likely").to_owned(),
        ..shown(report, chosen.units.unwrap_or(visitor.units()))
    };
    Ok(page::answer(StatusCode::OK, &visitor.shell("settings", texts::say("settings-import")), &page))
}

fn shown(report: ImportReport, read_in: Units) -> ImportPage {
    let lead = if report.new_sets == 0 {
        texts::say("settings-import-nothing").to_owned()
    } else {
        let counts = [("sets", report.new_sets.into()), ("workouts", report.new_workouts.into())];
        let new = match report.new_sets {
            1 => texts::say("settings-import-one").to_owned(),
            _ => texts::with("settings-import-new", &counts),
        };
        match report.known_sets {
            0 => new,
            known => format!("{new} {}", texts::with("settings-import-known", &[("sets", known.into())])),
        }
    };
    // Loads are said in the units that the file was read in: beside it, they are looked up there.
    let said = Wording { units: read_in, ..wording::current() };
    let why = |one: &Refusal| wording::within(said, || wording::reason(&one.reason));
    ImportPage {
        lead,
        anything: report.new_sets > 0,
        names: report.exercises.into_iter().map(name_row).collect(),
        refused_more: report.refused_rows.saturating_sub(SHOWN),
        refused: report
            .refused
            .into_iter()
            .take(SHOWN)
            .map(|one| RefusedRow { line: one.line, reason: why(&one) })
            .collect(),
        ..ImportPage::default()
    }
}

fn name_row(row: ImportedExercise) -> NameRow {
    let known = row.exercise_id.as_deref().and_then(exercises::name).map(str::to_owned);
    let becomes = match (known.or(row.exercise_name), row.created) {
        (Some(name), false) => name,
        (Some(_), true) => texts::say("settings-import-own").to_owned(),
        (None, _) => texts::say("settings-import-left-out").to_owned(),
    };
    let sure = match row.certainty {
        Certainty::Exact => texts::say("settings-import-same"),
        Certainty::Likely => texts::say("settings-import-maybe"),
        Certainty::None => texts::say("settings-import-not-known"),
    };
    NameRow { name: row.name, becomes, sure, sets: row.sets }
}

/// POST /settings/import/confirm: takes in what was looked at, once.
pub async fn take_in(State(state): State<WebState>, visitor: Visitor, form: Fields) -> Paged {
    let chosen = choices(|name| form.text(name).to_owned());
    let sheet = match state.uploads.find(visitor.id(), form.text("ticket")) {
        Some(file) => Some(import::read(&state.core, visitor.id(), file.into(), chosen).await),
        None => None,
    };
    let mut gone = false;
    let answer = once(&state, &visitor, "/settings/import/confirm", &form, async |write| {
        let Some(sheet) = sheet else {
            gone = true;
            return Err(Error::NotFound.into());
        };
        import::run(write, sheet?, chosen).await?;
        let (state, user_id) = (state.clone(), write.user_id.clone());
        Ok(Leads::to("/settings?done=import").then(move || state.uploads.forget(&user_id)))
    })
    .await;
    if gone {
        let gone = Error::field("/file", "gone", reason!("form_import_gone"));
        return again(&state, &visitor, gone).await;
    }
    answer
}

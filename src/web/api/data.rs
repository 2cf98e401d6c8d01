//! Data in and out: the import of another program's export, the export of everything.

use axum::body::Body;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use schemars::JsonSchema;
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use tokio_stream::wrappers::ReceiverStream;

use crate::domain::profile::Units;
use crate::service::export::{self, InWords, Out};
use crate::service::import::{self, Choices, ImportReport, Likely, Unknown};
use crate::web::WebState;
use crate::web::auth::{Reader, Writer};
use crate::web::extract::Params;
use crate::web::idempotency::{Done, MaybeKey, once};
use crate::web::reply::{self, Answer, Sent as _, Written};
use crate::web::upload::Upload;
use crate::wording::{self, Word};

/// How to import.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportAsk {
    /// Answers what an import would do and writes nothing; it needs no Idempotency-Key.
    dry_run: Option<bool>,
    /// The unit of weights whose column names none; the profile's when absent.
    units: Option<Units>,
    /// What becomes of a name that means no exercise: `create` (when absent) makes one of the person's
    /// own, `skip` leaves its sets out.
    unknown: Option<Unknown>,
    /// Whether a name that only likely means an exercise is taken for it: `accept` (when absent), or
    /// `unknown`.
    likely: Option<Likely>,
}

impl ImportAsk {
    fn choices(&self) -> Choices {
        Choices { units: self.units, unknown: self.unknown, likely: self.likely }
    }
}

/// Imports another program's CSV export. A second import doubles nothing.
pub async fn import(
    State(state): State<WebState>,
    user: Writer,
    key: MaybeKey,
    Params(ask): Params<ImportAsk>,
    upload: Upload,
) -> Answer<Written<ImportReport>> {
    let choices = ask.choices();
    if ask.dry_run == Some(true) {
        let report = import::preview(&state, &user.user_id, upload.file.into(), choices).await?;
        return Ok(Written::sent(reply::json(StatusCode::OK, report)));
    }
    let key = key.required()?;
    let bound = bound(choices, &upload);
    let sheet = import::read(&state, &user.user_id, upload.file.into(), choices).await;
    once(&state, &user.user_id, &key, &bound, async |write| {
        Ok(Done::new(import::run(write, sheet?, choices).await?))
    })
    .await
}

/// What the key is bound to: the file and the choices, however they were sent.
fn bound(choices: Choices, upload: &Upload) -> Vec<u8> {
    format!("{choices:?} {}", hex::encode(Sha256::digest(&upload.file))).into_bytes()
}

/// A file that is made while it is sent.
#[derive(Debug)]
pub struct Download(Response);

impl IntoResponse for Download {
    fn into_response(self) -> Response {
        self.0
    }
}

impl aide::OperationOutput for Download {
    type Inner = Self;
}

/// Everything of the person's, as JSON.
pub async fn export_json(State(state): State<WebState>, user: Reader) -> Answer<Download> {
    let (core, user_id, (out, pieces)) = (state.core.clone(), user.user_id.clone(), Out::channel());
    let words = InWords { session: Word::word, proposal: Word::word };
    let written = async move { out.ended(export::write_json(&core, &user_id, &out, words).await).await };
    tokio::spawn(wording::scope(wording::current(), written));
    Ok(download(&state, pieces, "application/json", "json"))
}

/// Every set, as CSV in Hevy's columns.
pub async fn export_sets(State(state): State<WebState>, user: Reader) -> Answer<Download> {
    let (core, user_id, (out, pieces)) = (state.core.clone(), user.user_id.clone(), Out::channel());
    tokio::spawn(async move { out.ended(export::write_sheet(&core, &user_id, &out).await).await });
    Ok(download(&state, pieces, "text/csv; charset=utf-8", "csv"))
}

type Pieces = tokio::sync::mpsc::Receiver<crate::service::Result<Vec<u8>>>;

fn download(state: &WebState, pieces: Pieces, kind: &'static str, ending: &str) -> Download {
    let mut response = Body::from_stream(ReceiverStream::new(pieces)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let name =
        format!("attachment; filename=\"spotter-{}.{ending}\"", state.clock.now().strftime("%Y-%m-%d"));
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    Download(response)
}

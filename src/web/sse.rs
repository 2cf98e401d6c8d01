//! The events of a run as a stream: `{epoch}.{seq}` as id, heartbeats as comments, nothing buffered
//! on the way. Leaving is not cancelling.

use std::convert::Infallible;
use std::time::Duration;

use aide::OperationOutput;
use aide::openapi::{Operation, Response as ApiResponse, StatusCode as ApiStatus};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::StreamExt as _;
use http::{HeaderMap, HeaderValue, StatusCode};

use crate::agents::driver::{Cursor, Sent, Watch};
use crate::wording::{self, Word as _};

/// Between two heartbeats.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// The events of a run; 204 when it is over and everything was seen.
pub struct EventStream(pub Option<Watch>);

fn event(sent: Sent) -> Event {
    let id = Cursor { epoch: sent.epoch, seq: sent.seq }.to_string();
    Event::default().id(id).event(sent.event).data(sent.data)
}

impl IntoResponse for EventStream {
    fn into_response(self) -> Response {
        let Some(watch) = self.0 else { return StatusCode::NO_CONTENT.into_response() };
        let keep = KeepAlive::new().interval(HEARTBEAT).text("still here");
        // The stream outlives the request, and with it what is known of who listens.
        let wording = wording::current();
        let events =
            watch.map(move |sent| Ok::<_, Infallible>(wording::within(wording, || event(sent.worded()))));
        let mut response = Sse::new(events).keep_alive(keep).into_response();
        response.headers_mut().insert("x-accel-buffering", HeaderValue::from_static("no"));
        response
    }
}

impl OperationOutput for EventStream {
    type Inner = ();
    fn inferred_responses(
        _ctx: &mut aide::generate::GenContext,
        _operation: &mut Operation,
    ) -> Vec<(Option<ApiStatus>, ApiResponse)> {
        let media = aide::openapi::MediaType::default();
        let stream = ApiResponse {
            description: "The run's events (text/event-stream), from after the given id.".to_owned(),
            content: [("text/event-stream".to_owned(), media)].into_iter().collect(),
            ..ApiResponse::default()
        };
        let over = ApiResponse {
            description: "The run is over and everything was seen.".to_owned(),
            ..ApiResponse::default()
        };
        vec![(Some(ApiStatus::Code(200)), stream), (Some(ApiStatus::Code(204)), over)]
    }
}

/// From where on: the header that a browser sends when it comes back, else the query.
#[must_use]
pub fn cursor(headers: &HeaderMap, after: Option<&str>) -> Option<Cursor> {
    let header = headers.get("last-event-id").and_then(|value| value.to_str().ok());
    header.or(after).and_then(Cursor::parse)
}

//! The exchange with a model server, as a [`tower::Service`]: one request, never a second.
//!
//! Owns what HTTP itself has to say: an unreachable server, a status, a content type, silence. A
//! refusal comes back as an error that keeps its status; a success comes back with its body
//! re-written as one `data:` line for each [`Frame`], so that a client above it, however forgiving,
//! can neither miss an error nor take a cut answer for a whole one. It refuses to retry, to follow
//! redirects and to look at the environment.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::error::Error;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_util::stream::{self, BoxStream, Stream, StreamExt as _};
use http::header::CONTENT_TYPE;
use reqwest::{Body, Client, Request, Response, redirect};
use tokio::time::{Instant, timeout, timeout_at};

use super::ModelError;
use super::frames::{Decoder, End, Frame};
use super::refusal::fault;

/// The most bytes of a refusal's body that are read; a sentence is looked for in it.
const MAX_REFUSAL: usize = 64 * 1024;
/// A server that does not even take the connection in this time is not there.
const CONNECT: Duration = Duration::from_secs(10);

/// How long a body may take to end after `[DONE]` before its connection is given up.
const SETTLE: Duration = Duration::from_millis(50);

/// Why an exchange brought no answer.
#[derive(Debug, thiserror::Error)]
#[error("{fault}")]
pub struct Refusal {
    pub fault: ModelError,
    /// The body of a refusal as it came, bounded; a field that the server does not take is named here.
    pub body: String,
}

impl From<ModelError> for Refusal {
    fn from(fault: ModelError) -> Self {
        Self { fault, body: String::new() }
    }
}

/// The service. Cloning it shares its connections.
#[derive(Debug, Clone)]
pub struct Transport {
    client: Client,
    idle: Duration,
}

impl Transport {
    /// A transport that gives up on a server which is silent for `idle`. `tls` says whether
    /// certificates will be needed; without, none are looked for on this machine.
    pub fn new(idle: Duration, tls: bool) -> Result<Self, reqwest::Error> {
        let builder = Client::builder()
            .user_agent(concat!("spotter/", env!("CARGO_PKG_VERSION")))
            .no_proxy()
            .referer(false)
            .redirect(redirect::Policy::none())
            .retry(reqwest::retry::never())
            .connect_timeout(CONNECT.min(idle));
        let builder = if tls { builder } else { builder.tls_certs_only([]) };
        Ok(Self { client: builder.build()?, idle })
    }

    /// The HTTP client, to build requests with.
    #[must_use]
    pub const fn client(&self) -> &Client {
        &self.client
    }

    async fn exchange(self, request: Request) -> Result<Response, Refusal> {
        let mut response = timeout(self.idle, self.client.execute(request))
            .await
            .map_err(|_| ModelError::Stalled { after: self.idle })?
            .map_err(|error| unreachable(&error))?;
        if !response.status().is_success() {
            let body = read_refusal(&mut response, self.idle).await;
            let fault = fault(response.status().as_u16(), response.headers(), &body);
            return Err(Refusal { fault, body });
        }
        if is_page(&response) {
            let detail = "a web page; does the base URL lead to the API?".to_owned();
            return Err(ModelError::Protocol { detail }.into());
        }
        Ok(http::Response::new(Body::wrap_stream(lines(response, self.idle))).into())
    }
}

impl tower::Service<Request> for Transport {
    type Response = Response;
    type Error = Refusal;
    type Future = Pin<Box<dyn Future<Output = Result<Response, Refusal>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Refusal>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Self::Future {
        Box::pin(self.clone().exchange(request))
    }
}

/// The chain of causes without the URL, which may hold a secret.
fn unreachable(error: &reqwest::Error) -> ModelError {
    let mut causes = Vec::new();
    let mut cause = error.source();
    while let Some(error) = cause {
        causes.push(error.to_string());
        cause = error.source();
    }
    let detail = if causes.is_empty() { "the request failed".to_owned() } else { causes.join(": ") };
    ModelError::Unreachable { detail }
}

fn is_page(response: &Response) -> bool {
    let kind = response.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    kind.is_some_and(|kind| kind.trim_start().to_ascii_lowercase().starts_with("text/html"))
}

/// As much of the body as comes in the time in which something must come; the status alone is worth
/// reporting, so faults only end it.
async fn read_refusal(response: &mut Response, idle: Duration) -> String {
    let (mut body, deadline) = (Vec::new(), Instant::now() + idle);
    while let Ok(Ok(Some(bytes))) = timeout_at(deadline, response.chunk()).await {
        body.extend_from_slice(&bytes);
        if body.len() >= MAX_REFUSAL {
            body.truncate(MAX_REFUSAL);
            break;
        }
    }
    String::from_utf8_lossy(&body).into_owned()
}

/// A body being read, without the head it came with: that would keep the first buffer of the
/// connection in memory for as long as the answer lasts. Dropping it closes the connection.
struct Reader {
    body: BoxStream<'static, reqwest::Result<Bytes>>,
    decoder: Decoder,
    ready: VecDeque<Frame>,
    idle: Duration,
}

impl Reader {
    async fn next(&mut self) -> Frame {
        loop {
            if let Some(frame) = self.ready.pop_front() {
                if frame == Frame::End(End::Done) {
                    self.drain().await;
                }
                return frame;
            }
            match timeout(self.idle, self.body.next()).await {
                Ok(Some(Ok(bytes))) => self.ready.extend(self.decoder.push(&bytes)),
                Ok(None | Some(Err(_))) => self.ready.extend(self.decoder.finish()),
                Err(_) => return Frame::End(End::Stalled(self.idle)),
            }
        }
    }

    /// Lets a finished body come to its own end, so that the connection can serve the next step.
    async fn drain(&mut self) {
        let rest = async { while let Some(Ok(_)) = self.body.next().await {} };
        // A server that keeps the body open only costs itself the connection.
        let _ = timeout(SETTLE, rest).await;
    }
}

fn lines(response: Response, idle: Duration) -> impl Stream<Item = Result<Bytes, Infallible>> {
    let body = response.bytes_stream().boxed();
    let reader = Reader { body, decoder: Decoder::default(), ready: VecDeque::new(), idle };
    stream::unfold(Some(reader), |reader| async move {
        let mut reader = reader?;
        let frame = reader.next().await;
        let last = matches!(frame, Frame::End(_));
        Some((Ok(line(&frame)), (!last).then_some(reader)))
    })
}

fn line(frame: &Frame) -> Bytes {
    // A frame always serialises; if it ever did not, the missing end would read as a cut.
    let json = serde_json::to_string(frame).unwrap_or_default();
    Bytes::from(format!("data: {json}\n\n"))
}

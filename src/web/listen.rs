//! Connections: each is taken, read and answered until told to stop. Owns what a connection may cost:
//! how long a request's head may take to arrive, how much of it is held, how long an end may take. It
//! is hyper's own server under axum's router, since `axum::serve` sets neither of the first two.

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::extract::{ConnectInfo, Request};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tower::{Layer as _, ServiceExt as _};
use tower_http::normalize_path::NormalizePathLayer;

/// How long a request's head may take, from when it could have begun: who sends none holds nothing.
const HEAD: Duration = Duration::from_mins(1);
/// Bytes of a head that are held, and the most read at a time. A request with more is answered 431.
const HELD: usize = 16 * 1024;
/// Longest wait for open requests and streams when stopping.
const DRAIN: Duration = Duration::from_secs(5);

/// Serves until the token is cancelled, then lets open requests end, for some seconds. A trailing
/// slash is accepted everywhere.
pub async fn serve(mut listener: TcpListener, router: Router, stop: CancellationToken) {
    let service = NormalizePathLayer::trim_trailing_slash().layer(router);
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEAD).max_buf_size(HELD);
    let open = GracefulShutdown::new();
    loop {
        let (socket, peer) = tokio::select! {
            taken = axum::serve::Listener::accept(&mut listener) => taken,
            () = stop.cancelled() => break,
        };
        // An event is a few hundred bytes. Held back until the packet before it is acknowledged, as TCP
        // does unless told, it would reach its reader up to 40 ms late. A peer that is gone has nothing
        // to set.
        drop(socket.set_nodelay(true));
        let service = service.clone();
        let answer = service_fn(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(ConnectInfo::<SocketAddr>(peer));
            service.clone().oneshot(request)
        });
        let connection = open.watch(http.serve_connection(TokioIo::new(socket), answer));
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection broke");
            }
        });
    }
    drop(listener);
    if tokio::time::timeout(DRAIN, open.shutdown()).await.is_err() {
        tracing::warn!("some requests were still open");
    }
}

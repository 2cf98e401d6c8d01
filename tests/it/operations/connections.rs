//! What a connection may cost: time and bytes of a request's head, and the wait at the end.

use std::convert::Infallible;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::routing::get;
use futures_util::stream;
use spotter::web::listen;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout};
use tokio_util::sync::CancellationToken;

struct Server {
    address: std::net::SocketAddr,
    stop: CancellationToken,
    task: JoinHandle<()>,
}

impl Server {
    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let endless = get(async || Body::from_stream(stream::pending::<Result<&'static str, Infallible>>()));
        let router = Router::new().route("/", get(async || "here")).route("/endless", endless);
        let stop = CancellationToken::new();
        let task = tokio::spawn(listen::serve(listener, router, stop.clone()));
        Self { address, stop, task }
    }

    async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }

    async fn say(&self, words: &[u8]) -> TcpStream {
        let mut socket = self.connect().await;
        socket.write_all(words).await.unwrap();
        socket
    }
}

/// Everything that comes until the server hangs up.
async fn rest(socket: &mut TcpStream) -> String {
    let mut text = Vec::new();
    timeout(Duration::from_hours(1), socket.read_to_end(&mut text)).await.expect("it hangs up").ok();
    String::from_utf8_lossy(&text).into_owned()
}

// Time is the runtime's own here: it passes when nothing else is left to do.
#[tokio::test(start_paused = true)]
async fn who_sends_half_a_head_or_none_is_hung_up_on() {
    let server = Server::start().await;
    for words in ["", "G", "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "] {
        let began = Instant::now();
        let mut socket = server.say(words.as_bytes()).await;
        rest(&mut socket).await;
        let took = began.elapsed();
        assert!(took >= Duration::from_secs(45) && took <= Duration::from_secs(90), "{words:?}: {took:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_head_that_never_ends_is_refused_before_it_is_held() {
    let server = Server::start().await;
    let long = |bytes| {
        format!("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Long: {}\r\n\r\n", "a".repeat(bytes))
    };
    for (bytes, status) in [(4 * 1024, "200"), (40 * 1024, "431")] {
        let mut socket = server.say(long(bytes).as_bytes()).await;
        let answer = rest(&mut socket).await;
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{bytes} bytes: {answer}");
    }
    let mut other = server.say(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await;
    assert!(rest(&mut other).await.ends_with("here"), "others are served meanwhile");
}

#[tokio::test(start_paused = true)]
async fn a_connection_serves_again_and_a_trailing_slash_is_none() {
    let server = Server::start().await;
    let two = b"GET / HTTP/1.1\r\nHost: x\r\n\r\nGET /endless/ HTTP/1.1\r\nHost: x\r\n\r\n";
    let mut socket = server.say(two).await;
    let mut seen = String::new();
    while seen.matches("200 OK").count() < 2 {
        let mut piece = [0; 512];
        let read = timeout(Duration::from_secs(5), socket.read(&mut piece)).await.unwrap().unwrap();
        assert!(read > 0, "{seen}");
        seen.push_str(&String::from_utf8_lossy(&piece[..read]));
    }
}

#[tokio::test(start_paused = true)]
async fn stopping_waits_for_what_is_open_and_not_for_ever() {
    let quiet = Server::start().await;
    let _idle = quiet.connect().await;
    quiet.stop.cancel();
    timeout(Duration::from_secs(1), quiet.task).await.expect("an idle connection holds nothing up").unwrap();

    let busy = Server::start().await;
    let mut socket = busy.say(b"GET /endless HTTP/1.1\r\nHost: x\r\n\r\n").await;
    let mut first = [0; 16];
    socket.read_exact(&mut first).await.unwrap();
    busy.stop.cancel();
    let began = Instant::now();
    timeout(Duration::from_mins(1), busy.task).await.expect("it ends").unwrap();
    assert!(began.elapsed() >= Duration::from_secs(1), "an open answer has its chance to end");
}

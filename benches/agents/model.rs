//! A model server in this process. What it sends, and when, stands in the message it is sent; each
//! piece of its text is the moment at which it was written.

use std::fmt;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

static START: LazyLock<Instant> = LazyLock::new(Instant::now);

/// Milliseconds before the first piece and between any two, and how many there are.
#[derive(Debug, Clone, Copy)]
pub struct Script {
    pub wait: u64,
    pub every: u64,
    pub pieces: u64,
}

impl fmt::Display for Script {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "please<{},{},{}>", self.wait, self.every, self.pieces)
    }
}

impl Script {
    /// The newest script in a request.
    fn find(request: &str) -> Self {
        let text = request.rsplit("please<").next().unwrap_or_default();
        let mut numbers = text.split(['<', ',', '>']).map(|number| number.parse().unwrap_or(0));
        let mut next = || numbers.next().unwrap_or(0);
        Self { wait: next(), every: next(), pieces: next() }
    }
}

/// How long ago the pieces in this text were written.
pub fn stamps(text: &str) -> Vec<Duration> {
    let now = START.elapsed();
    let moments = text.split("at<").skip(1).filter_map(|rest| rest.split('>').next()?.parse().ok());
    moments.map(|nanos| now.saturating_sub(Duration::from_nanos(nanos))).collect()
}

/// The server.
#[derive(Debug, Clone)]
pub struct Model {
    /// With its `/v1`.
    pub base: String,
}

impl Model {
    pub async fn start() -> Self {
        LazyLock::force(&START);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}/v1", listener.local_addr().unwrap());
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                tokio::spawn(speak(socket));
            }
        });
        Self { base }
    }
}

async fn speak(mut socket: TcpStream) {
    socket.set_nodelay(true).unwrap();
    let script = Script::find(&receive(&mut socket).await);
    let head = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n";
    socket.write_all(head.as_bytes()).await.unwrap();
    tokio::time::sleep(Duration::from_millis(script.wait)).await;
    for piece in 0..script.pieces {
        if piece > 0 {
            tokio::time::sleep(Duration::from_millis(script.every)).await;
        }
        let text = format!("at<{}> ", START.elapsed().as_nanos());
        let delta = json!({"choices": [{"index": 0, "delta": {"content": text}}]});
        if socket.write_all(format!("data: {delta}\n\n").as_bytes()).await.is_err() {
            return;
        }
    }
    let end = json!({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]});
    let _gone = socket.write_all(format!("data: {end}\n\ndata: [DONE]\n\n").as_bytes()).await;
}

/// A whole request: its head says how long its body is.
async fn receive(socket: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    loop {
        let mut piece = [0; 4096];
        let count = socket.read(&mut piece).await.unwrap_or(0);
        bytes.extend_from_slice(&piece[..count]);
        let text = String::from_utf8_lossy(&bytes);
        let whole = text.split_once("\r\n\r\n").is_some_and(|(head, body)| {
            let head = head.to_lowercase();
            let length = head.split("content-length: ").nth(1).and_then(|rest| rest.lines().next());
            body.len() >= length.and_then(|length| length.parse().ok()).unwrap_or(0)
        });
        if whole || count == 0 {
            return text.into_owned();
        }
    }
}

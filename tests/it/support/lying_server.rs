//! A small HTTP server that plays scripts byte by byte, for what an honest server library cannot do:
//! stall, split inside a character, break off, answer nonsense.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// One act of a script.
#[derive(Debug, Clone)]
pub enum Act {
    /// Sends these bytes at once.
    Send(Vec<u8>),
    /// Does nothing for a time.
    Wait(Duration),
    /// Does nothing until the client goes away.
    Hang,
    /// Sends these bytes again and again, so often at most, until the client goes away.
    Flood(Vec<u8>, usize),
    /// Sends these bytes one at a time for ever, this long apart, until the client goes away.
    Drip(Vec<u8>, Duration),
    /// Resets the connection instead of closing it.
    Reset,
    /// Goes on with the next script when another request comes on this connection.
    KeepAlive,
}

/// What one request is answered with. After its last act the connection is closed.
pub type Script = Vec<Act>;

/// One request as it came.
#[derive(Debug, Clone)]
pub struct Recorded {
    /// The number of the connection it came on, from 0.
    pub connection: usize,
    /// Request line and headers, in lower case.
    pub head: String,
    /// The body as JSON; null if it was none.
    pub body: Value,
}

/// The server; dropping it stops it.
#[derive(Debug)]
pub struct LyingServer {
    address: String,
    requests: Arc<Mutex<Vec<Recorded>>>,
    flooded: Arc<AtomicUsize>,
    hung_up: watch::Receiver<usize>,
    task: JoinHandle<()>,
}

impl Drop for LyingServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl LyingServer {
    /// Plays the scripts in order, one a request; further requests are recorded and hung up on.
    pub async fn start(scripts: Vec<Script>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let (gone, hung_up) = watch::channel(0);
        let (requests, flooded) = (Arc::default(), Arc::default());
        let stage = Stage {
            scripts: Arc::new(Mutex::new(scripts.into())),
            requests: Arc::clone(&requests),
            flooded: Arc::clone(&flooded),
            gone,
        };
        let task = tokio::spawn(async move {
            let mut connection = 0;
            while let Ok((socket, _)) = listener.accept().await {
                tokio::spawn(stage.clone().serve(socket, connection));
                connection += 1;
            }
        });
        Self { address, requests, flooded, hung_up, task }
    }

    /// The base URL, without a path.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The requests so far.
    pub fn requests(&self) -> Vec<Recorded> {
        self.requests.lock().unwrap().clone()
    }

    /// Bytes of floods that the client's system took, which buffers some megabytes.
    pub fn flooded(&self) -> usize {
        self.flooded.load(Ordering::SeqCst)
    }

    /// Waits until a client has gone away from a script that hangs or has no end.
    pub async fn client_gone(&self) {
        let mut hung_up = self.hung_up.clone();
        let gone = hung_up.wait_for(|count| *count > 0);
        tokio::time::timeout(Duration::from_secs(20), gone).await.unwrap().unwrap();
    }
}

/// What the connections share.
#[derive(Clone)]
struct Stage {
    scripts: Arc<Mutex<VecDeque<Script>>>,
    requests: Arc<Mutex<Vec<Recorded>>>,
    flooded: Arc<AtomicUsize>,
    gone: watch::Sender<usize>,
}

impl Stage {
    async fn serve(self, mut socket: TcpStream, connection: usize) {
        socket.set_nodelay(true).unwrap();
        while let Some((head, body)) = receive(&mut socket).await {
            self.requests.lock().unwrap().push(Recorded { connection, head, body });
            let script = self.scripts.lock().unwrap().pop_front().unwrap_or_default();
            if !self.play(script, &mut socket).await {
                return;
            }
        }
    }

    /// Plays a script; whether the connection stays open.
    async fn play(&self, script: Script, socket: &mut TcpStream) -> bool {
        for act in script {
            match act {
                Act::Send(bytes) => {
                    if socket.write_all(&bytes).await.is_err() {
                        return false;
                    }
                }
                Act::Wait(time) => tokio::time::sleep(time).await,
                Act::Hang => {
                    while matches!(socket.read(&mut [0; 64]).await, Ok(1..)) {}
                    self.gone.send_modify(|count| *count += 1);
                }
                Act::Flood(bytes, times) => {
                    for _ in 0..times {
                        if socket.write_all(&bytes).await.is_err() {
                            self.gone.send_modify(|count| *count += 1);
                            return false;
                        }
                        self.flooded.fetch_add(bytes.len(), Ordering::SeqCst);
                    }
                }
                Act::Drip(bytes, pause) => {
                    for byte in bytes.iter().cycle() {
                        if socket.write_all(&[*byte]).await.is_err() {
                            break;
                        }
                        tokio::time::sleep(pause).await;
                    }
                    self.gone.send_modify(|count| *count += 1);
                    return false;
                }
                Act::Reset => {
                    socket.set_zero_linger().unwrap();
                    return false;
                }
                Act::KeepAlive => return true,
            }
        }
        false
    }
}

/// Reads one request, head and body; none if the client went away before its end.
async fn receive(socket: &mut TcpStream) -> Option<(String, Value)> {
    let mut bytes = Vec::new();
    loop {
        let mut piece = [0; 4096];
        let count = socket.read(&mut piece).await.ok().filter(|count| *count > 0)?;
        bytes.extend_from_slice(&piece[..count]);
        let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") else { continue };
        let head = String::from_utf8_lossy(&bytes[..end]).to_lowercase();
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
        let length = length.map_or(0, |length| length.parse().unwrap());
        if let Some(body) = bytes.get(end + 4..end + 4 + length) {
            return Some((head, serde_json::from_slice(body).unwrap_or_default()));
        }
    }
}

/// An answer's head and body, ended by closing the connection.
pub fn answer(status: &str, headers: &[&str], body: impl AsRef<[u8]>) -> Script {
    let mut bytes = format!("HTTP/1.1 {status}\r\nconnection: close\r\n").into_bytes();
    for header in headers {
        bytes.extend_from_slice(format!("{header}\r\n").as_bytes());
    }
    bytes.extend_from_slice(b"\r\n");
    bytes.extend_from_slice(body.as_ref());
    vec![Act::Send(bytes)]
}

/// A stream of events with this body, ended by closing the connection.
pub fn stream(body: impl AsRef<[u8]>) -> Script {
    answer("200 OK", &["content-type: text/event-stream"], body)
}

/// The chunks as `data:` events, and `[DONE]`.
pub fn chunks(chunks: &[Value]) -> String {
    let events: Vec<String> = chunks.iter().map(|chunk| format!("data: {chunk}\n\n")).collect();
    events.concat() + "data: [DONE]\n\n"
}

//! A way to the PostgreSQL server that can be cut: to the program a server that restarts.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio_util::sync::CancellationToken;
use url::Url;

/// Between the program and the server.
pub struct Proxy {
    /// The database's URL through it.
    pub url: String,
    here: SocketAddr,
    there: String,
    open: CancellationToken,
    lose_commit: Arc<AtomicBool>,
}

impl Proxy {
    /// A way to this database.
    pub async fn to(url: &str) -> Self {
        let mut through: Url = url.parse().unwrap();
        let host = through.host_str().expect("a TCP address, so that a proxy fits between");
        let there = format!("{host}:{}", through.port().unwrap_or(5432));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let here = listener.local_addr().unwrap();
        through.set_host(Some("127.0.0.1")).unwrap();
        through.set_port(Some(here.port())).unwrap();
        through.query_pairs_mut().append_pair("sslmode", "disable");
        let (url, open) = (through.to_string(), CancellationToken::new());
        let proxy = Self { url, here, there, open, lose_commit: Arc::default() };
        proxy.listen(listener);
        proxy
    }

    fn listen(&self, listener: TcpListener) {
        let (open, there, lose) = (self.open.clone(), self.there.clone(), Arc::clone(&self.lose_commit));
        tokio::spawn(async move {
            while let Some(Ok((client, _))) = open.run_until_cancelled(listener.accept()).await {
                let (open, there, lose) = (open.clone(), there.clone(), Arc::clone(&lose));
                tokio::spawn(async move {
                    let server = TcpStream::connect(there).await.unwrap();
                    let _ = open.run_until_cancelled(pump(client, server, &lose)).await;
                });
            }
        });
    }

    /// Cuts every connection and refuses new ones.
    pub fn go_away(&self) {
        self.open.cancel();
    }

    /// Is there again.
    pub async fn come_back(&mut self) {
        self.open = CancellationToken::new();
        self.listen(TcpListener::bind(self.here).await.unwrap());
    }

    /// The next commit reaches the server; its answer is lost with the connection.
    pub fn lose_next_commit(&self) {
        self.lose_commit.store(true, Ordering::SeqCst);
    }
}

async fn pump(mut client: TcpStream, mut server: TcpStream, lose: &AtomicBool) -> std::io::Result<()> {
    let (mut asked, mut said) = (vec![0; 64 * 1024], vec![0; 64 * 1024]);
    loop {
        tokio::select! {
            read = client.read(&mut asked) => {
                let bytes = &asked[..read?];
                if bytes.is_empty() {
                    return Ok(());
                }
                server.write_all(bytes).await?;
                let commit = bytes.windows(6).any(|six| six == b"COMMIT");
                if commit && lose.swap(false, Ordering::SeqCst) {
                    let _answer = server.read(&mut said).await?;
                    return Ok(());
                }
            }
            read = server.read(&mut said) => {
                let bytes = &said[..read?];
                if bytes.is_empty() {
                    return Ok(());
                }
                client.write_all(bytes).await?;
            }
        }
    }
}

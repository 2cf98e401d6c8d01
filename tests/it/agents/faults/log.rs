//! No word of a conversation, and no key, reaches the log.

use std::io::Write;
use std::sync::{Arc, Mutex};

use tracing_subscriber::filter::LevelFilter;

use super::hi;
use crate::agents::client::{KEY, play};
use crate::support::lying_server::{answer, stream};

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn nothing_said_is_logged_at_any_level() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(LevelFilter::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    let guard = tracing::subscriber::set_default(subscriber);
    tracing::info!("the log works");
    let said = hi().replace("hi", "I weigh MARKER");
    for script in [
        stream(said.clone() + "data: [DONE]\n\n"),
        stream(said.clone() + "data: MARKER is no JSON\n\n"),
        stream(said.clone() + "error: MARKER\n\n"),
        answer("200 OK", &["content-type: application/json"], "{\"MARKER\":"),
        answer("400 Bad Request", &[], "MARKER"),
        answer("429 Too Many Requests", &[], "MARKER"),
        answer("500 Internal Server Error", &[], "MARKER"),
    ] {
        play(script).await;
    }
    drop(guard);
    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(log.contains("the log works"), "{log}");
    for secret in ["MARKER", KEY, "Plan my week"] {
        assert!(!log.contains(secret), "{secret} is in the log:\n{log}");
    }
}

//! Everything of a person, to take away: all of it as JSON, the sets as CSV in Hevy's columns, with ours
//! behind them, so that they can be imported again as they were. Written piece by piece, so that ten years
//! need no more room than ten days; while a piece waits to be taken, no connection is held. Nothing secret
//! is in it: no password, no token, no login.

mod json;
mod sheet;

use tokio::sync::mpsc;

pub use json::write as write_json;
pub use sheet::write as write_sheet;

use super::error::{Error, Result};
use super::sessions::SessionView;
use crate::domain::proposal::Proposal;
use crate::reason;

/// Sessions read at once.
const PAGE: i64 = 50;

/// Puts the words into what has sentences: what was decided, and what was proposed.
#[derive(Debug, Clone, Copy)]
pub struct InWords {
    /// Into a session.
    pub session: fn(&mut SessionView),
    /// Into a proposal.
    pub proposal: fn(&mut Proposal),
}

/// Where the pieces go.
#[derive(Debug)]
pub struct Out(mpsc::Sender<Result<Vec<u8>>>);

impl Out {
    /// Pieces that wait to be taken, at most; whoever reads slowly is waited for.
    #[must_use]
    pub fn channel() -> (Self, mpsc::Receiver<Result<Vec<u8>>>) {
        let (sender, receiver) = mpsc::channel(4);
        (Self(sender), receiver)
    }

    /// Sends a piece. Whoever went away ends the writing.
    async fn send(&self, piece: impl Into<Vec<u8>>) -> Result<()> {
        self.0.send(Ok(piece.into())).await.map_err(|_| Error::Gone(reason!("export_left")))
    }

    /// Where the writing failed, says that the rest is missing, so that what was sent is not taken for
    /// whole.
    pub async fn ended(&self, written: Result<()>) {
        if let Err(error) = written {
            let _nobody_reads_on = self.0.send(Err(error)).await;
        }
    }
}

//! Sessions: begun from the plan with a copy of what it prescribes, looked at, finished. Sets are
//! in [`super::sets`]; what finishing decides is in [`decide`].

mod cut;
mod decide;
mod finish;
mod options;
mod records;
mod start;
mod suggest;
mod swap;
mod unprescribed;
mod view;

pub use cut::{Cut, cut};
pub use decide::{recount, summarise};
pub use finish::{PatchSession, last_set, patch};
pub use options::{Alternative, NextSetOptions, alternatives, caps, fits, options};
pub use records::follow as follow_records;
pub use start::{StartSession, ahead, client_id, start, start_next};
pub use suggest::{next_set, next_set_of, renew_suggestion, resume_coaching, suggest_after};
pub use swap::{Swap, in_place_of, preview_swap, swap};
pub use unprescribed::usual;
pub use view::{SessionView, active, active_id, current_tag, get, honour, list, load, views};

use super::error::{Error, Result};
use crate::storage::sessions::Session;
use crate::storage::{Conn, sessions as storage};

/// The session of this person, or not found.
pub async fn find(conn: &mut Conn, user_id: &str, id: &str) -> Result<Session> {
    storage::get(conn, user_id, id).await?.ok_or(Error::NotFound)
}

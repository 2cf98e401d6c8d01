//! Files between the look at them and the word to take them in: one a person, a few in all, in memory
//! alone. A restart or too many others forget it, and the file is then chosen again.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use bytes::Bytes;

use crate::clock::new_secret;

/// Files kept at once, of different people.
const KEPT: usize = 4;

/// The files that wait.
#[derive(Debug, Default)]
pub struct PendingUploads(Mutex<VecDeque<Kept>>);

#[derive(Debug)]
struct Kept {
    user_id: String,
    ticket: String,
    file: Bytes,
}

impl PendingUploads {
    /// Keeps a file in place of the person's last one; the ticket finds it again.
    pub fn keep(&self, user_id: &str, file: Bytes) -> String {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|one| one.user_id != user_id);
        while kept.len() >= KEPT {
            kept.pop_front();
        }
        let ticket = new_secret();
        kept.push_back(Kept { user_id: user_id.to_owned(), ticket: ticket.clone(), file });
        ticket
    }

    /// The person's file of this ticket.
    #[must_use]
    pub fn find(&self, user_id: &str, ticket: &str) -> Option<Bytes> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mine = kept.iter().find(|one| one.user_id == user_id && one.ticket == ticket);
        mine.map(|one| one.file.clone())
    }

    /// Forgets the person's file.
    pub fn forget(&self, user_id: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).retain(|one| one.user_id != user_id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_found_by_its_own_person_until_others_need_the_room() {
        let uploads = PendingUploads::default();
        let first = uploads.keep("ann", Bytes::from_static(b"one"));
        let second = uploads.keep("ann", Bytes::from_static(b"two"));
        assert_eq!(uploads.find("ann", &first), None, "one a person");
        assert_eq!(uploads.find("ann", &second), Some(Bytes::from_static(b"two")));
        assert_eq!(uploads.find("bea", &second), None);
        for other in ["b", "c", "d"] {
            uploads.keep(other, Bytes::new());
        }
        assert!(uploads.find("ann", &second).is_some());
        uploads.keep("e", Bytes::new());
        assert_eq!(uploads.find("ann", &second), None);
        uploads.forget("e");
        assert_eq!(uploads.0.lock().unwrap().len(), 3);
    }
}

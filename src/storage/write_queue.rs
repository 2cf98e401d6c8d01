//! Writes of one person wait here for each other, in order, before they take a connection: however
//! many come at once, they hold one of the pool between them, and nobody else waits for them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex as BlockingMutex, PoisonError, Weak};

use tokio::sync::{Mutex, OwnedMutexGuard};

/// Above this many people the ones who wait for nothing are forgotten.
const ENOUGH: usize = 1024;

/// Who is writing. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Turns(Arc<BlockingMutex<HashMap<String, Weak<Mutex<()>>>>>);

/// It is this person's turn until this is dropped.
#[derive(Debug)]
pub struct Turn {
    _held: OwnedMutexGuard<()>,
    /// Another write of this person came right before.
    pub waited: bool,
}

impl Turns {
    /// Waits for the person's turn.
    pub async fn take(&self, person: &str) -> Turn {
        let turn = self.of(person);
        match Arc::clone(&turn).try_lock_owned() {
            Ok(held) => Turn { _held: held, waited: false },
            Err(_) => Turn { _held: turn.lock_owned().await, waited: true },
        }
    }

    fn of(&self, person: &str) -> Arc<Mutex<()>> {
        let mut turns = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(turn) = turns.get(person).and_then(Weak::upgrade) {
            return turn;
        }
        if turns.len() >= ENOUGH {
            turns.retain(|_, turn| turn.strong_count() > 0);
        }
        let turn = Arc::new(Mutex::new(()));
        turns.insert(person.to_owned(), Arc::downgrade(&turn));
        turn
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn one_person_waits_for_themselves_and_nobody_else() {
        let turns = Turns::default();
        let held = turns.take("ann").await;
        assert!(!held.waited);
        let _bob = turns.take("bob").await;
        let mut again = Box::pin(turns.take("ann"));
        assert!(futures_util::poll!(&mut again).is_pending());
        drop(held);
        assert!(again.await.waited);
    }

    #[tokio::test]
    async fn who_waits_for_nothing_is_forgotten() {
        let turns = Turns::default();
        let _held = turns.take("ann").await;
        for person in 0..2 * ENOUGH {
            drop(turns.take(&person.to_string()).await);
        }
        let known = turns.0.lock().unwrap();
        assert!(known.len() <= ENOUGH && known.contains_key("ann"), "{}", known.len());
    }
}

//! The clock and the id generator, as ports: nothing else reads the time or mints an id. The test
//! twin stands still until it is told to move.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use rand::RngExt as _;

/// Where the time comes from. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Clock(Source);

#[derive(Debug, Clone)]
enum Source {
    System,
    Fake(Arc<Mutex<Timestamp>>),
}

impl Clock {
    /// The machine's own clock.
    #[must_use]
    pub const fn system() -> Self {
        Self(Source::System)
    }

    /// A clock that stands at `start` until [`Clock::advance`] moves it.
    #[must_use]
    pub fn fake(start: Timestamp) -> Self {
        Self(Source::Fake(Arc::new(Mutex::new(start))))
    }

    /// The moment, to the millisecond (the grain that is stored).
    #[must_use]
    pub fn now(&self) -> Timestamp {
        let now = match &self.0 {
            Source::System => system_now(),
            Source::Fake(at) => *at.lock().unwrap_or_else(PoisonError::into_inner),
        };
        Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
    }

    /// Moves a fake clock; the system clock ignores it.
    pub fn advance(&self, by: SignedDuration) {
        if let Source::Fake(at) = &self.0 {
            let mut at = at.lock().unwrap_or_else(PoisonError::into_inner);
            *at = at.checked_add(by).unwrap_or(*at);
        }
    }

    /// Sets a fake clock; the system clock ignores it.
    pub fn set(&self, to: Timestamp) {
        if let Source::Fake(at) = &self.0 {
            *at.lock().unwrap_or_else(PoisonError::into_inner) = to;
        }
    }

    /// A new UUIDv7 for this moment.
    #[must_use]
    pub fn new_id(&self) -> String {
        let millis = u64::try_from(self.now().as_millisecond()).unwrap_or(0);
        let mut random = [0_u8; 10];
        rand::rng().fill(&mut random);
        uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid().to_string()
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads the system clock")]
fn system_now() -> Timestamp {
    Timestamp::now()
}

/// A fresh secret of 256 bits, URL-safe.
#[must_use]
pub fn new_secret() -> String {
    use base64::Engine as _;
    let mut random = [0_u8; 32];
    rand::rng().fill(&mut random);
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(random)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fake_clock_moves_only_when_told() {
        let clock = Clock::fake(Timestamp::UNIX_EPOCH);
        assert_eq!(clock.now(), clock.now());
        clock.advance(SignedDuration::from_secs(5));
        assert_eq!(clock.now().as_second(), 5);
    }

    #[test]
    fn ids_are_distinct_and_sort_by_time() {
        let clock = Clock::fake(Timestamp::UNIX_EPOCH);
        let first = clock.new_id();
        clock.advance(SignedDuration::from_millis(1));
        assert!(first < clock.new_id());
    }
}

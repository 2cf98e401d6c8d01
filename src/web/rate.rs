//! How many requests an account may send: so many a minute, spread evenly, with as many at once.
//! Beyond that it is 429 with the seconds to wait, before anything is read or recorded, so that the
//! same request sent again does what it would have done.

use std::num::NonZeroU32;

use governor::clock::{Clock as GovernorClock, Reference as _};
use governor::middleware::NoOpMiddleware;
use governor::nanos::Nanos;
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};

use super::Problem;
use crate::clock::Clock;
use crate::reason;
use crate::service::Error;

/// Our clock as the limiter reads it.
#[derive(Debug, Clone)]
struct Time(Clock);

impl GovernorClock for Time {
    type Instant = Nanos;

    fn now(&self) -> Nanos {
        let millis = u64::try_from(self.0.now().as_millisecond()).unwrap_or(0);
        std::time::Duration::from_millis(millis).into()
    }
}

type Limiter = RateLimiter<String, HashMapStateStore<String>, Time, NoOpMiddleware<Nanos>>;

/// The limit of every account; none when it is off.
pub struct RateLimit(Option<(Limiter, Time)>);

impl std::fmt::Debug for RateLimit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("RateLimit").field(&self.0.is_some()).finish()
    }
}

impl RateLimit {
    /// So many requests a minute; 0 is no limit.
    #[must_use]
    pub fn per_minute(requests: u32, clock: &Clock) -> Self {
        let time = Time(clock.clone());
        let limiter = NonZeroU32::new(requests).map(|requests| {
            let quota = Quota::per_minute(requests);
            (RateLimiter::new(quota, HashMapStateStore::default(), time.clone()), time)
        });
        Self(limiter)
    }

    /// Counts a request of the account, or answers 429.
    pub fn take(&self, user_id: &str) -> Result<(), Problem> {
        let Some((limiter, time)) = &self.0 else { return Ok(()) };
        limiter.check_key(&user_id.to_owned()).map_err(|not_until| {
            let wait = not_until.earliest_possible().duration_since(time.now());
            let retry_after = wait.as_u64().div_ceil(1_000_000_000).max(1);
            let reason = reason!("too_many_requests", seconds = retry_after);
            Error::TooMany { reason, retry_after, resets_at: None }.into()
        })
    }
}

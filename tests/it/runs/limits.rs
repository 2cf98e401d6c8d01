//! The daily cap.

use super::script::Play;
use super::support::{World, quick};
use spotter::agents::driver::Limits;
use spotter::agents::run::RunStatus;
use spotter::service::Error;

#[tokio::test]
async fn beyond_the_daily_cap_it_says_when_it_starts_anew() {
    let world =
        World::with(vec![Play::Say("a"), Play::Say("b")], Limits { runs_per_day: 1, ..quick() }).await;
    let run = world.say("one").await;
    world.until(&run, RunStatus::Finished).await;
    let Err(Error::TooMany { retry_after, .. }) = world.try_say("two").await else { panic!("one a day") };
    assert_eq!(retry_after, 14 * 3600, "ten o'clock in UTC");
    world.core.clock.advance(jiff::SignedDuration::from_hours(14));
    assert!(world.try_say("tomorrow").await.is_ok());
}

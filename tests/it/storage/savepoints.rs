//! A failed statement and the transaction around it: the same on both databases.

use spotter::domain::session::{LoggedSet, SetKind};
use spotter::service::Write;
use spotter::storage::sets::StoredSet;
use spotter::storage::users::Counter;
use spotter::storage::{sets, users};

use crate::support::app::{TestApp, TestUser};

async fn bump(write: &mut Write) {
    let user_id = write.user_id.clone();
    users::bump(&mut write.tx, &user_id, Counter::Totals).await.unwrap();
}

/// A statement that every database refuses: a set of a session that is not there.
async fn fail(write: &mut Write) {
    let at = write.core.clock.now();
    let set = LoggedSet {
        id: write.core.clock.new_id(),
        exercise_id: "plank".to_owned(),
        set_index: 1,
        reps: None,
        duration_seconds: Some(30),
        weight_kg: 0.0,
        rpe: None,
        kind: SetKind::Working,
        pain: false,
        note: None,
        logged_at: at,
    };
    let day = "2026-03-16".parse().unwrap();
    let session_id = "no-such-session".to_owned();
    let stored = StoredSet { set, session_id, day, week_start: day, bodyweight_kg: None };
    let user_id = write.user_id.clone();
    sets::insert(&mut write.tx, &user_id, &stored).await.unwrap_err();
}

async fn bumps(app: &TestApp, user: &TestUser) -> i64 {
    let mut conn = app.core.read().await.unwrap();
    users::versions(&mut conn, &user.id).await.unwrap().unwrap().totals_version
}

#[tokio::test]
async fn after_a_failure_in_a_savepoint_the_rest_is_kept() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    let before = bumps(&app, &ann).await;
    let mut write = app.core.write(&ann.id).await.unwrap();
    bump(&mut write).await;
    write.tx.savepoint().await.unwrap();
    bump(&mut write).await;
    fail(&mut write).await;
    write.tx.rollback_to_savepoint().await.unwrap();
    bump(&mut write).await;
    write.commit().await.unwrap();
    assert_eq!(bumps(&app, &ann).await, before + 2);
}

#[tokio::test]
async fn after_a_failure_without_a_savepoint_nothing_can_be_committed() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    let before = bumps(&app, &ann).await;
    let mut write = app.core.write(&ann.id).await.unwrap();
    bump(&mut write).await;
    fail(&mut write).await;
    write.commit().await.unwrap_err();
    assert_eq!(bumps(&app, &ann).await, before);
}

#[tokio::test]
async fn a_write_that_is_dropped_leaves_nothing_and_lets_the_next_one_in() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    let before = bumps(&app, &ann).await;
    let mut write = app.core.write(&ann.id).await.unwrap();
    bump(&mut write).await;
    drop(write);
    let mut write = app.core.write(&ann.id).await.unwrap();
    bump(&mut write).await;
    write.commit().await.unwrap();
    assert_eq!(bumps(&app, &ann).await, before + 1);
}

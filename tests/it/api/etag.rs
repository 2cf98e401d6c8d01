//! Entity tags: conditional reads, conditional writes, and exactly when a tag moves.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::common::{
    SQUAT, advance, end, in_session, log, problem, small_plan, squat, text, with, with_plan,
};
use crate::support::app::{TestApp, TestUser, expect, key};

async fn status_with(user: &TestUser, path: &str, none_match: &[String]) -> StatusCode {
    let mut request = user.request(Method::GET, path);
    for value in none_match {
        request = request.header("If-None-Match", value);
    }
    request.send().await.unwrap().status()
}

#[tokio::test]
async fn a_client_that_has_it_gets_304() {
    let (_app, ann, id) = in_session().await;
    log(&ann, &id, squat(1)).await;
    for path in [
        "/profile".to_owned(),
        "/weekly-plan".to_owned(),
        "/weekly-plan?week_start=2026-03-23".to_owned(),
        "/exercises".to_owned(),
        "/exercises?q=squat&limit=2".to_owned(),
        format!("/exercises/{SQUAT}"),
        format!("/sessions/{id}"),
        "/sessions/active".to_owned(),
        "/progress/summary".to_owned(),
        format!("/progress/exercises/{SQUAT}"),
    ] {
        let fresh = ann.request(Method::GET, &path).header("Accept-Encoding", "gzip").send().await.unwrap();
        assert_eq!(fresh.status(), 200, "{path}");
        assert!(!fresh.headers().contains_key("content-encoding"), "{path}: a strong tag names these bytes");
        let tag = fresh.headers()["etag"].to_str().unwrap().to_owned();
        assert!(tag.starts_with('"') && tag.ends_with('"'), "{path}: {tag} is strong");
        let other = "\"other\"".to_owned();
        for (values, expected) in [
            (vec![tag.clone()], 304),
            (vec![format!("W/{tag}")], 304),
            (vec!["*".to_owned()], 304),
            (vec![format!("\"other\", W/\"x,y\" ,{tag}")], 304),
            (vec![other.clone(), tag.clone()], 304),
            (vec![other], 200),
            (vec![tag.trim_matches('"').to_owned()], 200),
        ] {
            assert_eq!(status_with(&ann, &path, &values).await, expected, "{path} {values:?}");
        }
        let unchanged = ann.request(Method::GET, &path).header("If-None-Match", &tag).send().await.unwrap();
        assert_eq!(unchanged.headers()["etag"], tag.as_str());
        assert_eq!(unchanged.headers()["cache-control"], "private, no-cache");
        assert_eq!(unchanged.headers()["vary"], "Cookie, Authorization");
        assert!(unchanged.bytes().await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn bad_queries_and_unknown_ids_are_told_even_to_a_client_that_has_it() {
    let (_app, ann) = with_plan().await;
    let star = ["*".to_owned()];
    assert_eq!(status_with(&ann, "/weekly-plan?week_start=2026-03-17", &star).await, 422);
    assert_eq!(status_with(&ann, "/exercises?limit=0", &star).await, 422);
    assert_eq!(status_with(&ann, "/exercises?cursor=%25", &star).await, 422);
    assert_eq!(status_with(&ann, "/exercises/nothing", &star).await, 404);
    assert_eq!(status_with(&ann, "/progress/exercises/nothing", &star).await, 404);
}

/// Runs a step and says whether the tags of plan and summary moved by it.
async fn moved(ann: &TestUser, step: impl AsyncFnOnce()) -> (bool, bool) {
    let before = (ann.tag("/weekly-plan").await, ann.tag("/progress/summary").await);
    step().await;
    let after = (ann.tag("/weekly-plan").await, ann.tag("/progress/summary").await);
    (before.0 != after.0, before.1 != after.1)
}

#[tokio::test]
async fn the_plans_tag_moves_with_what_the_plan_shows_and_not_otherwise() {
    let (app, ann) = with_plan().await;
    let id = "0195a000-0000-7000-8000-000000000001";
    let path = format!("/sessions/{id}");
    let start = json!({"split_day": "Day1", "id": id});
    let still = (false, false);
    let both = (true, true);
    assert_eq!(moved(&ann, async || drop(ann.get("/profile").await)).await, still);
    assert_eq!(moved(&ann, async || drop(ann.post("/sessions", start).await)).await, still);
    assert_eq!(moved(&ann, async || drop(ann.patch(&path, json!({"notes": "x"})).await)).await, still);
    let set = async || drop(log(&ann, id, squat(1)).await);
    assert_eq!(moved(&ann, set).await, (false, true), "a set moves the summary alone");
    assert_eq!(moved(&ann, async || advance(&app, 3600)).await, still);
    assert_eq!(moved(&ann, async || drop(end(&ann, id, "completed").await)).await, both);
    assert_eq!(moved(&ann, async || drop(log(&ann, id, squat(2)).await)).await, both, "decided again");
    let goal = async || drop(ann.set_profile(json!({"goal": "strength"})).await);
    assert_eq!(moved(&ann, goal).await, both);
    let plan = async || drop(ann.put("/weekly-plan", "*", small_plan()).await);
    assert_eq!(moved(&ann, plan).await, both);
    let free = async || {
        let other = expect(ann.post("/sessions", json!({})).await, StatusCode::CREATED).await;
        end(&ann, &text(&other["id"]), "abandoned").await;
    };
    assert_eq!(moved(&ann, free).await, still, "an abandoned session decides nothing");
    let refused = async || drop(ann.put("/weekly-plan", "*", json!({"split": "custom", "days": []})).await);
    assert_eq!(moved(&ann, refused).await, still, "a refused plan changes nothing");
}

#[tokio::test]
async fn the_plans_tag_moves_at_midnight_where_the_person_is() {
    let (app, ann) = with_plan().await;
    ann.set_profile(json!({"time_zone": "Pacific/Auckland"})).await;
    let at = |time: &str| app.clock.set(time.parse().unwrap());
    for (from, to, moves) in [
        ("2026-03-16T11:00:00Z", "2026-03-16T23:59:59Z", false),
        ("2026-03-16T23:59:59Z", "2026-03-17T00:00:00Z", false),
        ("2026-03-17T10:59:59Z", "2026-03-17T11:00:00Z", true),
        ("2026-04-06T11:00:00Z", "2026-04-06T11:59:59Z", false),
        ("2026-04-06T11:59:59Z", "2026-04-06T12:00:00Z", true),
    ] {
        at(from);
        assert_eq!(moved(&ann, async || at(to)).await, (moves, moves), "{from} to {to}");
    }
}

#[tokio::test]
async fn a_put_needs_the_version_it_changed_and_looks_at_it_before_the_values() {
    let (_app, ann) = with_plan().await;
    let profile = ann.get("/profile").await;
    for (path, good) in
        [("/profile", with(profile, json!({"goal": "strength"}))), ("/weekly-plan", small_plan())]
    {
        let current = ann.tag(path).await;
        let version = current.trim_matches('"');
        for body in [good.clone(), json!({}), json!([1])] {
            let request = ann.request(Method::PUT, path).json(&body);
            let absent = request.try_clone().unwrap().send().await.unwrap();
            assert_eq!(absent.headers()["etag"], current.as_str());
            let said = problem(absent, StatusCode::PRECONDITION_REQUIRED, "if-match-needed").await;
            assert_eq!(said["current_version"], version);
            for tag in ["\"old\"".to_owned(), format!("W/{current}"), version.to_owned()] {
                let stale = request.try_clone().unwrap().header("If-Match", tag).send().await.unwrap();
                assert_eq!(stale.headers()["etag"], current.as_str());
                let said = problem(stale, StatusCode::PRECONDITION_FAILED, "stale-version").await;
                assert_eq!(said["current_version"], version);
            }
        }
        assert_eq!(ann.put(path, &current, json!({})).await.status(), 422);
        assert_eq!(ann.tag(path).await, current, "nothing was changed");
        let list = format!("\"old\", {current}");
        let answer = ann.put(path, &list, good.clone()).await;
        let tag = answer.headers()["etag"].to_str().unwrap().to_owned();
        expect(answer, StatusCode::OK).await;
        assert_ne!(tag, current);
        assert_eq!(ann.tag(path).await, tag, "the answer carries the new version");
        assert_eq!(ann.put(path, &current, good.clone()).await.status(), 412);
        expect(ann.put(path, "*", good).await, StatusCode::OK).await;
    }
}

#[tokio::test]
async fn of_many_writers_with_one_version_one_wins() {
    let (_app, ann) = with_plan().await;
    let tag = ann.tag("/weekly-plan").await;
    let mut sending = tokio::task::JoinSet::new();
    for _ in 0..8 {
        let (ann, tag) = (ann.clone(), tag.clone());
        sending.spawn(async move { ann.put("/weekly-plan", &tag, small_plan()).await.status().as_u16() });
    }
    let mut answers = sending.join_all().await;
    answers.sort_unstable();
    assert_eq!(answers, [200, 412, 412, 412, 412, 412, 412, 412]);
    assert_eq!(ann.get("/weekly-plan").await["plan_version"], 2);
}

#[tokio::test]
async fn a_sessions_tag_changes_when_its_suggestion_expires_and_reading_renews_it() {
    let (app, ann, id) = in_session().await;
    let path = format!("/sessions/{id}");
    let before = ann.get(&path).await;
    let tag = ann.tag(&path).await;
    advance(&app, 15 * 60 - 1);
    assert_eq!(status_with(&ann, &path, std::slice::from_ref(&tag)).await, 304);
    advance(&app, 1);
    let answer = ann.request(Method::GET, &path).header("If-None-Match", &tag).send().await.unwrap();
    assert_ne!(answer.headers()["etag"], tag.as_str());
    let renewed = answer.headers()["etag"].to_str().unwrap().to_owned();
    let after = expect(answer, StatusCode::OK).await;
    assert_ne!(after["suggestion"]["id"], before["suggestion"]["id"]);
    assert_eq!(after["suggestion"]["args"], before["suggestion"]["args"]);
    assert_eq!(after["suggestion"]["expires_at"], "2026-03-16T12:30:00Z");
    assert_eq!(status_with(&ann, &path, &[renewed]).await, 304, "renewed once, not at every read");
    assert_eq!(after["sets"], Value::Array(Vec::new()));
}

/// Every resource of a person's that has a tag. `session` is the person's own active one.
fn tagged(session: &str) -> [String; 8] {
    [
        "/profile".to_owned(),
        "/weekly-plan".to_owned(),
        "/exercises".to_owned(),
        format!("/exercises/{SQUAT}"),
        format!("/sessions/{session}"),
        "/sessions/active".to_owned(),
        "/progress/summary".to_owned(),
        format!("/progress/exercises/{SQUAT}"),
    ]
}

/// Two accounts whose every counter stands alike, each in a free workout.
async fn twins() -> (TestApp, [(TestUser, String); 2]) {
    let app = TestApp::start().await;
    let mut both = Vec::new();
    for name in ["ann", "ben"] {
        let user = app.user(name).await;
        expect(user.put("/weekly-plan", "*", small_plan()).await, StatusCode::OK).await;
        let session = expect(user.post("/sessions", json!({})).await, StatusCode::CREATED).await;
        both.push((user, text(&session["id"])));
    }
    (app, both.try_into().ok().unwrap())
}

#[tokio::test]
async fn a_tag_never_fits_what_is_another_persons() {
    let (_app, [(ann, here), (ben, there)]) = twins().await;
    for (mine, theirs) in tagged(&here).into_iter().zip(tagged(&there)) {
        let tag = ann.tag(&mine).await;
        assert_ne!(tag, ben.tag(&theirs).await, "{mine}");
        assert_eq!(status_with(&ben, &theirs, &[tag]).await, 200, "{mine}: what ann has is not ben's");
    }
}

#[tokio::test]
async fn what_was_read_of_one_person_is_never_written_to_another() {
    let (_app, [(ann, here), (ben, there)]) = twins().await;
    let profile = with(ann.get("/profile").await, json!({"goal": "strength"}));
    for (path, body) in [("/profile", profile), ("/weekly-plan", json!({"split": "custom", "days": []}))] {
        let before = ben.get(path).await;
        let answer = ben.put(path, &ann.tag(path).await, body).await;
        problem(answer, StatusCode::PRECONDITION_FAILED, "stale-version").await;
        assert_eq!(ben.get(path).await, before, "{path}");
    }
    let tag = ann.tag(&format!("/sessions/{here}")).await;
    let path = format!("/sessions/{there}");
    let request = ben.request(Method::PATCH, &path).header("Idempotency-Key", key()).header("If-Match", tag);
    let answer = request.json(&json!({"notes": "ann's"})).send().await.unwrap();
    problem(answer, StatusCode::PRECONDITION_FAILED, "stale-version").await;
    assert_eq!(ben.get(&path).await["notes"], Value::Null);
}

#[tokio::test]
async fn the_active_sessions_tag_moves_with_the_session() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    let mut seen = Vec::new();
    for _ in 0..2 {
        let session = expect(ann.post("/sessions", json!({})).await, StatusCode::CREATED).await;
        seen.push(ann.tag("/sessions/active").await);
        end(&ann, &text(&session["id"]), "abandoned").await;
    }
    assert_ne!(seen[0], seen[1], "the second workout would be taken for the first");
}

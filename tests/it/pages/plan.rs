//! The plan's editor, its versions and the progress pages over HTTP.

use reqwest::header::{COOKIE, ETAG, IF_NONE_MATCH};
use reqwest::{Method, Response, StatusCode};
use serde_json::{Value, json};

use super::{Visitor, borrowed, fields, location, visitor};
use crate::support::app::TestApp;

/// An attribute of the page, as a browser would read it.
fn data(html: &str, name: &str) -> String {
    let after = html.split_once(&format!(" data-{name}=\"")).unwrap().1;
    let text = after.split('"').next().unwrap();
    text.replace("&quot;", "\"")
        .replace("&#x2F;", "/")
        .replace("&#x27;", "'")
        .replace("&lt;", "<")
        .replace("&amp;", "&")
}

impl Visitor<'_> {
    async fn api(&self, method: Method, path: &str, body: &Value, etag: Option<&str>) -> Response {
        let request = self.app.anonymous(method, path).header(COOKIE, &self.cookie).json(body);
        let request = match etag {
            Some(etag) => request.header("if-match", format!("\"{etag}\"")),
            None => request,
        };
        request.send().await.unwrap()
    }

    /// Saves what the editor holds after a change.
    pub(super) async fn save(&self, change: impl FnOnce(&mut Value)) -> Value {
        let html = self.page("/plan/edit").await;
        let mut doc: Value = serde_json::from_str(&data(&html, "doc")).unwrap();
        change(&mut doc);
        let saved = self.api(Method::PUT, "/api/v1/weekly-plan", &doc, Some(&data(&html, "etag"))).await;
        assert_eq!(saved.status(), StatusCode::OK, "{}", saved.text().await.unwrap());
        doc
    }

    async fn conditional(&self, path: &str, tag: &str) -> Response {
        let request = self.app.anonymous(Method::GET, path).header(COOKIE, &self.cookie);
        request.header(IF_NONE_MATCH, tag).send().await.unwrap()
    }
}

#[tokio::test]
async fn the_editor_begins_with_the_plan_as_written_and_its_tag() {
    let app = TestApp::start().await;
    let ada = visitor(&app, "Ada").await;
    let html = ada.page("/plan/edit").await;
    assert!(html.contains("<noscript>") && html.contains("/plan/versions"));
    let doc: Value = serde_json::from_str(&data(&html, "doc")).unwrap();
    let first = &doc["days"][0]["exercises"][0];
    assert!(first["sets"][0]["weight_kg"].is_null(), "a load of the engine's is not written: {first}");
    let known: Value = serde_json::from_str(&data(&html, "known")).unwrap();
    let known = &known[first["exercise_id"].as_str().unwrap()];
    assert!(known["name"].is_string() && known["rest_seconds"].is_u64(), "{known}");
    ada.save(|doc| doc["days"][0]["focus"] = json!("My <day>")).await;
    let html = ada.page("/plan?told=saved").await;
    assert!(html.contains("This is your plan from now on") && html.contains("My &lt;day&gt;"));
}

#[tokio::test]
async fn what_moved_meanwhile_is_worded_and_mine_is_taken_onto_it() {
    let app = TestApp::start().await;
    let ada = visitor(&app, "Ada").await;
    let base = data(&ada.page("/plan/edit").await, "doc");
    let mut mine: Value = serde_json::from_str(&base).unwrap();
    mine["days"][0]["focus"] = json!("Mine");
    mine["days"][0]["exercises"][0]["note"] = json!("<i>20 kg plates</i>");
    mine["days"][0]["exercises"][0]["rest_seconds"] = json!(77);
    ada.save(|doc| doc["days"][1]["focus"] = json!("Theirs")).await;
    let answer = ada.post("/plan/moved", &[("base", &base), ("mine", &mine.to_string())]).await;
    assert_eq!(answer.status(), StatusCode::OK);
    let html = answer.text().await.unwrap();
    assert_eq!(data(&html, "same"), "false");
    let merged: Value = serde_json::from_str(&data(&html, "merged")).unwrap();
    assert_eq!(
        (&merged["days"][0]["focus"], &merged["days"][1]["focus"]),
        (&json!("Mine"), &json!("Theirs"))
    );
    assert!(html.contains("What you changed") && html.contains("What changed meanwhile"));
    assert!(html.contains("→ rest 1:17; no note → note “&lt;i&gt;20 kg plates&lt;"), "{html}");
    let quiet = ada.post("/plan/moved", &[("base", &data(&html, "doc")), ("mine", &mine.to_string())]).await;
    assert_eq!(data(&quiet.text().await.unwrap(), "same"), "true");
    let broken = ada.post("/plan/moved", &[("base", "{}"), ("mine", "[")]).await;
    assert_eq!(broken.status(), StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_version_is_compared_and_brought_back_once() {
    let app = TestApp::start().await;
    let ada = visitor(&app, "Ada").await;
    assert!(ada.page("/plan/versions").await.contains("No version was saved yet"));
    ada.save(|doc| doc["days"][0]["focus"] = json!("First")).await;
    let second = ada.save(|doc| {
        doc["days"][0]["focus"] = json!("Second");
        doc["days"][0]["exercises"].as_array_mut().unwrap().remove(0);
    });
    second.await;
    assert_eq!(ada.page("/plan/versions").await.matches("data-version=").count(), 2);
    let html = ada.page("/plan/versions/1").await;
    assert!(html.contains("was Second") && html.contains("class=\"comes\""), "{html}");
    let form = fields(&html, "restore-form");
    for _ in 0..2 {
        let done = ada.post("/plan/restore", &borrowed(&form)).await;
        assert_eq!((done.status(), location(&done)), (StatusCode::SEE_OTHER, "/plan?told=restored"));
    }
    let html = ada.page("/plan?told=restored").await;
    assert!(html.contains("is your plan again") && html.contains("First"));
    assert_eq!(ada.page("/plan/versions").await.matches("data-version=").count(), 3);
    // The same form with a key of its own comes from before the restore.
    let mut late = form.clone();
    late.iter_mut()
        .filter(|(name, _)| name == "key")
        .for_each(|(_, value)| *value = "another-key-of-a-form".into());
    let refused = ada.post("/plan/restore", &borrowed(&late)).await;
    assert_eq!(location(&refused), "/plan/versions/1?moved=true");
    assert!(ada.page(location(&refused)).await.contains("nothing was brought back"));
    let bob = visitor(&app, "Bob").await;
    let theirs = bob.app.anonymous(Method::GET, "/plan/versions/1").header(COOKIE, &bob.cookie);
    assert_eq!(theirs.send().await.unwrap().status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn coming_back_to_progress_is_a_304_until_something_moves() {
    let app = TestApp::start().await;
    let ada = visitor(&app, "Ada").await;
    let lift = "/progress/barbell-back-squat";
    for path in ["/progress", lift] {
        let first = ada.app.anonymous(Method::GET, path).header(COOKIE, &ada.cookie).send().await.unwrap();
        let tag = first.headers()[ETAG].to_str().unwrap().to_owned();
        let again = ada.conditional(path, &tag).await;
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED, "{path}");
        assert_eq!(again.headers()["cache-control"], "private, no-cache");
        assert_eq!(again.text().await.unwrap(), "");
        ada.save(|doc| doc["days"][0]["focus"] = json!(path)).await;
        assert_eq!(ada.conditional(path, &tag).await.status(), StatusCode::OK, "{path}");
    }
    assert!(ada.page(lift).await.contains("Nothing logged yet"));
    let unknown = ada.conditional("/progress/no-such-lift", "\"x\"").await;
    assert_eq!(unknown.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_workout_that_was_stopped_is_not_hidden_behind_an_old_page() {
    let app = TestApp::start().await;
    let ada = visitor(&app, "Ada").await;
    let first = ada.app.anonymous(Method::GET, "/progress").header(COOKIE, &ada.cookie).send().await.unwrap();
    let tag = first.headers()[ETAG].to_str().unwrap().to_owned();
    let html = first.text().await.unwrap();
    assert!(html.contains("id=\"untrained\""));
    let start = fields(&html.replace("<form method=\"post\"", "<form id=\"begin\" method=\"post\""), "begin");
    ada.post("/workout/start", &borrowed(&start)).await;
    assert_eq!(ada.conditional("/progress", &tag).await.status(), StatusCode::OK);
    let mut finish = fields(&ada.page("/workout").await, "finish-form");
    finish.push(("status".to_owned(), "abandoned".to_owned()));
    ada.post("/workout/finish", &borrowed(&finish)).await;
    // Its form would lead to the workout that was stopped.
    assert_eq!(ada.conditional("/progress", &tag).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn the_map_and_the_table_say_the_same_of_every_muscle() {
    let app = TestApp::start().await;
    let ada = visitor(&app, "Ada").await;
    let start = fields(&ada.page("/").await, "start-form");
    ada.post("/workout/start", &borrowed(&start)).await;
    for _ in 0..2 {
        let log = fields(&ada.page("/workout").await, "log-form");
        ada.post("/workout/sets", &borrowed(&log)).await;
    }
    let html = ada.page("/progress").await;
    let regions: Vec<&str> = html.split("class=\"region\"").skip(1).collect();
    assert_eq!(regions.len(), 18);
    let rows: Vec<&str> = html.split("<tr data-muscle=\"").skip(1).collect();
    assert_eq!(rows.len(), 18);
    for row in rows {
        let id = row.split('"').next().unwrap();
        let sets = data(row, "sets");
        let region = regions.iter().find(|region| region.contains(&format!("data-muscle=\"{id}\""))).unwrap();
        assert!(region.contains(&format!(": {sets} set")), "{id} {sets}: {}", &region[..300]);
        assert_eq!(region.contains("data-step=\"0\""), sets == "0", "{id}");
        assert_eq!(html.matches(&format!("id=\"about-{id}\"")).count(), 1);
    }
}

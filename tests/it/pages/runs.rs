//! A person's runs as pages: what each did, what it proposed, what became of that; their own alone.

use reqwest::StatusCode;
use reqwest::header::COOKIE;
use serde_json::json;
use spotter::clock::Clock;
use spotter::storage::{conversations, runs, users};

use super::{Visitor, borrowed, fields, visitor};
use crate::support::app::TestApp;
use crate::support::llm::{FakeLlm, call, say};

/// Reads the page until it holds this.
pub async fn until(ada: &Visitor<'_>, path: &str, words: &str) -> String {
    let mut html = String::new();
    for _ in 0..400 {
        html = ada.page(path).await;
        if html.contains(words) {
            return html;
        }
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
    panic!("no {words} on {path}: {html}");
}

/// What a browser sends with the coach's form.
pub async fn ask(ada: &Visitor<'_>, text: &str) {
    let mut form = fields(&ada.page("/coach").await, "ask-form");
    form.push(("text".to_owned(), text.to_owned()));
    assert_eq!(ada.post("/coach/messages", &borrowed(&form)).await.status(), StatusCode::SEE_OTHER);
}

/// Where the first link of this kind leads.
fn link(html: &str, start: &str) -> String {
    let after =
        html.split_once(&format!("href=\"{start}")).unwrap_or_else(|| panic!("no {start} in {html}")).1;
    format!("{start}{}", after.split('"').next().unwrap())
}

#[tokio::test]
async fn before_anything_was_asked_the_page_says_what_will_stand_there() {
    let app = TestApp::start().await;
    let ada = visitor(&app, "Ada").await;
    let html = ada.page("/coach/runs").await;
    assert!(html.contains("Nothing yet") && !html.contains("rel=\"next\""), "{html}");
    for path in ["/coach", "/settings"] {
        assert!(ada.page(path).await.contains("href=\"/coach/runs\""), "{path} leads there");
    }
}

#[tokio::test]
async fn a_run_shows_its_steps_tools_tokens_and_what_became_of_its_proposals() {
    let llm = FakeLlm::start(vec![
        call("getProfile", &json!({})),
        call("updateProfile", &json!({"days_per_week": 12})),
        call("updateProfile", &json!({"days_per_week": 5})),
        say("As you wish."),
    ])
    .await;
    let app = TestApp::start_with_model(&llm.url()).await;
    let ada = visitor(&app, "Ada").await;
    ask(&ada, "Five days <b>please</b>").await;
    let html = until(&ada, "/coach/runs", "Waits for you").await;
    assert!(html.contains("Five days &lt;b&gt;please"), "{html}");
    assert!(html.contains("waits for you"), "{html}");
    let proposal = link(&html, "/proposals/");
    let card = ada.page(&proposal).await;
    app.clock.advance(jiff::SignedDuration::from_secs(90));
    let declined = [("reason", "too much"), ("back", "/coach/runs")];
    ada.post(&format!("{proposal}/decline"), &declined).await;
    assert!(card.contains("Days per week"), "{card}");
    let html = until(&ada, "/coach/runs", "Finished").await;
    assert!(
        html.contains("declined") && html.contains("too much") && html.contains("4 steps · 440 tokens"),
        "{html}"
    );
    let run = link(&html, "/coach/runs/");
    let html = ada.page(&run).await;
    for words in [
        "Step 1",
        "Step 4",
        "<code>getProfile</code>",
        "Looked at your profile",
        "<span class=\"state good\">ok</span>",
        "<span class=\"state stop\">failed</span>",
        "decided after 1:30 min",
        "<q>too much</q>",
        "answered",
    ] {
        assert!(html.contains(words), "no {words} in {html}");
    }
    assert!(html.contains("400 read, 40 written") && html.contains(">440<"), "{html}");
    assert!(!html.contains("You are Spotter"), "the prompt is nobody's to read");
    let other = visitor(&app, "Bob").await;
    let theirs = app.anonymous(reqwest::Method::GET, &run).header(COOKIE, &other.cookie);
    assert_eq!(theirs.send().await.unwrap().status(), StatusCode::NOT_FOUND);
    assert!(other.page("/coach/runs").await.contains("Nothing yet"));
    let unknown = format!("/coach/runs/{}", Clock::system().new_id());
    let unknown = app.anonymous(reqwest::Method::GET, &unknown).header(COOKIE, &ada.cookie);
    assert_eq!(unknown.send().await.unwrap().status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn older_runs_stand_on_further_pages_each_once() {
    let app = TestApp::start().await;
    let ada = visitor(&app, "Ada").await;
    for n in 0..23 {
        // Half of them begin in the same millisecond.
        app.clock.advance(jiff::SignedDuration::from_millis(n % 2));
        ask(&ada, &format!("hello number-{n}.")).await;
        until(&ada, "/coach/runs", &format!("number-{n}.")).await;
        until(&ada, "/coach", &format!("number-{n}.")).await;
        while ada.page("/coach/runs").await.contains("At work") {
            tokio::task::yield_now().await;
        }
    }
    let first = ada.page("/coach/runs").await;
    let second = ada.page(&link(&first, "/coach/runs?cursor=").replace("&#x3D;", "=")).await;
    let count = |html: &str, n: i64| html.matches(&format!("number-{n}.</a>")).count();
    for n in 0..23 {
        assert_eq!((count(&first, n), count(&second, n)), (usize::from(n > 2), usize::from(n <= 2)), "{n}");
    }
    assert!(!second.contains("rel=\"next\"") && second.contains("Newest"));
    let made_up = app.anonymous(reqwest::Method::GET, "/coach/runs?cursor=%25").header(COOKIE, &ada.cookie);
    assert_eq!(made_up.send().await.unwrap().status(), StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_proposed_plan_is_shown_with_three_futures_and_their_numbers() {
    let app = TestApp::start().await;
    let ada = visitor(&app, "Ada").await;
    ask(&ada, "make me a plan for 4 days, upper and lower").await;
    let html = until(&ada, "/coach", "data-status=\"proposed\"").await;
    assert_eq!(html.matches("<figure class=\"future\">").count(), 3, "{html}");
    assert!(html.contains("The next 8 weeks, three ways") && html.contains("Weekly sets that change"));
    let figure = html.split("<figure class=\"future\">").nth(1).unwrap().split("</figure>").next().unwrap();
    let words = figure.split("aria-label=\"").nth(1).unwrap().split('"').next().unwrap();
    assert!(words.contains("goes well to") && words.contains("misses to"), "{words}");
    assert!(figure.contains(&format!("<title>{words}</title>")));
    assert_eq!(figure.matches("<polyline").count(), 3);
    assert_eq!(figure.matches("<th scope=\"row\">").count(), 3, "a table says the same: {figure}");
    let alone = ada.page(&link(&ada.page("/coach/runs").await, "/proposals/")).await;
    assert_eq!(alone.matches("<figure class=\"future\">").count(), 3);
}

#[tokio::test]
async fn a_message_by_the_coachs_form_into_a_workouts_conversation_is_answered_by_the_copilot() {
    let app = TestApp::start().await;
    let ada = visitor(&app, "Ada").await;
    let start = fields(&ada.page("/").await, "start-form");
    ada.post("/workout/start", &borrowed(&start)).await;
    let form = fields(&ada.page("/workout").await, "ask-form");
    assert_eq!(ada.post("/workout/ask", &borrowed(&form)).await.status(), StatusCode::SEE_OTHER);
    until(&ada, "/coach/runs", "Finished").await;
    let mut conn = app.core.read().await.unwrap();
    let user = users::by_name(&mut conn, "Ada").await.unwrap().unwrap().id;
    let session = &form.iter().find(|(name, _)| name == "session_id").unwrap().1;
    let conversation = conversations::of_session(&mut conn, &user, session).await.unwrap().unwrap().id;
    let key = Clock::system().new_id();
    let message = [("conversation_id", conversation.as_str()), ("text", "Is that heavy?"), ("key", &key)];
    assert_eq!(ada.post("/coach/messages", &message).await.status(), StatusCode::SEE_OTHER);
    let newest = runs::newest(&mut conn, &conversation).await.unwrap().unwrap();
    assert_eq!((newest.agent.as_str(), newest.session_id.as_ref()), ("copilot", Some(session)));
    let nothing = [("conversation_id", ""), ("text", " "), ("key", "0198".repeat(5).leak())];
    assert_eq!(ada.post("/coach/messages", &nothing).await.status(), StatusCode::UNPROCESSABLE_ENTITY);
}

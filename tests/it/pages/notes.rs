//! Standing notes as a person sees them: added, proposed by the coach, deleted one by one.

use reqwest::StatusCode;

use super::runs::{ask, until};
use super::{borrowed, fields, post, visitor};
use crate::support::app::TestApp;

#[tokio::test]
async fn standing_notes_are_seen_added_and_deleted_one_by_one() {
    let app = TestApp::start().await;
    let ada = visitor(&app, "Ada").await;
    for text in ["No <i>mornings</i>", "Likes front squats", "Likes front squats"] {
        let kept = ada.post("/settings/notes", &[("text", text)]).await;
        assert_eq!(kept.status(), StatusCode::SEE_OTHER);
    }
    let html = ada.page("/settings").await;
    assert_eq!(html.matches("data-note=").count(), 2, "{html}");
    assert!(html.contains("No &lt;i&gt;mornings") && html.contains("by you"));
    let empty = ada.post("/settings/notes", &[("text", " ")]).await;
    assert_eq!(empty.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let long = ada.post("/settings/notes", &[("text", &"x".repeat(501))]).await;
    assert_eq!(long.status(), StatusCode::UNPROCESSABLE_ENTITY);
    // The profile's form does not know of notes, and leaves them alone.
    let mut profile = fields(&html, "profile-form");
    profile.push(("goal".to_owned(), "strength".to_owned()));
    assert_eq!(ada.post("/settings/profile", &borrowed(&profile)).await.status(), StatusCode::SEE_OTHER);
    let html = ada.page("/settings").await;
    let id = html.split("data-note=\"").nth(1).unwrap().split('"').next().unwrap();
    let other = visitor(&app, "Bob").await;
    post(&app, "/settings/notes/delete", &other.cookie, &[("id", id)]).await;
    assert_eq!(ada.page("/settings").await.matches("data-note=").count(), 2, "another's hand");
    for _ in 0..2 {
        let gone = ada.post("/settings/notes/delete", &[("id", id)]).await;
        assert_eq!(gone.status(), StatusCode::SEE_OTHER);
    }
    let html = ada.page("/settings").await;
    assert_eq!(html.matches("data-note=").count(), 1);
    assert!(!html.contains("mornings") || html.contains("no early mornings."), "{html}");
}

#[tokio::test]
async fn a_note_that_the_coach_proposes_is_kept_when_confirmed_and_can_be_deleted() {
    let app = TestApp::start().await;
    let ada = visitor(&app, "Ada").await;
    ask(&ada, "remember that I train before breakfast").await;
    let html = until(&ada, "/coach", "data-status=\"proposed\"").await;
    assert!(html.contains("Standing notes"), "{html}");
    assert!(!ada.page("/settings").await.contains("data-note="), "nothing is kept unconfirmed");
    let proposal = html.split("data-proposal=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let digest = html.split("data-digest=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    ada.post(&format!("/proposals/{proposal}/confirm"), &[("digest", &digest)]).await;
    let html = ada.page("/settings").await;
    assert!(html.contains("I train before breakfast") && html.contains("by the coach, confirmed by you"));
    until(&ada, "/coach/runs", "Finished").await;
    ask(&ada, "forget the note about breakfast").await;
    let html = until(&ada, "/coach", "data-status=\"proposed\"").await;
    assert!(html.contains("<s>I train before breakfast</s>"), "{html}");
    let id = ada.page("/settings").await;
    let id = id.split("data-note=\"").nth(1).unwrap().split('"').next().unwrap();
    ada.post("/settings/notes/delete", &[("id", id)]).await;
    assert!(!ada.page("/settings").await.contains("data-note="));
}

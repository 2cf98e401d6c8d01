//! Someone who reads pounds reads no kilograms on a card, nor in what a form is refused with; and the
//! editor's finder has a word of the catalogue for every muscle and every piece of equipment.

use reqwest::StatusCode;
use spotter::domain::profile::Units;
use spotter::service::precondition::IfMatch;
use spotter::service::{accounts, profiles};

use super::runs::{ask, until};
use super::{Visitor, borrowed, fields, visitor};
use crate::support::app::TestApp;

/// Someone who reads pounds.
async fn in_pounds(app: &TestApp) -> Visitor<'_> {
    let ada = visitor(app, "Ada").await;
    let id = accounts::by_name(&app.core, "Ada").await.unwrap().id;
    let mut profile = profiles::get(&app.core, &id).await.unwrap().profile;
    (profile.units, profile.bodyweight_kg) = (Units::Lb, Some(80.0));
    let mut write = app.core.write(&id).await.unwrap();
    profiles::replace(&mut write, profile, &IfMatch::Any).await.unwrap();
    write.commit().await.unwrap();
    ada
}

#[tokio::test]
async fn a_change_of_the_bodyweight_is_a_card_in_pounds() {
    let app = TestApp::start().await;
    let ada = in_pounds(&app).await;
    ask(&ada, "I weigh 180").await;
    let html = until(&ada, "/coach", "data-status=\"proposed\"").await;
    let card = html.split("<article").nth(1).unwrap().split("</article>").next().unwrap();
    assert!(card.contains("176.4 lb") && card.contains("180 lb"), "{card}");
    assert!(!card.contains(" kg"), "{card}");
}

#[tokio::test]
async fn a_refused_form_is_told_in_pounds() {
    let app = TestApp::start().await;
    let ada = in_pounds(&app).await;
    let mut profile = fields(&ada.page("/settings").await, "profile-form");
    profile.retain(|(name, _)| name != "bodyweight");
    profile.push(("bodyweight".to_owned(), "9000".to_owned()));
    let refused = ada.post("/settings/profile", &borrowed(&profile)).await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let html = refused.text().await.unwrap();
    assert!(html.contains("Bodyweight: This must be between 44.1 lb and 881.8 lb."), "{html}");
    let start = fields(&ada.page("/").await, "start-form");
    ada.post("/workout/start", &borrowed(&start)).await;
    let mut set = fields(&ada.page("/workout").await, "log-form");
    for (name, value) in &mut set {
        if name == "weight" {
            "9000".clone_into(value);
        }
    }
    let refused = ada.post("/workout/sets", &borrowed(&set)).await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let html = refused.text().await.unwrap();
    assert!(html.contains("The load is 0 to 2204.6 lb.") && !html.contains("1000 kg"), "{html}");
}

#[tokio::test]
async fn the_editor_names_muscles_and_equipment_by_the_catalogue() {
    let app = TestApp::start().await;
    let ada = visitor(&app, "Ada").await;
    let html = ada.page("/plan/edit").await;
    for word in ["rear_shoulders&quot;:&quot;Rear shoulders", "pull_up_bar&quot;:&quot;Pull-up bar"] {
        assert!(html.contains(word), "{word}: {html}");
    }
}

//! Imports of people who move: the same file under another time zone is still the same history.

use serde_json::{Value, json};

use super::{HEVY, check_totals, import, sessions};
use crate::support::app::TestApp;

/// HEVY's last workout, lifted alike on the next day.
const ALIKE: &str =
    "Push,\"14 Mar 2026, 17:00\",\"14 Mar 2026, 18:00\",,Bench Press (Barbell),,,0,normal,82.5,5,,,9\n";

fn counts(report: &Value) -> (&Value, &Value, &Value) {
    (&report["new_workouts"], &report["new_sets"], &report["known_sets"])
}

#[tokio::test]
async fn a_second_import_doubles_nothing_after_the_person_moved() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    import(&ann, "?unknown=skip", HEVY).await;
    let before = sessions(&ann).await;
    for zone in ["Europe/Berlin", "Pacific/Honolulu", "Pacific/Kiritimati", "Asia/Kathmandu"] {
        ann.set_profile(json!({"time_zone": zone})).await;
        let again = import(&ann, "?unknown=skip", HEVY).await;
        assert_eq!(counts(&again), (&json!(0), &json!(0), &json!(6)), "{zone}");
        assert_eq!(sessions(&ann).await, before, "{zone}");
    }
    let longer = import(&ann, "", &format!("{HEVY}{ALIKE}")).await;
    assert_eq!(counts(&longer), (&json!(2), &json!(2), &json!(6)), "what was left out, and a day alike");
    let all = sessions(&ann).await;
    assert_eq!(all.len(), 4);
    let added = all.iter().flat_map(|session| session["sets"].as_array().unwrap());
    let added = added.into_iter().find(|set| set["weight_kg"] == 50.0).unwrap();
    let at = added["logged_at"].as_str().unwrap();
    assert!(at.starts_with("2026-03-11T17:"), "it belongs to the workout as it stands: {at}");
    check_totals(&app, &ann).await;
}

/// Files that tell moments give ids of the moment, as all files once did.
#[tokio::test]
async fn what_was_imported_by_the_moment_is_known_after_the_person_moved() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    let header = HEVY.lines().next().unwrap();
    let told = HEVY.replace(" Mar 2026, 17:00", "T").replace(" Mar 2026, 18:00", "U");
    let told = told.replace("\"9T\"", "\"09T\"").replace("\"9U\"", "\"09U\"");
    let moments = ["09", "11", "13"].iter().fold(told, |text, day| {
        let text = text.replace(&format!("\"{day}T\""), &format!("2026-03-{day}T17:00:00Z"));
        text.replace(&format!("\"{day}U\""), &format!("2026-03-{day}T18:00:00Z"))
    });
    assert!(moments.starts_with(header) && !moments.contains('"'), "{moments}");
    assert_eq!(import(&ann, "?unknown=skip", &moments).await["new_sets"], 6);
    let before = sessions(&ann).await;
    // At home first, then further and further away.
    for zone in ["UTC", "Europe/Berlin", "Pacific/Honolulu", "Asia/Kathmandu"] {
        ann.set_profile(json!({"time_zone": zone})).await;
        let again = import(&ann, "?unknown=skip", HEVY).await;
        assert_eq!(counts(&again), (&json!(0), &json!(0), &json!(6)), "{zone}");
        assert_eq!(sessions(&ann).await, before, "{zone}");
    }
    ann.set_profile(json!({"time_zone": "Europe/Berlin"})).await;
    // Alike a day later, and alike on the same day beside the one that is there.
    let later = ALIKE.replace("14 Mar", "13 Mar").replace("17:00", "19:00").replace("18:00", "20:00");
    let longer = import(&ann, "?unknown=skip", &format!("{HEVY}{ALIKE}{later}")).await;
    assert_eq!(counts(&longer), (&json!(2), &json!(2), &json!(6)));
    let only = import(&ann, "?unknown=skip", &format!("{header}\n{ALIKE}{later}")).await;
    assert_eq!(counts(&only), (&json!(0), &json!(0), &json!(2)));
    check_totals(&app, &ann).await;
}

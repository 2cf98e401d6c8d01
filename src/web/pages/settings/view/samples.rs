//! What the tests fill `settings.html` with: every part of it is there to see.

use super::{NoteRow, SettingsPage, choices, entries, groups, load_row, units};
use crate::domain::profile::Profile;
use crate::web::pages::logins::LoginRow;
use crate::web::pages::settings::form::LOADED;
use crate::web::pages::settings::lifts::{LiftRow, Offer};
use crate::web::pages::tests::Sample;
use crate::web::pages::tokens::view::TokenRow;

impl Sample for SettingsPage {
    fn sample() -> Self {
        let profile = Profile::default();
        Self {
            problem: "It has changed since you read it.".into(),
            errors: vec!["Session minutes: This must be between 20 and 180.".into()],
            secret: "spt_example".into(),
            etag: "profile.3".into(),
            choices: choices(&profile),
            entries: entries(&profile),
            groups: groups(&profile),
            loads: LOADED.into_iter().map(|equipment| load_row(&profile, equipment)).collect(),
            lifts: vec![LiftRow::sample()],
            offers: vec![Offer::sample()],
            notes: vec![
                NoteRow { id: "n1".into(), text: "No early mornings".into(), by: "by you" },
                NoteRow {
                    id: "n2".into(),
                    text: "Likes <b>front</b> squats".into(),
                    by: "by the coach, confirmed by you",
                },
            ],
            coached: true,
            tokens: vec![TokenRow {
                id: "t1".into(),
                name: "Phone".into(),
                facts: "read, write · until Sun 21 Feb, 18:05".into(),
            }],
            weights: units(&profile),
            logins: vec![
                LoginRow {
                    id: "l1".into(),
                    agent: "Firefox on Linux".into(),
                    facts: "since Mon 23 Nov, 18:05".into(),
                    this: true,
                },
                LoginRow {
                    id: "l2".into(),
                    agent: "Safari on iPhone".into(),
                    facts: "since Sun 22 Nov, 08:05".into(),
                    this: false,
                },
            ],
        }
    }
}

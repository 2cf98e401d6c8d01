//! What the tests fill `coach.html` with: every part of it is there to see.

use super::{CoachPage, Idea, Message, VisibleData, ideas};
use crate::web::pages::plan::DayCard;
use crate::web::pages::tests::Sample;

impl Sample for CoachPage {
    fn sample() -> Self {
        let card = crate::web::pages::proposal::ProposalPage::sample().proposal;
        let say = |id: &str, role, who, text: &str| Message {
            id: id.into(),
            role,
            who,
            text: text.into(),
            proposals: if id == "3" { vec![card.clone()] } else { vec![] },
        };
        Self {
            conversation_id: "01930000-0000-7000-8000-00000000000a".into(),
            start: "/api/v1/conversations/01930000-0000-7000-8000-00000000000a/messages".into(),
            run_id: String::new(),
            model: "built-in coach".into(),
            place: "Plain rules on this server; nothing leaves it.".into(),
            sees: vec![VisibleData {
                what: "Your profile",
                now: "Intermediate · hypertrophy".into(),
                href: "/settings",
            }],
            messages: vec![
                say("1", "person", "You", "Make me a plan for 4 days, upper and lower"),
                say("2", "tools", "Coach", "Read your profile · Drafted a plan"),
                say(
                    "3",
                    "coach",
                    "Coach",
                    "Here is a plan for **4 days**:\n\n- Upper A and B\n- Lower A and B\n\nLook through it below. Nothing changes until you confirm.",
                ),
            ],
            empty: false,
            lead: "It knows your profile, plan and progress. It proposes; you decide.".into(),
            ideas: ideas().map(|text| Idea { text, key: "0196".repeat(5) }).to_vec(),
            key: "0197".repeat(5),
            days: vec![DayCard::sample()],
        }
    }
}

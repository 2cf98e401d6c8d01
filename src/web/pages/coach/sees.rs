//! What the coach can see, in a person's words, and where it answers.

use super::view::VisibleData;
use crate::agents::driver::Agents;
use crate::domain::plan::WeeklyPlan;
use crate::domain::profile::Profile;
use crate::web::pages::words;
use crate::wording::{reasons, texts};

/// What its tools can read, as it stands now. There is no tool for anything else.
pub fn sees(profile: &Profile, week: &WeeklyPlan) -> Vec<VisibleData> {
    let sight = |what, now, href| VisibleData { what, now, href };
    let spared = match profile.limitations.len() {
        0 => String::new(),
        some => format!(" · {}", words::count(some, "count-limitations")),
    };
    vec![
        sight(
            texts::say("coach-your-profile"),
            format!(
                "{}, {}{spared}",
                words::plain(profile.experience.as_str()),
                reasons::vocabulary(profile.goal.as_str())
            ),
            "/settings",
        ),
        sight(texts::say("coach-your-plan"), words::count(week.days.len(), "count-days"), "/plan"),
        sight(
            texts::say("coach-your-progress"),
            texts::say("coach-your-progress-now").to_owned(),
            "/progress",
        ),
        sight(texts::say("coach-workout"), texts::say("coach-workout-now").to_owned(), "/workout"),
        sight(
            texts::say("coach-your-notes"),
            words::count(profile.notes.len(), "count-notes"),
            "/settings#notes",
        ),
    ]
}

/// Where the answers come from.
pub fn place(agents: &Agents) -> String {
    match agents.model_host() {
        None => texts::say("coach-place-rules").to_owned(),
        Some(host) if is_here(host) => {
            texts::with("coach-place-here", &[("model", agents.model_name().into())])
        }
        Some(host) => {
            let told = [("model", agents.model_name().into()), ("host", host.into())];
            texts::with("coach-place-away", &told)
        }
    }
}

fn is_here(host: &str) -> bool {
    let address = host.trim_matches(['[', ']']).parse::<std::net::IpAddr>();
    host == "localhost" || host.ends_with(".localhost") || address.is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::is_here;

    #[test]
    fn only_this_machine_counts_as_here() {
        assert!(["localhost", "127.0.0.1", "[::1]", "model.localhost"].into_iter().all(is_here));
        assert!(!["localhost.example", "10.0.0.2", "api.example.com", ""].into_iter().any(is_here));
    }
}

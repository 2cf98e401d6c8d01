//! What the coach can see, in a person's words, and where it answers.

use super::view::Sight;
use crate::agents::driver::Agents;
use crate::domain::plan::WeeklyPlan;
use crate::domain::profile::Profile;
use crate::web::pages::words;

/// What its tools can read, as it stands now. There is no tool for anything else.
pub fn sees(profile: &Profile, week: &WeeklyPlan) -> Vec<Sight> {
    let sight = |what, now, href| Sight { what, now, href };
    let spared = match profile.limitations.len() {
        0 => String::new(),
        some => format!(" · {}", words::count(some, "limitation")),
    };
    vec![
        sight(
            "Your profile",
            format!(
                "{}, {}{spared}",
                words::plain(profile.experience.as_str()),
                words::plain(profile.goal.as_str()).to_lowercase()
            ),
            "/settings",
        ),
        sight("Your plan", words::count(week.days.len(), "day"), "/plan"),
        sight("Your progress", "weekly sets, lifts, records".to_owned(), "/progress"),
        sight("The workout at hand", "what is prescribed and logged in it".to_owned(), "/workout"),
        sight("Your standing notes", words::count(profile.notes.len(), "note"), "/settings#notes"),
    ]
}

/// Where the answers come from.
pub fn place(agents: &Agents) -> String {
    match agents.model_host() {
        None => "Plain rules on this server; nothing leaves it.".to_owned(),
        Some(host) if is_here(host) => {
            format!("{} answers on this machine; nothing leaves it.", agents.model_name())
        }
        Some(host) => format!(
            "{} answers at {host}: what you write, and what of this it looks at, is sent there.",
            agents.model_name()
        ),
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

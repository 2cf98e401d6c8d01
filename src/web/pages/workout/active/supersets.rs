//! Exercises that take turns, named A1, A2, B1 in the order of the prescription.

use super::blocks::WorkoutView;
use crate::domain::plan::Prescribed;
use crate::wording::texts;

/// Everyone in the same group, in order.
fn members<'a>(prescribed: &'a [Prescribed], group: &str) -> Vec<&'a Prescribed> {
    prescribed.iter().filter(|planned| planned.superset() == Some(group)).collect()
}

/// `A1`; empty for an exercise that takes turns with nobody.
fn tag(prescribed: &[Prescribed], id: &str) -> String {
    let Some(group) = group_with_partners(prescribed, id) else { return String::new() };
    let mut order: Vec<&str> = Vec::new();
    for planned in prescribed {
        let with_partners = group_with_partners(prescribed, &planned.exercise_id);
        order.extend(with_partners.filter(|name| !order.contains(name)));
    }
    let letter = order.iter().position(|name| *name == group).unwrap_or(0);
    let letter = ('A'..='Z').nth(letter).unwrap_or('Z');
    let place = members(prescribed, group).iter().position(|planned| planned.exercise_id == id);
    format!("{letter}{}", place.unwrap_or(0) + 1)
}

fn group_with_partners<'a>(prescribed: &'a [Prescribed], id: &str) -> Option<&'a str> {
    let group = prescribed.iter().find(|planned| planned.exercise_id == id)?.superset()?;
    (members(prescribed, group).len() > 1).then_some(group)
}

/// The others of its superset, those that come after it first: `Barbell row (A2)`.
fn partners(prescribed: &[Prescribed], id: &str) -> Vec<String> {
    let Some(group) = group_with_partners(prescribed, id) else { return Vec::new() };
    let all = members(prescribed, group);
    let at = all.iter().position(|planned| planned.exercise_id == id).unwrap_or(0);
    let others = all.iter().cycle().skip(at + 1).take(all.len() - 1);
    others.map(|one| format!("{} ({})", one.name, tag(prescribed, &one.exercise_id))).collect()
}

impl WorkoutView<'_> {
    /// `A1`; empty outside a superset.
    pub(super) fn tag(&self, id: &str) -> String {
        tag(&self.session.prescribed, id)
    }

    /// `Take turns with Barbell row (A2).`; empty outside a superset.
    pub(super) fn partners(&self, id: &str) -> String {
        let and = |one: String, other: String| {
            texts::with("workout-and", &[("one", one.into()), ("other", other.into())])
        };
        let others = partners(&self.session.prescribed, id).into_iter().reduce(and);
        others.map_or_else(String::new, |others| {
            texts::with("workout-take-turns", &[("others", others.into())])
        })
    }

    /// `then Barbell row (A2)`; empty outside a superset.
    pub(super) fn partner(&self, id: &str) -> String {
        let next = partners(&self.session.prescribed, id).into_iter().next();
        next.map_or_else(String::new, |next| texts::with("workout-then", &[("exercise", next.into())]))
    }

    /// Whether the next set is of this exercise or of one it takes turns with; what nobody prescribed
    /// is at hand as well.
    pub(super) fn is_at_hand(&self, planned: &Prescribed) -> bool {
        let prescribed = &self.session.prescribed;
        if !prescribed.iter().any(|one| one.exercise_id == planned.exercise_id) {
            return true;
        }
        let Some(aim) = self.aim else { return false };
        let group = group_with_partners(prescribed, &planned.exercise_id);
        aim.exercise_id == planned.exercise_id
            || (group.is_some() && group == group_with_partners(prescribed, &aim.exercise_id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn planned(id: &str, group: Option<&str>) -> Prescribed {
        let group = group.map(str::to_owned);
        let name = id.to_uppercase();
        Prescribed { exercise_id: id.to_owned(), name, group, rest_seconds: 90, note: None, sets: vec![] }
    }

    #[test]
    fn those_that_take_turns_have_a_letter_and_a_place() {
        let day = [
            planned("squat", None),
            planned("bench", Some("push")),
            planned("alone", Some("nobody else")),
            planned("row", Some("push ")),
            planned("curl", Some("z")),
            planned("dip", Some("z")),
        ];
        let tags: Vec<String> = day.iter().map(|one| tag(&day, &one.exercise_id)).collect();
        assert_eq!(tags, ["", "A1", "", "A2", "B1", "B2"]);
        assert_eq!(partners(&day, "bench"), ["ROW (A2)"]);
        assert_eq!(partners(&day, "row"), ["BENCH (A1)"]);
        assert!(partners(&day, "alone").is_empty());
    }
}

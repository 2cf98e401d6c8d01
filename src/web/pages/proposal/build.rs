//! From a stored preview to a card. A preview that is not understood shows its title alone: what it
//! would do can still be read in the coach's words, and declined.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::Value;

use super::view::{Balance, ChangeLine, DayChange, FieldChange, Link, ProposalCard};
use super::{edit, profile};
use crate::domain::plan_diff::{DayDiff, ExerciseLine, MuscleSets, PlanDiff};
use crate::domain::plan_preview::PlanPreview;
use crate::domain::profile::Units;
use crate::domain::proposal::{Proposal, ProposalStatus, SetPreview};
use crate::domain::session::SetKind;
use crate::domain::swap::SwapPreview;
use crate::domain::units;
use crate::web::pages::{charts, words};
use crate::wording::{Word as _, sets, texts};

/// The card of a proposal at a moment.
#[must_use]
pub fn card(proposal: &Proposal, now: Timestamp, zone: &TimeZone, units: Units) -> ProposalCard {
    let proposal = &proposal.clone().worded();
    let mut card = ProposalCard {
        id: proposal.id.clone(),
        run_id: proposal.run_id.clone().unwrap_or_default(),
        digest: proposal.digest.clone(),
        status: proposal.status.as_str(),
        open: proposal.is_open(now),
        title: title(&proposal.tool).to_owned(),
        until: until(proposal.expires_at, zone),
        outcome: outcome(proposal, units),
        link: link(proposal),
        expires_ms: proposal.expires_at.as_millisecond(),
        ..ProposalCard::default()
    };
    fill(&mut card, proposal, units);
    if card.open {
        edit::fill(&mut card, proposal, units);
    }
    card
}

fn until(moment: Timestamp, zone: &TimeZone) -> String {
    texts::with("proposal-until", &[("moment", words::moment(moment, zone).into())])
}

fn title(tool: &str) -> &'static str {
    match tool {
        "saveWeeklyPlan" => texts::say("proposal-plan"),
        "updateProfile" => texts::say("proposal-profile"),
        "logSet" => texts::say("proposal-set"),
        "swapExercise" => texts::say("proposal-swap"),
        _ => texts::say("proposal-other"),
    }
}

fn outcome(proposal: &Proposal, units: Units) -> String {
    let text = match proposal.status {
        ProposalStatus::Proposed | ProposalStatus::Expired => texts::say("proposal-expired"),
        ProposalStatus::Executed => done(&proposal.tool),
        ProposalStatus::Declined => texts::say("proposal-declined"),
        ProposalStatus::Superseded => texts::say("proposal-superseded"),
        ProposalStatus::Failed => return failed(proposal.result.as_ref(), units),
    };
    text.to_owned()
}

/// What a confirm has done.
fn done(tool: &str) -> &'static str {
    match tool {
        "saveWeeklyPlan" => texts::say("proposal-plan-saved"),
        "updateProfile" => texts::say("proposal-profile-saved"),
        "logSet" => texts::say("proposal-set-logged"),
        "swapExercise" => texts::say("proposal-swapped"),
        _ => texts::say("proposal-confirmed"),
    }
}

/// Where what was done can be seen.
fn link(proposal: &Proposal) -> Option<Link> {
    let (href, words) = match proposal.tool.as_str() {
        "saveWeeklyPlan" => ("/plan", texts::say("proposal-see-plan")),
        "swapExercise" => ("/workout", texts::say("proposal-go-on")),
        "updateProfile" => ("/settings", texts::say("proposal-see-profile")),
        _ => return None,
    };
    (proposal.status == ProposalStatus::Executed).then_some(Link { href, words })
}

fn failed(result: Option<&Value>, units: Units) -> String {
    let message = result.and_then(|result| result.get("message")).and_then(Value::as_str).unwrap_or_default();
    let message = words::in_units(message, units);
    format!("{} {message}", texts::say("proposal-failed")).trim_end().to_owned()
}

fn fill(card: &mut ProposalCard, proposal: &Proposal, units: Units) {
    let preview = || proposal.preview.clone();
    match proposal.tool.as_str() {
        "saveWeeklyPlan" => {
            if let Ok(plan) = serde_json::from_value::<PlanPreview>(preview()) {
                fill_plan(card, plan, units);
            }
        }
        "updateProfile" => {
            if let Ok(profile) = serde_json::from_value::<profile::ProfilePreview>(preview()) {
                profile::fill(card, &profile, units);
            }
        }
        "logSet" => {
            if let Ok(set) = serde_json::from_value::<SetPreview>(preview()) {
                fill_set(card, &set, units);
            }
        }
        "swapExercise" => {
            if let Ok(swap) = serde_json::from_value::<SwapPreview>(preview()) {
                card.days = vec![swapped(swap, units)];
            }
        }
        _ => {}
    }
}

/// What goes and what comes.
fn swapped(swap: SwapPreview, units: Units) -> DayChange {
    let goes = match swap.sets_logged {
        0 => String::new(),
        many => texts::with("proposal-stay-logged", &[("n", many.into())]),
    };
    let sets = swap.replacement.sets.len();
    let load = swap.replacement.sets.first().and_then(|set| set.weight_kg).filter(|kg| *kg > 0.0);
    let comes = match load {
        Some(kg) => {
            let numbers = [("n", sets.into()), ("weight", words::weight(kg, units).into())];
            texts::with("proposal-sets-with", &numbers)
        }
        None => words::count(sets, "count-sets"),
    };
    DayChange {
        title: texts::say("proposal-in-workout").to_owned(),
        removed: vec![ChangeLine { name: swap.exercise, detail: goes }],
        added: vec![ChangeLine { name: swap.replacement.name, detail: comes }],
        ..DayChange::default()
    }
}

fn fill_plan(card: &mut ProposalCard, plan: PlanPreview, units: Units) {
    card.warnings = plan.warnings.into_iter().map(|warning| warning.message).collect();
    card.fields.extend(split_change(&plan.diff));
    card.days = plan.diff.days.into_iter().map(day_change).collect();
    card.muscles = balance(&plan.diff.sets_per_muscle);
    card.balanced = card.muscles.is_empty();
    if let Some(futures) = plan.futures {
        card.weeks = futures.weeks;
        card.charts = charts::of(&futures, units);
    }
}

/// The split, where it changes.
#[must_use]
pub fn split_change(diff: &PlanDiff) -> Option<FieldChange> {
    let split = diff.split.as_ref()?;
    let (from, to) = (words::split(split.from.as_str()), words::split(split.to.as_str()));
    Some(FieldChange { name: texts::say("proposal-split").to_owned(), from, to })
}

/// What goes and what comes on a day, once it is worded.
#[must_use]
pub fn day_change(diff: DayDiff) -> DayChange {
    let line = |line: ExerciseLine| {
        let parts = [Some(line.prescription), line.note];
        ChangeLine { name: line.name, detail: parts.into_iter().flatten().collect::<Vec<_>>().join(", ") }
    };
    let changed = diff.changed.into_iter().map(|change| {
        let fields = change.fields.iter().map(|field| format!("{} → {}", field.from, field.to));
        ChangeLine { name: change.name, detail: fields.collect::<Vec<_>>().join("; ") }
    });
    let mut said = match diff.change.as_str() {
        "added" => vec![texts::say("proposal-day-new").to_owned()],
        "removed" => vec![texts::say("proposal-day-goes").to_owned()],
        _ => Vec::new(),
    };
    if let Some(weekday) = diff.weekday {
        let from = weekday.from.map(|from| words::plain(from.as_str()));
        let to = weekday.to.map(|to| words::plain(to.as_str()));
        said.push(match (from, to) {
            (Some(from), Some(to)) => {
                texts::with("proposal-day-from-to", &[("from", from.into()), ("to", to.into())])
            }
            (None, Some(to)) => texts::with("proposal-day-on", &[("weekday", to.into())]),
            (Some(from), None) => texts::with("proposal-day-was-on", &[("weekday", from.into())]),
            (None, None) => String::new(),
        });
    }
    if let Some(focus) = diff.focus {
        said.push(texts::with("proposal-day-was", &[("focus", focus.from.into())]));
    }
    if said.is_empty() && diff.removed.is_empty() && diff.added.is_empty() {
        said.push(texts::say("proposal-day-same").to_owned());
    }
    if diff.reordered {
        said.push(texts::say("proposal-day-reordered").to_owned());
    }
    DayChange {
        title: diff.title,
        words: said.join(", "),
        removed: diff.removed.into_iter().map(line).collect(),
        added: diff.added.into_iter().map(line).collect(),
        changed: changed.collect(),
    }
}

/// The muscles whose weekly sets change.
#[must_use]
pub fn balance(rows: &[MuscleSets]) -> Vec<Balance> {
    let moved: Vec<&MuscleSets> = rows.iter().filter(|row| (row.before - row.after).abs() > 0.01).collect();
    let most = moved.iter().map(|row| row.before.max(row.after)).fold(1.0, f64::max);
    let part = |sets: f64| units::number((sets / most * 100.0).clamp(0.0, 100.0), 1);
    let row = |row: &&MuscleSets| Balance {
        name: words::plain(row.muscle.as_str()),
        before: words::number(row.before, 1),
        after: words::number(row.after, 1),
        before_width: part(row.before),
        after_width: part(row.after),
    };
    moved.iter().map(row).collect()
}

fn fill_set(card: &mut ProposalCard, set: &SetPreview, units: Units) {
    let detail = match (set.reps, set.duration_seconds) {
        (_, Some(seconds)) => sets::lifted(set.weight_kg, &[seconds], true),
        (Some(reps), None) => sets::lifted(set.weight_kg, &[reps.into()], false),
        (None, None) => words::weight(set.weight_kg, units),
    };
    let of = [("exercise", set.exercise.as_str().into()), ("n", set.set_index.into())];
    let name = match set.kind {
        SetKind::Warmup => texts::with("proposal-warmup-line", &of),
        _ => texts::with("proposal-set-line", &of),
    };
    let line = ChangeLine { name, detail };
    card.days = vec![DayChange {
        title: set.because.clone().unwrap_or_default(),
        added: vec![line],
        ..DayChange::default()
    }];
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::wording::{Wording, within};

    fn proposal(tool: &str, preview: Value) -> Proposal {
        Proposal {
            id: "p1".into(),
            run_id: None,
            conversation_id: None,
            session_id: None,
            tool: tool.into(),
            args: json!({}),
            preview,
            digest: "d".into(),
            status: ProposalStatus::Proposed,
            expires_at: Timestamp::from_second(1_000).unwrap(),
            resource: "plan".into(),
            base_version: "1".into(),
            reason: None,
            result: None,
            created_at: Timestamp::UNIX_EPOCH,
        }
    }

    fn shown(tool: &str, preview: Value) -> ProposalCard {
        card(&proposal(tool, preview), Timestamp::from_second(1).unwrap(), &TimeZone::UTC, Units::Kg)
    }

    #[test]
    fn a_change_of_the_profile_reads_from_and_to() {
        let card = shown(
            "updateProfile",
            json!({"changes": [
                {"field": "days_per_week", "from": 3, "to": 4},
                {"field": "equipment", "from": ["barbell", "pull_up_bar"], "to": []},
                {"field": "limitations", "from": [], "to": [{"pattern": "knee", "note": "stairs"}]},
            ]}),
        );
        let rows: Vec<_> =
            card.fields.iter().map(|row| (row.name.as_str(), row.from.as_str(), row.to.as_str())).collect();
        assert_eq!(
            rows,
            [
                ("Days per week", "3", "4"),
                ("Equipment", "Barbell, Pull-up bar", "none"),
                ("Limitations", "none", "Knee (stairs)"),
            ]
        );
        assert!(card.open);
    }

    #[test]
    fn a_plan_stored_before_there_were_futures_still_shows() {
        let diff = json!({"split": null, "days": [], "sets_per_muscle": [{"muscle": "chest", "before": 8.0, "after": 10.0}]});
        let old = json!({"lines": [], "diff": diff, "warnings": [], "reason": null});
        let card = shown("saveWeeklyPlan", old.clone());
        assert_eq!((card.muscles.len(), card.charts.len()), (1, 0));
        let line = json!([{"exercise_id": "barbell-row", "name": "Barbell row", "measure": "kg", "values": [60.0, 62.5]}]);
        let mut new = old;
        new["futures"] = json!({"weeks": 2, "success": line, "mixed": line, "miss": line});
        let card = shown("saveWeeklyPlan", new);
        assert_eq!((card.muscles.len(), card.charts.len(), card.weeks), (1, 1, 2));
    }

    #[test]
    fn a_preview_of_another_shape_shows_its_title() {
        for preview in [json!(null), json!([1]), json!({"diff": 3}), json!({"changes": "x"})] {
            for tool in ["saveWeeklyPlan", "updateProfile", "logSet", "swapExercise", "other"] {
                assert!(!shown(tool, preview.clone()).title.is_empty());
            }
        }
    }

    #[test]
    fn notes_that_come_and_go_are_lines() {
        let note = |text: &str| json!({"id": "n", "text": text, "source": "coach"});
        let card = shown(
            "updateProfile",
            json!({"changes": [{"field": "notes", "from": [note("a"), note("b")], "to": [note("b"), note("c")]}]}),
        );
        let names = |lines: &[ChangeLine]| lines.iter().map(|line| line.name.clone()).collect::<Vec<_>>();
        assert!(card.fields.is_empty());
        assert_eq!(
            (names(&card.days[0].removed), names(&card.days[0].added)),
            (vec!["a".to_owned()], vec!["c".to_owned()])
        );
    }

    #[test]
    fn pounds_are_for_numbers_and_not_for_what_a_note_says() {
        let written = |weight_kg, note| {
            let set = json!({"reps_min": 5, "reps_max": 5, "weight_kg": weight_kg, "rpe": null});
            json!({"timed": false, "sets": [set], "rest_seconds": null, "group": null, "note": note})
        };
        let fields = json!([{"field": "weight"}, {"field": "note"}]);
        let values = json!({"from": written(60.0, None), "to": written(70.0, Some("the 20 kg bar"))});
        let diff = json!({"day": "Day1", "title": "A", "change": "changed", "weekday": null, "focus": null, "removed": [],
            "added": [{"exercise_id": "row", "name": "Row", "values": written(20.0, Some("20 kg"))}],
            "changed": [{"exercise_id": "bench", "name": "Bench", "fields": fields, "values": values}],
            "reordered": false});
        let diff: DayDiff = serde_json::from_value(diff).unwrap();
        let pounds = Wording { units: Units::Lb, ..Wording::default() };
        let shown = day_change(within(pounds, || diff.worded()));
        assert_eq!(shown.changed[0].detail, "132.3 lb → 154.3 lb; no note → note “the 20 kg bar”");
        let added = "1 set of 5 reps with 44.1 lb, its own rest, note “20 kg”";
        assert_eq!(shown.added[0].detail, added);
    }

    #[test]
    fn what_could_not_be_done_is_told_in_the_persons_units() {
        let mut failed = proposal("logSet", json!({}));
        failed.status = ProposalStatus::Failed;
        failed.result = Some(json!({"message": "The load may be 60 kg at most."}));
        let card = card(&failed, Timestamp::UNIX_EPOCH, &TimeZone::UTC, Units::Lb);
        assert!(card.outcome.ends_with("The load may be 132.3 lb at most."), "{}", card.outcome);
    }

    #[test]
    fn a_swap_shows_what_goes_and_what_comes() {
        let set = json!({"reps_min": 5, "reps_max": 8, "weight_kg": 40.0, "rpe": 8.0});
        let new = json!({"exercise_id": "leg-press", "name": "Leg press", "group": null, "rest_seconds": 120,
                         "note": null, "sets": [set, set]});
        let card = shown(
            "swapExercise",
            json!({"exercise": "Barbell back squat", "sets_logged": 1, "replacement": new}),
        );
        let line = |lines: &[ChangeLine]| (lines[0].name.clone(), lines[0].detail.clone());
        assert_eq!(
            line(&card.days[0].removed),
            ("Barbell back squat".to_owned(), "1 set stays logged".to_owned())
        );
        assert_eq!(line(&card.days[0].added), ("Leg press".to_owned(), "2 sets with 40 kg".to_owned()));
    }

    #[test]
    fn a_proposal_past_its_time_cannot_be_decided_on() {
        let late = card(
            &proposal("logSet", json!({})),
            Timestamp::from_second(2_000).unwrap(),
            &TimeZone::UTC,
            Units::Kg,
        );
        assert!(!late.open);
        assert_eq!(late.outcome, "Its time is over. Nothing was changed.");
    }
}

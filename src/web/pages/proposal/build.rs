//! From a proposal to a card. Its body is the tool's own; a preview that is not understood shows its
//! title alone: what it would do can still be read in the coach's words, and declined.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Deserialize as _;
use serde_json::Value;

use super::view::{Link, ProposalCard};
use crate::agents::tools::ToolSpec;
use crate::domain::profile::Units;
use crate::domain::proposal::{Proposal, ProposalStatus};
use crate::domain::reason::Reason;
use crate::web::pages::{charts, words};
use crate::wording::{self, Word as _, texts};

/// The card of a proposal at a moment.
#[must_use]
pub fn card(proposal: &Proposal, now: Timestamp, zone: &TimeZone, units: Units) -> ProposalCard {
    let proposal = &proposal.clone().worded();
    let (tool, open) = (ToolSpec::named(&proposal.tool), proposal.is_open(now));
    let body = tool.and_then(|tool| tool.card(&proposal.preview, units)).unwrap_or_default();
    ProposalCard {
        id: proposal.id.clone(),
        run_id: proposal.run_id.clone().unwrap_or_default(),
        digest: proposal.digest.clone(),
        status: proposal.status.as_str(),
        open,
        title: tool.map_or_else(|| texts::say("proposal-other").to_owned(), |tool| tool.say("title")),
        until: until(proposal.expires_at, zone),
        outcome: outcome(proposal, tool),
        link: tool.and_then(link).filter(|_| proposal.status == ProposalStatus::Executed),
        expires_ms: proposal.expires_at.as_millisecond(),
        warnings: body.warnings,
        fields: body.fields,
        days: body.days,
        muscles: body.muscles,
        balanced: body.balanced,
        weeks: body.futures.as_ref().map_or(0, |futures| futures.weeks),
        charts: body.futures.map(|futures| charts::of(&futures, units)).unwrap_or_default(),
        editable: tool.filter(|_| open).map(|tool| tool.fields(&proposal.args, units)).unwrap_or_default(),
    }
}

fn until(moment: Timestamp, zone: &TimeZone) -> String {
    texts::with("proposal-until", &[("moment", words::moment(moment, zone).into())])
}

fn outcome(proposal: &Proposal, tool: Option<&ToolSpec>) -> String {
    let text = match (proposal.status, tool) {
        (ProposalStatus::Proposed | ProposalStatus::Expired, _) => texts::say("proposal-expired"),
        (ProposalStatus::Executed, Some(tool)) => return tool.say("executed"),
        (ProposalStatus::Executed, None) => texts::say("proposal-confirmed"),
        (ProposalStatus::Declined, _) => texts::say("proposal-declined"),
        (ProposalStatus::Superseded, _) => texts::say("proposal-superseded"),
        (ProposalStatus::Failed, _) => return failed(proposal.result.as_ref()),
    };
    text.to_owned()
}

/// Where what was done can be seen.
fn link(tool: &ToolSpec) -> Option<Link> {
    Some(Link { href: tool.seen_at()?, words: tool.say("seen-at") })
}

/// Why it failed; what was recorded before there were reasons has a sentence alone.
fn failed(result: Option<&Value>) -> String {
    let of = |name| result.and_then(|result| result.get(name));
    let reason = of("reason").and_then(|reason| Reason::deserialize(reason).ok());
    let message = reason.map_or_else(
        || of("message").and_then(Value::as_str).unwrap_or_default().to_owned(),
        |reason| wording::reason(&reason),
    );
    format!("{} {message}", texts::say("proposal-failed")).trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::agents::tools::TOOLS;
    use crate::domain::plan_diff::DayDiff;
    use crate::wording::change::{ChangeLine, day_change};
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
            for tool in TOOLS.iter().map(|tool| tool.name).chain(["other"]) {
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
    fn what_could_not_be_done_is_told_in_the_persons_units_and_an_old_sentence_as_it_was() {
        let pounds = Wording { units: Units::Lb, ..Wording::default() };
        for (result, told) in [
            (
                json!({"message": "x", "reason": {"code": "set_load_range", "most_kg": 60.0}}),
                "0 to 132.3 lb.",
            ),
            (json!({"message": "The load may be 60 kg at most."}), "The load may be 60 kg at most."),
        ] {
            let mut failed = proposal("logSet", json!({}));
            failed.status = ProposalStatus::Failed;
            failed.result = Some(result);
            let card = within(pounds, || card(&failed, Timestamp::UNIX_EPOCH, &TimeZone::UTC, Units::Lb));
            assert!(card.outcome.ends_with(told), "{}", card.outcome);
        }
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

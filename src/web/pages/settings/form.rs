//! The profile as its form sends it. What is no number is reported; ranges are the profile's own.

use std::collections::BTreeMap;

use super::item::Item;
use crate::domain::exercise::{Contraindication, Equipment, Pattern};
use crate::domain::field_error::FieldError;
use crate::domain::language::Language;
use crate::domain::loads::default_spec;
use crate::domain::profile::{
    Experience, Goal, KnownLift, Limitation, LoadSpec, Profile, Spared, SplitPreference, Units, Weekday,
};
use crate::reason;
use crate::web::pages::form::Fields;
use crate::web::pages::words::{load, plain, to_kg};
use crate::wording::{self, numbers, texts};

/// Equipment that carries a load.
pub const LOADED: [Equipment; 5] =
    [Equipment::Barbell, Equipment::Dumbbell, Equipment::Kettlebell, Equipment::Cable, Equipment::Machine];

struct Reading<'a> {
    form: &'a Fields,
    errors: Vec<FieldError>,
}

impl Reading<'_> {
    fn wrong(&mut self, pointer: &str, text: &str) {
        self.errors.push(FieldError::new(pointer, "invalid", reason!("form_not_a_number", text = text)));
    }

    fn number(&mut self, name: &str, pointer: &str) -> Option<f64> {
        self.form.number(name).unwrap_or_else(|text| {
            self.wrong(pointer, &text);
            None
        })
    }

    fn whole<T: std::str::FromStr>(&mut self, name: &str, pointer: &str) -> Option<T> {
        self.form.whole(name).unwrap_or_else(|text| {
            self.wrong(pointer, &text);
            None
        })
    }
}

/// The profile that the form describes, on top of the one before, and what could not be read.
pub fn profile(before: &Profile, form: &Fields) -> (Profile, Vec<FieldError>) {
    let mut read = Reading { form, errors: Vec::new() };
    let units = Units::parse(form.text("units")).unwrap_or(before.units);
    // Loads and bodyweight were typed in the units that the page was shown in.
    let shown = before.units;
    let days: Vec<Weekday> = form.all("weekdays").filter_map(Weekday::parse).collect();
    let gear: Vec<Equipment> = form.all("equipment").filter_map(Equipment::parse).collect();
    let spoken = language(before, form).unwrap_or_else(|error| {
        read.errors.push(error);
        before.language
    });
    let profile = Profile {
        experience: Experience::parse(form.text("experience")).unwrap_or(before.experience),
        goal: Goal::parse(form.text("goal")).unwrap_or(before.goal),
        days_per_week: read.whole("days_per_week", "/days_per_week").unwrap_or(before.days_per_week),
        weekdays: Some(days).filter(|days| !days.is_empty()),
        session_minutes: read.whole("session_minutes", "/session_minutes").unwrap_or(before.session_minutes),
        equipment: gear,
        split_preference: SplitPreference::parse(form.text("split_preference"))
            .unwrap_or(before.split_preference),
        bodyweight_kg: bodyweight(&mut read, before, shown),
        birth_year: read.whole("birth_year", "/birth_year"),
        units,
        language: spoken,
        time_zone: form.some("time_zone").unwrap_or_else(|| before.time_zone.clone()),
        limitations: limitations(before, form),
        loads: loads(&mut read, before, shown),
        known_lifts: known_lifts(&mut read, before, shown),
        notes: before.notes.clone(),
    };
    (profile, read.errors)
}

/// The languages, each by its own name, and the browser's choice before them.
pub fn languages(profile: &Profile) -> Vec<Item> {
    let spoken = Language::all().map(|language| Item {
        value: language.tag(),
        label: texts::within(language, "language-name", &[]),
        chosen: profile.language == Some(language),
    });
    let label = texts::say("settings-language-auto").to_owned();
    std::iter::once(Item { value: "auto", label, chosen: profile.language.is_none() }).chain(spoken).collect()
}

/// The language that was chosen; none leaves it to the browser. A page without the choice changes nothing.
///
/// # Errors
/// A language that is not spoken here.
pub fn language(before: &Profile, form: &Fields) -> Result<Option<Language>, FieldError> {
    let chosen = match form.text("language") {
        "" => return Ok(before.language),
        "auto" => return Ok(None),
        chosen => chosen,
    };
    let known = Language::all().find(|language| language.tag() == chosen);
    let unknown = || reason!("form_language_unknown", text = chosen);
    known.map(Some).ok_or_else(|| FieldError::new("/language", "unknown_variant", unknown()))
}

/// Unchanged text keeps the exact value, whatever the units round it to.
fn bodyweight(read: &mut Reading<'_>, before: &Profile, units: Units) -> Option<f64> {
    let typed = read.number("bodyweight", "/bodyweight_kg")?;
    let kept = before.bodyweight_kg.filter(|kg| load(*kg, units) == read.form.text("bodyweight"));
    Some(kept.unwrap_or_else(|| to_kg(typed, units)))
}

/// What is chosen; the note on what was chosen before stays with it.
fn limitations(before: &Profile, form: &Fields) -> Vec<Limitation> {
    let parts = form.all("limitations").filter_map(Contraindication::parse).map(Spared::Body);
    let movements = form.all("movements").filter_map(Pattern::parse).map(Spared::Movement);
    let kept = |pattern| before.limitations.iter().find(|old| old.pattern == pattern).cloned();
    movements
        .chain(parts)
        .map(|pattern| kept(pattern).unwrap_or(Limitation { pattern, note: None }))
        .collect()
}

/// Those that are kept, and a new one that was typed; it takes the place of an older word on its exercise.
fn known_lifts(read: &mut Reading<'_>, before: &Profile, units: Units) -> Vec<KnownLift> {
    let form = read.form;
    let dropped: Vec<&str> = form.all("lift_drop").collect();
    let mut lifts: Vec<KnownLift> = before.known_lifts.clone();
    lifts.retain(|lift| !dropped.contains(&lift.exercise_id.as_str()));
    let weight = read.number("lift_weight", "/known_lifts/weight_kg");
    let reps = read.whole::<u16>("lift_reps", "/known_lifts/reps");
    let exercise_id = form.text("lift_exercise").to_owned();
    if let (false, Some(reps)) = (exercise_id.is_empty(), reps) {
        lifts.retain(|lift| lift.exercise_id != exercise_id);
        lifts.push(KnownLift { exercise_id, weight_kg: to_kg(weight.unwrap_or_default(), units), reps });
    }
    lifts
}

/// Plates as typed, in pairs; what was not touched stays exact.
fn plates(read: &mut Reading<'_>, name: &str, old: Option<&[f64]>, units: Units) -> Option<Vec<f64>> {
    let text = read.form.text(name).to_owned();
    if text.is_empty() {
        return None;
    }
    if let Some(old) = old.filter(|old| super::lifts::plates(old, units) == text) {
        return Some(old.to_vec());
    }
    // White space or a semicolon parts plates, and a comma within what they part is a decimal's; where
    // there are only commas, they part, unless the person's language writes decimals with them.
    let spaced = text.contains([';', ' ', '\t']) || numbers::decimal() == ",";
    let parts = text.split(move |mark: char| mark == ';' || mark.is_whitespace() || (!spaced && mark == ','));
    let mut plates = Vec::new();
    for part in parts.map(|part| part.trim_matches(',')).filter(|part| !part.is_empty()) {
        match part.replace(',', ".").parse::<f64>() {
            Ok(one) if one.is_finite() => plates.push(to_kg(one, units)),
            _ => read.wrong("/loads/plates", part),
        }
    }
    Some(plates)
}

fn loads(read: &mut Reading<'_>, before: &Profile, units: Units) -> BTreeMap<Equipment, LoadSpec> {
    let mut loads = before.loads.clone();
    for equipment in LOADED {
        let at = format!("/loads/{equipment}");
        let least = read.number(&format!("load_min.{equipment}"), &format!("{at}/min_kg"));
        let step = read.number(&format!("load_step.{equipment}"), &format!("{at}/step_kg"));
        let old = before.loads.get(&equipment);
        let known = old.and_then(|old| old.plates_kg.as_deref());
        let typed = plates(read, &format!("load_plates.{equipment}"), known, units);
        if least.is_none() && step.is_none() && typed.is_none() {
            loads.remove(&equipment);
            continue;
        }
        let usual = default_spec(equipment, units);
        let exact = |typed: Option<f64>, old: Option<f64>, usual: f64| match (typed, old) {
            (None, _) => usual,
            (Some(typed), Some(old)) if (to_kg(typed, units) - old).abs() < 0.03 => old,
            (Some(typed), _) => to_kg(typed, units),
        };
        loads.insert(
            equipment,
            LoadSpec {
                min_kg: exact(least, old.map(|old| old.min_kg), usual.min_kg),
                step_kg: exact(step, old.map(|old| old.step_kg), usual.step_kg),
                plates_kg: typed.or(usual.plates_kg),
            },
        );
    }
    loads
}

/// `Session minutes: This must be between 20 and 180.`
pub fn in_words(error: &FieldError) -> String {
    let field = error.pointer.trim_start_matches('/').split('/').filter(|part| part.parse::<u32>().is_err());
    let name = field.collect::<Vec<_>>().join(", ").replace("_kg", "");
    let message = wording::reason(&error.reason);
    if name.is_empty() { message } else { format!("{}: {message}", plain(&name)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bytes::Bytes;

    fn read(before: &Profile, text: &'static str) -> (Profile, Vec<FieldError>) {
        profile(before, &Fields::read(Bytes::from_static(text.as_bytes())))
    }

    #[test]
    fn the_form_changes_what_it_names() {
        let (after, errors) = read(
            &Profile::default(),
            "experience=advanced&goal=strength&days_per_week=4&session_minutes=75&equipment=barbell&equipment=bench\
             &bodyweight=82%2C5&units=kg&time_zone=Europe/Berlin&limitations=knee&load_min.dumbbell=4&load_step.dumbbell=2",
        );
        assert_eq!(errors, []);
        assert_eq!(
            (after.experience, after.goal, after.days_per_week),
            (Experience::Advanced, Goal::Strength, 4)
        );
        assert_eq!(after.equipment, [Equipment::Barbell, Equipment::Bench]);
        assert_eq!(after.bodyweight_kg, Some(82.5));
        assert_eq!(after.limitations.len(), 1);
        assert_eq!(
            after.loads.get(&Equipment::Dumbbell).map(|spec| (spec.min_kg, spec.step_kg)),
            Some((4.0, 2.0))
        );
        assert_eq!(after.check(), []);
    }

    #[test]
    fn plates_movements_and_lifts_are_read_and_what_is_untouched_stays() {
        let lift = KnownLift { exercise_id: "pull-up".into(), weight_kg: 0.0, reps: 8 };
        let knee = Limitation { pattern: Spared::Body(Contraindication::Knee), note: Some("left".into()) };
        let before =
            Profile { known_lifts: vec![lift], limitations: vec![knee.clone()], ..Profile::default() };
        let (after, errors) = read(
            &before,
            "load_min.barbell=15&load_plates.barbell=20%2C+10%2C+2.5&limitations=knee&movements=lunge\
             &lift_exercise=barbell-back-squat&lift_weight=80&lift_reps=5",
        );
        assert_eq!(errors, []);
        let bar = after.loads.get(&Equipment::Barbell).unwrap();
        assert_eq!((bar.min_kg, bar.plates_kg.as_deref()), (15.0, Some([20.0, 10.0, 2.5].as_slice())));
        assert_eq!(after.limitations.last(), Some(&knee));
        assert_eq!(after.limitations.len(), 2);
        let ids: Vec<_> = after.known_lifts.iter().map(|lift| lift.exercise_id.as_str()).collect();
        assert_eq!(ids, ["pull-up", "barbell-back-squat"]);
        for (typed, plates) in [
            ("load_plates.barbell=45+25+2%2C5", [45.0, 25.0, 2.5]),
            ("load_plates.barbell=45%2C25%2C5", [45.0, 25.0, 5.0]),
            ("load_plates.barbell=45%3B+25%3B+2%2C5", [45.0, 25.0, 2.5]),
            ("load_plates.barbell=45%2C+25%2C+2%2C5", [45.0, 25.0, 2.5]),
        ] {
            let (after, errors) = read(&before, typed);
            assert_eq!(errors, [], "{typed}");
            let bar = after.loads.get(&Equipment::Barbell).unwrap();
            assert_eq!(bar.plates_kg.as_deref(), Some(plates.as_slice()), "{typed}");
        }
        let (after, errors) = read(&before, "load_plates.barbell=20%2C+many&lift_drop=pull-up");
        assert_eq!(errors.len(), 1);
        assert!(after.known_lifts.is_empty());
    }

    #[test]
    fn what_is_no_number_is_told_and_nothing_else_is_lost() {
        let (after, errors) =
            read(&Profile::default(), "days_per_week=many&bodyweight=x&birth_year=199x&goal=strength");
        let pointers: Vec<_> = errors.iter().map(|error| error.pointer.as_str()).collect();
        assert_eq!(pointers, ["/days_per_week", "/bodyweight_kg", "/birth_year"]);
        assert_eq!(after.goal, Goal::Strength);
        assert_eq!(in_words(&errors[0]), "Days per week: “many” is not a number.");
    }

    #[test]
    fn an_untouched_weight_in_pounds_stays_exact() {
        let before = Profile { units: Units::Lb, bodyweight_kg: Some(80.0), ..Profile::default() };
        let (after, _) = read(&before, "bodyweight=176.4&units=lb");
        assert_eq!(after.bodyweight_kg, Some(80.0));
        let (after, _) = read(&before, "bodyweight=180&units=lb");
        assert!((after.bodyweight_kg.unwrap() - 81.6466).abs() < 0.001);
    }
}

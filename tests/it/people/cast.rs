//! Who trains: five by name, and as many others as asked for, as different as people are.

use spotter::domain::catalogue::Catalogue;
use spotter::domain::exercise::Equipment;
use spotter::domain::generator;
use spotter::domain::lifter::{Attendance, Lifter, RpeHabit};
use spotter::domain::plan::{PlanDoc, PlannedDay, PlannedExercise, PlannedSet, Split};
use spotter::domain::profile::{Experience, Goal, KnownLift, Profile, Weekday};

use super::gym::Person;

const RAISE: &str = "dumbbell-lateral-raise";
const PRESS: &str = "overhead-press";

/// The five of whom rules like these were known to make a mess, then others.
pub fn people(n: u64) -> Vec<Person> {
    let named = [light_dumbbell(), empty_bar(), silent(), always_hard(), fortnightly()];
    named.into_iter().chain((0..n.saturating_sub(5)).map(anyone)).collect()
}

fn generated(name: &str, profile: Profile, lifter: Lifter, weight: f64) -> Person {
    let plan = generator::generate(&profile, &Catalogue::embedded(), 2026).plan;
    Person { name: name.to_owned(), profile, plan, lifter, weight }
}

/// A day, twice or three times a week, of one exercise.
fn only(id: &str, (low, high): (u16, u16), weekdays: &[Weekday]) -> PlanDoc {
    let set = PlannedSet { reps_min: low, reps_max: high, weight_kg: None, rpe: Some(8.0) };
    let days = weekdays.iter().enumerate().map(|(at, weekday)| PlannedDay {
        day: format!("Day{}", at + 1),
        focus: "One lift".to_owned(),
        weekday: Some(*weekday),
        exercises: vec![PlannedExercise {
            exercise_id: id.to_owned(),
            group: None,
            rest_seconds: None,
            note: None,
            sets: vec![set.clone(); 3],
        }],
    });
    PlanDoc { split: Split::Custom, days: days.collect() }
}

fn home(experience: Experience) -> Profile {
    Profile {
        experience,
        goal: Goal::Hypertrophy,
        days_per_week: 3,
        session_minutes: 60,
        equipment: vec![Equipment::Barbell, Equipment::Dumbbell, Equipment::Bench, Equipment::PullUpBar],
        bodyweight_kg: Some(70.0),
        ..Profile::default()
    }
}

/// A lateral raise with 4 kg, and the next dumbbell has 6.
fn light_dumbbell() -> Person {
    let known = KnownLift { exercise_id: RAISE.to_owned(), weight_kg: 4.0, reps: 12 };
    let profile = Profile { known_lifts: vec![known], ..home(Experience::Beginner) };
    let raise = Catalogue::embedded().get(RAISE).unwrap().clone();
    let lifter = Lifter::typical(11).built(60.0, Experience::Beginner).with_strength(&raise, 5.8);
    let plan = only(RAISE, (10, 15), &[Weekday::Monday, Weekday::Thursday]);
    Person { name: "4 kg lateral raise".to_owned(), profile, plan, lifter, weight: 60.0 }
}

/// Cannot press the empty bar eight times.
fn empty_bar() -> Person {
    let press = Catalogue::embedded().get(PRESS).unwrap().clone();
    let lifter = Lifter::typical(12).built(58.0, Experience::Beginner).with_strength(&press, 22.0);
    let plan = only(PRESS, (8, 12), &[Weekday::Monday, Weekday::Wednesday, Weekday::Friday]);
    Person {
        name: "misses at the bar".to_owned(),
        profile: home(Experience::Beginner),
        plan,
        lifter,
        weight: 58.0,
    }
}

fn silent() -> Person {
    let lifter = Lifter::typical(13).built(82.0, Experience::Intermediate).never_gives_rpe();
    generated("never gives an RPE", home(Experience::Intermediate), lifter, 82.0)
}

fn always_hard() -> Person {
    let lifter = Lifter::typical(14).built(75.0, Experience::Intermediate).always_says_9_5();
    generated("always says 9.5", home(Experience::Intermediate), lifter, 75.0)
}

fn fortnightly() -> Person {
    let lifter = Lifter::typical(15).built(80.0, Experience::Beginner).trains_every_n_days(14);
    generated("every 14 days", home(Experience::Beginner), lifter, 80.0)
}

/// Picks by a hash, so that the same number is the same person on every machine.
struct Dice(u64);

impl Dice {
    fn next(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[usize::try_from(self.next(from.len() as u64)).unwrap()]
    }

    #[expect(clippy::cast_precision_loss, reason = "a thousand steps")]
    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.next(1001) as f64 / 1000.0
    }
}

const ROOMS: [&[Equipment]; 6] = {
    use Equipment::{Band, Barbell, Bench, Cable, DipBars, Dumbbell, Kettlebell, Machine, PullUpBar};
    [
        &[Barbell, Dumbbell, Kettlebell, Cable, Machine, PullUpBar, Bench, DipBars],
        &[Barbell, Dumbbell, Bench, PullUpBar],
        &[Dumbbell, Bench],
        &[Cable, Machine],
        &[Band, PullUpBar],
        &[Kettlebell, PullUpBar, DipBars],
    ]
};

fn anyone(number: u64) -> Person {
    let mut dice = Dice(number.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0xC0FF_EE00);
    let experience = dice.pick(Experience::ALL);
    let room = dice.pick(&ROOMS);
    let weight = dice.between(50.0, 110.0).round();
    let profile = Profile {
        experience,
        goal: dice.pick(Goal::ALL),
        days_per_week: u8::try_from(2 + dice.next(5)).unwrap(),
        session_minutes: dice.pick(&[45, 60, 75, 90]),
        equipment: room.to_vec(),
        bodyweight_kg: (dice.next(10) > 0).then_some(weight),
        ..Profile::default()
    };
    let rpe = match dice.next(10) {
        0 => RpeHabit::Never,
        1 => RpeHabit::Always(dice.pick(&[7.0, 8.0, 9.0, 9.5, 10.0])),
        _ => RpeHabit::Judged {
            bias: dice.between(-1.0, 1.0),
            spread: dice.between(0.2, 1.0),
            missing: dice.between(0.0, 0.5),
        },
    };
    let attendance = match dice.next(15) {
        0 => Attendance::EveryDays(u16::try_from(3 + dice.next(14)).unwrap()),
        _ => Attendance::Planned { missed: dice.between(0.0, 0.3) },
    };
    let lifter = Lifter::typical(1000 + number).built(weight, experience).judging(rpe).attending(attendance);
    let room = room.iter().map(|one| one.as_str()).collect::<Vec<_>>().join("+");
    let name = format!(
        "#{number} {experience:?} {:?} {}d {room} {rpe:?} {attendance:?}",
        profile.goal, profile.days_per_week
    );
    generated(&name, profile, lifter, weight)
}

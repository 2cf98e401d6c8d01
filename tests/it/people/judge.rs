//! Looks at half a year as a coach would: who got stronger, what jumped, what looped, what stood still.

use std::fmt;

use spotter::domain::progression::RangeKey;
use spotter::domain::session::Rule;

use super::gym::{Story, Turn};

/// A lift is looked at from so many sessions on.
const FEWEST: usize = 8;
/// Eight weeks, and what counts as their beginning, days.
const WINDOW: i64 = 56;
const BEGINNING: i64 = 14;
/// Strength rose: by what the chart gives two repetitions, more than a day's form hides.
const ROSE: f64 = 1.06;
/// A pause lowers loads, days.
const PAUSE: i64 = 14;

/// What half a year came to.
pub struct Verdict {
    pub people: usize,
    pub main_lifts: usize,
    pub rose: usize,
    pub mean_rise: f64,
    pub people_rose: usize,
    pub weeks: usize,
    pub weeks_in_band: usize,
    pub weeks_planned_in_band: usize,
    pub decisions: [usize; 5],
    pub jumps: Vec<String>,
    pub loops: Vec<String>,
    pub stuck: Vec<String>,
}

impl Verdict {
    pub fn of(stories: &[Story]) -> Self {
        let mut verdict = Self {
            people: stories.len(),
            main_lifts: 0,
            rose: 0,
            mean_rise: 0.0,
            people_rose: 0,
            weeks: 0,
            weeks_in_band: 0,
            weeks_planned_in_band: 0,
            decisions: [0; 5],
            jumps: Vec::new(),
            loops: Vec::new(),
            stuck: Vec::new(),
        };
        for story in stories {
            verdict.add(story);
        }
        verdict.mean_rise /= f64::from(u32::try_from(verdict.main_lifts.max(1)).unwrap());
        verdict
    }

    fn add(&mut self, story: &Story) {
        let (mut rose, mut of) = (0, 0);
        for (key, (main, turns)) in &story.lifts {
            for turn in turns {
                let rule = Rule::ALL.iter().position(|rule| *rule == turn.decision.rule).unwrap();
                self.decisions[rule] += 1;
            }
            let who = format!("{}: {} {}-{}", story.name, key.exercise_id, key.reps_min, key.reps_max);
            self.jumps.extend(turns.iter().filter(|turn| is_jump(key, turn)).map(|turn| show(&who, turn)));
            self.loops.extend(deload_loop(turns).map(|turn| trace(&who, turns, turn)));
            self.stuck.extend(stuck(turns).map(|turn| trace(&who, turns, turn)));
            if let Some(rise) = rise(turns).filter(|_| *main) {
                of += 1;
                rose += usize::from(rise > 1.0);
                self.mean_rise += rise - 1.0;
            }
        }
        self.main_lifts += of;
        self.rose += rose;
        self.people_rose += usize::from(rose * 2 > of);
        self.weeks(story);
    }

    fn weeks(&mut self, story: &Story) {
        let inside = |sets: f64| sets >= story.band.0 - 1e-9 && sets <= story.band.1 + 1e-9;
        for week in &story.weeks {
            for (muscle, planned) in &story.planned {
                self.weeks += 1;
                self.weeks_planned_in_band += usize::from(inside(*planned));
                self.weeks_in_band += usize::from(inside(week.get(muscle).copied().unwrap_or(0.0)));
            }
        }
    }
}

fn show(who: &str, turn: &Turn) -> String {
    let said = |rpe: Option<f64>| rpe.map_or(String::new(), |rpe| format!("@{rpe}"));
    let sets: Vec<String> =
        turn.sets.iter().map(|(kg, count, rpe)| format!("{kg}x{count}{}", said(*rpe))).collect();
    let (from, next) = (turn.decision.from.weight_kg, turn.decision.next.weight_kg);
    format!(
        "{who}, day {}: asked {} did {} -> {} {}, strength {:.1}",
        turn.day,
        from.unwrap_or_default(),
        sets.join(" "),
        turn.decision.rule,
        next.unwrap_or_default(),
        turn.strength
    )
}

/// The eight weeks that led there, a line a session.
fn trace(who: &str, turns: &[Turn], until: &Turn) -> String {
    let window = turns.iter().filter(|turn| (until.day - WINDOW..=until.day).contains(&turn.day));
    window.fold(format!("{who}\n"), |text, turn| text + &show("", turn) + "\n")
}

/// How the most trained lift of someone went, a line every few sessions.
pub fn tell(story: &Story) -> String {
    let (key, (_, turns)) = story.lifts.iter().max_by_key(|(_, (_, turns))| turns.len()).unwrap();
    let shown = turns.iter().step_by(turns.len() / 12 + 1);
    shown.fold(format!("{}: {}\n", story.name, key.exercise_id), |text, turn| text + &show("", turn) + "\n")
}

/// More than 10% above what was asked for: only one step after repetitions first, what stood before a
/// pause, or the ramp of a range without history.
fn is_jump(key: &RangeKey, turn: &Turn) -> bool {
    let within = |kg: f64, of: f64| kg <= of.max(turn.before_pause) * 1.1 + 0.01;
    let reps_first = turn.sets.iter().all(|(_, count, _)| *count > u32::from(key.reps_max));
    let one_step = turn.decision.rule == Rule::Advance && turn.next <= turn.step + 0.01 && reps_first;
    let earned = within(turn.next, turn.asked.max(turn.lightest)) || one_step;
    !(turn.ramping || within(turn.hardest, turn.asked) && earned)
}

/// The third deload of a lift without an advance between.
fn deload_loop(turns: &[Turn]) -> impl Iterator<Item = &Turn> {
    let mut running = 0;
    turns.iter().filter(move |turn| {
        match turn.decision.rule {
            Rule::Deload => running += 1,
            Rule::Advance => running = 0,
            Rule::Hold | Rule::Return | Rule::Manual => {}
        }
        turn.decision.rule == Rule::Deload && running == 3
    })
}

/// Load and repetitions of a session, the heavier first.
fn performance(turn: &Turn) -> (f64, u32) {
    let at = |kg: f64| {
        turn.sets.iter().filter(move |(own, ..)| (own - kg).abs() < 0.03).map(|(_, count, _)| *count)
    };
    let kg = turn.decision.from.weight_kg.unwrap_or(0.0);
    (turn.lifted, at(kg).max().unwrap_or(0) + at(kg).sum::<u32>())
}

/// What a session came to, load and repetitions in one number: the mean of all sets.
fn score(turn: &Turn) -> f64 {
    let sets = turn.totals.iter().zip(&turn.sets);
    let sum: f64 = sets.map(|(total, (_, count, _))| total * (1.0 + f64::from(*count) / 30.0)).sum();
    sum / f64::from(u32::try_from(turn.sets.len().max(1)).unwrap())
}

/// The ends of eight weeks in which strength rose, and neither load nor repetitions did, though it is
/// enough for more than what is done and no variation was offered.
fn stuck(turns: &[Turn]) -> impl Iterator<Item = &Turn> {
    let mut after = i64::MIN;
    let turns: Vec<&Turn> = turns.iter().filter(|turn| !turn.ramping).collect();
    // Who always pauses does not pause.
    let paused = |window: &[&Turn]| window.windows(2).filter(|two| two[1].day - two[0].day >= PAUSE).count();
    let often = paused(&turns) * 2 > turns.len();
    (0..turns.len()).filter_map(move |at| {
        let last = turns[at];
        let window: Vec<&Turn> =
            turns[..=at].iter().filter(|turn| turn.day >= last.day - WINDOW).copied().collect();
        // A deload begins anew; that it does not come again and again is looked at above.
        let since = window.iter().rposition(|turn| turn.decision.rule == Rule::Deload).map_or(0, |at| at + 1);
        let window = &window[since..];
        if !often && paused(window) > 0 {
            return None;
        }
        let first = *window.first()?;
        let (early, late): (Vec<&&Turn>, Vec<&&Turn>) =
            window.iter().partition(|turn| turn.day <= first.day + BEGINNING);
        if first.day > last.day - WINDOW + BEGINNING / 2 || first.day < after || late.len() < 3 {
            return None;
        }
        let strength = early.last()?.strength;
        let best = |turns: &[&&Turn]| {
            turns.iter().map(|turn| performance(turn)).max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)))
        };
        let (before, now) = (best(&early)?, best(&late)?);
        let top = |turns: &[&&Turn]| turns.iter().map(|turn| score(turn)).fold(0.0, f64::max);
        let progressed = now.0 > before.0 + 0.01
            || (now.0 > before.0 - 0.01 && now.1 > before.1)
            || top(&late) > top(&early) * 1.005
            || late.iter().any(|turn| turn.offered);
        let is_stuck = !progressed && last.able && last.strength > strength * ROSE;
        if is_stuck {
            after = last.day;
        }
        is_stuck.then_some(last)
    })
}

/// The mean of the last three estimates to that of three early ones, once the load was found.
fn rise(turns: &[Turn]) -> Option<f64> {
    let known: Vec<f64> = turns.iter().filter(|turn| !turn.ramping).filter_map(|turn| turn.e1rm).collect();
    let mean = |some: &[f64]| some.iter().sum::<f64>() / 3.0;
    (known.len() >= FEWEST).then(|| mean(&known[known.len() - 3..]) / mean(&known[..3]))
}

/// Bends a true story so that every fault is in it.
pub fn bend(story: &mut Story) {
    let (_, turns) = story.lifts.values_mut().max_by_key(|(_, turns)| turns.len()).unwrap();
    let model = turns[0].clone();
    for (at, turn) in turns.iter_mut().enumerate() {
        turn.sets.clone_from(&model.sets);
        turn.lifted = model.lifted;
        turn.totals.clone_from(&model.totals);
        turn.offered = false;
        turn.ramping = false;
        turn.able = true;
        turn.day = i64::try_from(at).unwrap() * 4;
        turn.strength = model.strength * 1.01_f64.powi(i32::try_from(at).unwrap());
    }
    turns[1].next = turns[1].asked.max(turns[1].before_pause) * 2.0;
    turns[1].ramping = false;
    for at in [2, 4, 6] {
        turns[at].decision.rule = Rule::Deload;
        turns[at + 1].decision.rule = Rule::Hold;
    }
    turns[3].decision.rule = Rule::Hold;
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = |some: usize, of: usize| some * 1000 / of.max(1);
        let tenth = |value: usize| format!("{}.{}%", value / 10, value % 10);
        writeln!(f, "{} people", self.people)?;
        writeln!(
            f,
            "e1RM rose in {} of {} main lifts ({}), {:+.1}% in the mean; in most main lifts of {} people ({})",
            self.rose,
            self.main_lifts,
            tenth(percent(self.rose, self.main_lifts)),
            self.mean_rise * 100.0,
            self.people_rose,
            tenth(percent(self.people_rose, self.people))
        )?;
        writeln!(
            f,
            "weeks of a muscle inside its band {} ({} by plan), of {}",
            tenth(percent(self.weeks_in_band, self.weeks)),
            tenth(percent(self.weeks_planned_in_band, self.weeks)),
            self.weeks
        )?;
        for (rule, n) in Rule::ALL.iter().zip(self.decisions) {
            write!(f, "{rule} {n}, ")?;
        }
        writeln!(f)?;
        write!(
            f,
            "jumps over 10% {}, deload loops {}, stuck for 8 weeks {}",
            self.jumps.len(),
            self.loops.len(),
            self.stuck.len()
        )
    }
}

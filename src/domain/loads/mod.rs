//! What can be loaded: the rungs of a bar, a rack of dumbbells or a stack; and what a pound is.
//! Knows nothing of repetitions or of who lifts.

use super::exercise::{Equipment, Exercise};
use super::profile::{LoadSpec, Profile, Units};
use super::set_bounds::MOST_KG;

/// Kilograms in a pound, by definition.
pub const KG_PER_LB: f64 = 0.453_592_37;

/// Two loads nearer than this are the same load, kilograms. Finer than the least plate and coarser
/// than what rounding a display leaves behind.
pub const SAME_KG: f64 = 0.025;

/// The most that one side of a bar is thought of, in units of 10 g.
const MOST_UNITS: u32 = 50_000;

/// Plates of one bar that are looked at; a profile holds no more.
const MOST_PLATES: usize = 20;

/// What is assumed of a kind of equipment when the profile does not say, kilograms: a gym's of the
/// person's units, as where loads are read in pounds the gear is made in pounds.
///
/// A step of 0 means that there is nothing to add: bands are not weighed, and a floor exercise
/// gets no load until the profile has a `bodyweight` entry (a vest). Bars to hang from take a belt.
#[must_use]
pub fn default_spec(equipment: Equipment, units: Units) -> LoadSpec {
    match units {
        Units::Kg => metric(equipment),
        Units::Lb => imperial(equipment),
    }
}

/// Gear that is made in pounds.
fn imperial(equipment: Equipment) -> LoadSpec {
    let (least, step) = match equipment {
        Equipment::Barbell => (45.0, 5.0),
        Equipment::Dumbbell => (5.0, 5.0),
        Equipment::Kettlebell | Equipment::Cable => (10.0, 5.0),
        Equipment::Machine => (10.0, 10.0),
        Equipment::PullUpBar | Equipment::DipBars => (0.0, 5.0),
        Equipment::Band | Equipment::Bodyweight | Equipment::Bench => (0.0, 0.0),
    };
    let plates_kg = (equipment == Equipment::Barbell).then(|| {
        let pairs = [vec![45.0; 6], vec![35.0, 25.0, 10.0, 5.0, 2.5]].concat();
        pairs.into_iter().map(|pounds: f64| pounds * KG_PER_LB).collect()
    });
    LoadSpec { min_kg: least * KG_PER_LB, step_kg: step * KG_PER_LB, plates_kg }
}

fn metric(equipment: Equipment) -> LoadSpec {
    let (min_kg, step_kg) = match equipment {
        Equipment::Barbell => (20.0, 2.5),
        Equipment::Dumbbell => (2.0, 2.0),
        Equipment::Kettlebell => (4.0, 4.0),
        Equipment::Cable => (5.0, 2.5),
        Equipment::Machine => (5.0, 5.0),
        Equipment::PullUpBar | Equipment::DipBars => (0.0, 2.5),
        Equipment::Band | Equipment::Bodyweight | Equipment::Bench => (0.0, 0.0),
    };
    let plates_kg = (equipment == Equipment::Barbell).then(usual_plates);
    LoadSpec { min_kg, step_kg, plates_kg }
}

/// A gym's rack: enough 25s for anyone, and one pair of each smaller plate.
fn usual_plates() -> Vec<f64> {
    let mut plates = vec![25.0; 6];
    plates.extend([20.0, 15.0, 10.0, 5.0, 2.5, 1.25]);
    plates
}

/// What this person can load for this exercise: their own entry, else the default. Benches and
/// bars to hang from take the entry for `bodyweight` if they have none of their own.
#[must_use]
pub fn spec_for(profile: &Profile, exercise: &Exercise) -> LoadSpec {
    let equipment = exercise.load_equipment();
    let own = profile.loads.get(&equipment).or_else(|| match equipment {
        Equipment::PullUpBar | Equipment::DipBars | Equipment::Bench => {
            profile.loads.get(&Equipment::Bodyweight)
        }
        _ => None,
    });
    own.cloned().unwrap_or_else(|| default_spec(equipment, profile.units))
}

impl LoadSpec {
    /// The least load, kilograms, whatever was written.
    #[must_use]
    pub fn least(&self) -> f64 {
        if self.min_kg.is_finite() { self.min_kg.clamp(0.0, MOST_KG) } else { 0.0 }
    }

    /// The greatest loadable weight that is not above `kg`; the least load where there is none.
    #[must_use]
    pub fn down(&self, kg: f64) -> f64 {
        let least = self.least();
        let kg = if kg.is_nan() { least } else { kg.clamp(least, MOST_KG.max(least)) };
        let step = self.step();
        if self.plates_kg.is_some() {
            self.rungs().into_iter().rfind(|rung| *rung <= kg + SAME_KG).unwrap_or(least)
        } else if step > 0.0 {
            tidy(((kg - least + SAME_KG) / step).floor().mul_add(step, least))
        } else {
            tidy(kg)
        }
    }

    /// The next loadable weight above `kg`; None where there is nothing to add.
    #[must_use]
    pub fn above(&self, kg: f64) -> Option<f64> {
        let least = self.least();
        if kg < least - SAME_KG {
            return Some(least);
        }
        if self.plates_kg.is_some() {
            return self.rungs().into_iter().find(|rung| *rung > kg + SAME_KG);
        }
        let step = self.step();
        let next = tidy(self.down(kg) + step);
        (step > 0.0 && next <= MOST_KG && kg.is_finite()).then_some(next)
    }

    /// The next loadable weight below `kg`; None at or below the least load.
    #[must_use]
    pub fn below(&self, kg: f64) -> Option<f64> {
        let least = self.least();
        if kg.is_nan() || kg <= least + SAME_KG {
            return None;
        }
        if self.plates_kg.is_none() && self.step() <= 0.0 {
            return Some(least);
        }
        Some(self.down(kg - 2.0 * SAME_KG))
    }

    /// The least loadable weight that is not below `kg`; the greatest where there is none.
    #[must_use]
    pub fn up(&self, kg: f64) -> f64 {
        let down = self.down(kg);
        if down >= kg - SAME_KG { down } else { self.above(kg).unwrap_or(down) }
    }

    /// The loadable weight nearest to `kg`; the lighter of two as near.
    #[must_use]
    pub fn nearest(&self, kg: f64) -> f64 {
        let down = self.down(kg);
        if down >= kg - SAME_KG {
            return down;
        }
        let up = self.above(kg).unwrap_or(down);
        if up - kg < kg - down { up } else { down }
    }

    /// Whether exactly this can be loaded.
    #[cfg(test)]
    pub(crate) fn is_loadable(&self, kg: f64) -> bool {
        (self.down(kg) - kg).abs() <= SAME_KG
    }

    /// The least change, kilograms; 0 where nothing can be added.
    fn step(&self) -> f64 {
        if (SAME_KG..=MOST_KG).contains(&self.step_kg) { self.step_kg } else { 0.0 }
    }

    /// Every load of a bar with these plates, at least one step apart, rising, the bar first.
    fn rungs(&self) -> Vec<f64> {
        let least = self.least();
        let step = self.step();
        let mut rungs = vec![least];
        let mut kept = least;
        for sum in self.side_sums() {
            let rung = 2.0f64.mul_add(kilograms(sum), least);
            // A little short of a step still counts: plates in pounds are not exact in kilograms.
            if rung - kept >= step.mul_add(0.98, SAME_KG / 2.0) && rung <= MOST_KG {
                kept = rung;
                rungs.push(tidy(rung));
            }
        }
        rungs
    }

    /// What one side can hold, in units of 10 g, rising. Every listed plate is one pair.
    fn side_sums(&self) -> Vec<u32> {
        let plates = self.plates_kg.iter().flatten().take(MOST_PLATES).filter_map(|kg| units(*kg));
        plates.fold(vec![0], |sums, plate| with_plate(&sums, plate))
    }
}

/// The sums without and with one plate more, rising and each once, up to the most there is. Both are
/// in order already, so they are merged.
fn with_plate(sums: &[u32], plate: u32) -> Vec<u32> {
    let heavier = sums.iter().map(|sum| sum.saturating_add(plate)).take_while(|sum| *sum <= MOST_UNITS);
    let (mut light, mut heavy) = (sums.iter().copied().peekable(), heavier.peekable());
    let mut both = Vec::with_capacity(sums.len() * 2);
    loop {
        match (light.peek().copied(), heavy.peek().copied()) {
            (Some(a), Some(b)) => {
                both.push(a.min(b));
                light.next_if(|sum| *sum <= b);
                heavy.next_if(|sum| *sum <= a);
            }
            (Some(_), None) => both.extend(light.by_ref()),
            (None, Some(_)) => both.extend(heavy.by_ref()),
            (None, None) => return both,
        }
    }
}

/// Ten-gram units of a plate; None for one that is no plate.
fn units(kg: f64) -> Option<u32> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0.01 and 500 kg: fits and is positive"
    )]
    (0.01..=MOST_KG / 2.0).contains(&kg).then(|| (kg * 100.0).round() as u32)
}

fn kilograms(units: u32) -> f64 {
    f64::from(units) / 100.0
}

/// Takes the noise of binary fractions off a weight.
fn tidy(kg: f64) -> f64 {
    (kg * 1e6).round() / 1e6
}

#[cfg(test)]
mod tests;

//! Keeping a day within the person's minutes: isolation goes first, then sets, then whole lifts
//! down to one. What room is left is filled again where it helps most.

use super::template::Role;
use super::volume::{self, FEWEST, delta};
use super::week::{Entry, Week};

/// Trims every day to `limit` seconds, then uses what room is left.
pub fn fit(week: &mut Week<'_>, limit: u64) {
    for day in 0..week.days() {
        while week.seconds(day) > limit {
            let Some((at, sets)) = next_cut(week, day) else { break };
            week.set(at, sets);
        }
    }
    volume::balance(week, Some(limit));
}

/// What to give up next on a day: of the first kind there is any of, the one missed least.
fn next_cut(week: &Week<'_>, day: usize) -> Option<(usize, u8)> {
    let several = week.open(day).count() > 1;
    let isolation = |entry: &Entry<'_>| several && entry.role == Role::Isolation;
    let spare_set = |entry: &Entry<'_>| entry.sets > FEWEST;
    let assist = |entry: &Entry<'_>| several && entry.role == Role::Assist;
    let any = |_: &Entry<'_>| several;
    let last_sets = |entry: &Entry<'_>| entry.sets > 1;
    cheapest(week, day, isolation, |_| 0)
        .or_else(|| cheapest(week, day, spare_set, |sets| sets - 1))
        .or_else(|| cheapest(week, day, assist, |_| 0))
        .or_else(|| cheapest(week, day, any, |_| 0))
        .or_else(|| cheapest(week, day, last_sets, |sets| sets - 1))
}

/// Among a day's exercises that qualify, the one whose cut costs the week least; later ones on a
/// tie.
fn cheapest(
    week: &Week<'_>,
    day: usize,
    qualifies: impl Fn(&Entry<'_>) -> bool,
    to: impl Fn(u8) -> u8,
) -> Option<(usize, u8)> {
    let all = week.entries.iter().enumerate();
    let open = all.filter(|(_, entry)| entry.day == day && entry.sets > 0 && qualifies(entry));
    let cuts = open.map(|(at, entry)| (delta(week, entry, to(entry.sets)), at, to(entry.sets)));
    let best = cuts.reduce(|best, cut| if cut.0 <= best.0 { cut } else { best });
    best.map(|(_, at, sets)| (at, sets))
}

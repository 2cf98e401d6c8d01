//! On which days of the week: the person's own, else spread so that rest lies between.

use crate::domain::profile::Weekday;
use crate::domain::reason::Reason;
use crate::reason;

/// The weekdays for `days` training days, in calendar order, with a note if the person's own did
/// not match their number.
pub fn choose(own: Option<&[Weekday]>, days: u8) -> (Vec<Weekday>, Option<Reason>) {
    let wanted = usize::from(days);
    let mut chosen = own.unwrap_or_default().to_vec();
    chosen.sort_unstable();
    chosen.dedup();
    let given = chosen.len();
    if given > wanted {
        chosen = thinned(&chosen, wanted);
    }
    let filling = spread(days).iter().chain(Weekday::ALL);
    for &weekday in filling {
        if chosen.len() < wanted && !chosen.contains(&weekday) {
            chosen.push(weekday);
        }
    }
    chosen.sort_unstable();
    let note = (given > 0 && given != wanted).then(|| mismatch(given, wanted, &chosen));
    (chosen, note)
}

fn mismatch(given: usize, wanted: usize, chosen: &[Weekday]) -> Reason {
    let weekdays: Vec<_> = chosen.iter().map(|weekday| weekday.as_str()).collect();
    reason!("note_weekdays", given = given, wanted = wanted, weekdays = weekdays)
}

/// `wanted` of the days, evenly picked.
fn thinned(days: &[Weekday], wanted: usize) -> Vec<Weekday> {
    (0..wanted).filter_map(|at| days.get(at * days.len() / wanted.max(1)).copied()).collect()
}

const fn spread(days: u8) -> &'static [Weekday] {
    use Weekday::{Friday, Monday, Saturday, Thursday, Tuesday, Wednesday};
    match days {
        0..=2 => &[Monday, Thursday],
        3 => &[Monday, Wednesday, Friday],
        4 => &[Monday, Tuesday, Thursday, Friday],
        5 => &[Monday, Tuesday, Wednesday, Friday, Saturday],
        _ => &[Monday, Tuesday, Wednesday, Thursday, Friday, Saturday],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};

    #[test]
    fn own_days_are_kept_and_others_spread() {
        type Case<'a> = (Option<&'a [Weekday]>, u8, Vec<Weekday>, bool);
        let cases: [Case<'_>; 7] = [
            (None, 2, vec![Monday, Thursday], false),
            (None, 3, vec![Monday, Wednesday, Friday], false),
            (None, 6, vec![Monday, Tuesday, Wednesday, Thursday, Friday, Saturday], false),
            (Some(&[Sunday, Tuesday]), 2, vec![Tuesday, Sunday], false),
            (Some(&[Sunday, Sunday]), 2, vec![Monday, Sunday], true),
            (Some(&[Monday, Tuesday, Wednesday, Thursday]), 2, vec![Monday, Wednesday], true),
            (Some(&[]), 3, vec![Monday, Wednesday, Friday], false),
        ];
        for (own, days, weekdays, noted) in cases {
            let (chosen, note) = choose(own, days);
            assert_eq!((chosen, note.is_some()), (weekdays, noted), "{own:?} {days}");
        }
        let (six, _) = choose(Some(&[Saturday, Sunday]), 6);
        assert_eq!(six, [Monday, Tuesday, Wednesday, Thursday, Saturday, Sunday]);
    }
}

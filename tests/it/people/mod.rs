//! Simulated people through the real rules: the generator's plan, the loads that stand, the engine's
//! next set, what a body makes of it, what the progression decides. No server, no database.

mod cast;
mod gym;
mod judge;

use std::thread;

use gym::{Person, Story};
use judge::Verdict;

/// Half a year.
const WEEKS: i64 = 26;
/// How many people; `SPOTTER_TORTURE=1` trains them all.
const ALL: u64 = 200;
const SOME: u64 = 40;

/// Everyone's half year, on as many threads as there are cores.
fn train(people: Vec<Person>) -> Vec<Story> {
    let lanes = thread::available_parallelism().map_or(2, std::num::NonZero::get);
    let mut shares: Vec<Vec<(usize, Person)>> = (0..lanes).map(|_| Vec::new()).collect();
    for (at, person) in people.into_iter().enumerate() {
        shares[at % lanes].push((at, person));
    }
    let train = |share: Vec<(usize, Person)>| {
        thread::spawn(|| share.into_iter().map(|(at, one)| (at, one.train(WEEKS))).collect::<Vec<_>>())
    };
    let threads: Vec<_> = shares.into_iter().map(train).collect();
    let mut stories: Vec<_> = threads.into_iter().flat_map(|one| one.join().unwrap()).collect();
    stories.sort_by_key(|(at, _)| *at);
    stories.into_iter().map(|(_, story)| story).collect()
}

#[test]
fn half_a_year_of_simulated_people() {
    #[expect(clippy::disallowed_methods, reason = "the test command's own switch")]
    let torture = std::env::var_os("SPOTTER_TORTURE").is_some();
    let began = std::time::Instant::now();
    let stories = train(cast::people(if torture { ALL } else { SOME }));
    let verdict = Verdict::of(&stories);
    println!("{verdict}\nin {:?}", began.elapsed());
    for story in stories.iter().take(5) {
        println!("{}", judge::tell(story));
    }
    for fault in verdict.jumps.iter().chain(&verdict.loops).chain(&verdict.stuck) {
        println!("{fault}");
    }
    for story in &stories {
        assert!(story.sessions > 8, "{} hardly trained", story.name);
    }
    assert!(verdict.rose * 100 >= verdict.main_lifts * 80, "the rules do not make people stronger");
    assert!(verdict.weeks_in_band * 2 >= verdict.weeks, "most weeks are outside the bands");
    assert!(verdict.jumps.is_empty(), "jumps, see above");
    assert!(verdict.loops.is_empty(), "deload loops, see above");
    assert!(verdict.stuck.is_empty(), "stuck lifts, see above");
}

/// The figures above can fail: people whose training is bent are found out.
#[test]
fn a_jump_a_loop_and_a_stuck_lift_are_seen() {
    let mut story = train(cast::people(6)).pop().unwrap();
    let clean = Verdict::of(std::slice::from_ref(&story));
    assert!(clean.jumps.is_empty() && clean.loops.is_empty() && clean.stuck.is_empty(), "{clean}");
    judge::bend(&mut story);
    let bent = Verdict::of(std::slice::from_ref(&story));
    assert!(!bent.jumps.is_empty() && !bent.loops.is_empty() && !bent.stuck.is_empty(), "{bent}");
}

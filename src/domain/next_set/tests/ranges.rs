//! An exercise that is prescribed in more than one range.

use super::*;

/// One heavy set of 3–5 and two back-off sets of 8–12, with what stands for each range.
fn mixed() -> (Prescribed, LoadStates) {
    let set = |reps_min, reps_max, kg| PlannedSet { reps_min, reps_max, weight_kg: Some(kg), rpe: Some(8.0) };
    let squat = Prescribed {
        sets: vec![set(3, 5, 100.0), set(8, 12, 70.0), set(8, 12, 70.0)],
        ..planned("squat", 0, None, None)
    };
    let state = |reps_min, reps_max, kg: f64, memory: Memory| {
        let point = LoadPoint { weight_kg: Some(kg), reps_min, reps_max, rpe: Some(8.0) };
        let memory = Memory { last_kg: Some(kg), ..memory };
        let state = LoadState { memory, ..LoadState::new(point, Rule::Hold, Some(minute(0))) };
        (RangeKey { exercise_id: "squat".to_owned(), reps_min, reps_max }, state)
    };
    let heavy = Memory { last_counts: vec![4], extra_reps: 5, lowered_bottom: Some(1), ..Memory::default() };
    let light = Memory { last_counts: vec![9, 11], ..Memory::default() };
    (squat, LoadStates::from([state(3, 5, 100.0, heavy), state(8, 12, 70.0, light)]))
}

#[test]
fn every_set_reads_what_its_own_range_remembers() {
    let (squat, states) = mixed();
    let warm = "squat 40x5w, squat 60x3w, squat 80x2w";
    let heavy = format!("{warm}, squat 100x5@8");
    let light = format!("{heavy}, squat 70x10@8");
    call(
        std::slice::from_ref(&squat),
        &states,
        &[
            (warm, "squat 1 working 100x5"),
            (&heavy, "squat 2 working 70x10"),
            (&light, "squat 3 working 70x12"),
            // Under its own bottom, which is not the other range's.
            (&format!("{heavy}, squat 70x7@8"), "squat 3 working 67.5x8"),
        ],
    );
    let first = next(std::slice::from_ref(&squat), &log(warm), &states);
    assert_eq!(first.because, "Last time 4: one more rep a set, up to 10.");
    // A range that is new is ramped as such, whatever the other one knows.
    let (mut squat, mut states) = mixed();
    states.retain(|key, _| key.reps_min == 3);
    for set in &mut squat.sets {
        set.rpe = None;
    }
    let open = format!("{warm}, squat 100x5, squat 70x10");
    call(std::slice::from_ref(&squat), &states, &[(&open, "squat 3 amrap 70x12")]);
}

#[test]
fn the_last_set_of_a_new_range_is_open_ended_wherever_it_stands() {
    let (mut squat, mut states) = mixed();
    states.retain(|key, _| key.reps_min == 8);
    for set in &mut squat.sets {
        set.rpe = None;
    }
    let warm = "squat 40x5w, squat 60x3w, squat 80x2w";
    call(
        std::slice::from_ref(&squat),
        &states,
        &[(warm, "squat 1 amrap 100x5"), (&format!("{warm}, squat 100x5"), "squat 2 working 70x10")],
    );
}

//! What can happen, in any order, and how often it does.

use proptest::prelude::*;
use proptest_state_machine::ReferenceStateMachine;

/// What the coach's model does in one turn.
#[derive(Debug, Clone, Copy)]
pub enum Turn {
    /// Speaks.
    Talk,
    /// Reads, then speaks.
    Read,
    /// Proposes one change of the profile.
    Change,
    /// Two gated calls and a read in one step.
    TwoChanges,
    /// The same call again after whatever was decided.
    Insist,
    /// Proposes a plan.
    Plan,
    /// Proposes, and falls silent in the middle of what it says after the decision.
    ChangeThenHang,
    /// Falls silent in the middle of a sentence.
    Hang,
    /// Its stream is cut.
    Cut,
    /// Wrong calls only.
    Nonsense,
}

/// What the copilot's model does in one turn.
#[derive(Debug, Clone, Copy)]
pub enum Beside {
    /// Says why.
    Why,
    /// Proposes the suggested set with one repetition more.
    Log,
    /// Proposes another exercise.
    Swap,
    /// A set and a swap in one step.
    Both,
    /// Falls silent in the middle of a sentence.
    Hang,
}

/// How a proposal is declined.
#[derive(Debug, Clone, Copy)]
pub enum Why {
    /// Without a word.
    Silent,
    /// With a reason.
    Reason,
    /// With a reason that is a red flag.
    Flag,
}

/// One thing that happens. A number picks among what there is.
#[derive(Debug, Clone, Copy)]
pub enum Op {
    Say(Turn),
    Ask(Beside),
    Confirm(usize),
    ConfirmTwice(usize),
    ConfirmLate(usize),
    /// Right after the profile was changed by hand, which by chance alone is too rare to be tried in each run.
    ConfirmMoved(usize),
    ConfirmAndDecline(usize),
    WrongDigest(usize),
    Edit(usize),
    EditBadly(usize),
    Decline(usize, Why),
    /// Minutes pass.
    Pass(i64),
    Crash,
    Restart,
    CancelCoach,
    CancelCopilot,
    Start,
    End,
    LogByHand,
    /// Logged without signal under the name of a proposal.
    Tap(usize),
    EditSet(usize),
    DeleteSet(usize),
    /// A red flag in a set's note.
    FlagInNote,
    ChangeProfile,
    ChangePlan,
    /// A red flag as a message.
    FlagInMessage,
    Resolve,
}

/// What the choice of the next thing depends on.
#[derive(Debug, Clone)]
pub struct Sketch {
    up: bool,
    session: bool,
    locked: bool,
}

/// The generator of sequences.
pub struct Anything;

impl ReferenceStateMachine for Anything {
    type State = Sketch;
    type Transition = Op;

    fn init_state() -> BoxedStrategy<Sketch> {
        Just(Sketch { up: true, session: false, locked: false }).boxed()
    }

    fn transitions(state: &Sketch) -> BoxedStrategy<Op> {
        let mut all = vec![(30, turn().prop_map(Op::Say).boxed()), (30, decision()), (9, around())];
        if state.session {
            all.push((22, beside()));
        } else {
            all.push((5, Just(Op::Start).boxed()));
        }
        if !state.locked {
            all.push((3, Just(Op::FlagInMessage).boxed()));
        }
        // A decline with a red flag may have locked without being known here.
        all.push((if state.locked { 18 } else { 2 }, Just(Op::Resolve).boxed()));
        all.push(if state.up { (6, Just(Op::Crash).boxed()) } else { (24, Just(Op::Restart).boxed()) });
        proptest::strategy::Union::new_weighted(all).boxed()
    }

    fn preconditions(state: &Sketch, op: &Op) -> bool {
        match op {
            Op::Crash => state.up,
            Op::Restart => !state.up,
            Op::Start => !state.session,
            Op::End | Op::Ask(_) | Op::LogByHand | Op::FlagInNote => state.session,
            _ => true,
        }
    }

    fn apply(mut state: Sketch, op: &Op) -> Sketch {
        match op {
            Op::Crash => state.up = false,
            Op::Restart => state.up = true,
            Op::Start => state.session = true,
            Op::End => state.session = false,
            Op::Resolve => state.locked = false,
            Op::FlagInMessage | Op::FlagInNote => state.locked = true,
            _ => {}
        }
        state
    }
}

fn turn() -> impl Strategy<Value = Turn> {
    prop_oneof![
        2 => Just(Turn::Talk),
        2 => Just(Turn::Read),
        9 => Just(Turn::Change),
        7 => Just(Turn::TwoChanges),
        5 => Just(Turn::Insist),
        2 => Just(Turn::Plan),
        3 => Just(Turn::ChangeThenHang),
        3 => Just(Turn::Hang),
        2 => Just(Turn::Cut),
        1 => Just(Turn::Nonsense),
    ]
}

fn decision() -> BoxedStrategy<Op> {
    let which = || 0..8_usize;
    let why = prop_oneof![4 => Just(Why::Silent), 4 => Just(Why::Reason), 1 => Just(Why::Flag)];
    prop_oneof![
        9 => which().prop_map(Op::Confirm),
        2 => which().prop_map(Op::ConfirmTwice),
        2 => which().prop_map(Op::ConfirmLate),
        5 => which().prop_map(Op::ConfirmMoved),
        2 => which().prop_map(Op::ConfirmAndDecline),
        2 => which().prop_map(Op::WrongDigest),
        3 => which().prop_map(Op::Edit),
        1 => which().prop_map(Op::EditBadly),
        6 => (which(), why).prop_map(|(at, why)| Op::Decline(at, why)),
    ]
    .boxed()
}

fn around() -> BoxedStrategy<Op> {
    prop_oneof![
        2 => Just(Op::Pass(10)),
        3 => Just(Op::Pass(16)),
        2 => Just(Op::Pass(25 * 60)),
        4 => Just(Op::CancelCoach),
        3 => Just(Op::ChangeProfile),
        1 => Just(Op::ChangePlan),
    ]
    .boxed()
}

fn beside() -> BoxedStrategy<Op> {
    let wish = prop_oneof![
        1 => Just(Beside::Why),
        4 => Just(Beside::Log),
        2 => Just(Beside::Swap),
        2 => Just(Beside::Both),
        1 => Just(Beside::Hang),
    ];
    let which = || 0..8_usize;
    prop_oneof![
        8 => wish.prop_map(Op::Ask),
        4 => Just(Op::LogByHand),
        3 => which().prop_map(Op::Tap),
        2 => which().prop_map(Op::EditSet),
        2 => which().prop_map(Op::DeleteSet),
        1 => Just(Op::FlagInNote),
        1 => Just(Op::End),
        2 => Just(Op::CancelCopilot),
    ]
    .boxed()
}

//! Gate and runs under random interleavings of all that can happen, against a plain book of what
//! must come of it. After every step: what was written is what was done by hand and what was
//! confirmed, each once; a proposal that was decided stays as it was decided; no run is stuck; every
//! history is one that a model may be sent; a session has at most one open suggestion.

mod book;
mod case;
mod ops;
mod play;
mod player;
mod train;

use std::cell::RefCell;
use std::ops::AddAssign;

use jiff::Timestamp;
use proptest::test_runner::{Config, TestRunner};
use proptest_state_machine::{ReferenceStateMachine as _, StateMachineTest};
use spotter::clock::Clock;
use spotter::domain::plan::PlanDoc;
use spotter::domain::proposal::ProposalStatus;
use spotter::service::{Core, accounts, plans};
use tokio::runtime::{Builder, Runtime};

use crate::support::app::START;
use crate::support::database::{Database, on_postgres, torture};
use crate::support::figures::figure;
use case::Case;
use ops::{Anything, Op, Sketch};

/// What all cases of one thread share.
struct Stage {
    core: Core,
    plan: PlanDoc,
    runtime: Runtime,
    sums: Sums,
    _database: Database,
}

thread_local! {
    static STAGE: RefCell<Option<Stage>> = const { RefCell::new(None) };
}

/// What happened in all cases together.
#[derive(Debug, Default, Clone, Copy)]
struct Sums {
    cases: usize,
    steps: usize,
    model_steps: u64,
    proposals: usize,
    confirms: usize,
    executed: usize,
    failed: usize,
    declined: usize,
    expired: usize,
    superseded: usize,
    restarts: u64,
}

impl AddAssign for Sums {
    fn add_assign(&mut self, more: Self) {
        self.cases += more.cases;
        self.steps += more.steps;
        self.model_steps += more.model_steps;
        self.proposals += more.proposals;
        self.confirms += more.confirms;
        self.executed += more.executed;
        self.failed += more.failed;
        self.declined += more.declined;
        self.expired += more.expired;
        self.superseded += more.superseded;
        self.restarts += more.restarts;
    }
}

impl Sums {
    fn of(case: &Case) -> Self {
        let count = |status| case.book.count(status);
        Self {
            cases: 1,
            steps: case.steps.len(),
            model_steps: case.player.asked(),
            proposals: case.book.known.len(),
            confirms: case.book.confirms,
            executed: count(ProposalStatus::Executed),
            failed: count(ProposalStatus::Failed),
            declined: count(ProposalStatus::Declined),
            expired: count(ProposalStatus::Expired),
            superseded: count(ProposalStatus::Superseded),
            restarts: case.restarts,
        }
    }
}

/// Runs on the stage of this thread.
fn on_stage<T>(work: impl AsyncFnOnce(&Core, &PlanDoc) -> T) -> T {
    STAGE.with_borrow(|stage| {
        let stage = stage.as_ref().expect("the stage is set");
        stage.runtime.block_on(work(&stage.core, &stage.plan))
    })
}

impl StateMachineTest for Case {
    type SystemUnderTest = Self;
    type Reference = Anything;

    fn init_test(_: &Sketch) -> Self {
        on_stage(async |core, plan| Self::begin(core.clone(), plan.clone()).await)
    }

    fn apply(mut case: Self, _: &Sketch, op: Op) -> Self {
        on_stage(async |_, _| case.play(op).await);
        case
    }

    fn teardown(case: Self, _: Sketch) {
        let sums = Sums::of(&case);
        on_stage(async |_, _| case.end().await);
        STAGE.with_borrow_mut(|stage| stage.as_mut().expect("the stage is set").sums += sums);
    }
}

impl Stage {
    fn set() -> Self {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let database = Database::new();
        let clock = Clock::fake(START.parse::<Timestamp>().unwrap());
        let (core, plan) = runtime.block_on(async {
            let core = spotter::app::open(&database.url, clock, true).await.unwrap();
            let someone = accounts::create(&core, "someone", None).await.unwrap().id;
            let mut conn = core.read().await.unwrap();
            let plan = plans::standing(&mut conn, &core, &someone).await.unwrap().doc;
            drop(conn);
            (core, plan)
        });
        Self { core, plan, runtime, sums: Sums::default(), _database: database }
    }
}

/// So many cases on a database of their own.
fn play(cases: u32) -> Sums {
    STAGE.set(Some(Stage::set()));
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 400, ..Config::default() };
    let sequences = Anything::sequential_strategy(4..18);
    let mut runner = TestRunner::new(config.clone());
    let outcome = runner.run(&sequences, |(state, ops, seen)| {
        Case::test_sequential(config.clone(), state, ops, seen);
        Ok(())
    });
    let stage = STAGE.take().expect("the stage is set");
    if let Err(broken) = outcome {
        panic!("{broken}");
    }
    stage.sums
}

#[test]
fn no_interleaving_slips_through_the_gate() {
    let cases = match (torture(), on_postgres()) {
        (true, _) => 10_000,
        (false, true) => 60,
        (false, false) => 200,
    };
    let sums = std::thread::scope(|scope| {
        let halves = [scope.spawn(|| play(cases / 2)), scope.spawn(|| play(cases / 2))];
        let mut sums = Sums::default();
        for half in halves {
            sums += half.join().expect("no law is broken");
        }
        sums
    });
    let on = if on_postgres() { "PostgreSQL" } else { "SQLite" };
    figure(&format!(
        "gate and runs under random interleavings on {on}: {} cases, {} steps, {} model steps, {} restarts; \
         {} proposals ({} executed, {} failed, {} declined, {} expired, {} superseded), {} confirms, \
         as many writes",
        sums.cases,
        sums.steps,
        sums.model_steps,
        sums.restarts,
        sums.proposals,
        sums.executed,
        sums.failed,
        sums.declined,
        sums.expired,
        sums.superseded,
        sums.confirms,
    ));
    for seen in [sums.confirms, sums.failed, sums.declined, sums.expired, sums.superseded] {
        assert!(seen > 0, "the cases try nothing: {sums:?}");
    }
}

//! Does one thing to the real system, with what the book says must come of it.

use jiff::SignedDuration;
use serde_json::{Value, json};
use spotter::agents::run::RunStatus;
use spotter::domain::plan::PlanSource;
use spotter::domain::rules::Author;
use spotter::service::precondition::IfMatch;
use spotter::service::{conversations, plans, profiles, sessions};

use super::book::Answer;
use super::case::Case;
use super::ops::{Beside, Op, Turn, Why};
use super::player::Step;

const FLAG: &str = "I have a crushing chest pain right now";

fn one(tool: &str, args: &Value) -> Step {
    Step::Call(vec![(tool.to_owned(), args.to_string())])
}

impl Case {
    /// Does it, waits until everything rests, and looks at the laws.
    pub async fn play(&mut self, op: Op) {
        self.steps.push(op);
        self.core.clock.advance(SignedDuration::from_millis(1));
        self.do_it(op).await;
        self.settle().await;
        self.check().await;
    }

    async fn do_it(&mut self, op: Op) {
        match op {
            Op::Say(turn) => self.say_to_coach(turn).await,
            Op::Ask(wish) => self.ask(wish).await,
            Op::Confirm(number) => self.confirm(number, 1).await,
            Op::ConfirmTwice(number) => self.confirm(number, 2).await,
            Op::ConfirmLate(number) => self.confirm_late(number).await,
            Op::ConfirmMoved(number) => {
                self.change_profile().await;
                self.confirm(number, 1).await;
            }
            Op::ConfirmAndDecline(number) => self.confirm_and_decline(number).await,
            Op::WrongDigest(number) => self.wrong_digest(number).await,
            Op::Edit(number) => self.edit(number).await,
            Op::EditBadly(number) => self.edit_badly(number).await,
            Op::Decline(number, why) => self.decline(number, why).await,
            Op::Pass(minutes) => self.core.clock.advance(SignedDuration::from_mins(minutes)),
            Op::Crash => self.crash().await,
            Op::Restart => self.restart().await,
            Op::CancelCoach => self.cancel(false).await,
            Op::CancelCopilot => self.cancel(true).await,
            Op::FlagInMessage => self.flag_in_message().await,
            Op::ChangeProfile => self.change_profile().await,
            Op::ChangePlan => self.change_plan().await,
            Op::Resolve => {
                let mut write = self.write().await;
                sessions::resume_coaching(&mut write).await.unwrap();
                write.commit().await.unwrap();
                self.book.locked = false;
            }
            Op::Start | Op::End | Op::LogByHand | Op::Tap(_) | Op::EditSet(_) | Op::DeleteSet(_) => {
                self.train(op).await;
            }
            Op::FlagInNote => self.log_by_hand(Some(FLAG)).await,
        }
    }

    async fn say_to_coach(&mut self, turn: Turn) {
        let change = json!({"session_minutes": self.minutes(), "reason": "as you wish"});
        let other = json!({"session_minutes": self.minutes()});
        let steps = match turn {
            Turn::Talk => vec![Step::Say],
            Turn::Read => vec![one("getProfile", &json!({})), Step::Say],
            Turn::Change => vec![one("updateProfile", &change)],
            Turn::TwoChanges => {
                let calls =
                    [("updateProfile", &change), ("getProfile", &json!({})), ("updateProfile", &other)];
                vec![Step::Call(calls.map(|(name, args)| (name.to_owned(), args.to_string())).to_vec())]
            }
            Turn::Insist => vec![one("updateProfile", &change), one("updateProfile", &change)],
            Turn::Plan => vec![one("saveWeeklyPlan", &self.plan_args())],
            Turn::ChangeThenHang => vec![one("updateProfile", &change), Step::Hang],
            Turn::Hang => vec![Step::Hang],
            Turn::Cut => vec![Step::Cut],
            Turn::Nonsense => vec![one("updateProfile", &json!({"days_per_week": "five"})); 3],
        };
        let chat = self.chat.clone();
        self.message(false, &chat, steps).await;
    }

    fn plan_args(&mut self) -> Value {
        let mut plan = self.plan.clone();
        plan.days[0].focus = format!("focus {}", self.next_number());
        json!({"split": plan.split, "days": plan.days, "reason": null})
    }

    /// A message is refused while coaching is stopped or a run is at work; what waits is overtaken.
    async fn message(&mut self, copilot: bool, conversation: &str, steps: Vec<Step>) {
        let now = self.now();
        let active = self.active(|going| going.conversation == conversation).await;
        let waiting = active.as_ref().map(|(going, status)| {
            let open = self
                .book
                .known
                .iter()
                .any(|known| known.is_open(now) && known.made.run_id.as_ref() == Some(&going.id));
            *status == RunStatus::Paused && open
        });
        let expected = match waiting {
            _ if self.book.locked => Answer::Locked,
            Some(false) => Answer::Conflict,
            Some(true) | None => Answer::Done,
        };
        let answer = self.tell(copilot, conversation, steps).await;
        assert_eq!(Answer::of(&answer), expected, "a message to a run that is {active:?}");
        if let (Answer::Done, Some((going, _))) = (expected, active) {
            self.book.supersede(now, |known| known.made.run_id.as_ref() == Some(&going.id));
        }
    }

    async fn ask(&mut self, wish: Beside) {
        let Some(session) = self.session.clone() else { return };
        let suggested = if self.book.locked { None } else { self.suggested().await };
        let log = suggested.map(|mut args| {
            if let Some(reps) = args["reps"].as_u64() {
                args["reps"] = (reps + 1).into();
            }
            args
        });
        let exercise = self.first_exercise().await;
        let swap = json!({"exercise_id": exercise, "replacement_id": "leg-press", "reason": null});
        let steps = match (wish, log) {
            (Beside::Log, Some(log)) => vec![one("logSet", &log)],
            (Beside::Both, Some(log)) => {
                let calls = [("swapExercise", &swap), ("logSet", &log)];
                vec![Step::Call(calls.map(|(name, args)| (name.to_owned(), args.to_string())).to_vec())]
            }
            (Beside::Swap, _) => vec![one("swapExercise", &swap)],
            (Beside::Hang, _) => vec![Step::Hang],
            _ => vec![one("suggestNextSet", &json!({})), Step::Say],
        };
        let mut write = self.write().await;
        let conversation = conversations::of_session(&mut write, &session).await.unwrap().id;
        write.commit().await.unwrap();
        self.message(true, &conversation, steps).await;
    }

    /// The same confirm so many times at once is one.
    async fn confirm(&mut self, number: usize, times: usize) {
        let Some(at) = self.book.pick(number, self.now()) else { return };
        self.confirm_at(at, times).await;
    }

    /// At the very moment at which it expires, before anything else has looked at the clock.
    async fn confirm_late(&mut self, number: usize) {
        let Some(at) = self.book.pick(number, self.now()) else { return };
        let left = self.book.known[at].made.expires_at.duration_since(self.now());
        if left.is_positive() {
            self.core.clock.advance(left);
        }
        self.confirm_at(at, 1).await;
    }

    async fn confirm_at(&mut self, at: usize, times: usize) {
        let now = self.now();
        let made = self.book.known[at].made.clone();
        let current = self.current(&made).await;
        let expected = self.book.confirm(at, &current, now);
        let all = (0..times).map(|_| self.agents.confirm(&self.user, &made.id, &made.digest));
        let answers = futures_util::future::join_all(all).await;
        for answer in &answers {
            let mut answer = Answer::of(answer);
            if answer == Answer::Rule && expected == Answer::Done && made.tool != "updateProfile" {
                // A rule that the book does not know: a load above the cap, a day above the minutes.
                self.book.confirmed(at, Answer::Rule, now);
                answer = expected;
            }
            assert_eq!(answer, expected, "confirming {:#?} at {current}", self.book.known[at]);
        }
        self.book.confirmed(at, expected, now);
    }

    /// One of the two wins.
    async fn confirm_and_decline(&mut self, number: usize) {
        let now = self.now();
        let Some(at) = self.book.pick(number, now) else { return };
        let made = self.book.known[at].made.clone();
        let current = self.current(&made).await;
        if !self.book.known[at].is_open(now) || self.book.confirm(at, &current, now) != Answer::Done {
            return self.confirm(number, 1).await;
        }
        let (confirmed, declined) = tokio::join!(
            self.agents.confirm(&self.user, &made.id, &made.digest),
            self.agents.decline(&self.user, &made.id, None)
        );
        match (Answer::of(&confirmed), Answer::of(&declined)) {
            (answer @ (Answer::Done | Answer::Rule), Answer::Conflict) => {
                self.book.confirmed(at, answer, now);
            }
            (Answer::Conflict, Answer::Done) => self.declined(at, Why::Silent),
            other => panic!("both or none: {other:?} of {made:#?}"),
        }
    }

    async fn wrong_digest(&self, number: usize) {
        let Some(at) = self.book.pick(number, self.now()) else { return };
        let made = &self.book.known[at].made;
        let digest = made.digest.chars().rev().collect::<String>();
        let answer = self.agents.confirm(&self.user, &made.id, &digest).await;
        assert_eq!(Answer::of(&answer), Answer::WrongDigest);
    }

    async fn edit(&mut self, number: usize) {
        let now = self.now();
        let Some(at) = self.book.pick(number, now) else { return };
        let made = self.book.known[at].made.clone();
        let args = match (made.tool.as_str(), made.args["reps"].as_u64()) {
            ("updateProfile", _) => json!({"session_minutes": self.minutes()}),
            ("logSet", Some(_)) => {
                let mut args = made.args.clone();
                args["reps"] = 3.into();
                args
            }
            _ => return,
        };
        let current = self.current(&made).await;
        let expected = self.book.edit(at, &current, now);
        let mut write = self.write().await;
        match self.agents.edit_in(&mut write, &made.id, &made.digest, &args).await {
            Ok(outcome) => {
                write.commit().await.unwrap();
                let done = outcome.publish(&self.agents).unwrap();
                assert_eq!(expected, Answer::Done, "an edit of {:#?}", self.book.known[at]);
                assert_ne!(done.id, made.id);
                self.book.supersede(now, |known| known.made.id == made.id);
                self.book.confirms += 1;
                if let ("logSet", Some(session)) = (made.tool.as_str(), &made.session_id) {
                    self.book.session_moved(session, now);
                }
            }
            Err(error) => {
                drop(write);
                let answer = Answer::of::<()>(&Err(error));
                // What it would now be tried on may refuse it before its base is looked at.
                assert!(answer == expected || expected == Answer::Stale, "{answer:?}, not {expected:?}");
            }
        }
    }

    async fn edit_badly(&mut self, number: usize) {
        let Some(at) = self.book.pick(number, self.now()) else { return };
        let made = self.book.known[at].made.clone();
        let mut write = self.write().await;
        let args = json!({"session_minutes": 9999, "exercise_id": "no-such"});
        let answer = self.agents.edit_in(&mut write, &made.id, &made.digest, &args).await;
        assert_ne!(Answer::of(&answer), Answer::Done);
    }

    async fn decline(&mut self, number: usize, why: Why) {
        let now = self.now();
        let Some(at) = self.book.pick(number, now) else { return };
        let expected = self.book.decline(at, now);
        let reason = match why {
            Why::Silent => None,
            Why::Reason => Some("not today"),
            Why::Flag => Some(FLAG),
        };
        let answer = self.agents.decline(&self.user, &self.book.known[at].made.id.clone(), reason).await;
        assert_eq!(Answer::of(&answer), expected);
        self.declined(at, why);
    }

    fn declined(&mut self, at: usize, why: Why) {
        let now = self.now();
        if self.book.known[at].is_open(now) {
            self.book.known[at].status = spotter::domain::proposal::ProposalStatus::Declined;
        }
        if matches!(why, Why::Flag) {
            self.book.flag(now);
        }
    }

    async fn cancel(&mut self, copilot: bool) {
        let Some((going, _)) = self.active(|going| going.copilot == copilot).await else { return };
        self.agents.cancel(&self.user, &going.id).await.unwrap();
        self.book.supersede(self.now(), |known| known.made.run_id.as_ref() == Some(&going.id));
    }

    async fn flag_in_message(&mut self) {
        let (now, active) = (self.now(), self.active(|going| !going.copilot).await);
        self.say(false, &self.chat, FLAG.to_owned()).await.unwrap();
        if let Some((going, _)) = active {
            self.book.supersede(now, |known| known.made.run_id.as_ref() == Some(&going.id));
        }
        self.book.flag(now);
    }

    async fn change_profile(&mut self) {
        let minutes = self.minutes();
        let mut write = self.write().await;
        let mut profile = profiles::load(&mut write.tx, &self.user).await.unwrap().profile;
        profile.session_minutes = u16::try_from(minutes).unwrap();
        profiles::replace(&mut write, profile, &IfMatch::Any).await.unwrap();
        write.commit().await.unwrap();
        self.book.profiles_by_hand += 1;
    }

    async fn change_plan(&mut self) {
        let mut plan = self.plan.clone();
        plan.days[0].focus = format!("my focus {}", self.next_number());
        let mut write = self.write().await;
        let done = plans::save(&mut write, plan, PlanSource::User, Author::Person, &IfMatch::Any).await;
        if done.is_ok() {
            write.commit().await.unwrap();
            self.book.plans_by_hand += 1;
        }
    }
}

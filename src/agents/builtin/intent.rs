//! What a message wants: small phrase tables, read from top to bottom, first match wins. Messages
//! that match none are [`Intent::Unknown`] and get an honest "that I cannot do".

use serde::Serialize;

use super::slots::Slots;
use super::text::{self, matches};
use crate::agents::roster::Agent;

/// What a person wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Intent {
    MakePlan,
    ChangePlan,
    /// A draft to look at, nothing proposed.
    DraftOnly,
    /// "Save it": the plan once more, to be confirmed on its card.
    Again,
    ShowPlan,
    Next,
    Progress,
    Why,
    Swap,
    Find,
    ChangeProfile,
    Remember,
    ShowProfile,
    Session,
    Log,
    FeltEasy,
    FeltHeavy,
    Pain,
    Finish,
    Yes,
    No,
    Greeting,
    Thanks,
    Help,
    Unknown,
}

/// A message understood.
#[derive(Debug, Clone, PartialEq)]
pub struct Understood {
    pub intent: Intent,
    pub slots: Slots,
    pub tokens: Vec<String>,
}

/// What must have been said for a row to count.
#[derive(Debug, Clone, Copy)]
enum Needs {
    Nothing,
    Plan,
    NoPlan,
    Profile,
    NoProfile,
    Muscle,
    Numbers,
    Limitation,
}

impl Needs {
    fn met(self, slots: &Slots) -> bool {
        match self {
            Self::Nothing => true,
            Self::Plan => slots.shapes_plan(),
            Self::NoPlan => slots.days.is_none() && slots.split.is_none() && slots.goal.is_none(),
            Self::Profile => slots.shapes_profile(),
            Self::NoProfile => !slots.shapes_profile(),
            Self::Muscle => slots.muscle.is_some() || slots.equipment.is_some(),
            Self::Numbers => {
                slots.reps.is_some() || slots.load.is_some() || slots.rpe.is_some() || slots.seconds.is_some()
            }
            Self::Limitation => !slots.limitations.is_empty(),
        }
    }
}

type Row = (Intent, Needs, &'static [&'static str]);

const COACH: &[Row] = &[
    (
        Intent::Again,
        Needs::NoPlan,
        &[
            "^save|confirm|accept|apply|approve|store it|that|this|plan|them|the_plan|$",
            "^yes|ok|okay|looks|sounds|perfect|good|great save|confirm|accept|apply",
            "^looks_good save|confirm",
        ],
    ),
    (
        Intent::Why,
        Needs::Nothing,
        &[
            "^why",
            "^and|but|so|ok why",
            "explain",
            "how_come",
            "what is reason|idea|thinking behind|for",
            "where do|does|is come|comes|from",
            "why is|are|did|do|does|so|only|that|this",
        ],
    ),
    (
        Intent::Progress,
        Needs::Nothing,
        &[
            "how am i doing|progressing|getting_on|looking",
            "am|are i|we progressing|improving|stronger|track|doing",
            "^my|show|see|what progress|stats|records|prs|streak|statistics|results",
            "any records|prs|record|pr",
            "how is|are my going|coming|doing|developing|improving",
            "did|have i improve|improved|beat|record|pr|progress",
            "how strong am_i|is|are",
            "how many|much sets|workouts|sessions|volume have|did|do i|my",
            "my progress",
            "how is|are progress|training going|$",
            "progress report|summary|so_far|update",
            "^progress|stats|records|prs$",
        ],
    ),
    (
        Intent::Next,
        Needs::NoPlan,
        &[
            "what is next|up_next|coming",
            "what next$",
            "next workout|session|training",
            "what do|should|am i do|train|lift|training|doing today|tomorrow|now|next|tonight",
            "todays workout|session|training|plan",
            "when do|is|should|am i|my|the train|next|workout|lift",
            "do i train|lift|work_out today|tomorrow|tonight",
            "what is today|tomorrow|tonight|todays",
            "is today rest|training",
            "^next$",
            "what today|tomorrow$",
            "workout for|of today|tomorrow|tonight",
        ],
    ),
    (
        Intent::ShowProfile,
        Needs::Nothing,
        &[
            "show|see|what|view|display|tell my|in_my profile|settings|preferences|equipment_list",
            "what do|did you know|remember|noted about_me|of_me|me",
            "what equipment|gear|limitations do_i_have|did_i_tell",
            "^my profile|settings$",
        ],
    ),
    (
        Intent::ShowPlan,
        Needs::NoPlan,
        &[
            "show|see|view|display|open|print|read|list|tell|give me|us|the|my plan|program|programme|routine|week|schedule$",
            "show|see|view|display|open|print my|the|current plan|program|programme|routine|week|schedule|workouts",
            "what is|does|are my|the|current plan|program|programme|routine|week|schedule|workouts|training",
            "^my|current plan|program|programme|routine|week|schedule$",
            "what am|do|are i|we train|training|doing|do this_week|week|on",
            "how|what does week|plan|program look",
            "what did you plan|program",
        ],
    ),
    (
        Intent::Swap,
        Needs::NoPlan,
        &[
            "swap|replace|substitute|exchange|switch_out|trade|swap_out",
            "instead_of",
            "alternative|alternatives|replacement|substitute to|for",
            "change|switch to|for|with",
            "take_out|get_rid_of|remove|drop|kick_out|ditch from|plan|my|the|out",
            "something|anything else|other for|than",
            "rack|bench|machine|station|bar is|are taken|busy|occupied|broken|used|free",
        ],
    ),
    (
        Intent::Remember,
        Needs::NoProfile,
        &[
            "^please remember",
            "^remember",
            "remember that|this|i|my|to",
            "keep_in_mind",
            "note that|down|this|to|i",
            "make_a_note",
            "do_not_forget",
            "for_the_record",
            "^i really|much|also|prefer|like|love|enjoy|hate|dislike|loathe|can_not_stand",
            "^i do_not like|enjoy|love|want",
            "add|save|write note|notes|down",
        ],
    ),
    (
        Intent::ChangePlan,
        Needs::Nothing,
        &[
            "change|adjust|modify|tweak|edit|rework|redo|adapt|revise|rebuild|update my|the|this|that|it|plan|program plan|program|programme|routine|week|split|schedule|workouts|days",
            "change|adjust|modify|tweak|edit|rework|redo|adapt|revise|rebuild plan|program|programme|routine|split|it$",
        ],
    ),
    (
        Intent::ChangePlan,
        Needs::Plan,
        &[
            "make it|them|that|this|my_plan|the_plan",
            "instead",
            "rather",
            "^what|how about",
            "change|adjust|modify|switch|turn|reduce|increase|cut|lower|raise|extend|shorten|move|bump plan|program|days|it|session|sessions|workouts|to|split|down|up|goal|routine|week",
            "fewer|less|more|another|extra|add|drop|too_many|one day|days|day_less|day_more|day_fewer",
            "shorter|longer|quicker|too_long|too_short",
            "focus|emphasis more|on",
            "^and|but|now|only|just|no|ok",
            "can we|you do|make|go|have it|them|with|for",
        ],
    ),
    (
        Intent::MakePlan,
        Needs::Nothing,
        &[
            "make|build|create|write|design|draft|generate|prepare|propose|suggest|put_together|set_up|give|need|want|like|get|start|come_up|try|have plan|program|programme|routine|schedule|workouts|training_week|split|regimen",
            "new|another|fresh|different plan|program|programme|routine|split",
            "^plan my|me|a|for|the|out",
            "^plan|program|workout|routine$",
            "plan|program|programme|routine for|with me|a|my|at|home|beginner",
            "can|could|would|will you plan|program",
            "help me|us plan|train|start|get_started",
            "get_me_started|get_started|start_training|begin_training|where_do_i_start",
            "make|build|plan me|my week|workout",
            "what should my plan|program|week",
        ],
    ),
    (
        Intent::MakePlan,
        Needs::Plan,
        &[
            "want|like|love|going|plan|ready|need to train|lift|workout|work_out|exercise|start",
            "plan|program|programme|routine|workout|workouts|split|training|schedule",
            "^train|lift me|us",
        ],
    ),
    (
        Intent::Find,
        Needs::Muscle,
        &[
            "exercise|exercises|movement|movements|moves|lifts|something|anything|workout|options",
            "how|what|which do|can|should|to i|train|hit|work|do|use|build|grow|strengthen",
            "find|search|show|list|suggest|recommend|look_up",
        ],
    ),
    (
        Intent::ChangeProfile,
        Needs::Profile,
        &[
            "^i|my|we|our|sorry|oh|please|actually|hey|hi|also|and|by_the_way",
            "i_am|i_have|i_weigh|i_got|my|i_can",
            "set|update|change|use|switch|show|display|put profile|to|equipment|units|unit|pounds|lb|lbs|kilos|kg|weight|experience|minutes|limitation|limitations|goal|days|metric|imperial|in",
            "from_now_on|now|anymore|no_longer|always",
            "spare|protect|avoid|careful|easy_on",
            "hurt|hurts|pain|injured|sore|injury",
        ],
    ),
    (
        Intent::Find,
        Needs::Nothing,
        &["find|search|list|show|suggest|recommend|which|what exercise|exercises|movements|lifts"],
    ),
    (
        Intent::Help,
        Needs::Nothing,
        &[
            "what can|could|do you do|help|know|offer|understand",
            "how do|does you|this|it work",
            "^help",
            "who|what are you",
            "what can_i ask|say|do_here",
            "can|could you help",
            "what are you|my able|options",
            "i need|want help",
            "how_does_this",
        ],
    ),
    (
        Intent::Finish,
        Needs::Nothing,
        &["log|record|enter set|sets|workout", "start|begin|finish|end workout|session|the_workout"],
    ),
    (Intent::ChangePlan, Needs::Plan, &[""]),
    (
        Intent::Yes,
        Needs::Nothing,
        &["^yes|yeah|yep|yup|sure|ok|okay|please|please_do|do_it|go_ahead|absolutely|definitely|alright"],
    ),
    (
        Intent::No,
        Needs::Nothing,
        &["^no|nope|nah|not_now|never_mind|nevermind|forget_it|cancel|stop|leave_it"],
    ),
    (
        Intent::Thanks,
        Needs::Nothing,
        &[
            "thanks|thank_you|thx|cheers|ty|appreciate|appreciated",
            "^great|perfect|nice|awesome|cool|super|good|brilliant|lovely$",
            "^bye|goodbye|see_you|good_night",
        ],
    ),
    (
        Intent::Greeting,
        Needs::Nothing,
        &["^hi|hello|hey|hiya|yo|good_morning|good_evening|good_afternoon|morning|howdy|greetings|moin"],
    ),
];

const COPILOT: &[Row] = &[
    (
        Intent::Why,
        Needs::Nothing,
        &[
            "^why",
            "^and|but|so|ok why",
            "explain",
            "how_come",
            "what is reason|idea|thinking behind|for",
            "where do|does|is come|comes|from",
        ],
    ),
    (
        Intent::Swap,
        Needs::Nothing,
        &[
            "swap|replace|substitute|exchange|switch_out|trade|swap_out",
            "instead_of|instead",
            "alternative|alternatives|replacement to|for|$",
            "change|switch to|for|with|exercise",
            "taken|busy|occupied|in_use|not_free|being_used|out_of_order",
            "machine|rack|bench|station|bar|cable|it broken",
            "something|anything|different else|other|exercise",
            "can_not do this|that|it",
        ],
    ),
    (
        Intent::Pain,
        Needs::Limitation,
        &["hurt|hurts|hurting|pain|painful|aches|aching|tweaked|injured|bothers|sore|tender|strained|pulled"],
    ),
    (Intent::Pain, Needs::Nothing, &["hurt|hurts|hurting|pain|painful|tweaked|injured"]),
    (
        Intent::Session,
        Needs::Nothing,
        &[
            "how many|much sets|exercises|more|left|to_go|time|have",
            "what is|have left|remaining|i_done|done|after",
            "what is|are left|remaining|still|after|the|todays workout|session|exercises|rest_of",
            "how far am_i|along|in",
            "what did i do|lift|log|so_far",
            "show|see|list session|workout|sets|exercises|today",
            "sets|exercises left|remaining|to_go|so_far",
            "am i almost|nearly|done|finished",
            "what comes after|later",
        ],
    ),
    (
        Intent::Next,
        Needs::Nothing,
        &[
            "what is|do|should next|now|i",
            "next set|exercise|one|weight|up",
            "^next",
            "how|what much|long|heavy|weight|load|rest|many rest|weight|load|reps|should|do|lift|next|set|now",
            "rest how_long|time",
            "suggest|suggestion",
        ],
    ),
    (
        Intent::Log,
        Needs::Numbers,
        &[
            "log|logged|record|save|enter|did|got|done|was|hit|made|managed|finished|completed|put|add|were|lifted|pressed|held|only",
            "x|for|at|rpe|reps|kg|lb|lbs|kilos|pounds|seconds|rir|reserve",
            "^set",
            "^1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|20$",
        ],
    ),
    (
        Intent::Finish,
        Needs::Nothing,
        &[
            "finish|end|stop|complete|close|abandon|quit workout|session|training|here|today|now",
            "i_am_finished|i_am_done_for_today|done_for_today|call_it_a_day|i_want_to_stop",
            "skip set|exercise|this|it|that|the",
        ],
    ),
    (
        Intent::FeltHeavy,
        Needs::Nothing,
        &[
            "too|felt|feels|was|so|very|pretty|really|is heavy|hard|tough|brutal|difficult|much|grinder|heavier",
            "^heavy|hard|tough|too_much|grinder|brutal",
            "failed|missed|could_not|barely",
            "lower|reduce|less|lighter|drop weight|load|please|it|the|$",
            "can we|i go_lighter|less",
        ],
    ),
    (
        Intent::FeltEasy,
        Needs::Nothing,
        &[
            "too|felt|feels|was|so|very|pretty|really|is easy|light|lighter|simple|nothing",
            "^easy|light|piece_of_cake|too_easy",
            "more|raise|increase|add|heavier weight|load|please|it|the|$",
            "can we|i go_heavier|add|more",
            "had left more",
        ],
    ),
    (
        Intent::Log,
        Needs::Nothing,
        &[
            "log|record|save|enter|tick|confirm it|that|this|set|the_set|them|$",
            "^done|finished|completed|did_it|got_it|made_it|nailed_it|all_done|as_planned|as_prescribed|got_them_all|yes|ok|okay|yep|check",
            "i_did it|that|them|all|the_set",
            "set|that is|was|as done|planned|finished|prescribed|written|complete",
            "as_planned|as_prescribed|as_written|as_suggested",
        ],
    ),
    (
        Intent::Help,
        Needs::Nothing,
        &[
            "what can|could|do you do|help|know",
            "^help",
            "who|what are you",
            "how do|does you|this|it work",
            "can|could you help",
        ],
    ),
    (Intent::No, Needs::Nothing, &["^no|nope|nah|not_now|never_mind|nevermind|forget_it|cancel|leave_it"]),
    (
        Intent::Thanks,
        Needs::Nothing,
        &["thanks|thank_you|thx|cheers|ty", "^great|perfect|nice|awesome|cool|super|good$"],
    ),
    (Intent::Greeting, Needs::Nothing, &["^hi|hello|hey|hiya|yo|good_morning|good_evening|morning|howdy"]),
];

/// Tools that a message may name outright, and what that asks for.
const NAMED: &[(&str, Intent)] = &[
    ("updateprofile", Intent::ChangeProfile),
    ("saveweeklyplan", Intent::MakePlan),
    ("draftweeklyplan", Intent::DraftOnly),
    ("getweeklyplan", Intent::ShowPlan),
    ("getprofile", Intent::ShowProfile),
    ("getexercises", Intent::Find),
    ("getprogress", Intent::Progress),
    ("getsession", Intent::Session),
    ("suggestnextset", Intent::Next),
    ("logset", Intent::Log),
    ("swapexercise", Intent::Swap),
];

/// Every pattern of the tables, for the lexicon.
pub fn patterns() -> impl Iterator<Item = &'static str> {
    COACH.iter().chain(COPILOT).flat_map(|(_, _, patterns)| patterns.iter().copied())
}

/// Reads a message for an agent. Total and deterministic.
#[must_use]
pub fn understand(text: &str, agent: Agent) -> Understood {
    let named = named_tool(text);
    let plain = named.map_or_else(|| text.to_owned(), |(name, _)| without(text, name));
    let tokens = text::tokens(&plain);
    let slots = Slots::read(&tokens);
    let intent = named.map_or_else(|| classify(&tokens, &slots, agent), |(_, intent)| intent);
    Understood { intent, slots, tokens }
}

fn named_tool(text: &str) -> Option<(&'static str, Intent)> {
    let lower = text.to_lowercase();
    NAMED.iter().copied().find(|(name, _)| lower.contains(name))
}

/// The text without the tool's name, so that its letters are no words of the message.
fn without(text: &str, name: &str) -> String {
    text.to_lowercase().replace(name, " ")
}

fn classify(tokens: &[String], slots: &Slots, agent: Agent) -> Intent {
    let table = match agent {
        Agent::Coach => COACH,
        Agent::Copilot => COPILOT,
    };
    if tokens.is_empty() {
        return if agent == Agent::Copilot { Intent::Why } else { Intent::Help };
    }
    table
        .iter()
        .find(|(_, needs, patterns)| {
            needs.met(slots) && patterns.iter().any(|pattern| pattern.is_empty() || matches(tokens, pattern))
        })
        .map_or(Intent::Unknown, |(intent, _, _)| *intent)
}

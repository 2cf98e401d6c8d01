//! The table of rules: reads `rules.txt`, which says which words together raise which flag.

use std::sync::LazyLock;

use super::RedFlag;

const TABLE: &str = include_str!("rules.txt");

/// Every rule, the gravest flags first. The table is part of the binary; a test holds that every
/// line of it is understood.
pub(super) static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| read(TABLE).0);

/// How far the two halves of a rule may stand from each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// At most so many words between them, in one sentence.
    Words(usize),
    /// Anywhere in the message.
    Message,
}

/// Words in this order; see the head of `rules.txt`.
pub(super) type Phrase = Vec<String>;

/// One way of telling a symptom. The lists are explained at the head of `rules.txt`.
#[derive(Debug)]
pub(super) struct Rule {
    pub(super) flag: RedFlag,
    pub(super) reach: Reach,
    pub(super) either: Vec<Phrase>,
    pub(super) not_before: Vec<Phrase>,
    pub(super) with: Vec<Phrase>,
    pub(super) apart: Vec<Phrase>,
    pub(super) unless: Vec<Phrase>,
    pub(super) despite: Vec<Phrase>,
}

impl Rule {
    fn new(flag: RedFlag, reach: Reach) -> Self {
        Self {
            flag,
            reach,
            either: Vec::new(),
            not_before: Vec::new(),
            with: Vec::new(),
            apart: Vec::new(),
            unless: Vec::new(),
            despite: Vec::new(),
        }
    }

    fn list(&mut self, name: &str) -> Option<&mut Vec<Phrase>> {
        match name {
            "either" => Some(&mut self.either),
            "not_before" => Some(&mut self.not_before),
            "with" => Some(&mut self.with),
            "apart" => Some(&mut self.apart),
            "unless" => Some(&mut self.unless),
            "despite" => Some(&mut self.despite),
            _ => None,
        }
    }
}

/// Phrases parted by commas.
pub(super) fn phrases(text: &str) -> Vec<Phrase> {
    let phrase = |part: &str| part.split_whitespace().map(str::to_owned).collect::<Phrase>();
    text.split(',').map(phrase).filter(|phrase| !phrase.is_empty()).collect()
}

/// The rules of a table and the lines that were not understood.
fn read(table: &str) -> (Vec<Rule>, Vec<String>) {
    let (mut rules, mut strange) = (Vec::<Rule>::new(), Vec::new());
    for line in joined(table) {
        let (name, rest) = line.split_once(' ').unwrap_or((&line, ""));
        if name == "rule" {
            match head(rest) {
                Some(rule) => rules.push(rule),
                None => strange.push(line),
            }
        } else if let Some(list) = rules.last_mut().and_then(|rule| rule.list(name)) {
            list.extend(phrases(rest));
        } else {
            strange.push(line);
        }
    }
    (rules, strange)
}

fn head(text: &str) -> Option<Rule> {
    let (flag, reach) = text.split_once(' ')?;
    let reach = match reach {
        "message" => Reach::Message,
        words => Reach::Words(words.parse().ok()?),
    };
    Some(Rule::new(RedFlag::parse(flag)?, reach))
}

/// Lines without comments and blanks; an indented line goes on with the one before.
fn joined(table: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in table.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        match lines.last_mut() {
            Some(last) if line.starts_with(' ') => {
                last.push(' ');
                last.push_str(line.trim());
            }
            _ => lines.push(line.trim().to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_understood() {
        let (rules, strange) = read(TABLE);
        assert!(strange.is_empty(), "{strange:?}");
        assert!(rules.iter().all(|rule| !rule.either.is_empty()));
        assert!(RedFlag::ALL.iter().all(|flag| rules.iter().any(|rule| rule.flag == *flag)));
        assert!(rules.iter().map(|rule| rule.flag).is_sorted(), "gravest first");
    }

    #[test]
    fn a_broken_line_is_reported_not_lost() {
        assert_eq!(read("rule hunger 3\nrule fainting x\neither a\n").1.len(), 3);
    }
}

// Which set comes next without a server: the session's own prescription, in order. Those in a superset
// take turns; warm-ups come first. The server's own order is src/domain/next_set/order.rs, and both answer the cases
// of tests/cases/next_open_set.json.

/**
 * Cards are `{exercise, group, index, warmup, open, extra}` in the order of the page. Answers the one that
 * is next, or undefined when everything prescribed is done.
 */
export function nextOf(cards, withoutWarmups = false) {
  const hard = cards.filter((card) => card.open && !card.extra && !card.warmup);
  if (!hard.length) return undefined;
  const turns = hard[0].group ? hard.filter((card) => card.group === hard[0].group) : hard.slice(0, 1);
  const next = turns.reduce((least, card) => (card.index < least.index ? card : least));
  const begun = cards.some((card) => card.exercise === next.exercise && !card.warmup && !card.open);
  const warmup = cards.find((card) => card.open && card.warmup && !card.extra && card.exercise === next.exercise);
  return withoutWarmups || begun ? next : warmup ?? next;
}

// The plan in the editor as plain data. No page, no network: what an edit makes of it.

const SET = { reps_min: 8, reps_max: 12, weight_kg: null, rpe: null };

/** Whether all sets say the same. */
export const alike = (sets) => sets.every((set) => ["reps_min", "reps_max", "weight_kg", "rpe"].every((name) => (set[name] ?? null) === (sets[0][name] ?? null)));

/** So many sets: more are like the last one. */
export function resized(sets, count) {
  const next = sets.slice(0, count);
  while (next.length < count) next.push({ ...(next.at(-1) ?? SET) });
  return next;
}

/** The list with one item moved by a step; the same list where there is no room. */
export function moved(list, at, by) {
  const to = at + by;
  if (to < 0 || to >= list.length) return list;
  const next = [...list];
  next.splice(to, 0, ...next.splice(at, 1));
  return next;
}

/** A new exercise as the catalogue has it, with the sets of the one it replaces. */
export function planned(exercise, old) {
  const fresh = { ...SET, reps_min: exercise.reps_min, reps_max: exercise.reps_max };
  const sets = old ? old.sets.map((set) => ({ ...fresh, rpe: set.rpe })) : resized([fresh], 3);
  return { exercise_id: exercise.id, group: old?.group ?? null, rest_seconds: null, note: old?.note ?? null, sets };
}

/** Seconds as a clock shows them. */
export const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

const RESTS = [0, 15, 30, 45, 60, 75, 90, 105, 120, 135, 150, 165, 180, 210, 240, 270, 300, 360, 420, 480, 600, 900];
/** The rests there are to choose from, with the one that stands, which may be any. */
export const rests = (standing) => [...new Set([...RESTS, standing ?? 0])].sort((one, other) => one - other);

/** A key that no day has. */
export function freeKey(days) {
  for (let at = 1; ; at++) if (!days.some((day) => day.day === "Day" + at)) return "Day" + at;
}

/** Where a rule's pointer leads: the week, a day, or an exercise of it. */
export function place(pointer) {
  const [, days, day, exercises, exercise] = pointer.split("/");
  if (days !== "days" || !/^\d+$/.test(day ?? "")) return {};
  return exercises === "exercises" && /^\d+$/.test(exercise ?? "") ? { day: Number(day), exercise: Number(exercise) } : { day: Number(day) };
}

/** The muscles of two counts, with what they had and have. */
export function balance(before, after) {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.map((name) => ({ name, before: before[name] ?? 0, after: after[name] ?? 0 }));
}

/** Whether two plans are the same to the last field. */
export const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

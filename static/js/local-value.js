// One value in the browser's storage, as JSON. Where the browser keeps nothing (full, or forbidden),
// this tab still does.

/** Answers {read(), write(value)}; `none` is what reads where nothing is kept. `write` says whether it is kept. */
export function localValue(name, none) {
  let here = none, unkept = false;
  return {
    read() {
      if (unkept) return here;
      try { return JSON.parse(localStorage.getItem(name)) ?? none; } catch { return here; }
    },
    write(value) {
      here = value;
      try { localStorage.setItem(name, JSON.stringify(value)); unkept = false; } catch { unkept = true; }
      return !unkept;
    },
  };
}

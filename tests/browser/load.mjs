// A module of the browser code, read by Node as text: under static/ nothing tells it that .js files are
// modules. What a module imports comes along.
import { readFileSync } from "node:fs";

const urlOf = (name) => {
  const code = readFileSync(new URL(`../../static/js/${name}`, import.meta.url), "utf8");
  const whole = code.replace(/from "\.\/([\w-]+\.js)"/g, (_, used) => `from "${urlOf(used)}"`);
  return `data:text/javascript,${encodeURIComponent(whole)}`;
};

export const load = (name) => import(urlOf(name));

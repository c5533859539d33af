// Makes KERN-UX small: its design tokens come whole, a stylesheet keeps those it uses.

// The end of the bracket that opens at `start`.
function closing(css, start) {
  let depth = 0;
  for (let i = start; i < css.length; i += 1) {
    if (css[i] === "(") depth += 1;
    if (css[i] === ")" && (depth -= 1) === 0) return i;
  }
  throw new Error("unbalanced brackets");
}

// var(--x, fallback) needs no fallback where the stylesheet itself declares --x.
function withoutFallbacks(css, declared) {
  const start = /var\((--[\w-]+)\s*,/g;
  let out = "";
  let from = 0;
  for (let match = start.exec(css); match; match = start.exec(css)) {
    if (!declared.has(match[1])) continue;
    const end = closing(css, match.index + 3);
    out += `${css.slice(from, match.index)}var(${match[1]})`;
    from = end + 1;
    start.lastIndex = from;
  }
  return out + css.slice(from);
}

// Custom properties nobody reads, and then those only they read.
function withoutUnused(css) {
  for (;;) {
    const used = new Set([...css.matchAll(/var\((--[\w-]+)/g)].map((match) => match[1]));
    const smaller = css.replace(/^\s*(--kern-[\w-]+):[^;{}]*;\n/gm, (line, name) => (used.has(name) ? line : ""));
    if (smaller === css) return css;
    css = smaller;
  }
}

// Rules that no page of ours can meet: forced themes and levels (we follow the system's light and dark).
const NEVER = /^(\[data-kern-theme=?"?\w*"?\]|\.kern-(dark|light|level-[12]|layer))(,\s*(\[data-kern-theme="?\w*"?\]|\.kern-\w+))* \{[^{}]*\}\n/gm;

export function prune(css) {
  css = css.replace(/\/\*[\s\S]*?\*\//g, "").replace(NEVER, "");
  css = css.replace(/canvas,\s*svg \{/, "canvas {"); // it would undo the height a chart gives itself
  const declared = new Set([...css.matchAll(/^\s*(--[\w-]+):/gm)].map((match) => match[1]));
  return withoutUnused(withoutFallbacks(css, declared));
}

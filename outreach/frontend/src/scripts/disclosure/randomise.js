// k-ary randomised response: tells the true answer with probability e^eps / (k - 1 + e^eps), else one of the
// others, each as likely. Drawn by the browser's own source of chance; nothing of the true answer is kept.
const RANGE = 2 ** 32;

const draw = () => crypto.getRandomValues(new Uint32Array(1))[0];

// Evenly from 0 … count - 1: what would favour some is drawn again.
export function pick(count) {
  const end = RANGE - (RANGE % count);
  for (;;) {
    const number = draw();
    if (number < end) return number % count;
  }
}

export function randomise(truth, options, epsilon) {
  if (!options.includes(truth)) throw new Error("no such answer");
  const weight = Math.exp(epsilon);
  if (draw() < Math.floor((weight / (options.length - 1 + weight)) * RANGE)) return truth;
  const others = options.filter((option) => option !== truth);
  return others[pick(others.length)];
}

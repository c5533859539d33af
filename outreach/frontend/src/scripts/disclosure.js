// The voluntary questions after applying. The true answers stay here: what is sent was randomised before.
import { blind, random, toNumber } from "./disclosure/blind.js";
import { randomise } from "./disclosure/randomise.js";

const form = document.querySelector("[data-answers]");
const credit = location.hash.slice(1);
// Whoever changes the language keeps the credit; it never reaches the server with an address.
for (const link of document.querySelectorAll(".o-languages a")) link.hash = credit;

const base64 = (bytes) => btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));

class Refused extends Error {}

async function post(address, content) {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(content),
    credentials: "omit",
    referrerPolicy: "no-referrer",
  });
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(told.reason || "trouble");
  return told;
}

// A token, signed without having been seen. Kept for another try: the credit is good for one only.
let token;
async function signed() {
  if (form.dataset.tokens !== "yes") return {};
  if (!credit) throw new Refused("missing");
  if (!token) {
    const secret = random(32);
    const { blinded, finish } = await blind(secret, toNumber(bytes(form.dataset.modulus)));
    const told = await post(form.dataset.sign, { credit, key: form.dataset.key, blinded: base64(blinded) });
    token = { key: form.dataset.key, token: base64(secret), signature: base64(finish(bytes(told.signed))) };
  }
  return token;
}

// Drawn once for each answer: who tries again after a fault sends the same, not another throw of the dice.
const drawn = new Map();
function noisy(field, truth) {
  const name = `${field.dataset.question}:${truth}`;
  if (!drawn.has(name)) {
    const options = Array.from(field.querySelectorAll("input"), (input) => input.value).filter(Boolean);
    drawn.set(name, randomise(truth, options, Number(field.dataset.epsilon)));
  }
  return drawn.get(name);
}

function chosen() {
  const answers = {};
  for (const field of form.querySelectorAll("[data-question]")) {
    const truth = field.querySelector("input:checked")?.value;
    if (truth) answers[field.dataset.question] = { answer: noisy(field, truth), epsilon: field.dataset.epsilon };
  }
  return answers;
}

function say(reason) {
  for (const note of document.querySelectorAll("[data-say]")) note.hidden = note.dataset.say !== reason;
  const shown = document.querySelector(`[data-say="${reason}"]`);
  shown?.focus();
}

async function send() {
  const answers = chosen();
  if (!Object.keys(answers).length) return say("choose");
  const button = form.querySelector("button");
  button.disabled = true;
  try {
    const about = { definition: form.dataset.definition, posting: form.dataset.posting };
    await post(form.dataset.send, { ...(await signed()), ...about, answers });
    form.reset(); // the true answers go
    form.hidden = true;
    history.replaceState(null, "", location.pathname + location.search); // and the credit, now worth nothing
    say("thanks");
  } catch (error) {
    say(error instanceof Refused ? error.message : "trouble");
  } finally {
    button.disabled = false;
  }
}

if (form) {
  if (form.dataset.tokens === "yes" && !credit) {
    form.hidden = true;
    say("missing");
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
}

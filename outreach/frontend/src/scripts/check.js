// Has the text reviewed a moment after the last key, one request at a time; older ones are dropped.
import { Refused, post } from "./server.js";
import { say } from "./words.js";

const PAUSE = 600;
const RETRIES = [3000, 10000, 30000];

// `fields()` gives what to send, `show(answer)` takes what came back, `tell(sentence)` fills the status line.
export function checker({ form, url, fields, show, tell }) {
  let timer = null;
  let request = null;
  let failures = 0;
  let done = "";

  async function run() {
    clearTimeout(timer);
    request?.abort();
    const mine = (request = new AbortController());
    if (!done) tell(say("checking"), { busy: true });
    try {
      const answer = await post(form, url, fields(), mine.signal);
      if (mine !== request) return;
      failures = 0;
      show(answer);
      tell(done ? `${done} ${answer.status}` : answer.status);
    } catch (error) {
      if (mine === request && error.name !== "AbortError") fail(error);
    }
  }

  function fail(error) {
    done = "";
    if (error instanceof Refused) {
      tell(error.message, { alarm: true });
      addEventListener("focus", run, { once: true }); // back from signing in in another window
      return;
    }
    tell(say("unreachable"), { alarm: true });
    const pause = RETRIES[Math.min(failures, RETRIES.length - 1)];
    failures += 1;
    timer = setTimeout(run, pause);
  }

  // `said`: what was just done to the text; it stays readable beside what the check answers.
  function soon(pause = PAUSE, said = "") {
    done = said;
    clearTimeout(timer);
    request?.abort();
    request = null;
    timer = setTimeout(run, pause);
  }

  return { soon, now: (said) => soon(0, said) };
}

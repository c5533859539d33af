// Asking the server: form-encoded, with the form's own CSRF token; answers are JSON or an error with a sentence.
import { say } from "./words.js";

const TOKEN = "[name=csrfmiddlewaretoken]";

export class Refused extends Error {}

// Signing in again in another window makes the token of this one worthless. This page's address has the new one;
// it goes into every form, so that saving works as well. False if nobody is signed in.
async function renewToken(signal) {
  const response = await fetch(location.href, { signal, credentials: "same-origin" });
  if (response.redirected || !response.ok) return false;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const fresh = page.querySelector(TOKEN)?.value;
  if (!fresh) return false;
  for (const field of document.querySelectorAll(TOKEN)) field.value = fresh;
  return true;
}

// `fields` is an object or a FormData (with a file).
export async function post(form, url, fields, signal) {
  const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
  const send = () => {
    const token = form.querySelector(TOKEN).value;
    const headers = { Accept: "application/json", "X-CSRFToken": token };
    return fetch(url, { method: "POST", body, headers, signal, credentials: "same-origin" });
  };
  let response = await send();
  if (response.status === 403 && (await renewToken(signal))) response = await send();
  if (response.redirected) throw new Refused(say("signedOut"));
  const isJson = response.headers.get("Content-Type")?.startsWith("application/json");
  const answer = isJson ? await response.json() : {};
  if (answer.error) throw new Refused(answer.error);
  if (response.status === 403) throw new Refused(say("signedOut"));
  if (response.status === 413) throw new Refused(say("tooBig"));
  if (!response.ok || !isJson) throw new Error(`status ${response.status}`);
  return answer;
}

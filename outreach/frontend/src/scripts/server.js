// Asking the server: form-encoded, with the form's own CSRF token; answers are JSON or an error with a sentence.
import { say } from "./words.js";

export class Refused extends Error {}

// `fields` is an object or a FormData (with a file).
export async function post(form, url, fields, signal) {
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
  const headers = { Accept: "application/json", "X-CSRFToken": token };
  const response = await fetch(url, { method: "POST", body, headers, signal, credentials: "same-origin" });
  if (response.redirected) throw new Refused(say("signedOut"));
  const isJson = response.headers.get("Content-Type")?.startsWith("application/json");
  const answer = isJson ? await response.json() : {};
  if (answer.error) throw new Refused(answer.error);
  if (response.status === 403) throw new Refused(say("signedOut"));
  if (response.status === 413) throw new Refused(say("tooBig"));
  if (!response.ok || !isJson) throw new Error(`status ${response.status}`);
  return answer;
}

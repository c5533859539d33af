// Reads a JSON list of texts, checks each once with alex, and prints the seconds that each took.
import { text as check } from "alex";

let input = "";
for await (const chunk of process.stdin.setEncoding("utf8")) input += chunk;
const seconds = JSON.parse(input).map((text) => {
  const start = process.hrtime.bigint();
  check(text);
  return Number(process.hrtime.bigint() - start) / 1e9;
});
process.stdout.write(JSON.stringify(seconds));

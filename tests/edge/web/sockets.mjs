// Speaks graphql-transport-ws with the graphql-ws client: text frames, resuming with `after`, cancelling.
// SUBSCRIPTION must take `$after` and deliver at least three events in log order without anyone writing;
// POSITION is the path to the position inside `data`, e.g. `entryRecorded.position`; RESUME, if that is another, the
// path to what is given back as `after`.
import assert from "node:assert/strict";
import { createClient } from "graphql-ws";
import WebSocket from "ws";

const [httpUrl, token, subscription, position, start = "0", resume = position] = process.argv.slice(2);
const url = httpUrl.replace(/^http/, "ws");
const binary = [];

class Watched extends WebSocket {
  constructor(...given) {
    super(...given);
    this.on("message", (_, isBinary) => binary.push(isBinary));
  }
}

const client = (secret) =>
  createClient({
    url,
    webSocketImpl: Watched,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${secret}` },
  });

const at = (data, path) => path.split(".").reduce((value, name) => value[name], data);

async function take(from, count, after) {
  const events = from.iterate({ query: subscription, variables: { after } });
  const seen = [];
  for await (const { data, errors } of events) {
    assert.equal(errors, undefined, JSON.stringify(errors));
    seen.push({ position: String(at(data, position)), resume: at(data, resume) });
    if (seen.length === count) {
      break; // leaving the loop sends `complete`, which cancels on the server
    }
  }
  return seen;
}

const asGiven = (value) => (/^\d+$/.test(String(value)) ? Number(value) : value);
const timer = setTimeout(() => assert.fail("nothing came for 30 s"), 30_000);
const caller = client(token);
const variable = (value) => (/\$after\s*:\s*Int/.test(subscription) ? asGiven(value) : String(value));

const positions = (seen) => seen.map((event) => event.position);
const first = await take(caller, 3, variable(start));
const [one, two, three] = positions(first);
assert.ok(Number(one) < Number(two) && Number(two) < Number(three), `out of order: ${positions(first)}`);
const resumed = await take(caller, 2, variable(first[0].resume));
assert.deepEqual(positions(resumed), [two, three], "resuming repeats what came after the point");
const sameSocket = await take(caller, 1, variable(start));
assert.deepEqual(positions(sameSocket), [one], "the socket goes on after a cancelled operation");
await caller.dispose();

const stranger = client("no.such.token");
await assert.rejects(take(stranger, 1, variable(start)), (close) => close.code === 4401);

const faulty = client(token);
await assert.rejects(
  (async () => {
    for await (const _ of faulty.iterate({ query: "subscription { noSuchField }" }));
  })(),
  (errors) => Array.isArray(errors) && errors[0].extensions.code === "GRAPHQL_VALIDATION_FAILED",
);
await faulty.dispose();

assert.ok(binary.length > 0 && binary.every((isBinary) => !isBinary), "every frame is text");
clearTimeout(timer);
console.log(`graphql-ws client: ${first.length} events in order, resumed, cancelled; ${binary.length} text frames`);
process.exit(0);

import assert from "node:assert/strict";
import { test } from "node:test";
import { Outbox, browserStorage } from "../../../wwwroot/js/ui/outbox.js";

/** localStorage as browsers have it. */
function fakeLocalStorage() {
  const entries = new Map();
  return {
    get length() { return entries.size; },
    key: (i) => [...entries.keys()][i] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
}

let made = 0;
const outboxOn = (localStorage, send, delivered = () => {}) => new Outbox({
  storage: browserStorage(localStorage, "test:"), send, delivered, newId: () => `id-${++made}`, now: () => 1000, later: () => 0, cancel: () => {},
});

test("entries of different kinds go out one after the other in the order in which they were given", async () => {
  const sent = [];
  let running = 0;
  const outbox = outboxOn(fakeLocalStorage(), async (_, payload) => {
    assert.equal(++running, 1);
    await new Promise((resolve) => setImmediate(resolve));
    sent.push(payload.kind);
    running--;
  });
  for (const kind of ["rating", "rating", "response"]) outbox.add({ kind });
  const first = outbox.flush();
  outbox.add({ kind: "events" });
  await Promise.all([first, outbox.flush()]);
  assert.deepEqual(sent, ["rating", "rating", "response", "events"]);
  assert.equal(outbox.waiting().length, 0);
});

test("what came after a failed entry is not sent before it", async () => {
  let down = true;
  const sent = [];
  const outbox = outboxOn(fakeLocalStorage(), async (id, payload) => {
    if (down && payload === "rating") throw Object.assign(new Error("no answer"), { isTransient: true });
    sent.push(payload);
  });
  outbox.add("rating");
  outbox.add("response");
  await outbox.flush();
  assert.deepEqual(sent, []);
  down = false;
  await outbox.flush();
  assert.deepEqual(sent, ["rating", "response"]);
});

test("the server's answer and the reason of a refusal reach whoever waits for them", async () => {
  const seen = [];
  const outbox = outboxOn(fakeLocalStorage(), async (_, payload) => {
    if (payload === "bad") throw Object.assign(new Error("B has no rating."), { isTransient: false, status: 409, code: "ratings-missing" });
    return { position: 4 };
  }, ({ payload, state, answer, code, message }) => seen.push([payload, state, answer?.position ?? code, message]));
  outbox.add("good");
  outbox.add("bad");
  await outbox.flush();
  assert.deepEqual(seen, [["good", "saved", 4, undefined], ["bad", "refused", "ratings-missing", "B has no rating."]]);
});

test("ratings that an older version left in the browser are still sent", async () => {
  const storage = fakeLocalStorage();
  storage.setItem("test:old", JSON.stringify({ id: "old", order: 5, rating: { value: 3 } }));
  const sent = [];
  await outboxOn(storage, async (id, payload) => { sent.push([id, payload.value]); }).flush();
  assert.deepEqual(sent, [["old", 3]]);
  assert.equal(storage.length, 0);
});

test("another prefix is another outbox", async () => {
  const storage = fakeLocalStorage();
  storage.setItem("other:1", JSON.stringify({ id: "1", order: 1, payload: "theirs" }));
  assert.equal(outboxOn(storage, async () => {}).waiting().length, 0);
});

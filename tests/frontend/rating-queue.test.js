import assert from "node:assert/strict";
import { test } from "node:test";
import { RatingQueue, browserRatingStorage, ratingKey } from "../../wwwroot/js/live/rating-queue.js";

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

const rating = (stimulus, value, more = {}) => ({ trial: "t1", stimulus, scale: "acr", value, listener: "ada", session: "s1", ...more });
const offline = () => Object.assign(new Error("no answer"), { isTransient: true, status: 0 });

function queueOn(localStorage, send) {
  const timers = [];
  let made = 0;
  const queue = new RatingQueue({
    storage: browserRatingStorage(localStorage), send, newId: () => `id-${++made}-${Math.random()}`, now: () => 1000,
    later: (action, delay) => timers.push({ action, delay }), cancel: () => { timers.length = 0; },
  });
  return { queue, timers };
}

test("a rating is stored before it is sent and forgotten when the server has it", async () => {
  const storage = fakeLocalStorage();
  const stored = [];
  const { queue } = queueOn(storage, async () => { stored.push(storage.length); });
  queue.add(rating("A", 4));
  assert.equal(queue.statuses.get(ratingKey(rating("A"))).state, "waiting");
  await queue.flush();
  assert.equal(stored[0], 1);
  assert.equal(storage.length, 0);
  assert.equal(queue.statuses.get(ratingKey(rating("A"))).state, "saved");
});

test("without a server ratings wait, come back after a reload, and go out in order under their first ids", async () => {
  const storage = fakeLocalStorage();
  const first = queueOn(storage, async () => { throw offline(); });
  const ids = [first.queue.add(rating("A", 4)), first.queue.add(rating("B", 2)), first.queue.add(rating("A", 5))];
  await first.queue.flush();
  assert.equal(first.queue.waiting("t1"), 3);
  assert.equal(first.timers[0].delay, 1000);

  const sent = [];
  const second = queueOn(storage, async (id, body) => { sent.push([id, body.stimulus, body.value]); });
  assert.deepEqual(second.queue.statuses.get(ratingKey(rating("A"))), { state: "waiting", value: 5, id: ids[2] });
  await second.queue.flush();
  assert.deepEqual(sent, [[ids[0], "A", 4], [ids[1], "B", 2], [ids[2], "A", 5]]);
  assert.equal(storage.length, 0);
});

test("waits between attempts grow to ten seconds and begin anew after success", async () => {
  let down = true;
  const { queue, timers } = queueOn(fakeLocalStorage(), async () => { if (down) throw offline(); });
  const delays = [];
  queue.add(rating("A", 1));
  for (let i = 0; i < 6; i++) {
    await queue.flush();
    delays.push(timers.at(-1).delay);
  }
  assert.deepEqual(delays, [1000, 2000, 5000, 10_000, 10_000, 10_000]);
  down = false;
  await queue.flush();
  down = true;
  queue.add(rating("A", 2));
  await queue.flush();
  assert.equal(timers.at(-1).delay, 1000);
});

test("a refused rating says why and does not hold up the others", async () => {
  const { queue } = queueOn(fakeLocalStorage(), async (_, { stimulus }) => {
    if (stimulus === "A") throw Object.assign(new Error("The trial has no stimulus A."), { isTransient: false, status: 400 });
  });
  queue.add(rating("A", 1));
  queue.add(rating("B", 1));
  await queue.flush();
  assert.equal(queue.statuses.get(ratingKey(rating("A"))).message, "The trial has no stimulus A.");
  assert.equal(queue.statuses.get(ratingKey(rating("A"))).state, "refused");
  assert.equal(queue.statuses.get(ratingKey(rating("B"))).state, "saved");
  assert.equal(queue.waiting(), 0);
});

test("a browser without the key keeps its ratings until the key is back", async () => {
  const { queue } = queueOn(fakeLocalStorage(), async () => { throw Object.assign(new Error("no key"), { isTransient: false, status: 401 }); });
  queue.add(rating("A", 3));
  await queue.flush();
  assert.equal(queue.waiting(), 1);
});

test("a newer rating of the same stimulus is what shows, whichever answer comes first", async () => {
  const answers = [];
  const { queue } = queueOn(fakeLocalStorage(), () => new Promise((resolve) => answers.push(resolve)));
  queue.add(rating("A", 2));
  queue.add(rating("A", 5));
  answers.shift()();
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(queue.statuses.get(ratingKey(rating("A"))).value, 5);
  assert.equal(queue.statuses.get(ratingKey(rating("A"))).state, "waiting");
  while (queue.waiting() > 0) {
    answers.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  assert.equal(queue.statuses.get(ratingKey(rating("A"))).state, "saved");
});

test("a full disk in the browser keeps the rating in memory and still sends it", async () => {
  const storage = { ...fakeLocalStorage(), length: 0, setItem() { throw new Error("QuotaExceededError"); } };
  const sent = [];
  const { queue } = queueOn(storage, async (id) => { sent.push(id); });
  const id = queue.add(rating("A", 3));
  await queue.flush();
  assert.deepEqual(sent, [id]);
});

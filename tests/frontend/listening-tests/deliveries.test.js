import assert from "node:assert/strict";
import { test } from "node:test";
import { Deliveries } from "../../../wwwroot/js/listening-tests/listener/deliveries.js";

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

/** A server that keeps each id once, and can be down or lose its answers. */
function fakeServer() {
  const server = { rows: new Map(), order: [], down: false, answersLost: false };
  server.put = async (path, body) => {
    if (server.down) throw Object.assign(new Error("no answer"), { isTransient: true, status: 0 });
    if (!server.rows.has(path)) {
      server.rows.set(path, body);
      server.order.push(path);
    }
    if (server.answersLost) throw Object.assign(new Error("no answer"), { isTransient: true, status: 0 });
    return { key: "k", position: 3 };
  };
  return server;
}

let made = 0;
const deliveriesOn = (storage, server, onSession) => new Deliveries({ token: "t", storage, put: server.put, newId: () => `id-${++made}`, onSession, later: () => 0, cancel: () => {} });
const rating = (label, value) => ({ page: 2, label, scale: "mushra", value });

test("a page's completion arrives after its ratings", async () => {
  const server = fakeServer();
  const deliveries = deliveriesOn(fakeLocalStorage(), server);
  deliveries.rate("k", rating("A", 40));
  deliveries.rate("k", rating("B", 90));
  const session = await deliveries.respond("k", { page: 2, answers: {} });
  assert.equal(session.position, 3);
  assert.deepEqual(server.order.map((path) => path.split("/")[6]), ["ratings", "ratings", "responses"]);
  assert.deepEqual(deliveries.state.get(), { waiting: 0, failing: false, refused: "", code: "" });
});

test("what a crashed visit left behind is resent under its ids, once each, and its completion moves the page on", async () => {
  const storage = fakeLocalStorage();
  const server = fakeServer();
  server.down = true;
  const first = deliveriesOn(storage, server);
  first.rate("k", rating("A", 40));
  void first.respond("k", { page: 2, answers: {} });
  await first.flush();
  assert.equal(first.state.get().failing, true);

  server.down = false;
  server.answersLost = true;
  const second = deliveriesOn(storage, server);
  assert.deepEqual(second.ratingsOf("k", 2), [rating("A", 40)]);
  assert.equal(second.isCompleting("k", 2), true);
  await second.flush();
  server.answersLost = false;
  const seen = [];
  const third = deliveriesOn(storage, server, (session) => seen.push(session.position));
  await third.flush();
  assert.equal(server.rows.size, 2);
  assert.deepEqual(seen, [3]);
  assert.equal(storage.length, 0);
});

test("a refused completion says why to the page that waits for it", async () => {
  const deliveries = deliveriesOn(fakeLocalStorage(), { put: async () => { throw Object.assign(new Error("B has no rating."), { isTransient: false, status: 409, code: "ratings-missing" }); } });
  await assert.rejects(deliveries.respond("k", { page: 2, answers: {} }), (error) => error.code === "ratings-missing" && error.message === "B has no rating.");
  assert.equal(deliveries.state.get().refused, "B has no rating.");
});

test("events that cannot be sent hold no rating up", async () => {
  const sent = [];
  const deliveries = deliveriesOn(fakeLocalStorage(), { put: async (path) => {
    if (path.includes("/events/")) throw Object.assign(new Error("no answer"), { isTransient: true, status: 0 });
    sent.push(path);
  } });
  deliveries.log("k", [{ type: "play", page: 2, at: "2026-01-01T00:00:00Z" }]);
  deliveries.rate("k", rating("A", 1));
  await deliveries.flush();
  assert.equal(sent.length, 1);
});

/** A server that takes a completion only once a play was logged. */
function strictServer() {
  const server = { log: 0, logDown: false, completions: 0 };
  server.put = async (path) => {
    if (path.includes("/events/")) {
      if (server.logDown) throw Object.assign(new Error("no answer"), { isTransient: true, status: 0 });
      server.log++;
    } else if (path.includes("/responses/")) {
      if (server.log === 0) throw Object.assign(new Error("Not played yet: A."), { isTransient: false, status: 409, code: "not-played" });
      server.completions++;
    }
    return { key: "k", position: 3 };
  };
  return server;
}

const play = [{ type: "play", page: 2, label: "A", at: "2026-01-01T00:00:00Z" }];

test("a completion arrives after the log of what was played", async () => {
  const server = strictServer();
  const deliveries = deliveriesOn(fakeLocalStorage(), server);
  deliveries.log("k", play);
  await deliveries.respond("k", { page: 2, answers: {} });
  assert.equal(server.completions, 1);
});

test("while the log cannot be sent, a completion that it would allow waits and is not lost", async () => {
  const server = strictServer();
  server.logDown = true;
  const deliveries = deliveriesOn(fakeLocalStorage(), server);
  deliveries.log("k", play);
  const answered = deliveries.respond("k", { page: 2, answers: {} });
  await deliveries.flush();
  assert.deepEqual([deliveries.state.get().waiting, deliveries.state.get().failing, server.completions], [1, true, 0]);
  server.logDown = false;
  await deliveries.flush();
  assert.equal((await answered).position, 3);
  assert.equal(server.completions, 1);
});

test("a page that was left without playing is refused once the log has arrived", async () => {
  const deliveries = deliveriesOn(fakeLocalStorage(), strictServer());
  await assert.rejects(deliveries.respond("k", { page: 2, answers: {} }), (error) => error.code === "not-played");
  assert.equal(deliveries.state.get().waiting, 0);
});

test("another link's answers stay where they are", () => {
  const storage = fakeLocalStorage();
  storage.setItem("speechscoop-listen:other:1", JSON.stringify({ id: "1", order: 1, payload: { kind: "ratings", session: "k", body: rating("A", 1) } }));
  assert.deepEqual(deliveriesOn(storage, fakeServer()).ratingsOf("k", 2), []);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { UtteranceUpload } from "../../wwwroot/js/live/audio/upload.js";

/** A server that keeps samples as the hub does: an upload begins at a sample and continues from there. */
function fakeServer() {
  const server = { samples: [], ended: 0, watched: 0, reachable: true, uploads: 0 };
  const hub = {
    watch: async () => { server.watched++; },
    received: async () => server.samples.length,
    upload(_trial, from) {
      server.uploads++;
      assert.ok(from <= server.samples.length, "no gap");
      let at = from;
      return {
        next(bytes) {
          if (!server.reachable) return;
          for (const value of new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))) server.samples[at++] = value;
        },
        complete() { if (server.reachable) server.ended++; },
        done: new Promise(() => {}),
      };
    },
  };
  return { server, hub };
}

const frame = (start, count = 320) => Int16Array.from({ length: count }, (_, i) => start + i);
const expected = (count) => Array.from({ length: count }, (_, i) => i);
const unexpected = (error) => { throw error; };

test("what is said before the trial exists is sent first", async () => {
  const { server, hub } = fakeServer();
  const upload = new UtteranceUpload(hub, unexpected);
  upload.push(frame(0));
  await upload.begin("t");
  upload.push(frame(320));
  upload.end();
  assert.deepEqual(server.samples, expected(640));
  assert.equal(server.ended, 1);
});

test("after a lost connection only what the server lacks is sent again, and nothing is missing", async () => {
  const { server, hub } = fakeServer();
  const upload = new UtteranceUpload(hub, unexpected);
  await upload.begin("t");
  upload.push(frame(0));
  server.reachable = false; // frames vanish before the browser notices
  upload.push(frame(320));
  upload.lost();
  upload.push(frame(640));
  server.samples.length = 100; // the server got part of the first frame
  server.reachable = true;
  await upload.back();
  upload.push(frame(960));
  assert.deepEqual(server.samples, expected(1280));
});

test("an utterance that ends while the connection is away is completed when it is back", async () => {
  const { server, hub } = fakeServer();
  const upload = new UtteranceUpload(hub, unexpected);
  await upload.begin("t");
  upload.lost();
  upload.push(frame(0, 100));
  upload.end();
  assert.equal(server.ended, 0);
  await upload.back();
  assert.deepEqual(server.samples, expected(100));
  assert.equal(server.ended, 1);
});

test("a completion that was lost on the way is sent again", async () => {
  const { server, hub } = fakeServer();
  const upload = new UtteranceUpload(hub, unexpected);
  await upload.begin("t");
  upload.push(frame(0));
  server.reachable = false;
  upload.end();
  upload.lost();
  server.reachable = true;
  await upload.back();
  assert.equal(server.ended, 1);
});

test("frames after the end are not taken", async () => {
  const { server, hub } = fakeServer();
  const upload = new UtteranceUpload(hub, unexpected);
  await upload.begin("t");
  upload.end();
  upload.push(frame(0));
  assert.equal(upload.samples, 0);
  assert.deepEqual(server.samples, []);
});

test("a closed trial is left alone after a reconnect", async () => {
  const { server, hub } = fakeServer();
  const upload = new UtteranceUpload(hub, unexpected);
  await upload.begin("t");
  upload.close();
  await upload.back();
  assert.equal(server.uploads, 1);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { linkOfSession, readAddress, redirectOf, volumeOf, withoutSession } from "../../../wwwroot/js/listening-tests/listener/address.js";

test("the address gives token, session and the listener's parameters", () => {
  assert.deepEqual(readAddress({ pathname: "/listen/abc", search: "?PROLIFIC_PID=p1&session=s1&PROLIFIC_PID=p2" }), { token: "abc", session: "s1", parameters: { PROLIFIC_PID: "p1" } });
  assert.deepEqual(readAddress({ pathname: "/listen/", search: "" }), { token: "", session: null, parameters: {} });
});

test("a session's link opens the same session elsewhere, and its key leaves the address", () => {
  const link = new URL(linkOfSession("http://host:5000", "abc", "k/1"));
  assert.equal(readAddress(link).session, "k/1");
  assert.equal(withoutSession("?session=s1&id=7"), "?id=7");
  assert.equal(withoutSession("?session=s1"), "");
});

test("a finished listener is sent to web addresses only", () => {
  assert.equal(redirectOf("https://app.prolific.com/submissions/complete?cc=C1")?.host, "app.prolific.com");
  assert.equal(redirectOf("javascript:alert(1)"), null);
  assert.equal(redirectOf("not an address"), null);
  assert.equal(redirectOf(null), null);
});

test("the level that a listener set survives a reload, silence too; without one it is full", () => {
  assert.deepEqual(["0.4", "0", null, "", "loud", "7"].map(volumeOf), [0.4, 0, 1, 1, 1, 1]);
});

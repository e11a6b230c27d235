// @ts-check
import { html, render } from "/lib/htm-preact.js";
import { useEffect, useMemo, useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../ui/api.js";
import { Button, Notice } from "../ui/components.js";
import { mountShell } from "../ui/shell.js";
import { TabPanel, Tabs } from "../ui/tabs.js";
import { readAddress, tabIds, tabOfKind, writeAddress } from "./address.js";
import { DropTab } from "./drop/drop-tab.js";
import { SpeakTab } from "./speak/speak-tab.js";
import { getTrial } from "./trial-api.js";
import { TrialModel } from "./trial-model.js";
import { TypeTab } from "./type/type-tab.js";

/** @typedef {import("./address.js").TabId} TabId */

const titles = /** @type {Record<TabId, string>} */ ({ speak: "Speak", type: "Type", drop: "Drop" });

function usePageData() {
  const [data, setData] = useState(/** @type {{ systems: import("./types.js").System[], lists: import("./types.js").WordList[] } | null} */ (null));
  const [problem, setProblem] = useState("");
  const load = async () => {
    setProblem("");
    try {
      const [systems, lists] = await Promise.all([api.get("/api/systems"), api.get("/api/word-lists").catch(() => [])]);
      setData({ systems, lists });
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  useEffect(() => void load(), []);
  return { data, problem, load };
}

function LivePage() {
  const { data, problem, load } = usePageData();
  const [address, setAddress] = useState(() => readAddress(location));
  const tab = address.tab ?? "speak";
  const models = useMemo(() => {
    const make = (/** @type {TabId} */ id) => new TrialModel((trial) => {
      const shown = readAddress(location).tab ?? "speak";
      if (shown === id) history.replaceState(null, "", writeAddress(id, trial));
    });
    return { speak: make("speak"), type: make("type"), drop: make("drop") };
  }, []);

  useEffect(() => {
    const follow = () => {
      if (location.hash === "#main") return; // the skip link
      setAddress(readAddress(location));
    };
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  useEffect(() => {
    if (address.tab || !address.trial) return;
    const trial = address.trial;
    getTrial(trial).then(
      ({ kind }) => location.replace(writeAddress(tabOfKind[kind] ?? "speak", trial).replace("/live", "")),
      (error) => models.speak.problem.set(messageOf(error)),
    );
  }, [address]);

  const select = (/** @type {string} */ id) => {
    const next = /** @type {TabId} */ (id);
    const trial = models[next].trial.get()?.id ?? null;
    history.replaceState(null, "", writeAddress(next, trial));
    setAddress({ tab: next, trial });
  };
  const opened = (/** @type {TabId} */ id) => (tab === id ? address.trial : null);
  return html`
    <div class="page-head">
      <h1>Live bench</h1>
      <p>Put speech models side by side: speak to them, let them speak, send audio through them. Ratings are blind until you reveal.
        The models that come with SpeechScoop are small and self-trained, so that everything works out of the box; they are not state of the art. <a href="/systems">Add real ones</a>.</p>
    </div>
    <${Tabs} label="What to try" selected=${tab} onSelect=${select} tabs=${tabIds.map((id) => ({ id, title: titles[id], href: writeAddress(id, null) }))} />
    ${problem && html`<${Notice} tone="bad" title="The systems could not be loaded">${problem} <${Button} size="small" onClick=${load}>Try again<//><//>`}
    ${data
      ? html`
        <${TabPanel} id="speak" selected=${tab === "speak"}><${SpeakTab} systems=${data.systems} lists=${data.lists} model=${models.speak} opened=${opened("speak")} /><//>
        <${TabPanel} id="type" selected=${tab === "type"}><${TypeTab} systems=${data.systems} model=${models.type} opened=${opened("type")} /><//>
        <${TabPanel} id="drop" selected=${tab === "drop"}><${DropTab} systems=${data.systems} model=${models.drop} opened=${opened("drop")} shown=${tab === "drop"} /><//>`
      : !problem && html`<p class="loading" role="status">Loading the systems…</p>`}
  `;
}

mountShell("live");
const main = document.getElementById("main");
if (main) {
  main.replaceChildren();
  render(html`<${LivePage} />`, main);
}

// @ts-check
import { html, render } from "/lib/htm-preact.js";
import { useEffect, useMemo, useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../ui/api.js";
import { Button, Notice } from "../ui/components.js";
import { mountShell } from "../ui/shell.js";
import { TabPanel, Tabs } from "../ui/tabs.js";
import { readAddress, tabIds, tabOfKind, writeAddress } from "./address.js";
import { getTrial } from "./trial-api.js";
import { TrialModel } from "./trial-model.js";

/** @typedef {import("./address.js").TabId} TabId */

const titles = /** @type {Record<TabId, string>} */ ({ speak: "Speak", type: "Type", drop: "Drop" });

/** Each tab's code comes when it is first opened. @type {Record<TabId, () => Promise<any>>} */
const tabModules = {
  speak: async () => (await import("./speak/speak-tab.js")).SpeakTab,
  type: async () => (await import("./type/type-tab.js")).TypeTab,
  drop: async () => (await import("./drop/drop-tab.js")).DropTab,
};

/**
 * A tab's panel; once opened it stays, so that what it shows is kept.
 * @param {{ id: TabId, selected: boolean, [property: string]: unknown }} props
 */
function LazyTab({ id, selected, ...properties }) {
  const [Tab, setTab] = useState(/** @type {any} */ (null));
  const [problem, setProblem] = useState("");
  const load = () => {
    setProblem("");
    tabModules[id]().then((tab) => setTab(() => tab), () => setProblem("This part of the page could not be loaded. Is the server running?"));
  };
  useEffect(() => {
    if (selected && !Tab) load();
  }, [selected]);
  return html`<${TabPanel} id=${id} selected=${selected}>
    ${Tab ? html`<${Tab} ...${properties} shown=${selected} />`
      : problem ? html`<${Notice} tone="bad">${problem} <${Button} size="small" onClick=${load}>Try again<//><//>`
      : html`<p class="loading" role="status">Loading…</p>`}
  <//>`;
}

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
        <${LazyTab} id="speak" selected=${tab === "speak"} systems=${data.systems} lists=${data.lists} model=${models.speak} opened=${opened("speak")} />
        <${LazyTab} id="type" selected=${tab === "type"} systems=${data.systems} model=${models.type} opened=${opened("type")} />
        <${LazyTab} id="drop" selected=${tab === "drop"} systems=${data.systems} model=${models.drop} opened=${opened("drop")} />`
      : tabIds.map((id) => html`<${TabPanel} key=${id} id=${id} selected=${tab === id}>${!problem && html`<p class="loading" role="status">Loading the systems…</p>`}<//>`)}
  `;
}

mountShell("live");
const main = document.getElementById("main");
if (main) {
  main.replaceChildren();
  render(html`<${LivePage} />`, main);
}

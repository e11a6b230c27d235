// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useMemo, useRef, useState } from "/lib/preact-hooks.js";
import { Button, Notice } from "../../ui/components.js";
import { useStore } from "../../ui/use-store.js";
import { unlockAudio } from "./audio-store.js";
import { DeviceLink } from "./device-link.js";
import { later } from "./later.js";
import { ConsentPage } from "./pages/consent.js";
import { FinishPage } from "./pages/finish.js";
import { QuestionnairePage } from "./pages/questionnaire.js";
import { TextPage } from "./pages/text.js";
import { TrialPage } from "./pages/trial.js";
import { VolumePage } from "./pages/volume.js";
import { SaveState } from "./save-state.js";
import { Visit } from "./visit.js";
import { watchBrowser } from "./watch-browser.js";
import { t } from "./words.js";

const DigitsPage = later(() => import("./pages/digits.js").then((found) => found.DigitsPage));
const HeadphonesPage = later(() => import("./pages/headphones.js").then((found) => found.HeadphonesPage));
const pages = { consent: ConsentPage, text: TextPage, questionnaire: QuestionnairePage, volume: VolumePage, headphones: HeadphonesPage, digits: DigitsPage, trial: TrialPage };

export function App() {
  const visit = useMemo(() => new Visit(), []);
  const state = useStore(visit.state);
  const { phase, title, session, page, preview } = state;
  const main = useRef(/** @type {HTMLElement | null} */ (null));

  useEffect(() => {
    void visit.open();
    return watchBrowser(visit);
  }, []);
  useEffect(() => {
    if (phase === "loading") return;
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [phase, page?.index]);

  const Shown = page ? pages[page.kind] : null;
  const total = session?.pageCount ?? 0;
  const done = phase === "finish" ? total : session?.position ?? 0;
  return html`
    <header class="listen-head">
      <div class="listen-head-row">
        <span class="listen-title">${title}</span>
        ${session && html`<${SaveState} deliveries=${visit.deliveries} />`}
      </div>
      <progress class="listen-progress" max=${Math.max(1, total)} value=${done} aria-label=${session ? t("progress", { n: Math.min(done + 1, total), count: total }) : t("loading")}></progress>
    </header>
    <main class="listen-main" id="main" tabindex="-1" ref=${main}>
      ${preview && session && html`<div class="notice preview" role="note"><div class="body">${t("preview")}</div>
        <${Button} kind="quiet" size="small" onClick=${() => visit.restart()}>${t("restart")}<//></div>`}
      ${phase === "loading" && html`<p class="listen-loading" role="status">${t("loading")}</p>`}
      ${phase === "problem" && html`<${Problem} visit=${visit} state=${state} />`}
      ${phase === "welcome" && html`<${Welcome} visit=${visit} state=${state} />`}
      ${phase === "page" && page && session && Shown && html`<${Shown} key=${page.index} visit=${visit} page=${page} session=${session} />`}
      ${phase === "finish" && session && html`<${FinishPage} visit=${visit} session=${session} />`}
    </main>
    ${session && phase !== "finish" && html`<footer class="listen-foot"><${DeviceLink} token=${visit.token} sessionKey=${session.key} /></footer>`}
  `;
}

/** @param {{ visit: Visit, state: import("./visit.js").VisitState }} props */
function Problem({ visit, state }) {
  const kind = state.problem?.kind ?? "other";
  const known = kind === "other" ? state.problem?.message : t(`problem.${kind}`);
  return html`<section class="listen-card stack">
    <h1>${state.title || t("problem.title")}</h1>
    <${Notice} tone=${kind === "closed" || kind === "full" || kind === "draft" ? "info" : "bad"}>${known}<//>
    ${(kind === "network" || kind === "other") && html`<${Button} kind="primary" size="large" class="listen-next" onClick=${() => visit.open()}>${t("problem.again")}<//>`}
  </section>`;
}

/** The click that lets the browser play sound. @param {{ visit: Visit, state: import("./visit.js").VisitState }} props */
function Welcome({ visit, state }) {
  const [busy, setBusy] = useState(false);
  const enter = () => {
    setBusy(true);
    unlockAudio();
    visit.enter();
  };
  return html`<section class="listen-card stack">
    <h1>${state.resumed ? t("resume.title") : state.title}</h1>
    <p>${state.resumed ? t("resume.text") : t("start.text")}</p>
    <${Button} kind="primary" size="large" class="listen-next" disabled=${busy} onClick=${enter}>${state.resumed ? t("continue") : t("start")}<//>
  </section>`;
}

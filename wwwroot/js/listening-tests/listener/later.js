// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useState } from "/lib/preact-hooks.js";
import { t } from "./words.js";

const pause = 2_000;

/**
 * A page that few tests have: its code comes when it is shown, and is asked for again while the network is away.
 * @param {() => Promise<any>} load gives the component
 */
export function later(load) {
  return function Later(/** @type {Record<string, unknown>} */ props) {
    const [shown, setShown] = useState(/** @type {{ Page: any } | null} */ (null));
    useEffect(() => {
      let timer = 0, gone = false;
      const ask = () => load().then((Page) => gone || setShown({ Page }), () => {
        if (!gone) timer = window.setTimeout(ask, pause);
      });
      void ask();
      return () => {
        gone = true;
        clearTimeout(timer);
      };
    }, []);
    return shown ? html`<${shown.Page} ...${props} />` : html`<p class="listen-loading" role="status">${t("loading")}</p>`;
  };
}

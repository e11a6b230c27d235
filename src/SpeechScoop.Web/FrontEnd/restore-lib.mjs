// Copies the pages' third-party modules from node_modules to wwwroot/lib, where the browser loads them unbundled.
// Bare imports ("preact") become paths here, so that no page needs an import map and the content security policy
// can refuse every inline script.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const lib = join(root, "wwwroot/lib");

/** Module file in node_modules → file in wwwroot/lib. */
const modules = {
  "preact/dist/preact.mjs": "preact.js",
  "preact/hooks/dist/hooks.mjs": "preact-hooks.js",
  "htm/dist/htm.mjs": "htm.js",
  "htm/preact/index.mjs": "htm-preact.js",
  "uplot/dist/uPlot.esm.js": "uplot.js",
  "uplot/dist/uPlot.min.css": "uplot.css",
  "wavesurfer.js/dist/wavesurfer.esm.js": "wavesurfer.js",
  "@microsoft/signalr/dist/browser/signalr.min.js": "signalr.js",
  "@microsoft/signalr-protocol-msgpack/dist/browser/signalr-protocol-msgpack.min.js": "signalr-msgpack.js",
};

/** Bare specifier → path that the browser can load. */
const specifiers = { preact: "/lib/preact.js", "preact/hooks": "/lib/preact-hooks.js", htm: "/lib/htm.js" };

const isModule = (file) => file.endsWith(".js") && !file.startsWith("signalr");

rmSync(lib, { recursive: true, force: true });
mkdirSync(lib, { recursive: true });
for (const [from, to] of Object.entries(modules)) {
  const source = join(root, "node_modules", from);
  if (!isModule(to)) {
    cpSync(source, join(lib, to));
    continue;
  }
  const text = readFileSync(source, "utf8")
    .replace(/(\bfrom\s*|\bimport\s*)(["'])(preact\/hooks|preact|htm)\2/g, (_, keyword, quote, name) => `${keyword}${quote}${specifiers[name]}${quote}`)
    .replace(/\n?\/\/# sourceMappingURL=.*$/m, "");
  writeFileSync(join(lib, to), text);
}

const packages = [...new Set(Object.keys(modules).map((path) => path.match(/^(@[^/]+\/[^/]+|[^/]+)/)[0]))];
writeFileSync(join(lib, "licences.txt"), packages.map((name) => {
  const { version, license } = JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8"));
  return `${name} ${version} (${license})`;
}).join("\n") + "\n");

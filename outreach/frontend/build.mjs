// Builds outreach/static from the sources here: the same input gives the same bytes.
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as esbuild from "esbuild";
import * as sass from "sass";
import { prune } from "./prune.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "..", "static");
const modules = join(here, "node_modules");

const STYLES = ["public", "staff", "feed"];
const SCRIPTS = ["staff", "editor", "partner", "disclosure"];
const ICON = "icon.svg";
const FONT_SUBSETS = ["latin", "latin-ext", "cyrillic", "vietnamese"];
const FONT_WEIGHTS = [400, 600];

function fresh(folder) {
  rmSync(join(target, folder), { recursive: true, force: true });
  mkdirSync(join(target, folder), { recursive: true });
}

function fonts() {
  fresh("fonts");
  for (const subset of FONT_SUBSETS) {
    for (const weight of FONT_WEIGHTS) {
      const name = `fira-sans-${subset}-${weight}-normal.woff2`;
      copyFileSync(join(modules, "@fontsource/fira-sans/files", name), join(target, "fonts", name));
    }
  }
}

// KERN-UX imports its parts without a package name; its SCSS is loaded straight from the package.
const kern = {
  findFileUrl: (url) => (url.startsWith("kern/") ? pathToFileURL(join(modules, "@kern-ux/native/src/scss/core", url.slice(5))) : null),
};

async function styles() {
  fresh("css");
  for (const name of STYLES) {
    const { css } = sass.compile(join(here, "src/styles", `${name}.scss`), {
      importers: [kern],
      style: "expanded",
      quietDeps: true,
      silenceDeprecations: ["if-function"],
    });
    // Browsers since spring 2023: they know oklch(), color-mix() and :has(), on which KERN-UX builds.
    const { code } = await esbuild.transform(prune(css), {
      loader: "css",
      minify: true,
      legalComments: "none",
      target: ["chrome111", "firefox121", "safari16.4"],
    });
    writeFileSync(join(target, "css", `${name}.css`), code);
  }
}

async function scripts() {
  fresh("js");
  await esbuild.build({
    entryPoints: SCRIPTS.map((name) => join(here, "src/scripts", `${name}.js`)),
    outdir: join(target, "js"),
    bundle: true,
    minify: true,
    format: "iife",
    charset: "utf8",
    legalComments: "none",
    target: ["chrome111", "firefox121", "safari16.4"],
    logLevel: "warning",
  });
}

fonts();
copyFileSync(join(here, "src", ICON), join(target, ICON));
await styles();
await scripts();
for (const folder of ["css", "js", "fonts"]) {
  for (const file of readdirSync(join(target, folder))) {
    console.log(`${folder}/${file}`, readFileSync(join(target, folder, file)).length);
  }
}

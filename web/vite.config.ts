import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { defineConfig, type Plugin } from "vite";
import { outlines } from "./outlines.ts";

const find = createRequire(import.meta.url).resolve;

/** Files that the desk fetches by name: the outlines, and MapLibre's worker, which the policy of pages wants as a file of our own. */
function files(): Plugin {
  return {
    name: "files-beside-the-bundle",
    generateBundle() {
      const worker = readFileSync(find("maplibre-gl/dist/maplibre-gl-worker.mjs"), "utf8");
      this.emitFile({ type: "asset", fileName: "map-worker.js", source: worker.replace(/\/\/# sourceMappingURL=.*\s*$/, "") });
      this.emitFile({ type: "asset", fileName: "outlines.json", source: outlines() });
    },
  };
}

export default defineConfig({
  base: "/static/built/",
  publicDir: false,
  plugins: [files()],
  build: {
    target: "es2022",
    outDir: "../src/dateline/web/static/built",
    emptyOutDir: true,
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    modulePreload: false,
    license: { fileName: "licences.md" },
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: "src/desk.ts",
      output: {
        entryFileNames: "desk.js",
        chunkFileNames: (chunk) => `${chunk.facadeModuleId?.match(/src\/(\w+)\/picture/)?.[1] ?? chunk.name}-[hash].js`,
        assetFileNames: "desk.[ext]",
      },
    },
  },
});

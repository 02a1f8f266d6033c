import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { chunkOf } from "./scripts/fieldChunks.ts";
import { fieldWords } from "./scripts/fieldWords.ts";
import { offlineShell } from "./scripts/offlineShell.ts";
import { packedPhraseWords } from "./scripts/packedPhraseWords.ts";
import { precompressed } from "./scripts/precompressed.ts";

const firstScreen = /\/(?:(?:People|Register|Mine)Screen|street|phone)-/;
// The policy of the pages is `script-src 'self'; style-src 'self'`: nothing inline, no data: addresses.
export default defineConfig({
  plugins: [react(), packedPhraseWords(), fieldWords(), offlineShell(), precompressed()],
  worker: { format: "es" },
  build: {
    outDir: "dist/web",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // one file of 8 kB: no screen flashes unstyled, no order between chunks to get wrong
    cssCodeSplit: false,
    modulePreload: {
      polyfill: false,
      // what a first screen needs is asked for at once; the list for all screens would weigh 6 kB in every first load
      resolveDependencies: (file, parts, { hostType }) => (hostType === "html" || firstScreen.test(file) ? parts : []),
    },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // a phone in the street pays for each file with a round trip and half a kilobyte of headers: few files, not a hundred
        codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: chunkOf, debugName: "field" }] },
      },
    },
  },
});

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** What a node and the federation show to browsers. */
export default defineConfig({
  root: here('.'),
  base: '/',
  resolve: {
    alias: [
      // Its package names only the development build, which warns and weighs more.
      { find: /^react-router$/, replacement: here('../../node_modules/react-router/dist/production/index.mjs') },
      { find: /^@passerelle\/i18n\/catalogues\/(.+)$/, replacement: here('../../libs/i18n/catalogues/$1.ts') },
      { find: /^@passerelle\/(values|i18n)$/, replacement: here('../../libs/$1/index.ts') },
    ],
  },
  build: {
    outDir: here('../../dist/apps/web'),
    emptyOutDir: true,
    // A picture or a font inside the page would need a wider content security policy.
    assetsInlineLimit: 0,
    manifest: true,
    // A browser that does not know the hint loads a module when it is asked for: nothing else is needed.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // A room of the house does nothing by being named: what only one screen uses of it comes with that screen.
      treeshake: { moduleSideEffects: [{ test: /\/(libs|apps\/web\/src)\/.+\.tsx?$/, sideEffects: false }] },
      output: {
        // Pages that the programs write themselves name their script, which cannot carry a hash.
        entryFileNames: ({ name }) => (name === 'copy' ? 'plain/[name].js' : 'assets/[name]-[hash].js'),
        // What every page stands on comes as one piece, which compresses better than many.
        codeSplitting: {
          groups: [
            { name: 'base', test: /node_modules\/(react|react-dom|scheduler|react-router|@tanstack|i18next)\// },
            { name: 'base', test: /\/(apps\/web\/src\/(app|api)|libs\/(i18n|values))\//, minShareCount: 8 },
          ],
        },
      },
      input: { node: here('node.html'), federation: here('federation.html'), copy: here('src/plain/copy.ts') },
      // Libraries mark client components for servers that render React; there is no such server here.
      onwarn: (warning, warn) => warning.code !== 'MODULE_LEVEL_DIRECTIVE' && warn(warning),
    },
  },
});

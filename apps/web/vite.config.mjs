import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** What a node and the federation show to browsers. */
export default defineConfig({
  root: here('.'),
  base: '/',
  resolve: {
    alias: [
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
      input: { node: here('node.html'), federation: here('federation.html') },
      // Libraries mark client components for servers that render React; there is no such server here.
      onwarn: (warning, warn) => warning.code !== 'MODULE_LEVEL_DIRECTIVE' && warn(warning),
    },
  },
});

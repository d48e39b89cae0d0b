import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/**
 * The fonts that are embedded in every paper: they have the narrow space of French amounts, the minus of Swedish ones
 * and the euro sign. The fonts that every reader has would print a slash there, and lose the minus.
 */
export const fonts = {
  plain: resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  bold: resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
} as const;

export type Weight = keyof typeof fonts;

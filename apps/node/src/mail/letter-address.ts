import type { NodeConfig } from '../config/node-settings.js';

/** From where the node writes letters, and where answers to them are read. */
export const letterAddress = ({ node, baseUrl }: Pick<NodeConfig, 'node' | 'baseUrl'>): string =>
  `${node}@${new URL(baseUrl).hostname}`;

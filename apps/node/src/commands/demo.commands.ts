import type { Command } from './command.js';
import { elsewhere } from './elsewhere.js';

/** A demonstration is a whole federation with invented people, so it starts from a checkout and never from a node. */
export const demoCommands: readonly Command[] = [
  elsewhere('demo up', 'A demonstration on one machine is started from a checkout: npm start.', [
    'npm start, in a checkout, runs three cooperatives, their people and the federation on this machine; Ctrl-C ends it',
  ]),
  elsewhere('demo seed', 'Invented people come with a demonstration: npm start.', [
    'npm start, in a checkout, brings its invented people along; they are never put into a real node',
  ]),
];

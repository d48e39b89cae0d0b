import { type Command, exit } from './command.js';

/** A verb that an operator may look for here, and where what it would do is done. */
export const elsewhere = (name: string, summary: string, lines: readonly string[]): Command => ({
  name,
  summary,
  takes: '',
  example: `passerelle ${name}`,
  options: {},
  load: async () => async () => ({ code: exit.usage, lines, json: { see: lines } }),
});

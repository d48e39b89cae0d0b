import type { JsonObject } from '@passerelle/protocol';

export const concerns = ['mission', 'obligation', 'cycle', 'leg'] as const;

/**
 * What a message is about, such as `mission:0198…`. While a message waits for its room, later ones about the same thing
 * wait behind it: a cancellation must not overtake the offer that it cancels.
 */
export const concernsOf = (body: JsonObject): readonly string[] =>
  concerns.flatMap((name) => (typeof body[name] === 'string' ? [`${name}:${body[name]}`] : []));

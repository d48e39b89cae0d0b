import type { TextKey, TextValues } from '@passerelle/i18n';
import type { NodeBody } from '../api/node.js';
import type { Tone } from '../parts/state.js';

export type Declaration = NodeBody<'DeclarationBody'>;

export const declarationTones: Readonly<Record<Declaration['state'], Tone>> = {
  prepared: 'attention',
  sent: 'info',
  accepted: 'ok',
  refused: 'problem',
  late: 'problem',
  withdrawn: 'neutral',
};

/** What somebody has to do with a declaration next, as a text and its values. */
export function todoOf({
  state,
  awaitsAnswer,
  missing,
  wrong,
  differences: count,
}: Pick<Declaration, 'state' | 'awaitsAnswer' | 'missing' | 'wrong' | 'differences'>): readonly [TextKey, TextValues?] {
  if (count > 0) return ['desk.declarations.todo.compare', { count }];
  if (state === 'accepted' || state === 'withdrawn') return ['desk.declarations.todo.nothing'];
  if (awaitsAnswer) return ['desk.declarations.todo.wait'];
  if (missing.length > 0) return ['desk.declarations.todo.say', { count: missing.length }];
  if (wrong.length > 0) return ['desk.declarations.todo.correct', { count: wrong.length }];
  return [state === 'refused' ? 'desk.declarations.todo.refused' : 'desk.declarations.todo.send'];
}

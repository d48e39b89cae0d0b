import { type Environment, readConfig } from '@passerelle/doors/config';
import { nodeSettings } from '../../config/node-settings.js';
import { run, said } from '../said.js';
import { fileText } from '../settings-at-rest.js';
import { type Finding, fine, warning } from './finding.js';

/** Names of ours that nobody knows: a misspelt setting is silently without effect. One that is wrong stops the program. */
export function settings(env: Environment): readonly Finding[] {
  const read = readConfig(env, nodeSettings, fileText);
  const { unknown } = read.ok ? read.value : read.refusal;
  if (!read.ok)
    return [
      warning('settings', said('as-told', { why: namesOf(read.refusal.problems) }), run('passerelle config check')),
    ];
  const [first] = unknown;
  if (first === undefined) return [fine('settings', said('settings-known'))];
  const remedy =
    first.didYouMean === undefined ? said('remove-setting') : said('mean-setting', { name: first.didYouMean });
  return [warning('settings', said('setting-unknown', { name: namesOf(unknown) }), remedy)];
}

const namesOf = (all: readonly { readonly name: string }[]): string => all.map(({ name }) => name).join(', ');

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { NodeBody } from '../api/node.js';
import { Empty, Loaded } from '../app/loaded.js';
import { Page } from '../app/page.js';
import { InWords, type Texts, useTexts } from '../app/texts.js';
import { Act } from '../parts/act.js';
import { State, type Tone } from '../parts/state.js';
import { Table } from '../parts/table/table.js';
import { NewKey } from './new-key.js';

export type Key = NodeBody<'ApiKeyBody'>;

/** What a page may ask of a program: a node and the federation answer alike. */
export interface KeysDoor {
  readonly list: (signal: AbortSignal) => Promise<NodeBody<'ApiKeysBody'>>;
  readonly make: (body: NodeBody<'NewApiKeyBody'>) => Promise<NodeBody<'MadeApiKeyBody'>>;
  readonly revoke: (name: string) => Promise<unknown>;
}

const tones: Readonly<Record<Key['state'], Tone>> = { 'in-use': 'ok', ended: 'neutral', revoked: 'neutral' };

/** "Which programs come in, what may they do, and until when?" */
export const Keys = ({ door }: { readonly door: KeysDoor }): JSX.Element => (
  <InWords of="keys">
    <All door={door} />
  </InWords>
);

function All({ door }: { readonly door: KeysDoor }): JSX.Element {
  const { say } = useTexts();
  const keys = useQuery({ queryKey: ['api-keys'], queryFn: ({ signal }) => door.list(signal) });
  const inUse = keys.data?.items.filter(({ state }) => state === 'in-use') ?? [];
  return (
    <Page title={say('keys.title')} answer={inUse.length > 0 && say('keys.answer', { count: inUse.length })}>
      <Loaded query={keys}>
        {({ items, scopes }) => (
          <>
            {items.length === 0 ? <Empty>{say('keys.none')}</Empty> : <List keys={items} />}
            {inUse.map(({ name }) => (
              <Act
                key={name}
                name={say('keys.revoke', { name })}
                effect={say('keys.effect')}
                act={() => door.revoke(name)}
              />
            ))}
            <NewKey scopes={scopes} make={door.make} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function List({ keys }: { readonly keys: readonly Key[] }): JSX.Element {
  const { say, moment, deadline } = useTexts();
  return (
    <Table
      name="keys"
      caption={say('keys.list')}
      rows={keys}
      keyOf={({ prefix, madeAt }) => `${prefix} ${madeAt}`}
      columns={[
        { name: say('keys.name'), of: 'name', show: ({ name }) => name },
        {
          name: say('keys.state'),
          of: 'state',
          show: ({ state }) => <State tone={tones[state]}>{stateName(state, say)}</State>,
        },
        { name: say('keys.scopes'), of: 'scopes', show: ({ scopes }) => scopes.join(', ') },
        { name: say('keys.begins'), of: 'prefix', show: ({ prefix }) => <code>{prefix}…</code> },
        { name: say('keys.ends'), of: 'endsAt', show: ({ endsAt }) => deadline(endsAt) },
        {
          name: say('keys.used'),
          of: 'usedAt',
          show: ({ usedAt }) => (usedAt === null ? say('keys.never') : moment(usedAt)),
        },
        { name: say('keys.made'), of: 'madeAt', show: ({ madeAt }) => moment(madeAt) },
      ]}
    />
  );
}

const stateName = (state: Key['state'], say: Texts['say']): string =>
  say(state === 'in-use' ? 'keys.is.inUse' : `keys.is.${state}`);

import { useQuery } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { type NodeBody, askNode } from '../api/node.js';
import { useTexts } from '../app/texts.js';
import { Act } from '../parts/act.js';
import { useCountries } from '../parts/country.js';
import { SelectField, TextField } from '../parts/field.js';

/** Two cooperatives that employ her count her days in a country together, when she lets them: a code she carries. */
export function TwoHomes({ member }: { readonly member: string }): JSX.Element {
  const { say } = useTexts();
  const path = { id: member };
  const hosts = useQuery({
    queryKey: ['hosts'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/hosts', { signal }),
    staleTime: Infinity,
  });
  const consents = useQuery({
    queryKey: ['consents', member],
    queryFn: ({ signal }) => askNode('get', '/api/v1/members/{id}/counting-consents', { path, signal }),
  });
  const given = consents.data?.items ?? [];
  const others = (hosts.data?.items ?? []).filter(({ node }) => node !== hosts.data?.own);
  const free = others.filter(({ node }) => !given.some(({ branch }) => branch === node));
  const nameOf = (branch: string): string => others.find(({ node }) => node === branch)?.name ?? branch;
  return (
    <section className="card" aria-label={say('mine.homes.title')}>
      <h2>{say('mine.homes.title')}</h2>
      <p>{say('mine.homes.intro')}</p>
      {given.map((consent) => (
        <Given key={consent.branch} consent={consent} name={nameOf(consent.branch)} member={member} />
      ))}
      {free.length > 0 && (
        <Give key={free[0]!.node} branches={free.map(({ node, name }) => [node, name] as const)} member={member} />
      )}
      <Told member={member} nameOf={nameOf} />
    </section>
  );
}

interface GivenProps {
  readonly consent: NodeBody<'ConsentBody'>;
  readonly name: string;
  readonly member: string;
}

function Given({ consent: { branch, since, code }, name, member }: GivenProps): JSX.Element {
  const { say, day } = useTexts();
  return (
    <div className="fields" data-testid="consent" data-branch={branch}>
      <p>{say('mine.homes.given', { name, day: day(since) })}</p>
      {code !== null && (
        <p>
          {say('mine.homes.code')} <code>{code}</code>
        </p>
      )}
      <Act
        name={say('mine.homes.withdraw')}
        act={() =>
          askNode('post', '/api/v1/members/{id}/counting-consents/withdraw', { path: { id: member }, body: { branch } })
        }
      />
    </div>
  );
}

interface GiveProps {
  readonly branches: readonly (readonly [node: string, name: string])[];
  readonly member: string;
}

function Give({ branches, member }: GiveProps): JSX.Element {
  const { say } = useTexts();
  const [branch, setBranch] = useState(branches[0]![0]);
  const [code, setCode] = useState('');
  const written = code.trim();
  return (
    <details>
      <summary>{say('mine.homes.give')}</summary>
      <Act
        isMain
        of={`${branch} ${written}`}
        name={say('mine.homes.allow')}
        act={() =>
          askNode('post', '/api/v1/members/{id}/counting-consents', {
            path: { id: member },
            body: { branch, ...(written !== '' && { code: written }) },
          })
        }
      >
        {(said) => (
          <>
            <SelectField
              label={say('mine.homes.branch')}
              value={branch}
              choices={branches}
              onChoose={setBranch}
              error={said('#/branch')}
            />
            <TextField
              label={say('mine.homes.codeThere')}
              hint={say('mine.homes.codeHint')}
              autoComplete="off"
              value={code}
              onChange={({ target }) => setCode(target.value)}
              error={said('#/code')}
            />
          </>
        )}
      </Act>
    </details>
  );
}

interface ToldProps {
  readonly member: string;
  readonly nameOf: (branch: string) => string;
}

/** Every question about her days that crossed between the two, and what was told. */
function Told({ member, nameOf }: ToldProps): JSX.Element | null {
  const { say, day, days: range } = useTexts();
  const countries = new Map(useCountries());
  const log = useQuery({
    queryKey: ['countings', member],
    queryFn: ({ signal }) => askNode('get', '/api/v1/members/{id}/countings', { path: { id: member }, signal }),
  });
  if (!log.data || log.data.items.length === 0) return null;
  return (
    <details>
      <summary>{say('mine.homes.log')}</summary>
      <ul className="small">
        {[...log.data.items].reverse().map(({ branch, direction, country, state, at, spans }, index) => (
          <li key={index}>
            {say(direction === 'asked' ? 'mine.homes.asked' : 'mine.homes.answered', {
              day: day(at),
              name: nameOf(branch),
              country: countries.get(country) ?? country,
            })}{' '}
            {state === 'counted'
              ? spans
                  .map(({ first, last, days }) => `${range(first, last)}, ${say('mission.days', { count: days ?? 0 })}`)
                  .join(' · ')
              : say(state === 'waiting' ? 'mine.homes.waiting' : 'mine.homes.unknown')}
          </li>
        ))}
      </ul>
    </details>
  );
}

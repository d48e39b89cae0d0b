import { readMoney } from '@passerelle/i18n';
import { useQuery } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { type NodeBody, askNode } from '../api/node.js';
import { amountOf } from '../app/amount.js';
import { Loaded } from '../app/loaded.js';
import { useTexts } from '../app/texts.js';
import { Act } from '../parts/act.js';
import { MoneyField } from '../parts/money-field.js';
import { State } from '../parts/state.js';
import { PartnerEnding } from './partner-ending.js';

type Partner = NodeBody<'PartnerBody'>;
type Cap = Partner['caps'][number];

/** How far we go with each other cooperative: what it may owe us, and whether anything new begins with it. */
export function PartnerDecisions({ partners }: { readonly partners: readonly Partner[] }): JSX.Element {
  const { say } = useTexts();
  return (
    <section className="fields" aria-label={say('desk.partners.decide')}>
      <h2>{say('desk.partners.decide')}</h2>
      <ul className="plain two-even">
        {partners.map(({ node }) => (
          <OnePartner key={node} node={node} />
        ))}
      </ul>
    </section>
  );
}

/** Asked for by itself, so that what is decided rests on the version that stands here. */
function OnePartner({ node }: { readonly node: string }): JSX.Element {
  const partner = useQuery({
    queryKey: ['partners', node],
    queryFn: ({ signal }) => askNode('get', '/api/v1/partners/{node}', { path: { node }, signal }),
  });
  return <Loaded query={partner}>{(data) => <Decisions partner={data} />}</Loaded>;
}

function Decisions({ partner }: { readonly partner: Partner }): JSX.Element {
  const { say, day } = useTexts();
  const { node, name, bar, reason, suspendedSince, caps } = partner;
  const path = { node };
  const on = `/api/v1/partners/${node}`;
  return (
    <li className="card fields" data-testid="partner" data-node={node} data-bar={bar ?? undefined}>
      <div className="row apart">
        <h3>
          {name} <span className="soft">({node})</span>
        </h3>
        <State tone={bar === null ? 'ok' : 'problem'}>
          {bar === null ? say('desk.partners.dealing') : say(`desk.partners.bar.${bar}`)}
        </State>
      </div>
      {suspendedSince !== null && (
        <p className="notice attention">
          {say('desk.partners.suspendedSince', { day: day(suspendedSince), reason: reason ?? '' })}
        </p>
      )}
      {bar === null &&
        caps
          .filter(({ debtor }) => debtor === node)
          .map((cap) => <CapForm key={cap.cap.currency} partner={partner} cap={cap} />)}
      {bar === null && (
        <Act
          name={say('desk.partners.suspend', { node: name })}
          asks={say('desk.partners.why')}
          effect={say('desk.partners.suspendEffect', { node: name })}
          on={on}
          act={(once, why, seen) =>
            askNode('post', '/api/v1/partners/{node}/suspend', { path, once, seen, body: { reason: why } })
          }
        />
      )}
      {suspendedSince !== null && (
        <Act
          name={say('desk.partners.resume', { node: name })}
          effect={say('desk.partners.resumeEffect', { node: name })}
          on={on}
          act={(once, _, seen) => askNode('post', '/api/v1/partners/{node}/resume', { path, once, seen })}
        />
      )}
      {bar !== 'left' && <PartnerEnding partner={partner} />}
    </li>
  );
}

interface CapFormProps {
  readonly partner: Partner;
  readonly cap: Cap;
}

/** So much may it owe us from now on. */
function CapForm({ partner: { node, name }, cap: { cap, agreed, reserved } }: CapFormProps): JSX.Element {
  const { say, money } = useTexts();
  const [text, setText] = useState('');
  const currency = cap.currency;
  const read = readMoney(text, currency);
  const next = read.ok ? (amountOf(read.value) as NodeBody<'MoneyBody'>) : undefined;
  return (
    <Act
      of={text}
      name={say('desk.partners.setCap', { currency })}
      asks={say('desk.partners.capWhy')}
      effect={say('desk.partners.capEffect', {
        node: name,
        before: money(cap),
        after: next ? money(next) : '',
        agreed: money(agreed),
        reserved: money(reserved),
      })}
      on={`/api/v1/partners/${node}`}
      act={(once, reason, seen) => {
        const body = { cap: next ?? cap, reason };
        return askNode('post', '/api/v1/partners/{node}/cap', { path: { node }, once, seen, body });
      }}
      onDone={() => setText('')}
    >
      {(said) => (
        <MoneyField
          label={say('desk.partners.newCap', { node: name, currency })}
          hint={say('desk.partners.capNow', { amount: money(cap) })}
          currency={currency}
          text={text}
          onText={setText}
          error={said('#/cap') ?? said('#/cap/amount')}
        />
      )}
    </Act>
  );
}

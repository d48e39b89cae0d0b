import { readMoney } from '@passerelle/i18n';
import { type JSX, useState } from 'react';
import { type NodeBody, askNode } from '../api/node.js';
import { amountOf } from '../app/amount.js';
import { useTexts } from '../app/texts.js';
import { Act } from '../parts/act.js';
import { MoneyField } from '../parts/money-field.js';
import { State } from '../parts/state.js';

type Partner = NodeBody<'PartnerBody'>;
type Cap = Partner['caps'][number];

/** How far we go with each other cooperative: what it may owe us, and whether anything new begins with it. */
export function PartnerDecisions({ partners }: { readonly partners: readonly Partner[] }): JSX.Element {
  const { say } = useTexts();
  return (
    <section className="fields" aria-label={say('desk.partners.decide')}>
      <h2>{say('desk.partners.decide')}</h2>
      <ul className="plain two-even">
        {partners.map((partner) => (
          <OnePartner key={partner.node} partner={partner} />
        ))}
      </ul>
    </section>
  );
}

function OnePartner({
  partner: { node, bar, reason, suspendedSince, caps },
}: {
  readonly partner: Partner;
}): JSX.Element {
  const { say, day } = useTexts();
  const path = { node };
  return (
    <li className="card fields" data-testid="partner" data-node={node} data-bar={bar ?? undefined}>
      <div className="row apart">
        <h3>{node}</h3>
        <State tone={bar === null ? 'ok' : 'problem'}>
          {bar === null ? say('desk.partners.dealing') : say(`desk.partners.bar.${bar}`)}
        </State>
      </div>
      {suspendedSince !== null && (
        <p className="notice attention">
          {say('desk.partners.suspendedSince', { day: day(suspendedSince.slice(0, 10)), reason: reason ?? '' })}
        </p>
      )}
      {bar === null &&
        caps
          .filter(({ debtor }) => debtor === node)
          .map((cap) => <CapForm key={`${cap.cap.amount} ${cap.cap.currency}`} cap={cap} />)}
      {bar === null && (
        <Act
          name={say('desk.partners.suspend', { node })}
          asks={say('desk.partners.why')}
          effect={say('desk.partners.suspendEffect', { node })}
          act={(once, why) => askNode('post', '/api/v1/partners/{node}/suspend', { path, once, body: { reason: why } })}
        />
      )}
      {suspendedSince !== null && (
        <Act
          name={say('desk.partners.resume', { node })}
          effect={say('desk.partners.resumeEffect', { node })}
          act={(once) => askNode('post', '/api/v1/partners/{node}/resume', { path, once })}
        />
      )}
    </li>
  );
}

/** So much may it owe us from now on. */
function CapForm({ cap: { debtor: node, cap, agreed, reserved } }: { readonly cap: Cap }): JSX.Element {
  const { say, money } = useTexts();
  const [text, setText] = useState('');
  const currency = cap.currency;
  const read = readMoney(text, currency);
  const next = read.ok ? (amountOf(read.value) as NodeBody<'MoneyBody'>) : undefined;
  return (
    <Act
      of={text}
      name={say('desk.partners.setCap', { currency })}
      effect={say('desk.partners.capEffect', {
        node,
        before: money(cap),
        after: next ? money(next) : '',
        agreed: money(agreed),
        reserved: money(reserved),
      })}
      act={(once) =>
        askNode('post', '/api/v1/partners/{node}/cap', { path: { node }, once, body: { cap: next ?? cap } })
      }
    >
      {(said) => (
        <MoneyField
          label={say('desk.partners.newCap', { node, currency })}
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

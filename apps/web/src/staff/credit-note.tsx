import { readMoney } from '@passerelle/i18n';
import { type JSX, useState } from 'react';
import { useNavigate } from 'react-router';
import { type NodeBody, askNode } from '../api/node.js';
import { amountOf } from '../app/amount.js';
import { useTexts } from '../app/texts.js';
import { Act, someWord } from '../parts/act.js';
import { SelectField, TextField } from '../parts/field.js';
import { MoneyField } from '../parts/money-field.js';

interface CreditNoteProps {
  readonly claim: Pick<NodeBody<'RecoveryBody'>, 'invoice' | 'number' | 'open'>;
}

/** An invoice is never edited: a document that names it takes it back, whole or in part. */
export function CreditNoteForm({ claim: { invoice, number, open } }: CreditNoteProps): JSX.Element {
  const { say } = useTexts();
  const navigate = useNavigate();
  const [extent, setExtent] = useState('all');
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const [billAgain, setBillAgain] = useState(false);
  const isPart = extent === 'part';
  const read = readMoney(text, open.currency);
  const net = isPart && read.ok ? { net: amountOf(read.value) as NodeBody<'MoneyBody'> } : {};
  return (
    <Act
      of={[extent, text, reason, String(billAgain)].join(' ')}
      name={say('desk.creditNote.issue')}
      effect={say('desk.creditNote.effect')}
      confirm={number}
      act={async (once) => {
        const body = { reason, ...net, ...(!isPart && { billAgain }) };
        await askNode('post', '/api/v1/invoices/{id}/credit-notes', { path: { id: invoice }, body, once });
        void navigate(`/staff/recovery/${invoice}/credited`);
      }}
    >
      {(said) => (
        <>
          <SelectField
            label={say('desk.creditNote.extent')}
            value={extent}
            choices={[
              ['all', say('desk.creditNote.all')],
              ['part', say('desk.creditNote.part')],
            ]}
            onChoose={setExtent}
          />
          {isPart ? (
            <MoneyField
              label={say('desk.creditNote.net')}
              currency={open.currency}
              text={text}
              onText={setText}
              error={said('#/net/amount') ?? said('#/net')}
            />
          ) : (
            <label className="row">
              <input type="checkbox" checked={billAgain} onChange={({ target }) => setBillAgain(target.checked)} />
              {say('desk.creditNote.again')}
            </label>
          )}
          <TextField
            label={say('desk.creditNote.reason')}
            value={reason}
            required
            pattern={someWord}
            maxLength={200}
            error={said('#/reason')}
            onChange={({ target }) => setReason(target.value)}
          />
        </>
      )}
    </Act>
  );
}

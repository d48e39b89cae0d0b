import type { JSX } from 'react';
import type { NodeBody } from '../api/node.js';
import { useTexts } from '../app/texts.js';
import { Named } from '../parts/faults.js';
import { SelectField, TextField } from '../parts/field.js';
import { PercentField } from '../parts/percent-field.js';
import { readPercent } from '../parts/percent.js';

/** What the two cooperatives agree between them about a mission, as it is typed. */
export interface Shares {
  readonly hostSharePercent: string;
  readonly defaultBearer: 'host' | 'home';
  readonly dueDays: string;
}

type SharesField = 'hostSharePercent' | 'dueDays';

interface Agreed {
  readonly hostSharePercent: string;
  readonly defaultBearer: Shares['defaultBearer'];
  readonly dueDays: number;
}

/** As the terms have it. */
export function sharesOf({ terms }: Pick<NodeBody<'MissionBody'>, 'terms'>): Shares {
  const { hostSharePercent, defaultBearer, dueDays } = terms as unknown as Agreed;
  return { hostSharePercent, defaultBearer, dueDays: String(dueDays) };
}

/** Fields that keep it from being offered. */
export function sharesFaults({ hostSharePercent, dueDays }: Shares): readonly SharesField[] {
  const share = readPercent(hostSharePercent);
  const days = Number(dueDays);
  const isShare = share !== undefined && Number(share) <= 100;
  const isDays = dueDays.trim() !== '' && Number.isInteger(days) && days >= 0 && days <= 120;
  return [...(isShare ? [] : ['hostSharePercent' as const]), ...(isDays ? [] : ['dueDays' as const])];
}

interface SharesFieldsProps {
  readonly shares: Shares;
  readonly onChange: (shares: Shares) => void;
  /** Sending was tried: every fault is said. */
  readonly isTried: boolean;
}

export function SharesFields({ shares, onChange, isTried }: SharesFieldsProps): JSX.Element {
  const { say } = useTexts();
  const faults = isTried ? sharesFaults(shares) : [];
  const said = (field: SharesField): string | undefined =>
    faults.includes(field) ? say(`desk.amend.fault.${field}`) : undefined;
  return (
    <fieldset className="inset">
      <legend>{say('desk.amend.between')}</legend>
      <div className="two-even">
        <Named field="hostSharePercent">
          <PercentField
            label={say('desk.amend.share')}
            text={shares.hostSharePercent}
            onText={(hostSharePercent) => onChange({ ...shares, hostSharePercent })}
            error={said('hostSharePercent')}
          />
        </Named>
        <Named field="dueDays">
          <TextField
            label={say('desk.amend.dueDays')}
            hint={say('desk.amend.dueDaysHint')}
            inputMode="numeric"
            value={shares.dueDays}
            error={said('dueDays')}
            onChange={({ target }) => onChange({ ...shares, dueDays: target.value })}
          />
        </Named>
      </div>
      <SelectField
        label={say('desk.amend.bearer')}
        value={shares.defaultBearer}
        choices={(['host', 'home'] as const).map((one) => [one, say(`desk.amend.bears.${one}`)])}
        onChoose={(one) => onChange({ ...shares, defaultBearer: one as Shares['defaultBearer'] })}
      />
    </fieldset>
  );
}

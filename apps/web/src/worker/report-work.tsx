import { type JSX, useState } from 'react';
import { askNode } from '../api/node.js';
import { Act } from '../parts/act.js';
import { SelectField } from '../parts/field.js';

interface ReportWorkProps {
  readonly mission: string;
  /** As many days as were agreed. */
  readonly agreed: number;
  readonly words: {
    readonly days: string;
    readonly hint?: string;
    /** What the button says of that many days. */
    readonly report: (count: number) => string;
    readonly effect: string;
  };
  readonly onDone?: () => void;
}

/** The work is over: for as many days as were worked, at most as many as were agreed. */
export function ReportWork({ mission: id, agreed, words, onDone }: ReportWorkProps): JSX.Element {
  const [days, setDays] = useState(agreed);
  const choices = Array.from({ length: agreed }, (_, at) => [String(agreed - at), String(agreed - at)] as const);
  return (
    <Act
      isMain
      name={words.report(days)}
      effect={words.effect}
      on={`/api/v1/missions/${id}`}
      of={String(days)}
      act={(once, _, seen) =>
        askNode('post', '/api/v1/missions/{id}/complete', { path: { id }, once, seen, body: { days } })
      }
      onDone={onDone}
    >
      {() =>
        agreed > 1 && (
          <div className="narrow">
            <SelectField
              label={words.days}
              hint={words.hint}
              value={String(days)}
              choices={choices}
              onChoose={(chosen) => setDays(Number(chosen))}
            />
          </div>
        )
      }
    </Act>
  );
}

import type { JSX } from 'react';
import { askNode } from '../api/node.js';
import { useTexts } from '../app/texts.js';
import { Act } from '../parts/act.js';
import { State, type Tone } from '../parts/state.js';
import { Table } from '../parts/table/table.js';
import { type Finding, type Findings, keyOf, nameOf, needsLook } from './findings.js';

const tones: Readonly<Record<Finding['result'], Tone>> = { ok: 'ok', warn: 'attention', fail: 'problem' };

const knownDays = 7;

/** Each finding with what mends it; what is not well may be acknowledged for a week. */
export function Doctor({ of: { allLookedAt, findings } }: { readonly of: Findings }): JSX.Element {
  const { say, moment } = useTexts();
  return (
    <section className="fields" aria-label={say('about.system.doctor')}>
      <Table
        name="doctor"
        caption={say('about.system.doctor')}
        rows={findings}
        keyOf={keyOf}
        columns={[
          { name: say('about.system.what'), of: 'name', show: (finding) => nameOf(finding, findings) },
          { name: say('about.system.result'), of: 'result', show: (finding) => <Result finding={finding} /> },
          {
            name: say('about.system.says'),
            of: 'says',
            show: ({ says, remedy }) => (
              <>
                {says}
                {remedy !== null && <code className="block">{remedy}</code>}
              </>
            ),
          },
          { name: say('about.system.looked'), of: 'lookedAt', show: ({ lookedAt }) => moment(lookedAt) },
        ]}
      />
      <p className="small soft">
        {allLookedAt === null ? say('about.system.notAll') : say('about.system.all', { at: moment(allLookedAt) })}
      </p>
      {findings.filter(needsLook).map((finding) => (
        <Act
          key={keyOf(finding)}
          name={say('about.system.acknowledge', { what: nameOf(finding, findings) })}
          asks={say('about.system.why')}
          effect={say('about.system.acknowledgeEffect')}
          act={(_, reason) => {
            const { what, machine } = finding;
            const body = { what, ...(machine !== null && { machine }), reason, until: inDays(knownDays) };
            return askNode('post', '/api/v1/system/findings/acknowledgements', { body });
          }}
        />
      ))}
    </section>
  );
}

function Result({ finding: { result, known } }: { readonly finding: Finding }): JSX.Element {
  const { say, deadline } = useTexts();
  if (result === 'ok' || known === null) return <State tone={tones[result]}>{say(`about.system.is.${result}`)}</State>;
  return (
    <State tone="info">{say('about.system.is.known', { until: deadline(known.until), reason: known.reason })}</State>
  );
}

/** Until when each certificate is good. */
export function Certificates({ of: { findings } }: { readonly of: Findings }): JSX.Element | null {
  const { say, deadline } = useTexts();
  const rows = findings.filter(({ endsAt }) => endsAt !== null);
  if (rows.length === 0) return null;
  return (
    <Table
      name="certificates"
      caption={say('about.system.certificates')}
      rows={rows}
      keyOf={keyOf}
      columns={[
        { name: say('about.system.what'), of: 'name', show: ({ name }) => name },
        { name: say('about.system.ends'), of: 'endsAt', show: ({ endsAt }) => endsAt && deadline(endsAt) },
        { name: say('about.system.result'), of: 'result', show: (finding) => <Result finding={finding} /> },
      ]}
    />
  );
}

const inDays = (days: number): string => new Date(Date.now() + days * 24 * 3600 * 1000).toISOString().slice(0, 10);

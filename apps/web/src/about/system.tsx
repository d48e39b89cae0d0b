import { useQuery } from '@tanstack/react-query';
import type { JSX, ReactNode } from 'react';
import { askNode } from '../api/node.js';
import { Loaded } from '../app/loaded.js';
import { Page } from '../app/page.js';
import { InWords, type Texts, useTexts } from '../app/texts.js';
import { Facts, Table } from '../parts/table/table.js';
import { type Findings, needsLook, useFindings } from './findings.js';
import { Certificates, Doctor } from './doctor.js';
import { Queue } from './queue.js';
import { Recent } from './recent.js';

/** "Is it healthy, can I restore, may I upgrade?" What an administrator asks, in one screen. */
export const SystemPage = (): JSX.Element => (
  <InWords of="about">
    <InWords of="own">
      <System />
    </InWords>
  </InWords>
);

function System(): JSX.Element {
  const { say } = useTexts();
  const findings = useFindings();
  return (
    <Page title={say('web.rooms.system')} answer={findings.data && answerOf(findings.data, say)}>
      <div className="two-even">
        <Program />
        <Queue />
      </div>
      <Loaded query={findings}>
        {(data) => (
          <>
            <Doctor of={data} />
            <Certificates of={data} />
          </>
        )}
      </Loaded>
      <Recent />
      <Settings />
    </Page>
  );
}

/** That nothing was found says little before everything was looked at. */
function answerOf({ allLookedAt, findings }: Findings, say: Texts['say']): string {
  const count = findings.filter(needsLook).length;
  if (count > 0) return say('about.system.answer.unwell', { count });
  return say(allLookedAt === null ? 'about.system.notAll' : 'about.system.answer.well');
}

const useSystem = () =>
  useQuery({ queryKey: ['system'], queryFn: ({ signal }) => askNode('get', '/api/v1/system', { signal }) });

function Program(): JSX.Element {
  const { say, moment } = useTexts();
  const at = (instant: string | null): ReactNode => (instant === null ? say('about.system.never') : moment(instant));
  return (
    <section className="card fields" aria-label={say('about.system.program')}>
      <h2>{say('about.system.program')}</h2>
      <Loaded query={useSystem()}>
        {({ node, version, startedAt, backups }) => (
          <Facts
            of={[
              [say('about.system.node'), node],
              [say('about.system.version'), version],
              [say('about.system.update'), say('about.system.noUpdate')],
              [say('about.system.started'), moment(startedAt)],
              [say('about.system.backup'), at(backups.madeAt)],
              [say('about.system.restore'), at(backups.restoredAt)],
            ]}
          />
        )}
      </Loaded>
    </section>
  );
}

function Settings(): JSX.Element {
  const { say } = useTexts();
  return (
    <Loaded query={useSystem()}>
      {({ settings }) => (
        <Table
          name="settings"
          caption={say('about.system.settings')}
          rows={settings}
          keyOf={({ name }) => name}
          columns={[
            { name: say('about.system.setting'), of: 'name', show: ({ name }) => <code>{name}</code> },
            {
              name: say('about.system.value'),
              of: 'value',
              show: ({ value }) =>
                value === '(hidden)' ? <em>{say('about.system.hidden')}</em> : <code>{value}</code>,
            },
            { name: say('about.system.from'), of: 'from', show: ({ from }) => say(`about.system.source.${from}`) },
          ]}
        />
      )}
    </Loaded>
  );
}

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { type NodeBody, askNode } from '../api/node.js';
import { Loaded } from '../app/loaded.js';
import { useTexts } from '../app/texts.js';
import { Act } from '../parts/act.js';

type Partner = NodeBody<'PartnerBody'>;

/** What is rare and stays: settling with one partner what a cycle left out, and parting from it. */
export function PartnerEnding({ partner }: { readonly partner: Partner }): JSX.Element {
  const { say, money } = useTexts();
  const { node, name, caps } = partner;
  const agreed = caps.map((cap) => cap.agreed).filter(({ amount }) => Number(amount) !== 0);
  return (
    <details>
      <summary>{say('desk.partners.more')}</summary>
      <div className="fields">
        <SettlePair node={node} name={name} />
        <Act
          name={say('desk.partners.leave', { node: name })}
          asks={say('desk.partners.why')}
          effect={say('desk.partners.leaveEffect', {
            node: name,
            agreed: agreed.map(money).join(', ') || say('desk.partners.nothingAgreed'),
          })}
          confirm={name}
          on={`/api/v1/partners/${node}`}
          act={(once, reason, seen) =>
            askNode('post', '/api/v1/partners/{node}/leave', { path: { node }, once, seen, body: { reason } })
          }
        />
      </div>
    </details>
  );
}

function SettlePair({ node, name }: Pick<Partner, 'node' | 'name'>): JSX.Element {
  const { say } = useTexts();
  const path = { node };
  const outlook = useQuery({
    queryKey: ['partners', node, 'pair-settlement'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/partners/{node}/pair-settlement', { path, signal }),
  });
  return (
    <Loaded query={outlook}>
      {({ cycle: id, possible, settlement }) => {
        const cycle = id?.replace('cyc_', '') ?? '';
        const said = settlement && whoSaid(settlement, node);
        return (
          <>
            {said && <p className="notice">{say(`desk.partners.said.${said}`, { cycle, node: name })}</p>}
            {!said && !possible && <p className="soft">{say('desk.partners.nothingLeft')}</p>}
            {possible && (
              <Act
                name={say('desk.partners.settle', { cycle })}
                effect={say('desk.partners.settleEffect', { cycle, node: name })}
                confirm={cycle}
                act={(once) => askNode('post', '/api/v1/partners/{node}/settle-pair', { path, once })}
              />
            )}
          </>
        );
      }}
    </Loaded>
  );
}

/** Where a direct settlement stands, seen from here. */
function whoSaid({ status, said }: NodeBody<'PairSettlementBody'>, node: string) {
  if (status !== 'offered') return status;
  return said.includes(node) ? 'theirs' : 'ours';
}

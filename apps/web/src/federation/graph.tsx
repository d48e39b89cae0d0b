import type { JSX } from 'react';
import type { FederationBody } from '../api/federation.js';
import { useTexts } from '../app/texts.js';
import { arrowOf, placesOf } from './circle.js';

type Node = FederationBody<'NodeBody'>;
type Link = FederationBody<'LinkBody'>;

const size = 400;

interface NodeGraphProps {
  readonly nodes: readonly Node[];
  readonly links: readonly Link[];
}

/** Nodes on a circle and an arrow for each direction: solid when all is acknowledged, dashed when not, dotted when down. */
export function NodeGraph({ nodes, links }: NodeGraphProps): JSX.Element {
  const { say } = useTexts();
  const places = placesOf(
    nodes.map(({ node }) => node),
    size,
  );
  return (
    <figure className="card graph">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={say('federation.nodes.graph')}>
        <defs>
          <marker id="arrow" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="6" markerHeight="6" orient="auto">
            <path d="M0 0 10 5 0 10z" />
          </marker>
        </defs>
        {links.map(({ from, to, health }) => {
          const [start, end] = [places.get(from), places.get(to)];
          if (!start || !end) return null;
          return (
            <line key={`${from} ${to}`} {...arrowOf(start, end)} className={`link-${health}`} markerEnd="url(#arrow)" />
          );
        })}
        {nodes.map(({ node, state }) => {
          const { x, y } = places.get(node)!;
          return (
            <g key={node} data-testid="node-card" data-node={node} data-state={state} className={`node-${state}`}>
              {state === 'live' ? (
                <circle cx={x} cy={y} r="34" />
              ) : (
                <rect x={x - 34} y={y - 34} width="68" height="68" rx="4" />
              )}
              <text x={x} y={y} textAnchor="middle" dominantBaseline="central">
                {node}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption className="small soft">{say('federation.nodes.graphText')}</figcaption>
    </figure>
  );
}

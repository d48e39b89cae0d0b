import { type JSX, useMemo } from 'react';
import type { FederationBody } from '../api/federation.js';
import { useTexts } from '../app/texts.js';
import { arrowOf, layoutOf, radius } from './layout.js';

type Node = FederationBody<'NodeBody'>;
type Link = FederationBody<'LinkBody'>;

interface NodeGraphProps {
  readonly nodes: readonly Node[];
  readonly links: readonly Link[];
}

/** Nodes and an arrow for each direction: solid when all is acknowledged, dashed when not, dotted when down. */
export function NodeGraph({ nodes, links }: NodeGraphProps): JSX.Element {
  const { say } = useTexts();
  const drawn = `${nodes.map(({ node }) => node).join(' ')}|${links.map(({ from, to }) => `${from} ${to}`).join('|')}`;
  // What is drawn changes far less often than what is said of it.
  const { places, width, height } = useMemo(
    () =>
      layoutOf(
        nodes.map(({ node }) => node),
        links,
      ),
    [drawn],
  );
  const healths = [...new Set(links.map(({ health }) => health))];
  return (
    <figure className="card graph">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={say('federation.nodes.graph')}
      >
        <defs>
          {healths.map((health) => (
            <marker
              key={health}
              id={`arrow-${health}`}
              className={`link-${health}`}
              viewBox="0 0 10 10"
              refX="8"
              refY="5"
              markerWidth="6"
              markerHeight="6"
              orient="auto"
            >
              <path d="M0 0 10 5 0 10z" />
            </marker>
          ))}
        </defs>
        {links.map(({ from, to, health }) => {
          const [start, end] = [places.get(from), places.get(to)];
          if (!start || !end) return null;
          return (
            <line
              key={`${from} ${to}`}
              {...arrowOf(start, end)}
              className={`link-${health}`}
              markerEnd={`url(#arrow-${health})`}
            />
          );
        })}
        {nodes.map(({ node, state }) => {
          const { x, y } = places.get(node)!;
          return (
            <g key={node} data-testid="node-card" data-node={node} data-state={state} className={`node-${state}`}>
              {state === 'live' ? (
                <circle cx={x} cy={y} r={radius} />
              ) : (
                <rect x={x - radius} y={y - radius} width={2 * radius} height={2 * radius} rx="4" />
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

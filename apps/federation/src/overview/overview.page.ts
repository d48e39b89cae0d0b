import { type Language, languages } from '@passerelle/doors';
import type { NodeView } from '../monitoring/nodes.js';
import { type OverviewWords, overviewWords } from './overview.words.js';

/** A page without script: a table and sentences only. */

/** For everybody: which cooperatives report. No figure, no amount, no internals. */
export function publicPage(nodes: readonly NodeView[], language: Language): string {
  const words = overviewWords[language];
  const areAllLive = nodes.every(({ state }) => state === 'live');
  return page(words, language, [
    `<p>${text(areAllLive ? words.everybodyReports : words.notEverybodyReports)}</p>`,
    nodesTable(nodes, words),
    `<p><a href="/federation?lang=${language}">${text(words.details)}</a></p>`,
  ]);
}

const nodesTable = (nodes: readonly NodeView[], words: OverviewWords): string =>
  table(
    words.node,
    [words.node, words.state, words.lastReport],
    nodes.map(({ name, state, receivedAt }) => [name, words.states[state], receivedAt?.toISOString() ?? '–']),
  );

function table(caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]): string =>
    row.map((cell, at) => (at === 0 ? `<th scope="row">${text(cell)}</th>` : `<td>${text(cell)}</td>`)).join('');
  return `<table><caption>${text(caption)}</caption>
<thead><tr>${heads.map((head) => `<th scope="col">${text(head)}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}</tbody></table>`;
}

const page = (words: OverviewWords, language: Language, body: readonly string[]): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(words.title)} · Passerelle</title>
<link rel="stylesheet" href="/overview.css">
</head>
<body><main><h1>${text(words.title)}</h1>
${body.filter(Boolean).join('\n')}
<nav aria-label="${text(words.language)}">${languages.map((each) => languageLink(each, language)).join(' ')}</nav>
</main></body>
</html>
`;

const languageLink = (each: Language, chosen: Language): string =>
  each === chosen ? `<b>${each}</b>` : `<a href="?lang=${each}" hreflang="${each}">${each}</a>`;

export const overviewStyle = `
:root { color-scheme: light dark; }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; display: block; overflow-x: auto; }
caption { text-align: left; font-weight: 600; padding: 0.25rem 0; }
th, td { text-align: left; padding: 0.375rem 0.75rem 0.375rem 0; border-bottom: 1px solid #8886; font-variant-numeric: tabular-nums; }
nav a, nav b { display: inline-block; min-width: 2.75rem; padding: 0.625rem 0; text-transform: uppercase; }
`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const text = (raw: string): string => raw.replaceAll(/[&<>"']/g, (sign) => entities[sign]!);

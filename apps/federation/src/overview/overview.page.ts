import { type Language, languages, plainStylePath } from '@passerelle/doors';
import { localeOf } from '@passerelle/i18n';
import type { NodeView } from '../monitoring/nodes.js';
import { type OverviewWords, overviewWords } from './overview.words.js';

/** A page without script: a table and sentences only. */

/** For everybody: which cooperatives report. No figure, no amount, no internals. */
export function publicPage(nodes: readonly NodeView[], language: Language): string {
  const words = overviewWords[language];
  const areAllLive = nodes.every(({ state }) => state === 'live');
  return page(words, language, [
    `<p>${text(areAllLive ? words.everybodyReports : words.notEverybodyReports)}</p>`,
    nodesTable(nodes, words, language),
    `<p><a href="/federation?lang=${language}">${text(words.details)}</a></p>`,
    `<p><a href="/status?lang=${language}">${text(words.status)}</a></p>`,
  ]);
}

function nodesTable(nodes: readonly NodeView[], words: OverviewWords, language: Language): string {
  const moment = new Intl.DateTimeFormat(localeOf(language), { ...momentStyle, timeZone: 'UTC' });
  return table(
    words.nodes,
    [words.node, words.state, words.lastReport],
    nodes.map(({ name, state, receivedAt }) => [
      name,
      words.states[state],
      receivedAt ? moment.format(receivedAt) : '–',
    ]),
  );
}

const momentStyle = { dateStyle: 'medium', timeStyle: 'short' } as const;

function table(caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]): string =>
    row.map((cell, at) => (at === 0 ? `<th scope="row">${text(cell)}</th>` : `<td>${text(cell)}</td>`)).join('');
  return `<div class="scroll"><table><caption>${text(caption)}</caption>
<thead><tr>${heads.map((head) => `<th scope="col">${text(head)}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}</tbody></table></div>`;
}

const page = (words: OverviewWords, language: Language, body: readonly string[]): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(words.title)} · Passerelle</title>
<link rel="stylesheet" href="${plainStylePath}">
</head>
<body><main class="wide"><h1>${text(words.title)}</h1>
${body.filter(Boolean).join('\n')}
<nav aria-label="${text(words.language)}">${languages.map((each) => languageLink(each, language)).join(' ')}</nav>
</main></body>
</html>
`;

const languageLink = (each: Language, chosen: Language): string =>
  each === chosen ? `<b>${each}</b>` : `<a href="?lang=${each}" hreflang="${each}">${each}</a>`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const text = (raw: string): string => raw.replaceAll(/[&<>"']/g, (sign) => entities[sign]!);

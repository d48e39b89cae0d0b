import { type Language, plainStylePath, type Words } from '@passerelle/doors';

/** Of pages whose address is a secret. With `no-referrer` browsers send forms as if from nowhere, which the doors refuse. */
export const pageHeaders = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' } as const;

/** What a page does beyond being read, where a browser runs script; it is whole without. */
interface Extras {
  readonly script?: string;
}

/** A page that needs no script, in the style of the branch: readable on a small phone and on paper. */
export const page = (title: string, language: Language, body: readonly string[], { script }: Extras = {}): string =>
  `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${plainStylePath}">${script === undefined ? '' : `\n<script type="module" src="${script}"></script>`}
</head>
<body><main><h1>${text(title)}</h1>
${body.filter(Boolean).join('\n')}
</main>
${foot(language)}</body>
</html>
`;

/** What is told to anybody about these pages, as under the pages of the cooperative itself. */
const footLinks: readonly (readonly [address: string, words: Words])[] = [
  [
    '/status',
    {
      en: 'Status of the service',
      fr: 'État du service',
      nl: 'Status van de dienst',
      sv: 'Tjänstens läge',
      de: 'Status des Dienstes',
    },
  ],
  [
    '/accessibility',
    { en: 'Accessibility', fr: 'Accessibilité', nl: 'Toegankelijkheid', sv: 'Tillgänglighet', de: 'Barrierefreiheit' },
  ],
  ['/api/docs', { en: 'The API', fr: 'L’API', nl: 'De API', sv: 'API', de: 'Die API' }],
];

/** Those pages have a language of their own: they are asked for the reader's. */
function foot(language: Language): string {
  const links = footLinks.map(
    ([address, words]) => `<a href="${address}?lang=${language}">${text(words[language])}</a>`,
  );
  return `<footer>${links.join('\n')}</footer>\n`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What somebody wrote, as text and nothing else. */
export const text = (raw: string): string => raw.replaceAll(/[&<>"']/g, (sign) => entities[sign]!);

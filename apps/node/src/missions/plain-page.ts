import { type Language, plainStylePath } from '@passerelle/doors';

/** Of pages whose address is a secret. With `no-referrer` browsers send forms as if from nowhere, which the doors refuse. */
export const pageHeaders = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' } as const;

/** A page without script, in the style of the branch: readable on a small phone and on paper. */
export const page = (title: string, language: Language, body: readonly string[]): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)}</title>
<link rel="stylesheet" href="${plainStylePath}">
</head>
<body><main><h1>${text(title)}</h1>
${body.filter(Boolean).join('\n')}
</main></body>
</html>
`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What somebody wrote, as text and nothing else. */
export const text = (raw: string): string => raw.replaceAll(/[&<>"']/g, (sign) => entities[sign]!);

import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../access/allow.js';

/** Where the look of every page without script is found. */
export const plainStylePath = '/plain.css';

/** The look of pages that are read without script: by clients, by everybody, and on paper. */
@ApiExcludeController()
@Controller()
export class PlainStyleController {
  @Public()
  @Get(plainStylePath)
  @Header('Content-Type', 'text/css; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=3600')
  show(): string {
    return plainStyle;
  }
}

/** The same ink, paper and accent as in the pages with script (`apps/web/src/styles/page.css`). */
const plainStyle = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --card: #fff; --ink: #1c2321; --soft: #55605c; --line: #d9dcd6; --edge: #7b857f;
  --accent: #0f5f56; --accent-ink: #fff; --problem: #a3261c;
  --shadow: 0 1px 2px rgb(20 30 26 / 6%), 0 4px 16px rgb(20 30 26 / 5%);
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #121716; --card: #1b2220; --ink: #eef1ee; --soft: #a9b4af; --line: #333d39; --edge: #8b9690;
    --accent: #7fd1c1; --accent-ink: #08211d; --problem: #ff9a8f; --shadow: none;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; padding: 1rem; color: var(--ink); background: var(--paper);
  font: 1.0625rem/1.5 system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
}
main {
  max-width: 36rem; margin: 0 auto; padding: 1.25rem; background: var(--card);
  border: 1px solid var(--line); border-top: 0.375rem solid var(--accent); border-radius: 0.625rem; box-shadow: var(--shadow);
}
main.wide { max-width: 60rem; }
@media (min-width: 40rem) { body { padding: 2rem 1rem; } main { padding: 1.75rem 2rem; } }
h1 { margin: 0 0 1rem; font-size: 1.5rem; line-height: 1.25; font-weight: 650; text-wrap: balance; }
h2 { margin: 1.5rem 0 0.5rem; font-size: 1.125rem; line-height: 1.35; font-weight: 650; }
p { margin: 0 0 1rem; text-wrap: pretty; }
ol { margin: 0 0 1.5rem; padding-inline-start: 1.5rem; font-size: 0.9375rem; }
li { margin: 0 0 0.5rem; }
a { color: var(--accent); text-underline-offset: 0.18em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
dl { margin: 1.25rem 0; border-top: 1px solid var(--line); }
dt, dd { margin: 0; }
dt { padding-top: 0.5rem; color: var(--soft); opacity: 1; font-size: 0.9375rem; }
dd { padding-bottom: 0.5rem; border-bottom: 1px solid var(--line); }
@media (min-width: 34rem) {
  dl { display: grid; grid-template-columns: minmax(6rem, 11rem) 1fr; }
  dt { padding: 0.5rem 1.25rem 0.5rem 0; border-bottom: 1px solid var(--line); font-size: inherit; }
  dd { padding: 0.5rem 0; }
}
dd { font-weight: 600; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
label { display: block; margin: 1.25rem 0 0.25rem; font-weight: 600; }
textarea {
  width: 100%; padding: 0.5rem 0.625rem; font: inherit; color: inherit; background: var(--paper);
  border: 1px solid var(--edge); border-radius: 0.4rem;
}
button {
  min-height: 2.75rem; margin: 0.5rem 0.5rem 0 0; padding: 0.5rem 1.125rem; font: inherit; font-weight: 600;
  color: var(--accent); background: transparent; border: 1px solid var(--accent); border-radius: 0.4rem; cursor: pointer;
}
button.main { display: block; width: 100%; color: var(--accent-ink); background: var(--accent); }
[role='alert'] { padding: 0.625rem 0.875rem; border-inline-start: 4px solid var(--problem); background: var(--paper); }
.small { font-size: 0.9375rem; color: var(--soft); opacity: 1; }
dd:has(.copy) { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.75rem; }
button.copy { margin: 0; padding: 0 0.75rem; font-size: 0.9375rem; }
summary { min-height: 2.75rem; padding: 0.5rem 0; color: var(--accent); cursor: pointer; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
caption { padding: 0.25rem 0; text-align: start; font-weight: 650; }
th, td { padding: 0.5rem 1.25rem 0.5rem 0; text-align: start; border-bottom: 1px solid var(--line); font-variant-numeric: tabular-nums; }
thead th { color: var(--soft); font-size: 0.875rem; }
nav { margin-top: 1.5rem; padding-top: 0.5rem; border-top: 1px solid var(--line); }
nav a, nav b { display: inline-block; min-width: 2.75rem; padding: 0.625rem 0; text-align: center; text-transform: uppercase; }
footer { max-width: 36rem; margin: 1rem auto 0; padding: 0 1.25rem; font-size: 0.9375rem; }
footer a { display: inline-block; padding: 0.625rem 1.25rem 0.625rem 0; color: var(--soft); }
.languages { margin-top: 1.5rem; }
.languages button { min-width: 2.75rem; margin: 0; padding: 0.625rem 0; border-color: transparent; text-decoration: underline; text-transform: uppercase; }
.languages button[aria-pressed] { color: inherit; font-weight: 700; text-decoration: none; }
svg[role='img'] { display: block; max-width: 100%; height: auto; border-radius: 0.4rem; }
@media print { body, main { padding: 0; background: none; border: 0; box-shadow: none; } nav, form, footer { display: none; } }
`;

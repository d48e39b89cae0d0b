import { Controller, Get, Header, Headers, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../access/allow.js';
import { plainStylePath } from '../pages/plain-style.controller.js';
import { type Language, languageOf, type Words } from '../language.js';
import { noSuchRoute } from './common-problems.js';
import { Problem, problemKindOf } from './problem.js';

/** The page behind the `type` of every problem: what it means and what to do. */
@ApiExcludeController()
@Controller('problems')
export class ProblemPageController {
  @Public()
  @Get(':type')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Vary', 'Accept-Language')
  show(@Param('type') type: string, @Headers('accept-language') acceptLanguage?: string): string {
    const kind = problemKindOf(type);
    if (!kind) throw new Problem(noSuchRoute);
    const language = languageOf(acceptLanguage);
    return page(language, kind.title[language], kind.cure[language]);
  }
}

const causeAndCure: Words = {
  en: 'Cause and cure',
  fr: 'Cause et remède',
  nl: 'Oorzaak en oplossing',
  sv: 'Orsak och åtgärd',
  de: 'Ursache und Abhilfe',
};

const page = (language: Language, title: string, cure: string): string => `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)} · Passerelle</title><link rel="stylesheet" href="${plainStylePath}"></head>
<body><main><h1>${escaped(title)}</h1><h2>${causeAndCure[language]}</h2><p>${escaped(cure)}</p></main></body>
</html>
`;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

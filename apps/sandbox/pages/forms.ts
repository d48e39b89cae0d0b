import { strict as assert } from 'node:assert';
import type { Locator, Page } from 'playwright-core';
import type { Person } from '../people.js';
import { endSession, holds, signInAgain } from './visit.js';

/** One form of the pages, and how people go wrong in it. */
export interface Form {
  readonly what: string;
  readonly who: Person['role'];
  readonly at: (page: Page) => string | Promise<string>;
  readonly in: (page: Page) => Locator;
  /** By what stands above each field, what the program takes. */
  readonly good: Readonly<Record<string, string>>;
  /** What the page says that it has understood of one of them. */
  readonly understood?: readonly [field: string, said: RegExp];
  /** What is wrong or missing, by itself, with everything else as it should be. */
  readonly bad: readonly (readonly [field: string, text: string])[];
  readonly send: string | RegExp;
  /** What stands above one of its fields is a part of what stands above another one. */
  readonly isExact?: true;
  /** It says first what follows, or asks why: it is pressed again. */
  readonly isAskedAgain?: true;
  /** The page that it leads to when it is done, where that is another one. */
  readonly leadsTo?: RegExp;
  /** The address at which it is done. */
  readonly writes: RegExp;
}

/** The group of fields whose legend says that. */
export const part = (page: Page, legend: string): Locator =>
  page.locator('fieldset').filter({ has: page.locator('legend', { hasText: legend }) });

const fieldOf = (page: Page, form: Form, label: string): Locator =>
  form.in(page).getByLabel(label, { exact: form.isExact ?? false });
const sending = (page: Page, form: Form): Locator => form.in(page).getByRole('button', { name: form.send });

/** Writes into the fields; those that come only after the first press are asked for. */
export async function fillIn(page: Page, form: Form, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(texts)) {
    const field = fieldOf(page, form, label);
    await form.in(page).waitFor();
    if ((await field.count()) === 0) await sending(page, form).click();
    await field.waitFor();
    if ((await field.evaluate((it) => it.tagName)) === 'SELECT') await field.selectOption(text);
    else await field.fill(text);
  }
}

const sentTo = (page: Page, { writes }: Form) => {
  const answers: number[] = [];
  page.on('response', (answer) => {
    const isWritten = answer.request().method() !== 'GET' && writes.test(new URL(answer.url()).pathname);
    if (isWritten) answers.push(answer.status());
  });
  return answers;
};

/** Each mistake stands at its field with what to do, and what was typed stays. */
export async function goesWrong(page: Page, form: Form): Promise<void> {
  const answers = sentTo(page, form);
  await fillIn(page, form, form.good);
  for (const [label, text] of form.bad) {
    const field = fieldOf(page, form, label);
    await fillIn(page, form, { [label]: text });
    await pressUntilRefused(page, form);
    const told = await field.evaluate((it) => ({
      isWrong: it.getAttribute('aria-invalid') === 'true',
      said: it.parentElement!.querySelector('.error')?.textContent ?? '',
    }));
    assert(told.isWrong && told.said.length > 5, `"${text}" in "${label}" is not answered at its field: ${told.said}`);
    assert.equal(await field.inputValue(), text, `what was typed into "${label}" is gone`);
    await fillIn(page, form, { [label]: form.good[label]! });
    await form.in(page).locator('[aria-invalid=true]').waitFor({ state: 'detached' });
  }
  const done = answers.filter((status) => status < 400);
  assert.deepEqual(done, [], 'something that is wrong was done');
}

/** A form that says first what follows is pressed a second time. */
async function pressUntilRefused(page: Page, form: Form): Promise<void> {
  const wrong = form.in(page).locator('[aria-invalid=true]').first();
  await sending(page, form).click();
  if (form.isAskedAgain) {
    await wrong.or(form.in(page).locator('.notice.attention')).first().waitFor();
    if (!(await wrong.isVisible())) await sending(page, form).click();
  }
  await wrong.waitFor();
}

/** The network goes away, and the session ends: what was typed is still there. */
export async function losesNothing(page: Page, form: Form, person: Person): Promise<void> {
  await fillIn(page, form, form.good);
  if (form.understood) {
    const [label, said] = form.understood;
    await fieldOf(page, form, label).waitFor();
    await form.in(page).getByTestId('amount-confirm').filter({ hasText: said }).waitFor();
  }
  await sending(page, form).waitFor();
  await page.context().setOffline(true);
  await pressUntilAlarmed(page, form);
  await holdsAll(page, form);
  await page.context().setOffline(false);
  await endSession(page, sending(page, form));
  await signInAgain(page, person);
  await holdsAll(page, form);
}

/** A form that has said nothing yet of what follows says it first, and is pressed again. */
async function pressUntilAlarmed(page: Page, form: Form): Promise<void> {
  const alarm = form.in(page).getByRole('alert');
  const told = form.in(page).locator('.notice.attention[role=status]');
  const isTold = await told.isVisible();
  await sending(page, form).click();
  if (form.isAskedAgain && !isTold) {
    await alarm.or(told).first().waitFor();
    if (!(await alarm.isVisible())) await sending(page, form).click();
  }
  await alarm.waitFor();
}

async function holdsAll(page: Page, form: Form): Promise<void> {
  for (const [label, text] of Object.entries(form.good)) await holds(fieldOf(page, form, label), text);
}

/** However often the button is pressed it is done once, and going back does not do it again. */
export async function goesWell(page: Page, form: Form): Promise<void> {
  const answers = sentTo(page, form);
  const answered = page.waitForResponse(
    (answer) => form.writes.test(new URL(answer.url()).pathname) && answer.request().method() !== 'GET',
  );
  await sending(page, form).dblclick();
  await answered;
  const { leadsTo } = form;
  if (leadsTo) await page.waitForURL(({ pathname }) => leadsTo.test(pathname));
  await page.goBack();
  await page.goForward();
  await form.in(page).or(page.locator('h1')).first().waitFor();
  assert(answers.length === 1 && answers[0]! < 300, `it was answered ${String(answers)}`);
}

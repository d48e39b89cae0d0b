import { Fragment, type ReactNode, createElement, isValidElement } from 'react';
import { sayWith } from './say.js';

const say = sayWith((key, values) => `${key}: ${String(values['who'])}, since ${String(values['day'])}!`);
const key = 'web.title' as Parameters<typeof say>[0];
const day = createElement('time', { dateTime: '2026-03-24' }, '24 March');

const inside = (part: ReactNode): ReactNode =>
  isValidElement<{ children: ReactNode }>(part) && part.type === Fragment ? part.props.children : part;

describe('a text with values', () => {
  it('is a text when all of them are', () => {
    expect(say(key, { who: 'Ana', day: 24 })).toBe('web.title: Ana, since 24!');
  });

  it('has an element in the place where it belongs', () => {
    const said = say(key, { who: 'Ana', day }) as readonly ReactNode[];
    expect(said.map(inside)).toEqual(['web.title: Ana, since ', day, '!']);
  });

  it('lets nobody write an element into what she types', () => {
    const said = say(key, { who: '\uE0000\uE000', day }) as readonly ReactNode[];
    expect(said.map(inside)).toEqual(['web.title: 0, since ', day, '!']);
  });
});

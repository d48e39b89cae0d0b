import type { TextKey, TextValues } from '@passerelle/i18n';
import { Fragment, type ReactNode, createElement } from 'react';

/** A text of the catalogues; with an element among its values, such as a day, it has that element in its place. */
export interface Say {
  (key: TextKey, values?: TextValues): string;
  (key: TextKey, values: Readonly<Record<string, ReactNode>>): ReactNode;
}

/** A letter that no text has: between two of them stands which element belongs there. */
const mark = '\uE000';

export function sayWith(text: (key: TextKey, values: TextValues) => string): Say {
  const say = (key: TextKey, values: Readonly<Record<string, ReactNode>> = {}): ReactNode => {
    const elements: ReactNode[] = [];
    const held = Object.entries(values).map(([name, value]) => {
      if (typeof value === 'number') return [name, value] as const;
      if (typeof value === 'string') return [name, value.replaceAll(mark, '')] as const;
      return [name, `${mark}${elements.push(value) - 1}${mark}`] as const;
    });
    const said = text(key, Object.fromEntries<string | number>(held));
    if (elements.length === 0) return said;
    return said
      .split(mark)
      .map((part, at) => (at % 2 === 0 ? part : createElement(Fragment, { key: at }, elements[Number(part)])));
  };
  return say as Say;
}

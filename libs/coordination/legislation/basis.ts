import type { Article } from './finding.js';

/** The same rules under the names of the protocol between the Union and the United Kingdom. */
const underTca: Readonly<Partial<Record<Article, string>>> = {
  '883:11(3)(a)': 'TCA:SSC.10',
  '883:11(3)(b)': 'TCA:SSC.10',
  '883:12(1)': 'TCA:SSC.11(1)(a)',
  '883:12(2)': 'TCA:SSC.11(1)(b)',
  '883:13(1)(a)': 'TCA:SSC.12(1)(a)',
  '883:13(1)(b)(i)': 'TCA:SSC.12(1)(b)(i)',
  '883:13(1)(b)(ii)': 'TCA:SSC.12(1)(b)(ii)',
  '883:13(1)(b)(iii)': 'TCA:SSC.12(1)(b)(iii)',
  '883:13(1)(b)(iv)': 'TCA:SSC.12(1)(b)(iv)',
  '883:13(2)(a)': 'TCA:SSC.12(2)(a)',
  '883:13(2)(b)': 'TCA:SSC.12(2)(b)',
  '883:13(3)': 'TCA:SSC.12(3)',
  '883:13(4)': 'TCA:SSC.12(4)',
};

/** The article that decides, in the law that rules the situation. Where the TCA has no article, the regulation's stands. */
export const basisOf = (article: Article, isUnderTca: boolean): string =>
  isUnderTca ? (underTca[article] ?? article) : article;

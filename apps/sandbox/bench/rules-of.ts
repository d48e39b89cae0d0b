import { measureCountry } from './rules.js';

// What `rules.ts` starts for each country: prints its figures, one JSON line each.
for (const figures of measureCountry(process.argv[2]!)) console.log(JSON.stringify(figures));

import { hash, verify } from '@node-rs/argon2';

/** Argon2id with 19 MiB and 2 passes (OWASP's first choice): about 40 ms on a thread of its own. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

export const isPassword = (hashed: string, password: string): Promise<boolean> => verify(hashed, password);
